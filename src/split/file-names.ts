/** No program that keeps files allows more, and many Chinese ones fewer. */
const longest = 80;

/** What Windows does not allow in a file's name, and what Excel does not in a sheet's. */
const forbidden = /[<>:"/\\|?*[\]\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A unit's name as a part of a file's; never empty. */
export function namePart(unit: string, length: number): string {
  const plain = unit.normalize("NFC").replace(/\s+/g, " ").replace(forbidden, "_").trim();
  return shortened(plain, length).replace(/[. ]+$/, "") || "单位";
}

/** Whole characters only. */
function shortened(text: string, length: number): string {
  let short = "";
  for (const letter of text) {
    if (short.length + letter.length > length) break;
    short += letter;
  }
  return short;
}

/** 03_市教育局: as many digits as the last number takes; the number keeps names apart and clear of CON and NUL. */
export function fileStem(number: number, unit: string, count: number): string {
  const digits = Math.max(2, String(count).length);
  return `${String(number).padStart(digits, "0")}_${namePart(unit, longest - digits - 1 - ".xlsx".length)}`;
}

/** A sheet's name that no other in `taken` has, whatever their case; `taken` then holds it too. */
export function freeSheetName(name: string, taken: Set<string>): string {
  const base = namePart(name, 31).replace(/^'+|'+$/g, "") || "单位";
  let free = base;
  for (let number = 2; taken.has(free.toLowerCase()); number++) {
    const end = `（${number}）`;
    free = `${shortened(base, 31 - end.length)}${end}`;
  }
  taken.add(free.toLowerCase());
  return free;
}

const digits = "零一二三四五六七八九";

/** A number that is written out is no longer. */
const longest = 24;

/** What Chinese numerals say: 十二 → 12, 两万五千 → 25000, 三点五 → 3.5, 二〇二五 → 2025; undefined for anything else. */
export function chineseToNumber(text: string): number | undefined {
  if (text === "" || text.length > longest) return undefined;
  const plain = text.replace(/[〇○]/g, "零").replace(/两/g, "二");
  const point = plain.indexOf("点");
  if (point >= 0) {
    const whole = chineseToNumber(plain.slice(0, point));
    const decimals = spellDigits(plain.slice(point + 1));
    return whole === undefined || decimals === undefined ? undefined : Number(`${whole}.${decimals}`);
  }
  const spelled = spellDigits(plain);
  if (spelled === undefined) return countUp(plain);
  // 三四 is three or four, 二〇二五 a year
  if (spelled.length === 1 || spelled.length >= 4 || spelled.includes("0")) return Number(spelled);
  return undefined;
}

function spellDigits(plain: string): string | undefined {
  let spelled = "";
  for (const character of plain) {
    const digit = digits.indexOf(character);
    if (digit < 0) return undefined;
    spelled += digit;
  }
  return spelled === "" ? undefined : spelled;
}

/** 一亿二千万: each part below the one before it. */
function countUp(plain: string): number | undefined {
  for (const [sign, factor] of [["亿", 1e8], ["万", 1e4]] as const) {
    const at = plain.indexOf(sign);
    if (at < 0) continue;
    const upper = countUp(plain.slice(0, at));
    const rest = plain.slice(at + 1);
    const lower = rest === "" ? 0 : countUp(rest.replace(/^零/, ""));
    return upper === undefined || lower === undefined || lower >= factor ? undefined : upper * factor + lower;
  }
  const match = /^(?:([一二三四五六七八九])千)?(?:(零?[一二三四五六七八九])百)?(?:(零?[一二三四五六七八九]?)(十))?(零?[一二三四五六七八九])?$/.exec(plain);
  if (match === null || plain === "") return undefined;
  const [, thousands, hundreds, tens, ten, ones] = match;
  const digit = (part: string | undefined): number => (part === undefined || part === "" ? 0 : digits.indexOf(part.slice(-1)));
  return digit(thousands) * 1000 + digit(hundreds) * 100 + (ten === undefined ? 0 : (digit(tens) || 1) * 10) + digit(ones);
}

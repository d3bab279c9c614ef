import type { Language } from "../core/text";

/** Marks that turn the direction of the text after them: a quoted cell must not turn what stands beside it. */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

// of control characters only those that part lines and columns stand in a page, a worksheet or a letter; a half of a character stands nowhere
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** What a report repeats of a text that somebody else wrote: nothing that works on the page, and no longer than `length` characters. */
export function toldText(text: string, length: number, language: Language): string {
  const isLong = text.length > length * 2;
  const points = Array.from(isLong ? text.slice(0, length * 2) : text);
  if (!isLong && points.length <= length) return plain(text);
  const count = countPoints(text);
  return `${plain(points.slice(0, length).join(""))}${language === "zh" ? `…（共 ${count} 字）` : `… (${count} characters)`}`;
}

function plain(text: string): string {
  return text.replace(turns, "").replace(unprintable, "\ufffd");
}

function countPoints(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) if ((text.charCodeAt(index) & 0xfc00) !== 0xdc00) count++;
  return count;
}

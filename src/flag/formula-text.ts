import { quoteText } from "../formula/literals";

/** Well below what a formula's text may have. */
const longest = 100;

/** A test for the cell still saying what it says now; of a long or broken text its beginning and length. */
export function sameText(place: string, text: string): string {
  const start = /^[^\p{Cc}\p{Cs}]{0,100}/u.exec(text)?.[0] ?? "";
  const head = start.length > longest ? start.slice(0, longest) : start;
  return head === text ? `${place}=${quoteText(text)}` : `AND(LEN(${place})=${text.length},LEFT(${place},${head.length})=${quoteText(head)})`;
}

/** What COUNTIF finds: `*` stands for whatever there may be. */
export function matchesPattern(text: string, pattern: string): boolean {
  const [first = "", ...others] = pattern.split("*");
  const last = others.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first)) return false;
  let position = first.length;
  for (const part of others) {
    const found = text.indexOf(part, position);
    if (found === -1) return false;
    position = found + part.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}

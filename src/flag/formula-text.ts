/** Excel takes no longer text inside a formula than 255 characters. */
const longest = 100;

export function quoteText(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** A test for the cell still saying what it says now; of a long or broken text its beginning and length. */
export function sameText(place: string, text: string): string {
  const start = /^[^\p{Cc}\p{Cs}]{0,100}/u.exec(text)?.[0] ?? "";
  const head = start.length > longest ? start.slice(0, longest) : start;
  return head === text ? `${place}=${quoteText(text)}` : `AND(LEN(${place})=${text.length},LEFT(${place},${head.length})=${quoteText(head)})`;
}

/** {"*办结*","完成*"}: patterns as COUNTIF reads them. */
export function arrayOf(patterns: readonly string[]): string {
  return `{${patterns.map(quoteText).join(",")}}`;
}

/** What COUNTIF finds: a pattern may begin and end with `*`. */
export function matchesPattern(text: string, pattern: string): boolean {
  const core = pattern.replace(/^\*|\*$/g, "");
  const [isOpenLeft, isOpenRight] = [pattern.startsWith("*"), pattern.endsWith("*")];
  if (isOpenLeft && isOpenRight) return text.includes(core);
  if (isOpenLeft) return text.endsWith(core);
  return isOpenRight ? text.startsWith(core) : text === core;
}

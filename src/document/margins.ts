/** A text without the marks and white space around it; a regular expression would take its time over long runs inside. */
export function withoutMargins(text: string, before: string, after: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isMargin(text.charAt(start), before)) start += 1;
  while (end > start && isMargin(text.charAt(end - 1), after)) end -= 1;
  return text.slice(start, end);
}

function isMargin(letter: string, marks: string): boolean {
  return marks.includes(letter) || letter.trim() === "";
}

/** 一, 3, 1.2 of 一、, （3）, 1.2.: what a number says, without its brackets and points. */
export function bareNumber(text: string): string {
  return withoutMargins(text, "第（(", "）)、.．，条部分章节").normalize("NFKC");
}

/** A heading without the mark that closes it. */
export function bareTitle(text: string): string {
  return withoutMargins(text, "【[", "。；;：:，,、.】]");
}

/** What stands in a text for a program: soft hyphens, signs without width, controls, [bookmark: …]. */
const marks = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\[bookmark:[^\]\n]{0,100}\]/gi;
const hasMark = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\[bookmark:/i;

export function withoutMarks(text: string): string {
  return hasMark.test(text) ? text.replace(marks, "") : text;
}

const dash = "[-‐‑–—―─－]{1,3}";
const pageNumber = new RegExp(`^(?:${dash}[ \\u3000]{0,3}[0-9０-９]{1,4}[ \\u3000]{0,3}${dash}|第[ ]?[0-9０-９]{1,4}[ ]?页(?:[ ]?[,，/／]?[ ]?共[ ]?[0-9０-９]{1,4}[ ]?页)?|Page \\d{1,4}(?: of \\d{1,4})?)$`, "i");

/** A line that holds nothing but a page's number: - 3 -, — 3 —, 第3页. */
export function isPageNumber(line: string): boolean {
  return line.length <= 24 && pageNumber.test(line.trim());
}

import type { Attributes } from "./html-tokens";

const names = (text: string): ReadonlySet<string> => new Set(text.split(" "));

export const blockNames = names("address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul");
export const voidNames = names("area base br col embed hr img input link meta param source track wbr");

/** Not for reading: controls, pictures, deleted text, navigation, islands of other markup. */
const dropped = names("select option datalist button svg canvas audio video object applet template nav del xml rt rp");
const droppedClass = /\b(?:Mso(?:Toc[1-9H]|Header|Footer|FootnoteText|EndnoteText|FootnoteReference|EndnoteReference|CommentText|CommentReference)|sd(?:foot|end)note(?:anc|sym))\b/i;
const droppedStyle = /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|mso-hide\s{0,3}:\s{0,3}all|mso-element\s{0,3}:\s{0,3}(?:header|footer|footnote-list|endnote-list|comment-list|comment)/i;

export function isDropped(name: string, attributes: Attributes): boolean {
  if (dropped.has(name)) return true;
  if (attributes.size === 0) return false;
  if (attributes.has("hidden")) return true;
  const style = attributes.get("style");
  if (style !== undefined && droppedStyle.test(style)) return true;
  const className = attributes.get("class");
  if (className !== undefined && droppedClass.test(className)) return true;
  if (name === "div" && (/^(?:header|footer)$/i.test(attributes.get("title") ?? "") || /^sd(?:foot|end)note\d/i.test(attributes.get("id") ?? ""))) return true;
  return name === "a" && style !== undefined && /mso-(?:foot|end)note-id/i.test(style);
}

/** 1 for h1 and for Word's first outline level. */
export function headingOf(name: string, attributes: Attributes): number | undefined {
  const level = /^h([1-6])$/.exec(name)?.[1] ?? /mso-outline-level\s{0,3}:\s{0,3}([1-9])/i.exec(attributes.get("style") ?? "")?.[1];
  return level === undefined ? undefined : Number(level);
}

export function isCentred(name: string, attributes: Attributes): boolean {
  return name === "center" || attributes.get("align")?.toLowerCase() === "center" || /text-align\s{0,3}:\s{0,3}center/i.test(attributes.get("style") ?? "") || /\bMsoTitle\b/i.test(attributes.get("class") ?? "");
}

/** Word writes a list's number or bullet into the text, marked so. */
export function isListMark(attributes: Attributes): boolean {
  return /mso-list\s{0,3}:\s{0,3}Ignore/i.test(attributes.get("style") ?? "");
}

const formats: Readonly<Record<string, string>> = { a: "lowerLetter", A: "upperLetter", i: "lowerRoman", I: "upperRoman", "1": "decimal" };
const styles: Readonly<Record<string, string>> = { "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal-leading-zero": "decimalZero", none: "none", disc: "bullet", circle: "bullet", square: "bullet" };

/** How a list numbers its items, as WordprocessingML names it. */
export function listFormatOf(name: string, attributes: Attributes): string {
  const style = /list-style(?:-type)?\s{0,3}:\s{0,3}([a-z-]{1,30})/i.exec(attributes.get("style") ?? "")?.[1]?.toLowerCase();
  if (style !== undefined) return styles[style] ?? (/chinese|cjk|japanese|korean/.test(style) ? "chineseCounting" : style === "decimal" ? "decimal" : name === "ol" ? "decimal" : "bullet");
  const type = attributes.get("type");
  if (name !== "ol") return "bullet";
  return type === undefined ? "decimal" : (formats[type] ?? "decimal");
}

/** A whole number in an attribute, within bounds. */
export function countOf(value: string | undefined, standard: number, most: number): number {
  if (value === undefined || !/^\s*-?\d+/.test(value)) return standard;
  return Math.max(Math.min(Number.parseInt(value, 10), most), -most);
}

import { dateToSerial, format } from "numfmt";
import { isError, type CellContent, type CellValue } from "../../core/workbook";

/** What a cell shows. A format that cannot be followed shows the bare value, never nothing. */
export function cellText(value: CellValue, numberFormat: string, uses1904Dates: boolean): string {
  if (value === null) return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isError(value)) return value.error;
  if (numberFormat === "General" || numberFormat === "@") return String(Number(value.toPrecision(11)));
  try {
    // Excel writes a literal character as !x too, which the library does not know
    return format(numberFormat.replace(/!(.)/g, "\\$1"), value + (uses1904Dates && isDateFormat(numberFormat) ? days1904 : 0));
  } catch {
    // the library throws on what it does not know: the number itself is the honest answer
    return String(value);
  }
}

/** Days between Excel's two calendars. */
const days1904 = dateToSerial([1904, 1, 1]) ?? 1462;

function isDateFormat(numberFormat: string): boolean {
  return /[ymdhs年月日时]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

/** What a person typed, as Excel takes it: "=…" computes, an apostrophe keeps text, a plain number is one. */
export function contentTyped(typed: string): CellContent {
  if (typed === "") return null;
  if (typed.startsWith("'")) return typed.slice(1);
  if (typed.startsWith("=") && typed.length > 1) return { formula: typed };
  if (/^[+-]?(?:\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.\d{1,15})?$/.test(typed) && !/^[+-]?0\d/.test(typed)) return Number(typed.replace(/,/g, ""));
  if (typed === "TRUE" || typed === "FALSE") return typed === "TRUE";
  return typed;
}

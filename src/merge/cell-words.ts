import { textOf, type CellValue } from "../core/workbook";
import { dayOfSerial, isDateFormat } from "../language/calendar";

/** A cell's value with what decides how it is shown. */
export type FormattedValue = { readonly value: CellValue; readonly format: string; readonly uses1904Dates: boolean };

/** What a person reads in a cell: a date as 2026-06-30, a share as 50%, anything else as it is written. */
export function wordsOf({ value, format, uses1904Dates }: FormattedValue): string {
  if (typeof value !== "number" || format === "General") return textOf(value);
  const day = isDateFormat(format) ? dayOfSerial(value, uses1904Dates) : undefined;
  if (day !== undefined) return day;
  // 0.285 × 100 is 28.499999999999996
  return isShare(format) ? `${Number((value * 100).toPrecision(12))}%` : textOf(value);
}

export function isShare(format: string): boolean {
  return /%/.test(format.replace(/"[^"]*"|\\./g, ""));
}

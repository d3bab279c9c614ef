import { quoteSheetName, stringifyColumn, stringifyReference } from "../core/address";
import type { Range } from "../core/workbook";
import type { IsoDay } from "../language/calendar";

/** A text as a formula writes it. */
export function quoteText(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** A day as a formula writes it, right in workbooks of either date system. */
export function dateFormula(day: IsoDay): string {
  const [year, month, date] = day.split("-").map(Number);
  return `DATE(${year ?? 0},${month ?? 0},${date ?? 0})`;
}

/** A cell of the formula's own worksheet: $A5 where the column is to stay. */
export function cellAddress(row: number, column: number, { fixed }: { readonly fixed?: "row" | "column" } = {}): string {
  return `${fixed === "column" ? "$" : ""}${stringifyColumn(column)}${fixed === "row" ? "$" : ""}${row + 1}`;
}

/** A link that a click follows to a cell of this workbook; it goes with rows that come in above it. */
export function linkFormula({ sheet, top, left }: Range, label: string): string {
  const cell = stringifyReference({ sheet, top, left, bottom: top, right: left });
  return `=HYPERLINK(${quoteText(`#${quoteSheetName(sheet)}!${stringifyColumn(left)}`)}&ROW(${cell}),${quoteText(label)})`;
}

/** More characters a text inside a formula may not have. */
export const longestText = 255;

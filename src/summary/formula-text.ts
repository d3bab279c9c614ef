import { quoteSheetName, stringifyColumn, stringifyReference } from "../core/address";
import type { Range } from "../core/workbook";
import { quoteText } from "../formula/literals";

/** A cell of the formula's own worksheet: $A5 where the column is to stay. */
export function cellAddress(row: number, column: number, { fixed }: { readonly fixed?: "row" | "column" } = {}): string {
  return `${fixed === "column" ? "$" : ""}${stringifyColumn(column)}${fixed === "row" ? "$" : ""}${row + 1}`;
}

/** A link that a click follows to a cell of this workbook; it goes with rows that come in above it. */
export function linkFormula({ sheet, top, left }: Range, label: string): string {
  const cell = stringifyReference({ sheet, top, left, bottom: top, right: left });
  return `=HYPERLINK(${quoteText(`#${quoteSheetName(sheet)}!${stringifyColumn(left)}`)}&ROW(${cell}),${quoteText(label)})`;
}

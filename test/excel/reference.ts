import { maxColumns, maxRows, parseAddress, quoteSheetName, stringifyAddress, stringifyColumn } from "../../src/core/address";
import type { Rectangle } from "../../src/core/workbook";
import { invalidArgument } from "./wire";

export const wholeSheet: Rectangle = { top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 };

/** "B2", "Sheet1!B2:C3", "'a b'!4:7" → the sheet, if named, and its rectangle. */
export function parseReference(text: string): { readonly sheet: string | undefined; readonly area: Rectangle } {
  const bang = text.lastIndexOf("!");
  const sheet = bang < 0 ? undefined : text.slice(0, bang).replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
  const area = parseAddress(text.slice(bang + 1).trim());
  if (area === undefined) throw invalidArgument();
  return { sheet, area };
}

export function stringifyReference(area: Rectangle, sheet?: string): string {
  const prefix = sheet === undefined ? "" : `${quoteSheetName(sheet)}!`;
  if (area.top === 0 && area.bottom === maxRows - 1 && area.right < maxColumns - 1) return `${prefix}${stringifyColumn(area.left)}:${stringifyColumn(area.right)}`;
  if (area.left === 0 && area.right === maxColumns - 1) return `${prefix}${area.top + 1}:${area.bottom + 1}`;
  return `${prefix}${stringifyAddress(area)}`;
}

export function isWholeRows(area: Rectangle): boolean {
  return area.left === 0 && area.right === maxColumns - 1;
}

export function isWholeColumns(area: Rectangle): boolean {
  return area.top === 0 && area.bottom === maxRows - 1;
}

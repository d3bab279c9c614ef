import { maxColumns, maxRows } from "../core/address";
import { formulaAt, isBlank, valueAt, type CellValue, type Range, type Workbook, type Worksheet } from "../core/workbook";
import { worksheetCalled } from "./formula-place";

/** Whether a range is whole columns or whole rows. */
export function isUnbounded({ top, left, bottom, right }: Range): boolean {
  return (top === 0 && bottom >= maxRows - 1) || (left === 0 && right >= maxColumns - 1);
}

/** A whole column or row cut where its sheet ends, so that positions in it stay; undefined where nothing is left. */
export function withinSheet(range: Range, workbook: Workbook): Range | undefined {
  const worksheet = worksheetCalled(workbook, range.sheet);
  if (worksheet === undefined || !isUnbounded(range)) return range;
  const bottom = Math.min(range.bottom, worksheet.rowCount - 1);
  const right = Math.min(range.right, worksheet.columnCount - 1);
  return bottom < range.top || right < range.left ? undefined : { ...range, bottom, right };
}

/** What a sum of whole columns adds up: from the first number to the last one. Headers above and notes below are no part of it. */
export function summedPart(range: Range, workbook: Workbook): Range | undefined {
  const worksheet = worksheetCalled(workbook, range.sheet);
  const inside = withinSheet(range, workbook);
  if (worksheet === undefined || inside === undefined || !isUnbounded(range)) return inside;
  const rows = extremes(inside.top, inside.bottom, (row) => hasNumber(worksheet, row, row, inside.left, inside.right));
  if (rows === undefined) return undefined;
  const columns = extremes(inside.left, inside.right, (column) => hasNumber(worksheet, rows.first, rows.last, column, column));
  return columns && { sheet: inside.sheet, top: rows.first, bottom: rows.last, left: columns.first, right: columns.last };
}

/** Whether the cell counts as a number; a formula that was never computed does. */
export function isNumberCell(worksheet: Worksheet, row: number, column: number): boolean {
  const value = valueAt(worksheet, row, column);
  return typeof value === "number" || (value === null && formulaAt(worksheet, row, column) !== undefined);
}

/** Whether a text, as it stands, means a number: "1,200", "12 ". */
export function isNumberText(value: CellValue): boolean {
  return typeof value === "string" && value.length < 40 && !isBlank(value) && Number.isFinite(Number(value.normalize("NFKC").replace(/[,\s]/g, "")));
}

function hasNumber(worksheet: Worksheet, top: number, bottom: number, left: number, right: number): boolean {
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) {
      if (isNumberCell(worksheet, row, column) || isNumberText(valueAt(worksheet, row, column))) return true;
    }
  }
  return false;
}

function extremes(from: number, to: number, holds: (index: number) => boolean): { first: number; last: number } | undefined {
  let first = from;
  while (first <= to && !holds(first)) first++;
  if (first > to) return undefined;
  let last = to;
  while (!holds(last)) last--;
  return { first, last };
}

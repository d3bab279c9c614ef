import { isBlank, valueAt, type CellValue, type Column, type Range, type Worksheet } from "../core/workbook";

/** Column → value → its first row; dropped with the workbook it belongs to. */
const firstRows = new WeakMap<Column, ReadonlyMap<string | number | boolean, number>>();

/** The place of an exact match in one row or one column of cells, from 0 in the range, as MATCH finds it. */
export function findValue(value: string | number | boolean, range: Range, worksheet: Worksheet): number | undefined {
  const wanted = folded(value);
  if (range.left !== range.right) {
    for (let column = range.left; column <= range.right; column++) if (folded(valueAt(worksheet, range.top, column)) === wanted) return column - range.left;
    return undefined;
  }
  const cells = worksheet.columns[range.left];
  if (cells === undefined) return undefined;
  const first = rowsOf(cells).get(wanted ?? "");
  if (first === undefined || first > range.bottom) return undefined;
  if (first >= range.top) return first - range.top;
  for (let row = range.top; row <= range.bottom; row++) if (folded(cells.values[row] ?? null) === wanted) return row - range.top;
  return undefined;
}

function rowsOf(column: Column): ReadonlyMap<string | number | boolean, number> {
  const known = firstRows.get(column);
  if (known !== undefined) return known;
  const rows = new Map<string | number | boolean, number>();
  for (let row = 0; row < column.values.length; row++) {
    const value = folded(column.values[row] ?? null);
    if (value !== undefined && !rows.has(value)) rows.set(value, row);
  }
  firstRows.set(column, rows);
  return rows;
}

function folded(value: CellValue): string | number | boolean | undefined {
  if (typeof value === "string") return isBlank(value) ? undefined : value.toLowerCase();
  return typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

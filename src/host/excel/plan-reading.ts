import { maxColumns, maxRows } from "../../core/address";
import { findWorksheet, type Range, type Workbook, type Worksheet } from "../../core/workbook";
import { hasFormulas, withDependents } from "../../formula/dependents";
import type { WorkbookChange } from "../host";

/** More cells than this are read as quickly with all others of their worksheet. */
const mostCells = 20_000;
/** More rows than this are asked whether they are hidden together with what they hold. */
const mostRows = 100_000;

/** What of a workbook is read again; worksheets by name, none of them twice. */
export type Reading = {
  readonly sheets: readonly string[];
  /** Cells on other worksheets. */
  readonly places: readonly Range[];
  /** Large ones that were only brought to the front: whether they hold as much as before. */
  readonly glances: readonly string[];
  /** Of which only the hidden rows may be others. */
  readonly hidings: readonly string[];
};

/** What is to be read after these changes; undefined where that is the whole workbook. */
export function planReading(before: Workbook, changes: readonly WorkbookChange[]): Reading | undefined {
  const sheets = new Set<string>();
  const glances = new Set<string>();
  const hidings = new Set<string>();
  const ranges: Range[] = [];
  for (const { sheet, ranges: own, isGlance, isHiding } of changes) {
    if (own !== undefined) {
      ranges.push(...own);
      continue;
    }
    const worksheet = sheet === undefined ? undefined : findWorksheet(before, sheet);
    if (worksheet === undefined) return undefined;
    if (isHiding === true && worksheet.rowCount <= mostRows) hidings.add(worksheet.name);
    else if (isGlance === true && worksheet.rowCount * worksheet.columnCount > mostCells) glances.add(worksheet.name);
    else sheets.add(worksheet.name);
  }
  const places = placesBeside(before, sheets, ranges);
  if (places === undefined) return undefined;
  const isOther = (name: string): boolean => !sheets.has(name);
  return { sheets: [...sheets], places, glances: [...glances].filter(isOther), hidings: [...hidings].filter(isOther) };
}

/** Cells to read on worksheets that are not read whole; those with too many of them are, and join `sheets`. */
function placesBeside(before: Workbook, sheets: Set<string>, ranges: readonly Range[]): Range[] | undefined {
  if (ranges.some(({ sheet }) => findWorksheet(before, sheet) === undefined)) return undefined;
  if (sizeOf(ranges) > mostCells) for (const { sheet } of ranges) sheets.add(sheet);
  const isOther = ({ sheet }: Range): boolean => !sheets.has(sheet);
  // what they compute is read with them
  const others = before.worksheets.map((worksheet) => (sheets.has(worksheet.name) ? { ...worksheet, columns: [] } : worksheet));
  // formulas also name rows below the last, and follow them when rows come in above
  const whole = [...sheets].map((sheet): Range => ({ sheet, top: 0, left: 0, bottom: maxRows - 1, right: maxColumns - 1 }));
  const places = withDependents({ ...before, worksheets: others }, [...ranges.filter(isOther), ...whole])?.filter(isOther);
  if (places !== undefined && sizeOf(places) <= mostCells) return places;
  for (const worksheet of others) if (hasFormulas({ ...before, worksheets: [worksheet] }) || ranges.some(({ sheet }) => sheet === worksheet.name)) sheets.add(worksheet.name);
  return [];
}

function sizeOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0);
}

/** How much a worksheet holds: what Excel can count without handing it over. */
export type Amount = { readonly rows: number; readonly columns: number; readonly cells: number };

export function amountOf({ columns }: Worksheet): Amount {
  let [rows, width, cells] = [0, 0, 0];
  for (const [index, column] of columns.entries()) {
    if (column === undefined) continue;
    const before = cells;
    for (const [row, value] of column.values.entries()) {
      if ((value ?? null) === null) continue;
      cells += 1;
      rows = Math.max(rows, row + 1);
    }
    for (const row of column.formulas.keys()) {
      if ((column.values[row] ?? null) === null) cells += 1;
      rows = Math.max(rows, row + 1);
    }
    if (cells > before) width = index + 1;
  }
  return { rows, columns: width, cells };
}

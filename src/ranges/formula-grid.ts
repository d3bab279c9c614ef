import { ownColumns } from "../core/own-columns";
import { isBlank, isError, valueAt, type Column, type Rectangle, type Worksheet } from "../core/workbook";
import { rowPattern, type RowPattern } from "../formula/relative-formula";
import { scanReferences, type FormulaReference } from "../formula/scan-references";
import { patternKey, shapeOf, soleSum } from "./pattern";

/** Cells of one column, one under the other, that all compute the same pattern. */
export type FormulaRun = {
  readonly column: number;
  readonly first: number;
  readonly last: number;
  /** The formula of the first cell. */
  readonly formula: string;
  readonly references: readonly FormulaReference[];
  /** The range that the formula adds up, where it does nothing else. */
  readonly sum: Rectangle | undefined;
  readonly key: string;
  /** The pattern without places and numbers: what is done, not with which cells. */
  readonly shape: string;
};

/** The formulas of a worksheet by column, as runs from top to bottom. */
export type FormulaGrid = { readonly worksheet: Worksheet; readonly columns: readonly (readonly FormulaRun[])[] };

const grids = new WeakMap<Worksheet, FormulaGrid>();

/** Made once for a worksheet, however many rules ask. */
export function formulaGridOf(worksheet: Worksheet): FormulaGrid {
  const known = grids.get(worksheet);
  if (known !== undefined) return known;
  const columns: FormulaRun[][] = [];
  const own = ownColumns(worksheet);
  for (let column = 0; column < worksheet.columns.length; column++) {
    const content = worksheet.columns[column];
    columns.push(content === undefined || content.formulas.size === 0 || own.has(column) ? [] : runsIn(content.formulas, column));
  }
  const grid = { worksheet, columns };
  grids.set(worksheet, grid);
  return grid;
}

export function runAt(grid: FormulaGrid, row: number, column: number): FormulaRun | undefined {
  const runs = grid.columns[column];
  if (runs === undefined) return undefined;
  let [low, high] = [0, runs.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run === undefined || (row >= run.first && row <= run.last)) return run;
    if (row < run.first) high = middle - 1;
    else low = middle + 1;
  }
  return undefined;
}

export function lengthOf({ first, last }: FormulaRun): number {
  return last - first + 1;
}

/** What is in a cell, as far as sums are concerned. */
export function isNumberAt(worksheet: Worksheet, row: number, column: number): boolean {
  return typeof valueAt(worksheet, row, column) === "number";
}

export function isBlankAt(worksheet: Worksheet, row: number, column: number): boolean {
  const value = valueAt(worksheet, row, column);
  return !isError(value) && isBlank(value);
}

/** A column with more patterns than this has none that a cell could break. */
const mostRuns = 20_000;

const runsOfColumns = new WeakMap<Column["formulas"], { readonly column: number; readonly runs: FormulaRun[] }>();

/** Made once for a column's formulas, so that an edit costs the columns whose formulas it changes. */
function runsIn(formulas: Column["formulas"], column: number): FormulaRun[] {
  const known = runsOfColumns.get(formulas);
  if (known?.column === column) return known.runs;
  const runs = runsOf(formulas, column);
  runsOfColumns.set(formulas, { column, runs });
  return runs;
}

function runsOf(formulas: Column["formulas"], column: number): FormulaRun[] {
  const runs: (FormulaRun & { last: number })[] = [];
  let open: (FormulaRun & { last: number }) | undefined;
  let continues: RowPattern | undefined;
  for (const [row, formula] of inOrder(formulas)) {
    const isNext = open !== undefined && row === open.last + 1;
    if (open !== undefined && isNext && continues?.(formula, row) === true) {
      open.last = row;
      continue;
    }
    const references = scanReferences(formula);
    const key = patternKey(formula, row, column, references);
    if (open !== undefined && isNext && key === open.key) {
      open.last = row;
      continue;
    }
    if (runs.length === mostRuns) return [];
    open = { column, first: row, last: row, formula, references, sum: soleSum(formula, references), key, shape: shapeOf(formula, references) };
    continues = rowPattern(formula, row, references);
    runs.push(open);
  }
  return runs;
}

/** The map of a worksheet is filled from top to bottom by every host; a drawn or edited one may not be. */
function inOrder(formulas: ReadonlyMap<number, string>): Iterable<readonly [number, string]> {
  let last = -1;
  for (const row of formulas.keys()) {
    if (row < last) return [...formulas].sort(([a], [b]) => a - b);
    last = row;
  }
  return formulas;
}

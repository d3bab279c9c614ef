import { isBlank, isError, valueAt, type Column, type Worksheet } from "../core/workbook";
import { rowPattern, type RowPattern } from "../formula/relative-formula";
import { patternKey, shapeOf } from "./pattern";

/** Cells of one column, one under the other, that all compute the same pattern. */
export type FormulaRun = {
  readonly column: number;
  readonly first: number;
  readonly last: number;
  /** The formula of the first cell. */
  readonly formula: string;
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
  for (let column = 0; column < worksheet.columns.length; column++) {
    const content = worksheet.columns[column];
    columns.push(content === undefined || content.formulas.size === 0 ? [] : runsOf(content, column));
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

function runsOf(content: Column, column: number): FormulaRun[] {
  const runs: FormulaRun[] = [];
  let open: { first: number; last: number; formula: string; key: string; continues: RowPattern } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { first, last, formula, key } = open;
    runs.push({ column, first, last, formula, key, shape: shapeOf(formula) });
  };
  for (const [row, formula] of inOrder(content.formulas)) {
    if (open !== undefined && row === open.last + 1 && open.continues(formula, row)) {
      open.last = row;
      continue;
    }
    const key = patternKey(formula, row, column);
    if (open !== undefined && row === open.last + 1 && key === open.key) {
      open.last = row;
      continue;
    }
    close();
    open = { first: row, last: row, formula, key, continues: rowPattern(formula, row) };
  }
  close();
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

import { formulaAt } from "../core/workbook";
import { offsetFormula } from "../formula/move-formula";
import { areaOf, scanReferences } from "../formula/scan-references";
import { isNumberAt, lengthOf, runAt, type FormulaGrid, type FormulaRun } from "./formula-grid";
import { oddFrom, type OddCell } from "./odd-cell";
import { directionOf } from "./pattern";

/** Cells that do something else than the rows above and below them. */
export function oddInColumns(grid: FormulaGrid): OddCell[] {
  return grid.columns.flatMap((runs) => oddInColumn(grid, runs));
}

/** Two odd cells under one another may be copies; more are a part of the table of their own. */
const longestOdd = 2;
/** How far apart rows of one column may stand and still be read together, as in blocks with headings. */
const nearRows = 10;
/** How far the others may stand on one side where typed-in numbers come between. */
const nearOthers = 3;
/** How many of a kind it takes to be a custom. */
const custom = 3;

function oddInColumn(grid: FormulaGrid, runs: readonly FormulaRun[]): OddCell[] {
  if (runs.length < 2) return [];
  const column = tally(runs);
  const odd: OddCell[] = [];
  for (const [index, run] of runs.entries()) {
    if (lengthOf(run) > longestOdd || isSupportedAcross(grid, run)) continue;
    const model = sandwiching(grid, runs, index, column) ?? rival(runs, index, column);
    if (model === undefined) continue;
    for (let row = run.first; row <= run.last; row++) {
      const cell = oddFrom(grid, row, run.column, { row: model.first, column: run.column }, column.counts.get(model.key) ?? 0, "column");
      if (cell !== undefined) odd.push(cell);
    }
  }
  return odd;
}

/** How many cells each pattern has in a column, and which is the commonest of each shape. */
type Tally = { readonly counts: ReadonlyMap<string, number>; readonly ofShape: ReadonlyMap<string, { readonly usual: FormulaRun; readonly all: number }> };

function tally(runs: readonly FormulaRun[]): Tally {
  const counts = new Map<string, number>();
  for (const run of runs) counts.set(run.key, (counts.get(run.key) ?? 0) + lengthOf(run));
  const ofShape = new Map<string, { usual: FormulaRun; all: number }>();
  for (const run of runs) {
    const before = ofShape.get(run.shape);
    const isMore = before === undefined || (counts.get(run.key) ?? 0) > (counts.get(before.usual.key) ?? 0);
    ofShape.set(run.shape, { usual: isMore ? run : before.usual, all: (before?.all ?? 0) + lengthOf(run) });
  }
  return { counts, ofShape };
}

/** The run above, where the same pattern goes on below and would have had something to compute here. */
function sandwiching(grid: FormulaGrid, runs: readonly FormulaRun[], index: number, { counts }: Tally): FormulaRun | undefined {
  const [above, run, below] = [runs[index - 1], runs[index], runs[index + 1]];
  if (above === undefined || run === undefined || below === undefined) return undefined;
  if (above.key !== below.key || run.first - above.last > nearOthers || below.first - run.last > nearOthers) return undefined;
  if (above.last + 1 !== run.first && run.last + 1 !== below.first) return undefined;
  const usual = counts.get(above.key) ?? 0;
  if (usual < custom || (counts.get(run.key) ?? 0) * 2 > usual) return undefined;
  return hasInputs(grid, above, run) ? above : undefined;
}

/** Whether the pattern of `model` would read typed-in numbers at `run`, so that the row is one like the others and no subtotal. */
function hasInputs({ worksheet }: FormulaGrid, model: FormulaRun, run: FormulaRun): boolean {
  for (const reference of scanReferences(offsetFormula(model.formula, run.first - model.first, 0))) {
    const { top, bottom, left, right } = areaOf(reference);
    if (reference.prefix !== "" || top !== run.first || bottom !== run.first) continue;
    for (let column = left; column <= Math.min(right, worksheet.columnCount - 1); column++) {
      if (isNumberAt(worksheet, top, column) && formulaAt(worksheet, top, column) === undefined) return true;
    }
  }
  return false;
}

/** The column's commonest pattern that does the same with other cells of its own row, where it stands near by. */
function rival(runs: readonly FormulaRun[], index: number, { counts, ofShape }: Tally): FormulaRun | undefined {
  const run = runs[index];
  const group = run === undefined ? undefined : ofShape.get(run.shape);
  if (run === undefined || group === undefined || group.usual.key === run.key) return undefined;
  const usual = counts.get(group.usual.key) ?? 0;
  if (usual < custom || (group.all - usual) * 2 > usual) return undefined;
  if (directionOf(group.usual) !== "across") return undefined;
  if (directionOf(run) !== "across" && !isSlip(run, group.usual)) return undefined;
  const isNear = (other: FormulaRun | undefined, distance: number): other is FormulaRun => other?.key === group.usual.key && distance <= nearRows;
  const above = nearest(runs, index, -1, group.usual.key);
  if (isNear(above, run.first - (above?.last ?? 0))) return above;
  const below = nearest(runs, index, 1, group.usual.key);
  return isNear(below, (below?.first ?? 0) - run.last) ? below : undefined;
}

function nearest(runs: readonly FormulaRun[], index: number, step: 1 | -1, key: string): FormulaRun | undefined {
  for (let other = index + step; Math.abs(other - index) <= nearRows; other += step) {
    const run = runs[other];
    if (run === undefined || run.key === key) return run;
  }
  return undefined;
}

/** Most of what it reads is what the others read. */
function isSlip(run: FormulaRun, usual: FormulaRun): boolean {
  const places = ({ references, first }: FormulaRun): string[] => references.map((reference) => {
    const { top, left, bottom, right } = areaOf(reference);
    return `${reference.prefix}${top - first},${left},${bottom - first},${right}`;
  });
  const [own, others] = [places(run), places(usual)];
  const same = own.filter((place, index) => place === others[index]).length;
  return own.length === others.length && own.length >= 2 && same * 2 >= own.length;
}

function isSupportedAcross(grid: FormulaGrid, { key, first, column }: FormulaRun): boolean {
  return runAt(grid, first, column - 1)?.key === key || runAt(grid, first, column + 1)?.key === key;
}

import { valueAt } from "../core/workbook";
import { lengthOf, type FormulaGrid, type FormulaRun } from "./formula-grid";
import { oddFrom, type OddCell } from "./odd-cell";
import { directionOf } from "./pattern";

/** How far apart columns may stand and still be read together, as with blank columns between years. */
const nearColumns = 4;

/** Rows whose formulas go on in no other row: totals, mostly. */
export function oddInRows(grid: FormulaGrid): OddCell[] {
  const rows = new Map<number, FormulaRun[]>();
  for (const runs of grid.columns) {
    for (const run of runs) {
      if (lengthOf(run) > 1 || directionOf(run) !== "down") continue;
      const cells = rows.get(run.first);
      if (cells === undefined) rows.set(run.first, [run]);
      else cells.push(run);
    }
  }
  return [...rows.values()].flatMap((cells) => (cells.length < 2 ? [] : oddInRow(grid, cells)));
}

function oddInRow(grid: FormulaGrid, cells: readonly FormulaRun[]): OddCell[] {
  const byShape = new Map<string, FormulaRun[]>();
  for (const cell of cells) {
    const alike = byShape.get(cell.shape);
    if (alike === undefined) byShape.set(cell.shape, [cell]);
    else alike.push(cell);
  }
  return [...byShape.values()].flatMap(stretches).flatMap((alike) => oddAmong(grid, alike));
}

function stretches(cells: readonly FormulaRun[]): FormulaRun[][] {
  const groups: FormulaRun[][] = [];
  for (const cell of cells) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && cell.column - last.column <= nearColumns) open.push(cell);
    else groups.push([cell]);
  }
  return groups;
}

function oddAmong(grid: FormulaGrid, alike: readonly FormulaRun[]): OddCell[] {
  const groups = new Map<string, FormulaRun[]>();
  for (const run of alike) groups.set(run.key, [...(groups.get(run.key) ?? []), run]);
  if (groups.size < 2) return [];
  const isSum = alike.every(({ sum }) => sum !== undefined);
  const usual = (isSum ? fitting(grid, [...groups.values()]) : undefined) ?? commonest([...groups.values()]);
  const model = usual[0];
  if (model === undefined || (!isSum && usual.length < 2)) return [];
  return [...groups.values()].flatMap((group) => {
    if (group === usual || (!isSum && group.length * 2 > usual.length)) return [];
    return group.flatMap((run) => oddFrom(grid, run.first, run.column, { row: run.first, column: model.column }, usual.length, "row") ?? []);
  });
}

/** More of them; of as many, the wider sums. */
function commonest(groups: readonly FormulaRun[][]): FormulaRun[] {
  return groups.reduce((best, group) => (group.length > best.length || (group.length === best.length && heightOf(group) > heightOf(best)) ? group : best));
}

function heightOf([run]: readonly FormulaRun[]): number {
  return run?.sum === undefined ? 0 : run.sum.bottom - run.sum.top;
}

/** The sums that take in what the others, most of them, leave out although numbers stand there: then the few are right. */
function fitting(grid: FormulaGrid, groups: readonly FormulaRun[][]): FormulaRun[] | undefined {
  const [usual, wide] = [commonest(groups), groups.reduce((best, group) => (heightOf(group) > heightOf(best) ? group : best))];
  const [narrow, wider] = [usual[0]?.sum, wide[0]?.sum];
  if (usual === wide || narrow === undefined || wider === undefined || wider.top > narrow.top || wider.bottom < narrow.bottom) return undefined;
  const leavesOut = usual.filter(({ column }) => hasNumbers(grid, column, wider.top, narrow.top - 1) || hasNumbers(grid, column, narrow.bottom + 1, wider.bottom));
  return leavesOut.length * 2 > usual.length ? wide : undefined;
}

function hasNumbers({ worksheet }: FormulaGrid, column: number, top: number, bottom: number): boolean {
  for (let row = top; row <= bottom; row++) {
    const value = valueAt(worksheet, row, column);
    if (typeof value === "number" && !isYear(value)) return true;
  }
  return false;
}

/** A year over a column is its header. */
export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value <= 2100;
}

import { stringifyAddress, stringifyColumn } from "../core/address";
import { valueAt, type Rectangle } from "../core/workbook";
import { scanReferences, type ReferenceCorner } from "../formula/scan-references";
import { isBlankAt, isNumberAt, lengthOf, runAt, type FormulaGrid, type FormulaRun } from "./formula-grid";
import { isYear } from "./odd-in-rows";

/** A sum that cannot be right by what stands around its range, whatever its neighbours do. */
export type OddSum = {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly kind: "leaves-out" | "counts-twice";
  /** What it leaves out, or the subtotal that it counts together with its own parts. */
  readonly part: Rectangle;
  /** The formula that would be right. */
  readonly expected: string;
};

type Sum = { readonly run: FormulaRun; readonly area: Rectangle };

export function oddSumsOf(grid: FormulaGrid): OddSum[] {
  const sums = grid.columns.flat().flatMap((run) => {
    return run.sum === undefined || lengthOf(run) > 1 ? [] : [{ run, area: run.sum }];
  });
  return sums.flatMap((sum) => leavesOut(grid, sum, sums) ?? countsTwice(grid, sum) ?? []);
}

function leavesOut(grid: FormulaGrid, sum: Sum, sums: readonly Sum[]): OddSum | undefined {
  const { run, area } = sum;
  const isDown = area.left === area.right && area.top < area.bottom;
  if (isDown === (area.top === area.bottom && area.left < area.right)) return undefined;
  const axis = isDown ? "down" : "across";
  for (const step of stepsOf(sum, axis)) {
    const part = between(grid, sum, axis, step) ?? beyond(grid, sum, axis, step);
    if (part === undefined) continue;
    if (sums.some((other) => other !== sum && isIn(other.area, part.top, part.left) && !isIn(other.area, area.top, area.left))) continue;
    const whole = { top: Math.min(area.top, part.top), bottom: Math.max(area.bottom, part.bottom), left: Math.min(area.left, part.left), right: Math.max(area.right, part.right) };
    const expected = withRange(run.formula, whole);
    return { row: run.first, column: run.column, formula: run.formula, kind: "leaves-out", part, expected };
  }
  return undefined;
}

type Axis = "down" | "across";
type Place = { readonly row: number; readonly column: number };

/** A sum over its parts says nothing of what comes after them: there the next group begins. */
function stepsOf({ run, area }: Sum, axis: Axis): readonly (1 | -1)[] {
  return axis === "down" && run.column === area.left && run.first < area.top ? [-1] : [1, -1];
}

function endOf(area: Rectangle, step: 1 | -1): Place {
  return step === 1 ? { row: area.bottom, column: area.right } : { row: area.top, column: area.left };
}

/** Numbers that stand between a range and its sum, without a break but for one blank row. */
function between(grid: FormulaGrid, { run, area }: Sum, axis: Axis, step: 1 | -1): Rectangle | undefined {
  if (axis !== "down" || run.column !== area.left || Math.sign(run.first - endOf(area, step).row) !== step) return undefined;
  const { worksheet } = grid;
  const column = area.left;
  const start = endOf(area, step).row;
  if (!isNumberAt(worksheet, start, column)) return undefined;
  let row = start + step;
  for (; row !== run.first; row += step) {
    const value = valueAt(worksheet, row, column);
    if (typeof value !== "number" || (step === -1 && isYear(value))) break;
    const inside = runAt(grid, start, column);
    const own = runAt(grid, row, column);
    if (own?.key !== inside?.key || isTotalAt(grid, row, column)) return undefined;
  }
  if (row === start + step || Math.abs(run.first - row) > 1 || (row !== run.first && !isBlankAt(worksheet, row, column))) return undefined;
  return { top: Math.min(start + step, row - step), bottom: Math.max(start + step, row - step), left: column, right: column };
}

/** One more cell of the same pattern right after the range. */
function beyond(grid: FormulaGrid, { run, area }: Sum, axis: Axis, step: 1 | -1): Rectangle | undefined {
  const end = endOf(area, step);
  const next = axis === "down" ? { row: end.row + step, column: end.column } : { row: end.row, column: end.column + step };
  const isTowards = axis === "down" && run.column === end.column && Math.sign(run.first - end.row) === step;
  if (isTowards || next.row < 0 || next.column < 0 || (next.row === run.first && next.column === run.column)) return undefined;
  const inside = runAt(grid, end.row, end.column);
  if (inside === undefined || runAt(grid, next.row, next.column)?.key !== inside.key || !isNumberAt(grid.worksheet, next.row, next.column)) return undefined;
  return inside.sum === undefined && isTotalAt(grid, next.row, next.column) ? undefined : { top: next.row, bottom: next.row, left: next.column, right: next.column };
}

/** Whether the row holds totals: what looks like one more part is one in another column. */
function isTotalAt(grid: FormulaGrid, row: number, column: number): boolean {
  for (let other = column - 2; other <= column + 2; other++) {
    const run = runAt(grid, row, other);
    const area = run?.sum;
    if (run !== undefined && area !== undefined && lengthOf(run) === 1 && area.left === other && area.right === other && area.top < area.bottom) return true;
  }
  return false;
}

function isIn(area: Rectangle, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Cells of a long range are asked one by one up to here. */
const longest = 2000;

function countsTwice(grid: FormulaGrid, { run, area }: Sum): OddSum | undefined {
  if (area.left !== area.right || area.bottom - area.top > longest) return undefined;
  const subtotals = subtotalsIn(grid, area);
  const [first] = subtotals;
  if (first === undefined) return undefined;
  const expected = `${run.formula}${subtotals.map((part) => `-${stringifyAddress(part)}`).join("")}`;
  return { row: run.first, column: run.column, formula: run.formula, kind: "counts-twice", part: first, expected };
}

/** Sums inside a range whose own cells all stand inside it too. */
function subtotalsIn(grid: FormulaGrid, area: Rectangle): Rectangle[] {
  const found: Rectangle[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const run = runAt(grid, row, area.left);
    const inner = run === undefined || lengthOf(run) > 1 ? undefined : run.sum;
    if (inner === undefined || inner.left !== area.left || inner.right !== area.left || inner.top >= inner.bottom) continue;
    if (inner.top >= area.top && inner.bottom <= area.bottom && valueAt(grid.worksheet, row, area.left) !== 0) found.push({ ...area, top: row, bottom: row });
  }
  return found;
}

/** The same sum over another range, with the dollar signs it has. */
function withRange(formula: string, area: Rectangle): string {
  const [reference] = scanReferences(formula);
  if (reference === undefined) return formula;
  const { from, to } = reference;
  const corner = (row: number, column: number, { isRowFixed, isColumnFixed }: ReferenceCorner): string => `${isColumnFixed ? "$" : ""}${stringifyColumn(column)}${isRowFixed ? "$" : ""}${row + 1}`;
  return `${formula.slice(0, reference.start)}${corner(area.top, area.left, from)}:${corner(area.bottom, area.right, to ?? from)}${formula.slice(reference.end)}`;
}

import type { Rectangle } from "../core/workbook";
import { relativeFormula } from "../formula/relative-formula";
import { areaOf, scanReferences, type FormulaReference } from "../formula/scan-references";
import type { FormulaRun } from "./formula-grid";

/** Equal for formulas that say the same in two ways: A1+A2+A3 and SUM(A1:A3), +A1 and A1. */
export function patternKey(formula: string, row: number, column: number, references: readonly FormulaReference[]): string {
  const cells = summedCells(formula, references);
  if (cells !== undefined) return `Σ${cells.map(({ place, isRowFixed, isColumnFixed }) => `${isRowFixed ? place.row : `[${place.row - row}]`},${isColumnFixed ? place.column : `[${place.column - column}]`}`).sort().join(";")}`;
  return relativeFormula(formula, row, column, references).replace(/^=\+/, "=");
}

type SummedCell = { readonly place: { readonly row: number; readonly column: number }; readonly isRowFixed: boolean; readonly isColumnFixed: boolean };

/** A range of more cells is left as it is written. */
const spelledOut = 40;

/** The cells of a formula that only adds cells of its own sheet; undefined for any other. */
function summedCells(formula: string, references: readonly FormulaReference[]): SummedCell[] | undefined {
  if (formula.includes("*") || formula.includes("/") || formula.includes("-") || references.length === 0 || references.length > spelledOut || references.some(({ prefix }) => prefix !== "")) return undefined;
  let rest = "";
  let at = 0;
  for (const { start, end } of references) {
    rest += `${formula.slice(at, start)}@`;
    at = end;
  }
  rest = (rest + formula.slice(at)).toUpperCase().replace(/[\s]/g, "");
  const plain = rest.replace(/SUM\(/g, "(").replace(/,/g, "+");
  if (!/^=[+(@)]*$/.test(plain) || /@[@(]|\)[@(]/.test(plain) || (rest.includes(",") && !rest.includes("SUM("))) return undefined;
  const cells: SummedCell[] = [];
  for (const { from, to } of references) {
    const [row, column] = [from.row, from.column];
    if (row === undefined || column === undefined || (to !== undefined && (to.row === undefined || to.column === undefined))) return undefined;
    const last = { row: to?.row ?? row, column: to?.column ?? column };
    if (to !== undefined && (to.isRowFixed !== from.isRowFixed || to.isColumnFixed !== from.isColumnFixed)) return undefined;
    if ((last.row - row + 1) * (last.column - column + 1) > spelledOut || last.row < row || last.column < column) return undefined;
    for (let r = row; r <= last.row; r++) for (let c = column; c <= last.column; c++) cells.push({ place: { row: r, column: c }, isRowFixed: from.isRowFixed, isColumnFixed: from.isColumnFixed });
  }
  return cells.length > spelledOut ? undefined : cells;
}

/** References become @, numbers #. */
export function shapeOf(formula: string, references: readonly FormulaReference[]): string {
  let shape = "";
  let at = 0;
  for (const { start, end, to } of references) {
    shape += `${formula.slice(at, start)}${to === undefined ? "@" : "@:@"}`;
    at = end;
  }
  const whole = (shape + formula.slice(at)).toUpperCase().replace(/\s/g, "").replace(/^=\+/, "=").replace(/(?<![A-Z_\d.])\d+(?:\.\d+)?/g, "#").replace("SUM(@)", "SUM(@:@)");
  // so many subtotals or one less: both are a sum of cells
  return /^=@(?:\+@)+$/.test(whole) ? "=@+…" : whole;
}

/** A sum of one range of its own sheet and nothing else. */
export function soleSum(formula: string, references: readonly FormulaReference[] = scanReferences(formula)): Rectangle | undefined {
  const [reference] = references;
  // SUBTOTAL(109,…) and some blanks are the longest that may stand around it
  if (reference === undefined || references.length > 1 || formula.length - (reference.end - reference.start) > 24 || reference.prefix !== "") return undefined;
  if (reference.from.row === undefined || reference.from.column === undefined) return undefined;
  const around = (formula.slice(0, reference.start) + formula.slice(reference.end)).toUpperCase().replace(/\s/g, "").replace(/^=\+/, "=");
  return around === "=SUM()" || around === "=SUBTOTAL(9,)" || around === "=SUBTOTAL(109,)" ? areaOf(reference) : undefined;
}

/** Whether two formulas read the same cells in the same way and differ only in a number written into them, of the same or of no order. */
export function differInRateOnly(a: string, aRow: number, aColumn: number, b: string, bRow: number, bColumn: number): boolean {
  const [first, second] = [partsOf(a, aRow, aColumn), partsOf(b, bRow, bColumn)];
  if (first.text !== second.text) return false;
  const pairs = first.numbers.length === second.numbers.length ? first.numbers.map((number, index) => number / (second.numbers[index] ?? number)) : [];
  return !pairs.some(isUnitSlip);
}

/** Ten, a hundred, a thousand times as much. */
function isUnitSlip(ratio: number): boolean {
  const power = Math.log10(Math.abs(ratio));
  return Number.isFinite(power) && Math.abs(power) > 0.5 && Math.abs(power - Math.round(power)) < 1e-9;
}

/** The pattern without its numbers, and without a number that is only added to it. */
function partsOf(formula: string, row: number, column: number): { readonly text: string; readonly numbers: readonly number[] } {
  const key = relativeFormula(formula, row, column).replace(/^=\+/, "=");
  const numbers: number[] = [];
  const text = key.replace(/(R\d*(?:\[-?\d+\])?C\d*(?:\[-?\d+\])?)|([A-Z_]\w*)|(\d+(?:\.\d+)?)/g, (part, reference: string | undefined, name: string | undefined) => {
    if (reference !== undefined || name !== undefined) return part;
    numbers.push(Number(part));
    return "#";
  });
  return { text: text.replace(/[+-]#$/, ""), numbers };
}

/** All that a formula reads stands in its own row (`across`) or in its own column (`down`), but for a fixed cell that all its neighbours read too. */
export function directionOf({ references, first: row, column }: FormulaRun): "across" | "down" | undefined {
  if (references.length === 0 || references.some(({ prefix }) => prefix !== "")) return undefined;
  let [isAcross, isDown] = [false, false];
  let [leavesRow, leavesColumn] = [false, false];
  for (const reference of references) {
    const { top, bottom, left, right } = areaOf(reference);
    if (top === row && bottom === row) isAcross = true;
    else if (!reference.from.isRowFixed) leavesRow = true;
    if (left === column && right === column) isDown = true;
    else if (!reference.from.isColumnFixed) leavesColumn = true;
  }
  if (isAcross && !leavesRow) return "across";
  return isDown && !leavesColumn ? "down" : undefined;
}

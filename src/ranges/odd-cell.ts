import { formulaAt } from "../core/workbook";
import { offsetFormula } from "../formula/move-formula";
import type { FormulaGrid } from "./formula-grid";
import type { LineKind } from "./lines";
import { differInRateOnly } from "./pattern";

/** A formula that does not do what the formulas around it do. */
export type OddCell = {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** Where one of the others stands. */
  readonly model: { readonly row: number; readonly column: number };
  /** What would stand here if it did. */
  readonly expected: string;
  /** How many do the other thing. */
  readonly count: number;
  readonly line: LineKind;
};

export function oddFrom(grid: FormulaGrid, row: number, column: number, model: OddCell["model"], count: number, line: LineKind): OddCell | undefined {
  const formula = formulaAt(grid.worksheet, row, column);
  const other = formulaAt(grid.worksheet, model.row, model.column);
  if (formula === undefined || other === undefined || formula.includes("#REF!") || other.includes("#REF!")) return undefined;
  // a sum through several sheets may say the same as what names each of them
  if (isThroughSheets(formula)) return undefined;
  // a rate or an extra point written into one formula is meant; ten times as much is a slip
  if (differInRateOnly(formula, row, column, other, model.row, model.column)) return undefined;
  const expected = offsetFormula(other, row - model.row, column - model.column);
  // moved off the sheet
  return expected.includes("#REF!") ? undefined : { row, column, formula, model, expected, count, line };
}

/** SUM(一院:二院!B3). */
function isThroughSheets(formula: string): boolean {
  return formula.includes("!") && formula.includes(":") && /[^!+\-*/(),:]:[^!+\-*/(),:]{1,80}!/.test(formula);
}

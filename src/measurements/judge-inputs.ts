import { findWorksheet, formulaAt, isError, textOf, valueAt, type Range, type Workbook } from "../core/workbook";
import { inputCell, type Input, type Series } from "./series";

/** What stands in an input's cell; `unknown` where another cell is to blame, or nobody can tell. */
export type InputState = {
  readonly kind: "number" | "blank" | "text" | "unknown";
  readonly input: Input;
  readonly range: Range;
  readonly value?: number;
  readonly text: string;
  readonly isZeroDenominator: boolean;
  /** A formula that gives 0, such as a sum of blanks. */
  readonly isTotalOfNothing: boolean;
  isReported: boolean;
};

export function judgeInput(input: Input, row: number, { table }: Series, workbook: Workbook): InputState {
  const range = inputCell(input, row);
  const worksheet = range.sheet === table.sheet ? table.worksheet : findWorksheet(workbook, range.sheet);
  const value = worksheet === undefined ? null : valueAt(worksheet, range.top, range.left);
  const isComputed = worksheet !== undefined && formulaAt(worksheet, range.top, range.left) !== undefined;
  const state = { input, range, text: "", isZeroDenominator: false, isTotalOfNothing: value === 0 && isComputed, isReported: false };
  if (typeof value === "number") return { ...state, kind: "number", value, isZeroDenominator: value === 0 && input.role === "denominator" };
  // a formula that gives no number is wrong where it is wrong, not here
  if (isError(value) || isComputed || worksheet === undefined) return { ...state, kind: "unknown" };
  const text = textOf(value);
  return { ...state, kind: text === "" ? "blank" : "text", text };
}

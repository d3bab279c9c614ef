import type { Text } from "../core/text";
import { formulaAt, type Range, type Workbook } from "../core/workbook";
import type { Expression } from "./expression";
import { worksheetCalled, type FormulaPlace } from "./formula-place";
import { parseFormula } from "./formula-tree";
import type { Operand } from "./operand";
import { readNode } from "./read-node";
import { outermost, type Reading } from "./reading";
import type { Guard } from "./read-guard";
import { peel } from "./peel";
import { tooLong, Unreadable } from "./unreadable";

export type ReadFormula = {
  /** Over the keys of `operands`. */
  readonly expression: Expression;
  readonly operands: ReadonlyMap<string, Operand>;
  /** Decimals that the result is rounded to, by a ROUND around the whole; −2 is hundreds. */
  readonly rounding?: number;
  /** The outermost guard against blanks, zeros and errors. */
  readonly guard?: Guard;
};

export type ReadOptions = {
  /** Reads through cells that hold formulas themselves, a few steps far; where one cannot be read it stays an operand. */
  readonly follow?: boolean;
};

const maxParts = 20_000;
const maxSteps = 4;

/** Reads a formula as arithmetic over cells, or says what in it cannot be read. Never throws, never guesses. */
export function readFormula(formula: string, place: FormulaPlace, workbook: Workbook, options: ReadOptions = {}): ReadFormula | { readonly unreadable: Text } {
  let parts = 0;
  const spend = (count: number): void => {
    parts += count;
    if (parts > maxParts) throw tooLong();
  };
  try {
    return readAt(formula, place, workbook, spend, options.follow === true ? maxSteps : 0);
  } catch (error) {
    if (error instanceof Unreadable) return { unreadable: error.text };
    if (error instanceof RangeError) return { unreadable: tooLong().text };
    throw error;
  }
}

function readAt(formula: string, place: FormulaPlace, workbook: Workbook, spend: (parts: number) => void, steps: number): ReadFormula {
  const operands = new Map<string, Operand>();
  const reading: Reading = {
    place,
    workbook,
    operands,
    spend,
    read: (node, scope) => readNode(node, scope, reading),
    follow: (range) => (steps === 0 ? undefined : followed(range)),
  };
  const followed = (range: Range): Expression | undefined => {
    const worksheet = worksheetCalled(workbook, range.sheet);
    const own = worksheet && formulaAt(worksheet, range.top, range.left);
    if (own === undefined) return undefined;
    try {
      const inner = readAt(own, { sheet: range.sheet, row: range.top, column: range.left }, workbook, spend, steps - 1);
      for (const [key, operand] of inner.operands) operands.set(key, operand);
      return inner.expression;
    } catch (error) {
      if (error instanceof Unreadable) return undefined;
      throw error;
    }
  };
  const { node, scope, guard, rounding } = peel(parseFormula(formula), outermost, reading);
  const expression = readNode(node, scope, reading);
  return { expression, operands, ...(rounding === undefined ? {} : { rounding }), ...(guard === undefined ? {} : { guard }) };
}

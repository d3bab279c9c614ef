import type { Range, Workbook } from "../core/workbook";
import { atom, product, sum, numberOf, type Expression } from "./expression";
import type { FormulaPlace } from "./formula-place";
import type { FormulaNode } from "./formula-tree";
import { keyOfOperand, type Operand } from "./operand";

/** What names mean where a part stands: the variables of LET around it, and the defined names it was reached through. */
export type Scope = { readonly variables: ReadonlyMap<string, { readonly node: FormulaNode; readonly scope: Scope }>; readonly trail: readonly string[] };

export const outermost: Scope = { variables: new Map(), trail: [] };

/** A formula on its way to an expression. */
export type Reading = {
  readonly place: FormulaPlace;
  readonly workbook: Workbook;
  readonly operands: Map<string, Operand>;
  /** What a part computes; an argument that is left out is 0. */
  readonly read: (node: FormulaNode | null | undefined, scope: Scope) => Expression;
  /** Throws once the parts that were made are too many. */
  readonly spend: (parts: number) => void;
  /** What a cell's own formula computes, where formulas are to be followed. */
  readonly follow: (range: Range) => Expression | undefined;
};

export function operandOf(operand: Operand, reading: Reading): Expression {
  reading.spend(1);
  const followed = operand.kind === "cell" ? reading.follow(operand.range) : undefined;
  if (followed !== undefined) return followed;
  const key = keyOfOperand(operand);
  const known = reading.operands.get(key);
  // a cell that the text names anywhere is one that it names
  if (known === undefined || (known.kind === "cell" && known.isLookedUp === true)) reading.operands.set(key, operand);
  return atom(key);
}

export function negative(part: Expression): Expression {
  return part.kind === "number" ? numberOf(-part.value) : product(numberOf(-1), part);
}

/** A sum that is no more nested than it must be. */
export function sumOf(parts: readonly Expression[]): Expression {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : sum(...parts);
}

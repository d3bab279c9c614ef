import type { Range } from "../core/workbook";
import { factorBetween, factorOfReciprocal, type Quotient } from "../formula/quotient";

/** How a cell's formula differs from its indicator's definition. */
export type Difference =
  | { readonly kind: "swapped" }
  /** `factor` times what it should be. */
  | { readonly kind: "factor"; readonly factor: number }
  /** It takes a cell where another one belongs: of another column, or of another row. */
  | { readonly kind: "column" | "row"; readonly taken: Range; readonly expected: Range; readonly expectedLabel: string }
  /** A total of ratios made by adding up or averaging them. */
  | { readonly kind: "total-of-ratios"; readonly isMean: boolean }
  /** It computes something else of the same or other cells. */
  | { readonly kind: "other" };

/** Two quotients that differ by a constant, or are one the other's reciprocal. */
export function shapeOf(actual: Quotient, expected: Quotient): Difference | undefined {
  const factor = factorBetween(actual, expected);
  if (factor !== undefined) return { kind: "factor", factor };
  return factorOfReciprocal(actual, expected) === undefined ? undefined : { kind: "swapped" };
}

/** Which cell was taken for which. */
export function misplacedCell(taken: Range, expected: Range, expectedLabel: string): Difference {
  const isRow = taken.sheet === expected.sheet && taken.left === expected.left;
  return { kind: isRow ? "row" : "column", taken, expected, expectedLabel };
}

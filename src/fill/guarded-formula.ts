import type { Formula } from "../core/workbook";
import { keysOf, type Expression } from "../formula/expression";
import { formulaText } from "../formula/write-expression";

/**
 * The formula that computes a definition from cells, empty while an input is missing or a divisor is 0:
 * `=IF(OR(F3="",G3="",G3=0),"",ROUND(F3/G3*100,2))`.
 */
export function guardedFormula(expression: Expression, addressOf: (term: string) => string, decimals = 2): Formula {
  const blanks = keysOf(expression).map((term) => `${addressOf(term)}=""`);
  const zeros = divisorsOf(expression).map((divisor) => `${formulaText(divisor, addressOf)}=0`);
  const missing = [...new Set([...blanks, ...zeros])];
  const value = `ROUND(${formulaText(expression, addressOf)},${decimals})`;
  return { formula: missing.length === 0 ? `=${value}` : `=IF(OR(${missing.join(",")}),"",${value})` };
}

/** Every part that something is divided by and that may be 0. */
function divisorsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "number":
    case "atom":
      return [];
    case "quotient":
      return [...divisorsOf(expression.over), ...divisorsOf(expression.under), ...(expression.under.kind === "number" ? [] : [expression.under])];
    default:
      return expression.parts.flatMap(divisorsOf);
  }
}

import { keysOf, type Expression } from "../formula/expression";
import type { Computation, Indicator } from "../indicators/indicator";
import type { Input, Series } from "./series";

export type Computed = Pick<Series, "inputs" | "expression" | "alternatives">;

/** The ways of computing an indicator for which all inputs are there, the first of them first. */
export function computedFrom({ expression, terms, alternatives = [] }: Indicator, inputsFor: (computation: Computation) => ReadonlyMap<string, Input>): Computed {
  const inputs = new Map<string, Input>();
  const complete: Expression[] = [];
  for (const computation of [...(expression === undefined ? [] : [{ expression, terms }]), ...alternatives]) {
    const found = inputsFor(computation);
    if (!keysOf(computation.expression).every((key) => found.has(key))) continue;
    complete.push(computation.expression);
    for (const [key, input] of found) if (!inputs.has(key)) inputs.set(key, input);
  }
  const [first, ...others] = complete;
  return { inputs, ...(first === undefined ? {} : { expression: first }), ...(others.length === 0 ? {} : { alternatives: others }) };
}

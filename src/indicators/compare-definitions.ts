import { keysOf, type Expression } from "../formula/expression";
import { isSymbol } from "./arithmetic";
import type { Computation, Term } from "./indicator";
import { matchTerm } from "./match-term";

/** What two definitions have that can be compared: an indicator, one of its other computations, or one written in a cell. */
export type Comparable = { readonly expression?: Expression; readonly terms: readonly Term[]; readonly isWorded?: true; readonly alternatives?: readonly Computation[] };

/** `swapped` numerator and denominator, `factor` a constant times too much, `terms` other quantities, `form` the same quantities computed otherwise. */
export type DefinitionDifference = "same" | "swapped" | "factor" | "terms" | "form";

/** How a definition differs from another; undefined where one of them cannot tell: nothing is computed, or letters stand for its quantities. */
export function compareDefinitions(a: Comparable, b: Comparable): DefinitionDifference | undefined {
  const found = compareOne(a, b);
  if (found === undefined || found === "same") return found;
  const others = (b.alternatives ?? []).map((other) => compareOne(a, other));
  if (others.includes("same")) return "same";
  // what is said of the same quantities says more
  return found === "terms" ? (others.find((other) => other !== undefined && other !== "terms") ?? found) : found;
}

function compareOne(a: Comparable, b: Comparable): DefinitionDifference | undefined {
  if (a.expression === undefined || b.expression === undefined || a.terms.some(({ name }) => isSymbol(name)) || b.terms.some(({ name }) => isSymbol(name))) return undefined;
  const names = pairTerms(a.terms, b.terms);
  if (names === undefined) return "terms";
  const own = new Map(keysOf(b.expression).map((key, index) => [key, index]));
  const [one, other] = [a.expression, b.expression];
  const ratios: number[] = [];
  const products: number[] = [];
  for (const round of [1, 2, 3]) {
    const left = evaluate(one, (key) => sample(own.get(names.get(key) ?? "") ?? 0, round));
    const right = evaluate(other, (key) => sample(own.get(key) ?? 0, round));
    if (!Number.isFinite(left) || !Number.isFinite(right) || right === 0 || left === 0) return undefined;
    ratios.push(left / right);
    products.push(left * right);
  }
  const [ratio = 0] = ratios;
  if (isConstant(ratios)) return isNear(ratio, 1) || a.isWorded === true || b.isWorded === true ? "same" : "factor";
  return isConstant(products) ? "swapped" : "form";
}

/** Each of the one's terms by the other's name; undefined unless all find a partner of their own. */
function pairTerms(a: readonly Term[], b: readonly Term[]): ReadonlyMap<string, string> | undefined {
  if (a.length !== b.length) return undefined;
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const term of a) {
    const partner = b.find(({ name }) => name === term.name) ?? matchTerm(term.name, b) ?? b.find((candidate) => matchTerm(candidate.name, a) === term);
    if (partner === undefined || taken.has(partner.name)) return undefined;
    names.set(term.name, partner.name);
    taken.add(partner.name);
  }
  return names;
}

const primes = [101, 211, 307, 401, 503, 601, 701, 809, 907, 1009, 1103, 1201];

/** Values at which two different formulas of a definition's size do not agree by accident. */
function sample(index: number, round: number): number {
  return (primes[(index * 3 + round) % primes.length] ?? 97) * (1 + index * 0.37 + round * 0.113);
}

function evaluate(expression: Expression, valueOf: (key: string) => number): number {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "atom":
      return valueOf(expression.key);
    case "sum":
      return expression.parts.reduce((total, part) => total + evaluate(part, valueOf), 0);
    case "product":
      return expression.parts.reduce((total, part) => total * evaluate(part, valueOf), 1);
    case "quotient":
      return evaluate(expression.over, valueOf) / evaluate(expression.under, valueOf);
  }
}

function isConstant(values: readonly number[]): boolean {
  const [first = 0] = values;
  return values.every((value) => isNear(value / first, 1));
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-9;
}

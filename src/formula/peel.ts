import { evaluate } from "./quotient";
import { calleeOf, type FormulaNode } from "./formula-tree";
import { readGuard, type Guard } from "./read-guard";
import type { Reading, Scope } from "./reading";

export type Peeled = { readonly node: FormulaNode; readonly scope: Scope; readonly guard?: Guard; readonly rounding?: number };

const roundings: ReadonlySet<string> = new Set(["ROUND", "ROUNDUP", "ROUNDDOWN", "TRUNC"]);

export function isRounding(callee: string): boolean {
  return roundings.has(callee);
}

/** Takes guards, roundings and LET off the outside of a formula. */
export function peel(outer: FormulaNode, outerScope: Scope, reading: Reading): Peeled {
  let [node, scope] = [outer, outerScope];
  let guard: Guard | undefined;
  let rounding: number | undefined;
  for (;;) {
    const inner = inside(node, scope, reading);
    guard ??= inner?.guard;
    if (inner?.node === undefined) {
      rounding ??= scaledRounding(node, scope, reading);
      return { node, scope, ...(guard === undefined ? {} : { guard }), ...(rounding === undefined ? {} : { rounding }) };
    }
    rounding ??= inner.rounding;
    ({ node, scope } = { scope, ...inner, node: inner.node });
  }
}

type Inside = { readonly node?: FormulaNode; readonly scope?: Scope; readonly guard?: Guard; readonly rounding?: number };

function inside(node: FormulaNode, scope: Scope, reading: Reading): Inside | undefined {
  if (node.type === "LetExpression" && node.body !== null) return { node: node.body, scope: scopeOfLet(node, scope) };
  if (node.type === "UnaryExpression" && node.operator === "+") return partOf(node.arguments[0]);
  if (node.type !== "CallExpression") return undefined;
  const callee = calleeOf(node);
  if (isRounding(callee)) {
    const digits = digitsOf(node.arguments[1], callee, scope, reading);
    return { ...partOf(node.arguments[0]), ...(digits === undefined ? {} : { rounding: digits }) };
  }
  const guarded = readGuard(callee, node.arguments);
  if (guarded === undefined) return undefined;
  // several computing parts are compared by whoever reads the node
  return guarded.computing.length === 1 ? { ...partOf(guarded.computing[0]), guard: guarded.guard } : { guard: guarded.guard };
}

export function scopeOfLet(node: Extract<FormulaNode, { type: "LetExpression" }>, outer: Scope): Scope {
  let scope = outer;
  for (const { id, init } of node.declarations) {
    if (init !== null) scope = { ...scope, variables: new Map(scope.variables).set(id.name.toLowerCase(), { node: init, scope }) };
  }
  return scope;
}

function partOf(node: FormulaNode | null | undefined): Inside {
  return node === null || node === undefined ? {} : { node };
}

function digitsOf(node: FormulaNode | null | undefined, callee: string, scope: Scope, reading: Reading): number | undefined {
  if (node === null || node === undefined) return callee === "TRUNC" || node === null ? 0 : undefined;
  if (node.type !== "Literal" && node.type !== "UnaryExpression") return undefined;
  const digits = evaluate(reading.read(node, scope), () => undefined);
  return digits === undefined ? undefined : Math.trunc(digits);
}

/** ROUND(B3/C3,4)*100 has two decimals, ROUND(B3/C3*100,2)% four. */
function scaledRounding(node: FormulaNode, scope: Scope, reading: Reading): number | undefined {
  if (node.type === "CallExpression" && isRounding(calleeOf(node))) return digitsOf(node.arguments[1], calleeOf(node), scope, reading);
  if (node.type === "UnaryExpression" && node.operator === "%") return shifted(node.arguments[0], 2, scope, reading);
  if (node.type !== "BinaryExpression" || (node.operator !== "*" && node.operator !== "/")) return undefined;
  const [left, right] = node.arguments;
  const power = powerOfTen(right);
  if (power !== undefined) return shifted(left, node.operator === "*" ? -power : power, scope, reading);
  const leftPower = node.operator === "*" ? powerOfTen(left) : undefined;
  return leftPower === undefined ? undefined : shifted(right, -leftPower, scope, reading);
}

function shifted(node: FormulaNode | undefined, by: number, scope: Scope, reading: Reading): number | undefined {
  const digits = node?.type === "CallExpression" ? scaledRounding(node, scope, reading) : undefined;
  return digits === undefined ? undefined : digits + by;
}

function powerOfTen(node: FormulaNode | undefined): number | undefined {
  if (node?.type === "UnaryExpression" && node.operator === "%") {
    const power = powerOfTen(node.arguments[0]);
    return power === undefined ? undefined : power - 2;
  }
  const power = node?.type === "Literal" && typeof node.value === "number" ? Math.log10(node.value) : undefined;
  return power !== undefined && Number.isInteger(power) ? power : undefined;
}

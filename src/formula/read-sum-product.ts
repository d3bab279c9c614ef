import type { Range } from "../core/workbook";
import type { Expression } from "./expression";
import { calleeOf, type FormulaNode } from "./formula-tree";
import { lookedForValue } from "./look-up";
import type { Condition } from "./operand";
import { productOfMatrices, readMatrix } from "./read-matrix";
import { operandOf, sumOf, type Reading, type Scope } from "./reading";
import { requireRange, resolveReference } from "./resolve-reference";
import { unreadable } from "./unreadable";

type Argument = FormulaNode | null | undefined;

/** SUMPRODUCT of ranges, or of conditions with at most one range: SUMPRODUCT((A2:A9="甲")*B2:B9) is a SUMIFS. */
export function readSumProduct(parts: readonly Argument[], scope: Scope, reading: Reading): Expression {
  const factors = parts.flatMap((part) => (part === null || part === undefined ? [] : factorsOf(part)));
  const conditions = factors.flatMap((factor) => conditionOf(factor, scope, reading) ?? []);
  if (conditions.length === 0) {
    const matrices = parts.flatMap((part) => (part === null || part === undefined ? [] : [readMatrix(part, scope, reading)]));
    return sumOf(productOfMatrices(matrices, reading).cells.flat());
  }
  const values = factors.filter((factor) => comparisonOf(factor) === undefined && !isOne(factor));
  const [first] = conditions;
  const [value] = values;
  if (values.length > 1 || first === undefined) throw unreadable("SUMPRODUCT", "又有条件又有几片区域，读不懂", "has conditions and several ranges");
  if (conditions.some(({ range }) => !isSameShape(range, first.range))) throw unreadable("SUMPRODUCT", "的各个区域大小不同", "has ranges of different sizes");
  if (value === undefined) return operandOf({ kind: "count-where", conditions }, reading);
  const range = requireRange(value, scope, reading, "SUMPRODUCT");
  if (!isSameShape(range, first.range)) throw unreadable("SUMPRODUCT", "的各个区域大小不同", "has ranges of different sizes");
  return operandOf({ kind: "sum-where", range, conditions }, reading);
}

/** What is multiplied, with the signs off that only turn TRUE into 1. */
function factorsOf(node: FormulaNode): FormulaNode[] {
  if (node.type === "BinaryExpression" && node.operator === "*") return node.arguments.flatMap(factorsOf);
  if (node.type === "UnaryExpression" && node.operator === "-") {
    const [inner] = node.arguments;
    if (inner?.type === "UnaryExpression" && inner.operator === "-") return inner.arguments.flatMap(factorsOf);
  }
  if (node.type === "CallExpression" && calleeOf(node) === "N") return node.arguments.slice(0, 1).flatMap(factorsOf);
  return [node];
}

function comparisonOf(node: FormulaNode): { readonly operator: string; readonly left: Argument; readonly right: Argument } | undefined {
  if (node.type !== "BinaryExpression" || !/^[<>=]/.test(node.operator)) return undefined;
  return { operator: node.operator, left: node.arguments[0], right: node.arguments[1] };
}

function conditionOf(node: FormulaNode, scope: Scope, reading: Reading): Condition | undefined {
  const comparison = comparisonOf(node);
  if (comparison === undefined) return undefined;
  const { operator, left, right } = comparison;
  const range = requireRange(left, scope, reading, "SUMPRODUCT");
  const resolved = right === null || right === undefined ? undefined : resolveReference(right, scope, reading);
  if (resolved?.kind === "range" && operator === "=" && resolved.range.top === resolved.range.bottom && resolved.range.left === resolved.range.right) {
    return { range, criterion: resolved.range };
  }
  const value = resolved?.kind === "part" ? lookedForValue(resolved.node, resolved.scope, reading) : undefined;
  // what SUMIFS would take for an operator or a wildcard is plain text here
  if (value === undefined || value === null || value === "" || typeof value === "object" || /^[<>=]|[*?~]/.test(String(value))) {
    throw unreadable("SUMPRODUCT", "的条件读不懂", "has a condition that cannot be read");
  }
  return { range, criterion: operator === "=" ? String(value) : `${operator}${String(value)}` };
}

function isSameShape(a: Range, b: Range): boolean {
  return a.bottom - a.top === b.bottom - b.top && a.right - a.left === b.right - b.left;
}

function isOne(node: FormulaNode): boolean {
  return node.type === "Literal" && node.value === 1;
}

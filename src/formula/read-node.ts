import { stringifyAddress } from "../core/address";
import { evaluate, isSameQuotient, toQuotient } from "./quotient";
import { numberOf, product, quotient, type Expression } from "./expression";
import { calleeOf, type CallNode, type FormulaNode } from "./formula-tree";
import { isRounding, scopeOfLet } from "./peel";
import { readConditional } from "./read-conditional-sum";
import { readGuard } from "./read-guard";
import { readAverage, readCount, readProduct, readSubtotal, readSum } from "./read-sum";
import { readSumProduct } from "./read-sum-product";
import { negative, operandOf, sumOf, type Reading, type Scope } from "./reading";
import { resolveReference } from "./resolve-reference";
import { tooLong, unreadable, Unreadable } from "./unreadable";

type Argument = FormulaNode | null | undefined;

const maxPower = 64;
/** Alternations of * and / in one row of factors. */
const maxAlternations = 100;

export function readNode(given: Argument, givenScope: Scope, reading: Reading): Expression {
  reading.spend(1);
  if (given === null || given === undefined) return numberOf(0);
  const resolved = resolveReference(given, givenScope, reading);
  if (resolved.kind === "range") {
    const { range } = resolved;
    if (range.top !== range.bottom || range.left !== range.right) throw unreadable(given.type === "ReferenceIdentifier" ? given.value : stringifyAddress(range), "是一片区域，不是一个单元格", "is a range, not one cell");
    return operandOf({ kind: "cell", range, ...(resolved.isLookedUp === true ? { isLookedUp: true } : {}) }, reading);
  }
  const { node, scope } = resolved;
  switch (node.type) {
    case "Literal":
      if (typeof node.value !== "number") throw unreadable(node.raw, "是文字，不是数", "is a text, not a number");
      return numberOf(node.value);
    case "ErrorLiteral":
      throw unreadable(node.raw, "：引用已经失效", "is a reference that is lost");
    case "UnaryExpression":
      return readUnary(node.operator, node.arguments[0], scope, reading);
    case "BinaryExpression":
      return readBinary(node, scope, reading);
    case "CallExpression":
      return readCall(node, scope, reading);
    case "LetExpression":
      return reading.read(node.body, scopeOfLet(node, scope));
    case "ArrayExpression":
      throw new Unreadable({ zh: "花括号里的数组读不懂", en: "An array in braces cannot be read" });
    default:
      throw new Unreadable({ zh: "LAMBDA 读不懂", en: "LAMBDA cannot be read" });
  }
}

function readUnary(operator: string, argument: Argument, scope: Scope, reading: Reading): Expression {
  switch (operator) {
    case "+":
      return reading.read(argument, scope);
    case "-":
      return negative(reading.read(argument, scope));
    case "%":
      return quotient(reading.read(argument, scope), numberOf(100));
    default:
      throw unreadable(operator, "：溢出的区域读不懂", "is a spilled range, which cannot be read");
  }
}

type BinaryNode = Extract<FormulaNode, { type: "BinaryExpression" }>;

function readBinary(node: BinaryNode, scope: Scope, reading: Reading): Expression {
  const [left, right] = node.arguments;
  switch (node.operator) {
    case "+":
    case "-":
      return readTerms(node, scope, reading);
    case "*":
    case "/":
      return readFactors(node, scope, reading);
    case "^":
      return power(reading.read(left, scope), reading.read(right, scope));
    case "&":
      throw unreadable("&", "把结果连成了文字，不再是数", "joins the result into a text");
    case " ":
    case ",":
      throw new Unreadable({ zh: "几片区域的交集或合并读不懂", en: "An intersection or union of ranges cannot be read" });
    default:
      throw unreadable(node.operator, "是比较，结果不是数", "compares, which gives no number");
  }
}

/** A row of + and −, however long, without going deep. */
function readTerms(node: BinaryNode, scope: Scope, reading: Reading): Expression {
  const parts: Expression[] = [];
  const { first, rest } = chain(node, ["+", "-"]);
  parts.push(reading.read(first, scope));
  for (const { operator, right } of rest) {
    const part = reading.read(right, scope);
    parts.push(operator === "-" ? negative(part) : part);
  }
  return sumOf(parts);
}

function readFactors(node: BinaryNode, scope: Scope, reading: Reading): Expression {
  const { first, rest } = chain(node, ["*", "/"]);
  let factors: Expression[] = [reading.read(first, scope)];
  let alternations = 0;
  const made = (): Expression => (factors.length === 1 && factors[0] !== undefined ? factors[0] : product(...factors));
  for (const { operator, right } of rest) {
    const factor = reading.read(right, scope);
    if (operator === "*") factors.push(factor);
    else {
      if (++alternations > maxAlternations) throw tooLong();
      factors = [quotient(made(), factor)];
    }
  }
  return made();
}

function chain(node: BinaryNode, operators: readonly string[]): { first: Argument; rest: { operator: string; right: Argument }[] } {
  const rest: { operator: string; right: Argument }[] = [];
  let first: Argument = node;
  while (first?.type === "BinaryExpression" && operators.includes(first.operator)) {
    rest.push({ operator: first.operator, right: first.arguments[1] });
    first = first.arguments[0];
  }
  return { first, rest: rest.reverse() };
}

function power(base: Expression, exponent: Expression): Expression {
  const value = evaluate(exponent, () => undefined);
  if (value === undefined || !Number.isInteger(value) || Math.abs(value) > maxPower) throw unreadable("^", "的指数不是写定的整数", "has an exponent that is no whole number");
  if (value === 0) return numberOf(1);
  const repeated = Math.abs(value) === 1 ? base : product(...Array.from({ length: Math.abs(value) }, () => base));
  return value > 0 ? repeated : quotient(numberOf(1), repeated);
}

function readCall(node: CallNode, scope: Scope, reading: Reading): Expression {
  const callee = calleeOf(node);
  const parts: readonly Argument[] = node.arguments;
  if (isRounding(callee)) return reading.read(parts[0], scope);
  const guarded = readGuard(callee, parts);
  if (guarded !== undefined) return onlyOne(callee, guarded.computing, scope, reading);
  switch (callee) {
    case "SUM":
      return readSum(parts, scope, reading);
    case "SUBTOTAL":
    case "AGGREGATE":
      return readSubtotal(callee, parts, scope, reading);
    case "SUMPRODUCT":
      return readSumProduct(parts, scope, reading);
    case "AVERAGE":
      return readAverage(parts, scope, reading);
    case "PRODUCT":
      return readProduct(parts, scope, reading);
    case "COUNT":
    case "COUNTA":
    case "COUNTBLANK":
      return readCount(callee, parts, scope, reading);
    case "SUMIF":
    case "SUMIFS":
    case "COUNTIF":
    case "COUNTIFS":
    case "AVERAGEIF":
    case "AVERAGEIFS":
      return readConditional(callee, parts, scope, reading);
    case "POWER":
      return power(reading.read(parts[0], scope), reading.read(parts[1], scope));
    case "PERCENTOF":
      return quotient(readSum([parts[0]], scope, reading), readSum([parts[1]], scope, reading));
    case "N":
    case "VALUE":
      return reading.read(parts[0], scope);
    default:
      throw unreadable(callee, "这个函数读不懂", "is a function that cannot be read");
  }
}

/** What the computing parts of a guard agree on. */
function onlyOne(callee: string, parts: readonly FormulaNode[], scope: Scope, reading: Reading): Expression {
  const expressions = parts.map((part) => reading.read(part, scope));
  const [first, ...others] = expressions;
  const sample = first && toQuotient(first);
  const agree = others.every((other) => {
    const same = toQuotient(other);
    return same !== undefined && sample !== undefined && isSameQuotient(sample, same);
  });
  if (first === undefined || (others.length > 0 && !agree)) throw unreadable(callee, "的几种情形算的不是同一个式子", "computes different things in its cases");
  return first;
}

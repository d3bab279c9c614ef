import { formulaAt, spanAt, valueAt, type Range, type Worksheet } from "../core/workbook";
import { numberOf, product, quotient, type Expression } from "./expression";
import { countNumbers, hasSubtotal, isSubtotal } from "./column-facts";
import { worksheetCalled } from "./formula-place";
import type { FormulaNode } from "./formula-tree";
import { operandOf, sumOf, type Reading, type Scope } from "./reading";
import { readMatrix } from "./read-matrix";
import { resolveReference } from "./resolve-reference";
import { isNumberCell, isNumberText, isUnbounded, summedPart } from "./used-part";
import { unreadable } from "./unreadable";

type Argument = FormulaNode | null | undefined;

/** A longer range stays one operand. */
const spelledOut = 2000;

/** What a subtotal passes over. */
type Passing = { readonly hidden: boolean };

/** SUM of any arguments. */
export function readSum(parts: readonly Argument[], scope: Scope, reading: Reading, passing?: Passing): Expression {
  return sumOf(parts.flatMap((part): Expression | Expression[] => (part === null || part === undefined ? numberOf(0) : sumOfArgument(part, scope, reading, passing))));
}

/** SUBTOTAL(9, …) and AGGREGATE(9, …): sums that pass over other subtotals and, if asked, over hidden rows. */
export function readSubtotal(callee: string, parts: readonly Argument[], scope: Scope, reading: Reading): Expression {
  const [kind, ...others] = parts;
  const code = kind?.type === "Literal" ? kind.value : undefined;
  const isAggregate = callee === "AGGREGATE";
  if (code !== 9 && (code !== 109 || isAggregate)) throw unreadable(callee, "不是在求和", "is not asked for a sum");
  const option = isAggregate ? others.shift() : undefined;
  const skipsHidden = code === 109 || (option?.type === "Literal" && [1, 3, 5, 7].includes(Number(option.value)));
  return readSum(others, scope, reading, { hidden: skipsHidden });
}

/** AVERAGE: the sum of the filled number cells of the snapshot over their count. */
export function readAverage(parts: readonly Argument[], scope: Scope, reading: Reading): Expression {
  let count = 0;
  const members = parts.flatMap((part): Expression | Expression[] => {
    const resolved = part === null || part === undefined ? undefined : resolveReference(part, scope, reading);
    if (resolved?.kind !== "range") {
      count++;
      return reading.read(part, scope);
    }
    const range = summedPart(resolved.range, reading.workbook);
    const worksheet = range && worksheetCalled(reading.workbook, range.sheet);
    if (range === undefined || worksheet === undefined) return [];
    count += countNumbers(range, worksheet);
    if (areaOf(range) > spelledOut) return operandOf({ kind: "sum", range }, reading);
    const filled = cellsOf(range).filter(([row, column]) => isNumberCell(worksheet, row, column));
    return filled.map(([row, column]) => operandOf({ kind: "cell", range: { sheet: range.sheet, top: row, left: column, bottom: row, right: column } }, reading));
  });
  if (count === 0) throw unreadable("AVERAGE", "的区域里一个数也没有", "has a range without a single number");
  return quotient(sumOf(members), numberOf(count));
}

/** PRODUCT: ranges count with their filled number cells only; a single cell counts whatever it holds, as it was meant. */
export function readProduct(parts: readonly Argument[], scope: Scope, reading: Reading): Expression {
  return product(
    ...parts.flatMap((part): Expression | Expression[] => {
      const resolved = part === null || part === undefined ? undefined : resolveReference(part, scope, reading);
      if (resolved?.kind !== "range") return reading.read(part, scope);
      if (areaOf(resolved.range) === 1) return operandOf({ kind: "cell", range: resolved.range }, reading);
      const range = summedPart(resolved.range, reading.workbook);
      const worksheet = range && worksheetCalled(reading.workbook, range.sheet);
      if (range === undefined || worksheet === undefined) return [];
      if (areaOf(range) > spelledOut) throw unreadable("PRODUCT", "的区域太大", "has too large a range");
      return cellsOf(range)
        .filter(([row, column]) => isNumberCell(worksheet, row, column))
        .map(([row, column]) => operandOf({ kind: "cell", range: { sheet: range.sheet, top: row, left: column, bottom: row, right: column } }, reading));
    }),
  );
}

/** COUNT, COUNTA and COUNTBLANK of one range. */
export function readCount(callee: string, parts: readonly Argument[], scope: Scope, reading: Reading): Expression {
  const counts = callee === "COUNT" ? "numbers" : callee === "COUNTA" ? "filled" : "blank";
  return sumOf(
    parts.map((part) => {
      const resolved = part === null || part === undefined ? undefined : resolveReference(part, scope, reading);
      if (resolved?.kind !== "range") throw unreadable(callee, "的参数不是单元格区域", "has an argument that is no range of cells");
      return operandOf({ kind: "count", range: resolved.range, counts }, reading);
    }),
  );
}

function sumOfArgument(part: FormulaNode, scope: Scope, reading: Reading, passing?: Passing): Expression | Expression[] {
  const resolved = resolveReference(part, scope, reading);
  if (resolved.kind === "range") return sumOfRange(resolved.range, reading, passing, resolved.isLookedUp);
  const { node } = resolved;
  if (node.type === "BinaryExpression" || node.type === "UnaryExpression") {
    return readMatrix(node, resolved.scope, reading).cells.flat();
  }
  return reading.read(node, resolved.scope);
}

function sumOfRange(range: Range, reading: Reading, passing?: Passing, isLookedUp?: true): Expression | Expression[] {
  const part = summedPart(range, reading.workbook);
  const worksheet = part && worksheetCalled(reading.workbook, part.sheet);
  if (part === undefined || worksheet === undefined) return numberOf(0);
  if (areaOf(part) > spelledOut) {
    // what a long range passes over cannot be said in one operand
    const passesHidden = passing?.hidden === true && worksheet.hiddenRows.some(({ first, last }) => first <= part.bottom && last >= part.top);
    if (passesHidden || (passing !== undefined && hasSubtotal(part, worksheet))) throw unreadable("SUBTOTAL", "的区域太大，又要跳过其中的小计或隐藏行", "has a large range with subtotals or hidden rows to pass over");
    return operandOf({ kind: "sum", range: part }, reading);
  }
  const isWhole = isUnbounded(range);
  return cellsOf(part).flatMap(([row, column]) => {
    if (passing !== undefined && isPassedOver(passing, worksheet, row, column)) return [];
    const value = valueAt(worksheet, row, column);
    if (isWhole && typeof value === "string" && !isNumberText(value) && formulaAt(worksheet, row, column) === undefined) return [];
    const cell = { sheet: part.sheet, top: row, left: column, bottom: row, right: column };
    return operandOf(isLookedUp === true ? { kind: "cell", range: cell, isLookedUp } : { kind: "cell", range: cell }, reading);
  });
}

function isPassedOver({ hidden }: Passing, worksheet: Worksheet, row: number, column: number): boolean {
  return (hidden && spanAt(worksheet.hiddenRows, row) !== undefined) || isSubtotal(formulaAt(worksheet, row, column));
}

function areaOf({ top, left, bottom, right }: Range): number {
  return (bottom - top + 1) * (right - left + 1);
}

function cellsOf({ top, left, bottom, right }: Range): (readonly [row: number, column: number])[] {
  const cells: (readonly [number, number])[] = [];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) cells.push([row, column]);
  return cells;
}

import type { Range } from "../core/workbook";
import { product, quotient, sum, numberOf, type Expression } from "./expression";
import type { FormulaNode } from "./formula-tree";
import { negative, operandOf, type Reading, type Scope } from "./reading";
import { resolveReference } from "./resolve-reference";
import { summedPart } from "./used-part";
import { unreadable } from "./unreadable";

/** Expressions in rows and columns, as a formula computes on whole ranges; a single one goes with every cell of another. */
export type Matrix = { readonly cells: readonly (readonly Expression[])[] };

const maxCells = 2000;

export function readMatrix(node: FormulaNode, scope: Scope, reading: Reading): Matrix {
  const resolved = resolveReference(node, scope, reading);
  if (resolved.kind === "range") return matrixOfRange(resolved.range, reading);
  const part = resolved.node;
  if (part.type === "UnaryExpression") {
    const [argument] = part.arguments;
    if (argument !== undefined && part.operator === "-") return map(readMatrix(argument, resolved.scope, reading), negative);
    if (argument !== undefined && part.operator === "+") return readMatrix(argument, resolved.scope, reading);
    if (argument !== undefined && part.operator === "%") return map(readMatrix(argument, resolved.scope, reading), (cell) => quotient(cell, numberOf(100)));
  }
  if (part.type === "BinaryExpression") {
    const combine = combinationOf(part.operator);
    const [left, right] = part.arguments;
    if (combine !== undefined && left !== undefined && right !== undefined) {
      return combined(readMatrix(left, resolved.scope, reading), readMatrix(right, resolved.scope, reading), combine, reading);
    }
  }
  return { cells: [[reading.read(part, resolved.scope)]] };
}

/** SUMPRODUCT of ranges of one shape. */
export function productOfMatrices(matrices: readonly Matrix[], reading: Reading): Matrix {
  const [first, ...others] = matrices;
  if (first === undefined) throw unreadable("SUMPRODUCT", "没有参数", "has no arguments");
  if (others.some((other) => other.cells.length !== first.cells.length || other.cells[0]?.length !== first.cells[0]?.length)) {
    throw unreadable("SUMPRODUCT", "的各个区域大小不同", "has ranges of different sizes");
  }
  return others.reduce((result, other) => combined(result, other, product, reading), first);
}

function matrixOfRange(range: Range, reading: Reading): Matrix {
  const part = summedPart(range, reading.workbook);
  if (part === undefined) return { cells: [[numberOf(0)]] };
  const { sheet, top, left, bottom, right } = part;
  if ((bottom - top + 1) * (right - left + 1) > maxCells) throw unreadable("SUMPRODUCT", "的区域太大", "has too large a range");
  const cells = Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => operandOf({ kind: "cell", range: { sheet, top: top + row, left: left + column, bottom: top + row, right: left + column } }, reading)),
  );
  return { cells };
}

function combinationOf(operator: string): ((a: Expression, b: Expression) => Expression) | undefined {
  switch (operator) {
    case "+":
      return sum;
    case "-":
      return (a, b) => sum(a, negative(b));
    case "*":
      return product;
    case "/":
      return quotient;
    default:
      return undefined;
  }
}

function combined(a: Matrix, b: Matrix, combine: (a: Expression, b: Expression) => Expression, reading: Reading): Matrix {
  const [rows, columns] = [Math.max(a.cells.length, b.cells.length), Math.max(widthOf(a), widthOf(b))];
  if (![a, b].every((matrix) => (matrix.cells.length === 1 || matrix.cells.length === rows) && (widthOf(matrix) === 1 || widthOf(matrix) === columns))) {
    throw unreadable("SUMPRODUCT", "的各个区域大小不同", "has ranges of different sizes");
  }
  if (rows * columns > maxCells) throw unreadable("SUMPRODUCT", "的区域太大", "has too large a range");
  reading.spend(rows * columns);
  const at = (matrix: Matrix, row: number, column: number): Expression => matrix.cells[matrix.cells.length === 1 ? 0 : row]?.[widthOf(matrix) === 1 ? 0 : column] ?? numberOf(0);
  return { cells: Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => combine(at(a, row, column), at(b, row, column)))) };
}

function widthOf({ cells }: Matrix): number {
  return cells[0]?.length ?? 0;
}

function map(matrix: Matrix, change: (cell: Expression) => Expression): Matrix {
  return { cells: matrix.cells.map((row) => row.map(change)) };
}

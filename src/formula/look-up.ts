import { valueAt, type CellValue, type Range } from "../core/workbook";
import { evaluate } from "./quotient";
import { findValue } from "./find-value";
import { worksheetCalled } from "./formula-place";
import { calleeOf, type CallNode, type FormulaNode } from "./formula-tree";
import type { Reading, Scope } from "./reading";
import { requireRange, resolveReference } from "./resolve-reference";
import { withinSheet } from "./used-part";
import { unreadable } from "./unreadable";

type Argument = FormulaNode | null | undefined;

export function isLookup(callee: string): boolean {
  return callee === "INDEX" || callee === "VLOOKUP" || callee === "HLOOKUP" || callee === "XLOOKUP";
}

/** The one cell that a lookup finds on the snapshot; throws Unreadable where it finds none, or is not exact. */
export function lookUp(node: CallNode, scope: Scope, reading: Reading): Range {
  const callee = calleeOf(node);
  const parts: readonly Argument[] = node.arguments;
  switch (callee) {
    case "INDEX":
      return index(parts, scope, reading);
    case "VLOOKUP":
    case "HLOOKUP": {
      const [value, table, position, isApproximate] = parts;
      if (parts.length < 4 || !isZero(isApproximate)) throw unreadable(callee, "没有写明精确查找（最后一个参数为 0），找到哪一个说不准", "does not ask for an exact match (0 as its last argument)");
      const range = requireRange(table, scope, reading, callee);
      const isVertical = callee === "VLOOKUP";
      const keys = isVertical ? { ...range, right: range.left } : { ...range, bottom: range.top };
      const at = match(value, keys, scope, reading, callee);
      const other = wholeNumber(position, scope, reading, callee) - 1;
      return isVertical ? cellIn(range, at, other, callee) : cellIn(range, other, at, callee);
    }
    default: {
      const [value, keys, results, , mode, direction] = parts;
      if ((mode !== null && mode !== undefined && !isZero(mode)) || (direction !== null && direction !== undefined && !isOne(direction))) {
        throw unreadable(callee, "不是从头开始的精确查找", "does not look for an exact match from the start");
      }
      const from = requireRange(keys, scope, reading, callee);
      const into = requireRange(results, scope, reading, callee);
      const at = match(value, from, scope, reading, callee);
      if (from.left === from.right && into.left === into.right) return cellIn(into, at, 0, callee);
      if (from.top === from.bottom && into.top === into.bottom) return cellIn(into, 0, at, callee);
      throw unreadable(callee, "查到的不止一个单元格", "finds more than one cell");
    }
  }
}

function index(parts: readonly Argument[], scope: Scope, reading: Reading): Range {
  const [table, row, column] = parts;
  const range = requireRange(table, scope, reading, "INDEX");
  const first = row === null || row === undefined ? 0 : position(row, scope, reading);
  const second = column === null || column === undefined ? 0 : position(column, scope, reading);
  const isOneRow = range.top === range.bottom;
  // INDEX(B3:H3, 2) counts along the row
  if (parts.length === 2 && isOneRow) return cellIn(range, 0, first - 1, "INDEX");
  const isOneColumn = range.left === range.right;
  return cellIn(range, first === 0 && isOneRow ? 0 : first - 1, second === 0 && isOneColumn ? 0 : second - 1, "INDEX");
}

function position(node: FormulaNode, scope: Scope, reading: Reading): number {
  if (node.type !== "CallExpression" || (calleeOf(node) !== "MATCH" && calleeOf(node) !== "XMATCH")) return wholeNumber(node, scope, reading, "INDEX");
  const callee = calleeOf(node);
  const [value, keys, mode] = node.arguments as readonly Argument[];
  const isExact = callee === "XMATCH" ? mode === undefined || isZero(mode) : node.arguments.length === 3 && isZero(mode);
  if (!isExact || node.arguments.length > 3) throw unreadable(callee, "没有写明精确查找（最后一个参数为 0），找到哪一个说不准", "does not ask for an exact match (0 as its last argument)");
  return match(value, requireRange(keys, scope, reading, callee), scope, reading, callee) + 1;
}

function match(node: Argument, keys: Range, scope: Scope, reading: Reading, callee: string): number {
  const value = node === null || node === undefined ? undefined : lookedForValue(node, scope, reading);
  if (value === undefined || value === null || value === "" || typeof value === "object") throw unreadable(callee, "要找的值是空的，或看不出是什么", "looks for a value that is blank or cannot be told");
  if (typeof value === "string" && /[*?~]/.test(value)) throw unreadable(value, "带通配符，找到哪一个说不准", "holds wildcards");
  const worksheet = worksheetCalled(reading.workbook, keys.sheet);
  const inside = withinSheet(keys, reading.workbook);
  if (keys.top !== keys.bottom && keys.left !== keys.right) throw unreadable(callee, "查找的区域不是一行或一列", "looks in more than one row or column");
  const at = worksheet === undefined || inside === undefined ? undefined : findValue(value, inside, worksheet);
  if (at === undefined) throw unreadable(String(value), `在 ${callee} 查找的区域里没有`, `is not in the range that ${callee} looks in`);
  return at;
}

/** What a lookup looks for: a literal, a cell's value, or such joined by &. */
export function lookedForValue(node: FormulaNode, scope: Scope, reading: Reading): CellValue | undefined {
  if (node.type === "Literal") return node.value;
  if (node.type === "BinaryExpression" && node.operator === "&") {
    const parts = node.arguments.map((argument) => lookedForValue(argument, scope, reading));
    return parts.every((part) => typeof part === "string" || typeof part === "number") ? parts.join("") : undefined;
  }
  const resolved = resolveReference(node, scope, reading);
  if (resolved.kind === "part") return resolved.node === node ? undefined : lookedForValue(resolved.node, resolved.scope, reading);
  const { sheet, top, left, bottom, right } = resolved.range;
  const worksheet = worksheetCalled(reading.workbook, sheet);
  return worksheet === undefined || top !== bottom || left !== right ? undefined : valueAt(worksheet, top, left);
}

function wholeNumber(node: Argument, scope: Scope, reading: Reading, callee: string): number {
  const value = node === null || node === undefined ? undefined : evaluate(reading.read(node, scope), () => undefined);
  if (value === undefined || !Number.isInteger(value) || value < 1) throw unreadable(callee, "取第几行、第几列不是写定的数", "does not say by a number which row or column it takes");
  return value;
}

function cellIn(range: Range, row: number, column: number, callee: string): Range {
  const [top, left] = [range.top + row, range.left + column];
  if (row < 0 || column < 0 || top > range.bottom || left > range.right) throw unreadable(callee, "取到了区域之外，或取的不是一个单元格", "reaches out of its range, or takes more than one cell");
  return { sheet: range.sheet, top, left, bottom: top, right: left };
}

function isZero(node: Argument): boolean {
  return node === null || (node?.type === "Literal" && (node.value === 0 || node.value === false));
}

function isOne(node: FormulaNode): boolean {
  return node.type === "Literal" && node.value === 1;
}

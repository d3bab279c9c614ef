import type { Range } from "../core/workbook";
import { quotient, type Expression } from "./expression";
import type { FormulaNode } from "./formula-tree";
import { lookedForValue } from "./look-up";
import type { Condition } from "./operand";
import { operandOf, type Reading, type Scope } from "./reading";
import { requireRange, resolveReference } from "./resolve-reference";
import { unreadable } from "./unreadable";

type Argument = FormulaNode | null | undefined;

/** SUMIF, SUMIFS, COUNTIF, COUNTIFS, AVERAGEIF and AVERAGEIFS. */
export function readConditional(callee: string, parts: readonly Argument[], scope: Scope, reading: Reading): Expression {
  const isCount = callee.startsWith("COUNT");
  const isPlural = callee.endsWith("IFS");
  const [valuePart, conditionParts] = isCount ? [undefined, parts] : isPlural ? [parts[0], parts.slice(1)] : [parts[2] ?? parts[0], parts.slice(0, 2)];
  const conditions = readConditions(conditionParts, scope, reading, callee);
  const [first] = conditions;
  if (first === undefined) throw unreadable(callee, "没有条件", "has no condition");
  const count = (): Expression => operandOf({ kind: "count-where", conditions }, reading);
  if (isCount) return count();
  const range = sumRange(requireRange(valuePart, scope, reading, callee), first.range, isPlural, callee);
  const total = operandOf({ kind: "sum-where", range, conditions }, reading);
  return callee.startsWith("AVERAGE") ? quotient(total, count()) : total;
}

function readConditions(parts: readonly Argument[], scope: Scope, reading: Reading, callee: string): Condition[] {
  const conditions: Condition[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const range = requireRange(parts[index], scope, reading, callee);
    conditions.push({ range, criterion: criterionOf(parts[index + 1], scope, reading, callee) });
  }
  return conditions;
}

function criterionOf(node: Argument, scope: Scope, reading: Reading, callee: string): string | Range {
  if (node === null || node === undefined) throw unreadable(callee, "少了一个条件", "lacks a condition");
  const resolved = resolveReference(node, scope, reading);
  if (resolved.kind === "range") {
    const { top, left, bottom, right } = resolved.range;
    if (top !== bottom || left !== right) throw unreadable(callee, "的条件是一片区域", "has a whole range for a condition");
    return resolved.range;
  }
  const value = lookedForValue(resolved.node, resolved.scope, reading);
  if (value === undefined || value === null || typeof value === "object") throw unreadable(callee, "的条件读不懂", "has a condition that cannot be read");
  return String(value);
}

/** SUMIF takes as many cells as its condition has, from the first one of its third argument on. */
function sumRange(range: Range, conditioned: Range, isPlural: boolean, callee: string): Range {
  const [rows, columns] = [conditioned.bottom - conditioned.top, conditioned.right - conditioned.left];
  if (range.bottom - range.top === rows && range.right - range.left === columns) return range;
  if (isPlural) throw unreadable(callee, "的各个区域大小不同", "has ranges of different sizes");
  return { ...range, bottom: range.top + rows, right: range.left + columns };
}

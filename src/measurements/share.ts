import { keysOf, type Expression } from "../formula/expression";
import type { WrittenDefinition } from "../indicators/definition";

/** Rates that may pass 100 %: growth, debts, use, turnover, plans over-fulfilled. */
const beyondWhole = /增长|增幅|增速|降幅|负债|周转|利用|使用率|完成率|执行率|达产|产销|偿债|比率|入学率|自给|赔付|速动|流动/;
const ofWhole = /占比|比重|占.{1,40}的?比例|率/;

/** Whether the name of an indicator nobody knows says that its numerator is a part of its denominator. */
export function looksLikeShare(name: string, { expression, unit }: Pick<WrittenDefinition, "expression" | "unit">): boolean {
  const { factor, over, under } = splitFactor(expression);
  const isPlain = over?.kind === "atom" && under?.kind === "atom";
  return isPlain && factor === 100 && (unit === undefined || unit === "%") && ofWhole.test(name) && !beyondWhole.test(name);
}

/** A definition as its constant factor times a quotient: A/B×100 gives 100, A and B. Without a quotient at its head `over` is the whole. */
export function splitFactor(expression: Expression): { readonly factor: number; readonly over?: Expression; readonly under?: Expression } {
  if (expression.kind === "quotient") {
    const over = splitNumber(expression.over);
    const under = splitNumber(expression.under);
    if (under.rest === undefined) return over.rest === undefined ? { factor: over.factor / under.factor } : { factor: over.factor / under.factor, over: over.rest };
    const inner = over.rest === undefined ? undefined : splitFactor(over.rest);
    if (inner?.under !== undefined && inner.over !== undefined) return { factor: (over.factor * inner.factor) / under.factor, over: inner.over, under: { kind: "product", parts: [inner.under, under.rest] } };
    return { factor: over.factor / under.factor, ...(over.rest === undefined ? {} : { over: over.rest }), under: under.rest };
  }
  const { factor, rest } = splitNumber(expression);
  if (rest === undefined) return { factor };
  if (rest.kind !== "quotient") return { factor, over: rest };
  const inner = splitFactor(rest);
  return { ...inner, factor: factor * inner.factor };
}

function splitNumber(expression: Expression): { readonly factor: number; readonly rest?: Expression } {
  if (expression.kind === "number") return { factor: expression.value };
  if (expression.kind !== "product") return { factor: 1, rest: expression };
  let factor = 1;
  const rest: Expression[] = [];
  for (const part of expression.parts) {
    const split = splitNumber(part);
    factor *= split.factor;
    if (split.rest !== undefined) rest.push(split.rest);
  }
  const [only, ...others] = rest;
  if (only === undefined) return { factor };
  return { factor, rest: others.length === 0 ? only : { kind: "product", parts: rest } };
}

export function isComputedFrom(expression: Expression, keys: { has(key: string): boolean }): boolean {
  return keysOf(expression).every((key) => keys.has(key));
}

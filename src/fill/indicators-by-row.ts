import { stringifyColumn } from "../core/address";
import type { AddSheet, Contents } from "../core/edit";
import type { CellContent, Rectangle } from "../core/workbook";
import { keysOf, type Expression } from "../formula/expression";
import type { Indicator } from "../indicators/indicator";
import { guardedFormula } from "./guarded-formula";
import { definitionOf, remarkOf, valueFormatOf } from "./indicator-words";

type Key = "number" | "category" | "name" | "unit" | "over" | "under" | "value" | "target" | "previous" | "formula" | "data" | "remark";

const headers: { readonly [K in Key]: string } = { number: "序号", category: "指标类别", name: "指标名称", unit: "计量单位", over: "分子", under: "分母", value: "指标值", target: "目标值", previous: "上年值", formula: "计算公式", data: "数据来源", remark: "备注" };
/** In digits: a Chinese character takes two. */
const widths: { readonly [K in Key]: number } = { number: 6, category: 14, name: 30, unit: 10, over: 14, under: 14, value: 12, target: 12, previous: 12, formula: 44, data: 18, remark: 24 };
const order: readonly Key[] = ["number", "category", "name", "unit", "over", "under", "value", "target", "previous", "formula", "data", "remark"];
const centred: ReadonlySet<Key> = new Set<Key>(["number", "category", "unit", "over", "under", "value", "target", "previous"]);

/** Below the title and the header. */
const top = 2;

/**
 * One row an indicator. One term over another stands in 分子 and 分母; the terms of any other definition stand in a table
 * of inputs below, each once.
 */
export function indicatorsByRow(chosen: readonly Indicator[], { sheet, title, withTargets }: { readonly sheet: string; readonly title: string; readonly withTargets: boolean }): AddSheet {
  const indicators = byCategory(chosen);
  const ratios = indicators.map(({ expression }) => (expression === undefined ? undefined : ratioOf(expression)));
  const inputs = [...new Set(indicators.flatMap(({ expression }, index) => (expression === undefined || ratios[index] !== undefined ? [] : keysOf(expression))))];
  const isThere: { readonly [K in Key]?: boolean } = { category: indicators.some(({ category }) => category !== undefined), over: ratios.some((ratio) => ratio !== undefined), under: ratios.some((ratio) => ratio !== undefined), target: withTargets, previous: withTargets };
  const keys = order.filter((key) => isThere[key] !== false);
  const at = new Map(keys.map((key, column) => [key, column]));
  const letters = (key: Key): string => stringifyColumn(at.get(key) ?? 0);
  const inputAt = (at.get("unit") ?? 0) + 1;
  const bottom = top + indicators.length - 1;
  // a row apart from the table, then its own header
  const firstInput = bottom + 3;
  const runs = categoryRuns(indicators);
  const lines = indicators.map((indicator, index): CellContent[] => {
    const ratio = ratios[index];
    const addressOf = (term: string): string => (ratio === undefined ? `${stringifyColumn(inputAt)}${firstInput + inputs.indexOf(term) + 1}` : `${letters(term === ratio.over ? "over" : "under")}${top + index + 1}`);
    const content: { readonly [K in Key]?: CellContent } = {
      number: index + 1,
      category: runs.some(({ first }) => first === index) ? (indicator.category ?? null) : null,
      name: indicator.name,
      unit: indicator.unit,
      value: indicator.expression === undefined ? null : guardedFormula(indicator.expression, addressOf),
      formula: definitionOf(indicator) || null,
      remark: remarkOf(indicator) || null,
    };
    return keys.map((key) => content[key] ?? null);
  });
  const right = keys.length - 1;
  const inputLine = (content: { readonly [K in Key]?: CellContent }): CellContent[] => keys.slice(0, inputAt).map((key) => content[key] ?? null);
  const usersOf = (term: string): string => `第${indicators.flatMap(({ expression }, index) => (expression !== undefined && ratios[index] === undefined && keysOf(expression).includes(term) ? index + 1 : [])).join("、")}项`;
  const below: Contents = inputs.length === 0 ? [] : [[], [...inputLine({ number: "序号", category: "用于", name: "基础数据", unit: "计量单位" }), "数值"], ...inputs.map((term, index) => inputLine({ number: index + 1, category: usersOf(term), name: term }))];
  const column = (key: Key, first: number, last: number): Rectangle => ({ top: first, left: at.get(key) ?? 0, bottom: last, right: at.get(key) ?? 0 });
  return {
    kind: "add-sheet",
    sheet,
    cells: [[title], keys.map((key) => headers[key]), ...lines, ...below],
    layout: {
      widths: keys.map((key) => widths[key]),
      looks: [
        { range: { top: 0, left: 0, bottom: 0, right }, look: "title" },
        { range: { top: 1, left: 0, bottom: 1, right }, look: "header" },
        ...(indicators.length === 0 ? [] : keys.map((key) => ({ range: column(key, top, bottom), look: centred.has(key) ? ("body-centred" as const) : ("body" as const) }))),
        ...(inputs.length === 0
          ? []
          : [
              { range: { top: firstInput - 1, left: 0, bottom: firstInput - 1, right: inputAt }, look: "header" as const },
              ...keys.slice(0, inputAt + 1).map((key) => ({ range: column(key, firstInput, firstInput + inputs.length - 1), look: key === "name" ? ("body" as const) : ("body-centred" as const) })),
            ]),
      ],
      merges: [{ top: 0, left: 0, bottom: 0, right }, ...(at.has("category") ? runs.map(({ first, last }) => column("category", top + first, top + last)) : [])],
      frozenRows: top,
      print: { landscape: true, repeatRows: { first: 1, last: 1 } },
      formats: indicators.flatMap((indicator, index) => {
        const format = valueFormatOf(indicator);
        const places: readonly Key[] = withTargets ? ["value", "previous"] : ["value"];
        return format === "General" ? [] : places.map((key) => ({ range: column(key, top + index, top + index), format }));
      }),
    },
  };
}

/** Categories in the order in which each first comes, so that each is one merged area. */
function byCategory(indicators: readonly Indicator[]): Indicator[] {
  const categories = [...new Set(indicators.map(({ category }) => category))];
  return categories.flatMap((category) => indicators.filter((indicator) => indicator.category === category));
}

/** Rows of the same category; one without a category stands for itself. */
function categoryRuns(indicators: readonly Indicator[]): { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const [index, { category }] of indicators.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && category !== undefined && indicators[index - 1]?.category === category) last.last = index;
    else runs.push({ first: index, last: index });
  }
  return runs;
}

/** The two terms of a definition that is one over the other, whatever its factor. */
function ratioOf(expression: Expression): { readonly over: string; readonly under: string } | undefined {
  const core = withoutFactors(expression);
  if (core?.kind !== "quotient") return undefined;
  const over = withoutFactors(core.over);
  const under = withoutFactors(core.under);
  return over?.kind === "atom" && under?.kind === "atom" && over.key !== under.key ? { over: over.key, under: under.key } : undefined;
}

/** The one part of a product that is no number. */
function withoutFactors(expression: Expression): Expression | undefined {
  if (expression.kind !== "product") return expression;
  const parts = expression.parts.filter(({ kind }) => kind !== "number");
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? withoutFactors(only) : undefined;
}

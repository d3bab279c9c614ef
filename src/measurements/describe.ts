import { stringifyAddress } from "../core/address";
import { findWorksheet, type Range, type Workbook } from "../core/workbook";
import type { Expression } from "../formula/expression";
import type { Operand } from "../formula/operand";
import type { ReadFormula } from "../formula/read-formula";
import type { Limits } from "../indicators/indicator";
import { readHeader, withoutUnit } from "../indicators/header";
import { readUnit } from "../indicators/unit";
import { headingsOf } from "./headings";
import { labelsOf } from "./labels";
import { denominatorKey, numeratorKey } from "./row-series";
import { inputCell, type Series } from "./series";
import { splitFactor } from "./share";

/** What a formula computes, in the words of the headers: 参保人员门急诊总人次 ÷ 参保人员县域内门急诊人次 × 100. */
export function describeFormula(read: ReadFormula, series: Series, row: number, workbook: Workbook): string {
  const inputs = new Map([...series.inputs].map(([key, input]) => [placeOf(inputCell(input, row)), key]));
  return describeExpression(read.expression, (key) => {
    const operand = read.operands.get(key);
    return operand === undefined ? key : nameOfOperand(operand, inputs, series, workbook);
  });
}

/** What the definition says, in its own terms. */
export function describeDefinition(series: Series): string {
  const { expression } = series.indicator;
  return expression === undefined ? series.indicator.formula : describeExpression(expression, (key) => key);
}

/** The name a person knows an input by: the definition's term where the column only says 分子. */
export function nameOfInput({ inputs, indicator }: Series, key: string): string {
  if (key === numeratorKey || key === denominatorKey) {
    const { over, under } = indicator.expression === undefined ? {} : splitFactor(indicator.expression);
    const part = key === numeratorKey ? over : under;
    return part === undefined ? key : describeExpression(part, (name) => name);
  }
  const input = inputs.get(key);
  return input === undefined ? key : nameIn(input.label) || key;
}

/** What a header names, without its unit; the period stays, which tells 本年医疗收入 from 上年医疗收入. */
function nameIn(header: string): string {
  const { name, period } = readHeader(header);
  return period === undefined ? name : withoutUnit(header);
}

function placeOf({ sheet, top, left }: Range): string {
  return `${sheet}\u0000${top}\u0000${left}`;
}

function nameOfOperand(operand: Operand, inputs: ReadonlyMap<string, string>, series: Series, workbook: Workbook): string {
  if (!("range" in operand)) return "计数";
  const { range } = operand;
  const key = operand.kind === "cell" ? inputs.get(placeOf(range)) : undefined;
  if (key !== undefined) return nameOfInput(series, key);
  const place = range.sheet === series.table.sheet ? stringifyAddress(range) : `${range.sheet}!${stringifyAddress(range)}`;
  const label = labelOf(range, series, workbook);
  return label === "" ? place : `${label}（${place}）`;
}

/** What the headers say of a cell: in a table of indicators its row's and column's own. */
export function labelOf(range: Range, series: Series, workbook: Workbook): string {
  const { table } = series;
  const isHere = range.sheet === table.sheet && range.top > table.headerBottom && range.top <= table.bounds.bottom && range.left >= table.bounds.left && range.left <= table.bounds.right;
  if (isHere) {
    const column = headingsOf(table).find((heading) => heading.column === range.left)?.lines.join("") ?? "";
    const subject = table.text(range.top, table.template.subject);
    return table.has("indicator") || (range.top === range.bottom && subject !== "" && !series.rows.includes(range.top)) ? [subject, nameIn(column) || column].filter((text) => text !== "").join("的") : nameIn(column) || column;
  }
  const worksheet = findWorksheet(workbook, range.sheet);
  if (worksheet === undefined) return "";
  const { row, column } = labelsOf(worksheet, range.top, range.left);
  const item = row.find((words) => readUnit(words) === undefined) ?? "";
  const head = nameIn(column[0] ?? "");
  const named = nameIn(item) || item;
  return named !== "" && head !== "" && !valueWords.test(head) ? `${named}的${head}` : named || head;
}

/** Heads of columns that only say that numbers stand there. */
const valueWords = /^(?:数值|数量|数据|数|金额|值|本期.{0,2}|本年.{0,2}|.{0,2}年|指标值|完成值|实际值|合计)$/;

/** Arithmetic as people write it. */
export function describeExpression(expression: Expression, nameOf: (key: string) => string): string {
  return write(expression, nameOf, 0);
}

/** `tightness` is what stands around: 0 nothing, 1 a sum, 2 a product. */
function write(expression: Expression, nameOf: (key: string) => string, tightness: number): string {
  switch (expression.kind) {
    case "number":
      return String(expression.value);
    case "atom":
      return nameOf(expression.key);
    case "quotient":
      return `${write(expression.over, nameOf, 2)} ÷ ${write(expression.under, nameOf, 3)}`;
    case "product": {
      const parts = [...expression.parts].sort((a, b) => Number(a.kind === "number") - Number(b.kind === "number"));
      const text = parts.map((part) => write(part, nameOf, 2)).join(" × ");
      return tightness > 2 ? `（${text}）` : text;
    }
    case "sum": {
      const text = expression.parts.map((part, index) => signed(part, nameOf, index)).join("");
      return tightness > 1 && expression.parts.length > 1 ? `（${text}）` : text;
    }
  }
}

function signed(part: Expression, nameOf: (key: string) => string, index: number): string {
  const negative = negated(part);
  if (negative !== undefined) return `${index === 0 ? "−" : " − "}${write(negative, nameOf, 2)}`;
  return `${index === 0 ? "" : " + "}${write(part, nameOf, 1)}`;
}

function negated(part: Expression): Expression | undefined {
  if (part.kind === "number") return part.value < 0 ? { kind: "number", value: -part.value } : undefined;
  if (part.kind !== "product") return undefined;
  const [first, ...rest] = part.parts;
  if (first?.kind !== "number" || first.value >= 0) return undefined;
  const positive: Expression[] = first.value === -1 ? rest : [{ kind: "number", value: -first.value }, ...rest];
  const [only] = positive;
  return positive.length === 1 ? only : { kind: "product", parts: positive };
}

/** The unit behind a value; a ratio 1:X has none. */
export function shownUnit(unit: string): string {
  return unit === "1:X" ? "" : unit;
}

/** Limits as a person reads them: 0—100, ≥ 3. */
export function wordsOf({ min, max }: Limits): string {
  if (min !== undefined && max !== undefined) return `${min}—${max}`;
  return min === undefined ? `≤ ${max ?? ""}` : `≥ ${min}`;
}

import type { Table } from "../core/table";
import { cellRange, textOf } from "../core/workbook";
import { keysOf, type Expression } from "../formula/expression";
import type { Dictionary } from "../indicators/dictionary";
import { readHeader } from "../indicators/header";
import { matchQuality, matchTerm } from "../indicators/match-term";
import { readUnit } from "../indicators/unit";
import type { Computation, Indicator, Term } from "../indicators/indicator";
import { isTotal, mayBeTotal } from "../language/total";
import type { IndicatorKey } from "../templates/indicator-kind";
import { indicatorInEffect, type Notes } from "./definition-in-effect";
import { headingsOf, type Heading } from "./headings";
import { computedFrom } from "./computed-from";
import type { Input, Series, ShareScale } from "./series";
import { splitFactor } from "./share";

/** One indicator a column beside whom it is of: a series down the column for each. */
export function seriesInColumns(table: Table<IndicatorKey>, dictionary: Dictionary, notes: Notes, fold: (name: string) => string): Series[] {
  const headings = headingsOf(table);
  const totals = totalRows(table);
  const rows = table.rows.filter((row) => !isWish(table, row));
  return headings.flatMap((heading) => {
    const name = nameOf(heading, headings, dictionary, notes, fold);
    if (name === undefined) return [];
    const indicator = indicatorInEffect(name, notes.get(fold(name)), dictionary, "");
    if (indicator === undefined) return [];
    const computed = computedFrom(indicator, (computation) => inputsOf(table.sheet, heading, headings, computation));
    return [
      {
        table,
        indicator,
        ...computed,
        isCertain: indicator.certainty !== "own" && indicator.unit !== "1:X",
        name,
        nameCell: nameCellOf(table, heading),
        column: heading.column,
        rows,
        totals,
        shareScale: shareScaleOf(heading, indicator),
        ...(heading.period === undefined ? {} : { period: heading.period }),
      },
    ];
  });
}

/** What a column of values is headed under its indicator's name: 指标值, 占比(%), 2025年. */
const valueWords = /^(?:指标值|完成值|实际值|数值|值|结果|计算结果|比率|比例|占比|比重|比值|得数|完成情况)$/;
const otherWords = /目标|计划|上年|去年|同期|排名|位次|排序|得分/;

/** 县域就诊率(%), or under it 指标值 beside 分子 and 分母; a target's column of the same name is none. */
function nameOf({ column, lines, text, key }: Heading, headings: readonly Heading[], dictionary: Dictionary, notes: Notes, fold: (name: string) => string): string | undefined {
  if (key === "entity" || key === "number" || key === "category" || key === "note") return undefined;
  const isIndicator = (name: string): boolean => name !== "" && (notes.has(fold(name)) || dictionary.find(name) !== undefined);
  if (lines.some((line) => otherWords.test(line))) return undefined;
  if (isIndicator(text)) return isInputOfAnother(text, column, headings, dictionary) ? undefined : text;
  const { name, period } = readHeader(text);
  // under a year, or a unit alone, stands the value
  const isValue = valueWords.test(name) || (name === "" && period !== undefined) || (isUnit(text) && !headings.some((other) => other.lines.length > 1 && other.column !== column && other.lines[0] === lines[0]));
  return isValue ? lines.slice(0, -1).reverse().find(isIndicator) : undefined;
}

/** 物耗成本 beside 物耗成本占比: both are names of the indicator, the first of what it is computed from too. */
function isInputOfAnother(text: string, column: number, headings: readonly Heading[], dictionary: Dictionary): boolean {
  const indicator = dictionary.find(text);
  return indicator !== undefined && indicator.terms.some(({ name }) => name === text) && headings.some((other) => other.column !== column && other.text !== text && dictionary.find(other.text) === indicator);
}

function nameCellOf({ sheet, bounds, headerBottom, worksheet }: Table<IndicatorKey>, { column, text }: Heading) {
  for (let row = headerBottom; row > bounds.top; row--) if (textOf(worksheet.columns[column]?.values[row] ?? null) === text) return cellRange(sheet, row, column);
  return cellRange(sheet, bounds.top, column);
}

/** The columns whose headers speak of the definition's terms, those of the same period before those of none. */
function inputsOf(sheet: string, own: Heading, headings: readonly Heading[], { terms, expression }: Computation): Map<string, Input> {
  const byRole = inputsByRole(sheet, own, headings, terms, expression);
  if (byRole !== undefined) return byRole;
  const found = new Map<string, Input>();
  const qualities = new Map<string, number>();
  const { over, under } = splitFactor(expression);
  const denominators = new Set(under === undefined ? [] : keysOf(under));
  const thisYear = thisYearOf(own, headings);
  // 本年 and 上年 among the terms: columns of other years are inputs too
  const speaksOfYears = terms.some(({ name }) => /本年|本期|上年|上期|去年/.test(name));
  for (const heading of headings) {
    // 物耗成本 is a name of 物耗成本占比 too: a column headed as a term is called is its input
    const isNamed = terms.some(({ name }) => name === heading.text);
    if (heading.column === own.column || (!isNamed && heading.key !== undefined && heading.key !== "numerator" && heading.key !== "denominator")) continue;
    if (own.period !== undefined && heading.period !== undefined && heading.period !== own.period && !speaksOfYears) continue;
    const label = heading.lines.join(" ");
    // a unit or a year alone is said of the line above it
    const words = [...heading.lines].reverse().find((line) => !isUnit(line) && readHeader(line).name !== "") ?? heading.text;
    const dated = `${heading.period ?? ""}${words}`;
    const term = speaksOfYears ? (matchTerm(dated, terms, thisYear) ?? matchTerm(words, terms, thisYear)) : matchTerm(words, terms, thisYear);
    if (term === undefined) continue;
    const known = found.get(term.name);
    // two columns for one term: the one that says it better, else the nearer to the left of the value
    const quality = heading.text === term.name ? 2 : matchQuality(words, term, thisYear);
    const before = qualities.get(term.name) ?? 0;
    if (known !== undefined && (before > quality || (before === quality && distance(known.column, own.column) <= distance(heading.column, own.column)))) continue;
    qualities.set(term.name, quality);
    const role = denominators.has(term.name) ? "denominator" : over?.kind === "atom" ? "numerator" : "term";
    found.set(term.name, { sheet, column: heading.column, label, scale: scaleOf(heading), role });
  }
  return found;
}

/** The year that 本年 means: the value's own, else the latest of all columns. */
function thisYearOf(own: Heading, headings: readonly Heading[]): { readonly thisYear?: number } {
  const years = (own.period === undefined ? headings : [own]).flatMap(({ period }) => yearIn(period) ?? []);
  return years.length === 0 ? {} : { thisYear: Math.max(...years) };
}

function yearIn(period: string | undefined): number | undefined {
  const year = /(?:19|20)\d{2}/.exec(period ?? "")?.[0];
  return year === undefined ? undefined : Number(year);
}

/** 人次, 万元, % in a line of its own below the names. */
function isUnit(line: string): boolean {
  return readUnit(line) !== undefined;
}

function scaleOf({ lines }: Heading): number {
  return [...lines].reverse().map((line) => readUnit(line)?.scale ?? readHeader(line).scale).find((scale) => scale !== 1) ?? 1;
}

/** 分子 and 分母 under the same indicator's name, where the definition divides one quantity by another. */
function inputsByRole(sheet: string, own: Heading, headings: readonly Heading[], terms: readonly Term[], expression: Expression): Map<string, Input> | undefined {
  const { over, under } = splitFactor(expression);
  if (over?.kind !== "atom" || under?.kind !== "atom") return undefined;
  const group = headings.filter(({ lines }) => lines.length > 1 && lines[0] === own.lines[0]);
  const numerator = group.find(({ text }) => readHeader(text).name === "分子");
  const denominator = group.find(({ text }) => readHeader(text).name === "分母");
  if (numerator === undefined || denominator === undefined) return undefined;
  return new Map([
    [over.key, { sheet, column: numerator.column, label: terms.find(({ name }) => name === over.key)?.name ?? over.key, scale: readHeader(numerator.text).scale, role: "numerator" as const }],
    [under.key, { sheet, column: denominator.column, label: terms.find(({ name }) => name === under.key)?.name ?? under.key, scale: readHeader(denominator.text).scale, role: "denominator" as const }],
  ]);
}

function distance(column: number, value: number): number {
  return column < value ? value - column : (column - value) * 2;
}

const addsUp = /^(?:全[市县区省州国镇院]|.{0,6}(?:合计|总计|小计|总数)|平均|均值|.{0,6}平均(?:值|数|水平)?)$/;

/** A row of what is wanted, not of what is: 目标值. */
function isWish(table: Table<IndicatorKey>, row: number): boolean {
  return (["number", "entity"] as const).some((key) => {
    const column = table.columns.get(key);
    const value = column === undefined ? undefined : table.worksheet.columns[column]?.values[row];
    return typeof value === "string" && value.length < 12 && wishes.test(textOf(value));
  });
}

const wishes = /^(?:\d{4}年?|年度|考核|预期)?(?:目标|计划|标准)(?:值|数)?$/;

/** Rows that add up or average the others. */
function totalRows(table: Table<IndicatorKey>): Set<number> {
  const totals = new Set<number>();
  const columns = (["number", "category", "entity"] as const).flatMap((key) => table.columns.get(key) ?? []);
  for (const row of table.rows) {
    for (const column of columns) {
      const value = table.worksheet.columns[column]?.values[row];
      if (typeof value !== "string" || value.length > 12) continue;
      const text = textOf(value);
      if ((mayBeTotal(value) && isTotal(text)) || addsUp.test(text)) totals.add(row);
    }
  }
  return totals;
}

function shareScaleOf({ lines }: Heading, { unit }: Indicator): ShareScale {
  const named = lines.flatMap((line) => readUnit(line)?.unit ?? readHeader(line).unit ?? []).at(-1);
  if (named === "%") return "hundred";
  if (named !== undefined || (unit !== "%" && unit !== "")) return "none";
  return unit === "%" ? "open" : "none";
}

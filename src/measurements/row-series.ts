import type { Table } from "../core/table";
import { stringifyAddress } from "../core/address";
import { normaliseHeader } from "../core/match-header";
import { formulaAt, isBlank, overlaps, valueAt, type Rectangle, type Workbook } from "../core/workbook";
import { atom, keysOf, numberOf, product, quotient, sum, type Expression } from "../formula/expression";
import { readFormula } from "../formula/read-formula";
import { parseDefinition, type WrittenDefinition } from "../indicators/definition";
import type { Dictionary } from "../indicators/dictionary";
import { readHeader } from "../indicators/header";
import type { Indicator } from "../indicators/indicator";
import type { IndicatorKey } from "../templates/indicator-kind";
import { indicatorInEffect } from "./definition-in-effect";
import { headingsOf, type Heading } from "./headings";
import { acrossHeading, isSumHeading } from "../indicators/across";
import { findInputs } from "./find-inputs";
import { computedFrom, type Computed } from "./computed-from";
import type { Input, Series, ShareScale } from "./series";
import { looksLikeShare, splitFactor } from "./share";

export const numeratorKey = "分子";
export const denominatorKey = "分母";

/** One indicator a row: a series of one measurement for each row and each column of values. */
export function seriesInRows(table: Table<IndicatorKey>, workbook: Workbook, dictionary: Dictionary): Series[] {
  const headings = headingsOf(table);
  const values = headings.filter(({ key }) => key === "value");
  const places = new Set(values.flatMap(({ text }) => (acrossHeading.test(normaliseHeader(text)) ? [text] : [])));
  return table.rows.flatMap((row) => {
    const name = table.text(row, "indicator");
    if (name === "" || table.isCovered(row, "indicator")) return [];
    const written = writtenAt(table, row);
    const indicator = indicatorInEffect(name, written?.definition, dictionary, written === undefined ? "" : stringifyAddress(written.range));
    return values.flatMap((heading) => seriesAt({ table, workbook, row, name, headings, heading, places, indicator }) ?? []);
  });
}

/** What the row's own 计算公式, else its 备注, defines. */
export function writtenAt(table: Table<IndicatorKey>, row: number): { readonly definition: WrittenDefinition; readonly range: ReturnType<typeof table.range> } | undefined {
  for (const key of ["definition", "note"] as const) {
    if (!table.has(key) || table.isEmpty(row, key)) continue;
    const definition = parseDefinition(table.text(row, key));
    if (definition !== undefined) return { definition, range: table.range(row, key) };
  }
  return undefined;
}

const none: ReadonlySet<number> = new Set();

type Place = { readonly table: Table<IndicatorKey>; readonly workbook: Workbook; readonly row: number; readonly name: string; readonly headings: readonly Heading[]; readonly heading: Heading; readonly places: ReadonlySet<string>; readonly indicator: Indicator | undefined };

function seriesAt(place: Place): Series | undefined {
  const { table, row, name, headings, heading, places, indicator: known } = place;
  const roles = rolesFor(headings, heading);
  const areFilled = roles !== undefined && (!isBlankAt(table, row, roles.numerator.column) || !isBlankAt(table, row, roles.denominator.column));
  const hasRoles = roles !== undefined && (areFilled || (known?.expression !== undefined && !drawsElsewhere(place)));
  const shareScale = shareScaleOf(place);
  const indicator = known ?? (hasRoles ? byRoles(name, shareScale) : undefined);
  if (indicator === undefined) return undefined;
  const target = targetFor(headings, heading);
  const previous = previousFor(headings, heading);
  const computed = hasRoles && roles !== undefined && indicator.expression !== undefined ? fromRoles(table.sheet, indicator.expression, roles, growthNumerator(table, row, roles)) : fromTerms(place, indicator);
  return {
    table,
    indicator,
    ...computed,
    isCertain: (indicator.certainty !== "own" || hasRoles) && indicator.unit !== "1:X",
    name,
    nameCell: table.range(row, "indicator"),
    column: heading.column,
    rows: [row],
    totals: isSumHeading(heading.text) ? new Set([row]) : none,
    ...(places.size > 1 && places.has(heading.text) && !isSumHeading(heading.text) ? { place: { name: heading.text, others: places } } : {}),
    shareScale,
    ...(heading.period === undefined ? {} : { period: heading.period }),
    ...(target === undefined ? {} : { target: { column: target.column } }),
    ...(previous === undefined ? {} : { previous: { column: previous.column } }),
  };
}

/** Beside an empty 分子 and 分母 a formula over cells outside the table says where its inputs stand. */
function drawsElsewhere({ table, workbook, row, heading }: Place): boolean {
  const formula = formulaAt(table.worksheet, row, heading.column);
  const read = formula === undefined ? undefined : readFormula(formula, { sheet: table.sheet, row, column: heading.column }, workbook);
  if (read === undefined || "unreadable" in read || read.operands.size === 0) return false;
  return [...read.operands.values()].every((operand) => "range" in operand && (operand.range.sheet !== table.sheet || !overlaps(operand.range, rowsOf(table))));
}

/** A table of inputs below may have been taken for further rows: a blank row ends those that count. */
function rowsOf({ bounds, rows, blankRows }: Table<IndicatorKey>): Rectangle {
  const end = blankRows.find((row) => row > (rows[0] ?? bounds.top));
  return end === undefined ? bounds : { ...bounds, bottom: end };
}

function isBlankAt({ worksheet }: Table<IndicatorKey>, row: number, column: number): boolean {
  return isBlank(worksheet.columns[column]?.values[row]) && worksheet.columns[column]?.formulas.has(row) !== true;
}

/** 分子 and 分母 without a definition beside them: the sheet itself says what is divided. */
function byRoles(name: string, shareScale: ShareScale): Indicator {
  const expression = shareScale === "none" ? quotient(atom(numeratorKey), atom(denominatorKey)) : product(quotient(atom(numeratorKey), atom(denominatorKey)), numberOf(100));
  const unit = shareScale === "none" ? "" : "%";
  const isShare = looksLikeShare(name, { expression, unit });
  return {
    name,
    unit,
    formula: shareScale === "none" ? "分子/分母" : "分子/分母×100%",
    expression,
    terms: [{ name: numeratorKey }, { name: denominatorKey }],
    certainty: "workbook",
    direction: "monitor",
    ...(isShare ? { isShare, hard: { min: 0, max: 100 } } : {}),
    source: "",
  };
}

type Roles = { readonly numerator: Heading; readonly denominator: Heading };

/** The numerator and denominator of a column of values: those under the same period, else the only ones, else the nearest to its left. */
function rolesFor(headings: readonly Heading[], value: Heading): Roles | undefined {
  // 分子 and 分母 of no year are those of the latest value
  if (headings.some((other) => isLaterValue(other, value)) && !headings.some(({ key, period }) => key === "numerator" && period === value.period)) return undefined;
  const numerator = nearest(headings, value, "numerator");
  const denominator = nearest(headings, value, "denominator");
  return numerator === undefined || denominator === undefined ? undefined : { numerator, denominator };
}

function nearest(headings: readonly Heading[], value: Heading, key: IndicatorKey): Heading | undefined {
  const all = headings.filter((heading) => heading.key === key && heading.column !== value.column);
  const same = value.period === undefined ? [] : all.filter(({ period }) => period === value.period);
  if (same.length > 0) return same[0];
  // 本年值 beside 2024年目标值: no other year is named
  const free = yearOf(value) === undefined ? all : all.filter(({ period }) => period === undefined);
  return free.length <= 1 ? free[0] : [...free].sort((a, b) => Math.abs(a.column - value.column) - Math.abs(b.column - value.column))[0];
}

/** A target that names no year is the latest one's. */
function targetFor(headings: readonly Heading[], value: Heading): Heading | undefined {
  const target = nearest(headings, value, "target");
  return target?.period === undefined && isPast(headings, value) ? undefined : target;
}

/** 2023年 beside 2024年, else what is headed 上年. */
function previousFor(headings: readonly Heading[], value: Heading): Heading | undefined {
  const earlier = earlierPeriod(headings, value);
  if (earlier !== undefined || isPast(headings, value)) return earlier;
  return headings.find(({ key }) => key === "previous");
}

function isPast(headings: readonly Heading[], value: Heading): boolean {
  return headings.some((other) => isLaterValue(other, value));
}

/** 2023年 beside 2024年, or beside 本年: the year before. */
function earlierPeriod(headings: readonly Heading[], value: Heading): Heading | undefined {
  const year = yearOf(value);
  const others = headings.filter((heading) => heading.key === "value" && heading.column !== value.column && yearOf(heading) !== undefined);
  if (year === undefined) return others.length === 1 ? others[0] : undefined;
  return others.find(({ period }) => period === value.period?.replace(String(year), String(year - 1)));
}

function yearOf({ period }: Heading): number | undefined {
  const year = /(?:19|20)\d{2}/.exec(period ?? "")?.[0];
  return year === undefined ? undefined : Number(year);
}

/** A value of a later year, or of 本年 and of no year beside one of a year. */
function isLaterValue(other: Heading, value: Heading): boolean {
  if (other.key !== "value" || other.column === value.column) return false;
  const [own, others] = [yearOf(value), yearOf(other)];
  return own !== undefined && (others === undefined || others > own);
}

/** The definition's quotient over the columns 分子 and 分母, whatever its terms are. */
function fromRoles(sheet: string, definition: Expression, { numerator, denominator }: Roles, holds: "whole" | "difference" | "either"): Computed {
  const { factor, over, under } = splitFactor(definition);
  const share = quotient(atom(numeratorKey), atom(denominatorKey));
  const isGrowth = over?.kind === "sum" && over.parts.length === 2 && under?.kind === "atom" && keysOf(over).includes(under.key);
  const growth = quotient(sum(atom(numeratorKey), product(numberOf(-1), atom(denominatorKey))), atom(denominatorKey));
  const ways = (!isGrowth || holds === "difference" ? [share] : holds === "whole" ? [growth] : [growth, share]).map((way) => (factor === 1 ? way : product(way, numberOf(factor))));
  const inputs = new Map<string, Input>([
    [numeratorKey, inputOf(sheet, numerator, "numerator")],
    [denominatorKey, inputOf(sheet, denominator, "denominator")],
  ]);
  const [first, ...others] = ways;
  return under === undefined || first === undefined ? { inputs } : { inputs, expression: first, ...(others.length === 0 ? {} : { alternatives: others }) };
}

/** Of growth 分子 holds this year's, not the difference, where it is about as large as 分母. */
function growthNumerator({ worksheet }: Table<IndicatorKey>, row: number, { numerator, denominator }: Roles): "whole" | "difference" | "either" {
  const [over, under] = [valueAt(worksheet, row, numerator.column), valueAt(worksheet, row, denominator.column)];
  if (typeof over !== "number" || typeof under !== "number" || under === 0) return "either";
  return Math.abs(over / under) > 0.5 ? "whole" : "difference";
}

export function inputOf(sheet: string, { column, lines }: Heading, role: Input["role"]): Input {
  const label = lines.join(" ");
  return { sheet, column, label, scale: readHeader(label).scale, role };
}

function fromTerms({ table, workbook, row, headings, heading }: Place, indicator: Indicator): Computed {
  return computedFrom(indicator, ({ terms, expression }) => findInputs({ table, workbook, row, column: heading.column, period: heading.period, isAlone: headings.filter(({ key }) => key === "value").length < 2 }, terms, expression));
}

function shareScaleOf({ table, row, name, heading, indicator }: Place): ShareScale {
  const unit = table.text(row, "unit").normalize("NFKC");
  const named = readHeader(name).unit;
  if (unit === "%" || named === "%") return "hundred";
  if (unit !== "" || named !== undefined) return "none";
  if (indicator !== undefined && indicator.unit !== "" && indicator.unit !== "%") return "none";
  if (heading.lines.some((line) => /[%％]/.test(line))) return "hundred";
  return indicator?.unit === "%" || indicator === undefined ? "open" : "none";
}

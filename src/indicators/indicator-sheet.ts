import { atom, numberOf, product, quotient } from "../formula/expression";
import { numberFormatAt, textOf, valueAt, type Worksheet } from "../core/workbook";
import { stringifyAddress } from "../core/address";
import { compareDefinitions } from "./compare-definitions";
import { parseDefinition, stringifyDefinition } from "./definition";
import { readHeader, withoutUnit } from "./header";
import type { Computation, Direction, Indicator, Limits, Term } from "./indicator";
import { matchTerm } from "./match-term";
import { level, withoutSpaces } from "./plain-text";
import { readUnit } from "./unit";

const sheetName = /^(?:附[件表]?\d*[、.：:]?)?指标(?:字典|定义|口径)表?$/;
const headerReach = 30;

const headers = {
  name: /^(?:指标名称|标准名称|指标)$/,
  aliases: /^(?:别名|简称|其他名称|曾用名|别称|简称或别名)$/,
  unit: /^(?:计量单位|单位|指标单位)$/,
  over: /^分子(?:名称|定义|说明)?$/,
  under: /^分母(?:名称|定义|说明)?$/,
  formula: /^(?:计算公式|公式|计算方法|计算方式)$/,
  direction: /^(?:方向|指标方向|导向|指标导向|指标性质|属性)$/,
  min: /^(?:下限|最小值|合理下限|最低值)$/,
  max: /^(?:上限|最大值|合理上限|最高值)$/,
  category: /^(?:类别|分类|指标类别)$/,
  note: /^(?:备注|说明|口径说明)$/,
} as const;

type Key = keyof typeof headers;

export function isIndicatorSheet(name: string): boolean {
  return name.includes("指标") && sheetName.test(name.trim());
}

/** The indicators of a workbook's own 指标字典; what it leaves open is taken from the built-in one of that name. */
export function readIndicatorSheet(worksheet: Worksheet, builtIn: (name: string) => Indicator | undefined): Indicator[] {
  for (let row = 0; row < Math.min(worksheet.rowCount, headerReach); row++) {
    const columns = columnsOf(worksheet, row);
    if (columns.has("name") && columns.size > 1) return entriesBelow(worksheet, row, columns, builtIn);
  }
  return [];
}

function columnsOf(worksheet: Worksheet, row: number): ReadonlyMap<Key, number> {
  const columns = new Map<Key, number>();
  for (const [index, column] of worksheet.columns.entries()) {
    const text = level(withoutSpaces(textOf(column?.values[row] ?? null)).slice(0, 40)).replace(/\([^()]*\)/g, "");
    if (text === "") continue;
    for (const key of Object.keys(headers) as Key[]) if (!columns.has(key) && headers[key].test(text)) columns.set(key, index);
  }
  return columns;
}

function entriesBelow(worksheet: Worksheet, header: number, columns: ReadonlyMap<Key, number>, builtIn: (name: string) => Indicator | undefined): Indicator[] {
  const entries: Indicator[] = [];
  for (let row = header + 1; row < worksheet.rowCount; row++) {
    const cell = (key: Key): string => {
      const column = columns.get(key);
      return column === undefined ? "" : textOf(valueAt(worksheet, row, column));
    };
    const { name, unit } = readHeader(cell("name"));
    if (name === "") continue;
    const limit = (key: "min" | "max"): number | undefined => limitOf(worksheet, row, columns.get(key), unit ?? cell("unit"));
    const place = `${worksheet.name}!${stringifyAddress({ top: row, left: columns.get("name") ?? 0, bottom: row, right: columns.get("name") ?? 0 })}`;
    entries.push(entryOf({ name, unit: readUnit(cell("unit"))?.unit ?? (cell("unit") === "" ? unit : cell("unit")), cell, limits: { ...pick("min", limit("min")), ...pick("max", limit("max")) }, source: place }, builtIn(name)));
  }
  return entries;
}

type Row = { readonly name: string; readonly unit: string | undefined; readonly cell: (key: Key) => string; readonly limits: Limits; readonly source: string };

function entryOf({ name, unit, cell, limits, source }: Row, base: Indicator | undefined): Indicator {
  const written = unit ?? base?.unit;
  const computation = computationOf(cell, written, base);
  const aliases = [...new Set([...cell("aliases").split(/[、，,；;\n]/).map((alias) => alias.trim()), ...(base === undefined ? [] : [base.name, ...(base.aliases ?? [])])])].filter((alias) => alias !== "" && alias !== name);
  const hard = { ...base?.hard, ...limits };
  const category = cell("category") || base?.category;
  const note = cell("note") || base?.note;
  return {
    name,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(category === undefined ? {} : { category }),
    unit: written ?? computation?.unit ?? "",
    formula: computation?.formula ?? base?.formula ?? "",
    ...(computation === undefined ? (base?.expression === undefined ? {} : { expression: base.expression }) : { expression: computation.expression }),
    terms: computation?.terms ?? base?.terms ?? [],
    ...(computation === undefined || computation.isBase ? (base?.alternatives === undefined ? {} : { alternatives: base.alternatives }) : {}),
    ...(base?.isShare === true && (computation === undefined || computation.isBase) ? { isShare: true } : {}),
    // what the sheet leaves open is no surer for standing in it
    certainty: computation === undefined && base !== undefined ? base.certainty : "workbook",
    direction: directionOf(cell("direction")) ?? base?.direction ?? "monitor",
    ...(Object.keys(hard).length === 0 ? {} : { hard }),
    ...(base?.soft === undefined ? {} : { soft: base.soft }),
    source: computation === undefined && base !== undefined ? base.source : source,
    ...(note === undefined ? {} : { note }),
  };
}

type OwnComputation = Computation & { readonly formula: string; readonly unit: string | undefined; /** The same as the built-in one's. */ readonly isBase: boolean };

function computationOf(cell: (key: Key) => string, unit: string | undefined, base: Indicator | undefined): OwnComputation | undefined {
  const formula = cell("formula");
  const definition = formula === "" ? undefined : parseDefinition(formula);
  const [over, under] = [termName(cell("over")), termName(cell("under"))];
  const computation: Computation | undefined =
    definition !== undefined && !definition.terms.every(({ name }) => name.length === 1)
      ? definition
      : over === "" || under === ""
        ? undefined
        : { expression: scaled(over, under, unit), terms: [{ name: over }, { name: under }] };
  if (computation === undefined) return undefined;
  const terms = computation.terms.map((term) => withAliases(term, base));
  return {
    expression: computation.expression,
    terms,
    formula: formula === "" ? stringifyDefinition({ expression: computation.expression, ...(unit === undefined ? {} : { unit }) }) : formula,
    unit: definition?.unit,
    isBase: base !== undefined && compareDefinitions(computation, base) === "same",
  };
}

function termName(text: string): string {
  return withoutUnit(withoutSpaces(text)).replace(/^分[子母][:：]/, "");
}

function scaled(over: string, under: string, unit: string | undefined): Computation["expression"] {
  const ratio = quotient(atom(over), atom(under));
  return unit === "%" ? product(ratio, numberOf(100)) : unit === "‰" ? product(ratio, numberOf(1000)) : ratio;
}

/** A quantity that the built-in definition knows too may be headed as it is there. */
function withAliases(term: Term, base: Indicator | undefined): Term {
  const twin = base === undefined ? undefined : matchTerm(term.name, base.terms);
  if (twin === undefined) return term;
  return { name: term.name, aliases: [twin.name, ...(twin.aliases ?? [])].filter((alias) => alias !== term.name) };
}

function directionOf(text: string): Direction | undefined {
  if (text === "") return undefined;
  if (/目标|适度|适中|区间|target/i.test(text)) return "target";
  if (/逆|负|反向|低|降|小|减|↓|lower/i.test(text)) return "lower";
  if (/正|高|升|增|大|多|↑|higher/i.test(text)) return "higher";
  return /监测|观察|中性|monitor/i.test(text) ? "monitor" : undefined;
}

/** In the indicator's own unit: 0.95 shown as 95%, and the text 95%, are 95. */
function limitOf(worksheet: Worksheet, row: number, column: number | undefined, unit: string): number | undefined {
  if (column === undefined) return undefined;
  const value = valueAt(worksheet, row, column);
  if (typeof value === "number") return numberFormatAt(worksheet, row, column).includes("%") ? Number((value * 100).toPrecision(12)) : value;
  const match = /^[≥≤><不低高于小大]{0,4}(-?\d{1,12}(?:\.\d{1,8})?)(.{0,6})$/.exec(level(withoutSpaces(textOf(value)).slice(0, 24)).replace(/−/g, "-"));
  if (match === null) return undefined;
  const rest = match[2] ?? "";
  return rest === "" || rest === unit || readUnit(rest) !== undefined ? Number(match[1]) : undefined;
}

function pick(key: "min" | "max", value: number | undefined): Limits {
  return value === undefined ? {} : { [key]: value };
}

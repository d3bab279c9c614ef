import type { Derivation, Table } from "../core/table";
import { isBlank, textOf, valueAt, type Workbook, type Worksheet } from "../core/workbook";
import { splitFactor } from "./share";
import { keysOf, type Expression } from "../formula/expression";
import { readHeader } from "../indicators/header";
import { matchTerm } from "../indicators/match-term";
import type { Term } from "../indicators/indicator";
import type { IndicatorKey } from "../templates/indicator-kind";
import type { Input } from "./series";

/** Sheets are searched so far; what is larger is a list of records, not a sheet of items. */
const mostRows = 600;
const mostColumns = 60;
/** A number stands within so many cells of its label. */
const reach = 12;

type Label = { readonly worksheet: Worksheet; readonly row: number; readonly column: number };

type Labels = {
  /** Every text that may be an item's name, with its places. */
  readonly all: ReadonlyMap<string, readonly Label[]>;
  /** What of them each term is, for a definition's terms: asked once for all columns of a row. */
  readonly byTerms: WeakMap<readonly Term[], { readonly thisYear: number | undefined; readonly found: LabelsOfTerms }>;
};

type LabelsOfTerms = ReadonlyMap<string, readonly (readonly [text: string, place: Label])[]>;

const labelsOfWorkbook = new WeakMap<Workbook, Labels>();

export type Around = { readonly table: Table<IndicatorKey>; readonly workbook: Workbook; readonly row: number; readonly column: number; readonly period: string | undefined; /** No other column of the table holds values. */ readonly isAlone: boolean };

/** Where in the workbook the terms of a definition stand as items with their number beside them; what is not there, or is there twice, is left out. */
export function findInputs(around: Around, terms: readonly Term[], expression: Expression): Map<string, Input> {
  const { over, under } = splitFactor(expression);
  const denominators = new Set(under === undefined ? [] : keysOf(under));
  const found = new Map<string, Input>();
  const labels = labelsOfTerms(around, terms);
  for (const term of terms) {
    const candidates = (labels.get(term.name) ?? []).flatMap(([text, place]) => numberBeside(place, text, around) ?? []);
    const { sheet: name, bounds } = around.table;
    const onSheet = candidates.filter(({ sheet }) => sheet === name);
    const inTable = onSheet.filter(({ row }) => row !== undefined && row >= bounds.top && row <= bounds.bottom);
    const own = inTable.length > 0 ? inTable : onSheet;
    const [input, ...others] = own.length > 1 ? ofOwnBlock(own, around) : own.length > 0 ? own : candidates;
    if (input === undefined || others.length > 0) continue;
    found.set(term.name, { ...input, role: denominators.has(term.name) ? "denominator" : over?.kind === "atom" ? "numerator" : "term" });
  }
  return found;
}

/** Where blocks of the same rows stand below one another, one for each hospital: what stands since the block before. */
function ofOwnBlock(candidates: readonly Input[], { table, row }: Around): readonly Input[] {
  const name = table.text(row, "indicator");
  const same = table.rows.filter((other) => table.text(other, "indicator") === name);
  if (same.length !== candidates.length) return candidates;
  const before = same.filter((other) => other < row).at(-1) ?? -1;
  return candidates.filter((candidate) => candidate.row !== undefined && candidate.row < row && candidate.row > before);
}

function labelsOfTerms({ workbook, table }: Around, terms: readonly Term[]): LabelsOfTerms {
  const labels = labelsIn(workbook);
  const thisYear = table.derived(latestYear) || undefined;
  const known = labels.byTerms.get(terms);
  if (known !== undefined && known.thisYear === thisYear) return known.found;
  const found = new Map<string, (readonly [string, Label])[]>();
  for (const [text, places] of labels.all) {
    const term = matchTerm(text, terms, thisYear === undefined ? {} : { thisYear });
    if (term === undefined) continue;
    const list = found.get(term.name) ?? [];
    list.push(...places.map((place) => [text, place] as const));
    found.set(term.name, list);
  }
  labels.byTerms.set(terms, { thisYear, found });
  return found;
}

/** 2024年医疗收入 over 2023年医疗收入: the year that 本年 means where the rows name several, else 0: what is undefined is not kept. */
const latestYear: Derivation<number, IndicatorKey> = {
  make: (table) => {
    const years = new Set(table.rows.flatMap((row) => /^(?:19|20)\d{2}(?=年)/.exec(table.text(row, "indicator"))?.[0] ?? []));
    return years.size > 1 ? Math.max(...[...years].map(Number)) : 0;
  },
  forget: () => undefined,
};

function labelsIn(workbook: Workbook): Labels {
  const known = labelsOfWorkbook.get(workbook);
  if (known !== undefined) return known;
  const labels = new Map<string, Label[]>();
  for (const worksheet of workbook.worksheets) {
    if (worksheet.rowCount > mostRows || worksheet.name.includes("字典")) continue;
    for (let column = 0; column < Math.min(worksheet.columnCount, mostColumns); column++) {
      for (const [row, value] of worksheet.columns[column]?.values.entries() ?? []) {
        if (typeof value !== "string" || value.length > 60) continue;
        const text = textOf(value);
        if (text === "") continue;
        const places = labels.get(text);
        if (places === undefined) labels.set(text, [{ worksheet, row, column }]);
        else places.push({ worksheet, row, column });
      }
    }
  }
  const made = { all: labels, byTerms: new WeakMap() };
  labelsOfWorkbook.set(workbook, made);
  return made;
}

/** The one number to the right of a label, of several that under the measurement's period, or in its own column. */
function numberBeside({ worksheet, row, column }: Label, label: string, { table, row: own, column: ownColumn, period, isAlone }: Around): Input | undefined {
  if (worksheet === table.worksheet && row === own) return undefined;
  const numbers: number[] = [];
  for (let right = column + 1; right <= column + reach && right < worksheet.columnCount; right++) {
    const value = valueAt(worksheet, row, right);
    if (typeof value === "number" || worksheet.columns[right]?.formulas.has(row) === true) numbers.push(right);
    // a further item's name ends this one's numbers
    else if (numbers.length > 0 && typeof value === "string" && /[\u4e00-\u9fff]{2}/.test(value)) break;
  }
  // of counties side by side each has its own, be it blank or text
  if (!isAlone && worksheet === table.worksheet && column === table.columns.get("indicator") && table.rows.includes(row)) {
    const isFilled = numbers.length > 0 || !isBlank(valueAt(worksheet, row, ownColumn));
    return isFilled ? { sheet: worksheet.name, column: ownColumn, row, label, scale: scaleOf(worksheet, row, column, ownColumn, label), role: "term" } : undefined;
  }
  const chosen = worksheet === table.worksheet && numbers.includes(ownColumn) ? ownColumn : numbers.length === 1 ? numbers[0] : numbers.find((place) => period !== undefined && headsWith(worksheet, row, place, period));
  return chosen === undefined ? undefined : { sheet: worksheet.name, column: chosen, row, label, scale: scaleOf(worksheet, row, column, chosen, label), role: "term" };
}

function headsWith(worksheet: Worksheet, row: number, column: number, period: string): boolean {
  for (let up = row - 1; up >= Math.max(0, row - mostRows); up--) {
    const value = valueAt(worksheet, up, column);
    if (typeof value === "string" && readHeader(value).period === period) return true;
  }
  return false;
}

/** 万人次 in the label, or in a cell of its own between label and number. */
function scaleOf(worksheet: Worksheet, row: number, from: number, to: number, label: string): number {
  const { scale } = readHeader(label);
  if (scale !== 1) return scale;
  for (let column = from + 1; column < to; column++) {
    const text = textOf(valueAt(worksheet, row, column));
    if (text !== "" && text.length <= 8) return readHeader(`(${text})`).scale;
  }
  return 1;
}

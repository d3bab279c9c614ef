import type { Table } from "../core/table";
import { textOf, valueAt, type Workbook, type Worksheet } from "../core/workbook";
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

const labelsOfWorkbook = new WeakMap<Workbook, Map<string, Label[]>>();

export type Around = { readonly table: Table<IndicatorKey>; readonly workbook: Workbook; readonly row: number; readonly column: number; readonly period: string | undefined };

/** Where in the workbook the terms of a definition stand as items with their number beside them; what is not there, or is there twice, is left out. */
export function findInputs(around: Around, terms: readonly Term[], expression: Expression): Map<string, Input> {
  const { over, under } = splitFactor(expression);
  const denominators = new Set(under === undefined ? [] : keysOf(under));
  const found = new Map<string, Input>();
  for (const term of terms) {
    const candidates = [...labelsIn(around.workbook)].filter(([text]) => matchTerm(text, terms)?.name === term.name).flatMap(([text, places]) => places.flatMap((place) => numberBeside(place, text, around) ?? []));
    const own = candidates.filter(({ sheet }) => sheet === around.table.sheet);
    const [input, ...others] = own.length > 0 ? own : candidates;
    if (input === undefined || others.length > 0) continue;
    found.set(term.name, { ...input, role: denominators.has(term.name) ? "denominator" : over?.kind === "atom" ? "numerator" : "term" });
  }
  return found;
}

/** Every text that may be an item's name, with its places. */
function labelsIn(workbook: Workbook): ReadonlyMap<string, readonly Label[]> {
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
  labelsOfWorkbook.set(workbook, labels);
  return labels;
}

/** The one number to the right of a label, of several that under the measurement's period, or in its own column. */
function numberBeside({ worksheet, row, column }: Label, label: string, { table, row: own, column: ownColumn, period }: Around): Input | undefined {
  if (worksheet === table.worksheet && row === own) return undefined;
  const numbers: number[] = [];
  for (let right = column + 1; right <= column + reach && right < worksheet.columnCount; right++) {
    const value = valueAt(worksheet, row, right);
    if (typeof value === "number" || worksheet.columns[right]?.formulas.has(row) === true) numbers.push(right);
    // a further item's name ends this one's numbers
    else if (numbers.length > 0 && typeof value === "string" && /[\u4e00-\u9fff]{2}/.test(value)) break;
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

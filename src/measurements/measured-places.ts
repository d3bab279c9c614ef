import type { Diagnostic } from "../core/diagnostic";
import { cellRange, formulaAt, numberFormatAt, spanAt, textOf, valueAt, type CellValue, type Range, type Span, type Workbook } from "../core/workbook";
import { readFormula } from "../formula/read-formula";
import { readHeader } from "../indicators/header";
import { describeFormula } from "./describe";
import type { FindingsOfPlaces } from "./findings-of-places";
import { headingsOf } from "./headings";
import { percentFormats } from "./percent-format";
import { inOwnUnit, type Series } from "./series";
import { meetsTarget, readTargetValue } from "./target-value";

/** How a cell's value is shown under its number format. */
export type ShowCell = (value: CellValue, format: string) => string;

/** What a target asks for in its own words, and whether the value meets it where that can be told. */
export type PlaceTarget = { readonly text: string; readonly value?: number; readonly isMet?: boolean };

/** Series after series; `first` and `last` count the places of all. */
type Part = Span & { readonly series: Series; isPercent?: (row: number) => boolean };

/** All values of one indicator, worked out as they are asked for. */
export class MeasuredPlaces {
  readonly count: number;
  readonly flagged: readonly number[];
  private readonly parts: readonly Part[];
  private readonly hasTargets: boolean;
  private readonly hasPrevious: boolean;
  private readonly targets = new Map<number, PlaceTarget | undefined>();
  /** The part that was asked last: its neighbours come next. */
  private latest: Part | undefined;

  constructor(
    series: readonly Series[],
    private readonly workbook: Workbook,
    private readonly findings: FindingsOfPlaces,
    private readonly show: ShowCell,
  ) {
    let count = 0;
    this.parts = series.flatMap((one) => {
      const first = count;
      count += one.rows.length;
      return one.rows.length === 0 ? [] : [{ series: one, first, last: count - 1 }];
    });
    this.count = count;
    this.hasTargets = series.some(({ target }) => target !== undefined);
    this.hasPrevious = series.some(({ previous }) => previous !== undefined);
    this.flagged = this.parts.flatMap(({ series: { table, column, rows }, first }) => rows.flatMap((row, index) => (findings.at(table.sheet, row, column).length > 0 ? [first + index] : [])));
  }

  at(index: number) {
    const value = this.valueAt(index);
    const target = this.targetAt(index);
    const previous = this.previousAt(index);
    const computes = this.computes(index);
    return {
      range: this.rangeAt(index),
      label: this.labelAt(index),
      shown: this.shown(index),
      findings: this.findingsAt(index),
      ...(value === undefined ? {} : { value }),
      ...(target === undefined ? {} : { target }),
      ...(previous === undefined ? {} : { previous }),
      ...(computes === undefined ? {} : { computes }),
    };
  }

  rangeAt(index: number): Range {
    const { series, row } = this.place(index);
    return cellRange(series.table.sheet, row, series.column);
  }

  /** Whose and when: 青溪县 · 2025年. */
  labelAt(index: number): string {
    const { series, row } = this.place(index);
    const { table, period } = series;
    const whose = table.has("entity") ? table.text(row, "entity") : table.sheet;
    const when = period ?? (table.has("indicator") ? columnName(series) : undefined);
    return [whose, when].filter((text) => text !== undefined && text !== "").join(" · ");
  }

  valueAt(index: number): number | undefined {
    const part = this.partAt(index);
    const { series } = part;
    const row = series.rows[index - part.first] ?? 0;
    const value = valueAt(series.table.worksheet, row, series.column);
    part.isPercent ??= percentFormats(series.table.worksheet, series.column);
    return typeof value === "number" ? inOwnUnit(series, value, part.isPercent(row)) : undefined;
  }

  targetAt(index: number): PlaceTarget | undefined {
    if (!this.hasTargets) return undefined;
    const { series, row } = this.place(index);
    if (series.target === undefined) return undefined;
    if (!this.targets.has(index)) this.targets.set(index, this.readTarget(index, series, row, series.target.column));
    return this.targets.get(index);
  }

  previousAt(index: number): number | undefined {
    if (!this.hasPrevious) return undefined;
    const { series, row } = this.place(index);
    if (series.previous === undefined) return undefined;
    const { worksheet } = series.table;
    const value = valueAt(worksheet, row, series.previous.column);
    return typeof value === "number" ? inOwnUnit(series, value, percentFormats(worksheet, series.previous.column)(row)) : undefined;
  }

  findingsAt(index: number): readonly Diagnostic[] {
    const { series, row } = this.place(index);
    return this.findings.at(series.table.sheet, row, series.column);
  }

  private shown(index: number): string {
    const { series, row } = this.place(index);
    const { worksheet } = series.table;
    return this.show(valueAt(worksheet, row, series.column), numberFormatAt(worksheet, row, series.column));
  }

  private readTarget(index: number, series: Series, row: number, column: number): PlaceTarget | undefined {
    const { worksheet } = series.table;
    const { direction } = series.indicator;
    const written = valueAt(worksheet, row, column);
    if (textOf(written) === "") return undefined;
    const isPercent = percentFormats(worksheet, column)(row);
    const wanted = readTargetValue(written, isPercent, direction);
    const text = this.show(written, numberFormatAt(worksheet, row, column));
    // a number that nobody says the direction of is still a mark to look at
    if (wanted === undefined) return typeof written === "number" ? { text, value: isPercent ? written * 100 : written } : { text };
    const value = this.valueAt(index);
    // whether a wrong value meets the target is not worth saying
    const isSound = value !== undefined && !this.findingsAt(index).some(({ severity }) => severity === "error");
    return { text, value: wanted.value, ...(isSound ? { isMet: meetsTarget(value, wanted, direction) } : {}) };
  }

  /** What a formula that something was found at computes, unless what was found says so itself. */
  private computes(index: number): string | undefined {
    const found = this.findingsAt(index);
    if (found.length === 0 || found.some(({ rule }) => rule === "valid-indicator-formula")) return undefined;
    const { series, row } = this.place(index);
    const formula = formulaAt(series.table.worksheet, row, series.column);
    if (formula === undefined) return undefined;
    const read = readFormula(formula, { sheet: series.table.sheet, row, column: series.column }, this.workbook);
    return "unreadable" in read ? undefined : describeFormula(read, series, row, this.workbook);
  }

  private place(index: number): { readonly series: Series; readonly row: number } {
    const { series, first } = this.partAt(index);
    return { series, row: series.rows[index - first] ?? 0 };
  }

  private partAt(index: number): Part {
    if (this.latest !== undefined && index >= this.latest.first && index <= this.latest.last) return this.latest;
    const part = spanAt(this.parts, index);
    if (part === undefined) throw new Error(`there is no place ${index}`);
    return (this.latest = part);
  }
}

/** Of several columns of values the one meant. */
function columnName({ table, column }: Series): string | undefined {
  const values = headingsOf(table).filter(({ key }) => key === "value");
  const own = values.length > 1 ? values.find((heading) => heading.column === column) : undefined;
  return own === undefined ? undefined : readHeader(own.text).name || own.text;
}

import type { Table } from "../core/table";
import type { Range } from "../core/workbook";
import type { Expression } from "../formula/expression";
import type { Indicator } from "../indicators/indicator";
import type { IndicatorKey } from "../templates/indicator-kind";

/** Where a number that a measurement is computed from stands. */
export type Input = {
  readonly sheet: string;
  readonly column: number;
  /** Undefined where it is the measurement's own row. */
  readonly row?: number;
  /** What its header says, for a person. */
  readonly label: string;
  /** 10000 where the header says 万人次. */
  readonly scale: number;
  readonly role: "numerator" | "denominator" | "term";
};

/** How a share is shown where its number format is no percentage: 95 under a header with (%); `open` where nothing says it; `none` is no share. */
export type ShareScale = "hundred" | "open" | "none";

/**
 * Measurements of one indicator that are laid out alike: a column of counties, or one cell of a row. The place of each
 * input follows from the row, so that nothing is allocated for a cell.
 */
export type Series = {
  readonly table: Table<IndicatorKey>;
  /** The definition in effect: the cell's own, else the workbook's, else the dictionary's, else what the columns 分子 and 分母 say. */
  readonly indicator: Indicator;
  /** What is computed, over the keys of `inputs`; undefined where nothing is computed or an input is not to be found. */
  readonly expression?: Expression;
  /** Other ways to compute the same, over the same inputs. */
  readonly alternatives?: readonly Expression[];
  readonly inputs: ReadonlyMap<string, Input>;
  /** Whether a wrong formula may be called so: not on the strength of our own reading of a name. */
  readonly isCertain: boolean;
  readonly name: string;
  readonly nameCell: Range;
  readonly column: number;
  readonly rows: readonly number[];
  /** Those of `rows` that add up or average the others. */
  readonly totals: ReadonlySet<number>;
  readonly shareScale: ShareScale;
  /** Where places stand side by side: whose column it is, and whose the others are. Undefined for a column of totals. */
  readonly place?: { readonly name: string; readonly others: ReadonlySet<string> };
  /** 2025年 where the header says so. */
  readonly period?: string;
  readonly target?: { readonly column: number };
  readonly previous?: { readonly column: number };
};

/** The cell of an input of one measurement. */
export function inputCell(input: Input, row: number): Range {
  const place = input.row ?? row;
  return { sheet: input.sheet, top: place, left: input.column, bottom: place, right: input.column };
}

/** A value as the indicator counts it: 95 where the cell holds 0.95 and shows 95%. */
export function inOwnUnit({ indicator, shareScale }: Series, value: number, isPercentFormat: boolean): number {
  const isBare = shareScale === "open" && Math.abs(value) <= 1;
  return indicator.unit === "%" && (isPercentFormat || isBare) ? value * 100 : value;
}

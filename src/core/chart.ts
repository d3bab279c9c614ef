import type { LightLook, LightScheme } from "./marks";
import { movedArea, type Movement } from "./movement";
import { cellRange, type Rectangle } from "./workbook";

export type ChartKind = "column" | "stacked-column" | "bar" | "stacked-bar" | "pie" | "doughnut" | "line";

/** The colour of a light, or #rrggbb. */
export type ChartColor = LightLook | `#${string}`;

export type ChartSeries = {
  /** A text, or the cell that holds it. */
  readonly name: string | { readonly row: number; readonly column: number };
  /** One row or one column, as long as the categories. */
  readonly values: Rectangle;
  /** Without one, the next of our own palette. */
  readonly color?: ChartColor;
  /** Of a pie or doughnut: one a value, in their order. */
  readonly pointColors?: readonly ChartColor[];
};

/** A chart of ours; all its places are on its own worksheet. A person's own charts are not told of. */
export type OwnChart = {
  /** Any text, to know it again by; unlike all others on the worksheet. */
  readonly id: string;
  readonly title: string;
  readonly kind: ChartKind;
  /** The cells it covers. */
  readonly anchor: Rectangle;
  readonly categories: Rectangle;
  /** A pie has one, a doughnut mostly. */
  readonly series: readonly ChartSeries[];
  /** Which colours the lights have; green, yellow and red where it is not said. */
  readonly lights?: LightScheme;
  /** Number format of the values beside their bars and points; without one as the cells have it, and no 0 where parts make a whole. */
  readonly valueFormat?: string;
  /** Values may lie below 0; without it columns and bars begin at 0. */
  readonly mayBeNegative?: true;
};

/** The charts after lines moved under them; one that has lost its cells, its categories or all its values is no chart of ours any more. */
export function movedCharts(charts: readonly OwnChart[], moving: Movement): OwnChart[] {
  return charts.flatMap((chart) => {
    const [anchor, categories] = [movedArea(chart.anchor, moving), movedArea(chart.categories, moving)];
    const series = chart.series.flatMap((one) => movedSeries(one, moving));
    return anchor === undefined || categories === undefined || series.length === 0 ? [] : [{ ...chart, anchor, categories, series }];
  });
}

function movedSeries(series: ChartSeries, moving: Movement): ChartSeries[] {
  const values = movedArea(series.values, moving);
  if (values === undefined) return [];
  if (typeof series.name === "string") return [{ ...series, values }];
  const cell = movedArea(cellRange(moving.sheet, series.name.row, series.name.column), moving);
  return cell === undefined ? [] : [{ ...series, name: { row: cell.top, column: cell.left }, values }];
}

export function areSameCharts(a: readonly OwnChart[], b: readonly OwnChart[]): boolean {
  const [one, other] = [a.map(keyOf).sort(), b.map(keyOf).sort()];
  return one.length === other.length && one.every((key, index) => key === other[index]);
}

/** The charts that are in both, as those that are there already; they can stay as they are, with what a person has done to their looks. */
export function chartsInBoth(before: readonly OwnChart[], after: readonly OwnChart[]): OwnChart[] {
  const wanted = new Set(after.map(keyOf));
  return before.filter((chart) => wanted.has(keyOf(chart)));
}

function keyOf({ id, title, kind, anchor, categories, series, lights, valueFormat, mayBeNegative }: OwnChart): string {
  const corners = ({ top, left, bottom, right }: Rectangle): number[] => [top, left, bottom, right];
  const lines = series.map(({ name, values, color, pointColors }) => [typeof name === "string" ? name : [name.row, name.column], corners(values), color, pointColors]);
  return JSON.stringify([id, title, kind, corners(anchor), corners(categories), lines, lights, valueFormat, mayBeNegative]);
}

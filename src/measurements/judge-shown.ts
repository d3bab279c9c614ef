import { cellRange, formulaAt, valueAt } from "../core/workbook";
import type { Limits } from "../indicators/indicator";
import { percentFormats } from "./percent-format";
import { inOwnUnit, type Series } from "./series";
import { meetsTarget, readTargetValue } from "./target-value";
import type { UsualScale } from "./usual-scale";
import type { Verdict, VerdictOf } from "./verdict";

/** The number a cell shows, and how. */
export type Shown = {
  readonly series: Series;
  readonly row: number;
  readonly written: number;
  /** By a formula, not typed in. */
  readonly isComputed: boolean;
  readonly isPercent: boolean;
  readonly usual: UsualScale | undefined;
};

/** What is to be said of a value itself, its formula being right: impossible, out of scale, moved, unusual, below its target. */
export function shownVerdicts(shown: Shown, abruptChange: number): Verdict[] {
  const { series, row, written, isComputed, isPercent, usual } = shown;
  const { indicator } = series;
  const at = { range: cellRange(series.table.sheet, row, series.column), series, row };
  const isShare = indicator.unit === "%";
  // a total is what its rows make of it
  if (isComputed && series.totals.has(row)) return [];
  // a fraction in a column of hundreds is no share of its own
  const value = usual === "hundred" && !isPercent ? written : inOwnUnit(series, written, isPercent);
  if (indicator.hard !== undefined && indicator.certainty !== "own" && isOutside(value, indicator.hard)) {
    // 1.08 shown as 108% may be meant so, 88 shown as 8800% is not
    const isUsual = indicator.soft !== undefined && !isOutside(written, indicator.soft);
    const isScale = !isComputed && isShare && isPercent && !isOutside(written, indicator.hard) && written > 1 && (written > 2 || isUsual);
    if (isScale) return [{ ...at, rule: "valid-percent-scale", fault: "hundred-under-percent", value: written, formula: undefined }];
    return [{ ...at, rule: "valid-indicator-range", value, limits: indicator.hard }];
  }
  const scale = isShare && !isPercent ? (isBareRatio(shown) ? "ratio" : isHundred(shown) ? "hundred" : undefined) : undefined;
  const fault = scale === undefined ? undefined : faultOfScale(series, usual, scale);
  if (fault !== undefined) return [{ ...at, rule: "valid-percent-scale", fault: fault === "bare-ratio" && series.rows.length > 1 ? "mixed" : fault, value: written, formula: undefined }];
  return [...changeVerdict(shown, value, abruptChange), ...targetVerdict(shown, value)];
}

/** What is wrong with a share written so, by the header's scale or else by the column's own. */
export function faultOfScale({ shareScale }: Series, usual: UsualScale | undefined, written: UsualScale): VerdictOf<"valid-percent-scale">["fault"] | undefined {
  if (usual === undefined || written === usual) return undefined;
  if (written === "hundred") return "mixed-hundred";
  return shareScale === "hundred" ? "bare-ratio" : "mixed";
}

/** Typed in as 80 where its neighbours are 0.8. */
function isHundred({ series, row, written }: Shown): boolean {
  const { soft } = series.indicator;
  return written > 2 && soft !== undefined && !isOutside(written, soft) && formulaAt(series.table.worksheet, row, series.column) === undefined;
}

/** Typed in below 1 where it must be far above: 0.95 under (%). */
function isBareRatio({ series, row, written }: Shown): boolean {
  const { soft } = series.indicator;
  if (written <= 0 || written > 1 || Number.isInteger(written)) return false;
  if (formulaAt(series.table.worksheet, row, series.column) !== undefined) return false;
  return soft?.min !== undefined && soft.min > 1 && written < soft.min && !isOutside(written * 100, soft);
}

function changeVerdict({ series, row }: Shown, value: number, abruptChange: number): Verdict[] {
  const { indicator, table, previous: before } = series;
  const { soft } = indicator;
  const at = { range: cellRange(table.sheet, row, series.column), series, row };
  // levels go up one by one, and a rate of growth is itself a change
  const isSteady = indicator.unit !== "级" && !/增长|增幅|增速/.test(indicator.name);
  const written = before === undefined || !isSteady ? null : valueAt(table.worksheet, row, before.column);
  if (typeof written === "number" && written !== 0 && before !== undefined) {
    const isShare = indicator.unit === "%";
    const previous = isShare && percentFormats(table.worksheet, before.column)(row) ? written * 100 : written;
    const moved = Math.abs(value - previous);
    if (moved / Math.abs(previous) > abruptChange && !(isShare && moved < 1)) return [{ ...at, rule: "no-abrupt-change", value, previous }];
  }
  // 1:1.4 is written 1.4 or 0.714
  const isReciprocal = indicator.unit === "1:X" && value !== 0 && soft !== undefined && !isOutside(1 / value, soft);
  return soft !== undefined && isOutside(value, soft) && !isReciprocal ? [{ ...at, rule: "no-abrupt-change", value, limits: soft }] : [];
}

function targetVerdict({ series, row }: Shown, value: number): Verdict[] {
  const { table, indicator, target: place } = series;
  if (place === undefined) return [];
  const target = readTargetValue(valueAt(table.worksheet, row, place.column), percentFormats(table.worksheet, place.column)(row), indicator.direction);
  if (target === undefined || meetsTarget(value, target, indicator.direction)) return [];
  return [{ range: cellRange(table.sheet, row, series.column), series, row, rule: "meet-target", value, target: target.text }];
}

function isOutside(value: number, { min, max }: Limits): boolean {
  const slack = 1e-9;
  return (min !== undefined && value < min - slack) || (max !== undefined && value > max + slack);
}

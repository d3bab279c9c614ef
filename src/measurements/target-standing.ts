import type { CheckContext } from "../core/rule";
import { valueAt } from "../core/workbook";
import { allSeries } from "./measurements";
import { percentFormats } from "./percent-format";
import { inOwnUnit } from "./series";
import { meetsTarget, readTargetValue } from "./target-value";

export type TargetStanding = "met" | "missed";

/** Whether the value in a cell meets its target; undefined where there is none, or it cannot be judged. */
export type StandingAt = (sheet: string, row: number, column: number) => TargetStanding | undefined;

export function targetStandings(context: CheckContext): StandingAt {
  const standings = new Map<string, TargetStanding>();
  for (const series of allSeries(context)) {
    const { table, indicator, column, target: place } = series;
    if (place === undefined) continue;
    const [isPercent, isPercentTarget] = [percentFormats(table.worksheet, column), percentFormats(table.worksheet, place.column)];
    for (const row of series.rows) {
      const value = valueAt(table.worksheet, row, column);
      const target = readTargetValue(valueAt(table.worksheet, row, place.column), isPercentTarget(row), indicator.direction);
      if (typeof value !== "number" || target === undefined) continue;
      standings.set(placeKey(table.sheet, row, column), meetsTarget(inOwnUnit(series, value, isPercent(row)), target, indicator.direction) ? "met" : "missed");
    }
  }
  return (sheet, row, column) => standings.get(placeKey(sheet, row, column));
}

function placeKey(sheet: string, row: number, column: number): string {
  return `${row},${column} ${sheet}`;
}

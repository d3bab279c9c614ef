import type { Range, Workbook } from "../core/workbook";
import { withDependents } from "../formula/dependents";
import type { WorkbookChange } from "./host";

/** More cells than this are read as quickly with all others. */
const mostCells = 20_000;

/** What is to be read after these changes; undefined where that is the whole workbook. */
export function changedPlaces(before: Workbook, changes: readonly WorkbookChange[]): Range[] | undefined {
  const ranges: Range[] = [];
  for (const change of changes) {
    if (change.ranges === undefined) return undefined;
    ranges.push(...change.ranges);
  }
  if (sizeOf(ranges) > mostCells) return undefined;
  const places = withDependents(before, ranges);
  return places === undefined || sizeOf(places) > mostCells ? undefined : places;
}

function sizeOf(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { top, left, bottom, right }) => sum + (bottom - top + 1) * (right - left + 1), 0);
}

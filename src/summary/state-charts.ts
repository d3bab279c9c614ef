import type { OwnChart } from "../core/chart";
import { stateColumns } from "./state-cells";
import type { ChartPlace } from "./summary-sheet";

/** As many bars as one can tell apart. */
const mostBars = 20;

/** Two charts side by side: how all tasks stand, and how they stand line by line. @param first The first column of states, from 0. */
export function stateCharts({ header, first: top, last, total, top: above, bottom }: ChartPlace, { first, title, right }: { readonly first: number; readonly title: string; readonly right: number }): OwnChart[] {
  const end = first + stateColumns.length - 1;
  const across = (row: number) => ({ top: row, left: first, bottom: row, right: end });
  const down = (column: number) => ({ top, left: column, bottom: Math.min(last, top + mostBars - 1), right: column });
  const whole: OwnChart[] =
    total === undefined ? [] : [{ id: "states", title: "任务状态", kind: "doughnut", anchor: { top: above, left: 0, bottom, right: 2 }, categories: across(header), series: [{ name: "任务数", values: across(total), pointColors: stateColumns.map(({ state }) => state) }] }];
  return [...whole, { id: "lines", title, kind: "stacked-bar", anchor: { top: above, left: 3, bottom, right }, categories: down(0), series: stateColumns.map(({ state }, index) => ({ name: { row: header, column: first + index }, values: down(first + index), color: state })) }];
}

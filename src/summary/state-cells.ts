import type { CellContent } from "../core/workbook";
import type { TaskFacts } from "../tasks/task-facts";
import type { TaskState } from "../tasks/task-states";
import { cellAddress } from "./formula-text";
import { stateFormulas, totalFormula, type Part } from "./state-formulas";
import type { SummaryContext } from "./summary-context";
import type { Line, LineCell, SheetColumn } from "./summary-sheet";

/** A dash says nought without drawing the eye. */
export const countFormat = '0;-0;"–"';

/** How tasks stand, column by column; the sum of them is the number of tasks. */
export const stateColumns: readonly (SheetColumn & { readonly state: TaskState })[] = [
  { state: "done", header: "已完成", width: 9, isCentred: true, format: countFormat },
  { state: "overdue", header: "● 超期", width: 9, isCentred: true, format: countFormat },
  { state: "behind", header: "▼ 滞后", width: 9, isCentred: true, format: countFormat },
  { state: "due-soon", header: "▲ 临期", width: 9, isCentred: true, format: countFormat },
  { state: "on-track", header: "■ 正常", width: 9, isCentred: true, format: countFormat },
  { state: "standing", header: "◆ 持续推进", width: 12, isCentred: true, format: countFormat },
  { state: "unclear", header: "？ 时限不明", width: 12, isCentred: true, format: countFormat },
];

export const rateColumn: SheetColumn = { header: "完成率", width: 9, format: "0.0%", isCentred: true };
export const nextColumn: SheetColumn = { header: "最近时限", width: 13, format: "yyyy-mm-dd", isCentred: true };

export type Counts = { readonly total: number; readonly byState: { readonly [S in TaskState]: number }; readonly next: string | undefined };

/** The same counted here, for the numbers that stand beside the formulas until something computes them. */
export function countFacts(facts: Iterable<TaskFacts>, asOf: string): Counts {
  const byState = { done: 0, overdue: 0, behind: 0, "due-soon": 0, "on-track": 0, standing: 0, unclear: 0 };
  let total = 0;
  let next: string | undefined;
  for (const { state, lastDay } of facts) {
    total += 1;
    byState[state] += 1;
    if (state !== "done" && lastDay !== undefined && lastDay >= asOf && (next === undefined || lastDay < next)) next = lastDay;
  }
  return { total, byState, next };
}

/** A count as a formula with its number beside it, or the number alone. */
export function counted(formula: string | undefined, shows: number): CellContent {
  return formula === undefined ? shows : { formula, shows };
}

/**
 * The cells of a line from the number of its tasks on: that, the states, how many are done, the next day.
 * @param at The column of the number of tasks, from 0. @param between Cells that stand between it and the states.
 */
export function stateCells(parts: readonly Part[] | undefined, facts: readonly TaskFacts[], { map, context, serialOf }: SummaryContext, at: number, between: readonly LineCell[] = []): LineCell[] {
  const { total, byState, next } = countFacts(facts, context.settings.asOf);
  const formulas = parts === undefined || map === undefined ? undefined : stateFormulas(parts, map);
  const first = at + 1 + between.length;
  const states = stateColumns.map(({ state }, index): LineCell => {
    if (formulas === undefined) return byState[state];
    // what is left over: a deadline that is blank, not to be read or entered since
    if (state === "unclear") return (row) => ({ formula: `=${cellAddress(row, at)}-SUM(${cellAddress(row, first)}:${cellAddress(row, first + index - 1)})`, shows: byState.unclear });
    return { formula: formulas[state], shows: byState[state] };
  });
  const rate: LineCell = (row) => ({ formula: `=IF(${cellAddress(row, at)}=0,"",${cellAddress(row, first)}/${cellAddress(row, at)})`, shows: total === 0 ? "" : byState.done / total });
  const day = next === undefined ? "" : serialOf(next);
  return [counted(parts === undefined ? undefined : totalFormula(parts), total), ...between, ...states, rate, formulas === undefined ? (day === "" ? null : day) : { formula: formulas.next, shows: day }];
}

/** A total names no tasks: each stands in a line above it. */
export function totalLine(cells: readonly LineCell[]): Line {
  return { cells: [...cells.slice(0, -2), null, null], isTotal: true };
}

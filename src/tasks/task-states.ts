import type { CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import { addDays, daysBetween, workdaysBetween, type IsoDay } from "../language/calendar";
import { isBehind } from "../language/status";
import { isOpenEnded, lastDayOf, type Deadline } from "../language/deadline";
import type { TaskKey } from "../templates/task-list-kind";
import { isRowDone, readDeadlines } from "./deadline-column";
import { isTotalRow } from "./total-row";

/** Where a task stands on a day: what a light shows. `behind`: its status says so; `unclear`: its deadline is blank or cannot be read. */
export type TaskState = "overdue" | "behind" | "due-soon" | "on-track" | "standing" | "done" | "unclear";

export type StateCounts = { readonly [S in TaskState]: number };

/** Where a task stands that is not done, by its deadline alone. */
export type DueState = Exclude<TaskState, "done" | "behind">;

/** A task's state, that by its deadline alone, and the deadline's last day where it has one. */
export type StandingTask = { readonly state: TaskState; readonly dueState: DueState; readonly lastDay: string | undefined };

/** How many tasks of a table stand where; undefined where it has no deadlines. */
export function countStates(table: Table<TaskKey>, context: CheckContext): StateCounts | undefined {
  if (!table.has("deadline")) return undefined;
  const counts = { overdue: 0, behind: 0, "due-soon": 0, "on-track": 0, standing: 0, done: 0, unclear: 0 };
  for (const [, { state }] of standingTasks(table, context)) counts[state] += 1;
  return counts;
}

/** Every row that holds a task, and where it stands. */
export function* standingTasks(table: Table<TaskKey>, context: CheckContext): Generator<[row: number, StandingTask]> {
  const known = new Map<number, StandingTask>();
  for (const { row, cell } of readDeadlines(table, table.rows, context)) known.set(row, standingOf(table, row, cell.deadline, context));
  for (const row of table.rows) {
    if (isTotalRow(table, row) || (table.has("task") && table.text(row, "task") === "")) continue;
    // a merged deadline is that of every row it covers
    yield [row, known.get(table.merge(row, "deadline")?.top ?? row) ?? { state: isRowDone(table, row) ? "done" : "unclear", dueState: "unclear", lastDay: undefined }];
  }
}

function standingOf(table: Table<TaskKey>, row: number, deadline: Deadline, context: CheckContext): StandingTask {
  const dueState = stateOf(deadline, context);
  const lastDay = lastDayOf(deadline);
  if (isRowDone(table, row)) return { state: "done", dueState, lastDay };
  return { state: dueState !== "overdue" && isBehind(table.text(row, "status")) ? "behind" : dueState, dueState, lastDay };
}

/** A task that is not done, by its deadline. */
export function stateOf(deadline: Deadline, { settings }: Pick<CheckContext, "settings">): DueState {
  const lastDay = lastDayOf(deadline);
  if (lastDay === undefined) {
    if (isOpenEnded(deadline) || deadline.kind === "several") return "standing";
    return deadline.kind === "relative" ? "on-track" : "unclear";
  }
  if (lastDay < settings.asOf) return "overdue";
  return isDueSoon(lastDay, settings) ? "due-soon" : "on-track";
}

/** Working days of a year whose calendar is not known are counted as days of the calendar. */
export function isDueSoon(lastDay: string, { asOf, dueSoonDays, dueSoonInWorkdays }: CheckContext["settings"]): boolean {
  const days = daysBetween(asOf, lastDay);
  if (days < 0) return false;
  if (!dueSoonInWorkdays) return days <= dueSoonDays;
  // so many working days never take thrice as many days and a long holiday
  if (days > dueSoonDays * 3 + 30) return false;
  return (workdaysBetween(asOf, lastDay) ?? days) <= dueSoonDays;
}

/** The first day on which a deadline counts as near, by halving: a formula knows no holidays. */
export function firstSoonDay(lastDay: IsoDay, settings: CheckContext["settings"]): IsoDay {
  const isSoon = (daysBefore: number): boolean => isDueSoon(lastDay, { ...settings, asOf: addDays(lastDay, -daysBefore) });
  let [near, far] = [0, settings.dueSoonDays * 3 + 31];
  while (far - near > 1) {
    const middle = (near + far) >> 1;
    if (isSoon(middle)) near = middle;
    else far = middle;
  }
  return addDays(lastDay, -near);
}

import type { CheckContext } from "../core/rule";
import { daysBetween } from "../language/calendar";
import { deadlineText, readDeadlines } from "../tasks/deadline-column";
import type { TaskFacts } from "../tasks/task-facts";
import type { PartedList } from "./unit-edits";

/** A task as a letter or a calendar speaks of it. */
export type DueTask = {
  readonly list: PartedList;
  readonly facts: TaskFacts;
  /** As the list numbers it; "" where it does not. */
  readonly number: string;
  readonly task: string;
  /** As written. */
  readonly deadline: string;
};

/** The tasks that are not done and have a last day, the earliest first; `chosen` says which of each list. */
export function datedTasks(context: CheckContext, lists: readonly PartedList[], chosen: (list: PartedList) => readonly TaskFacts[]): (DueTask & { readonly lastDay: string })[] {
  const due = lists.flatMap((list) => {
    const texts = deadlinesOf(list, context);
    return chosen(list).flatMap((facts) => {
      const { lastDay, row } = facts;
      if (lastDay === undefined || facts.state === "done") return [];
      const { table } = list;
      return [{ list, facts, lastDay, number: table.text(row, "number"), task: table.text(row, "task").replace(/\s+/g, " "), deadline: texts.get(table.merge(row, "deadline")?.top ?? row) ?? "" }];
    });
  });
  return due.sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
}

const known = new WeakMap<PartedList, ReadonlyMap<number, string>>();

/** Row → its deadline as written, a date as a day; merged ones by their first row. */
export function deadlinesOf(list: PartedList, context: CheckContext): ReadonlyMap<number, string> {
  let texts = known.get(list);
  if (texts === undefined) known.set(list, (texts = new Map([...readDeadlines(list.table, list.table.rows, context)].map(({ row, cell }) => [row, deadlineText(list.table, row, cell).replace(/\s+/g, " ")]))));
  return texts;
}

/** 超期 12 天, 还剩 3 天, 今天到期. */
export function daysText(lastDay: string, asOf: string): string {
  const days = daysBetween(asOf, lastDay);
  if (days === 0) return "今天到期";
  return days < 0 ? `超期 ${-days} 天` : `还剩 ${days} 天`;
}

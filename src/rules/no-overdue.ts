import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { daysBetween } from "../language/calendar";
import { lastDayOf } from "../language/deadline";
import type { DeadlineCell } from "../language/deadline/cell";
import { taskListKind } from "../templates/task-list-kind";
import { deadlineText, isRowDone, readDeadlines } from "../tasks/deadline-column";

export const messages = {
  overdue: (deadline: string, days: number) => ({
    zh: `时限“${quote(deadline)}”已过${days}天，状态未注明完成；请核实进展，已完成的请注明，未完成的请说明原因`,
    en: `The deadline “${quote(deadline)}” passed ${days} ${days === 1 ? "day" : "days"} ago and nothing says that the task is done; please say so, or give the reason`,
  }),
};

export default defineRule({
  id: "no-overdue",
  description: { zh: "超期的任务须书面说明；按时限的最后一天与核查日期比较，状态写明完成的不报", en: "An overdue task needs a written reason; the deadline's last day is held against the as-of date, and tasks marked done are passed over" },
  severity: "warning",
  scope: "row",
  kind: taskListKind,
  *check(table, rows, context) {
    const { asOf } = context.settings;
    // one content, one message: many rows say the same
    const messagesOf = new Map<DeadlineCell, Text>();
    const isPast = ({ deadline }: DeadlineCell): boolean => (lastDayOf(deadline) ?? asOf) < asOf;
    for (const { row, cell } of readDeadlines(table, rows, context, isPast)) {
      if (isRowDone(table, row)) continue;
      let message = messagesOf.get(cell);
      if (message === undefined) messagesOf.set(cell, (message = messages.overdue(deadlineText(table, row, cell), daysBetween(lastDayOf(cell.deadline) ?? asOf, asOf))));
      yield { range: table.range(row, "deadline"), message };
    }
  },
});

import { defineRule } from "../core/rule";
import { quote } from "../core/text";
import { lastDayOf, type Deadline } from "../language/deadline";
import { findMilestones, type Milestone } from "../language/milestone";
import { taskListKind } from "../templates/task-list-kind";
import { deadlineText, readDeadlines } from "../tasks/deadline-column";

export const messages = {
  later: (words: readonly string[], deadline: string) => ({
    zh: `任务里写了“${joined(words)}”，晚于时限“${quote(deadline)}”；请核对哪一个对`,
    en: `The task says “${joined(words)}”, which is later than the deadline “${quote(deadline)}”; please check which is right`,
  }),
  dated: (words: readonly string[], deadline: string) => ({
    zh: `任务里写了“${joined(words)}”，时限却是“${quote(deadline)}”；请核对，有明确节点的应写明日期`,
    en: `The task says “${joined(words)}”, yet its deadline is “${quote(deadline)}”; please check, and write the date where there is one`,
  }),
};

function joined(words: readonly string[]): string {
  return quote([...new Set(words)].join("”“"), 40);
}

export default defineRule({
  id: "consistent-deadline",
  description: {
    zh: "任务里的节点与时限栏矛盾，督办就没有准绳；只看任务里有明确年份的节点，起始时间、文件名和往年的年份不看",
    en: "A milestone in the task that contradicts its deadline leaves nothing to go by; only milestones with a year count, not beginnings, titles or years gone by",
  },
  severity: "warning",
  scope: "row",
  kind: taskListKind,
  *check(table, rows, context) {
    if (!table.has("task")) return;
    for (const { row, cell } of readDeadlines(table, rows, context, ({ deadline }) => contradictionOf(deadline) !== undefined)) {
      const contradicts = contradictionOf(cell.deadline);
      if (contradicts === undefined) continue;
      const found = findMilestones(table.text(row, "task")).filter(contradicts);
      if (found.length === 0) continue;
      const words = found.map((milestone) => milestone.words);
      const text = deadlineText(table, row, cell);
      yield { range: table.range(row, "deadline"), message: cell.deadline.kind === "open-ended" ? messages.dated(words, text) : messages.later(words, text) };
    }
  },
});

/** Undefined where the deadline gives nothing to contradict. */
function contradictionOf(deadline: Deadline): ((milestone: Milestone) => boolean) | undefined {
  if (deadline.kind === "open-ended") return () => true;
  const lastDay = lastDayOf(deadline);
  return lastDay === undefined ? undefined : ({ earliest }) => earliest > lastDay;
}

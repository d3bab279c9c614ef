import type { Fix } from "../core/diagnostic";
import { setCell } from "../core/edit";
import { defineRule } from "../core/rule";
import type { Table } from "../core/table";
import { quote } from "../core/text";
import { contentAt } from "../core/workbook";
import { findDatedPhrases } from "../language/milestone";
import { isTotalRow } from "../tasks/total-row";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";

export const messages = {
  missing: (task: string) => ({
    zh: `任务“${quote(task, 20)}”没有填写完成时限，请填写何时完成；长期工作可写“持续推进”`,
    en: `The task “${quote(task, 20)}” has no deadline; please say by when it is done, or 持续推进 for standing work`,
  }),
  take: (deadline: string) => ({ zh: `填入任务中写的“${deadline}”`, en: `Fill in “${deadline}” from the task` }),
};

export default defineRule({
  id: "require-deadline",
  description: { zh: "没有完成时限的任务无法按时督办", en: "A task without a deadline cannot be followed up" },
  severity: "error",
  scope: "row",
  kind: taskListKind,
  *check(table, rows) {
    if (!table.has("deadline")) return;
    const hasTask = table.has("task");
    for (const row of rows) {
      if (!table.isEmpty(row, "deadline") || table.isCovered(row, "deadline")) continue;
      const task = table.text(row, "task");
      // a row without a task is reported as that
      if ((hasTask && task === "") || isTotalRow(table, row)) continue;
      yield { range: table.range(row, "deadline"), message: messages.missing(task), fixes: takeFromTask(table, row, task) };
    }
  },
});

function takeFromTask(table: Table<TaskKey>, row: number, task: string): Fix[] {
  const [deadline, ...others] = findDatedPhrases(task);
  // of two dates a person must pick
  if (deadline === undefined || others.length > 0) return [];
  const { top, left } = table.range(row, "deadline");
  return [{ title: messages.take(deadline), edits: [setCell(table.sheet, top, left, contentAt(table.worksheet, top, left), deadline)], safe: false }];
}

import { defineRule } from "../core/rule";
import type { Table } from "../core/table";
import { isTotal } from "../language/total";
import { taskListKind, unitKeys, type TaskKey } from "../templates/task-list-kind";

export const messages = {
  missing: () => ({
    zh: "这一行有序号、单位或时限，却没有写任务内容；请补上任务，或删去这一行",
    en: "This row has a number, a unit or a deadline but no task; please write the task or delete the row",
  }),
};

const evidence: readonly TaskKey[] = ["number", ...unitKeys, "deadline"];

export default defineRule({
  id: "require-task",
  description: { zh: "没有任务内容的行无从落实，也无从核查", en: "A row without a task can be neither carried out nor checked" },
  severity: "error",
  scope: "row",
  kind: taskListKind,
  *check(table, rows) {
    if (!table.has("task")) return;
    for (const row of rows) {
      if (!table.isEmpty(row, "task") || table.isCovered(row, "task") || !hasEvidence(table, row)) continue;
      yield { range: table.range(row, "task"), message: messages.missing() };
    }
  },
});

function hasEvidence(table: Table<TaskKey>, row: number): boolean {
  if (isTotal(table.text(row, "number")) || isTotal(table.text(row, "category"))) return false;
  // what is merged down from above belongs to the row above
  return evidence.some((key) => !table.isEmpty(row, key) && !table.isCovered(row, key));
}

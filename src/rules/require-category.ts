import { defineRule } from "../core/rule";
import { quote } from "../core/text";
import { isTotal } from "../language/total";
import { taskListKind } from "../templates/task-list-kind";

export const messages = {
  missing: (task: string) => ({
    zh: `任务“${quote(task, 20)}”没有归入任何类别，请在本行或上方填写`,
    en: `No category stands at or above the task “${quote(task, 20)}”; please fill it in`,
  }),
};

export default defineRule({
  id: "require-category",
  description: {
    zh: "有类别一列的表，每项任务都应归入一个类别；空白单元格沿用上方的类别",
    en: "In a table with a category column every task belongs to one; a blank cell takes the category above it",
  },
  severity: "warning",
  // a category hangs on the rows above
  scope: "table",
  kind: taskListKind,
  reads: ["category", "number", "task"],
  *check(table, rows) {
    if (!table.has("category")) return;
    for (const row of rows) {
      if (table.carried(row, "category") !== "") return;
      const task = table.text(row, "task");
      if ((table.has("task") && task === "") || isTotal(task) || table.isCovered(row, "category")) continue;
      yield { range: table.range(row, "category"), message: messages.missing(task) };
    }
  },
});

import { defineRule } from "../core/rule";
import { quote } from "../core/text";
import { spanAt } from "../core/workbook";
import { taskListKind } from "../templates/task-list-kind";

export const messages = {
  hidden: (row: number, task: string) => ({
    zh: `第${row}行被隐藏，但其中有任务“${quote(task, 20)}”；请取消隐藏后核对`,
    en: `Row ${row} is hidden but holds the task “${quote(task, 20)}”; please unhide and check it`,
  }),
};

export default defineRule({
  id: "no-hidden-row",
  description: { zh: "隐藏行里的任务看不见，却会计入汇总", en: "A task in a hidden row is not seen, yet counted" },
  severity: "warning",
  scope: "row",
  kind: taskListKind,
  *check(table, rows) {
    const { hiddenRows } = table.worksheet;
    if (hiddenRows.length === 0) return;
    for (const row of rows) {
      if (spanAt(hiddenRows, row) === undefined) continue;
      const task = table.text(row, "task");
      if (task === "" && table.has("task")) continue;
      yield { range: table.firstCell(row), message: messages.hidden(row + 1, task) };
    }
  },
});

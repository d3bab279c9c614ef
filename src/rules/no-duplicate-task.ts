import { defineRule } from "../core/rule";
import { quote } from "../core/text";
import { comparable, comparableHash } from "../language/comparable";
import { isTotal } from "../language/total";
import { taskListKind } from "../templates/task-list-kind";

export const messages = {
  duplicate: (task: string, row: number) => ({
    zh: `任务“${quote(task, 20)}”与第${row}行重复，请核对后合并或删去一项`,
    en: `The task “${quote(task, 20)}” repeats row ${row}; please check, then merge the two or drop one`,
  }),
};

/** Words that stand for another text. */
const referring = /^(?:同上|同前|同左|略|无|其他|其它|（?略）?)$/;

export default defineRule({
  id: "no-duplicate-task",
  description: {
    zh: "同一任务写了两遍会重复督办；只比较文字，全半角、空格和标点不同仍算相同",
    en: "A task written twice is followed up twice; texts that differ in width, spaces and punctuation only are equal",
  },
  severity: "warning",
  scope: "table",
  kind: taskListKind,
  *check(table, rows) {
    if (!table.has("task")) return;
    const firstRows = new Map<number, number | number[]>();
    for (const row of rows) {
      const text = table.text(row, "task");
      if (text === "" || table.isCovered(row, "task")) continue;
      const hash = comparableHash(text);
      const seen = firstRows.get(hash);
      if (seen === undefined) {
        firstRows.set(hash, row);
        continue;
      }
      const own = comparable(text);
      if (own === "" || referring.test(own) || isTotal(text)) continue;
      const candidates = typeof seen === "number" ? [seen] : seen;
      const first = candidates.find((other) => comparable(table.text(other, "task")) === own);
      if (first === undefined) firstRows.set(hash, [...candidates, row]);
      else yield { range: table.range(row, "task"), message: messages.duplicate(text, first + 1) };
    }
  },
});

import type { Fix } from "../core/diagnostic";
import { defineRule } from "../core/rule";
import { columnsOfTemplate, type Table } from "../core/table";
import { cellRange, type CellContent } from "../core/workbook";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";

export const messages = {
  missing: (headers: readonly string[]) => ({
    zh: `表中没有${headers.map((header) => `“${header}”`).join("或")}这一列，请补上`,
    en: `The table has no column ${headers.map((header) => `“${header}”`).join(" or ")}; please add it`,
  }),
  insert: (header: string) => ({ zh: `插入“${header}”列`, en: `Insert a column “${header}”` }),
};

/** The customary order of columns; a new one goes behind the nearest that stands before it. */
const order: readonly TaskKey[] = ["category", "number", "task", "leadUnit", "responsibleUnit", "supportingUnit", "deadline"];

export default defineRule({
  id: "require-columns",
  description: {
    zh: "任务、责任单位、完成时限是督办的依据，缺一列就无从核查；四列式任务清单不要求完成时限",
    en: "Task, unit and deadline are what supervision rests on; the four-column task list needs no deadline",
  },
  severity: "error",
  scope: "table",
  kind: taskListKind,
  reads: [],
  *check(table) {
    const headers = new Map(columnsOfTemplate(table.template).map(([key, column]) => [key, column.headers[0] ?? key]));
    for (const keys of table.template.requires) {
      if (keys.some((key) => table.columns.has(key))) continue;
      const names = keys.flatMap((key) => headers.get(key) ?? []);
      const [key, header] = [keys[0], names[0]];
      yield {
        range: cellRange(table.sheet, table.bounds.top, table.bounds.left),
        message: messages.missing(names),
        fixes: key === undefined || header === undefined ? [] : [insertFix(table, key, header)],
      };
    }
  },
});

function insertFix(table: Table<TaskKey>, key: TaskKey, header: string): Fix {
  const before = order.slice(0, order.indexOf(key)).flatMap((earlier) => table.columns.get(earlier) ?? []);
  const at = before.length === 0 ? table.bounds.left : Math.max(...before) + 1;
  const cells: CellContent[] = [...Array.from({ length: table.bounds.top }, () => null), header];
  return { title: messages.insert(header), edits: [{ kind: "insert-columns", sheet: table.sheet, at, cells: [cells] }], safe: false };
}

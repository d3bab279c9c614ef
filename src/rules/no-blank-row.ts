import { rowsOf } from "../core/apply-steps";
import { defineRule } from "../core/rule";
import { textOf, valueAt, type Worksheet } from "../core/workbook";
import { taskListKind } from "../templates/task-list-kind";

export const messages = {
  blank: (row: number) => ({ zh: `第${row}行是空行，建议删除`, en: `Row ${row} is empty; better deleted` }),
  remove: () => ({ zh: "删除空行", en: "Delete the empty row" }),
};

export default defineRule({
  id: "no-blank-row",
  description: { zh: "表中的空行会把筛选、排序的范围截断", en: "An empty row inside a table cuts off filtering and sorting" },
  severity: "info",
  scope: "table",
  kind: taskListKind,
  reads: [],
  *check(table) {
    for (const row of table.blankRows) {
      // beside the table something may stand in the row
      const fixes = isBlank(table.worksheet, row)
        ? [{ title: messages.remove(), edits: [{ kind: "delete-rows" as const, sheet: table.sheet, at: row, before: rowsOf(table.worksheet, row, 1) }], safe: false }]
        : [];
      yield { range: table.firstCell(row), message: messages.blank(row + 1), fixes };
    }
  },
});

function isBlank(worksheet: Worksheet, row: number): boolean {
  return worksheet.columns.every((_, column) => textOf(valueAt(worksheet, row, column)) === "");
}

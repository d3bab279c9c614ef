import type { Fix } from "../core/diagnostic";
import { setCell, type Edit } from "../core/edit";
import { defineRule } from "../core/rule";
import type { Table } from "../core/table";
import { cellRange, contentAt, isInside, textOf, valueAt, type Rectangle } from "../core/workbook";
import { taskListKind, unitKeys, type TaskKey } from "../templates/task-list-kind";

export const messages = {
  merged: (first: number, last: number) => ({
    zh: `第${first}至${last}行的单元格合并在一起，筛选、排序时会丢失内容；请拆分后逐行填写`,
    en: `Rows ${first} to ${last} are merged here, so filtering and sorting lose content; please unmerge and fill each row`,
  }),
  unmerge: () => ({ zh: "取消合并并逐行填写", en: "Unmerge and fill each row" }),
};

const keys: readonly TaskKey[] = ["number", "task", ...unitKeys, "deadline"];

export default defineRule({
  id: "no-merged-tasks",
  description: {
    zh: "序号、任务、单位、时限应一行一项；类别一列跨行合并是允许的",
    en: "Number, task, unit and deadline belong to one row each; a category merged over its rows is legitimate",
  },
  severity: "warning",
  scope: "table",
  kind: taskListKind,
  reads: ["number", "task", "leadUnit", "responsibleUnit", "supportingUnit", "deadline"],
  *check(table) {
    const columns = keys.flatMap((key) => table.columns.get(key) ?? []);
    for (const merge of table.worksheet.merges) {
      const bottom = Math.min(merge.bottom, table.bounds.bottom);
      if (merge.top <= table.headerBottom || bottom <= merge.top || !columns.some((column) => isInside(merge, merge.top, column))) continue;
      yield {
        range: cellRange(table.sheet, merge.top, merge.left),
        message: messages.merged(merge.top + 1, bottom + 1),
        fixes: [unmerge(table, merge, bottom)],
      };
    }
  },
});

function unmerge({ worksheet, sheet }: Table, merge: Rectangle, bottom: number): Fix {
  const { top, left } = merge;
  const value = valueAt(worksheet, top, left);
  const edits: Edit[] = [{ kind: "unmerge", range: { sheet, ...merge } }];
  if (textOf(value) !== "") {
    for (let row = top + 1; row <= bottom; row++) edits.push(setCell(sheet, row, left, contentAt(worksheet, row, left), value));
  }
  return { title: messages.unmerge(), edits, safe: false };
}

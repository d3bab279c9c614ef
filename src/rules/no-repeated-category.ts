import { setCell } from "../core/edit";
import { defineRule } from "../core/rule";
import type { Table } from "../core/table";
import { quote } from "../core/text";
import { contentAt, isFormula } from "../core/workbook";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";

export const messages = {
  repeated: (category: string) => ({
    zh: `类别“${quote(category, 20)}”上方已经写过，这里是换页后的重复，建议清除`,
    en: `The category “${quote(category, 20)}” is already in effect above; it was written again at a page break and is better cleared`,
  }),
  clear: () => ({ zh: "清除重复的类别", en: "Clear the repeated category" }),
};

export default defineRule({
  id: "no-repeated-category",
  description: {
    zh: "换页时重写的类别会被当作新的一类；每行都写类别的表不查",
    en: "A category written again at a page break looks like a new one; tables that write it in every row are passed over",
  },
  severity: "info",
  scope: "table",
  kind: taskListKind,
  reads: ["category"],
  *check(table) {
    const { restated, isEveryRow } = restatedRows(table);
    if (isEveryRow) return;
    for (const row of restated) {
      const range = table.range(row, "category");
      const before = contentAt(table.worksheet, range.top, range.left);
      yield {
        range,
        message: messages.repeated(table.text(row, "category")),
        fixes: isFormula(before) ? [] : [{ title: messages.clear(), edits: [setCell(table.sheet, range.top, range.left, before, null)], safe: true }],
      };
    }
  },
});

/** Rows whose category is the one in effect already, and whether the table writes its categories row by row. */
function restatedRows(table: Table<TaskKey>): { restated: number[]; isEveryRow: boolean } {
  const restated: number[] = [];
  if (!table.has("category")) return { restated, isEveryRow: false };
  const bandRows = [...table.bands.keys()];
  let band = 0;
  let current = "";
  let left = 0;
  let adjacent = 0;
  let wasWritten = false;
  for (const row of table.rows) {
    for (let bandRow = bandRows[band]; bandRow !== undefined && bandRow < row; bandRow = bandRows[++band]) {
      current = "";
      wasWritten = false;
    }
    const own = table.text(row, "category");
    // most rows of a long list write none
    if (own === "" || table.isCovered(row, "category")) {
      if (current !== "") left += 1;
      wasWritten = false;
      continue;
    }
    const isSame = own === current || withoutSpaces(own) === withoutSpaces(current);
    if (isSame) {
      restated.push(row);
      if (wasWritten) adjacent += 1;
    }
    current = own;
    wasWritten = true;
  }
  // once below itself is a page break, more often than left out is a habit
  return { restated, isEveryRow: adjacent > left };
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, "");
}

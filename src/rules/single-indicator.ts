import type { Fix } from "../core/diagnostic";
import { setCell } from "../core/edit";
import { mergeOver } from "../core/merged-areas";
import { defineRule } from "../core/rule";
import type { Table } from "../core/table";
import { quote, type Text } from "../core/text";
import { contentAt, type CellContent } from "../core/workbook";
import { splitIndicators } from "../indicators/indicator-name";
import { indicatorKind, type IndicatorKey } from "../templates/indicator-kind";

export const messages = {
  several: (name: string, parts: readonly string[]): Text => ({
    zh: `“${quote(name, 60)}”一行写了 ${parts.length} 个指标（${parts.map((part) => `“${quote(part)}”`).join("、")}），只有一个值的位置，填的是哪一个说不清。请分成 ${parts.length} 行`,
    en: `“${quote(name, 60)}” is ${parts.length} indicators in one row with one place for a value; nobody can tell which is meant. Please split it into ${parts.length} rows`,
  }),
  split: (count: number): Text => ({ zh: `分成 ${count} 行`, en: `Split into ${count} rows` }),
};

export default defineRule({
  id: "single-indicator",
  description: {
    zh: "一行写两个指标，只有一个值的位置，填的是哪一个说不清",
    en: "Two indicators in one row share one place for a value, and nobody can tell which is meant",
  },
  severity: "info",
  scope: "row",
  kind: indicatorKind,
  *check(table, rows) {
    if (!table.has("indicator")) return;
    for (const row of rows) {
      if (table.isCovered(row, "indicator")) continue;
      const parts = splitIndicators(table.text(row, "indicator"));
      if (parts.length > 1) yield { range: table.range(row, "indicator"), message: messages.several(table.text(row, "indicator"), parts), fixes: fixesOf(table, row, parts) };
    }
  },
});

/** The first part stays; each further one gets a row below, with the unit it is counted in. */
function fixesOf(table: Table<IndicatorKey>, row: number, [first = "", ...others]: readonly string[]): Fix[] {
  const { sheet, worksheet } = table;
  const column = table.columns.get("indicator");
  if (column === undefined || mergeOver(worksheet, row, column) !== undefined) return [];
  const unit = table.columns.get("unit");
  const cells = others.map((name) => {
    const line: CellContent[] = Array.from({ length: Math.max(column, unit ?? 0) + 1 }, () => null);
    line[column] = name;
    if (unit !== undefined) line[unit] = contentAt(worksheet, row, unit);
    return line;
  });
  return [{ title: messages.split(others.length + 1), safe: false, edits: [setCell(sheet, row, column, contentAt(worksheet, row, column), first), { kind: "insert-rows", sheet, at: row + 1, cells }] }];
}

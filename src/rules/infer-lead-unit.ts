import type { Fix } from "../core/diagnostic";
import { defineRule } from "../core/rule";
import { columnsOfTemplate, type Table } from "../core/table";
import type { CellContent } from "../core/workbook";
import { declaresFirstUnitLeads } from "../language/declaration";
import { splitUnits } from "../language/unit";
import { taskColumns } from "../templates/task-columns";
import { taskListKind, unitKeys, type TaskKey } from "../templates/task-list-kind";
import { firstUnitLeads } from "../tasks/lead-units";

export const messages = {
  undeclared: (header: string) => ({
    zh: `“${header}”一列有的任务写了几个单位，但没有说明哪个牵头；请增加牵头单位一列，或在表下注明“列第一位的为牵头单位”`,
    en: `The column “${header}” names several units for a task but not which one leads; please add a column for the lead unit, or note below the table that the first one leads (列第一位的为牵头单位)`,
  }),
  addColumn: (header: string) => ({ zh: `增加“${header}”列，填入排在第一位的单位`, en: `Add a column “${header}” with the first unit of each task` }),
};

const separator = /[、，,；;/\n\s]/;

export default defineRule({
  id: "infer-lead-unit",
  description: {
    zh: "几个单位共同负责时须知道谁牵头；只有文件或设置写明列第一位的为牵头单位，才把第一个当作牵头单位",
    en: "Where several units share a task one must lead; the first is taken for it only where the document or the settings say so",
  },
  severity: "info",
  scope: "table",
  kind: taskListKind,
  reads: ["leadUnit", "responsibleUnit", "supportingUnit"],
  *check(table, rows, context) {
    const present = unitKeys.filter((unit) => table.has(unit));
    const key = present[0];
    if (key === undefined || key === "leadUnit" || present.length > 1 || firstUnitLeads(table, key, context)) return;
    let isShared = false;
    for (const row of rows) {
      const text = table.text(row, key);
      if (text.includes("第一") && declaresFirstUnitLeads(text)) return;
      isShared ||= separator.test(text) && splitUnits(text).length > 1;
    }
    if (!isShared) return;
    yield { range: table.headerCell(key), message: messages.undeclared(table.header(key)), fixes: [addColumn(table, rows, key)] };
  },
});

function addColumn(table: Table<TaskKey>, rows: readonly number[], key: TaskKey): Fix {
  const column = table.range(table.bounds.top, key).left;
  const known = columnsOfTemplate(table.template).find(([name]) => name === "leadUnit")?.[1] ?? taskColumns.leadUnit;
  // 责任单位 goes with 牵头单位, 责任部门 with 牵头部门
  const header = table.header(key).includes("单位") ? "牵头单位" : (known.headers[0] ?? "牵头部门");
  const cells: CellContent[] = Array.from({ length: table.bounds.bottom + 1 }, () => null);
  cells[table.bounds.top] = header;
  const first = new Map<string, string | null>();
  for (const row of rows) {
    const text = table.text(row, key);
    let unit = first.get(text);
    if (unit === undefined) first.set(text, (unit = splitUnits(text)[0] ?? null));
    cells[row] = unit;
  }
  return { title: messages.addColumn(header), edits: [{ kind: "insert-columns", sheet: table.sheet, at: column, cells: [cells] }], safe: false };
}

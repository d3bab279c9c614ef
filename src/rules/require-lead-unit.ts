import type { Fix } from "../core/diagnostic";
import { setCell } from "../core/edit";
import { defineRule } from "../core/rule";
import type { Table } from "../core/table";
import { quote } from "../core/text";
import { contentAt, formulaAt } from "../core/workbook";
import { splitUnits } from "../language/unit";
import { isTotalRow } from "../tasks/total-row";
import { taskListKind, unitKeys, type TaskKey } from "../templates/task-list-kind";

export const messages = {
  missingLead: (task: string) => ({
    zh: `任务“${quote(task, 20)}”没有填写牵头单位，请填写一个单位`,
    en: `The task “${quote(task, 20)}” has no lead unit; please name one`,
  }),
  missingUnit: (task: string) => ({
    zh: `任务“${quote(task, 20)}”没有填写责任单位，请填写由谁负责`,
    en: `The task “${quote(task, 20)}” has no unit; please say who is responsible`,
  }),
  takeFirst: (unit: string) => ({ zh: `将“${quote(unit)}”填为牵头单位`, en: `Make “${quote(unit)}” the lead unit` }),
};

export default defineRule({
  id: "require-lead-unit",
  description: {
    zh: "每项任务须有单位负责，有牵头一列的须有牵头单位，否则无法督办；有牵头单位而责任部门留空是允许的",
    en: "Every task needs a unit that answers for it; a blank responsible unit beside a lead unit is legitimate",
  },
  severity: "error",
  scope: "row",
  kind: taskListKind,
  *check(table, rows) {
    const key = unitKeys.find((unit) => table.has(unit));
    if (key === undefined) return;
    const hasTask = table.has("task");
    for (const row of rows) {
      if (!table.isEmpty(row, key) || table.isCovered(row, key)) continue;
      const task = table.text(row, "task");
      // a row without a task is reported as that
      if ((hasTask && task === "") || isTotalRow(table, row)) continue;
      if (key === "leadUnit") yield { range: table.range(row, key), message: messages.missingLead(task), fixes: takeFirst(table, row) };
      else yield { range: table.range(row, key), message: messages.missingUnit(task) };
    }
  },
});

function takeFirst(table: Table<TaskKey>, row: number): Fix[] {
  const text = table.text(row, "responsibleUnit");
  const [first, ...rest] = text === "" ? [] : splitUnits(text);
  if (first === undefined) return [];
  const lead = table.range(row, "leadUnit");
  const edits = [setCell(table.sheet, lead.top, lead.left, contentAt(table.worksheet, lead.top, lead.left), first)];
  const own = table.range(row, "responsibleUnit");
  // units merged over several rows are the other rows' too
  if (table.merge(row, "responsibleUnit") === undefined && formulaAt(table.worksheet, own.top, own.left) === undefined) {
    const after = rest.length === 0 ? null : rest.join(text.includes("\n") ? "\n" : "、");
    edits.push(setCell(table.sheet, own.top, own.left, contentAt(table.worksheet, own.top, own.left), after));
  }
  return [{ title: messages.takeFirst(first), edits, safe: false }];
}

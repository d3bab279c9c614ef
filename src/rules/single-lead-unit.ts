import type { Fix } from "../core/diagnostic";
import { setCell, type Edit } from "../core/edit";
import { defineRule } from "../core/rule";
import type { Table } from "../core/table";
import { quote } from "../core/text";
import { contentAt, isFormula } from "../core/workbook";
import { splitUnits, type Unit } from "../language/unit";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";
import { placeOf, separatorOf, unitCells, type UnitCell } from "../tasks/unit-cells";

export const messages = {
  several: (names: readonly string[]) => ({
    zh: `牵头单位写了${names.length}个（${quote(names.join("、"), 40)}），督办时责任不清；请核实由哪一个牵头`,
    en: `${names.length} lead units are named (${quote(names.join("、"), 40)}), so it is not clear who answers; please check which one leads`,
  }),
  keepFirst: (name: string) => ({ zh: `由“${quote(name)}”牵头，其余移入责任部门`, en: `Let “${quote(name)}” lead and move the others to the responsible units` }),
};

export default defineRule({
  id: "single-lead-unit",
  description: { zh: "一项任务应由一个单位牵头；确需双牵头的可以保留并说明", en: "One unit leads a task; where two must, they may stand with a reason" },
  severity: "warning",
  scope: "row",
  kind: taskListKind,
  *check(table, rows, context) {
    for (const cell of unitCells(table, rows, context, { keys: ["leadUnit"], wanted: ({ reading }) => leadsOf(reading.units).length > 1 })) {
      const leads = leadsOf(cell.reading.units);
      yield { range: placeOf(table, cell), message: messages.several(leads.map(({ text }) => text)), fixes: keepFirst(table, cell, leads) };
    }
  },
});

/** Different units that no word beside them calls supporting: 市教育局牵头，市财政局配合 has one. */
function leadsOf(units: readonly Unit[]): Unit[] {
  const seen = new Set<string>();
  return units.filter(({ identity, role }) => role !== "support" && !seen.has(identity) && seen.add(identity));
}

function keepFirst(table: Table<TaskKey>, cell: UnitCell, [first, ...others]: readonly Unit[]): Fix[] {
  if (first === undefined || !table.has("responsibleUnit") || table.merge(cell.row, "responsibleUnit") !== undefined) return [];
  const place = table.range(cell.row, "responsibleUnit");
  const lead = placeOf(table, cell);
  const [leadBefore, before] = [lead, place].map(({ top, left }) => contentAt(table.worksheet, top, left));
  if (leadBefore === undefined || before === undefined || isFormula(leadBefore) || isFormula(before)) return [];
  const text = table.text(cell.row, "responsibleUnit");
  const present = splitUnits(text);
  const moved = others.map((unit) => unit.text).filter((name) => !present.includes(name));
  const after = [...moved, ...(text === "" ? [] : [text])].join(separatorOf(text === "" ? cell.text : text));
  const edits: Edit[] = [setCell(table.sheet, lead.top, lead.left, leadBefore, first.text)];
  if (after !== text) edits.push(setCell(table.sheet, place.top, place.left, before, after));
  return [{ title: messages.keepFirst(first.text), edits, safe: false }];
}

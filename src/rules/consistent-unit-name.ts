import { defineRule, type CheckContext, type Report } from "../core/rule";
import { tablesOfKind, type Table } from "../core/table";
import { quote } from "../core/text";
import type { Roster } from "../language/roster";
import { readUnits, type Unit } from "../language/unit";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";
import { placeOf, replaced, rewriteCell, unitCells, type UnitCell } from "../tasks/unit-cells";
import { rosterOf } from "../tasks/unit-roster";

export const messages = {
  unlikeRoster: (name: string, standard: string) => ({
    zh: `“${quote(name)}”与单位名录中的“${quote(standard)}”是同一单位，写法不一致，汇总时会算成两个；请统一`,
    en: `“${quote(name)}” is “${quote(standard)}” of the roster written another way, and would be counted as a unit of its own; please use one name`,
  }),
  rarer: (name: string, usual: string) => ({
    zh: `“${quote(name)}”与表中的“${quote(usual)}”是同一单位，写法不一致，汇总时会算成两个；请统一`,
    en: `“${quote(name)}” and “${quote(usual)}” are one unit written in two ways, and would be counted as two; please use one name`,
  }),
  unify: (name: string) => ({ zh: `统一为“${quote(name)}”`, en: `Write “${quote(name)}”` }),
};

type Occurrence = { readonly table: Table<TaskKey>; readonly cell: UnitCell; readonly unit: Unit };

export default defineRule({
  id: "consistent-unit-name",
  description: {
    zh: "同一单位在一个工作簿里有两种写法，筛选和汇总时会算成两个；名录有的以名录为准，没有的以多数为准",
    en: "A unit written in two ways in one workbook is counted as two; the roster decides where it knows the unit, else the commoner form",
  },
  severity: "warning",
  scope: "workbook",
  *check(context) {
    const roster = rosterOf(context);
    for (const occurrences of occurrencesOf(context).values()) yield* compare(occurrences, roster);
  },
});

/** All occurrences of each unit whose writings are not the same throughout, by identity. */
function occurrencesOf(context: CheckContext): Map<string, Occurrence[]> {
  const found = new Map<string, Occurrence[]>();
  for (const table of tablesOfKind(context.tables, taskListKind)) {
    for (const cell of unitCells(table, table.rows, context)) {
      for (const unit of cell.reading.units) {
        // a former name is a finding of its own
        if (unit.kind === "unknown" || unit.kind === "vague" || unit.renamed !== undefined) continue;
        const others = found.get(unit.identity);
        if (others === undefined) found.set(unit.identity, [{ table, cell, unit }]);
        else others.push({ table, cell, unit });
      }
    }
  }
  return found;
}

function* compare(occurrences: readonly Occurrence[], roster: Roster | undefined): Generator<Report> {
  const counts = new Map<string, number>();
  for (const { unit } of occurrences) counts.set(unit.text, (counts.get(unit.text) ?? 0) + 1);
  const standard = [...counts.keys()].map((form) => roster?.find(form)?.name).find((name) => name !== undefined);
  if (standard === undefined && counts.size < 2) return;
  const forms = new Set([...counts.keys()].filter((form) => !isShortened(form, occurrences)));
  const usual = standard ?? commonest(counts, forms, occurrences);
  for (const { table, cell, unit } of occurrences) {
    if (unit.text === usual || !forms.has(unit.text)) continue;
    yield {
      range: placeOf(table, cell),
      message: standard === undefined ? messages.rarer(unit.text, usual) : messages.unlikeRoster(unit.text, usual),
      fixes: rewriteCell(table, cell, replaced(cell.text, unit, usual), messages.unify(usual), standard !== undefined),
    };
  }
}

/** 工业和信息化厅 behind 省科技厅 lets 省 drop: no other writing, only a shorter one. */
function isShortened(form: string, occurrences: readonly Occurrence[]): boolean {
  const identity = occurrences[0]?.unit.identity;
  return readUnits(form).units[0]?.identity !== identity && occurrences.some(({ unit }) => unit.text !== form && unit.text.endsWith(form));
}

/** Of forms equally common the standard short form, else the first. */
function commonest(counts: ReadonlyMap<string, number>, forms: ReadonlySet<string>, occurrences: readonly Occurrence[]): string {
  const standard = occurrences[0]?.unit.standard;
  let [usual, most] = ["", 0];
  for (const [form, count] of counts) {
    if (forms.has(form) && (count > most || (count === most && form === standard))) [usual, most] = [form, count];
  }
  return usual;
}

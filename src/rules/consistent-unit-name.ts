import { defineRule, type CheckContext } from "../core/rule";
import { tablesOfKind } from "../core/table";
import { quote } from "../core/text";
import type { Unit } from "../language/unit";
import { taskListKind } from "../templates/task-list-kind";
import { placeOf, replaced, rewriteCell, unitCells } from "../tasks/unit-cells";
import { rosterOf } from "../tasks/unit-roster";
import { commonestForm, unitWritings, wholeForms } from "../tasks/unit-writings";

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

/** What is to be said of one writing of a unit, by identity and writing. */
type Verdict = { readonly usual: string; readonly isRosters: boolean };

export default defineRule({
  id: "consistent-unit-name",
  description: {
    zh: "同一单位在一个工作簿里有两种写法，筛选和汇总时会算成两个；名录有的以名录为准，没有的以多数为准",
    en: "A unit written in two ways in one workbook is counted as two; the roster decides where it knows the unit, else the commoner form",
  },
  severity: "warning",
  scope: "workbook",
  *check(context) {
    const verdicts = verdictsOf(context);
    if (verdicts.size === 0) return;
    const verdictOf = (unit: Unit): Verdict | undefined => verdicts.get(keyOf(unit.identity, unit.text));
    for (const table of tablesOfKind(context.tables, taskListKind)) {
      for (const cell of unitCells(table, table.rows, context, { wanted: ({ reading }) => reading.units.some((unit) => verdictOf(unit) !== undefined) })) {
        for (const unit of cell.reading.units) {
          const verdict = verdictOf(unit);
          if (verdict === undefined) continue;
          const { usual, isRosters } = verdict;
          yield {
            range: placeOf(table, cell),
            message: isRosters ? messages.unlikeRoster(unit.text, usual) : messages.rarer(unit.text, usual),
            fixes: rewriteCell(table, cell, replaced(cell.text, unit, usual), messages.unify(usual), isRosters),
          };
        }
      }
    }
  },
});

function keyOf(identity: string, text: string): string {
  return `${identity}\n${text}`;
}

/** The writings that are not the usual one of their unit. */
function verdictsOf(context: CheckContext): Map<string, Verdict> {
  const roster = rosterOf(context);
  const verdicts = new Map<string, Verdict>();
  for (const [identity, writings] of unitWritings(context)) {
    const { counts } = writings;
    const standard = [...counts.keys()].map((form) => roster?.find(form)?.name).find((name) => name !== undefined);
    if (standard === undefined && counts.size < 2) continue;
    const forms = wholeForms(identity, counts);
    const usual = standard ?? commonestForm(forms, writings);
    for (const form of forms) if (form !== usual) verdicts.set(keyOf(identity, form), { usual, isRosters: standard !== undefined });
  }
  return verdicts;
}

import { defineRule, type CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import { quote } from "../core/text";
import { findPlaceholder } from "../language/placeholder";
import { makeRoster, nearestNames, type Roster } from "../language/roster";
import type { Unit } from "../language/unit";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";
import { countUnitContents, placeOf, replaced, rewriteCell, unitCells } from "../tasks/unit-cells";
import { rosterOf } from "../tasks/unit-roster";

export const messages = {
  unknown: (name: string) => ({
    zh: `“${quote(name)}”不在单位名录里，也读不出是哪个单位，任务会无人认领；请核对名称`,
    en: `“${quote(name)}” is neither in the roster nor readable as a unit, so nobody will take the task; please check the name`,
  }),
  replace: (name: string) => ({ zh: `改为“${quote(name)}”`, en: `Write “${quote(name)}”` }),
};

export default defineRule({
  id: "no-unknown-unit",
  description: {
    zh: "写错的单位名称收不到任务；名录里的名称、简称和读得出的机关、团体、医院、学校、企业都不报",
    en: "A unit whose name is wrong receives no task; names of the roster and readable bodies, hospitals, schools and enterprises are left alone",
  },
  severity: "warning",
  scope: "row",
  kind: taskListKind,
  *check(table, rows, context) {
    let known: Roster | undefined;
    for (const cell of unitCells(table, rows, context, { wanted: ({ reading }) => reading.units.some(isUnknown) })) {
      for (const unit of cell.reading.units) {
        if (!isUnknown(unit)) continue;
        const near = nearestNames(unit.text, (known ??= rosterOf(context) ?? namesOfTable(table, context)), 2);
        yield {
          range: placeOf(table, cell),
          message: messages.unknown(unit.text),
          fixes: near.flatMap((name) => rewriteCell(table, cell, replaced(cell.text, unit, name), messages.replace(name), false)),
        };
      }
    }
  },
});

/** A blank to fill in is reported as that. */
function isUnknown(unit: Unit): boolean {
  return unit.kind === "unknown" && !unit.hasPlaceholder && findPlaceholder(unit.text) === undefined;
}

/** Without a roster the table's own readable names are what a wrong one may have meant. */
function namesOfTable(table: Table<TaskKey>, context: CheckContext): Roster {
  const known = new Set<string>();
  for (const { reading } of countUnitContents(table, context).keys()) for (const { kind, text } of reading.units) if (kind === "body") known.add(text);
  return makeRoster([...known].map((name) => ({ name, aliases: [] })));
}

import { defineRule } from "../core/rule";
import { quote } from "../core/text";
import type { Unit } from "../language/unit";
import { taskListKind } from "../templates/task-list-kind";
import { placeOf, replaced, rewriteCell, unitCells } from "../tasks/unit-cells";
import { rosterOf } from "../tasks/unit-roster";

export const messages = {
  renamed: (name: string, successor: string, since: string) => ({
    zh: `“${quote(name)}”已在机构改革中更名或并入“${quote(successor)}”（${since.slice(0, 4)}年起），请核对现名`,
    en: `“${quote(name)}” was renamed or merged into “${quote(successor)}” (since ${since.slice(0, 4)}); please check its present name`,
  }),
  rename: (successor: string) => ({ zh: `改为“${quote(successor)}”`, en: `Write “${quote(successor)}”` }),
};

export default defineRule({
  id: "no-renamed-unit",
  description: {
    zh: "机构改革后已更名或撤并的单位收不到任务；从改革之日起报，各地保留原名的可写进单位名录",
    en: "A body that a reform renamed or merged receives no task; reported from the date of the reform on, and a local name that was kept can go into the roster",
  },
  severity: "info",
  scope: "row",
  kind: taskListKind,
  *check(table, rows, context) {
    const roster = rosterOf(context);
    const isRenamed = ({ renamed, text }: Unit): boolean => renamed !== undefined && renamed.since <= context.settings.asOf && roster?.find(text) === undefined;
    for (const cell of unitCells(table, rows, context, { wanted: ({ reading }) => reading.units.some(isRenamed) })) {
      for (const unit of cell.reading.units) {
        const { renamed } = unit;
        if (renamed === undefined || !isRenamed(unit)) continue;
        yield {
          range: placeOf(table, cell),
          message: messages.renamed(unit.text, renamed.successor, renamed.since),
          fixes: rewriteCell(table, cell, replaced(cell.text, unit, renamed.successor), messages.rename(renamed.successor), false),
        };
      }
    }
  },
});

import type { Fix } from "../core/diagnostic";
import { defineRule } from "../core/rule";
import type { Table } from "../core/table";
import { quote } from "../core/text";
import type { Unit } from "../language/unit";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";
import { placeOf, rewriteCell, unitRows, type UnitCell, type UnitContent } from "../tasks/unit-cells";

export const messages = {
  twice: (names: readonly string[]) => ({
    zh: `${names.map((name) => `“${quote(name)}”`).join("、")}在这一格里写了两次，请去掉一个`,
    en: `${names.map((name) => `“${quote(name)}”`).join(", ")} stands twice in this cell; please drop one`,
  }),
  acrossCells: (names: readonly string[]) => ({
    zh: `${names.map((name) => `“${quote(name)}”`).join("、")}已经写在本行前一类单位里，这里又写了一次；请核对是否多写`,
    en: `${names.map((name) => `“${quote(name)}”`).join(", ")} is named in this row already; please check whether it is needed here too`,
  }),
  drop: (names: readonly string[]) => ({
    zh: `去掉重复的${names.map((name) => `“${quote(name)}”`).join("、")}`,
    en: `Drop the second ${names.map((name) => `“${quote(name)}”`).join(", ")}`,
  }),
};

export default defineRule({
  id: "no-duplicate-unit",
  description: {
    zh: "同一行里同一单位写两次，牵头与责任就分不清；换一种写法也算同一单位",
    en: "A unit named twice in a row blurs who leads; another way of writing it counts as the same unit",
  },
  severity: "warning",
  scope: "row",
  kind: taskListKind,
  *check(table, rows, context) {
    for (const cells of unitRows(table, rows, context, namesAnyTwice)) {
      const earlier = new Set<string>();
      for (const cell of cells) {
        // units merged over several rows are the other rows' too
        const isShared = (table.merge(cell.row, cell.key)?.bottom ?? cell.row) > cell.row;
        const own = new Set<string>();
        const [inside, across]: [Unit[], Unit[]] = [[], []];
        for (const unit of cell.reading.units) {
          if (own.has(unit.identity)) inside.push(unit);
          else if (earlier.has(unit.identity) && !isShared) across.push(unit);
          own.add(unit.identity);
        }
        if (inside.length > 0) yield { range: placeOf(table, cell), message: messages.twice(namesOf(inside)), fixes: drop(table, cell, inside, true) };
        if (across.length > 0) yield { range: placeOf(table, cell), message: messages.acrossCells(namesOf(across)), fixes: drop(table, cell, across, false) };
        if (!isShared) for (const identity of own) earlier.add(identity);
      }
    }
  },
});

function namesAnyTwice(contents: readonly UnitContent[]): boolean {
  const identities = contents.flatMap(({ reading }) => reading.units.map(({ identity }) => identity));
  return new Set(identities).size < identities.length;
}

function namesOf(units: readonly Unit[]): string[] {
  return [...new Set(units.map(({ text }) => text))];
}

/** With what stands between it and its neighbour; a cell with nothing else in it is left empty. */
function drop(table: Table<TaskKey>, cell: UnitCell, units: readonly Unit[], safe: boolean): Fix[] {
  const all = cell.reading.units;
  const dropped = new Set(units);
  const pieces: string[] = [];
  let from = 0;
  for (const [index, unit] of all.entries()) {
    if (!dropped.has(unit)) continue;
    const [before, next] = [all[index - 1], all[index + 1]];
    // behind another with what parts them, else up to the next
    pieces.push(cell.text.slice(from, Math.max(from, before?.end ?? unit.start)));
    from = before === undefined && next !== undefined ? next.start : unit.end;
  }
  const after = pieces.join("") + cell.text.slice(from);
  return rewriteCell(table, cell, after.trim() === "" ? "" : after, messages.drop(namesOf(units)), safe);
}

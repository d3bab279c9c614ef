import { defineRule } from "../core/rule";
import { quote } from "../core/text";
import type { Unit } from "../language/unit";
import { taskListKind } from "../templates/task-list-kind";
import { placeOf, rewriteCell, separatorOf, unitCells } from "../tasks/unit-cells";

export const messages = {
  unseparated: (runs: readonly (readonly string[])[]) => ({
    zh: `${runs.map((run) => `“${quote(run.join(""))}”是${counts[run.length] ?? run.length}个单位`).join("，")}，中间缺少分隔，会被当成一个单位；请用顿号或换行分开`,
    en: `${runs.map((run) => `“${quote(run.join(""))}” is ${run.length} units`).join(", ")} with nothing between them, and will be taken for one; please part them with 、 or a line break`,
  }),
  split: (runs: readonly (readonly string[])[]) => ({
    zh: `拆成${runs.map((run) => `“${quote(run.join("、"), 40)}”`).join("、")}`,
    en: `Split into ${runs.map((run) => `“${quote(run.join("、"), 40)}”`).join(", ")}`,
  }),
};

const counts = ["", "", "两", "三", "四", "五", "六", "七", "八", "九"];

export default defineRule({
  id: "no-unseparated-units",
  description: {
    zh: "两个单位连写会被当成一个，谁也督办不到；市委办公室、市市场监管局这类本是一个单位的不报",
    en: "Two units run together are taken for one and neither is followed up; names that are one unit, such as 市市场监管局, are left alone",
  },
  severity: "error",
  scope: "row",
  kind: taskListKind,
  *check(table, rows, context) {
    for (const cell of unitCells(table, rows, context, { wanted: ({ reading }) => runsOf(reading.units).length > 0 })) {
      const runs = runsOf(cell.reading.units);
      const texts = runs.map((run) => run.map(({ text }) => text));
      yield { range: placeOf(table, cell), message: messages.unseparated(texts), fixes: rewriteCell(table, cell, parted(cell.text, cell.reading.units), messages.split(texts), true) };
    }
  },
});

/** The stretches of units with nothing between them. */
function runsOf(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  for (const [index, unit] of units.entries()) {
    const before = units[index - 1];
    if (before === undefined || unit.separator !== "") continue;
    const last = runs.at(-1);
    if (last?.at(-1) === before) last.push(unit);
    else runs.push([before, unit]);
  }
  return runs;
}

function parted(text: string, units: readonly Unit[]): string {
  const separator = separatorOf(text);
  // piece by piece: a cell may hold a hundred thousand names
  const pieces: string[] = [];
  let from = 0;
  for (const [index, { separator: before, start }] of units.entries()) {
    if (index === 0 || before !== "") continue;
    pieces.push(text.slice(from, start), separator);
    from = start;
  }
  return pieces.join("") + text.slice(from);
}

import { defineRule } from "../core/rule";
import { quote } from "../core/text";
import { taskListKind } from "../templates/task-list-kind";
import { placeOf, unitCells } from "../tasks/unit-cells";

export const messages = {
  vague: (names: readonly string[]) => ({
    zh: `${names.map((name) => `“${quote(name)}”`).join("、")}没有指明具体单位，督办时找不到人；请写出单位名称`,
    en: `${names.map((name) => `“${quote(name)}”`).join(", ")} names no particular unit, so nobody can be held to it; please name the units`,
  }),
  etc: (words: string) => ({
    zh: `名单以“${quote(words)}”结尾，没有列出的单位督办时找不到人；请把单位写全`,
    en: `The list ends with “${quote(words)}”, and nobody can be held to what it leaves out; please name all units`,
  }),
};

export default defineRule({
  id: "no-vague-unit",
  description: { zh: "相关单位、有关部门和名单末尾的“等”无法落实责任；各县市区人民政府这类可以一一列出的不报", en: "相关单位, 有关部门 or a trailing 等 hold nobody to anything; 各县市区人民政府 and its like can be listed and are left alone" },
  severity: "info",
  scope: "row",
  kind: taskListKind,
  *check(table, rows, context) {
    for (const cell of unitCells(table, rows, context, { wanted: ({ reading }) => reading.hasEtc || reading.units.some(({ kind }) => kind === "vague") })) {
      const { units, etc } = cell.reading;
      const names = units.filter(({ kind }) => kind === "vague").map(({ text }) => text);
      if (names.length > 0) yield { range: placeOf(table, cell), message: messages.vague(names) };
      else if (etc !== undefined) yield { range: placeOf(table, cell), message: messages.etc(cell.text.slice(etc.start, etc.end).trim()) };
    }
  },
});

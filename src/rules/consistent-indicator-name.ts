import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { checkName, type NameDifference } from "../indicators/check-name";
import { makeDictionary } from "../indicators/dictionary";
import { writtenAt } from "../measurements/row-series";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  exclusion: (name: string, said: string, definition: string, isWritten: boolean): Text => ({
    zh: `“${quote(name, 60)}”名称里写“不含${said}”，${isWritten ? "公式里却是" : "这个指标的口径却是"}“不含${definition}”，按哪个剔除会算出不同的数。请核对后改成一致`,
    en: `“${quote(name, 60)}” says 不含${said}, but its ${isWritten ? "formula" : "definition"} says 不含${definition}: the two give different numbers. Please check and make them agree`,
  }),
  unit: (name: string, said: string, definition: string): Text => ({
    zh: `“${quote(name, 60)}”名称里的单位是“${said}”，而这个指标的定义是${definition === "" ? "比值，不乘 100" : definition === "1:X" ? "写成 1:X 的比" : `以“${definition}”为单位`}：各单位会填出不同的数。请改成一致`,
    en: `“${quote(name, 60)}” is headed (${said}), but the indicator is defined ${definition === "" ? "as a bare ratio" : definition === "1:X" ? "as a ratio 1:X" : `in ${definition}`}: everybody will fill in another number. Please make them agree`,
  }),
};

export default defineRule({
  id: "consistent-indicator-name",
  description: {
    zh: "指标名称和它的定义要一致：名称写不含药店、公式写不含药品，或标了 % 却是 1:X 的比，各单位会按不同口径填",
    en: "An indicator's name and its definition must agree: 不含药店 in one and 不含药品 in the other, or (%) over a ratio 1:X, make everybody count otherwise",
  },
  severity: "warning",
  scope: "row",
  kind: indicatorKind,
  *check(table, rows, { workbook }) {
    if (!table.has("indicator")) return;
    const dictionary = makeDictionary(workbook);
    for (const row of rows) {
      const name = table.text(row, "indicator");
      if (name === "" || table.isCovered(row, "indicator")) continue;
      const [first] = checkName(name, dictionary.find(name), writtenAt(table, row)?.definition);
      if (first !== undefined) yield { range: table.range(row, "indicator"), message: messageOf(name, first) };
    }
  },
});

function messageOf(name: string, difference: NameDifference): Text {
  if (difference.kind === "unit") return messages.unit(name, difference.name, difference.definition);
  return messages.exclusion(name, difference.name.join("、"), difference.definition.join("、"), difference.by === "written");
}

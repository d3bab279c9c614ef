import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { splitIndicators } from "../indicators/indicator-name";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  several: (name: string, parts: readonly string[]): Text => ({
    zh: `“${quote(name, 60)}”一行写了 ${parts.length} 个指标（${parts.map((part) => `“${quote(part)}”`).join("、")}），只有一个值的位置，填的是哪一个说不清。请分成 ${parts.length} 行`,
    en: `“${quote(name, 60)}” is ${parts.length} indicators in one row with one place for a value; nobody can tell which is meant. Please split it into ${parts.length} rows`,
  }),
};

export default defineRule({
  id: "single-indicator",
  description: {
    zh: "一行写两个指标，只有一个值的位置，填的是哪一个说不清",
    en: "Two indicators in one row share one place for a value, and nobody can tell which is meant",
  },
  severity: "info",
  scope: "row",
  kind: indicatorKind,
  *check(table, rows) {
    if (!table.has("indicator")) return;
    for (const row of rows) {
      if (table.isCovered(row, "indicator")) continue;
      const parts = splitIndicators(table.text(row, "indicator"));
      if (parts.length > 1) yield { range: table.range(row, "indicator"), message: messages.several(table.text(row, "indicator"), parts) };
    }
  },
});

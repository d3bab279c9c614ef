import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { compareDefinitions } from "../indicators/compare-definitions";
import { makeDictionary } from "../indicators/dictionary";
import { writtenAt } from "../measurements/row-series";
import { indicatorKind } from "../templates/indicator-kind";

const differences = {
  swapped: { zh: "分子分母颠倒", en: "numerator and denominator are swapped" },
  factor: { zh: "乘数不同", en: "another factor" },
  terms: { zh: "用的数据不同", en: "other quantities" },
  form: { zh: "算法不同", en: "another way of computing" },
} as const satisfies Record<string, Text>;

export const messages = {
  differs: (name: string, how: keyof typeof differences, formula: string, source: string): Text => ({
    zh: `“${quote(name)}”这里写的算法与指标字典不一致（${differences[how].zh}）：字典是 ${formula}，依据${source}。口径不同的数不能比较，请核实；确按本表口径的写明依据`,
    en: `What is written here for “${quote(name)}” differs from the dictionary (${differences[how].en}): there it is ${formula}, after ${source}. Numbers counted otherwise cannot be compared; please confirm, and name the source if this sheet's is meant`,
  }),
};

export default defineRule({
  id: "consistent-definition",
  description: {
    zh: "表里写的计算公式与指标字典不同，报上来的数就不能同别处比；口径待确认的指标不报",
    en: "Where the written formula differs from the dictionary's, the numbers cannot be compared with others'; unconfirmed definitions are left alone",
  },
  severity: "warning",
  scope: "row",
  kind: indicatorKind,
  *check(table, rows, { workbook }) {
    if (!table.has("indicator")) return;
    const dictionary = makeDictionary(workbook);
    for (const row of rows) {
      const name = table.text(row, "indicator");
      const known = name === "" ? undefined : dictionary.find(name);
      if (known?.expression === undefined || known.certainty === "own" || table.isCovered(row, "indicator")) continue;
      const written = writtenAt(table, row);
      if (written === undefined) continue;
      const all = [known, ...(known.alternatives ?? [])].map((one) => compareDefinitions(written.definition, one));
      const [first] = all;
      if (first === undefined || first === "same" || all.includes("same")) continue;
      yield { range: written.range, message: messages.differs(name, first, known.formula, known.source) };
    }
  },
});

import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { nameOfInput } from "../measurements/describe";
import { verdictsOf } from "../measurements/measurements";
import type { Series } from "../measurements/series";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  larger: (name: string, part: string, numerator: string, whole: string, denominator: string): Text => ({
    zh: `“${quote(name)}”的“${quote(part)}”是 ${numerator}，大于“${quote(whole)}”的 ${denominator}，而前者是后者的一部分。请核对两个数和计量单位，是否填反`,
    en: `“${quote(part)}” of “${quote(name)}” is ${numerator}, larger than “${quote(whole)}” ${denominator}, of which it is a part. Please check both numbers and their units, or whether they are swapped`,
  }),
};

export default defineRule({
  id: "consistent-parts",
  description: {
    zh: "占比类指标的分子是分母的一部分，不会比分母大；大了，不是填反就是单位不同",
    en: "The numerator of a share is a part of its denominator and cannot be larger; where it is, they are swapped or differ in units",
  },
  severity: "error",
  scope: "table",
  kind: indicatorKind,
  *check(table, _rows, context) {
    for (const { series, range, numerator, denominator } of verdictsOf("consistent-parts", context)) {
      if (series.table !== table) continue;
      const [part, whole] = [inputByRole(series, "numerator", numerator), inputByRole(series, "denominator", denominator)];
      yield { range, message: messages.larger(series.name, part.name, part.shown, whole.name, whole.shown) };
    }
  },
});

/** 9.8 under 万人次 is 98000, which can be compared. */
function inputByRole(series: Series, role: "numerator" | "denominator", value: number): { readonly name: string; readonly shown: string } {
  const [key, input] = [...series.inputs].find(([, one]) => one.role === role) ?? [];
  const scale = input?.scale ?? 1;
  return { name: key === undefined ? "" : nameOfInput(series, key), shown: scale === 1 ? String(value) : `${value}（即 ${Number((value * scale).toPrecision(12))}）` };
}

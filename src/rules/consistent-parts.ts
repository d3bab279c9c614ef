import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { nameOfInput } from "../measurements/describe";
import { verdictsOf } from "../measurements/measurements";
import type { Series } from "../measurements/series";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  larger: (name: string, part: string, numerator: number, whole: string, denominator: number): Text => ({
    zh: `“${quote(name)}”的“${quote(part)}”${numerator} 大于“${quote(whole)}”${denominator}，而前者是后者的一部分。请核对两个数和计量单位，是否填反`,
    en: `“${quote(part)}” ${numerator} of “${quote(name)}” is larger than “${quote(whole)}” ${denominator}, of which it is a part. Please check both numbers and their units, or whether they are swapped`,
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
      if (series.table === table) yield { range, message: messages.larger(series.name, nameByRole(series, "numerator"), numerator, nameByRole(series, "denominator"), denominator) };
    }
  },
});

function nameByRole(series: Series, role: "numerator" | "denominator"): string {
  const key = [...series.inputs].find(([, input]) => input.role === role)?.[0];
  return key === undefined ? "" : nameOfInput(series, key);
}

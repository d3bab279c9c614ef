import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { shownUnit, wordsOf } from "../measurements/describe";
import { verdictsOf } from "../measurements/measurements";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  outside: (name: string, value: number, unit: string, limits: string): Text => ({
    zh: `“${quote(name)}”的值是 ${value}${unit}，不可能在 ${limits} 之外。请核对分子分母和计量单位`,
    en: `“${quote(name)}” is ${value}${unit}; it cannot lie outside ${limits}. Please check the inputs and their units`,
  }),
};

export default defineRule({
  id: "valid-indicator-range",
  description: {
    zh: "有的值不可能出现：占比超过 100%、低于 0，级别超出分级。通常是分子分母或单位填错",
    en: "Some values cannot be: a share above 100 % or below 0, a level beyond the scale. Usually an input or a unit is wrong",
  },
  severity: "error",
  scope: "table",
  kind: indicatorKind,
  *check(table, _rows, context) {
    for (const { series, range, value, limits } of verdictsOf("valid-indicator-range", context)) {
      if (series.table === table) yield { range, message: messages.outside(series.name, Number(value.toPrecision(6)), shownUnit(series.indicator.unit), wordsOf(limits)) };
    }
  },
});

import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { shownUnit } from "../measurements/describe";
import { verdictsOf } from "../measurements/measurements";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  missed: (name: string, value: string, target: string): Text => ({
    zh: `“${quote(name)}”的值是 ${value}，未达到目标“${quote(target)}”。属实的，写明原因和措施`,
    en: `“${quote(name)}” is ${value} and misses its target “${quote(target)}”. If it is so, give the reason and what is done`,
  }),
};

export default defineRule({
  id: "meet-target",
  description: {
    zh: "值没有达到目标（看指标是越高越好还是越低越好）；目标不是数字的、没有导向的不判断",
    en: "The value misses its target, given which way is better; targets without a number and indicators without a direction are not judged",
  },
  severity: "info",
  scope: "table",
  kind: indicatorKind,
  *check(table, _rows, context) {
    for (const { series, range, value, target } of verdictsOf("meet-target", context)) {
      if (series.table === table) yield { range, message: messages.missed(series.name, `${Number(value.toPrecision(6))}${shownUnit(series.indicator.unit)}`, target) };
    }
  },
});

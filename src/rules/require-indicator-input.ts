import { stringifyAddress } from "../core/address";
import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { nameOfInput } from "../measurements/describe";
import { verdictsOf } from "../measurements/measurements";
import type { VerdictOf } from "../measurements/verdict";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  blank: (name: string, input: string): Text => ({
    zh: `“${quote(name)}”的“${quote(input)}”没有填，指标算不出来。请补上；确实没有的，写明原因`,
    en: `“${quote(input)}” of “${quote(name)}” is blank, so the indicator cannot be computed. Please fill it in, or say why there is none`,
  }),
  text: (name: string, input: string, text: string): Text => ({
    zh: `“${quote(name)}”的“${quote(input)}”填的是文字“${quote(text)}”，不是数，指标算不出来。请填数字`,
    en: `“${quote(input)}” of “${quote(name)}” is the text “${quote(text)}”, not a number, so the indicator cannot be computed. Please fill in a number`,
  }),
  zero: (name: string, input: string): Text => ({
    zh: `“${quote(name)}”的“${quote(input)}”是 0，不能作分母。请核对；确实为 0 的，指标不计算并写明原因`,
    en: `“${quote(input)}” of “${quote(name)}” is 0 and cannot divide. Please check it; if it is 0 indeed, leave the indicator out and say why`,
  }),
};

export default defineRule({
  id: "require-indicator-input",
  description: {
    zh: "分子分母空着、写成文字或分母为 0，指标算不出来；只在填数的单元格报，不在跟着出错的结果上再报。整行都没有填的表样不报",
    en: "A numerator or denominator that is blank, text, or 0 below the line leaves the indicator without a value; said at the input only. A row nobody has begun to fill in is left alone",
  },
  severity: "error",
  scope: "table",
  kind: indicatorKind,
  *check(table, _rows, context) {
    for (const verdict of verdictsOf("require-indicator-input", context)) {
      if (verdict.series.table === table) yield { range: verdict.range, message: messageOf(verdict) };
    }
  },
});

function messageOf({ series, input, fault, text, range }: VerdictOf<"require-indicator-input">): Text {
  const key = [...series.inputs].find(([, one]) => one === input)?.[0];
  const name = key === undefined ? stringifyAddress(range) : nameOfInput(series, key);
  return fault === "text" ? messages.text(series.name, name, text) : messages[fault](series.name, name);
}

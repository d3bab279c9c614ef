import { setCell } from "../core/edit";
import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { nameOfInput } from "../measurements/describe";
import { verdictsOf } from "../measurements/measurements";
import { rightFormula } from "../measurements/right-formula";
import type { Series } from "../measurements/series";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  typed: (name: string, value: number, inputs: string): Text => ({
    zh: `“${quote(name)}”的 ${value} 是手工填的，而${inputs}就在表里：以后改了数它不会跟着变。请改成公式`,
    en: `The ${value} of “${quote(name)}” is typed in though ${inputs} are in the sheet: it will not follow when they change. Please make it a formula`,
  }),
};

export default defineRule({
  id: "require-indicator-formula",
  description: {
    zh: "分子分母都在表里时，指标值应当是公式：手工填的数，改了分子分母不会跟着变",
    en: "Where numerator and denominator are in the sheet the value should be a formula: a typed-in number does not follow them",
  },
  severity: "warning",
  scope: "table",
  kind: indicatorKind,
  *check(table, _rows, context) {
    for (const { series, row, range, value, isRatio } of verdictsOf("require-indicator-formula", context)) {
      if (series.table !== table) continue;
      const formula = rightFormula(series, row, context.workbook, { asRatio: isRatio });
      const fixes = formula === undefined ? [] : [{ title: { zh: `改为公式 ${formula}`, en: `Make it ${formula}` }, safe: false, edits: [setCell(range.sheet, range.top, range.left, value, { formula })] }];
      yield { range, message: messages.typed(series.name, value, inputsOf(series)), fixes };
    }
  },
});

function inputsOf(series: Series): string {
  return [...series.inputs.keys()].map((key) => `“${quote(nameOfInput(series, key))}”`).join("、");
}

import { setCell } from "../core/edit";
import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { describeDefinition } from "../measurements/describe";
import { verdictsOf } from "../measurements/measurements";
import { rightFormula } from "../measurements/right-formula";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  differs: (name: string, value: number, computed: number, definition: string): Text => ({
    zh: `“${quote(name)}”填的是 ${value}，按 ${definition} 应为 ${computed}：数和分子分母对不上。请改成公式，或核对分子分母`,
    en: `“${quote(name)}” says ${value}, but ${definition} gives ${computed}: the value and its inputs disagree. Please make it a formula or check the inputs`,
  }),
};

export default defineRule({
  id: "consistent-indicator-value",
  description: {
    zh: "手工填的指标值要和分子分母算出来的一致（四舍五入除外），否则其中必有一个是错的",
    en: "A typed-in value must be what its inputs give, rounding aside; otherwise one of them is wrong",
  },
  severity: "error",
  scope: "table",
  kind: indicatorKind,
  *check(table, _rows, context) {
    for (const { series, row, range, value, computed } of verdictsOf("consistent-indicator-value", context)) {
      if (series.table !== table) continue;
      const shown = Number(computed.toPrecision(6));
      const formula = rightFormula(series, row, context.workbook);
      const after = formula === undefined ? shown : { formula };
      const fixes = [{ title: { zh: `改为${formula === undefined ? ` ${shown}` : `公式 ${formula}`}`, en: `Change to ${formula ?? shown}` }, safe: false, edits: [setCell(range.sheet, range.top, range.left, value, after)] }];
      yield { range, message: messages.differs(series.name, value, shown, describeDefinition(series)), fixes };
    }
  },
});

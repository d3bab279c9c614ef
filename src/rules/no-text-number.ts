import { setCell } from "../core/edit";
import type { Fix } from "../core/diagnostic";
import { defineRule } from "../core/rule";
import { quote, type Text } from "../core/text";
import { findWorksheet, numberFormatAt, valueAt, type Workbook } from "../core/workbook";
import { verdictsOf } from "../measurements/measurements";
import { isPercentFormat } from "../measurements/percent-format";
import type { VerdictOf } from "../measurements/verdict";
import { indicatorKind } from "../templates/indicator-kind";

export const messages = {
  text: (text: string): Text => ({
    zh: `“${quote(text)}”是文本，不是数：求和会漏掉它，公式会出错。请改成数字，单位写在表头`,
    en: `“${quote(text)}” is text, not a number: sums leave it out and formulas fail. Please make it a number; the unit belongs in the header`,
  }),
};

export default defineRule({
  id: "no-text-number",
  description: {
    zh: "存成文本的数字（全角数字、撇号、千分位、带单位）看着是数，求和时被当作没有",
    en: "A number stored as text (full-width digits, an apostrophe, thousands separators, a unit in the cell) looks like one and is left out of every sum",
  },
  severity: "warning",
  scope: "table",
  kind: indicatorKind,
  *check(table, _rows, context) {
    for (const verdict of verdictsOf("no-text-number", context)) {
      if (verdict.series.table === table) yield { range: verdict.range, message: messages.text(verdict.text), fixes: fixesOf(verdict, context.workbook) };
    }
  },
});

function fixesOf({ range, number, input, series }: VerdictOf<"no-text-number">, workbook: Workbook): Fix[] {
  const worksheet = findWorksheet(workbook, range.sheet);
  const before = worksheet === undefined ? null : valueAt(worksheet, range.top, range.left);
  if (worksheet === undefined || typeof before !== "string") return [];
  const isShown = isPercentFormat(numberFormatAt(worksheet, range.top, range.left));
  // 95.2% is 95.2 where the header says (%), 0.952 under a percent format
  if (number.isPercent && !isShown && series.shareScale !== "hundred") return [];
  // what counts in its own unit is brought to the header's: 88000人次 under 万人次, not a bare 8.8
  const scale = number.rest === "" ? 1 : (input?.scale ?? 1);
  const value = number.isPercent && isShown ? number.value / 100 : number.value / scale;
  const after = Number(value.toPrecision(15));
  return [{ title: { zh: `改为数字 ${after}`, en: `Make it the number ${after}` }, safe: true, edits: [setCell(range.sheet, range.top, range.left, before, after)] }];
}

import { setCell } from "../core/edit";
import type { Fix } from "../core/diagnostic";
import { defineRule, type CheckContext } from "../core/rule";
import { quote, type Text } from "../core/text";
import { valueAt } from "../core/workbook";
import { scaleFormula } from "../formula/write-formula";
import { verdictsOf } from "../measurements/measurements";
import { rightFormula } from "../measurements/right-formula";
import type { VerdictOf } from "../measurements/verdict";
import { indicatorKind } from "../templates/indicator-kind";

type Wrong = VerdictOf<"valid-percent-scale">;

export const messages = {
  hundred: (name: string, shown: string): Text => ({
    zh: `“${quote(name)}”已乘 100，单元格又是百分比格式，${shown}，大了一百倍。请去掉 ×100，或把格式改为数值`,
    en: `“${quote(name)}” is multiplied by 100 under a percent format${shown === "" ? "" : ` (${shown})`}: a hundred times too much. Please drop ×100 or make the format a number`,
  }),
  bare: (name: string, shown: string): Text => ({
    zh: `“${quote(name)}”的单位是 %，这里却是没有乘 100 的小数${shown === "" ? "" : `${shown}，会被读成${shown}%`}，小了一百倍。请乘 100`,
    en: `“${quote(name)}” is in %, but here stands a bare ratio${shown === "" ? "" : `${shown}, which reads as${shown}%`}, a hundred times too little. Please multiply by 100`,
  }),
  mixed: (name: string, shown: string): Text => ({
    zh: `“${quote(name)}”这一列的单位是 %，别处写 95 这样的数，这里却写 ${shown}：同一列有两种写法，汇总会出错。请乘 100`,
    en: `“${quote(name)}” is in % and written like 95 elsewhere in the column, but here stands ${shown}: two scales in one column spoil every sum. Please multiply by 100`,
  }),
  mixedHundred: (name: string, shown: string): Text => ({
    zh: `“${quote(name)}”这一列别处写 0.95 这样的小数，这里却写 ${shown}：同一列有两种写法，汇总会出错。请除以 100`,
    en: `“${quote(name)}” is written like 0.95 elsewhere in the column, but here stands ${shown}: two scales in one column spoil every sum. Please divide by 100`,
  }),
};

export default defineRule({
  id: "valid-percent-scale",
  description: {
    zh: "百分数只能有一种写法：乘了 100 就不用百分比格式，表头写 % 就不填小数；否则差一百倍而看不出来",
    en: "A share is written in one way: ×100 without a percent format, no bare ratio under a header with %; otherwise it is off by a hundred and nobody sees it",
  },
  severity: "error",
  scope: "table",
  kind: indicatorKind,
  *check(table, _rows, context) {
    for (const verdict of verdictsOf("valid-percent-scale", context)) {
      if (verdict.series.table === table) yield { range: verdict.range, message: messageOf(verdict), fixes: fixesOf(verdict, context) };
    }
  },
});

function messageOf({ series, fault, range }: Wrong): Text {
  const value = valueAt(series.table.worksheet, range.top, range.left);
  const number = typeof value === "number" ? Number(value.toPrecision(6)) : undefined;
  if (fault === "hundred-under-percent") return messages.hundred(series.name, number === undefined ? "显示出来" : `显示为 ${Number((number * 100).toPrecision(6))}%`);
  if (fault === "mixed-hundred") return messages.mixedHundred(series.name, String(number ?? ""));
  if (fault === "mixed") return messages.mixed(series.name, String(number ?? ""));
  return messages.bare(series.name, number === undefined ? "" : ` ${number}`);
}

function fixesOf({ series, row, formula, value, fault, range }: Wrong, { workbook }: CheckContext): Fix[] {
  const isTooMuch = fault === "hundred-under-percent" || fault === "mixed-hundred";
  const place = [range.sheet, range.top, range.left] as const;
  if (formula !== undefined) {
    const right = scaleFormula(formula, isTooMuch ? 0.01 : 100) ?? rightFormula(series, row, workbook, { asRatio: isTooMuch });
    return right === undefined || right === formula ? [] : [{ title: { zh: `改为 ${right}`, en: `Change to ${right}` }, safe: false, edits: [setCell(...place, { formula }, { formula: right })] }];
  }
  if (value === undefined) return [];
  const right = Number((isTooMuch ? value / 100 : value * 100).toPrecision(12));
  return [{ title: { zh: `改为 ${right}`, en: `Change to ${right}` }, safe: false, edits: [setCell(...place, value, right)] }];
}

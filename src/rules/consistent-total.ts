import { stringifyAddress } from "../core/address";
import type { Fix } from "../core/diagnostic";
import { setCell } from "../core/edit";
import { defineRule, type Report } from "../core/rule";
import { quote } from "../core/text";
import { cellRange, contentAt, formulaAt, type Rectangle, type Workbook, type Worksheet } from "../core/workbook";
import { judgementOf, verdictsOf } from "../measurements/measurements";
import { rightFormula } from "../measurements/right-formula";
import type { Series } from "../measurements/series";
import { findingsOf, type UnlikeSum } from "../ranges/findings";
import { shortWholes } from "../ranges/shares-of-whole";
import type { OddSum } from "../ranges/odd-sums";

export const messages = {
  leavesOut: (formula: string, missing: string) => ({
    zh: `合计“${quote(formula, 60)}”漏加了${missing}，与它加的数连在一起；请把求和范围补全`,
    en: `The total “${quote(formula, 60)}” leaves out ${missing}, which goes on from what it adds; please extend the range`,
  }),
  countsTwice: (formula: string, subtotal: string) => ({
    zh: `合计“${quote(formula, 60)}”把小计${subtotal}和它的明细一起加了，重复计算；请只加明细或者只加小计`,
    en: `The total “${quote(formula, 60)}” adds the subtotal ${subtotal} together with its own parts and counts them twice; please add either`,
  }),
  unlike: (formula: string, missing: string, surplus: string, at: string, other: string) => ({
    zh: `合计“${quote(formula, 60)}”${[missing === "" ? "" : `漏加了${missing}`, surplus === "" ? "" : `多加了${surplus}`].filter((part) => part !== "").join("，")}，与其他合计（如${at}：“${quote(other, 60)}”）的范围不一致；请核对`,
    en: `The total “${quote(formula, 60)}” ${[missing === "" ? "" : `leaves out ${missing}`, surplus === "" ? "" : `takes in ${surplus}`].filter((part) => part !== "").join(" and ")}, unlike the other totals (${at}: “${quote(other, 60)}”); please check`,
  }),
  typedTotal: (value: number, computed: number, formula: string) => ({
    zh: `合计是手工填的${value}，各部分相加（${quote(formula, 60)}）为${shown(computed)}，两者不符；请核对，宜改为公式`,
    en: `The total ${value} is typed in, its parts (${quote(formula, 60)}) add up to ${shown(computed)}; please check, better by a formula`,
  }),
  ofRatios: (name: string, formula: string, isMean: boolean) => ({
    zh: `“${quote(name)}”的合计“${quote(formula, 60)}”把各行的比率${isMean ? "取了平均" : "加在一起"}；各行的分母不同，合计的比率应为合计的分子除以合计的分母`,
    en: `The total “${quote(formula, 60)}” of “${quote(name)}” ${isMean ? "averages" : "adds up"} the ratios of its rows; their denominators differ, so it must be the total numerator over the total denominator`,
  }),
  notWhole: (sum: number, parts: number) => ({
    zh: `这一列是构成，${parts} 项相加是 ${sum}%，不是 100%：有的项漏了、重了，或者分母不一样。请逐项核对`,
    en: `This column is the make-up of a whole, but its ${parts} parts add up to ${sum} %, not to 100 %: one is missing, counted twice or of another denominator. Please check them`,
  }),
  useSum: (formula: string) => ({ zh: `改为“${quote(formula, 60)}”`, en: `Write “${quote(formula, 60)}”` }),
};

export default defineRule({
  id: "consistent-total",
  description: {
    zh: "合计不等于各部分之和，报上去就对不上账：求和范围漏了相邻的行、把小计重复加进去、与同一行其他合计范围不同，或者手工填的合计不对；列里只差进位的不报",
    en: "A total that is not the sum of its parts: a range that leaves out the next row, adds subtotals twice or differs from the other totals of its row, or a wrong total typed in; differences of rounding are passed over",
  },
  severity: "error",
  scope: "workbook",
  *check(context) {
    const { workbook } = context;
    const { isDecided } = judgementOf(context);
    for (const { range, series, row, formula, isMean } of verdictsOf("consistent-total", context)) yield { range, message: messages.ofRatios(series.name, formula, isMean), fixes: ratioOfTotals(series, row, formula, workbook) };
    for (const worksheet of workbook.worksheets) {
      const { oddSums, unlikeSums, typedOver } = findingsOf(worksheet);
      for (const { row, column, sum, parts } of shortWholes(worksheet)) yield { range: cellRange(worksheet.name, row, column), message: messages.notWhole(sum, parts) };
      // a definition has decided already what stands here
      for (const odd of oddSums) if (!isDecided(worksheet.name, odd.row, odd.column)) yield ofOddSum(worksheet, odd);
      for (const unlike of unlikeSums) if (!isDecided(worksheet.name, unlike.odd.row, unlike.odd.column)) yield ofUnlikeSum(worksheet, unlike);
      for (const { row, column, value, computed, expected, isTotal } of typedOver) {
        if (isTotal && !isDecided(worksheet.name, row, column)) yield reportOf(worksheet, row, column, messages.typedTotal(value, computed, expected), expected);
      }
    }
  },
});

function ratioOfTotals(series: Series, row: number, formula: string, workbook: Workbook): Fix[] {
  const right = rightFormula(series, row, workbook);
  return right === undefined ? [] : [{ title: messages.useSum(right), edits: [setCell(series.table.sheet, row, series.column, { formula }, { formula: right })], safe: false }];
}

function ofOddSum(worksheet: Worksheet, { kind, row, column, formula, part, expected }: OddSum): Report {
  const place = stringifyAddress(part);
  return reportOf(worksheet, row, column, kind === "leaves-out" ? messages.leavesOut(formula, place) : messages.countsTwice(formula, place), expected);
}

function ofUnlikeSum(worksheet: Worksheet, { odd, difference }: UnlikeSum): Report {
  const { row, column, formula, expected, model } = odd;
  const other = formulaAt(worksheet, model.row, model.column) ?? "";
  const at = stringifyAddress(cellRange(worksheet.name, model.row, model.column));
  return reportOf(worksheet, row, column, messages.unlike(formula, addresses(difference.leavesOut), addresses(difference.takesIn), at, other), expected);
}

function addresses(areas: readonly Rectangle[]): string {
  return areas.map(stringifyAddress).join("、");
}

/** As a person would write it: no digits that only binary fractions bring along. */
function shown(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function reportOf(worksheet: Worksheet, row: number, column: number, message: Report["message"], expected: string): Report {
  const fix: Fix = { title: messages.useSum(expected), edits: [setCell(worksheet.name, row, column, contentAt(worksheet, row, column), { formula: expected })], safe: false };
  return { range: cellRange(worksheet.name, row, column), message, fixes: [fix] };
}

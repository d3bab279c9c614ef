import { stringifyAddress } from "../core/address";
import type { Fix } from "../core/diagnostic";
import { setCell } from "../core/edit";
import { defineRule, type Report } from "../core/rule";
import { quote } from "../core/text";
import { cellRange, contentAt, formulaAt, isError, valueAt, type Rectangle, type Worksheet } from "../core/workbook";
import { judgementOf } from "../measurements/measurements";
import { findingsOf } from "../ranges/findings";
import type { OddCell } from "../ranges/odd-cell";

type Others = { readonly line: "row" | "column"; readonly count: number; readonly at: string; readonly formula: string };

export const messages = {
  differs: (formula: string, expected: string, { line, count, at, formula: other }: Others) => ({
    zh: `这里算的是“${quote(formula, 60)}”，${line === "column" ? "同一列" : "同一行"}另有${count}个单元格按另一个样子算（如${at}：“${quote(other, 60)}”），照此这里应为“${quote(expected, 60)}”；请核对是不是引用错了单元格`,
    en: `This cell computes “${quote(formula, 60)}” while ${count} cells of its ${line} compute another pattern (${at}: “${quote(other, 60)}”), which here would be “${quote(expected, 60)}”; please check what it refers to`,
  }),
  shortSum: (formula: string, missing: string, { line, at, formula: other }: Others) => ({
    zh: `“${quote(formula, 60)}”没有包括${missing}，${line === "column" ? "同一列" : "同一行"}的其他合计（如${at}：“${quote(other, 60)}”）包括；那里现在没有数，填上以后就会漏加，请改成一致`,
    en: `“${quote(formula, 60)}” leaves out ${missing}, which the other sums of its ${line} take in (${at}: “${quote(other, 60)}”); nothing stands there yet, but once filled in it will be missing`,
  }),
  typedOver: (value: number, expected: string, computed: number) => ({
    zh: `旁边都是公式，这里是手工填的${value}，与公式“${quote(expected, 60)}”的结果${shown(computed)}不符；请核对，应填公式`,
    en: `${value} is typed in among formulas and is not what “${quote(expected, 60)}” gives (${shown(computed)}); please check, a formula belongs here`,
  }),
  useNeighbours: (expected: string) => ({ zh: `改为“${quote(expected, 60)}”`, en: `Write “${quote(expected, 60)}”` }),
};

export default defineRule({
  id: "consistent-formula",
  description: {
    zh: "一行或一列里大家都是一个算法、个别单元格不同，多半是引用错了、漏了或者手工改过；公式里手写的系数、加分不同视为有意，小计行、首行、期初数不报",
    en: "One cell that computes otherwise than its row or column is mostly a slip; a rate or an addition written into a formula is taken as meant, subtotals, first rows and opening balances are passed over",
  },
  severity: "warning",
  scope: "workbook",
  *check(context) {
    const { isDecided } = judgementOf(context);
    for (const worksheet of context.workbook.worksheets) {
      const { oddCells, shortSums, typedOver } = findingsOf(worksheet);
      const isOpen = ({ row, column }: { readonly row: number; readonly column: number }): boolean => !isDecided(worksheet.name, row, column) && !isError(valueAt(worksheet, row, column));
      for (const odd of oddCells.filter(isOpen)) yield reportOf(worksheet, odd, messages.differs(odd.formula, odd.expected, othersOf(worksheet, odd)));
      for (const { odd, difference } of shortSums) if (isOpen(odd)) yield reportOf(worksheet, odd, messages.shortSum(odd.formula, addresses(difference.leavesOut), othersOf(worksheet, odd)));
      for (const odd of typedOver) if (!odd.isTotal && isOpen(odd)) yield reportOf(worksheet, odd, messages.typedOver(odd.value, odd.expected, odd.computed));
    }
  },
});

/** As a person would write it: no digits that only binary fractions bring along. */
function shown(value: number): string {
  return String(Number(value.toPrecision(12)));
}

function addresses(areas: readonly Rectangle[]): string {
  return areas.map(stringifyAddress).join("、");
}

function othersOf(worksheet: Worksheet, { line, count, model }: OddCell): Others {
  return { line, count, at: stringifyAddress(cellRange(worksheet.name, model.row, model.column)), formula: formulaAt(worksheet, model.row, model.column) ?? "" };
}

function reportOf(worksheet: Worksheet, { row, column, expected }: { readonly row: number; readonly column: number; readonly expected: string }, message: Report["message"]): Report {
  const fix: Fix = { title: messages.useNeighbours(expected), edits: [setCell(worksheet.name, row, column, contentAt(worksheet, row, column), { formula: expected })], safe: false };
  return { range: cellRange(worksheet.name, row, column), message, fixes: [fix] };
}

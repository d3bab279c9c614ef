import { stringifyAddress } from "../../src/core/address";
import { formulaAt } from "../../src/core/workbook";
import { compareFormula } from "../../src/measurements/compare-formula";
import { describeFormula } from "../../src/measurements/describe";
import { rightFormula } from "../../src/measurements/right-formula";
import type { Workbook } from "../../src/core/workbook";
import { drawnBook, seriesIn } from "../support/series";

/** What is said of every formula of the first worksheet's measurements, by cell. */
function compared(book: Workbook): Record<string, string> {
  const found: Record<string, string> = {};
  for (const series of seriesIn(book).filter(({ table }) => table.sheet === "Sheet1")) {
    for (const row of series.rows) {
      const formula = formulaAt(series.table.worksheet, row, series.column);
      if (formula === undefined) continue;
      const comparison = compareFormula(series, row, formula, book);
      const at = stringifyAddress({ top: row, left: series.column, bottom: row, right: series.column });
      if (comparison.kind !== "different") found[at] = comparison.kind;
      else {
        const { difference } = comparison;
        const detail = difference.kind === "factor" ? ` ${difference.factor}` : difference.kind === "column" || difference.kind === "row" ? ` ${stringifyAddress(difference.taken)} for ${stringifyAddress(difference.expected)}` : difference.kind === "total-of-ratios" && difference.isMean ? " mean" : "";
        found[at] = `${difference.kind}${detail}`;
      }
    }
  }
  return found;
}

const header = "县区 | 县域内门急诊人次 | 门急诊总人次 | 住院总人次 | 县域就诊率(%)\n";

test.each<[string, string]>([
  ["=B2/C2*100", "same"],
  ["=B2*100/C2", "same"],
  ["=100/C2*B2", "same"],
  ["=SUM(B2)/SUM(C2)*100", "same"],
  ["=ROUND(IF(C2>0,B2/C2,0)*100,1)", "same"],
  ["=$B$2/$C$2%", "factor 1"],
  ["=B2/C2", "factor 0.01"],
  ["=B2/C2*10000", "factor 100"],
  ["=C2/B2*100", "swapped"],
  ["=C2/B2", "swapped"],
  ["=D2/C2*100", "column D2 for B2"],
  ["=B2/D2*100", "column D2 for C2"],
  ["=B3/C2*100", "row B3 for B2"],
  ["=B3/C3*100", "row B3 for B2"],
  ["=(B2-C2)/C2*100", "other"],
  ["=B2*C2", "other"],
  ["=B2/(B2+C2)*100", "other"],
  ["=B2", "other"],
  ["=B2-C2+100", "other"],
  ['=INDIRECT("B2")/C2*100', "unreadable"],
  ["=88", "unreadable"],
  ["=TODAY()/C2", "unreadable"],
  ["=B2/C2*100)", "unreadable"],
])("%s is %s", (formula, expected) => {
  const book = drawnBook(`${header} 甲县 | 880 | 1000 | 100 | ${formula} → 1\n 乙县 | 870 | 1000 | 100 | 87`);
  expect(compared(book)).toEqual({ E2: expected === "factor 1" ? "same" : expected });
});

test.each<[string, string]>([
  ["=B4/C4*100", "same"],
  ["=SUM(B2:B3)/SUM(C2:C3)*100", "same"],
  ["=SUM(E2:E3)", "total-of-ratios"],
  ["=AVERAGE(E2:E3)", "total-of-ratios mean"],
  ["=(E2+E3)/2", "total-of-ratios mean"],
])("of a total %s is %s", (formula, expected) => {
  const book = drawnBook(`${header} 甲县 | 880 | 1000 | 100 | 88\n 乙县 | 870 | 1000 | 100 | 87\n 合计 | =SUM(B2:B3) → 1750 | =SUM(C2:C3) → 2000 | | ${formula} → 87.5`);
  expect(compared(book)).toEqual({ E4: expected });
});

const ledger = "项目 | 单位 | 数值\n 县域内门急诊人次 | 人次 | 880\n 门急诊总人次 | 人次 | 1000\n 住院总人次 | 人次 | 100";
const byCounty = "县区 | 县域内门急诊人次 | 门急诊总人次 | 住院总人次\n 甲县 | 880 | 1000 | 100\n 乙县 | 870 | 1000 | 100";

test.each<[string, string]>([
  ["=台账!C2/台账!C3*100", "same"],
  ["=台账!C3/台账!C2*100", "swapped"],
  ["=台账!C2/台账!C4*100", "row C4 for C3"],
  ["=台账!C2/台账!C3", "factor 0.01"],
])("from items of another sheet %s is %s", (formula, expected) => {
  expect(compared(drawnBook(`指标 | 单位 | 指标值\n 县域就诊率 | % | ${formula} → 1`, { 台账: ledger }))).toEqual({ C2: expected });
});

// here nothing but the labels of the formula's own cells says what they are
test.each<[string, string]>([
  ["=各县!B2/各县!C2*100", "same"],
  ["=各县!C2/各县!B2*100", "swapped"],
  ["=各县!B2/各县!D2*100", "column D2 for C2"],
  ["=各县!B3/各县!C2*100", "row B3 for B2"],
  ["=各县!B2/各县!C2*10", "factor 0.1"],
  ["=SUMIFS(各县!B:B,各县!A:A,A2)/SUMIFS(各县!C:C,各县!A:A,A2)*100", "same"],
  ["=VLOOKUP(A2,各县!A:D,2,0)/VLOOKUP(A2,各县!A:D,3,0)*100", "same"],
  ["=VLOOKUP(A2,各县!A:D,2,0)/VLOOKUP(A2,各县!A:D,4,0)*100", "column D2 for C2"],
])("from another table of counties %s is %s", (formula, expected) => {
  expect(compared(drawnBook(`县区 | 县域就诊率(%)\n 甲县 | ${formula} → 1\n 乙县 | 87`, { 各县: byCounty }))).toEqual({ B2: expected });
});

test("cells that only pass numbers on are read through", () => {
  const book = drawnBook(`县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | =各县!B2 → 880 | =各县!C2 → 1000 | =各县!B2/各县!C2*100 → 88\n 乙县 | =各县!B3 → 870 | =各县!C3 → 1000 | =各县!C3/各县!B3*100 → 115`, { 各县: byCounty });
  expect(compared(book)).toEqual({ D2: "same", D3: "swapped" });
});

test.each<{ name: string; sheet: string; others?: Record<string, string>; says: string; right: string | undefined }>([
  { name: "columns", sheet: `${header} 甲县 | 880 | 1000 | 100 | =D2/C2*100 → 1`, says: "住院总人次（D2） ÷ 门急诊总人次 × 100", right: "=B2/C2*100" },
  { name: "another row", sheet: `${header} 甲县 | 880 | 1000 | 100 | =B3/C2*100 → 1\n 乙县 | 870 | 1000 | 100 | =ROUND(B3/C3*100,1) → 87`, says: "县域内门急诊人次（B3） ÷ 门急诊总人次 × 100", right: "=ROUND(B2/C2*100,1)" },
  { name: "rows", sheet: "指标 | 分子 | 分母 | 指标值\n 县域就诊率(%) | 880 | 1000 | =C2/B2 → 1.1", says: "参保人员门急诊总人次 ÷ 参保人员县域内门急诊人次", right: "=B2/C2*100" },
  { name: "items of another sheet", sheet: "指标 | 单位 | 指标值\n 县域就诊率 | % | =台账!C4/台账!C3*100 → 1", others: { 台账: ledger }, says: "住院总人次（台账!C4） ÷ 门急诊总人次 × 100", right: "=台账!C2/台账!C3*100" },
  { name: "another table of counties", sheet: "县区 | 县域就诊率(%)\n 甲县 | =各县!C2/各县!B2*100 → 1", others: { 各县: byCounty }, says: "甲县的门急诊总人次（各县!C2） ÷ 甲县的县域内门急诊人次（各县!B2） × 100", right: undefined },
  { name: "growth", sheet: "医院 | 2024年医疗收入 | 2023年医疗收入 | 医疗费用增长率(%)\n 甲院 | 110 | 100 | =(B2-C2)/B2*100 → 9", says: "（2024年医疗收入 − 2023年医疗收入） ÷ 2024年医疗收入 × 100", right: "=(B2-C2)/C2*100" },
])("says in the headers' words what a formula over $name computes, and writes the right one", ({ sheet, others = {}, says, right }) => {
  const book = drawnBook(sheet, others);
  const [series] = seriesIn(book);
  const row = series?.rows[0];
  if (series === undefined || row === undefined) throw new Error("no series");
  const comparison = compareFormula(series, row, formulaAt(series.table.worksheet, row, series.column) ?? "", book);
  if (comparison.kind !== "different") throw new Error(comparison.kind);
  expect(describeFormula(comparison.read, series, row, book)).toBe(says);
  expect(rightFormula(series, row, book)).toBe(right);
});

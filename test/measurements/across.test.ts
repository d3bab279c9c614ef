import { stringifyAddress } from "../../src/core/address";
import { check } from "../../src/core/check";
import { defaultSettings } from "../../src/core/settings";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { workbook } from "../support/sheet";

/** Everything said at error or warning, in reading order. */
function said(...sheets: string[]): string[] {
  const { diagnostics } = check({ workbook: workbook(...sheets), templates, rules, settings: defaultSettings("2025-11-30") });
  return diagnostics.filter(({ severity }) => severity !== "info").map(({ range, rule }) => `${range.sheet === "Sheet1" ? "" : `${range.sheet}!`}${stringifyAddress(range)} ${rule}`);
}

const layouts: { readonly name: string; readonly sheets: string[]; readonly expected: string[] }[] = [
  {
    name: "counties side by side, numerator and denominator in rows above the rate",
    sheets: [`
      2024年县域医共体监测汇总表 | < | < | < | <
      填报单位：市卫健委 | | | | 单位：人次、%
      指标名称 | 云溪县 | 青石县 | 白沙县 | 合计
      参保人员县域内门急诊人次 | 8800 | 9100 | 7600 | =SUM(B4:D4) → 25500
      参保人员门急诊总人次 | 10000 | 10500 | 9000 | =SUM(B5:D5) → 29500
      县域就诊率(%) | =B4/B5*100 → 88 | =C5/C4*100 → 115.38 | =D4/D5*100 → 84.44 | =E4/E5*100 → 86.44
      县域内住院人次 | 820 | 910 | 700 | =SUM(B7:D7) → 2430
      住院总人次 | 1000 | 1100 | 900 | =SUM(B8:D8) → 3000
      县域内住院人次占比(%) | =B7/B8*100 → 82 | =C7/C8*100 → 82.73 | =D7/D8 → 0.7778 | =AVERAGE(B9:D9) → 55.17
      填表人：张三 | | 审核人：李四 | |
    `],
    expected: ["C6 valid-indicator-formula", "D9 valid-percent-scale", "E9 consistent-total"],
  },
  {
    name: "typed-in rates, right and wrong, and a rate over the county beside",
    sheets: [`
      指标 | 计量单位 | 甲县 | 乙县 | 丙县 | 全市
      负债合计 | 万元 | 4500 | 5200 | 3900 | =SUM(C2:E2) → 13600
      资产合计 | 万元 | 10000 | 10300 | 8800 | =SUM(C3:E3) → 29100
      资产负债率 | % | 45 | 61.5 | =E2/D3*100 → 37.86 | =F2/F3*100 → 46.74
    `],
    expected: ["C4 require-indicator-formula", "D4 consistent-indicator-value", "E4 valid-indicator-formula"],
  },
  {
    name: "months and sums of months, 项目 over the rows",
    sheets: [`
      项目 | 1月 | 2月 | 3月 | 一季度
      出院者占用总床日数 | 8000 | 7500 | 8200 | =SUM(B2:D2) → 23700
      出院人数 | 1000 | 950 | 1010 | =SUM(B3:D3) → 2960
      平均住院日（天） | =B2/B3 → 8 | =C3/C2 → 0.127 | =D2/D3 → 8.12 | =AVERAGE(B4:D4) → 5.41
    `],
    expected: ["C4 valid-indicator-formula", "E4 consistent-total"],
  },
  {
    name: "a block of rows for each hospital below one another",
    sheets: [`
      指标 | 单位 | 2023年 | 2024年
      一、县人民医院 | | |
      负债合计 | 万元 | 400 | 450
      资产合计 | 万元 | 1000 | 1050
      资产负债率 | % | =C3/C4*100 → 40 | =D3/D4*100 → 42.86
      二、县中医院 | | |
      负债合计 | 万元 | 300 | 350
      资产合计 | 万元 | 800 | 850
      资产负债率 | % | =C7/C8*100 → 37.5 | =D8/D7*100 → 242.86
    `],
    expected: ["D9 valid-indicator-formula"],
  },
  {
    name: "分子： and 分母： below their indicator",
    sheets: [`
      序号 | 指标名称 | 2023年 | 2024年
      1 | 县域就诊率(%) | =C3/C4*100 → 88 | =D4/D3*100 → 112.2
       | 分子：参保人员县域内门急诊人次 | 8800 | 9000
       | 分母：参保人员门急诊总人次 | 10000 | 10100
    `],
    expected: ["D2 valid-indicator-formula"],
  },
  {
    name: "a rate that only the note below defines, and nothing else wrong",
    sheets: [`
      街道 | 泊位总数 | 接入泊位数 | 泊位接入率（%）
      东街 | 100 | 80 | =C2/B2*100 → 80
      西街 | 200 | 150 | =B3/C3*100 → 133.3
      合计 | =SUM(B2:B3) → 300 | =SUM(C2:C3) → 230 | =C4/B4*100 → 76.67
      注：泊位接入率=接入泊位数/泊位总数×100%
    `],
    expected: ["D3 valid-indicator-formula"],
  },
  {
    name: "numbers stored as text and words among the places, each with its own inputs",
    sheets: [`
      指标 | 甲院 | 乙院 | 丙院
      负债合计 | "400" | 500 | 480
      资产合计 | 1000 | 待核 | 1200
      资产负债率(%) | =B2/B3*100 → 40 | =C2/C3*100 → #VALUE! | =D2/D3*100 → 40
    `],
    expected: ["B2 no-text-number", "C3 require-indicator-input"],
  },
  {
    name: "growth over rows that name their years",
    sheets: [`
      指标 | 甲院 | 乙院 | 合计
      2024年医疗收入（万元） | 1100 | 1250 | =B2+C2 → 2350
      2023年医疗收入（万元） | 1000 | 1200 | =B3+C3 → 2200
      医疗费用增长率（%） | =(B2-B3)/B3*100 → 10 | =(C2-C3)/C2*100 → 4 | =(D2-D3)/D3*100 → 6.82
    `],
    expected: ["C4 valid-indicator-formula"],
  },
  {
    name: "a rate without % in its name: the other places show the scale",
    sheets: ["指标 | 甲县 | 乙县 | 丙县 | 全市\n县域内住院人次 | 88 | 87 | 86 | =SUM(B2:D2) → 261\n住院总人次 | 100 | 100 | 100 | =SUM(B3:D3) → 300\n县域内住院人次占比 | =B2/B3*100 → 88 | =C2/C3*100 → 87 | =D2/D3 → 0.86 | =E2/E3*100 → 87"],
    expected: ["D4 valid-percent-scale"],
  },
  {
    name: "the numbers of each hospital on another sheet, one taken from the hospital beside",
    sheets: [
      "指标名称 | 计量单位 | 县人民医院 | 县中医院 | 全县\n资产负债率 | % | =Sheet2!B2/Sheet2!C2*100 → 40 | =Sheet2!B2/Sheet2!C3*100 → 44.44 | =Sheet2!B4/Sheet2!C4*100 → 36.84",
      "机构 | 负债合计 | 资产合计\n县人民医院 | 400 | 1000\n县中医院 | 300 | 900\n合计 | =SUM(B2:B3) → 700 | =SUM(C2:C3) → 1900",
    ],
    expected: ["D2 valid-indicator-formula"],
  },
  {
    name: "a table for each year below one another, one number taken from the year above",
    sheets: [`
      一、2023年 | < | < | <
      指标 | 甲县 | 乙县 | 全市
      县域内住院人次 | 80 | 85 | =B3+C3 → 165
      住院总人次 | 100 | 101 | =B4+C4 → 201
      县域内住院人次占比(%) | =B3/B4*100 → 80 | =C3/C4*100 → 84.16 | =D3/D4*100 → 82.09

      二、2024年 | < | < | <
      指标 | 甲县 | 乙县 | 全市
      县域内住院人次 | 82 | 86 | =B9+C9 → 168
      住院总人次 | 102 | 103 | =B10+C10 → 205
      县域内住院人次占比(%) | =B9/B4*100 → 82 | =C10/C9*100 → 119.77 | =D9/D10*100 → 81.95
    `],
    expected: ["B11 valid-indicator-formula", "C11 valid-indicator-formula"],
  },
  {
    name: "a form that nobody has filled in yet, with its sums and guards",
    sheets: ['指标 | 单位 | 甲县 | 乙县 | 全市\n县域内住院人次 | 人次 | | | =SUM(C2:D2) → 0\n住院总人次 | 人次 | | | =SUM(C3:D3) → 0\n县域内住院人次占比 | % | =IF(C3=0,"",C2/C3*100) | =IF(D3=0,"",D2/D3*100) | =IF(E3=0,"",E2/E3*100)'],
    expected: [],
  },
  {
    name: "a sum through the sheets of all hospitals beside sums that name them",
    sheets: ["项目 | 数值\n医疗收入 | =Sheet2!B2+Sheet3!B2 → 30\n药品收入 | =SUM(Sheet2:Sheet3!B3) → 7\n门诊收入 | =Sheet2!B4+Sheet3!B4 → 9\n住院收入 | =Sheet2!B5+Sheet3!B5 → 9", "项目 | 数值\n医疗收入 | 10\n药品收入 | 3\n门诊收入 | 4\n住院收入 | 4", "项目 | 数值\n医疗收入 | 20\n药品收入 | 4\n门诊收入 | 5\n住院收入 | 5"],
    expected: [],
  },
];

test.each(layouts)("$name", ({ sheets, expected }) => {
  expect(said(...sheets)).toEqual(expected);
});

import { stringifyAddress } from "../../src/core/address";
import { check } from "../../src/core/check";
import { defaultSettings } from "../../src/core/settings";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { exampleDay } from "../support/rule-tester";
import { sheet, workbook } from "../support/sheet";

type Example = { readonly name: string; readonly sheet: string; readonly others?: Readonly<Record<string, string>>; readonly formats?: Readonly<Record<string, string>>; /** Everything that all rules say, at any severity. */ readonly expected: readonly string[] };

const header = "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)";

/** One cause, one diagnostic, at its root. */
const examples: readonly Example[] = [
  {
    name: "an error that comes of a blank, a text or a 0 among the inputs",
    sheet: `${header}\n 甲县 | 880 | | =B2/C2*100 → #DIV/0!\n 乙县 | 未报 | 1000 | =B3/C3*100 → #VALUE!\n 丙县 | 880 | 0 | =B4/C4*100 → #DIV/0!\n 丁县 | 870 | 1000 | =B5/C5*100 → 87`,
    expected: ["C2 require-indicator-input", "B3 require-indicator-input", "C4 require-indicator-input"],
  },
  {
    name: "an error that comes of an error among the inputs",
    sheet: `${header}\n 甲县 | =Z1/0 → #DIV/0! | 1000 | =B2/C2*100 → #DIV/0!\n 乙县 | 870 | 1000 | =B3/C3*100 → 87`,
    expected: ["B2 no-formula-error"],
  },
  {
    name: "an error that comes of a number stored as text",
    sheet: `${header}\n 甲县 | ８８０ | 1000 | =B2/C2*100 → #VALUE!\n 乙县 | 870 | 1000 | =B3/C3*100 → 87`,
    expected: ["B2 no-text-number"],
  },
  {
    name: "no ×100 under (%)",
    sheet: `${header}\n 甲县 | 880 | 1000 | =B2/C2*100 → 88\n 乙县 | 870 | 1000 | =B3/C3 → 0.87\n 丙县 | 860 | 1000 | =B4/C4*100 → 86`,
    expected: ["D3 valid-percent-scale"],
  },
  {
    name: "the mean and the sum of ratios, typed in as formulas",
    sheet: `${header}\n 甲县 | 880 | 1000 | =B2/C2*100 → 88\n 乙县 | 1800 | 2000 | =B3/C3*100 → 90\n 合计 | =SUM(B2:B3) → 2680 | =SUM(C2:C3) → 3000 | =AVERAGE(D2:D3) → 89`,
    expected: ["D4 consistent-total"],
  },
  {
    name: "a sum of ratios is also far above 100",
    sheet: `${header}\n 甲县 | 880 | 1000 | =B2/C2*100 → 88\n 乙县 | 1800 | 2000 | =B3/C3*100 → 90\n 合计 | =SUM(B2:B3) → 2680 | =SUM(C2:C3) → 3000 | =SUM(D2:D3) → 178`,
    expected: ["D4 consistent-total"],
  },
  {
    name: "the mean of a quarter's days, beside the mean of scores, which may be meant",
    sheet: "月份 | 出院者占用总床日数 | 出院人数 | 平均住院日（天） | 门诊患者满意度（%）\n 1月 | 8000 | 1000 | =B2/C2 → 8 | 93\n 2月 | 8100 | 1000 | =B3/C3 → 8.1 | 94\n 3月 | 7900 | 1000 | =B4/C4 → 7.9 | 95\n 一季度 | =SUM(B2:B4) → 24000 | =SUM(C2:C4) → 3000 | =AVERAGE(D2:D4) → 8 | =AVERAGE(E2:E4) → 94",
    expected: ["D5 consistent-total"],
  },
  {
    name: "a wrong growth formula among right ones",
    sheet: "医院 | 本年医疗收入 | 上年医疗收入 | 医疗费用增长率(%)\n 甲院 | 110 | 100 | =(B2-C2)/C2*100 → 10\n 乙院 | 109 | 100 | =(B3-C3)/B3*100 → 8.3\n 丙院 | 108 | 100 | =(B4-C4)/C4*100 → 8",
    expected: ["D3 valid-indicator-formula"],
  },
  {
    name: "a growth formula with its sign turned round",
    sheet: "医院 | 本年医疗收入 | 上年医疗收入 | 医疗费用增长率(%)\n 甲院 | 110 | 100 | =(C2-B2)/C2*100 → -10\n 乙院 | 109 | 100 | =(B3-C3)/C3*100 → 9\n 丙院 | 108 | 100 | =(B4-C4)/C4*100 → 8",
    expected: ["D2 valid-indicator-formula"],
  },
  {
    name: "typed in wrong and typed in right",
    sheet: `${header}\n 甲县 | 880 | 1000 | 91\n 乙县 | 870 | 1000 | 87\n 丙县 | 860 | 1000 | =B4/C4*100 → 86`,
    expected: ["D2 consistent-indicator-value", "D3 require-indicator-formula"],
  },
  {
    name: "a wrong formula whose value is also out of range and misses its target",
    sheet: "指标名称 | 分子 | 分母 | 指标值 | 目标值 | 上年值\n 县域就诊率(%) | 880 | 1000 | =C2/B2*100 → 113.6 | 120 | 60",
    expected: ["D2 valid-indicator-formula"],
  },
  {
    name: "a part above its whole, so that the share is above 100",
    sheet: `${header}\n 甲县 | 1200 | 1000 | =B2/C2*100 → 120\n 乙县 | 870 | 1000 | =B3/C3*100 → 87`,
    expected: ["B2 consistent-parts"],
  },
  {
    name: "×100 under a percent format, so that the share is above 100",
    sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率\n 甲县 | 880 | 1000 | =B2/C2*100 → 88\n 乙县 | 870 | 1000 | =B3/C3 → 0.87",
    formats: { "D2:D3": "0.0%" },
    expected: ["D2 valid-percent-scale"],
  },
  {
    name: "the column that all rows take wrongly, where neighbours agree",
    sheet: `${header}\n 甲县 | 880 | 1000 | =C2/B2*100 → 113.6\n 乙县 | 870 | 1000 | =C3/B3*100 → 114.9\n 丙县 | 860 | 1000 | =C4/B4*100 → 116.3`,
    expected: ["D2 valid-indicator-formula", "D3 valid-indicator-formula", "D4 valid-indicator-formula"],
  },
  {
    name: "the one right formula among wrong ones is not unlike its neighbours",
    sheet: `${header}\n 甲县 | 880 | 1000 | =C2/B2*100 → 113.6\n 乙县 | 870 | 1000 | =C3/B3*100 → 114.9\n 丙县 | 860 | 1000 | =B4/C4*100 → 86\n 丁县 | 860 | 1000 | =C5/B5*100 → 116.3`,
    expected: ["D2 valid-indicator-formula", "D3 valid-indicator-formula", "D5 valid-indicator-formula"],
  },
  {
    name: "a column nobody defines, where the neighbours decide",
    sheet: "县区 | 甲 | 乙 | 系数\n 云溪 | 1 | 2 | =B2+C2 → 3\n 青石 | 2 | 2 | =B3+C3 → 4\n 白沙 | 3 | 2 | =B4+B4 → 6\n 柳河 | 4 | 2 | =B5+C5 → 6\n 石门 | 4 | 3 | =B6+C6 → 7",
    expected: ["D4 consistent-formula"],
  },
  {
    name: "a target missed says it of a sound value only",
    sheet: "指标名称 | 分子 | 分母 | 指标值 | 目标值\n 县域就诊率(%) | 880 | 1000 | =B2/C2*100 → 88 | 90\n 县域内住院人次占比(%) | 60 | 100 | 55 | 85",
    expected: ["D2 meet-target", "D3 consistent-indicator-value"],
  },
  {
    name: "the definition written wrongly beside the formula that follows it",
    sheet: "指标名称 | 分子 | 分母 | 指标值 | 计算公式\n 县域就诊率(%) | 880 | 1000 | =B2/C2*100 → 88 | 门急诊总人次/县域内门急诊人次×100%",
    expected: ["E2 consistent-definition"],
  },
  {
    name: "a sound sheet: title, units, totals, targets, remarks",
    sheet: `
      云溪市2024年医共体监测指标表 | < | < | < | < | < | <
      序号 | 指标名称 | 计量单位 | 分子 | 分母 | 指标值 | 目标值
      1 | 县域就诊率 | % | 910 | 1000 | =ROUND(D3/E3*100,2) → 91 | 90%以上
      2 | 公立医院平均住院日 | 天 | 8000 | 1000 | =IFERROR(D4/E4,"") → 8 | 不高于8.5
      3 | 公立医院资产负债率 | % | 45 | 100 | =D5/E5*100 → 45 | 逐年下降
      注：数据来源于医保、卫健部门 | | | | | |
    `,
    expected: [],
  },
];

test.each(examples)("$name", ({ sheet: text, others = {}, formats = {}, expected }) => {
  const book = workbook(sheet(text, { formats }), ...Object.entries(others).map(([name, drawing]) => sheet(drawing, { name })));
  const { diagnostics } = check({ workbook: book, templates, rules, settings: defaultSettings(exampleDay) });
  expect(diagnostics.map(({ range, rule }) => `${range.sheet === "Sheet1" ? "" : `${range.sheet}!`}${stringifyAddress(range)} ${rule}`)).toEqual(expected);
});

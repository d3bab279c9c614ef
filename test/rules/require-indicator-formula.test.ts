import rule, { messages } from "../../src/rules/require-indicator-formula";
import { testRule } from "../support/rule-tester";

const visits = "“县域内门急诊人次”、“门急诊总人次”";

testRule(rule, {
  valid: [
    { name: "formulas, right and wrong", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | =B2/C2*100 → 88\n 乙县 | 870 | 1000 | =C3/B3*100 → 114.9" },
    { name: "values whose inputs are not in the workbook", sheet: "指标名称 | 指标值 | 目标值\n 县域就诊率(%) | 88 | 90\n 公立医院平均住院日 | 8 | 8" },
    { name: "one input only", sheet: "县区 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 1000 | 88" },
    { name: "a typed-in wrong value, which another rule reports", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | 87" },
    { name: "the wrong scale, which another rule reports", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | 0.88" },
    { name: "a denominator of 0", sheet: "指标名称 | 分子 | 分母 | 指标值\n 县域就诊率(%) | 0 | 0 | 0" },
    { name: "blank inputs, an empty value, a level that is awarded", sheet: "指标名称 | 分子 | 分母 | 指标值\n 县域就诊率(%) | 880 | | 88\n 公立医院平均住院日 | 8000 | 1000 |\n 电子病历应用功能水平分级 | | | 5" },
    { name: "an indicator that nobody defines", sheet: "县区 | 常住人口 | 耕地面积 | 县域就诊率(%)\n 甲县 | 880 | 1000 | 88" },
  ],
  invalid: [
    {
      name: "typed-in numbers among formulas, as they are rounded, also in the row of totals",
      sheet: `
        县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)
        甲县 | 880 | 1000 | =ROUND(B2/C2*100,2) → 88
        乙县 | 8123 | 10000 | 81.2
        合计 | 9003 | 11000 | 81.85
      `,
      problems: [
        { at: "D3", message: messages.typed("县域就诊率(%)", 81.2, visits) },
        { at: "D4", message: messages.typed("县域就诊率(%)", 81.85, visits) },
      ],
      suggested: `
        县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)
        甲县 | 880 | 1000 | =ROUND(B2/C2*100,2)
        乙县 | 8123 | 10000 | =ROUND(B3/C3*100,2)
        合计 | 9003 | 11000 | 81.85
      `,
    },
    {
      name: "one indicator a row, a share written 0.45, and one that only the sheet defines",
      sheet: `
        指标名称 | 分子 | 分母 | 指标值
        公立医院平均住院日 | 8123 | 1000 | 8.12
        公立医院资产负债率 | 45 | 100 | 0.45
        亮灯率（%） | 190 | 200 | 95
      `,
      problems: [
        { at: "D2", message: messages.typed("公立医院平均住院日", 8.12, "“出院者占用总床日数”、“出院人数”") },
        { at: "D3", message: messages.typed("公立医院资产负债率", 0.45, "“负债合计”、“资产合计”") },
        { at: "D4", message: messages.typed("亮灯率（%）", 95, "“分子”、“分母”") },
      ],
      suggested: {
        fix: "改为公式 =B3/C3",
        sheet: `
          指标名称 | 分子 | 分母 | 指标值
          公立医院平均住院日 | 8123 | 1000 | 8.12
          公立医院资产负债率 | 45 | 100 | =B3/C3
          亮灯率（%） | 190 | 200 | 95
        `,
      },
    },
    {
      name: "under a percent format, beside a formula with ×100 that is wrong there",
      sheet: "医院 | 负债合计 | 资产合计 | 资产负债率\n 甲院 | 45 | 100 | =B2/C2*100 → 45\n 乙院 | 52 | 100 | 0.52",
      formats: { "D2:D3": "0.0%" },
      problems: [{ at: "D3", message: messages.typed("资产负债率", 0.52, "“负债合计”、“资产合计”") }],
      suggested: "医院 | 负债合计 | 资产合计 | 资产负债率\n 甲院 | 45 | 100 | =B2/C2*100\n 乙院 | 52 | 100 | =B3/C3",
    },
    {
      name: "inputs on another sheet, its name in quotes where it must be",
      sheet: "指标名称 | 计量单位 | 指标值\n 县域就诊率 | % | 88",
      others: { "2024 台账": "项目 | 数值\n 县域内门急诊人次（万人次） | 8.8\n 门急诊总人次 | 100000" },
      problems: [{ at: "C2", message: messages.typed("县域就诊率", 88, visits) }],
      suggested: "指标名称 | 计量单位 | 指标值\n 县域就诊率 | % | ='2024 台账'!B2*10000/'2024 台账'!B3*100",
    },
    {
      name: "growth, under grouped years",
      sheet: "医院 | 医疗收入（万元） | < | 医疗费用增长率（%）\n ^ | 本年 | 上年 | ^\n 甲院 | 110 | 100 | 10",
      problems: [{ at: "D3", message: messages.typed("医疗费用增长率（%）", 10, "“医疗收入 本年”、“医疗收入 上年”") }],
      suggested: "医院 | 医疗收入（万元） | < | 医疗费用增长率（%）\n ^ | 本年 | 上年 | ^\n 甲院 | 110 | 100 | =(B3-C3)/C3*100",
    },
  ],
});

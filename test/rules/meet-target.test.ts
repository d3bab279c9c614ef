import rule, { messages } from "../../src/rules/meet-target";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    {
      name: "targets that are met, in numbers and in words",
      sheet: `
        指标 | 指标值 | 目标值
        县域就诊率(%) | 90 | 90
        县域就诊率(%) | 91 | ≥90%
        县域就诊率(%) | 92 | 达到90%以上
        县域内住院人次占比(%) | 83.5 | 85%左右
        公立医院平均住院日 | 7.9 | 8
        公立医院平均住院日 | 7.9 | 不高于8天
        公立医院医疗费用增长率(%) | 6 | 控制在8%以内
        公立医院资产负债率(%) | 45 | 40%—50%
        电子病历应用功能水平分级 | 5 | 5
      `,
    },
    {
      name: "targets without a number, or that another number is the measure of",
      sheet: `
        指标 | 指标值 | 目标值
        县域就诊率(%) | 60 | 达到全国平均水平
        公立医院平均住院日 | 12 | 逐年下降
        公立医院医疗费用增长率(%) | 20 | 低于上年5个百分点
        公立医院医护比 | 0.5 | 1:1.6
        县域内住院人次占比(%) | 60 |
        县域内住院人次占比(%) | 60 | 2025年达80%，2030年达90%
      `,
    },
    { name: "an indicator without a direction", sheet: "指标 | 计算公式 | 指标值 | 目标值\n 亮灯率(%) | 亮灯盏数/路灯总盏数×100% | 90 | 95" },
    { name: "values that are no numbers, or wrong", sheet: "指标 | 指标值 | 目标值\n 县域就诊率(%) | 未统计 | 90\n 县域就诊率(%) | | 90\n 县域就诊率(%) | 120 | 130" },
    { name: "a year that has passed against a target without a year", sheet: "指标 | 2023年 | 2024年 | 目标值\n 县域就诊率(%) | 86 | 91 | 90" },
    { name: "a percent format on either side", sheet: "指标 | 指标值 | 目标值\n 县域就诊率 | 0.91 | 90\n 县域就诊率 | 91 | 0.9", formats: { "B2:B2": "0%", "C3:C3": "0%" } },
    { name: "no targets", sheet: "指标 | 指标值\n 县域就诊率(%) | 60" },
  ],
  invalid: [
    {
      name: "too low and too high, each by its direction",
      sheet: `
        指标类别 | 指标名称 | 指标值 | 目标值
        分级诊疗 | 县域就诊率(%) | 88 | 90
         | 县域内住院人次占比(%) | 80 | ≥85%
         | 县域内住院人次占比(%) | 70 | 85%左右
        运营 | 公立医院平均住院日 | 8.5 | 8
         | 公立医院医疗费用增长率(%) | 9.2 | 不高于8%
         | 公立医院资产负债率(%) | 55 | 40%—50%
         | 电子病历应用功能水平分级 | 3 | 4级以上
      `,
      problems: [
        { at: "C2", message: messages.missed("县域就诊率(%)", "88%", "90") },
        { at: "C3", message: messages.missed("县域内住院人次占比(%)", "80%", "≥85%") },
        { at: "C4", message: messages.missed("县域内住院人次占比(%)", "70%", "85%左右") },
        { at: "C5", message: messages.missed("公立医院平均住院日", "8.5天", "8") },
        { at: "C6", message: messages.missed("公立医院医疗费用增长率(%)", "9.2%", "不高于8%") },
        { at: "C7", message: messages.missed("公立医院资产负债率(%)", "55%", "40%—50%") },
        { at: "C8", message: messages.missed("电子病历应用功能水平分级", "3级", "4级以上") },
      ],
    },
    {
      name: "the year's own target, and one under a percent format",
      sheet: "指标 | 2024年 | 2024年目标 | 2025年目标\n 县域就诊率 | 0.86 | 0.9 | 0.92",
      formats: { "B2:D2": "0%" },
      problems: [{ at: "B2", message: messages.missed("县域就诊率", "86%", "90%") }],
    },
    {
      name: "what the workbook's own dictionary gives a direction",
      sheet: "指标 | 本年值 | 2024年目标值\n 亮灯率 | 90 | 95\n 投诉率 | 3 | 2",
      others: { 指标字典: "指标名称 | 计量单位 | 方向\n 亮灯率 | % | 越高越好\n 投诉率 | % | 越低越好" },
      problems: [
        { at: "B2", message: messages.missed("亮灯率", "90%", "95") },
        { at: "B3", message: messages.missed("投诉率", "3%", "2") },
      ],
    },
  ],
});

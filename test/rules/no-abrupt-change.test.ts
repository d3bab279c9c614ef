import rule, { messages } from "../../src/rules/no-abrupt-change";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "values that go together: inpatients above all visits, which is only unusual, shares that make up the whole, long-term debt below debt", sheet: "县区 | 县域就诊率(%) | 县域内住院人次占比(%) | 省域内就诊率(%) | 跨省就医人次占比(%)\n 甲县 | 80 | 88 | 95 | 5.3\n 乙县 | 90 | 90 | 94.5 | 4.9" },
    { name: "small moves, and values as they usually are", sheet: "指标 | 本年值 | 上年值\n 县域就诊率(%) | 88 | 85\n 公立医院平均住院日 | 8 | 9\n 公立医院资产负债率(%) | 45 | 60" },
    { name: "no value before, or one of 0 or in words", sheet: "指标 | 本期 | 上期\n 县域就诊率(%) | 88 |\n 县域就诊率(%) | 88 | 0\n 县域就诊率(%) | 88 | 未开展" },
    { name: "a wider share in the settings", sheet: "指标 | 本年值 | 上年值\n 县域就诊率(%) | 88 | 60", settings: { abruptChange: 0.5 } },
    { name: "shares so small that a tenth of a point is a third of them", sheet: "指标 | 本年值 | 上年值\n 公立医院手术患者并发症发生率(%) | 0.5 | 0.3" },
    { name: "a ratio 1:X written either way", sheet: "指标 | 指标值\n 公立医院医护比 | 1.4\n 公立医院医护比 | 0.7" },
    { name: "an indicator nobody knows, without a value before", sheet: "指标 | 计算公式 | 指标值\n 亮灯率(%) | 亮灯盏数/路灯总盏数×100% | 3" },
    { name: "what is reported as an error already", sheet: "指标 | 分子 | 分母 | 本年值 | 上年值\n 县域就诊率(%) | 880 | 1000 | =C2/B2*100 → 113.6 | 60\n 县域就诊率(%) | | | 120 | 60" },
    { name: "scales that differ by the format only", sheet: "指标 | 本年值 | 上年值\n 县域就诊率(%) | 88 | 0.87", formats: { "C2:C2": "0.0%" } },
    { name: "a value before that is reported itself", sheet: "指标 | 2023年 | 2024年\n 县域就诊率(%) | 8700 | 88" },
  ],
  invalid: [
    {
      name: "moves beyond three tenths, up and down, the year before in a column of its own or beside it",
      sheet: `
        指标名称 | 2022年 | 2023年 | 2024年
        县域就诊率(%) | 55 | 84 | 85
        公立医院平均住院日（天） | 9 | 9 | 6
      `,
      problems: [
        { at: "C2", message: messages.moved("县域就诊率(%)", 84, 55, "53%") },
        { at: "B2", message: messages.unusual("县域就诊率(%)", "55%", "70—99") },
        { at: "D3", message: messages.moved("公立医院平均住院日（天）", 6, 9, "33%") },
      ].sort((a, b) => a.at.charCodeAt(1) - b.at.charCodeAt(1) || a.at.charCodeAt(0) - b.at.charCodeAt(0)),
    },
    {
      name: "against 上年同期, and against what is usual",
      sheet: `
        指标 | 指标值 | 上年同期 | 目标值
        公立医院资产负债率(%) | 45 | 30 | 50
        公立医院平均住院日 | 20 | 19 | 18
        医院病例组合指数(CMI)值 | 1.8 | |
      `,
      problems: [
        { at: "B2", message: messages.moved("公立医院资产负债率(%)", 45, 30, "50%") },
        { at: "B3", message: messages.unusual("公立医院平均住院日", "20天", "4—15") },
        { at: "B4", message: messages.unusual("医院病例组合指数(CMI)值", "1.8", "0.5—1.6") },
      ],
    },
    {
      name: "what only the sheet defines, by a narrower share in the settings",
      sheet: "序号 | 指标 | 计算公式 | 本年值 | 上年值\n 1 | 亮灯率(%) | 亮灯盏数/路灯总盏数×100% | 80 | 95",
      settings: { abruptChange: 0.1 },
      problems: [{ at: "D2", message: messages.moved("亮灯率(%)", 80, 95, "16%") }],
    },
    {
      name: "values that contradict one another, in rows and in columns",
      sheet: "指标 | 指标值\n 公立医院资产负债率(%) | 20\n 公立医院长期负债率(%) | 22",
      others: { 分县: "县区 | 县域就诊率(%) | 县域内住院人次占比(%) | 省域内就诊率(%) | 跨省就医人次占比(%)\n 甲县 | 80 | 88 | 95 | 5\n 乙县 | 90 | 80 | 94 | 12" },
      problems: [
        { at: "B3", message: messages.above("公立医院长期负债率(%)", 22, "公立医院资产负债率(%)", 20) },
        { at: "分县!E3", message: messages.notWhole("跨省就医人次占比(%)", 12, "省域内就诊率(%)", 94, 100) },
      ],
    },
    {
      name: "one place among others in a column",
      sheet: "县区 | 县域就诊率(%)\n 甲县 | 88\n 乙县 | 42",
      problems: [{ at: "B3", message: messages.unusual("县域就诊率(%)", "42%", "70—99") }],
    },
  ],
});

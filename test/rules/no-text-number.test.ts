import rule, { messages } from "../../src/rules/no-text-number";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "numbers, words and nothing", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | =B2/C2*100 → 88\n 乙县 | 未统计 | 1000 | =B3/C3*100 → #VALUE!\n 丙县 | | 1000 | 暂缺" },
    { name: "texts with a number in them that are none", sheet: '指标 | 指标值 | 目标值\n 县域就诊率(%) | 约88 | "90"\n 公立医院平均住院日 | 8—9 | 8天以内\n 公立医院医护比 | 1:1.4 | 1:1.6\n 电子病历应用功能水平分级 | 5级 | 5级' },
    { name: "a text that a formula gives", sheet: '县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 0 | 0 | =IF(C2=0,"0",B2/C2*100) → "0"\n' },
    { name: "numbers, codes and years in columns of words", sheet: '序号 | 指标 | 数据来源 | 指标值\n "1" | 县域就诊率(%) | "2024" | 88' },
  ],
  invalid: [
    {
      name: "full width, separators, units and an apostrophe, under inputs and values",
      sheet: `
        县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)
        甲县 | ８８０ | 1000 | =B2/C2*100 → #VALUE!
        乙县 | "1,880" | 2000 | =B3/C3*100 → #VALUE!
        丙县 | 870人次 | " 1000 " | =B4/C4*100 → #VALUE!
        丁县 | "860" | 1000 | "86.0"
        戊县 | 850 | 1000 | 85%
      `,
      problems: [
        { at: "B2", message: messages.text("８８０") },
        { at: "B3", message: messages.text("1,880") },
        { at: "B4", message: messages.text("870人次") },
        { at: "C4", message: messages.text("1000") },
        { at: "B5", message: messages.text("860") },
        { at: "D5", message: messages.text("86.0") },
        { at: "D6", message: messages.text("85%") },
      ],
      fixed: `
        县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)
        甲县 | 880 | 1000 | =B2/C2*100
        乙县 | 1880 | 2000 | =B3/C3*100
        丙县 | 870 | 1000 | =B4/C4*100
        丁县 | 860 | 1000 | 86
        戊县 | 850 | 1000 | 85
      `,
    },
    {
      name: "ten thousands, kept as the header counts them",
      sheet: "县区 | 县域内门急诊人次（万人次） | 门急诊总人次（人次） | 县域就诊率(%)\n 甲县 | 8.8万 | 10万 | =B2*10000/C2*100 → #VALUE!",
      problems: [
        { at: "B2", message: messages.text("8.8万") },
        { at: "C2", message: messages.text("10万") },
      ],
      fixed: "县区 | 县域内门急诊人次（万人次） | 门急诊总人次（人次） | 县域就诊率(%)\n 甲县 | 8.8 | 100000 | =B2*10000/C2*100",
    },
    {
      name: "a bare number keeps the header's unit",
      sheet: '县区 | 县域内门急诊人次（万人次） | 门急诊总人次（万人次） | 县域就诊率(%)\n 甲县 | "8.8" | 10 | =B2/C2*100 → #VALUE!',
      problems: [{ at: "B2", message: messages.text("8.8") }],
      fixed: "县区 | 县域内门急诊人次（万人次） | 门急诊总人次（万人次） | 县域就诊率(%)\n 甲县 | 8.8 | 10 | =B2/C2*100",
    },
    {
      name: "a share under a percent format, and one whose scale nothing tells, which is left to a person",
      sheet: "指标 | 指标值 | 目标值\n 县域就诊率 | 88% | 0.9\n 公立医院资产负债率 | 45% | 0.5",
      formats: { "B2:B2": "0.0%" },
      problems: [
        { at: "B2", message: messages.text("88%") },
        { at: "B3", message: messages.text("45%") },
      ],
      fixed: "指标 | 指标值 | 目标值\n 县域就诊率 | 0.88 | 0.9\n 公立医院资产负债率 | 45% | 0.5",
    },
    {
      name: "inputs on another sheet and under 分子 and 分母",
      sheet: "指标名称 | 分子 | 分母 | 指标值\n 公立医院平均住院日 | 8,000床日 | 1000 | =B2/C2 → #VALUE!",
      problems: [{ at: "B2", message: messages.text("8,000床日") }],
      fixed: "指标名称 | 分子 | 分母 | 指标值\n 公立医院平均住院日 | 8000 | 1000 | =B2/C2",
    },
  ],
});

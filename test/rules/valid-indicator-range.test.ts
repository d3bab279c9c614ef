import rule, { messages } from "../../src/rules/valid-indicator-range";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "values inside and at the ends, in either scale", sheet: "指标 | 指标值\n 县域就诊率(%) | 100\n 县域内住院人次占比(%) | 0\n 公立医院住院患者满意度 | 0.93\n 电子病历应用功能水平分级 | 5\n 医院病例组合指数(CMI)值 | 1.08" },
    { name: "a percent format", sheet: "医院 | 县域就诊率\n 甲院 | 0.95\n 乙院 | 1", formats: { "B2:B3": "0.0%" } },
    { name: "what may pass 100 % and fall below 0", sheet: "指标 | 指标值\n 公立医院资产负债率(%) | 120\n 医疗费用增长率(%) | -8\n 公立医院医护比 | 1.4" },
    // 口径待确认 never gives an error
    { name: "a limit that is only our reading", sheet: "指标 | 指标值\n 管理费用率(%) | 120" },
    { name: "a wrong formula, which is the one cause", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | =C2/B2*100 → 113.6" },
    { name: "a part above its whole, which is the one cause", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 1200 | 1000 | =B2/C2*100 → 120" },
    { name: "×100 under a percent format, which another rule reports", sheet: "医院 | 县域就诊率\n 甲院 | 88", formats: { "B2:B2": "0%" } },
    { name: "texts, levels in words, errors and nothing", sheet: "指标 | 指标值\n 县域就诊率(%) | 未统计\n 电子病历应用功能水平分级 | 五级\n 公立医院平均住院日 | #REF!\n 县域内住院人次占比(%) |" },
    { name: "a target", sheet: "指标 | 指标值 | 目标值\n 县域就诊率(%) | 88 | 900" },
  ],
  invalid: [
    {
      name: "shares above 100 % and below 0, a level beyond the scale, an index that cannot be",
      sheet: `
        序号 | 指标名称 | 指标值
        1 | 县域就诊率(%) | 108
        2 | 县域内住院人次占比(%) | -3
        3 | 电子病历应用功能水平分级 | 9
        4 | 医院病例组合指数(CMI)值 | 105
        5 | 公立医院平均住院日 | -8
      `,
      problems: [
        { at: "C2", message: messages.outside("县域就诊率(%)", 108, "%", "0—100") },
        { at: "C3", message: messages.outside("县域内住院人次占比(%)", -3, "%", "0—100") },
        { at: "C4", message: messages.outside("电子病历应用功能水平分级", 9, "级", "0—8") },
        { at: "C5", message: messages.outside("医院病例组合指数(CMI)值", 105, "", "0—5") },
        { at: "C6", message: messages.outside("公立医院平均住院日", -8, "天", "≥ 0") },
      ],
    },
    {
      name: "in columns, also under a percent format",
      sheet: "县区 | 县域就诊率 | 县域内住院人次占比(%)\n 甲县 | 1.08 | 80\n 乙县 | 0.9 | 130",
      formats: { "B2:B3": "0.0%" },
      problems: [
        { at: "B2", message: messages.outside("县域就诊率", 108, "%", "0—100") },
        { at: "C3", message: messages.outside("县域内住院人次占比(%)", 130, "%", "0—100") },
      ],
    },
    {
      name: "the limits of the workbook's own dictionary",
      sheet: "街道 | 管网普查率 | 人均绿地面积\n 甲 | 104 | 12\n 乙 | 90 | 31",
      others: { 指标字典: "指标名称 | 计量单位 | 方向 | 下限 | 上限\n 管网普查率 | % | 越高越好 | 0 | 100\n 人均绿地面积 | 平方米 | 越高越好 | 3 | 30" },
      problems: [
        { at: "B2", message: messages.outside("管网普查率", 104, "%", "0—100") },
        { at: "C3", message: messages.outside("人均绿地面积", 31, "平方米", "3—30") },
      ],
    },
  ],
});

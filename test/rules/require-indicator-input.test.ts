import rule, { messages } from "../../src/rules/require-indicator-input";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "all inputs there, 0 above the line", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | =B2/C2*100 → 88\n 乙县 | 0 | 1000 | =B3/C3*100 → 0" },
    { name: "a form nobody has begun to fill in, guarded", sheet: '序号 | 指标名称 | 分子 | 分母 | 指标值\n 1 | 县域就诊率(%) | | | =IFERROR(C2/D2*100,"") →\n 2 | 公立医院平均住院日 | | |' },
    { name: "values without inputs, in a table with columns for them", sheet: "指标 | 分子 | 分母 | 指标值\n 公立医院住院患者满意度(%) | | | 93\n 电子病历应用功能水平分级 | | | 5" },
    { name: "inputs that are numbers stored as text, which another rule reports", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | ８８０ | 1000 | =B2/C2*100 → #VALUE!" },
    { name: "inputs that are errors or formulas, wrong where they are wrong", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | =Z9/Y9 → #DIV/0! | 1000 | =B2/C2*100 → #DIV/0!\n 乙县 | =X9 → 0 | 1000 | =B3/C3*100 → 0" },
    { name: "an empty form with sums in its row of totals", sheet: '县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | | | =IF(C2="","",B2/C2*100) →\n 乙县 | | | =IF(C3="","",B3/C3*100) →\n 合计 | =SUM(B2:B3) → 0 | =SUM(C2:C3) → 0 | =IFERROR(B4/C4*100,"") →' },
    { name: "one input has no column", sheet: "县区 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | | 88" },
    { name: "an empty row among others", sheet: '县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | =B2/C2*100 → 88\n 乙县 | | | =IF(C3=0,"",B3/C3*100) →\n 丙县 | | |' },
  ],
  invalid: [
    {
      name: "blank, text and 0, the input only and not the error that comes of it",
      sheet: `
        县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)
        甲县 | 880 | | =B2/C2*100 → #DIV/0!
        乙县 | 未统计 | 1000 | =B3/C3*100 → #VALUE!
        丙县 | 880 | 0 | =B4/C4*100 → #DIV/0!
        丁县 | | 1000 | =B5/C5*100 → 0
        戊县 | / | 1000 | =IFERROR(B6/C6*100,"—") → —
      `,
      problems: [
        { at: "C2", message: messages.blank("县域就诊率(%)", "门急诊总人次") },
        { at: "B3", message: messages.text("县域就诊率(%)", "县域内门急诊人次", "未统计") },
        { at: "C4", message: messages.zero("县域就诊率(%)", "门急诊总人次") },
        { at: "B5", message: messages.blank("县域就诊率(%)", "县域内门急诊人次") },
        { at: "B6", message: messages.text("县域就诊率(%)", "县域内门急诊人次", "/") },
      ],
    },
    {
      name: "under 分子 and 分母, called as the definition calls them",
      sheet: `
        序号 | 指标名称 | 分子 | 分母 | 指标值
        1 | 公立医院平均住院日 | 8000 | | =C2/D2 → #DIV/0!
        2 | 公立医院资产负债率(%) | | 100 | 45
        3 | 亮灯率(%) | 95 | 0 | =C4/D4*100 → #DIV/0!
      `,
      problems: [
        { at: "D2", message: messages.blank("公立医院平均住院日", "出院人数") },
        { at: "C3", message: messages.blank("公立医院资产负债率(%)", "负债合计") },
        { at: "D4", message: messages.zero("亮灯率(%)", "分母") },
      ],
    },
    {
      name: "one input of several indicators is reported once",
      sheet: "医院 | 长期负债 | 负债合计 | 资产合计 | 资产负债率(%) | 长期负债占总资产比例(%)\n 甲院 | 20 | 45 | | =C2/D2*100 → #DIV/0! | =B2/D2*100 → #DIV/0!",
      problems: [{ at: "D2", message: messages.blank("资产负债率(%)", "资产合计") }],
    },
    {
      name: "a row that is filled in but for the inputs",
      sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | 88\n 乙县 | | | 87",
      problems: [
        { at: "B3", message: messages.blank("县域就诊率(%)", "县域内门急诊人次") },
        { at: "C3", message: messages.blank("县域就诊率(%)", "门急诊总人次") },
      ],
    },
    {
      name: "on another sheet",
      sheet: "指标名称 | 计量单位 | 指标值\n 公立医院资产负债率 | % | =财务!B2/财务!B3*100 → #DIV/0!",
      others: { 财务: "科目 | 期末余额\n 负债合计 | 45\n 资产合计 | 0" },
      problems: [{ at: "财务!B3", message: messages.zero("公立医院资产负债率", "资产合计") }],
    },
    {
      name: "a total that adds up nothing",
      sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | =B2/C2*100 → 88\n 合计 | 880 | | =B3/C3*100 → #DIV/0!",
      problems: [{ at: "C3", message: messages.blank("县域就诊率(%)", "门急诊总人次") }],
    },
  ],
});

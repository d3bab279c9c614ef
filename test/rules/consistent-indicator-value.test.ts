import rule, { messages } from "../../src/rules/consistent-indicator-value";
import { testRule } from "../support/rule-tester";

const visits = "参保人员县域内门急诊人次 ÷ 参保人员门急诊总人次 × 100";

testRule(rule, {
  valid: [
    { name: "right to the digits that are shown", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 2 | 3 | 66.7\n 乙县 | 2 | 3 | 66.67\n 丙县 | 2 | 3 | 67\n 丁县 | 1 | 8 | 12.5" },
    { name: "what a formula gives is the formula's affair", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | =C2/B2*100 → 113.6" },
    { name: "the wrong scale, which another rule reports", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | 0.88" },
    { name: "inputs that are missing, texts or 0", sheet: "指标名称 | 分子 | 分母 | 指标值\n 县域就诊率(%) | 880 | | 90\n 县域就诊率(%) | 未报 | 1000 | 90\n 县域就诊率(%) | 880 | 0 | 90" },
    // 口径待确认 never gives an error
    { name: "an indicator whose definition is only our reading", sheet: "医院 | 管理费用 | 业务总费用 | 管理费用率(%)\n 甲院 | 9 | 100 | 12" },
    { name: "growth, with this year's number under 分子", sheet: "指标 | 分子 | 分母 | 指标值\n 医疗费用增长率(%) | 110 | 100 | 10" },
    { name: "growth, with the difference under 分子", sheet: "指标 | 分子 | 分母 | 指标值\n 医疗费用增长率(%) | 10 | 100 | 10" },
    { name: "a ratio 1:X, which may be written either way", sheet: "医院 | 注册医师数 | 注册护士数 | 医护比\n 甲院 | 500 | 700 | 1.4" },
    { name: "a percent format", sheet: "医院 | 负债合计 | 资产合计 | 资产负债率\n 甲院 | 45.23 | 100 | 0.452", formats: { "D2:D2": "0.0%" } },
  ],
  invalid: [
    {
      name: "numbers that their inputs do not give",
      sheet: `
        云溪市 | | |
        县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)
        甲县 | 880 | 1000 | =B3/C3*100 → 88
        乙县 | 870 | 1000 | 86
        丙县 | 2 | 3 | 66.6
        合计 | 1752 | 2003 | 80
      `,
      problems: [
        { at: "D4", message: messages.differs("县域就诊率(%)", 86, 87, visits) },
        { at: "D5", message: messages.differs("县域就诊率(%)", 66.6, 66.6667, visits) },
        { at: "D6", message: messages.differs("县域就诊率(%)", 80, 87.4688, visits) },
      ],
      suggested: `
        云溪市 | | |
        县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)
        甲县 | 880 | 1000 | =B3/C3*100
        乙县 | 870 | 1000 | =B4/C4*100
        丙县 | 2 | 3 | 66.6
        合计 | 1752 | 2003 | 80
      `,
    },
    {
      name: "one indicator a row, under 分子 and 分母, and with inputs on another sheet",
      sheet: "序号 | 指标名称 | 分子 | 分母 | 指标值\n 1 | 公立医院平均住院日 | 8000 | 1000 | 8.5\n 2 | 亮灯率（%） | 90 | 100 | 95",
      problems: [
        { at: "E2", message: messages.differs("公立医院平均住院日", 8.5, 8, "出院者占用总床日数 ÷ 出院人数") },
        { at: "E3", message: messages.differs("亮灯率（%）", 95, 90, "分子 ÷ 分母 × 100") },
      ],
      suggested: "序号 | 指标名称 | 分子 | 分母 | 指标值\n 1 | 公立医院平均住院日 | 8000 | 1000 | =C2/D2\n 2 | 亮灯率（%） | 90 | 100 | 95",
    },
    {
      name: "inputs on another sheet",
      sheet: "指标名称 | 计量单位 | 指标值\n 公立医院资产负债率 | % | 48",
      others: { 财务: "科目 | 期末余额（万元）\n 负债合计 | 45\n 资产合计 | 100" },
      problems: [{ at: "C2", message: messages.differs("公立医院资产负债率", 48, 45, "负债合计 ÷ 资产合计 × 100") }],
      suggested: "指标名称 | 计量单位 | 指标值\n 公立医院资产负债率 | % | =财务!B2/财务!B3*100",
    },
    {
      name: "under a percent format",
      sheet: "医院 | 负债合计 | 资产合计 | 资产负债率\n 甲院 | 45 | 100 | 0.52",
      formats: { "D2:D2": "0.0%" },
      problems: [{ at: "D2", message: messages.differs("资产负债率", 0.52, 0.45, "负债合计 ÷ 资产合计 × 100") }],
      suggested: "医院 | 负债合计 | 资产合计 | 资产负债率\n 甲院 | 45 | 100 | =B2/C2",
    },
  ],
});

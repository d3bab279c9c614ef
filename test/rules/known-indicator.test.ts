import rule, { messages } from "../../src/rules/known-indicator";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "names and aliases the dictionary has, in any width, with unit and number", sheet: "序号 | 指标名称 | 指标值\n 1 | 1.县域就诊率（％） | 88\n 2 | 资产负债率 | 45\n 3 | CMI | 1.05\n 4 | ２０２４年 平均住院日(天) | 8" },
    { name: "what the sheet itself defines", sheet: "指标 | 计算公式 | 指标值\n 亮灯率(%) | 亮灯盏数/路灯总盏数×100% | 95\n 路面完好率(%) | 分子：完好路段长度；分母：路段总长度 | 90" },
    { name: "what the workbook's own dictionary has, by name or alias", sheet: "指标 | 指标值\n 回收利用率 | 40\n 资源化率 | 41", others: { 指标字典: "指标名称 | 别名 | 计量单位 | 计算公式\n 回收利用率 | 资源化率 | % | 回收量/产生量×100%" } },
    { name: "quantities that indicators of the sheet are computed from", sheet: "指标 | 计量单位 | 指标值\n 县域内门急诊人次 | 人次 | 880\n 门急诊总人次 | 人次 | 1000\n 县域就诊率 | % | =C2/C3*100 → 88" },
    { name: "two indicators in one name, which another rule reports", sheet: "指标 | 指标值\n 四级手术占比和微创手术比例(%) | 20" },
    { name: "indicators in columns, found by their names", sheet: "县区 | 县域就诊率(%) | 亮灯率(%)\n 甲县 | 88 | 95" },
  ],
  invalid: [
    {
      name: "slips and strangers",
      sheet: `
        指标名称 | 指标值 | 目标值
        县域就症率 | 88 | 90
        群众幸福程度 | 93 | 95
        公立医院平均住院曰 | 8 | 8
      `,
      problems: [
        { at: "A2", message: messages.near("县域就症率", "县域就诊率") },
        { at: "A3", message: messages.unknown("群众幸福程度") },
        { at: "A4", message: messages.near("公立医院平均住院曰", "公立医院平均住院日") },
      ],
      suggested: `
        指标名称 | 指标值 | 目标值
        县域就诊率 | 88 | 90
        群众幸福程度 | 93 | 95
        公立医院平均住院曰 | 8 | 8
      `,
    },
    {
      name: "a slip of the unit's own dictionary keeps the unit in its bracket",
      sheet: "指标名称 | 指标值\n 生活垃圾回收利用律（%） | 40",
      others: { 指标字典: "指标名称 | 计量单位 | 计算公式\n 生活垃圾回收利用率 | % | 回收量/产生量×100%" },
      problems: [{ at: "A2", message: messages.near("生活垃圾回收利用律（%）", "生活垃圾回收利用率") }],
      suggested: "指标名称 | 指标值\n 生活垃圾回收利用率（%） | 40",
    },
  ],
});

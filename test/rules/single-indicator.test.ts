import rule, { messages } from "../../src/rules/single-indicator";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    {
      name: "one indicator each, also where a name holds 和, 、 or 与",
      sheet: `
        指标 | 指标值 | 目标值
        三、四级手术占比(%) | 40 | 45
        公立医院基本建设、设备购置长期负债占总资产的比例(%) | 8 | 10
        门诊人次数与出院人次数比 | 21 | 20
        医师和护士数量之比 | 0.7 |
        水、电、气接入率（%） | 99 | 100
      `,
    },
    { name: "indicators in columns", sheet: "县区 | 县域就诊率(%) | 县域内住院人次占比(%)\n 甲县 | 88 | 80" },
    { name: "an empty name", sheet: "指标 | 指标值\n | 3\n 县域就诊率 | 88" },
  ],
  invalid: [
    {
      name: "two and three in one row, under a title",
      sheet: `
        附件2 | |
        序号 | 指标名称 | 指标值
        1 | 四级手术占比和微创手术比例(%) | 20
        2 | 门诊满意度、住院满意度及职工满意度 | 90
        3 | 普惠托位占比/托育覆盖率(%) | 50
      `,
      problems: [
        { at: "B3", message: messages.several("四级手术占比和微创手术比例(%)", ["四级手术占比(%)", "微创手术比例(%)"]) },
        { at: "B4", message: messages.several("门诊满意度、住院满意度及职工满意度", ["门诊满意度", "住院满意度", "职工满意度"]) },
        { at: "B5", message: messages.several("普惠托位占比/托育覆盖率(%)", ["普惠托位占比(%)", "托育覆盖率(%)"]) },
      ],
      suggested: {
        fix: messages.split(3).zh,
        sheet: `
          附件2 | |
          序号 | 指标名称 | 指标值
          1 | 四级手术占比和微创手术比例(%) | 20
          2 | 门诊满意度 | 90
           | 住院满意度 |
           | 职工满意度 |
          3 | 普惠托位占比/托育覆盖率(%) | 50
        `,
      },
    },
    {
      name: "inside a merged category, with its unit",
      sheet: `
        类别 | 指标名称 | 计量单位 | 目标值
        效率 | 四级手术占比和微创手术比例 | % | 20
        ^ | 平均住院日 | 天 | 8
      `,
      problems: [{ at: "B2", message: messages.several("四级手术占比和微创手术比例", ["四级手术占比", "微创手术比例"]) }],
      suggested: `
        类别 | 指标名称 | 计量单位 | 目标值
        效率 | 四级手术占比 | % | 20
        ^ | 微创手术比例 | % |
        ^ | 平均住院日 | 天 | 8
      `,
    },
  ],
});

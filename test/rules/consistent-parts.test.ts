import rule, { messages } from "../../src/rules/consistent-parts";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "parts smaller than and as large as their wholes", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | =B2/C2*100 → 88\n 乙县 | 1000 | 1000 | =B3/C3*100 → 100\n 丙县 | 0 | 1000 | =B4/C4*100 → 0" },
    { name: "debts above all assets: no part of a whole", sheet: "医院 | 负债合计 | 资产合计 | 资产负债率(%)\n 甲院 | 120 | 100 | =B2/C2*100 → 120" },
    { name: "units that make the part the smaller", sheet: "县区 | 县域内门急诊人次（人次） | 门急诊总人次（万人次） | 县域就诊率(%)\n 甲县 | 88000 | 10 | =B2/C2/100 → 88" },
    // 口径待确认 never gives an error
    { name: "a share that is only our reading of a name", sheet: "医院 | 管理费用 | 业务总费用 | 管理费用率(%)\n 甲院 | 120 | 100 | =B2/C2*100 → 120" },
    { name: "growth, days and ratios", sheet: "指标 | 分子 | 分母 | 指标值\n 医疗费用增长率(%) | 210 | 100 | =(C2-D2)/D2*100 → 110\n 公立医院平均住院日 | 8000 | 1000 | =B3/C3 → 8\n 公立医院医护比 | 900 | 700 | =B4/C4 → 1.29\n 任务完成率(%) | 120 | 100 | =B5/C5*100 → 120" },
    { name: "a wrong formula, which is the one cause", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 880 | 1000 | =C2/B2*100 → 113.6" },
    { name: "a number that is text or missing", sheet: "县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 1200 | 暂缺 | =B2/C2*100 → #VALUE!\n 乙县 | 1200 | | =B3/C3*100 → #DIV/0!" },
  ],
  invalid: [
    {
      name: "in columns, in one unit and in two",
      sheet: `
        县区 | 县域内门急诊人次（万人次） | 门急诊总人次（人次） | 县域就诊率(%)
        甲县 | 8.8 | 100000 | =B2*10000/C2*100 → 88
        乙县 | 9.8 | 90000 | =B3*10000/C3*100 → 108.9
      `,
      problems: [{ at: "B3", message: messages.larger("县域就诊率(%)", "县域内门急诊人次", "9.8（即 98000）", "门急诊总人次", "90000") }],
    },
    {
      name: "at the root, not at the total that adds it up",
      sheet: `
        县区 | 县域内门急诊人次 | 门急诊总人次 | 县域就诊率(%)
        合计 | =SUM(B3:B4) → 2080 | =SUM(C3:C4) → 2000 | =B2/C2*100 → 104
        甲县 | 980 | 1000 | =B3/C3*100 → 98
        乙县 | 1100 | 1000 | =B4/C4*100 → 110
      `,
      problems: [{ at: "B4", message: messages.larger("县域就诊率(%)", "县域内门急诊人次", "1100", "门急诊总人次", "1000") }],
    },
    {
      name: "in rows, the dictionary's and the sheet's own",
      sheet: `
        序号 | 指标名称 | 分子 | 分母 | 指标值 | 备注
        1 | 县域内住院人次占比(%) | 110 | 100 | =C2/D2*100 → 110 |
        2 | 绿化覆盖率(%) | 52 | 40 | =C3/D3*100 → 130 | 绿化覆盖率=绿化覆盖面积/建成区面积×100%
      `,
      problems: [
        { at: "C2", message: messages.larger("县域内住院人次占比(%)", "参保人员县域内住院人次", "110", "参保人员住院总人次", "100") },
        { at: "C3", message: messages.larger("绿化覆盖率(%)", "绿化覆盖面积", "52", "建成区面积", "40") },
      ],
    },
    {
      name: "on another sheet, once for all that is computed from it",
      sheet: "指标名称 | 2023年 | 2024年\n 县域就诊率(%) | 87 | =台账!B2/台账!B3*100 → 110",
      others: { 台账: "项目 | 2024年\n 县域内门急诊人次 | 1100\n 门急诊总人次 | 1000" },
      problems: [{ at: "台账!B2", message: messages.larger("县域就诊率(%)", "县域内门急诊人次", "1100", "门急诊总人次", "1000") }],
    },
  ],
});

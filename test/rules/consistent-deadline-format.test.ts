import rule, { messages } from "../../src/rules/consistent-deadline-format";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "standard forms of all kinds", sheet: `重点任务 | 牵头部门 | 完成时限\n 甲 | 市教育局 | 2025年底前\n 乙 | 市教育局 | 2025年12月底前\n 丙 | 市教育局 | 2025年12月31日\n 丁 | 市教育局 | 2025年上半年\n 戊 | 市教育局 | 持续推进\n 己 | 市教育局 | 2023—2025年` },
    { name: "a column that agrees in another way", sheet: `重点任务 | 牵头部门 | 完成时限\n 甲 | 市教育局 | 2025.12\n 乙 | 市教育局 | 2024.6\n 丙 | 市教育局 | 长期坚持` },
    { name: "Excel dates throughout", sheet: `重点任务 | 牵头部门 | 完成时限\n 甲 | 市教育局 | 45657\n 乙 | 市教育局 | 45688\n 丙 | 市教育局 | 持续推进`, formats: { "C2:C3": "yyyy-mm-dd" } },
    { name: "what cannot be read, or is blank", sheet: `重点任务 | 牵头部门 | 完成时限\n 甲 | 市教育局 | 2025年底前\n 乙 | 市教育局 | 尽快\n 丙 | 市教育局 | 20__.12` },
  ],
  invalid: [
    {
      name: "figures, dates and short years beside texts",
      sheet: `
        任务分工表 |          |
        重点任务   | 牵头部门 | 完成时限
        甲         | 市教育局 | 2025年底前
        乙         | 市教育局 | 2022.12
        丙         | 市教育局 | 2022-12-31
        丁         | 市教育局 | 22年12月
        戊         | 市教育局 | 45657
        己         | 市教育局 | 2024年Q4
        庚         | 市教育局 | 持续推进
      `,
      formats: { "C7:C7": "yyyy-mm-dd" },
      problems: [
        { at: "C4", message: messages.unlike("2022.12", "2022年12月底前") },
        { at: "C5", message: messages.unlike("2022-12-31", "2022年12月31日前") },
        { at: "C6", message: messages.unlike("22年12月", "2022年12月底前") },
        { at: "C7", message: messages.unlike("2024-12-31", "2024年12月31日前") },
        { at: "C8", message: messages.unlike("2024年Q4", "2024年第四季度") },
      ],
      fixed: `
        任务分工表 |          |
        重点任务   | 牵头部门 | 完成时限
        甲         | 市教育局 | 2025年底前
        乙         | 市教育局 | 2022年12月底前
        丙         | 市教育局 | 2022年12月31日前
        丁         | 市教育局 | 2022年12月底前
        戊         | 市教育局 | 2024年12月31日前
        己         | 市教育局 | 2024年第四季度
        庚         | 市教育局 | 持续推进
      `,
    },
    {
      name: "two ways of figures, the rarer one",
      sheet: `
        重点任务 | 牵头部门 | 完成时限
        甲       | 市教育局 | 2025.12
        乙       | 市教育局 | 2025-06
        丙       | 市教育局 | 2024.6
      `,
      problems: [{ at: "C3", message: messages.unlike("2025-06", "2025年6月底前") }],
      fixed: `
        重点任务 | 牵头部门 | 完成时限
        甲       | 市教育局 | 2025.12
        乙       | 市教育局 | 2025年6月底前
        丙       | 市教育局 | 2024.6
      `,
    },
  ],
});

import rule, { messages } from "../../src/rules/no-blank-row";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "blank rows above and below the table", sheet: `分工表 | |\n\n 重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2025年底前\n\n 注：按季度报送 | |` },
    { name: "a band and a task that takes two rows", sheet: `重点任务 | 牵头部门 | 完成时限\n 一、督查 | < | <\n 开展督查 | 市教育局 | 2025年底前\n ^ | ^ | ^\n 印发通报 | 市教育局 | 2025年底前` },
  ],
  invalid: [
    {
      name: "two empty rows, one of white space",
      sheet: `
        分工表     |          |          |
        序号       | 重点任务 | 牵头部门 | 完成时限
        1          | 开展督查 | 市教育局 | 2025年底前

        2          | 印发通报 | 市教育局 | 2025年底前
        "　"       |          |          |
        3          | 组织评估 | 市教育局 | 2025年底前
      `,
      problems: [
        { at: "A4", message: messages.blank(4) },
        { at: "A6", message: messages.blank(6) },
      ],
      suggested: `
        分工表     |          |          |
        序号       | 重点任务 | 牵头部门 | 完成时限
        1          | 开展督查 | 市教育局 | 2025年底前
        2          | 印发通报 | 市教育局 | 2025年底前
        "　"       |          |          |
        3          | 组织评估 | 市教育局 | 2025年底前
      `,
    },
  ],
});

import rule, { messages } from "../../src/rules/require-task";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "every row has a task", sheet: `序号 | 重点任务 | 牵头部门 | 完成时限\n 1 | 开展督查 | 市教育局 | 2025年底前` },
    {
      name: "bands, a blank row and a total",
      sheet: `
        类别         | 序号 | 重点任务 | 牵头部门 | 完成时限
        一、强化督查 | <    | <        | <        | <
        督查         | 1    | 开展督查 | 市教育局 | 2025年底前

        通报         | 2    | 印发通报 | 市教育局 | 2025年底前
        小计         | 2    |          |          |
        合计         | 2    |          |          |
      `,
    },
    {
      name: "a row that holds only a note, and a task merged over two rows",
      sheet: `
        序号 | 重点任务 | 牵头部门 | 完成时限   | 备注
        1    | 开展督查 | 市教育局 | 2025年底前 |
             |          |          |            | 每季度报送
        2    | 印发通报 | 市教育局 | 2025年6月  |
        ^    | ^        | 市财政局 | 2025年9月  |
      `,
    },
    { name: "no task column", sheet: `序号 | 牵头单位 | 完成时限\n 1 | 市教育局 | 2025年底前` },
  ],
  invalid: [
    {
      name: "a number, a unit and a deadline alone",
      sheet: `
        任务分工表 |          |          |
        序号       | 重点任务 | 牵头部门 | 完成时限
        1          | 开展督查 | 市教育局 | 2025年底前
        2          |          |          |
                   | "　"     | 市财政局 |
                   |          |          | 2025年底前
      `,
      problems: ["B4", "B5", "B6"].map((at) => ({ at, message: messages.missing() })),
    },
  ],
});

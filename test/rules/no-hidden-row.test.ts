import rule, { messages } from "../../src/rules/no-hidden-row";
import { testRule } from "../support/rule-tester";

const table = `
  分工表   |          |
  重点任务 | 牵头部门 | 完成时限
  开展督查 | 市教育局 | 2025年底前
           |          |
  印发通报 | 市教育局 | 2025年底前
           | 市财政局 |
  组织评估 | 市教育局 | 2025年底前
`;

testRule(rule, {
  valid: [
    { name: "no hidden row", sheet: table },
    { name: "hidden rows without a task", sheet: table, hiddenRows: [1, 4, 6] },
  ],
  invalid: [
    {
      name: "two hidden tasks",
      sheet: table,
      hiddenRows: [3, 4, 7],
      problems: [
        { at: "A3", message: messages.hidden(3, "开展督查") },
        { at: "A7", message: messages.hidden(7, "组织评估") },
      ],
    },
  ],
});

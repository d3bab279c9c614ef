import rule, { messages } from "../../src/rules/require-lead-unit";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "a blank responsible unit beside a lead unit", sheet: `序号 | 重点任务 | 牵头部门 | 责任部门 | 完成时限\n 1 | 开展督查 | 市教育局 | | 2025年底前` },
    { name: "one unit column, filled", sheet: `类别 | 主要任务 | 责任单位 | 备注\n 督查 | 开展督查 | 市教育局 |` },
    { name: "no unit column at all: another rule's", sheet: `序号 | 重点任务 | 完成时限\n 1 | 开展督查 | 2025年底前` },
    { name: "a row without a task, a total", sheet: `序号 | 重点任务 | 牵头部门 | 完成时限\n 1 | | | 2025年底前\n 2 | 开展督查 | 市教育局 | \n | 合计 | | 2` },
    {
      name: "a unit merged over two tasks, a band",
      sheet: `
        序号         | 重点任务 | 牵头部门 | 完成时限
        一、强化督查 | <        | <        | <
        1            | 开展督查 | 市教育局 | 2025年底前
        2            | 印发通报 | ^        | 2025年底前
      `,
    },
  ],
  invalid: [
    {
      name: "two tasks without a lead unit",
      sheet: `
        分工表 |            |          |                    |
        序号   | 重点任务   | 牵头部门 | 责任部门           | 完成时限
        1      | 开展督查   |          | 市教育局、市财政局 | 2025年底前
        2      | 印发通报   | 市教育局 |                    | 2025年底前
        3      | 组织回头看 | "　"     |                    | 2025年底前
      `,
      problems: [
        { at: "C3", message: messages.missingLead("开展督查") },
        { at: "C5", message: messages.missingLead("组织回头看") },
      ],
      suggested: `
        分工表 |            |          |          |
        序号   | 重点任务   | 牵头部门 | 责任部门 | 完成时限
        1      | 开展督查   | 市教育局 | 市财政局 | 2025年底前
        2      | 印发通报   | 市教育局 |          | 2025年底前
        3      | 组织回头看 | "　"     |          | 2025年底前
      `,
    },
    {
      name: "the only responsible unit becomes the lead unit",
      sheet: `
        重点任务 | 牵头单位 | 责任单位 | 完成时限
        开展督查 |          | 市教育局 | 2025年底前
      `,
      problems: [{ at: "B2", message: messages.missingLead("开展督查") }],
      suggested: `
        重点任务 | 牵头单位 | 责任单位 | 完成时限
        开展督查 | 市教育局 |          | 2025年底前
      `,
    },
    {
      name: "no unit in the only unit column",
      sheet: `
        类别 | 主要任务 | 责任单位 | 备注
        督查 | 开展督查 |          | 每季度
             | 印发通报 | 市教育局 |
      `,
      problems: [{ at: "C2", message: messages.missingUnit("开展督查") }],
    },
    {
      name: "a blank area merged over two tasks, once",
      sheet: `
        序号 | 重点任务 | 牵头部门 | 完成时限
        1    | 开展督查 |          | 2025年底前
        2    | 印发通报 | ^        | 2025年底前
      `,
      problems: [{ at: "C2", message: messages.missingLead("开展督查") }],
    },
  ],
});

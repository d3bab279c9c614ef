import rule, { messages } from "../../src/rules/require-deadline";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "a deadline and standing work", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2025年底前\n 印发通报 | 市教育局 | 持续推进` },
    { name: "no deadline column", sheet: `主要任务 | 责任单位 | 备注\n 2025年底前开展督查 | 市教育局 |` },
    { name: "a date as a number, a merged deadline", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 45657\n 印发通报 | 市教育局 | ^` },
    { name: "a row without a task, a total", sheet: `序号 | 重点任务 | 牵头部门 | 完成时限\n 1 | 开展督查 | 市教育局 | 2025年底前\n 2 | | 市教育局 |\n | 合计 | 2个 |` },
  ],
  invalid: [
    {
      name: "blank cells; the one date in the task is offered",
      sheet: `
        分工表                   |          |
        重点任务                 | 牵头部门 | 完成时限
        开展督查                 | 市教育局 | " "
        到2025年建成10个站点     | 市财政局 |
        2024年试点，2025年底推广 | 市财政局 | 2025年底前
      `,
      problems: [
        { at: "C3", message: messages.missing("开展督查") },
        { at: "C4", message: messages.missing("到2025年建成10个站点") },
      ],
      suggested: `
        分工表                   |          |
        重点任务                 | 牵头部门 | 完成时限
        开展督查                 | 市教育局 | " "
        到2025年建成10个站点     | 市财政局 | 2025年底前
        2024年试点，2025年底推广 | 市财政局 | 2025年底前
      `,
    },
    {
      name: "a blank merged area once",
      sheet: `
        重点任务 | 牵头部门 | 完成时限
        开展督查 | 市教育局 |
        印发通报 | 市教育局 | ^
        组织评估 | 市教育局 | 2025年底前
      `,
      problems: [{ at: "C2", message: messages.missing("开展督查") }],
    },
  ],
});

import rule, { messages } from "../../src/rules/no-merged-tasks";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "a merged category, title and note", sheet: `分工表 | < | < | < | <\n 类别 | 重点任务 | 牵头部门 | 完成时限 | 备注\n 督查 | 开展督查 | 市教育局 | 2025年底前 | 每季度\n ^ | 印发通报 | 市教育局 | 2025年底前 | ^` },
    { name: "a header of two rows", sheet: `序号 | 重点任务 | 责任分工 | < | 完成时限\n ^ | ^ | 牵头单位 | 责任单位 | ^\n 1 | 开展督查 | 市教育局 | 市财政局 | 2025年底前` },
    { name: "cells merged side by side", sheet: `重点任务 | 牵头部门 | 责任部门 | 完成时限\n 开展督查 | 市教育局 | < | 2025年底前` },
  ],
  invalid: [
    {
      name: "a task and a unit over several rows",
      sheet: `
        类别 | 重点任务 | 牵头部门 | 完成时限
        督查 | 开展督查 | 市教育局 | 2025年6月底前
        ^    | ^        | 市财政局 | 2025年底前
        ^    | 印发通报 | ^        | 2025年底前
      `,
      problems: [
        { at: "B2", message: messages.merged(2, 3) },
        { at: "C3", message: messages.merged(3, 4) },
      ],
      suggested: `
        类别 | 重点任务 | 牵头部门 | 完成时限
        督查 | 开展督查 | 市教育局 | 2025年6月底前
        ^    | 开展督查 | 市财政局 | 2025年底前
        ^    | 印发通报 | ^        | 2025年底前
      `,
    },
    {
      name: "number and deadline over three rows",
      sheet: `
        序号 | 重点任务 | 牵头部门 | 完成时限
        1    | 开展督查 | 市教育局 | 2025年底前
        ^    | 印发通报 | 市教育局 | ^
        ^    | 组织评估 | 市教育局 | ^
      `,
      problems: [
        { at: "A2", message: messages.merged(2, 4) },
        { at: "D2", message: messages.merged(2, 4) },
      ],
      suggested: `
        序号 | 重点任务 | 牵头部门 | 完成时限
        1    | 开展督查 | 市教育局 | 2025年底前
        1    | 印发通报 | 市教育局 | ^
        1    | 组织评估 | 市教育局 | ^
      `,
    },
  ],
});

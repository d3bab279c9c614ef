import rule, { messages } from "../../src/rules/require-columns";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "a full table", sheet: `序号 | 重点任务 | 牵头部门 | 责任部门 | 完成时限\n 1 | 开展督查 | 市教育局 | | 2025年底前` },
    { name: "the four-column task list, which needs no deadline", sheet: `类别 | 主要任务 | 责任单位 | 备注\n 督查 | 开展督查 | 市教育局 |` },
    { name: "a responsible unit in place of a lead unit", sheet: `重点任务 | 责任单位 | 完成时限\n 开展督查 | 市教育局 | 2025年底前` },
  ],
  invalid: [
    {
      name: "no deadline beside a lead unit",
      sheet: `
        附件1    |          |          |          |
        序号     | 重点任务 | 牵头部门 | 责任部门 | 备注
        1        | 开展督查 | 市教育局 |          |
      `,
      problems: [{ at: "A2", message: messages.missing(["完成时限"]) }],
      suggested: `
        附件1    |          |          |          |          |
        序号     | 重点任务 | 牵头部门 | 责任部门 | 完成时限 | 备注
        1        | 开展督查 | 市教育局 |          |          |
      `,
    },
    {
      name: "no unit",
      sheet: `
        序号 | 重点任务 | 完成时限
        1    | 开展督查 | 2025年底前
      `,
      problems: [{ at: "A1", message: messages.missing(["牵头部门", "责任部门"]) }],
      suggested: `
        序号 | 重点任务 | 牵头部门 | 完成时限
        1    | 开展督查 |          | 2025年底前
      `,
    },
    {
      name: "no task",
      sheet: `
        类别 | 序号 | 牵头单位 | 完成时限
        督查 | 1    | 市教育局 | 2025年底前
      `,
      problems: [{ at: "A1", message: messages.missing(["重点任务"]) }],
      suggested: `
        类别 | 序号 | 重点任务 | 牵头单位 | 完成时限
        督查 | 1    |          | 市教育局 | 2025年底前
      `,
    },
    {
      name: "no task and no deadline",
      sheet: `
        序号 | 牵头单位 | 责任单位
        1    | 市教育局 | 市财政局
      `,
      problems: [
        { at: "A1", message: messages.missing(["重点任务"]) },
        { at: "A1", message: messages.missing(["完成时限"]) },
      ],
      suggested: {
        fix: messages.insert("完成时限").zh,
        sheet: `
        序号 | 牵头单位 | 责任单位 | 完成时限
        1    | 市教育局 | 市财政局 |
      `,
      },
    },
  ],
});

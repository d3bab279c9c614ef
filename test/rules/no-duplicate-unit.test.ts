import rule, { messages } from "../../src/rules/no-duplicate-unit";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "different units, other levels", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市财政局 | 省财政厅、市教育局\n 印发通报 | 市财政局（国资委） | 市财政局\n 组织评估 | 市教育局 | 县教育局` },
    { name: "the same unit in two rows", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市财政局 |\n 印发通报 | 市教育局 | 市财政局` },
    { name: "units merged over several rows", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市财政局 | 市财政局、市教育局\n 印发通报 | 市人社局 | ^` },
  ],
  invalid: [
    {
      name: "in one cell, by another name too",
      sheet: `
        重点任务 | 牵头部门 | 责任部门
        开展督查 | 市教育局 | 市财政局、市人社局、市财政局
        印发通报 | 市教育局 | 市卫健委\\n市财政局\\n市卫生健康委
      `,
      problems: [
        { at: "C2", message: messages.twice(["市财政局"]) },
        { at: "C3", message: messages.twice(["市卫生健康委"]) },
      ],
      fixed: `
        重点任务 | 牵头部门 | 责任部门
        开展督查 | 市教育局 | 市财政局、市人社局
        印发通报 | 市教育局 | 市卫健委\\n市财政局
      `,
    },
    {
      name: "in both columns, whichever stands first",
      sheet: `
        责任部门           | 牵头部门 | 重点任务
        市财政局、市教育局 | 市财政局 | 开展督查
        市人社局           | 市人社局 | 印发通报
      `,
      problems: [
        { at: "A2", message: messages.acrossCells(["市财政局"]) },
        { at: "A3", message: messages.acrossCells(["市人社局"]) },
      ],
      suggested: `
        责任部门           | 牵头部门 | 重点任务
        市教育局           | 市财政局 | 开展督查
        市人社局           | 市人社局 | 印发通报
      `,
    },
  ],
});

import rule, { messages } from "../../src/rules/no-placeholder";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "a finished table", sheet: `重点任务 | 牵头部门 | 完成时限\n 推进CT、X光机等设备更新 | 市卫生健康委 | 2025年底前` },
    { name: "sizes, formulas and near words", sheet: `重点任务 | 牵头部门 | 完成时限 | 备注\n 等待定价机制落地 | 市发改委 | 2025年底前 | XXL号20套\n 印发通报 | 市教育局 | 2025年底前 | ="20XX" → 20XX` },
    { name: "lines for signatures", sheet: `填报单位（盖章）：____ | | |\n 序号 | 重点任务 | 牵头部门 | 完成时限\n 1 | 开展督查 | 市教育局 | 2025年底前\n 审核人：____ | | |` },
    { name: "another table elsewhere on the sheet", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2025年底前\n\n\n\n\n\n\n\n\n\n\n\n XX | 20__年 |` },
  ],
  invalid: [
    {
      name: "blanks in the title, the columns with and without a key, and a band",
      sheet: `
        XX市重点任务分工表 |           |           |            |
        序号               | 重点任务  | 牵头部门  | 完成时限   | 联系人
        一、XX行动         | <         | <         | <          | <
        1                  | 建设__个  | XX财政局  | 20__年底前 | 待定
        2                  | 开展督查  | 市教育局  | 2025年底前 |
      `,
      problems: [
        { at: "A1", message: messages.unfilled("XX") },
        { at: "A3", message: messages.unfilled("XX") },
        { at: "B4", message: messages.unfilled("__") },
        { at: "C4", message: messages.unfilled("XX") },
        { at: "D4", message: messages.unfilled("20__") },
        { at: "E4", message: messages.unfilled("待定") },
      ],
    },
    {
      name: "a title shared by two tables side by side, once",
      sheet: `
        20××年分工表 |          |            | |          |          |
        重点任务     | 牵头部门 | 完成时限   | | 重点任务 | 牵头部门 | 完成时限
        开展督查     | 市教育局 | 2025年底前 | | 印发通报 | 市财政局 | 待定
      `,
      problems: [
        { at: "A1", message: messages.unfilled("20××") },
        { at: "G3", message: messages.unfilled("待定") },
      ],
    },
  ],
});

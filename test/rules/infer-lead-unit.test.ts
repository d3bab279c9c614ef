import rule, { messages } from "../../src/rules/infer-lead-unit";
import { testRule } from "../support/rule-tester";

const shared = `
  主要任务 | 责任单位           | 备注
  开展督查 | 市教育局、市财政局 |
`;

testRule(rule, {
  valid: [
    { name: "a lead column", sheet: `重点任务 | 牵头单位 | 责任单位 | 完成时限\n 开展督查 | 市教育局 | 市财政局、市医保局 | 2025年底前` },
    { name: "one unit for every task", sheet: `主要任务 | 责任单位 | 备注\n 开展督查 | 市教育局 |\n 印发通报 | 各市州、县市区\\n人民政府 |` },
    { name: "the settings", sheet: shared, settings: { leadFirst: true } },
    { name: "a line below the table", sheet: `${shared}\n 注：责任单位列第一位的为牵头单位 | |` },
    { name: "a line above the table", sheet: `分工表（排在首位的为牵头单位） | |${shared}` },
    { name: "the header", sheet: `主要任务 | 责任单位（首位为牵头单位） | 备注\n 开展督查 | 市教育局、市财政局 |` },
    { name: "a sheet of notes", sheet: shared, others: { 填表说明: "一、填写要求\n二、排名第一的单位为牵头单位" } },
    { name: "the first cell", sheet: `主要任务 | 责任单位 | 备注\n 开展督查 | 市教育局、市财政局，列第一位的为牵头单位，下同 |` },
  ],
  invalid: [
    {
      name: "several units and no word of the lead",
      sheet: `
        附件1        |                      |
        任务清单     |                      |
        主要任务     | 责任单位             | 备注
        开展督查     | 市教育局             |
        印发通报     | 市财政局\\n市教育局  | 每季度
      `,
      problems: [{ at: "B3", message: messages.undeclared("责任单位") }],
      suggested: `
        附件1        |          |                      |
        任务清单     |          |                      |
        主要任务     | 牵头单位 | 责任单位             | 备注
        开展督查     | 市教育局 | 市教育局             |
        印发通报     | 市财政局 | 市财政局\\n市教育局  | 每季度
      `,
    },
    {
      name: "notes that say something else",
      sheet: `
        主要任务                         | 责任单位           | 备注
        开展督查                         | 市教育局、市财政局 |
        注：各牵头单位应第一时间报送进展 |                    |
      `,
      others: { 名录: "列第一位的为牵头单位" },
      problems: [{ at: "B1", message: messages.undeclared("责任单位") }],
    },
  ],
});

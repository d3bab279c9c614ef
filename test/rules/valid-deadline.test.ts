import rule, { messages } from "../../src/rules/valid-deadline";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "dates, standing work, periods, plans", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2025年底前\n 印发通报 | 市教育局 | 持续推进\n 报送数据 | 市教育局 | 每季度末\n 建设平台 | 市教育局 | “十四五”末\n 修订办法 | 市教育局 | 印发后3个工作日内\n 清淤 | 市水利局 | 汛期前` },
    { name: "no deadline column", sheet: `主要任务 | 责任单位 | 备注\n 开展督查 | 市教育局 | 尽快` },
    { name: "the title's year", sheet: `云溪市2024年重点任务 | |\n 重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 12月底前\n 印发通报 | 市教育局 | 年底前` },
    { name: "the header's year", sheet: `重点任务 | 牵头部门 | 完成时限（2024年）\n 开展督查 | 市教育局 | 12月底前` },
    { name: "the settings' year", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 12月底前`, settings: { documentYear: 2024 } },
    { name: "a blank to fill in, which another rule reports", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 20__年10月底\n 印发通报 | 市教育局 | 待定` },
    { name: "an Excel date, an empty cell, an error", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 45657\n 印发通报 | 市教育局 |\n 组织评估 | 市教育局 | =A9 → #REF!`, formats: { "C2:C2": "yyyy-mm-dd" } },
    { name: "a row of totals", sheet: `序号 | 重点任务 | 牵头部门 | 完成时限\n 1 | 开展督查 | 市教育局 | 2025年底前\n | 合计 | | 1项` },
  ],
  invalid: [
    {
      name: "words that name no time, a day that is none",
      sheet: `
        任务分工表 |          |
        重点任务   | 牵头部门 | 完成时限
        开展督查   | 市教育局 | 尽快
        印发通报   | 市教育局 | 2025年2月30日前
        组织评估   | 市教育局 | 45657
        整改销号   | 市教育局 | /
      `,
      problems: [
        { at: "C3", message: messages.unreadable("尽快") },
        { at: "C4", message: messages.noSuchDay("2025年2月30日前", "2025年2月30日前") },
        { at: "C5", message: messages.unreadable("45657") },
        { at: "C6", message: messages.unreadable("/") },
      ],
    },
    {
      name: "a year that nobody gives, also where a title spans several",
      sheet: `
        云溪市三年行动（2023—2025年）任务 |          |
        重点任务                          | 牵头部门 | 完成时限
        开展督查                          | 市教育局 | 12月底前
        印发通报                          | 市教育局 | ^
        组织评估                          | 市教育局 | 年内
      `,
      problems: [
        { at: "C3", message: messages.noYear("12月底前") },
        { at: "C5", message: messages.noYear("年内") },
      ],
    },
  ],
});

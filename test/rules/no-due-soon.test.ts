import rule, { messages } from "../../src/rules/no-due-soon";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "too far off, past, done, without end", sheet: `重点任务 | 牵头部门 | 完成时限 | 完成状态\n 开展督查 | 市教育局 | 2024年7月31日前 |\n 印发通报 | 市教育局 | 2024年6月29日前 |\n 组织评估 | 市教育局 | 2024年7月10日前 | 已完成\n 建设平台 | 市教育局 | 持续推进 |` },
    { name: "nearer than anyone wants to hear", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2024年7月10日前`, settings: { dueSoonDays: 5 } },
    { name: "ten working days are two weeks off", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2024年7月15日前`, settings: { dueSoonDays: 10, dueSoonInWorkdays: true } },
  ],
  invalid: [
    {
      name: "today, within 30 days, a month's end",
      sheet: `
        重点任务 | 牵头部门 | 完成时限
        开展督查 | 市教育局 | 2024年6月底前
        印发通报 | 市教育局 | 2024年7月1日前
        组织评估 | 市教育局 | 2024年7月30日前
        修订办法 | 市教育局 | 2024年7月底前
      `,
      problems: [
        { at: "C2", message: messages.dueSoon("2024年6月底前", 0) },
        { at: "C3", message: messages.dueSoon("2024年7月1日前", 1) },
        { at: "C4", message: messages.dueSoon("2024年7月30日前", 30) },
      ],
    },
    {
      name: "in working days over a holiday, and beyond the calendar",
      sheet: `
        重点任务 | 牵头部门 | 完成时限
        开展督查 | 市教育局 | 2026年10月10日前
        印发通报 | 市教育局 | 2026年10月15日前
      `,
      settings: { asOf: "2026-09-29", dueSoonDays: 5, dueSoonInWorkdays: true },
      problems: [{ at: "C2", message: messages.dueSoonInWorkdays("2026年10月10日前", 4) }],
    },
    {
      name: "a year whose calendar is not known",
      sheet: `
        重点任务 | 牵头部门 | 完成时限
        开展督查 | 市教育局 | 2027年1月5日前
      `,
      settings: { asOf: "2026-12-28", dueSoonDays: 10, dueSoonInWorkdays: true },
      problems: [{ at: "C2", message: messages.withoutCalendar(messages.dueSoon("2027年1月5日前", 8), 2027) }],
    },
  ],
});

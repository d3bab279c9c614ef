import rule, { messages } from "../../src/rules/valid-deadline-range";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "nobody says when the document was issued", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2012年底前` },
    { name: "within issue and validity", sheet: `2022年11月18日印发 | |\n 重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2022年11月底前\n 印发通报 | 市教育局 | 持续推进\n\n 注：有效期至2025年12月31日 | |` },
    { name: "the day of issue itself", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2022年11月18日前`, settings: { issued: "2022-11-18" } },
  ],
  invalid: [
    {
      name: "before the issue and after the validity, said above and below",
      sheet: `
        云溪市任务分工（2022年11月18日印发）           |          |
        重点任务                                       | 牵头部门 | 完成时限
        开展督查                                       | 市教育局 | 2021年12月底前
        印发通报                                       | 市教育局 | 2026年底前
        组织评估                                       | 市教育局 | 2024年底前
        注：本方案自2022年12月1日起施行，有效期3年     |          |
      `,
      problems: [
        { at: "C3", message: messages.beforeIssue("2021年12月底前", "2022-11-18") },
        { at: "C4", message: messages.afterValidity("2026年底前", "2025-11-30") },
      ],
    },
    {
      name: "said on a sheet of its own, or in the settings",
      sheet: `
        重点任务 | 牵头部门 | 完成时限
        开展督查 | 市教育局 | 2021年12月底前
        印发通报 | 市教育局 | 2026年底前
      `,
      others: { 填报说明: "2022年3月1日发布" },
      settings: { validTo: "2025-12-31" },
      problems: [
        { at: "C2", message: messages.beforeIssue("2021年12月底前", "2022-03-01") },
        { at: "C3", message: messages.afterValidity("2026年底前", "2025-12-31") },
      ],
    },
  ],
});

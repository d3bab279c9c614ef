import rule, { messages } from "../../src/rules/no-overdue";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "the last day itself, later days", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2024年6月底前\n 印发通报 | 市教育局 | 2024年底前` },
    { name: "standing work, periods, what cannot be read", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 持续推进\n 印发通报 | 市教育局 | 每年3月底前\n 组织评估 | 市教育局 | 3月底前\n 修订办法 | 市教育局 | 20__年3月` },
    { name: "tasks that are done", sheet: `重点任务 | 牵头部门 | 完成时限 | 完成状态\n 开展督查 | 市教育局 | 2023年底前 | 已完成\n 印发通报 | 市教育局 | 2023年底前 | 办结\n 组织评估 | 市教育局 | 2023年底前 | √\n 修订办法 | 市教育局 | 2023年底前 | 100%` },
    { name: "done by its progress, where there is no status", sheet: `重点任务 | 牵头部门 | 完成时限 | 进展情况\n 开展督查 | 市教育局 | 2023年底前 | 已完成。` },
    { name: "one of several stages is still to come, or the work goes on", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2023年底前试点，2024年底前推开\n 印发通报 | 市教育局 | 2023年底前完成，长期坚持` },
    { name: "on an earlier day", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | 市教育局 | 2022年8月底前`, settings: { asOf: "2022-08-31" } },
  ],
  invalid: [
    {
      name: "past days in every way of writing",
      sheet: `
        重点任务 | 牵头部门 | 完成时限         | 完成状态
        开展督查 | 市教育局 | 2024年6月29日前  | 未完成
        印发通报 | 市教育局 | 2022.12          |
        组织评估 | 市教育局 | 45351            | 推进中
        修订办法 | 市教育局 | “十三五”末       | 基本完成
        建设平台 | 市教育局 | 2022—2023年      | 已完成80%
      `,
      formats: { "C4:C4": "yyyy/m/d" },
      problems: [
        { at: "C2", message: messages.overdue("2024年6月29日前", 1) },
        { at: "C3", message: messages.overdue("2022.12", 547) },
        { at: "C4", message: messages.overdue("2024-02-29", 122) },
        { at: "C5", message: messages.overdue("“十三五”末", 1277) },
        { at: "C6", message: messages.overdue("2022—2023年", 182) },
      ],
    },
    {
      name: "a deadline merged over two tasks, one of them done",
      sheet: `
        重点任务 | 牵头部门 | 完成时限   | 完成状态
        开展督查 | 市教育局 | 2023年底前 | 已完成
        印发通报 | 市教育局 | ^          |
      `,
      problems: [{ at: "C2", message: messages.overdue("2023年底前", 182) }],
    },
  ],
});

import rule, { messages } from "../../src/rules/consistent-deadline";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "the same day, or an earlier one, in the task", sheet: `重点任务 | 牵头部门 | 完成时限\n 2024年6月底前印发方案，2025年底前建成 | 市教育局 | 2025年12月底前\n 到2025年建成10所 | 市教育局 | “十四五”末` },
    { name: "a year of outcome around the deadline", sheet: `重点任务 | 牵头部门 | 完成时限\n 2025年，全市入园率达到90% | 市教育局 | 2025年11月底前` },
    { name: "years that are no milestones", sheet: `重点任务 | 牵头部门 | 完成时限\n 落实《2026年工作要点》 | 市教育局 | 持续推进\n 自2023年起开展督查 | 市教育局 | 持续推进\n 巩固2026年成果 | 市教育局 | 2025年底前` },
    { name: "periods and blanks say nothing to contradict", sheet: `重点任务 | 牵头部门 | 完成时限\n 2025年底前建成 | 市教育局 | 每年底\n 2025年底前建成 | 市教育局 | 20__年底\n 2025年底前建成 | 市教育局 |` },
  ],
  invalid: [
    {
      name: "a later day, and a date beside standing work",
      sheet: `
        任务分工表                                       |          |
        重点任务                                         | 牵头部门 | 完成时限
        2025年底前建成平台                               | 市教育局 | 2024年12月底前
        2023年1月起试点，2025年实现全覆盖，占比达到70%   | 市教育局 | 持续推进
        2024年3月底前印发，2026年6月30日前验收           | 市教育局 | 2025年底前
      `,
      problems: [
        { at: "C3", message: messages.later(["2025年底前"], "2024年12月底前") },
        { at: "C4", message: messages.dated(["2025年"], "持续推进") },
        { at: "C5", message: messages.later(["2026年6月30日前"], "2025年底前") },
      ],
    },
  ],
});

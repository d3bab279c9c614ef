import rule, { messages } from "../../src/rules/no-stray-character";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "a header spaced out for looks", sheet: `"序　号" | "重 点 任 务" | "牵 头 部 门" | 完成时限 | "备　注"\n 1 | 建设 5G 基站 | 市教育局 | 2025年底前 |` },
    { name: "a cell of white space", sheet: `重点任务 | 牵头部门 | 责任部门 | 完成时限\n 开展督查 | 市教育局 | "　 " | 2025年底前` },
    { name: "a space between two whole names, a line break between units", sheet: `重点任务 | 牵头部门 | 责任部门 | 完成时限\n 开展督查 | 市教育局 | 市财政局 市医保局\\n市总工会 | 2025年底前` },
    { name: "what a formula gives", sheet: `重点任务 | 牵头部门 | 完成时限\n 开展督查 | ="x"&A9 → \u200b市教育局 | 2025年底前` },
  ],
  invalid: [
    {
      name: "a bookmark in the title, spaces, a backtick and unseen characters",
      sheet: `
        [bookmark: _GoBack]分工表 |             |             |
        重点任务                  | 牵头部门    | 责任部门    | 完成时限
        " 开展\`督查"             | 市\u200b教育局  | 市 财政局   | "2025年底前　"
        建设 5G 基站              | 市教育局    | 市财政局\\n | 2025年底前
      `,
      problems: [
        { at: "A1", message: messages.stray(["bookmark"]) },
        { at: "A3", message: messages.stray(["backtick", "space"]) },
        { at: "B3", message: messages.stray(["invisible"]) },
        { at: "C3", message: messages.stray(["space"]) },
        { at: "D3", message: messages.stray(["space"]) },
        { at: "C4", message: messages.stray(["space"]) },
      ],
      fixed: `
        分工表       |          |          |
        重点任务     | 牵头部门 | 责任部门 | 完成时限
        开展督查     | 市教育局 | 市财政局 | 2025年底前
        建设 5G 基站 | 市教育局 | 市财政局 | 2025年底前
      `,
    },
  ],
});

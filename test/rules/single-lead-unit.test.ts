import rule, { messages } from "../../src/rules/single-lead-unit";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "one unit, with another name in brackets", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市教育局 | 市财政局、市人社局\n 印发通报 | 市财政局（国资委） |\n 组织评估 | 各市州、县市区人民政府 |\n 修订办法 | 市委督查考核办（市政府督查考核办） |` },
    { name: "no lead column", sheet: `主要任务 | 责任单位 | 备注\n 开展督查 | 市教育局、市财政局 |` },
    { name: "words that say who only helps", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市教育局牵头，市财政局配合 |` },
  ],
  invalid: [
    {
      name: "several leads, the others moved to the responsible units",
      sheet: `
        重点任务 | 牵头部门                     | 责任部门
        开展督查 | 市教育局、市财政局           | 市人社局
        印发通报 | 市教育局\\n市财政局\\n市人社局 |
      `,
      problems: [
        { at: "B2", message: messages.several(["市教育局", "市财政局"]) },
        { at: "B3", message: messages.several(["市教育局", "市财政局", "市人社局"]) },
      ],
      suggested: `
        重点任务 | 牵头部门                     | 责任部门
        开展督查 | 市教育局                     | 市财政局、市人社局
        印发通报 | 市教育局\\n市财政局\\n市人社局 |
      `,
    },
    {
      name: "several leads with nowhere to move them",
      sheet: `
        重点任务 | 牵头部门           | 完成时限
        开展督查 | 市教育局、市财政局 | 2025年底前
      `,
      problems: [{ at: "B2", message: messages.several(["市教育局", "市财政局"]) }],
    },
  ],
});

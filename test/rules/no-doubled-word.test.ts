import rule, { messages } from "../../src/rules/no-doubled-word";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "words that are written twice rightly", sheet: `重点任务 | 牵头部门 | 完成时限\n 常常走访，面对面宣讲 | 市市场监管局 | 2025年底前\n 做到应保尽保 | 市市政管理局 | 持续推进\n 荆山市市级平台 | 各区县市人民政府 | 2025年11月11日前` },
    { name: "the same word in two cells, or in two lines", sheet: `重点任务 | 牵头部门 | 完成时限\n 强化督查\\n督查通报 | 督查室 | 2025年底前` },
  ],
  invalid: [
    {
      name: "levels, ranks and phrases, in a title too",
      sheet: `
        云溪市推进推进专班任务表  |                    |
        重点任务                   | 牵头部门           | 完成时限
        推进推进平台建设，并并网   | 各区县市市人民政府 | 2025年底前
        建设省级省重点专科         | 市教育局           | 2025年底前
      `,
      problems: [
        { at: "A1", message: messages.doubled(["溪市推进推进专班"]) },
        { at: "A3", message: messages.doubled(["推进推进平台"]) },
        { at: "B3", message: messages.doubled(["区县市市人民"]) },
        { at: "A4", message: messages.doubled(["建设省级省重点"]) },
      ],
      suggested: `
        云溪市推进专班任务表       |                    |
        重点任务                   | 牵头部门           | 完成时限
        推进推进平台建设，并并网   | 各区县市市人民政府 | 2025年底前
        建设省级省重点专科         | 市教育局           | 2025年底前
      `,
    },
  ],
});

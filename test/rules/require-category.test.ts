import rule, { messages } from "../../src/rules/require-category";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "a category above", sheet: `类别 | 主要任务 | 责任单位\n 督查 | 开展督查 | 市教育局\n | 印发通报 | 市教育局` },
    { name: "no category column", sheet: `主要任务 | 责任单位 | 备注\n 开展督查 | 市教育局 |` },
    { name: "a band", sheet: `类别 | 主要任务 | 责任单位\n 一、强化督查 | < | <\n | 开展督查 | 市教育局` },
    { name: "a merged category", sheet: `类别 | 主要任务 | 责任单位\n 督查 | 开展督查 | 市教育局\n ^ | 印发通报 | 市教育局` },
  ],
  invalid: [
    {
      name: "every task before the first category",
      sheet: `
        任务清单 |          |
        类别     | 主要任务 | 责任单位
                 | 开展督查 | 市教育局
        "　"     | 印发通报 | 市教育局
        评估     | 组织评估 | 市教育局
                 | 公布结果 | 市教育局
      `,
      problems: [
        { at: "A3", message: messages.missing("开展督查") },
        { at: "A4", message: messages.missing("印发通报") },
      ],
    },
  ],
});

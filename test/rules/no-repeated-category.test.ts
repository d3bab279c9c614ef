import rule, { messages } from "../../src/rules/no-repeated-category";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "a category for each block", sheet: `类别 | 主要任务 | 责任单位\n 督查 | 开展督查 | 市教育局\n | 印发通报 | 市教育局\n 评估 | 组织评估 | 市教育局` },
    { name: "a category in every row", sheet: `类别 | 主要任务 | 责任单位\n 督查 | 开展督查 | 市教育局\n 督查 | 印发通报 | 市教育局\n 评估 | 组织评估 | 市教育局\n 评估 | 公布结果 | 市教育局` },
    { name: "the same name again behind another category", sheet: `类别 | 主要任务 | 责任单位\n 督查 | 开展督查 | 市教育局\n | 印发通报 | 市教育局\n 评估 | 组织评估 | 市教育局\n 督查 | 现场核查 | 市教育局` },
    { name: "the same name again under another band", sheet: `类别 | 主要任务 | 责任单位\n 一、上半年 | < | <\n 督查 | 开展督查 | 市教育局\n | 印发通报 | 市教育局\n 二、下半年 | < | <\n 督查 | 现场核查 | 市教育局\n | 公布结果 | 市教育局` },
    { name: "no category column", sheet: `主要任务 | 责任单位 | 备注\n 开展督查 | 市教育局 |` },
  ],
  invalid: [
    {
      name: "page breaks, one directly below the category itself and one written with a space",
      sheet: `
        任务清单 |          |
        类别     | 主要任务 | 责任单位
        强化督查 | 开展督查 | 市教育局
                 | 印发通报 | 市教育局
        强化督查 | 现场核查 | 市教育局
                 | 建立台账 | 市教育局
        评估     | 组织评估 | 市教育局
        评 估    | 公布结果 | 市教育局
                 | 总结经验 | 市教育局
      `,
      problems: [
        { at: "A5", message: messages.repeated("强化督查") },
        { at: "A8", message: messages.repeated("评 估") },
      ],
      fixed: `
        任务清单 |          |
        类别     | 主要任务 | 责任单位
        强化督查 | 开展督查 | 市教育局
                 | 印发通报 | 市教育局
                 | 现场核查 | 市教育局
                 | 建立台账 | 市教育局
        评估     | 组织评估 | 市教育局
                 | 公布结果 | 市教育局
                 | 总结经验 | 市教育局
      `,
    },
    {
      name: "a merged category behind a repeated header",
      sheet: `
        类别 | 主要任务 | 责任单位
        督查 | 开展督查 | 市教育局
        ^    | 印发通报 | 市教育局
        类别 | 主要任务 | 责任单位
        督查 | 现场核查 | 市教育局
        ^    | 建立台账 | 市教育局
      `,
      problems: [{ at: "A5", message: messages.repeated("督查") }],
      fixed: `
        类别 | 主要任务 | 责任单位
        督查 | 开展督查 | 市教育局
        ^    | 印发通报 | 市教育局
        类别 | 主要任务 | 责任单位
             | 现场核查 | 市教育局
        ^    | 建立台账 | 市教育局
      `,
    },
  ],
});

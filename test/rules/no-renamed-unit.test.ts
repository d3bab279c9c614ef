import rule, { messages } from "../../src/rules/no-renamed-unit";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "present names", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市卫生健康委 | 市农业农村局、市文化和旅游局\n 印发通报 | 市市场监管局 | 市应急管理局` },
    { name: "before the reform", sheet: `重点任务 | 牵头部门 | 责任部门\n 防范风险 | 湖南银保监局 | 省财政厅`, settings: { asOf: "2022-11-18" } },
    { name: "a local name that the roster keeps", sheet: `重点任务 | 牵头部门 | 责任部门\n 汇聚数据 | 市大数据局 | 市财政局`, others: { 单位名录: `标准名称 | 简称\n 市大数据局 |\n 市财政局 |` } },
  ],
  invalid: [
    {
      name: "bodies that two reforms renamed or merged",
      sheet: `
        重点任务 | 牵头部门     | 责任部门
        防范风险 | 湖南银保监局 | 省财政厅
        汇聚数据 | 市财政局     | 市教育局、市大数据局
      `,
      problems: [
        { at: "B2", message: messages.renamed("湖南银保监局", "国家金融监督管理总局湖南监管局", "2023-05-18") },
        { at: "C3", message: messages.renamed("市大数据局", "市数据局", "2023-10-25") },
      ],
      suggested: {
        fix: "改为“市数据局”",
        sheet: `
        重点任务 | 牵头部门     | 责任部门
        防范风险 | 湖南银保监局 | 省财政厅
        汇聚数据 | 市财政局     | 市教育局、市数据局
      `,
      },
    },
  ],
});

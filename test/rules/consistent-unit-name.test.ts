import rule, { messages } from "../../src/rules/consistent-unit-name";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "one writing each, other levels and doubled names", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市卫健委 | 县卫健局、省卫生健康委\n 印发通报 | 市卫健委 | 市财政局（国资委）\n 组织评估 | 市财政局 | 市教育局` },
    { name: "a prefix that a list lets drop", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 省工业和信息化厅 | 省科技厅、工业和信息化厅\n 印发通报 | 省科技厅 | 省财政厅` },
    { name: "former names and words written twice, which other rules report", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市数据局 | 市大数据局\n 印发通报 | 各区县市人民政府 | 各区县市市人民政府` },
    { name: "the roster's own names", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市卫生健康委 |`, others: { 单位名录: `标准名称 | 简称\n 市卫生健康委 | 市卫健委` } },
  ],
  invalid: [
    {
      name: "every occurrence of the rarer form, on another sheet too",
      sheet: `
        重点任务 | 牵头部门     | 责任部门
        开展督查 | 市卫健委     | 市教育局
        印发通报 | 市卫健委     | 市财政局、市卫生健康委
        组织评估 | 市卫生健康委 | 市财政局
      `,
      others: { 附表: `主要任务 | 责任单位\n 走访 | 市卫健委` },
      problems: [
        { at: "C3", message: messages.rarer("市卫生健康委", "市卫健委") },
        { at: "B4", message: messages.rarer("市卫生健康委", "市卫健委") },
      ],
      suggested: `
        重点任务 | 牵头部门     | 责任部门
        开展督查 | 市卫健委     | 市教育局
        印发通报 | 市卫健委     | 市财政局、市卫健委
        组织评估 | 市卫生健康委 | 市财政局
      `,
    },
    {
      name: "every form that is not the roster's",
      sheet: `
        重点任务 | 牵头部门 | 责任部门
        开展督查 | 市卫健委 | 市教育局
        印发通报 | 市卫健委 | 市卫生健康委
      `,
      others: { 单位名录: `标准名称 | 简称或别名\n 市卫生健康委 | 市卫健委、卫健委` },
      problems: [
        { at: "B2", message: messages.unlikeRoster("市卫健委", "市卫生健康委") },
        { at: "B3", message: messages.unlikeRoster("市卫健委", "市卫生健康委") },
      ],
      fixed: `
        重点任务 | 牵头部门     | 责任部门
        开展督查 | 市卫生健康委 | 市教育局
        印发通报 | 市卫生健康委 | 市卫生健康委
      `,
    },
  ],
});

import rule, { messages } from "../../src/rules/no-unknown-unit";
import { testRule } from "../support/rule-tester";

const roster = `标准名称 | 简称\n 市教育局 |\n 市财政局 |\n 市人力资源社会保障局 | 市人社局、人社局\n 云溪创发平台 | 云创`;

testRule(rule, {
  valid: [
    { name: "bodies, groups, enterprises, schools, hospitals", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市教育局 | 云溪市第一中学、市人民医院、市城投集团\n 印发通报 | 团市委 | 各县（市、区）人民政府、市工商联\n 组织评估 | 市委编办 | 国网云溪供电公司、中国移动云溪分公司` },
    { name: "names and short names that only the roster knows", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 云溪创发平台 | 云创、人社局`, others: { 单位名录: roster } },
    { name: "blanks to fill in, which another rule reports", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | XX卫生健康局 | 待定` },
    { name: "units of the settings' roster", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 小张专班甲 | 市教育局`, settings: { roster: [{ name: "小张专班甲", aliases: [] }] } },
  ],
  invalid: [
    {
      name: "slips of the pen, people and sentences",
      sheet: `
        重点任务 | 牵头部门 | 责任部门
        开展督查 | 市财整局 | 市教育局
        印发通报 | 市财政局 | 张三、市教育局
      `,
      problems: [
        { at: "B2", message: messages.unknown("市财整局") },
        { at: "C3", message: messages.unknown("张三") },
      ],
      suggested: `
        重点任务 | 牵头部门 | 责任部门
        开展督查 | 市财政局 | 市教育局
        印发通报 | 市财政局 | 张三、市教育局
      `,
    },
    {
      name: "a name near to one of the roster",
      sheet: `
        重点任务 | 牵头部门 | 责任部门
        开展督查 | 市教育局 | 云溪创发平抬
      `,
      others: { 单位名录: roster },
      problems: [{ at: "C2", message: messages.unknown("云溪创发平抬") }],
      suggested: `
        重点任务 | 牵头部门 | 责任部门
        开展督查 | 市教育局 | 云溪创发平台
      `,
    },
  ],
});

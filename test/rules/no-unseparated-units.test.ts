import rule, { messages } from "../../src/rules/no-unseparated-units";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "parted by any mark", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市教育局 | 市财政局、市人社局\n 印发通报 | 市教育局 | 市财政局，市人社局；市住建局\n 组织评估 | 市教育局 | 市财政局\\n市人社局\n 修订办法 | 市教育局 | 市财政局 市人社局` },
    { name: "names that are one unit", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市市场监管局 | 市委组织部、市政府办公室\n 印发通报 | 市财政局（国资委） | 各市州、县市区人民政府\n 组织评估 | 市公安局交警支队 | 市生态环境局高新分局\n 修订办法 | 市住房和城乡建设局 | 国家税务总局云溪市税务局` },
    { name: "no unit column", sheet: `重点任务 | 完成时限 | 序号\n 市教育局市财政局联合督查 | 2025年底前 | 1` },
  ],
  invalid: [
    {
      name: "two and three run together, in a list parted by 、 or by line breaks",
      sheet: `
        任务分工表 |                  |
        重点任务   | 牵头部门         | 责任部门
        开展督查   | 市教育局市财政局 | 市人社局
        印发通报   | 市教育局         | 市发改委、市行政审批局市住建局
        组织评估   | 市教育局         | 市发改委\\n市自然资源局市生态环境局市水利局等
      `,
      problems: [
        { at: "B3", message: messages.unseparated([["市教育局", "市财政局"]]) },
        { at: "C4", message: messages.unseparated([["市行政审批局", "市住建局"]]) },
        { at: "C5", message: messages.unseparated([["市自然资源局", "市生态环境局", "市水利局"]]) },
      ],
      fixed: `
        任务分工表 |                    |
        重点任务   | 牵头部门           | 责任部门
        开展督查   | 市教育局、市财政局 | 市人社局
        印发通报   | 市教育局           | 市发改委、市行政审批局、市住建局
        组织评估   | 市教育局           | 市发改委\\n市自然资源局\\n市生态环境局\\n市水利局等
      `,
    },
  ],
});

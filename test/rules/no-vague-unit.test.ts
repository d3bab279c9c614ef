import rule, { messages } from "../../src/rules/no-vague-unit";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "units that can be held to it, and groups that can be listed", sheet: `重点任务 | 牵头部门 | 责任部门\n 开展督查 | 市教育局 | 各县（市、区）人民政府\n 印发通报 | 市教育局 | 各乡镇、街道\n 组织评估 | 市教育局 |\n 修订办法 | 市等级评审办公室 | 市教育局` },
  ],
  invalid: [
    {
      name: "nobody in particular, and a list that is not whole",
      sheet: `
        重点任务 | 牵头部门         | 责任部门
        开展督查 | 各项目主体单位   | 市财政局、市人社局等
        印发通报 | 市教育局         | 市直有关部门
        组织评估 | 市教育局         | 市财政局、相关单位
      `,
      problems: [
        { at: "B2", message: messages.vague(["各项目主体单位"]) },
        { at: "C2", message: messages.etc("等") },
        { at: "C3", message: messages.vague(["市直有关部门"]) },
        { at: "C4", message: messages.vague(["相关单位"]) },
      ],
    },
  ],
});

import rule, { messages } from "../../src/rules/no-duplicate-task";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    { name: "different tasks", sheet: `主要任务 | 责任单位\n 建设1.5公里管网 | 市住建局\n 建设15公里管网 | 市住建局\n 培育1-2家企业 | 市工信局\n 培育12家企业 | 市工信局` },
    { name: "words that refer to the task above", sheet: `主要任务 | 责任单位\n 开展督查 | 市教育局\n 同上 | 市财政局\n 同上 | 市医保局` },
    { name: "one task merged over two rows, blank tasks", sheet: `主要任务 | 责任单位\n 开展督查 | 市教育局\n ^ | 市财政局\n | 市医保局\n | 市总工会` },
  ],
  invalid: [
    {
      name: "the same but for width, spaces and punctuation",
      sheet: `
        任务清单            |
        主要任务            | 责任单位
        建设5G基站，全覆盖  | 市工信局
        开展督查            | 市教育局
        建设５Ｇ基站 全覆盖 | 市工信局
        "开展 督查。"       | 市财政局
        开展督查            | 市医保局
      `,
      problems: [
        { at: "A5", message: messages.duplicate("建设５Ｇ基站 全覆盖", 3) },
        { at: "A6", message: messages.duplicate("开展 督查。", 4) },
        { at: "A7", message: messages.duplicate("开展督查", 4) },
      ],
    },
  ],
});

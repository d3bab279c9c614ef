import rule, { messages } from "../../src/rules/valid-number";
import { testRule } from "../support/rule-tester";

/** A table with these numbers, one task a row. */
function numbered(...numbers: readonly string[]): string {
  const rows = numbers.map((number, index) => `${number} | 推进第${index + 1}个站点建设 | 市教育局 | 2025年底前`);
  return ["序号 | 重点任务 | 牵头部门 | 完成时限", ...rows].join("\n");
}

testRule(rule, {
  valid: [
    { name: "numbers", sheet: numbered("1", "2", "3") },
    { name: "texts in several ways of writing", sheet: numbered('"1."', '"2．"', "（3）", "四", "⑤", '"6"') },
    { name: "a table that goes on from another sheet", sheet: numbered("13", "14", "15") },
    { name: "codes", sheet: numbered("ZB-01", "ZB-03", "ZB-02") },
    { name: "numbers of two levels", sheet: numbered('"1"', '"1.1"', '"1.2"', '"2"', '"2.1"', '"2.2"') },
    { name: "hyphens", sheet: numbered("1-1", "1-2", "2-1") },
    { name: "a number for each group of rows", sheet: numbered("1", "", "", "2", "", "", "3", "", "") },
    { name: "no number column", sheet: `主要任务 | 责任单位 | 备注\n 开展督查 | 市教育局 |` },
    {
      name: "starting again with a category, in a column and as a band; a total; a merged number; a repeated header",
      sheet: `
        类别         | 序号 | 重点任务   | 牵头部门 | 完成时限
        督查         | 1    | 开展督查   | 市教育局 | 2025年底前
                     | 2    | 印发通报   | 市教育局 | 2025年底前
        评估         | 1    | 组织评估   | 市教育局 | 2025年底前
        ^            | 2    | 公布结果   | 市教育局 | 2025年底前
        类别         | 序号 | 重点任务   | 牵头部门 | 完成时限
                     | 3    | 建立台账   | 市教育局 | 2025年底前
                     | ^    | 更新台账   | 市教育局 | 2025年底前
        三、强化保障 | <    | <          | <        | <
                     | 1    | 落实经费   | 市财政局 | 2025年底前
        合计         | 6    |            |          |
                     |      | 合计       | 6项      |
      `,
    },
  ],
  invalid: [
    {
      name: "a jump; the rest is numbered anew in its own way",
      sheet: `分工表 | | |\n${numbered('"1."', '"2."', '"4."', '"5."')}`,
      problems: [{ at: "A5", message: messages.jump(2, 4, 3) }],
      suggested: `分工表 | | |\n${numbered('"1."', '"2."', '"3."', '"4."')}`,
    },
    { name: "13 and then 15", sheet: numbered("12", "13", "15", "16"), problems: [{ at: "A4", message: messages.jump(13, 15, 14) }] },
    { name: "a repeated number", sheet: numbered("1", "2", "2", "3"), problems: [{ at: "A4", message: messages.repeated(2) }], suggested: numbered("1", "2", "3", "4") },
    { name: "a slip of the hand", sheet: numbered("1", "2", "2", "4"), problems: [{ at: "A4", message: messages.repeated(2) }], suggested: numbered("1", "2", "3", "4") },
    { name: "two rows swapped", sheet: numbered("1", "3", "2", "4"), problems: [{ at: "A3", message: messages.disorder(3, 2) }] },
    { name: "a missing number", sheet: numbered("1", "", "3", "4"), problems: [{ at: "A3", message: messages.missing() }], suggested: numbered("1", "2", "3", "4") },
    { name: "a missing number the others do not count", sheet: numbered("一", "", "二"), problems: [{ at: "A3", message: messages.missing() }], suggested: numbered("一", "二", "三") },
    { name: "an empty column, once", sheet: numbered("", "", ""), problems: [{ at: "A2", message: messages.empty() }], suggested: numbered("1", "2", "3") },
    {
      name: "starting again without a category",
      sheet: numbered("1", "2", "3", "1", "2", "3"),
      problems: [{ at: "A5", message: messages.repeated(1) }],
      suggested: numbered("1", "2", "3", "4", "5", "6"),
    },
    {
      name: "two faults in two categories",
      sheet: `
        类别 | 序号 | 重点任务 | 牵头部门 | 完成时限
        督查 | 1    | 开展督查 | 市教育局 | 2025年底前
             | 3    | 印发通报 | 市教育局 | 2025年底前
             | 4    | 现场核查 | 市教育局 | 2025年底前
        评估 | （1）| 组织评估 | 市教育局 | 2025年底前
             | （1）| 公布结果 | 市教育局 | 2025年底前
             | （2）| 建立台账 | 市教育局 | 2025年底前
      `,
      problems: [
        { at: "B3", message: messages.jump(1, 3, 2) },
        { at: "B6", message: messages.repeated(1) },
      ],
      suggested: `
        类别 | 序号 | 重点任务 | 牵头部门 | 完成时限
        督查 | 1    | 开展督查 | 市教育局 | 2025年底前
             | 2    | 印发通报 | 市教育局 | 2025年底前
             | 3    | 现场核查 | 市教育局 | 2025年底前
        评估 | （1）| 组织评估 | 市教育局 | 2025年底前
             | （2）| 公布结果 | 市教育局 | 2025年底前
             | （3）| 建立台账 | 市教育局 | 2025年底前
      `,
    },
    { name: "computed numbers, which are not overwritten", sheet: numbered("=ROW()-1 → 1", "=ROW() → 3", "=ROW() → 4"), problems: [{ at: "A3", message: messages.jump(1, 3, 2) }] },
  ],
});

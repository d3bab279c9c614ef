import { parseAddress } from "../../src/core/address";
import { labelsOf, type Labels } from "../../src/measurements/labels";
import { sheet } from "../support/sheet";

function labelsAt(text: string, address: string): Labels {
  const area = parseAddress(address);
  if (area === undefined) throw new Error(`no address: ${address}`);
  return labelsOf(sheet(text), area.top, area.left);
}

const items = `
  财务台账 | < | <
  科目 | 单位 | 期末余额
  负债合计 | 万元 | 45
  资产合计 | 万元 | 100
`;

const counties = `
  县区 | 2023年 | < | 2024年 | <
  ^ | 门急诊人次 | 住院人次 | 门急诊人次 | 住院人次
  青石县 | 90 | 8 | 95 | 9
  白沙县 | 80 | 7 | 85 | 8
`;

test.each<{ name: string; text: string; at: string; row: string[]; column: string[] }>([
  { name: "an item beside its number, over a title", text: items, at: "C4", row: ["万元", "资产合计"], column: ["期末余额", "财务台账"] },
  { name: "a county under two header rows, the merged one in every column it lies over", text: counties, at: "E4", row: ["白沙县"], column: ["住院人次", "2024年"] },
  { name: "the first row below the header", text: counties, at: "B3", row: ["青石县"], column: ["门急诊人次", "2023年"] },
  { name: "a category merged down beside its items", text: "类别 | 项目 | 数\n 收入 | 医疗收入 | 9\n ^ | 财政补助 | 3", at: "C3", row: ["财政补助", "收入"], column: ["数"] },
  { name: "numbers stored as text and dates name nothing", text: "项目 | 上报 | 数\n 床位 | 1,200人次 | 9", at: "C2", row: ["床位"], column: ["数"] },
  { name: "nothing around it", text: " | \n | 3", at: "B2", row: [], column: [] },
  { name: "a row that says 合计 among numbers is no header", text: "项目 | 甲\n 合计 | 3\n 乙 | 4", at: "B3", row: ["乙"], column: ["甲"] },
])("$name", ({ text, at, row, column }) => {
  expect(labelsAt(text, at)).toEqual({ row, column });
});

import { stringifyAddress } from "../../src/core/address";
import { check } from "../../src/core/check";
import { findTables } from "../../src/core/find-tables";
import { isOwnHeader, isOwnSheet, ownColumns } from "../../src/core/own-columns";
import { defaultSettings } from "../../src/core/settings";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { sheet, workbook } from "../support/sheet";

const flagged = `
  序号 | 重点任务     | 牵头部门 | 完成时限     | 状态（清单核查）           | 剩余天数（清单核查）  | 到期日（清单核查）
  1    | 整修灌溉渠道 | 市水利局 | 2026年9月底前 | =IF(G2<TODAY(),"● 超期","■ 正常") → ■ 正常 | =G2-TODAY() → 30 | =DATE(2026,9,30) → 46295
  2    | 清淤排涝沟   | 市水利局 | 2026年10月底前 | =IF(G3<TODAY(),"● 超期","■ 正常") → #REF! | =#REF!-TODAY() → #REF! | =DATE(2026,10,31) → 46326
`;

test.each(["状态（清单核查）", "剩余天数\n（清单核查）", "状态(清单核查)"])("%j is a header of ours", (text) => expect(isOwnHeader(text)).toBe(true));
test.each(["状态", "清单核查", "任务清单核查情况", "状态（待核查）", "清单核查）", null, 3])("%j is none", (text) => expect(isOwnHeader(text)).toBe(false));

test("our columns are no part of the table beside them", () => {
  const [table, ...others] = findTables(workbook(flagged), templates);
  expect(others).toEqual([]);
  expect(stringifyAddress(table?.bounds ?? { top: 0, left: 0, bottom: 0, right: 0 })).toBe("A1:D3");
  expect(table?.has("status")).toBe(false);
});

test("a column that somebody adds behind ours belongs to the table, ours between do not", () => {
  const lines = flagged.trim().split("\n");
  const [table] = findTables(workbook([`${lines[0] ?? ""} | 完成状态`, `${lines[1] ?? ""} | 已完成`, `${lines[2] ?? ""} | `].join("\n")), templates);
  expect(stringifyAddress(table?.bounds ?? { top: 0, left: 0, bottom: 0, right: 0 })).toBe("A1:H3");
  expect([...(table?.columns.keys() ?? [])].sort()).toEqual(["deadline", "leadUnit", "number", "status", "task"]);
});

test("no rule speaks of what we have put there", () => {
  const { diagnostics } = check({ workbook: workbook(flagged), templates, rules, settings: defaultSettings("2026-03-01") });
  expect(diagnostics).toEqual([]);
});

test("a header alone, without formulas below, is somebody's text", () => {
  expect([...ownColumns(sheet("状态（清单核查）\n 好"))]).toEqual([]);
  expect([...ownColumns(sheet(flagged))]).toEqual([4, 5, 6]);
});

test("a sheet of ours says so in its first cell", () => {
  expect(isOwnSheet(sheet("情况说明（清单核查）\n 工作表 | 单元格"))).toBe(true);
  expect(isOwnSheet(sheet("情况说明\n 2026年印发"))).toBe(false);
});

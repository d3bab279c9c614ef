import { check } from "../../src/core/check";
import { findTables } from "../../src/core/find-tables";
import { defaultSettings } from "../../src/core/settings";
import type { Change, SetList } from "../../src/core/edit";
import { findWorksheet, valueAt, type Workbook } from "../../src/core/workbook";
import { stringifyAddress } from "../../src/core/address";
import { dropdownChanges, type DropdownKind } from "../../src/fill/dropdowns";
import type { Host } from "../../src/host/host";
import { createMemoryHost } from "../../src/host/memory-host";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { isBehind, isDone } from "../../src/language/status";
import { readDeadline } from "../../src/language/deadline";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { excelHostFactory } from "../host/excel/excel-host-factory";
import { exampleDay } from "../support/rule-tester";
import { sheet, workbook } from "../support/sheet";
import { workbookFile } from "../support/workbook-file";

const all: readonly DropdownKind[] = ["units", "deadlines", "states"];
const settings = defaultSettings(exampleDay);
const changesFor = (book: Workbook, kinds = all): Change[] => dropdownChanges({ workbook: book, tables: findTables(book, templates), settings }, kinds);

const lists = (changes: readonly Change[]): string[] =>
  changes
    .flatMap(({ edits }) => edits)
    .filter((edit): edit is SetList => edit.kind === "set-list")
    .map(({ range, after }) => `${range.sheet}!${stringifyAddress(range)} ← ${after === null ? "" : `${after.sheet}!${stringifyAddress(after)}`}`);

const book = workbook(
  `
  2024年重点任务分工
  序号 | 重点任务     | 牵头单位   | 配合单位           | 完成时限       | 完成状态
  1    | 新建口袋公园 | 市城管局   | 市财政局、市林业局 | 2024年8月底前  | 推进中
  2    | 改造老旧小区 | 市住建局   | 市财政局           | 2024年11月底前 | 推进中
  3    | 清运建筑垃圾 | 市城管局   | 市公安局           | 持续推进       |
  `,
);

const hosts: readonly (readonly [string, (initial: Workbook) => Promise<Host>])[] = [
  ["memory", async (initial) => createMemoryHost(initial)],
  ["xlsx", (initial) => createXlsxHost(workbookFile(initial))],
];

test("names units, deadlines and states from ranges, each column once", () => {
  expect(lists(changesFor(book))).toEqual(["Sheet1!C3:C5 ← 单位名录!A2:A6", "Sheet1!E3:E5 ← 下拉选项!A2:A11", "Sheet1!F3:F5 ← 下拉选项!B2:B5"]);
  expect(changesFor(book).map(({ title }) => title.zh)).toEqual(["新建单位名录，列出 5 个单位和各自的写法；给 1 列单位加上下拉列表，从单位名录里选", "给 2 列时限和状态加上下拉列表"]);
});

test("Excel cannot tell what lies on cells before it is asked of each: what is there is passed over, and the roster still brought up to date", async () => {
  const host = await excelHostFactory(book);
  await host.apply(changesFor(await host.read()));
  await host.apply([{ title: { zh: "", en: "" }, edits: [{ kind: "set-cell", sheet: "Sheet1", row: 2, column: 2, before: "市城管局", after: "市路灯所" }] }]);
  const again = await host.apply(changesFor(await host.read()));
  expect(again.applied.map(({ title }) => title.zh)).toEqual(["更新单位名录：增加 1 个单位、0 种写法"]);
  expect(new Set(again.skipped.map(({ reason }) => reason))).toEqual(new Set(["not-ours"]));
});

describe.each(hosts)("in the %s host", (_, open) => {
  test("everything is made, read again, found to be there, and taken back", async () => {
    const host = await open(book);
    const receipt = await host.apply(changesFor(await host.read()));
    expect(receipt.skipped).toEqual([]);
    const made = await host.read();
    expect(made.worksheets.map(({ name }) => name)).toEqual(["Sheet1", "单位名录", "下拉选项"]);
    expect(findWorksheet(made, "Sheet1")?.validations).toHaveLength(3);
    expect(lists(changesFor(made))).toEqual([]);
    expect(changesFor(made)).toEqual([]);
    // neither new sheet is a list to find fault with
    expect(check({ workbook: made, templates, rules, settings }).diagnostics.filter(({ range }) => range.sheet !== "Sheet1")).toEqual([]);
    await host.undo(receipt);
    const undone = await host.read();
    expect(undone.worksheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    expect(findWorksheet(undone, "Sheet1")?.validations ?? []).toEqual([]);
  });

  test("a new unit lengthens the roster and the lists that are there; a new row gets one", async () => {
    const host = await open(book);
    await host.apply(changesFor(await host.read()));
    const receipt = await host.apply([{ title: { zh: "", en: "" }, edits: [{ kind: "insert-rows", sheet: "Sheet1", at: 5, cells: [[4, "更换路灯", "市路灯所", null, "2024年9月底前", "未启动"]] }] }]);
    expect(receipt.skipped).toEqual([]);
    const changes = changesFor(await host.read());
    expect((await host.apply(changes)).skipped).toEqual([]);
    const later = await host.read();
    const roster = findWorksheet(later, "单位名录");
    expect(roster === undefined ? undefined : valueAt(roster, 5, 0)).toBe("市路灯所");
    const covered = (findWorksheet(later, "Sheet1")?.validations ?? []).filter(({ range }) => range.left === 2);
    expect(new Set(covered.map(({ source }) => source?.bottom))).toEqual(new Set([6]));
    expect(covered.flatMap(({ range }) => Array.from({ length: range.bottom - range.top + 1 }, (__, index) => range.top + index))).toEqual([2, 3, 4, 5]);
    expect(changesFor(later)).toEqual([]);
  });
});

test("a list of options that somebody has lengthened by hand is offered to its end", async () => {
  const host = createMemoryHost(book);
  await host.apply(changesFor(await host.read()));
  const options = findWorksheet(await host.read(), "下拉选项");
  const [row, column] = [5, 1];
  expect(options === undefined ? undefined : [valueAt(options, row - 1, column), valueAt(options, row, column)]).toEqual(["已完成", null]);
  await host.apply([{ title: { zh: "", en: "" }, edits: [{ kind: "set-cell", sheet: "下拉选项", row, column, before: null, after: "已移交" }] }]);
  const changes = changesFor(await host.read());
  expect(lists(changes)).toEqual(["Sheet1!F3:F5 ← 下拉选项!B2:B6"]);
  expect((await host.apply(changes)).skipped).toEqual([]);
  expect(changesFor(await host.read())).toEqual([]);
});

test("what may be chosen is what the readers know", () => {
  const options = changesFor(book).flatMap(({ edits }) => edits).find((edit) => edit.kind === "add-sheet" && edit.sheet === "下拉选项");
  if (options?.kind !== "add-sheet") throw new Error("no options");
  const [deadlines, states] = [0, 1].map((column) => options.cells.slice(1).flatMap((line) => (typeof line[column] === "string" ? [line[column]] : [])));
  expect(deadlines).toEqual(["2024年6月底前", "2024年8月底前", "2024年9月底前", "2024年11月底前", "2024年底前", "2025年3月底前", "2025年6月底前", "2025年9月底前", "2025年底前", "持续推进"]);
  for (const text of deadlines ?? []) expect(readDeadline(text).kind).toMatch(/^(?:by|open-ended)$/);
  expect(states?.map((text) => [text, isDone(text), isBehind(text)])).toEqual([
    ["未启动", false, false],
    ["推进中", false, false],
    ["进度滞后", false, true],
    ["已完成", true, false],
  ]);
});

test("the end of a year is offered under one name, the list's own", () => {
  const own = workbook("2024年重点任务分工\n 序号 | 重点任务 | 牵头单位 | 完成时限\n 1 | 新建口袋公园 | 市城管局 | 2024年12月底前");
  const options = changesFor(own).flatMap(({ edits }) => edits).find((edit) => edit.kind === "add-sheet" && edit.sheet === "下拉选项");
  if (options?.kind !== "add-sheet") throw new Error("no options");
  const deadlines = options.cells.map(([text]) => text);
  expect(deadlines).toContain("2024年12月底前");
  expect(deadlines).not.toContain("2024年底前");
  expect(deadlines).toContain("2025年底前");
});

test("a person's own conditions are left alone, the cells they leave get a list", () => {
  const drawn = sheet("重点任务 | 牵头单位\n 修订预案 | 市应急局\n 组织演练 | 市应急局\n 补充物资 | 市粮储局\n 培训队伍 | 市气象局");
  const own = { ...drawn, validations: [{ range: { top: 2, left: 1, bottom: 3, right: 1 } }] };
  expect(lists(changesFor(workbook(own), ["units"]))).toEqual(["Sheet1!B2 ← 单位名录!A2:A4", "Sheet1!B5 ← 单位名录!A2:A4"]);
});

test.each<[string, Workbook, readonly string[]]>([
  ["only the kinds that are asked for", book, ["Sheet1!F3:F5 ← 下拉选项!B2:B5"]],
  ["a column of formulas is not chosen", workbook("重点任务 | 牵头单位 | 完成状态\n 推广节水 | 市水务局 | =IF(A2=\"\",\"\",\"推进中\") → 推进中\n 查漏补缺 | 市水务局 | =IF(A3=\"\",\"\",\"推进中\") → 推进中"), []],
  ["no such column, no list", workbook("重点任务 | 牵头单位\n 推广节水 | 市水务局"), []],
])("%s", (_, of, expected) => {
  expect(lists(changesFor(of, ["states"]))).toEqual(expected);
});

test("texts are not offered where the deadlines are dates; the responsible units' column is taken where no other tells who leads", () => {
  const dates = workbook(sheet("重点任务 | 责任单位 | 完成时限\n 评选标兵 | 市总工会 | 45657\n 走访慰问 | 市妇联 | 45688", { formats: { "C2:C3": "yyyy-mm-dd" } }));
  expect(lists(changesFor(dates))).toEqual(["Sheet1!B2:B3 ← 单位名录!A2:A3"]);
});

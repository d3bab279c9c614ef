import { applySteps } from "../../src/core/apply-steps";
import { arrange } from "../../src/core/arrange";
import { check } from "../../src/core/check";
import { defaultSettings } from "../../src/core/settings";
import type { Change } from "../../src/core/edit";
import type { Workbook } from "../../src/core/workbook";
import { findTables } from "../../src/core/find-tables";
import { makeRosterSheet } from "../../src/fill/roster-sheet";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { exampleDay } from "../support/rule-tester";
import { contentsOf, sheet, workbook } from "../support/sheet";

const settings = defaultSettings(exampleDay);

function contextOf(book: Workbook) {
  return { workbook: book, tables: findTables(book, templates), settings };
}

function after(book: Workbook, change: Change | undefined): Workbook {
  if (change === undefined) return book;
  const { steps, skipped } = arrange(book, [change]);
  expect(skipped).toEqual([]);
  return applySteps(book, steps);
}

const rosterOf = (book: Workbook) => contentsOf(book.worksheets.find(({ name }) => name === "单位名录") ?? sheet("")).cells;
const findings = (book: Workbook, id: string) => check({ workbook: book, templates, rules, settings }).diagnostics.filter((diagnostic) => diagnostic.rule === id);

const lists = workbook(
  `
  序号 | 重点任务       | 牵头单位     | 配合单位
  1    | 建设托育综合体 | 市卫健委     | 市教育局、省发展改革委
  2    | 培训保育人员   | 市卫健委     | 市人社局、云岭县人民政府
  3    | 开展质量评估   | 市卫生健康委 | 市市场监管局、有关部门
  4    | 公布机构名单   | 市卫健委     | 待定
  `,
  `
  主要任务 | 责任单位
  巡查食堂 | 市市场监督管理局、市教育局
  公示结果 | 市教育局
  回应关切 | 教育局
  建立热线 | 大数据局
  `,
);

test("lists each unit once, by the commoner writing, with its others, its level and how often they occur", () => {
  const { change, names } = makeRosterSheet(contextOf(lists));
  const book = after(lists, change);
  expect(rosterOf(book)).toEqual([
    ["标准名称", "简称或别名", "层级", "写法和次数"],
    ["省发展改革委", null, "省级", "省发展改革委 1 处"],
    ["市卫健委", "市卫生健康委", "市级", "市卫健委 3 处、市卫生健康委 1 处"],
    ["市教育局", null, "市级", "市教育局 3 处"],
    ["市市场监管局", "市市场监督管理局", "市级", "市市场监管局 1 处、市市场监督管理局 1 处"],
    ["市人社局", null, "市级", "市人社局 1 处"],
    ["云岭县人民政府", null, "县级", "云岭县人民政府 1 处"],
    ["教育局", null, null, "教育局 1 处；没有写层级，请核对是不是“市教育局”"],
  ]);
  expect(names).toEqual({ sheet: "单位名录", top: 1, left: 0, bottom: 7, right: 0 });
});

test("the rules go by it: what was the rarer form is now not the roster's, and becomes a safe fix", () => {
  expect(findings(lists, "consistent-unit-name").map(({ fixes }) => fixes.map(({ safe }) => safe))).toEqual([[false], [false]]);
  const book = after(lists, makeRosterSheet(contextOf(lists)).change);
  const found = findings(book, "consistent-unit-name");
  expect(found.map(({ message }) => message.zh)).toEqual([expect.stringContaining("单位名录中的“市卫健委”"), expect.stringContaining("单位名录中的“市市场监管局”")]);
  expect(found.flatMap(({ fixes }) => fixes.map(({ safe }) => safe))).toEqual([true, true]);
  // the sheet itself is no list to find fault with
  expect(check({ workbook: book, templates, rules, settings }).diagnostics.filter(({ range }) => range.sheet === "单位名录")).toEqual([]);
  expect(findTables(book, templates)).toHaveLength(2);
});

test("the person decides: another name kept is what the rules hold the lists against", () => {
  const made = after(lists, makeRosterSheet(contextOf(lists)).change);
  const decided = after(made, {
    title: { zh: "", en: "" },
    edits: [
      { kind: "set-cell", sheet: "单位名录", row: 2, column: 0, before: "市卫健委", after: "市卫生健康委" },
      { kind: "set-cell", sheet: "单位名录", row: 2, column: 1, before: "市卫生健康委", after: "市卫健委" },
    ],
  });
  expect(findings(decided, "consistent-unit-name").filter(({ message }) => message.zh.includes("“市卫生健康委”"))).toHaveLength(3);
  // made again it stays as it was decided
  expect(makeRosterSheet(contextOf(decided)).change).toBeUndefined();
});

test("made again it is brought up to date, not doubled", () => {
  const made = after(lists, makeRosterSheet(contextOf(lists)).change);
  expect(makeRosterSheet(contextOf(made)).change).toBeUndefined();
  const more = after(made, {
    title: { zh: "", en: "" },
    edits: [
      { kind: "set-cell", sheet: "Sheet1", row: 4, column: 3, before: "待定", after: "市人力资源社会保障局、市税务局" },
    ],
  });
  const { change, names } = makeRosterSheet(contextOf(more));
  expect(change?.title.zh).toBe("更新单位名录：增加 1 个单位、1 种写法");
  const cells = rosterOf(after(more, change));
  expect(cells[5]).toEqual(["市人社局", "市人力资源社会保障局", "市级", "市人社局 1 处、市人力资源社会保障局 1 处"]);
  // before the last, so that a list chosen from the range grows
  expect(cells.at(-2)).toEqual(["市税务局", null, "市级", "市税务局 1 处"]);
  expect(cells).toHaveLength(9);
  expect(names?.bottom).toBe(8);
  expect(makeRosterSheet(contextOf(after(more, change))).change).toBeUndefined();
});

test("a roster of the office's own is added to in its own columns, and nothing in it changes", () => {
  const own = workbook(
    `重点任务 | 牵头单位\n 清淤疏浚 | 市水务局\n 加固堤防 | 市水利局\n 巡堤查险 | 市应急局`,
    sheet(`单位名录（2024年）\n 编号 | 单位名称 | 简称\n 1 | 市水利局 | 水利局`, { name: "单位名录", visibility: "hidden" }),
  );
  const { change } = makeRosterSheet(contextOf(own));
  const cells = rosterOf(after(own, change));
  expect(cells.slice(0, 3)).toEqual([
    ["单位名录（2024年）", null, null],
    ["编号", "单位名称", "简称"],
    [1, "市水利局", "水利局"],
  ]);
  expect(cells.slice(3).map((line) => line[1])).toContain("市应急局");
});

test.each([
  ["no list at all", workbook("说明\n 本表不用填")],
  ["a list without units", workbook("重点任务 | 牵头单位\n 建立台账 |\n 召开例会 | 待定\n 公开信息 | 有关部门")],
])("%s makes no roster", (_, book) => {
  expect(makeRosterSheet(contextOf(book))).toEqual({ change: undefined, names: undefined });
});

test("former names are not kept, once they are former", () => {
  const book = workbook("重点任务 | 牵头单位\n 监管银行 | 市银保监局\n 建设平台 | 市大数据局\n 清理数据 | 市教育局");
  const names = (asOf: string) => {
    const context = { ...contextOf(book), settings: { ...settings, asOf } };
    return rosterOf(after(book, makeRosterSheet(context).change)).slice(1).map(([name]) => name);
  };
  expect(names("2030-01-01")).toEqual(["市教育局"]);
  expect(names("2017-01-01")).toHaveLength(3);
});

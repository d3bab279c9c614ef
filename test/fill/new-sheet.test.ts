import { applySteps } from "../../src/core/apply-steps";
import { check } from "../../src/core/check";
import { findTables } from "../../src/core/find-tables";
import { defaultSettings } from "../../src/core/settings";
import { tablesOfKind } from "../../src/core/table";
import { findWorksheet } from "../../src/core/workbook";
import type { FillRow } from "../../src/fill/fill-row";
import { newTaskSheet, type NewSheetOptions } from "../../src/fill/new-sheet";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { taskListKind } from "../../src/templates/task-list-kind";
import { contentsOf, sheet, workbook } from "../support/sheet";

const rows: FillRow[] = [
  { category: "摸清底数", number: "1", task: "开展停车资源普查。", leads: ["市城管局"], responsible: ["市公安局", "市住建局"], etc: false, deadlineText: "2026年6月底前" },
  { category: "摸清底数", number: "2", task: "=SUM(A1)是一句话", leads: ["市城管局"], responsible: [], etc: false, deadlineText: "12月底前", deadlineDate: "2026-12-31" },
  { category: "智慧平台", number: "3", task: "建成信息平台。", leads: [], responsible: ["市数据局"], etc: true, deadlineText: "持续推进" },
  { category: "", number: "4", task: "总结评估。", leads: ["市政府办公室"], responsible: [], etc: false, deadlineText: "2026.9" },
];

const options: NewSheetOptions = { name: "责任分工", title: "云溪市停车任务责任分工表", form: "responsibility-division", extras: ["note", "status"], deadline: {} };

test("the responsibility division, its numbers as numbers, its deadlines in the standard form", () => {
  const edit = newTaskSheet(rows, options);
  expect(edit.cells).toEqual([
    ["云溪市停车任务责任分工表"],
    ["任务分类", "序号", "重点任务", "牵头部门", "责任部门", "完成时限", "完成状态", "备注"],
    ["摸清底数", 1, "开展停车资源普查。", "市城管局", "市公安局、市住建局", "2026年6月底前", null, null],
    [null, 2, "=SUM(A1)是一句话", "市城管局", null, "2026年12月底前", null, null],
    ["智慧平台", 3, "建成信息平台。", null, "市数据局等", "持续推进", null, null],
    [null, 4, "总结评估。", "市政府办公室", null, "2026年9月底前", null, null],
  ]);
  expect(edit.layout?.merges).toEqual([
    { top: 0, left: 0, bottom: 0, right: 7 },
    { top: 2, left: 0, bottom: 3, right: 0 },
    { top: 4, left: 0, bottom: 4, right: 0 },
  ]);
  expect(edit.layout?.print).toEqual({ landscape: true, repeatRows: { first: 1, last: 1 } });
});

test("the four-column list has its lead first among the units", () => {
  const { cells } = newTaskSheet(rows, { ...options, form: "task-list", extras: ["note"], note: "注：文件2026年1月5日印发。" });
  expect(cells.slice(1)).toEqual([
    ["类别", "主要任务", "责任单位", "备注"],
    ["摸清底数", "开展停车资源普查。", "市城管局、市公安局、市住建局", null],
    [null, "=SUM(A1)是一句话", "市城管局", null],
    ["智慧平台", "建成信息平台。", "市数据局等", null],
    [null, "总结评估。", "市政府办公室", null],
    ["注：文件2026年1月5日印发。"],
  ]);
});

test("the office's own form is taken over with its header, in its order", () => {
  const book = workbook(sheet(`某单位用表 | | | |\n 办结时限 | 工作任务 | 单位 | < | 督办意见\n ^ | ^ | 主办单位 | 协办单位 | ^`, { name: "空表" }));
  const [table] = tablesOfKind(findTables(book, templates), taskListKind);
  if (table === undefined) throw new Error("the form is not recognised");
  const edit = newTaskSheet(rows.slice(0, 2), { ...options, form: table });
  expect(edit.cells.slice(1)).toEqual([
    ["办结时限", "工作任务", "单位", null, "督办意见"],
    [null, null, "主办单位", "协办单位", null],
    ["2026年6月底前", "开展停车资源普查。", "市城管局", null, null],
    ["2026年12月底前", "=SUM(A1)是一句话", "市城管局", null, null],
  ]);
  expect(edit.layout?.frozenRows).toBe(3);
});

test("a document without headings needs no column for categories", () => {
  expect(newTaskSheet(rows.slice(3), options).cells[1]).toEqual(["序号", "重点任务", "牵头部门", "责任部门", "完成时限", "完成状态", "备注"]);
});

test("the rows keep the document's numbers only where all have one", () => {
  const numbers = (list: readonly string[]) => newTaskSheet(list.map((number) => ({ ...rows[0], number }) as FillRow), options).cells.slice(2).map((line) => line[1]);
  expect(numbers(["1", "2", "1"])).toEqual([1, 2, 1]);
  expect(numbers(["", "1", "2"])).toEqual([1, 2, 3]);
  expect(numbers(["一", "二"])).toEqual([1, 2]);
});

test("what is written is recognised again and says only what the rows lack", () => {
  const book = applySteps(workbook("A | B"), [newTaskSheet(rows, options)]);
  const { tables, diagnostics } = check({ workbook: book, templates, rules, settings: defaultSettings("2026-01-01") });
  expect(tables.map(({ template, rows: found }) => [template.id, found.length])).toEqual([["responsibility-division", 4]]);
  expect(diagnostics.map(({ rule, range }) => `${rule} ${range.top + 1}`)).toEqual(["require-lead-unit 5", "no-vague-unit 5"]);
  const written = findWorksheet(book, "责任分工");
  expect(written === undefined ? [] : contentsOf(written).merges).toEqual(["A1:H1", "A3:A4"]);
});

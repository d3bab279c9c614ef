import { applySteps } from "../../src/core/apply-steps";
import { arrange } from "../../src/core/arrange";
import { findTables } from "../../src/core/find-tables";
import { tablesOfKind } from "../../src/core/table";
import { changeTable } from "../../src/fill/existing-table";
import type { FillRow } from "../../src/fill/fill-row";
import { templates } from "../../src/templates";
import { taskListKind } from "../../src/templates/task-list-kind";
import { contentsOf, sheet, workbook } from "../support/sheet";

const row = (task: string, rest: Partial<FillRow> = {}): FillRow => ({ category: "二类", number: "1", task, leads: ["市城管局"], responsible: ["市公安局"], etc: false, deadlineText: "2026年6月底前", ...rest });

function after(drawing: string, rows: readonly FillRow[], fillsGaps: boolean): string[][] {
  const book = workbook(sheet(drawing, { name: "分工" }));
  const [table] = tablesOfKind(findTables(book, templates), taskListKind);
  if (table === undefined) throw new Error("no table");
  const changes = changeTable(rows, table, { fillsGaps, deadline: {} });
  const { steps, skipped } = arrange(book, changes);
  expect(skipped).toEqual([]);
  const [result] = applySteps(book, steps).worksheets;
  return result === undefined ? [] : contentsOf(result).cells.map((line) => line.map((content) => (content === null ? "" : typeof content === "object" ? "?" : String(content))));
}

const list = `
  任务分类 | 序号 | 重点任务               | 牵头部门 | 责任部门 | 完成时限
  一类     | 1    | 开展停车资源普查       | 市住建局 |          |
  二类     | 2    | 建成统一的信息服务平台 |          | 市数据局 | 持续推进
`;

test("tasks that are there are recognised, and only their blanks are filled", () => {
  expect(after(list, [row("开展停车资源普查。"), row("建成统一的信息服务平台，接入全部泊位。")], true)).toEqual([
    ["任务分类", "序号", "重点任务", "牵头部门", "责任部门", "完成时限"],
    ["一类", "1", "开展停车资源普查", "市住建局", "市公安局", "2026年6月底前"],
    ["二类", "2", "建成统一的信息服务平台", "市城管局", "市数据局", "持续推进"],
  ]);
});

test("new tasks follow, numbered on, under the category that is in effect", () => {
  expect(after(list, [row("开展停车资源普查"), row("整治占道停车"), row("公布收费标准", { category: "三类", leads: [], responsible: [] })], false).slice(1)).toEqual([
    ["一类", "1", "开展停车资源普查", "市住建局", "", ""],
    ["二类", "2", "建成统一的信息服务平台", "", "市数据局", "持续推进"],
    ["", "3", "整治占道停车", "市城管局", "市公安局", "2026年6月底前"],
    ["三类", "4", "公布收费标准", "", "", "2026年6月底前"],
  ]);
});

test("a form with no rows yet is filled below its header", () => {
  expect(after(`重点任务 | 牵头部门 | 完成时限`, [row("整治占道停车"), row("公布收费标准")], true)).toEqual([
    ["重点任务", "牵头部门", "完成时限"],
    ["整治占道停车", "市城管局", "2026年6月底前"],
    ["公布收费标准", "市城管局", "2026年6月底前"],
  ]);
});

test("text that begins like a formula stays text, numbers go on as they are written", () => {
  const drawn = `序号 | 重点任务 | 牵头部门\n (1) | 甲项工作任务 | 市教育局\n (2) | 乙项工作任务 | 市教育局`;
  expect(after(drawn, [row("=1+1是题目")], true).at(-1)).toEqual(["(3)", "=1+1是题目", "市城管局"]);
});

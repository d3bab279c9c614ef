import { findTables } from "../../src/core/find-tables";
import { defaultSettings, type Settings } from "../../src/core/settings";
import { tablesOfKind } from "../../src/core/table";
import { lightsOf } from "../../src/tasks/lights";
import { countStates } from "../../src/tasks/task-states";
import { templates } from "../../src/templates";
import { taskListKind } from "../../src/templates/task-list-kind";
import { workbook } from "../support/sheet";

function countsOf(drawing: string, settings: Partial<Settings> = {}) {
  const book = workbook(drawing);
  const tables = findTables(book, templates);
  return tablesOfKind(tables, taskListKind).map((table) => countStates(table, { workbook: book, tables, settings: { ...defaultSettings("2024-06-30"), ...settings } }));
}

const list = `
  序号 | 重点任务 | 牵头部门 | 完成时限     | 完成状态
  1    | 甲       | 市教育局 | 2024年5月底前 | 推进中
  2    | 乙       | 市教育局 | ^             | 已完成
  3    | 丙       | 市教育局 | 2024年5月底前 | 已完成
  4    | 丁       | 市教育局 | 2024年7月10日前 |
  5    | 戊       | 市教育局 | 2024年底前    | 进度滞后
  6    | 己       | 市教育局 | 2024年底前    | 正常
  7    | 庚       | 市教育局 | 持续推进      |
  8    | 辛       | 市教育局 | 每季度末      |
  9    | 壬       | 市教育局 | 尽快          |
  10   | 癸       | 市教育局 |               |
  合计 | 10项     |          |               |
`;

test("every task stands somewhere, a merged deadline counts for each row it covers", () => {
  expect(countsOf(list)).toEqual([{ overdue: 2, behind: 1, "due-soon": 1, "on-track": 1, standing: 2, done: 1, unclear: 2 }]);
});

test("a list without deadlines has no states", () => {
  expect(countsOf("主要任务 | 责任单位\n 甲 | 市教育局")).toEqual([undefined]);
});

test("the lights are named as the office names them", () => {
  const counts = countsOf(list).flatMap((count) => count ?? []);
  const shown = (scheme: Settings["lights"]): string[] => lightsOf(counts, scheme).map(({ label, color, count }) => `${label.zh} ${color} ${count}`);
  expect(shown("green-yellow-red")).toEqual(["超期 red 2", "滞后 yellow 1", "临期 yellow 1", "正常 green 1", "持续推进 green 2", "已完成 grey 1", "时限不明 grey 2"]);
  expect(shown("blue-yellow-red")).toEqual(["超期 red 2", "滞后 yellow 1", "临期 blue 1", "正常 grey 1", "持续推进 grey 2", "已完成 grey 1", "时限不明 grey 2"]);
});

import { setCell, type Edit } from "../../src/core/edit";
import { listObjectsAfter } from "../../src/core/named-places";
import type { ListObject } from "../../src/core/workbook";

const table: ListObject = { name: "床位表", range: { sheet: "床位", top: 2, left: 1, bottom: 6, right: 3 }, columnNames: ["医院", "开放床位", "占用床日"], hasHeaderRow: true, hasTotalRow: false };

test.each<readonly [string, Edit, Partial<ListObject> | undefined]>([
  ["a column inside takes the name in its header", { kind: "insert-columns", sheet: "床位", at: 2, cells: [[null, null, "科室"]] }, { range: { ...table.range, right: 4 }, columnNames: ["医院", "科室", "开放床位", "占用床日"] }],
  ["a column without a header gets a name", { kind: "insert-columns", sheet: "床位", at: 3, cells: [[]] }, { range: { ...table.range, right: 4 }, columnNames: ["医院", "开放床位", "Column3", "占用床日"] }],
  ["a column at its left edge stays outside", { kind: "insert-columns", sheet: "床位", at: 1, cells: [[null, null, "序号"]] }, { range: { ...table.range, left: 2, right: 4 } }],
  ["a column behind it stays outside", { kind: "insert-columns", sheet: "床位", at: 4, cells: [[null, null, "备注"]] }, {}],
  ["a column that goes takes its name along", { kind: "delete-columns", sheet: "床位", at: 2, before: [[]] }, { range: { ...table.range, right: 2 }, columnNames: ["医院", "占用床日"] }],
  ["columns that go across its edge", { kind: "delete-columns", sheet: "床位", at: 0, before: [[], []] }, { range: { ...table.range, left: 0, right: 1 }, columnNames: ["开放床位", "占用床日"] }],
  ["columns that go before it", { kind: "delete-columns", sheet: "床位", at: 0, before: [[]] }, { range: { ...table.range, left: 0, right: 2 } }],
  ["all of it goes", { kind: "delete-rows", sheet: "床位", at: 1, before: [[], [], [], [], [], []] }, undefined],
  ["a header that is written over", setCell("床位", 2, 3, "占用床日", "实际占用床日"), { columnNames: ["医院", "开放床位", "实际占用床日"] }],
  ["a cell below the header", setCell("床位", 3, 3, 1200, 1300), {}],
  ["the same cell of another sheet", setCell("人员", 2, 3, null, "备注"), {}],
  ["a row of another sheet", { kind: "insert-rows", sheet: "人员", at: 0, cells: [[]] }, {}],
])("a list object after an edit: %s", (_, edit, changed) => {
  expect(listObjectsAfter([table], edit)).toEqual(changed === undefined ? [] : [{ ...table, ...changed }]);
});

import { setCell, type Edit } from "../../../src/core/edit";
import { touchedBy, touchedByInTurn } from "../../../src/host/excel/touched-places";

const insert = (at: number, rows: number): Edit => ({ kind: "insert-rows", sheet: "表", at, cells: Array.from({ length: rows }, () => ["新"]) });
const remove = (at: number, rows: number): Edit => ({ kind: "delete-rows", sheet: "表", at, before: Array.from({ length: rows }, () => ["旧"]) });
const cell = (row: number): Edit => setCell("表", row, 1, "甲", "乙");

test("edits of one snapshot are where they say", () => {
  expect(touchedBy([insert(2, 3), cell(7)]).get("表")?.cells).toEqual([{ row: 7, column: 1 }]);
});

test.each([
  ["behind inserted rows", [insert(2, 3), cell(7)], [4]],
  ["before inserted rows", [insert(2, 3), cell(1)], [1]],
  ["in inserted rows, which are not there yet", [insert(2, 3), cell(4)], []],
  ["behind deleted rows", [remove(2, 3), cell(4)], [7]],
  ["after two moves", [remove(2, 3), insert(0, 1), cell(5)], [7]],
] as const)("steps in turn are traced back to now: %s", (_name, steps, rows) => {
  expect(touchedByInTurn(steps).get("表")?.cells.map(({ row }) => row)).toEqual(rows);
});

test("deleted rows are looked at whole", () => {
  expect(touchedByInTurn([insert(0, 2), remove(5, 3)]).get("表")?.rows).toEqual([{ first: 3, last: 5 }]);
});

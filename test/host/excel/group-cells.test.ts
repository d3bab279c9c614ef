import fc from "fast-check";
import { isInside } from "../../../src/core/workbook";
import { groupCells, lineUp, sizeOf, type Cell } from "../../../src/host/excel/group-cells";

const cells = fc.uniqueArray(fc.record({ row: fc.integer({ min: 0, max: 200 }), column: fc.integer({ min: 0, max: 30 }) }), { maxLength: 60, selector: ({ row, column }) => `${row},${column}` });
const column = (rows: number[], at = 2): Cell[] => rows.map((row) => ({ row, column: at }));

test("every cell is in a group", () => {
  fc.assert(fc.property(cells, (some) => { const groups = groupCells(some); return some.every(({ row, column: at }) => groups.some((area) => isInside(area, row, at))); }));
});

test("lines hold exactly the cells", () => {
  fc.assert(fc.property(cells, (some) => { const lines = lineUp(some); return lines.reduce((sum, line) => sum + sizeOf(line), 0) === some.length && some.every(({ row, column: at }) => lines.filter((area) => isInside(area, row, at)).length === 1); }));
});

test("scattered cells near one another are one range; far ones are not", () => {
  expect(groupCells(column([3, 9, 12, 20]))).toEqual([{ top: 3, left: 2, bottom: 20, right: 2 }]);
  expect(groupCells([...column([3]), ...column([90_000])])).toHaveLength(2);
});

test("a column of neighbours is one line, and so is a row", () => {
  expect(lineUp(column([5, 4, 6]))).toEqual([{ top: 4, left: 2, bottom: 6, right: 2 }]);
  expect(lineUp([{ row: 1, column: 4 }, { row: 1, column: 3 }])).toEqual([{ top: 1, left: 3, bottom: 1, right: 4 }]);
});

import { valueAt } from "../../src/core/workbook";
import { contentsOf, sheet, workbook } from "./sheet";

test("draws values, texts, formulas and merged areas", () => {
  const worksheet = sheet(
    `
      序号 | 任务       | <
      1    | " 甲\\n乙" | "2"
      ^    |            | =A2/2 → 0.5

      二   | #DIV/0!    | TRUE
    `,
    { hiddenRows: [3], formats: { "A2:A3": "0" } },
  );
  expect(contentsOf(worksheet)).toEqual({
    name: "Sheet1",
    cells: [
      ["序号", "任务", null],
      [1, " 甲\n乙", "2"],
      [null, null, { formula: "=A2/2" }],
      [null, null, null],
      ["二", { error: "#DIV/0!" }, true],
    ],
    merges: ["B1:C1", "A2:A3"],
    hiddenRows: [3],
  });
  expect(valueAt(worksheet, 2, 2)).toBe(0.5);
  expect(worksheet.columns[0]?.formats).toEqual([{ first: 1, last: 2, format: "0" }]);
});

test("numbers bare drawings as sheets", () => {
  expect(workbook("甲", sheet("乙", { name: "名录" })).worksheets.map(({ name }) => name)).toEqual(["Sheet1", "名录"]);
});

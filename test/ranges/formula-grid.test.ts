import { stringifyAddress } from "../../src/core/address";
import { findingsOf } from "../../src/ranges/findings";
import { formulaGridOf, runAt } from "../../src/ranges/formula-grid";
import { directionOf, soleSum } from "../../src/ranges/pattern";
import { sheet } from "../support/sheet";

const worksheet = sheet("甲 | 乙 | 计\n 1 | 2 | =A2+B2\n 1 | 2 | =SUM(A3:B3)\n 1 | 2 | =A4-B4\n\n 1 | 2 | =A6-B6");
const grid = formulaGridOf(worksheet);

test("formulas that say the same are one run, a blank row ends it", () => {
  expect(grid.columns[2]?.map(({ first, last }) => `${first}-${last}`)).toEqual(["1-2", "3-3", "5-5"]);
  expect(runAt(grid, 2, 2)?.formula).toBe("=A2+B2");
  expect(runAt(grid, 4, 2)).toBeUndefined();
  expect(runAt(grid, 0, 7)).toBeUndefined();
});

test("a worksheet is taken apart once", () => {
  expect(formulaGridOf(worksheet)).toBe(grid);
});

test("a run knows which way it reads", () => {
  expect(grid.columns[2]?.map(directionOf)).toEqual(["across", "across", "across"]);
});

test.each([
  { formula: "=SUM(B2:B9)", area: "B2:B9" },
  { formula: "=+sum( B$2:B9 )", area: "B2:B9" },
  { formula: "=SUBTOTAL(9,B2:B9)", area: "B2:B9" },
  { formula: "=SUBTOTAL(109, B2:B9)", area: "B2:B9" },
  { formula: "=SUM(B2)", area: "B2" },
  { formula: "=SUM(B2:B9)/2", area: undefined },
  { formula: "=SUM(B2:B9,B11)", area: undefined },
  { formula: "=SUM(B:B)", area: undefined },
  { formula: "=SUM(台账!B2:B9)", area: undefined },
  { formula: "=SUBTOTAL(1,B2:B9)", area: undefined },
  { formula: "=AVERAGE(B2:B9)", area: undefined },
])("the range that $formula adds up", ({ formula, area }) => {
  const found = soleSum(formula);
  expect(found === undefined ? undefined : stringifyAddress(found)).toBe(area);
});

test("long hostile formulas and a column without any pattern take no time", () => {
  const long = ["(", "'", '"', "[", "A1+", "SUM(", "A:", "$", "#", "R1C1["].map((part) => `=${part.repeat(Math.floor(100_000 / part.length))}`);
  const started = performance.now();
  findingsOf(sheet(`甲\n${long.map((formula) => formula.replace(/\|/g, "")).join("\n")}`));
  const lines = Array.from({ length: 30_000 }, (_, row) => `${row} | =A${row + 1}*${row + 2}+A${30_000 - row}`);
  findingsOf(sheet(lines.join("\n")));
  expect(performance.now() - started).toBeLessThan(5000);
});

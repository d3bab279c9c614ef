import fc from "fast-check";
import { maxColumns, maxRows, parseAddress, parseColumn, quoteSheetName, stringifyAddress, stringifyColumn, stringifyReference, stringifyRows } from "../../src/core/address";

test.each([
  ["A1", { top: 0, left: 0, bottom: 0, right: 0 }],
  ["$B$3:D9", { top: 2, left: 1, bottom: 8, right: 3 }],
  ["B2:A1", { top: 0, left: 0, bottom: 1, right: 1 }],
  ["XFD1048576", { top: 1048575, left: 16383, bottom: 1048575, right: 16383 }],
  ["C:D", { top: 0, left: 2, bottom: maxRows - 1, right: 3 }],
  ["4:7", { top: 3, left: 0, bottom: 6, right: maxColumns - 1 }],
])("reads %s", (address, range) => {
  expect(parseAddress(address)).toEqual(range);
});

test.each(["", "A", "1", "A0", "XFE1", "A1048577", "A1:", ":A1", "A1:B2:C3", "A1:C", "甲1", "R1C1x", "$", "A-1", "AAAA1"])("refuses %j", (address) => {
  expect(parseAddress(address)).toBeUndefined();
});

test("writes what it reads", () => {
  const row = fc.integer({ min: 0, max: maxRows - 1 });
  const column = fc.integer({ min: 0, max: maxColumns - 1 });
  fc.assert(
    fc.property(row, row, column, column, (a, b, c, d) => {
      const range = { top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) };
      expect(parseAddress(stringifyAddress(range))).toEqual(range);
    }),
  );
});

test.each([[0, "A"], [25, "Z"], [26, "AA"], [701, "ZZ"], [702, "AAA"], [16383, "XFD"]] as const)("column %i is %s", (column, letters) => {
  expect(stringifyColumn(column)).toBe(letters);
  expect(parseColumn(letters)).toBe(column);
});

test.each([["责任分工", "责任分工"], ["Sheet 1", "'Sheet 1'"], ["it's", "'it''s'"], ["A1", "'A1'"], ["2026", "'2026'"]])("a formula names the sheet %s as %s", (name, quoted) => {
  expect(quoteSheetName(name)).toBe(quoted);
});

test.each([
  ["A2:A9", "名录", "名录!$A$2:$A$9"],
  ["AB12", "2026年名录", "'2026年名录'!$AB$12"],
] as const)("a formula anywhere names %s of %s as %s", (address, sheet, reference) => {
  const range = parseAddress(address);
  expect(range && stringifyReference({ sheet, ...range })).toBe(reference);
});

test("rows that repeat in print", () => {
  expect(stringifyRows({ first: 1, last: 2 })).toBe("$2:$3");
});

import { isPercentFormat, percentFormats } from "../../src/measurements/percent-format";
import { sheet } from "../support/sheet";

test.each(["0%", "0.00%", "#,##0.0%", "0.0%;[Red]-0.0%", "0.00%_ "])("%j shows a value times a hundred", (format) => expect(isPercentFormat(format)).toBe(true));

test.each(["General", "0.00", '0.0"%"', "0.0\\%", '0"％"', "", "@"])("%j does not", (format) => expect(isPercentFormat(format)).toBe(false));

test("asked down a column, upwards again, and beyond all formats", () => {
  const isPercentAt = percentFormats(sheet("a | 值\n | 1\n | 2\n | 3\n | 4\n | 5\n | 6", { formats: { "B2:B3": "0%", "B5:B5": "0.0", "B6:B6": "0.0%" } }), 1);
  expect([0, 1, 2, 3, 4, 5, 6, 7].map(isPercentAt)).toEqual([false, true, true, false, false, true, false, false]);
  expect([2, 0, 5, 1].map(isPercentAt)).toEqual([true, false, true, true]);
});

test("a column without formats, and none at all", () => {
  expect(percentFormats(sheet("a | b"), 1)(0)).toBe(false);
  expect(percentFormats(sheet("a"), 9)(3)).toBe(false);
});

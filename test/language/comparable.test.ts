import fc from "fast-check";
import { comparable, comparableHash } from "../../src/language/comparable";

test.each([
  ["建设数据平台。", "建设 数据平台"],
  ["建设5G基站", "建设５Ｇ基站"],
  ["（一）建设，平台", "(一) 建设、平台"],
  ["“三环”救治", "三环救治"],
  ["①建设", "1建设"],
  ["达到50％", "达到50%"],
])("%s equals %s", (a, b) => {
  expect(comparable(a)).toBe(comparable(b));
  expect(comparableHash(a)).toBe(comparableHash(b));
});

test.each([
  ["建设1.5公里", "建设15公里"],
  ["培育1-2家", "培育12家"],
  ["≥50", "≤50"],
  ["建设平台", "建设平房"],
])("%s differs from %s", (a, b) => {
  expect(comparable(a)).not.toBe(comparable(b));
});

test("equal texts have equal hashes", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => expect(comparableHash(` ${text}。`)).toBe(comparableHash(text))), { numRuns: 200 });
});

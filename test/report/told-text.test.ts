import fc from "fast-check";
import { toldText } from "../../src/report/told-text";
import { hostileTexts } from "./example-reports";

test.each([
  ["a short text", "整修渠道", 10, "整修渠道"],
  ["one just as long as may be", "整修灌溉渠道", 6, "整修灌溉渠道"],
  ["one a character too long", "整修灌溉渠道等", 6, "整修灌溉渠道…（共 7 字）"],
  ["characters of two halves, counted as one", "𠮷𠮷𠮷𠮷", 3, "𠮷𠮷𠮷…（共 4 字）"],
  ["as many of them as may be", "𠮷𠮷𠮷", 3, "𠮷𠮷𠮷"],
  ["a million", "字".repeat(1_000_000), 3, "字字字…（共 1000000 字）"],
  ["marks that turn the direction", "甲\u202e乙\u2066丙\u200f", 10, "甲乙丙"],
  ["line breaks and tabs, which stay", "甲\n乙\t丙", 10, "甲\n乙\t丙"],
  ["characters that no page may hold", "甲\u0000乙\u001b丙", 10, "甲�乙�丙"],
  ["half a character", "甲\ud842", 10, "甲�"],
])("tells %s", (_, text, length, told) => {
  expect(toldText(text, length, "zh")).toBe(told);
});

test("says in English how long a text was", () => {
  expect(toldText("整修灌溉渠道", 2, "en")).toBe("整修… (6 characters)");
});

test("what is told is well-formed, keeps its length and is the same when told again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (text, length) => {
      const told = toldText(text, length, "zh");
      expect(() => encodeURIComponent(told)).not.toThrow();
      expect(Array.from(told).length).toBeLessThanOrEqual(length + 20);
      expect(toldText(told, 100, "zh")).toBe(told);
    }),
  );
});

test("hostile texts take no time", () => {
  const began = performance.now();
  for (const text of hostileTexts) toldText(text, 300, "zh");
  expect(performance.now() - began).toBeLessThan(2000);
});

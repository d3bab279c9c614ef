import { meetsTarget, readTargetValue } from "../../src/measurements/target-value";
import type { Direction } from "../../src/indicators/indicator";
import { expectLinearTime } from "../support/linear-time";

test.each<[string | number, string]>([
  [90, "at-least 90"],
  ["90", "at-least 90"],
  ["90%", "at-least 90"],
  ["≥90%", "at-least 90"],
  ["＞90％", "at-least 90"],
  ["不低于90%", "at-least 90"],
  ["达到90%以上", "at-least 90"],
  ["力争90%", "at-least 90"],
  ["≤8天", "at-most 8"],
  ["不超过8天", "at-most 8"],
  ["不高于 8 天", "at-most 8"],
  ["8天以内", "at-most 8"],
  ["控制在8%以内", "at-most 8"],
  ["降至8天", "at-most 8"],
  ["95%左右", "about 95"],
  ["约95%", "about 95"],
  ["40%—50%", "between 40 50"],
  ["40—50", "between 40 50"],
])("%j of an indicator that is better higher asks for %s", (text, expected) => {
  const target = readTargetValue(text, false, "higher");
  expect(target === undefined ? undefined : [target.wants, target.value, ...(target.value2 === undefined ? [] : [target.value2])].join(" ")).toBe(expected);
});

test.each(["", "逐年下降", "持续改善", "达到全国平均水平", "低于上年5个百分点", "1:1.6", "1∶1.2", "2025年达80%，2030年达90%", "待定", "—", "较去年提高3个百分点", "2024—2025", "x".repeat(100)])("%j sets no number", (text) => {
  expect(readTargetValue(text, false, "higher")).toBeUndefined();
});

test("a number alone is as good as its indicator's direction", () => {
  expect(readTargetValue(8, false, "lower")?.wants).toBe("at-most");
  expect(readTargetValue("8", false, "lower")?.wants).toBe("at-most");
  expect(readTargetValue(8, false, "monitor")).toBeUndefined();
  expect(readTargetValue("8", false, "target")).toBeUndefined();
  expect(readTargetValue("≥8", false, "monitor")?.wants).toBe("at-least");
});

test("0.9 under a percent format is 90 %", () => {
  expect(readTargetValue(0.9, true, "higher")).toEqual({ value: 90, wants: "at-least", text: "90%" });
  expect(readTargetValue(0.575, true, "higher")?.value).toBe(57.5);
});

test.each<[number, string | number, Direction, boolean]>([
  [90, 90, "higher", true],
  [89.999, 90, "higher", false],
  [0.1 + 0.2, 0.3, "lower", true],
  [8.1, 8, "lower", false],
  [91, "95%左右", "higher", true],
  [90, "95%左右", "higher", false],
  [99.9, "95%左右", "higher", true],
  [99.9, "95%左右", "monitor", false],
  [40, "40—50", "lower", true],
  [39.9, "40—50", "lower", true],
  [39.9, "40—50", "higher", false],
  [51, "40—50", "higher", true],
  [39.9, "40—50", "monitor", false],
  [51, "40—50", "target", false],
  [50, "40—50", "lower", true],
  [51, "40—50", "lower", false],
])("%d against %j (%s): %j", (value, written, direction, met) => {
  const target = readTargetValue(written, false, direction);
  expect(target === undefined ? undefined : meetsTarget(value, target, direction)).toBe(met);
});

test.each(["不低于", "9", "≥", "9%—", "约"])("100,000 characters of %j take linear time", (part) => {
  expectLinearTime(() => readTargetValue(part.repeat(100_000 / part.length), false, "higher"));
});

import { readNumberInText } from "../../src/measurements/number-in-text";
import { expectLinearTime } from "../support/linear-time";

test.each<[string, number]>([
  ["123", 123],
  ["１２３", 123],
  ["'123", 123],
  ["1,234", 1234],
  ["1，234，567.5", 1234567.5],
  [" 8 812 ", 8812],
  ["-3.5", -3.5],
  ["1234人次", 1234],
  ["8000床日", 8000],
  ["1.2万", 12000],
  ["1.2万人次", 12000],
  ["3亿元", 300000000],
  ["12万元", 120000],
])("%j is %d", (text, value) => {
  expect(readNumberInText(text)).toMatchObject({ value, isPercent: false });
});

test.each<[string, number]>([
  ["95%", 95],
  ["95.2％", 95.2],
])("%j is a share of %d", (text, value) => {
  expect(readNumberInText(text)).toMatchObject({ value, isPercent: true });
});

test.each(["", "—", "/", "约120", "120余人", "3—5", "3-5", "1:2", "2025年", "2024.6.30", "1,23", "12,3456", "五", "未统计", "IP12", "第3", "12号楼", "1/3", "9".repeat(50)])("%j is none", (text) => {
  expect(readNumberInText(text)).toBeUndefined();
});

test.each(["9", "9,", ",", "'", "９"])("100,000 characters of %j take linear time", (part) => {
  expectLinearTime(() => readNumberInText(part.repeat(100_000 / part.length)));
});

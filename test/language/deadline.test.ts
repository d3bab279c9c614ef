import fc from "fast-check";
import { readDeadline, stringifyDeadline } from "../../src/language/deadline";
import { deadlinePhrases, describeDeadline, examplesOf } from "./deadline-phrases";
import { expectLinearTime } from "../support/linear-time";

const examples = examplesOf(deadlinePhrases);

test("the table has at least 300 phrases", () => {
  expect(new Set(examples.map(({ text, context }) => `${text} ${JSON.stringify(context)}`)).size).toBeGreaterThanOrEqual(300);
});

test.each(examples)("$text $context is $is $lastDay", ({ text, context, is, lastDay }) => {
  const deadline = readDeadline(text, context);
  expect({ is: describeDeadline(deadline), lastDay: "lastDay" in deadline ? (deadline.lastDay ?? "") : "" }).toEqual({ is, lastDay });
});

test.each([
  ["原则上于2025年11月底前完成主体工程", "2025年11月底前"],
  ["2025年 12月\n底前完成", "2025年 12月\n底前"],
  ["完成时限：２０２５年底", "２０２５年底"],
  ["每季度首月10日前报送", "每季度首月10日前"],
  ["方案印发后3个工作日内完成", "方案印发后3个工作日内"],
  ["“十四五”期间建成", "“十四五”期间"],
  ["长期坚持，久久为功", "长期坚持，久久为功"],
  ["20__年10月底前", "20__"],
])("the words of %j that say it are %j", (text, words) => {
  expect(readDeadline(text).words).toBe(words);
});

test.each([
  ["2022.12", "2022年12月底前"],
  ["2022-12-31", "2022年12月31日前"],
  ["22年12月", "2022年12月底前"],
  ["二〇二二年十二月三十一日前", "2022年12月31日前"],
  ["20221231", "2022年12月31日前"],
  ["2025年度", "2025年底前"],
  ["2025年内", "2025年底前"],
  ["2026年前", "2026年前"],
  ["2024年Q4", "2024年第四季度"],
  ["2024年上半年完成", "2024年上半年"],
  ["2024年3月初", "2024年3月上旬"],
  ["2023年-2025年", "2023—2025年"],
  ["2024.6-2024.12", "2024年6月至12月"],
  ["2024.6—2025.6", "2024年6月至2025年6月"],
  ["即日起—2024年12月", "即日起至2024年12月底"],
  ["十四五末", "“十四五”末"],
  ["12月底", "12月底前"],
  ["2024年6月底前完成方案，2024年底前完成建设", "2024年6月底前；2024年底前"],
])("the standard form of %s is %s", (text, standard) => {
  expect(stringifyDeadline(readDeadline(text))).toBe(standard);
});

const partsOfYear: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((month) => `${month}月底前`),
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([month, day]) => `${month}月${day}日前`),
  fc.constantFrom("底前", "前", "上半年", "下半年", "第一季度", "第四季度", "3月上旬", "2月下旬", "6月前"),
);
const standards: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.integer({ min: 1990, max: 2099 }), partsOfYear).map(([year, part]) => `${year}年${part}`),
  fc.tuple(fc.integer({ min: 1990, max: 2050 }), fc.integer({ min: 1, max: 20 })).map(([year, length]) => `${year}—${year + length}年`),
  fc.tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 7, max: 12 })).map(([year, from, to]) => `${year}年${from}月至${to}月`),
  fc.constantFrom("“十四五”末", "“十五五”期间", "持续推进", "每季度末", "印发后3个工作日内", "12月底前", "年底前"),
);

test("a standard form reads and writes as itself", () => {
  fc.assert(
    fc.property(standards, (text) => {
      const deadline = readDeadline(text);
      const written = stringifyDeadline(deadline);
      expect(written).toBe(text);
      expect(readDeadline(written)).toEqual(deadline);
    }),
  );
});

const pieces = ["2024", "年", "月", "日", "12", "底", "前", "末", "—", "-", ".", "/", "每", "季度", "起", "至", "持续", "推进", "十四五", "“", "（", "印发后", "3个", "工作日", "内", " ", "\n", "二〇二四", "上半年", "20__", "Q4", "完成", "，", "；"];

test("any text is read, and its words stand in it", () => {
  const texts = fc.oneof(fc.string(), fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join("")));
  fc.assert(
    fc.property(texts, fc.option(fc.integer({ min: 1950, max: 2090 }), { nil: undefined }), (text, year) => {
      const deadline = readDeadline(text, year === undefined ? {} : { year });
      expect(text).toContain(deadline.words);
      const written = stringifyDeadline(deadline);
      // what is written down reads as the same last day
      if (deadline.kind === "by" || deadline.kind === "plan-period") expect(readDeadline(written)).toMatchObject({ kind: deadline.kind, lastDay: deadline.lastDay });
    }),
    { numRuns: 2000 },
  );
});

test.each(["2024年", "12月", "2024", "1", "至", "每年", "一", "—", "十四五", "（", "。", "3个工作日", "持续", "2024年1月至", "即日起至", "年", "二〇"])("100,000 characters of %s take no time to speak of", (piece) => {
  expectLinearTime(() => readDeadline(piece.repeat(Math.ceil(100_000 / piece.length))));
});

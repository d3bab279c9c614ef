import fc from "fast-check";
import { markedText, wordChanges } from "../../src/merge/word-changes";
import { expectLinearTime } from "../support/linear-time";

const marked = (before: string, after: string): string[] => {
  const parts = wordChanges(before, after);
  return [markedText(parts, "before"), markedText(parts, "after")];
};

test.each([
  ["新建农贸市场3处", "改建农贸市场3处", "【新】建农贸市场3处", "【改】建农贸市场3处"],
  ["新增泊位2000个", "新增公共泊位2600个", "新增泊位【2000】个", "新增【公共】泊位【2600】个"],
  ["覆盖率达到85.5%", "覆盖率达到90%", "覆盖率达到【85.5】%", "覆盖率达到【90】%"],
  ["开展培训", "开展培训，全年不少于6期", "开展培训", "开展培训【，全年不少于6期】"],
  ["开展培训，全年不少于6期", "开展培训", "开展培训【，全年不少于6期】", "开展培训"],
  ["甲乙丙丁", "戊乙己丁", "【甲乙丙】丁", "【戊乙己】丁"],
  ["整治雨污混接", "修缮老街", "【整治雨污混接】", "【修缮老街】"],
  ["", "修缮老街", "", "【修缮老街】"],
  ["一样", "一样", "一样", "一样"],
])("“%s” became “%s”", (before, after, old, fresh) => {
  expect(marked(before, after)).toEqual([old, fresh]);
});

test("the parts are the two texts", () => {
  const text = fc.string({ unit: fc.constantFrom("新", "建", "市", "场", "，", "3"), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordChanges(before, after);
      const side = (other: "dropped" | "added"): string => parts.filter(({ kind }) => kind !== other).map((part) => part.text).join("");
      expect([side("added"), side("dropped")]).toEqual([before, after]);
    }),
  );
});

test("two long texts with nothing in common", () => {
  expectLinearTime(() => wordChanges("甲".repeat(100_000), "乙".repeat(100_000)));
});

import fc from "fast-check";
import { isInShard } from "../../src/cli/shard";

const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });

test("every path is in one part", () => {
  fc.assert(
    fc.property(name, fc.integer({ min: 1, max: 50 }), (path, count) => {
      expect(Array.from({ length: count }, (_, index) => isInShard(path, { number: index + 1, count })).filter(Boolean)).toHaveLength(1);
    }),
  );
});

test("the parts are about equal", () => {
  const paths = Array.from({ length: 4000 }, (_, index) => `${["青石镇", "白沙镇"][index % 2] ?? ""}/责任分工表${index}.xlsx`);
  const sizes = [1, 2, 3, 4].map((number) => paths.filter((path) => isInShard(path, { number, count: 4 })).length);
  for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(120);
});

test.each([
  ["a Windows path and another's", "青石镇\\清单.xlsx", "青石镇/清单.xlsx"],
  ["a path that begins here", "./青石镇/清单.xlsx", "青石镇/清单.xlsx"],
  ["a name as a Mac spells it", "Re\u0301sume\u0301.xlsx", "Résumé.xlsx"],
])("%s are one", (_, a, b) => {
  for (let number = 1; number <= 20; number++) expect(isInShard(a, { number, count: 20 })).toBe(isInShard(b, { number, count: 20 }));
});

// parts of one run are checked on several machines, some of them next year: where a path falls must never change
test("where a path falls is fixed", () => {
  const parts = ["青石镇/责任分工表.xlsx", "白沙镇/责任分工表.xlsx", "a.xlsx", "b.xlsm"].map((path) => [1, 2, 3, 4, 5, 6, 7].find((number) => isInShard(path, { number, count: 7 })));
  expect(parts).toEqual([5, 3, 3, 3]);
});

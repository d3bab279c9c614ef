import * as fc from "fast-check";
import { fileStem, freeSheetName } from "../../src/split/file-names";

test.each([
  [3, "市教育局", 9, "03_市教育局"],
  [103, "市教育局", 120, "103_市教育局"],
  [1, "市发展改革委/市粮食局", 5, "01_市发展改革委_市粮食局"],
  [1, "某某中心.", 5, "01_某某中心"],
  [1, "某某\n中心 ", 5, "01_某某 中心"],
  [1, "…\u202e", 5, "01_…_"],
  [1, "..", 5, "01_单位"],
  [1, "CON", 5, "01_CON"],
])("number %i, %j of %i is %s", (number, unit, count, stem) => expect(fileStem(number, unit, count)).toBe(stem));

test("whatever a unit is called, the name is one that Windows takes", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 1, max: 300 }), (unit, number) => {
      const name = `${fileStem(number, unit, 300)}.xlsx`;
      expect(name.length).toBeLessThanOrEqual(80);
      expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|[. ]\.xlsx$/);
    }),
  );
});

test("sheets never share a name, whatever their case and length", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom("a", "A", "市", "'", "/", "[", "😀"), maxLength: 40 }), { maxLength: 20 }), (names) => {
      const taken = new Set<string>();
      const free = names.map((name) => freeSheetName(name, taken));
      expect(new Set(free.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of free) expect(name).toMatch(/^(?!')[^\\/?*[\]:]{1,31}$/);
      for (const name of free) expect(name.endsWith("'")).toBe(false);
    }),
  );
});

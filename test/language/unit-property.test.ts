import fc from "fast-check";
import { makeRoster } from "../../src/language/roster";
import { joinsOverSpace, readUnits } from "../../src/language/unit";
import { departments } from "../../src/language/unit/departments";
import { institutions, partyOrgans } from "../../src/language/unit/institutions";

const letters = fc.constantFrom(..."市省县区各委局厅办部会组、，；：\n 　等和及与由（）()〔〕牵头负责配合会同单位教育财政人民政府X×1.①。第一位列\u200b公司院".split(""));
const cell = fc.oneof(fc.string({ unit: letters, maxLength: 60 }), fc.string({ maxLength: 40 }), fc.string({ unit: "binary", maxLength: 40 }));
const roster = makeRoster([{ name: "市教育局", aliases: ["教育局"] }, { name: "、（", aliases: ["各"] }]);

test("any text is read, and every unit is found where it says", () => {
  fc.assert(
    fc.property(cell, fc.boolean(), (text, withRoster) => {
      const { units, etc, hasEtc } = readUnits(text, withRoster ? roster : undefined);
      let before = 0;
      for (const unit of units) {
        expect(unit.start).toBeGreaterThanOrEqual(before);
        expect(unit.end).toBeGreaterThan(unit.start);
        expect(unit.end).toBeLessThanOrEqual(text.length);
        const plain = (written: string): string => written.replace(/[\s\p{Cc}\u00ad\u200b-\u200f\u2060\ufeff]/gu, "");
        expect(plain(text.slice(unit.start, unit.end))).toBe(plain(unit.text));
        expect(unit.text).not.toBe("");
        before = unit.end;
      }
      expect(units[0]?.separator ?? "").toBe("");
      expect(hasEtc).toBe(etc !== undefined);
      if (etc !== undefined) expect(text.slice(etc.start, etc.end).startsWith("等")).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("any two texts are one name or two", () => {
  fc.assert(fc.property(cell, cell, (left, right) => typeof joinsOverSpace(left, right) === "boolean"), { numRuns: 500 });
});

const names = [
  ...departments.flatMap(({ stem, endings }) => endings.filter((ending) => /^(?:局|委)$/.test(ending)).map((ending) => `市${stem}${ending}`)),
  ...partyOrgans.flatMap(({ names: [first] }) => (first === undefined || first.includes("依法") ? [] : [`市委${first}`])),
  ...institutions.flatMap(({ names: [first] }) => (first === undefined || /^(?:委|政府$|党|直机关|纪检|.*区$|.*园$)/.test(first) ? [] : [`市${first}`])),
];
const separator = fc.constantFrom("、", "，", ",", "；", ";", "\n", " ", "/", "、\n", "\n\n");

test("names of the lexicon are read back from any list", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...names), separator), { minLength: 1, maxLength: 6 }), (parts) => {
      const text = parts.map(([name, between], index) => (index === parts.length - 1 ? name : name + between)).join("");
      // a white space does not part the two that work as one body
      fc.pre(!/市纪委\s+市监委/.test(text));
      const { units } = readUnits(text);
      expect(units.map((unit) => unit.text)).toEqual(parts.map(([name]) => name));
      expect(units.every((unit) => unit.kind === "body")).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

test("names of the lexicon are told apart where nothing stands between them", () => {
  const bureaus = names.filter((name) => name.endsWith("局") && name.length > 3);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...bureaus), { minLength: 2, maxLength: 4 }), (parts) => {
      expect(readUnits(parts.join("")).units.map((unit) => unit.text)).toEqual(parts);
    }),
    { numRuns: 500 },
  );
});

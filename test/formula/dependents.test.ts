import { parseAddress, stringifyAddress } from "../../src/core/address";
import type { Range } from "../../src/core/workbook";
import { withDependents } from "../../src/formula/dependents";
import { makeWorkbook } from "../support/make-workbook";

const f = (formula: string) => ({ formula });

const book = makeWorkbook([
  {
    name: "数据",
    cells: [
      ["区县", "分子", "分母", "比率", "累计", "定值"],
      ["东岭县", 10, 20, f("=B2/C2"), f("=SUM($B$2:B2)"), f("=B2*$C$2")],
      ["西塘县", 11, 21, f("=B3/C3"), f("=SUM($B$2:B3)"), f("=B3*$C$2")],
      ["北湾县", 12, 22, f("=B4/C4"), f("=SUM($B$2:B4)"), f("=B4*$C$2")],
      ["合计", f("=SUM(B2:B4)"), f("=SUM(C2:C4)"), f("=B5/C5"), null, f("=总人数+1")],
    ],
  },
  { name: "汇 总", cells: [[f("='数据'!B5"), f("=A1*2")], [f('=IF(A1>0,"B2","")'), f("=SUM(数据!C:C)")]] },
]);

test.each([
  ["B3", ["数据 B3", "数据 B5", "数据 D3:D5", "数据 E3:E4", "数据 F3", "数据 F5", "汇 总 A1", "汇 总 A2", "汇 总 B1"]],
  ["C2", ["数据 C2", "数据 C5", "数据 D2:D5", "数据 F2:F4", "数据 F5", "汇 总 B2"]],
  ["A4", ["数据 A4", "数据 F5"]],
])("what is computed from %s", (address, expected) => {
  const places = withDependents(book, [{ sheet: "数据", ...rectangle(address) }]) ?? [];
  expect(places.map((place) => `${place.sheet} ${stringifyAddress(place)}`).sort()).toEqual([...expected].sort());
});

test("no cell comes twice", () => {
  const places = withDependents(book, [{ sheet: "数据", ...rectangle("B2:D3") }, { sheet: "数据", ...rectangle("C3:D5") }]) ?? [];
  const seen = new Set<string>();
  for (const { sheet, top, left, bottom, right } of places) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const cell = `${sheet} ${row} ${column}`;
        expect(seen.has(cell)).toBe(false);
        seen.add(cell);
      }
    }
  }
});

test("a chain longer than can be followed is said to be", () => {
  const chain = makeWorkbook([{ name: "流水", cells: Array.from({ length: 6_000 }, (_, row) => [1, row === 0 ? 0 : f(`=B${row}+A${row + 1}`)]) }]);
  expect(withDependents(chain, [{ sheet: "流水", ...rectangle("A3") }])).toBeUndefined();
  expect(withDependents(chain, [{ sheet: "不在", ...rectangle("A3") }])).toBeUndefined();
});

test.each([
  // no edit changes the day, so only what the formula names counts
  ["TODAY", "=B2-TODAY()", ["清单 B3"]],
  ["NOW", "=B2-NOW()", ["清单 B3", "清单 C2"]],
  ["RAND", "=B2*RAND()", ["清单 B3", "清单 C2"]],
])("a formula with %s", (_, formula, expected) => {
  const list = makeWorkbook([{ name: "清单", cells: [["任务", "期限", "剩余天数"], ["甲", 46000, f(formula)], ["乙", 46001]] }]);
  expect((withDependents(list, [{ sheet: "清单", ...rectangle("B3") }]) ?? []).map((place) => `${place.sheet} ${stringifyAddress(place)}`).sort()).toEqual(expected);
});

function rectangle(address: string): Omit<Range, "sheet"> {
  const area = parseAddress(address);
  if (area === undefined) throw new Error(address);
  return area;
}

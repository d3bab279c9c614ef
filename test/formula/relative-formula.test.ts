import { offsetFormula } from "../../src/formula/move-formula";
import { relativeFormula, rowPattern } from "../../src/formula/relative-formula";
import { areaOf, scanReferences, sheetOfPrefix } from "../../src/formula/scan-references";
import { stringifyAddress } from "../../src/core/address";

const referencesIn = (formula: string): string[] => scanReferences(formula).map(({ start, end }) => formula.slice(start, end));

test.each([
  { formula: "=A1+$B$2*C$3", found: ["A1", "$B$2", "C$3"] },
  { formula: "=SUM(C3:C20)/2024", found: ["C3:C20"] },
  { formula: "=LOG10(B4)+ATAN2(B4,C4)", found: ["B4", "B4", "C4"] },
  { formula: "=县医院!B3+'2024年 汇总'!$C5", found: ["县医院!B3", "'2024年 汇总'!$C5"] },
  { formula: "='王''s'!A1", found: ["'王''s'!A1"] },
  { formula: "=SUM(一月:三月!B2)", found: ["一月:三月!B2"] },
  { formula: "=[1]台账!A1+'[年报.xlsx]表 1'!B2", found: ["[1]台账!A1", "'[年报.xlsx]表 1'!B2"] },
  { formula: '=IF(A1="见B2","C3""D4",E5)', found: ["A1", "E5"] },
  { formula: "=SUM(B:B)+SUM($3:$5)", found: ["B:B", "$3:$5"] },
  { formula: "=台账[[#This Row],[金额]]+A1", found: ["A1"] },
  { formula: "=SUM(台账[B2])", found: [] },
  { formula: "=A1#+#REF!+Sheet1!#REF!+B2", found: ["A1", "B2"] },
  { formula: "=ABCD1+A1048577+税率1+TRUE+1E5", found: [] },
  { formula: "=B2÷C2", found: [] },
  { formula: "=A1:B", found: ["A1"] },
  { formula: "='未完", found: [] },
])("the references in $formula", ({ formula, found }) => {
  expect(referencesIn(formula)).toEqual(found);
});

test.each([
  { prefix: "", sheet: undefined },
  { prefix: "台账!", sheet: "台账" },
  { prefix: "'王''s'!", sheet: "王's" },
  { prefix: "[1]台账!", sheet: undefined },
  { prefix: "一月:三月!", sheet: undefined },
])("the sheet that $prefix names", ({ prefix, sheet }) => {
  expect(sheetOfPrefix(prefix)).toBe(sheet);
});

test("a reversed range covers the same cells", () => {
  expect(scanReferences("=SUM(C9:B2)").map((reference) => stringifyAddress(areaOf(reference)))).toEqual(["B2:C9"]);
});

test.each([
  { formula: "=B2/C2*100", row: 1, column: 3, key: "=R[0]C[-2]/R[0]C[-1]*100" },
  { formula: "= sum( B$2:B9 ) ", row: 9, column: 1, key: "=SUM(R2C[0]:R[-1]C[0])" },
  { formula: '=if(A1="a b", 1,2)', row: 0, column: 1, key: '=IF(R[0]C[-1]="a b",1,2)' },
  { formula: "=台账!$B:$B", row: 4, column: 4, key: "=台账!C2:C2" },
  { formula: "=SUM(3:5)", row: 9, column: 0, key: "=SUM(R[-7]:R[-5])" },
])("$formula seen from its cell", ({ formula, row, column, key }) => {
  expect(relativeFormula(formula, row, column)).toBe(key);
});

const formulas = ["=B2/C2*100", "=SUM($B$1:B2)", '=IF(B2=0,"第2行",台账!C2/$D2)', "=SUM(B2:B11)+一月!A99", "=SUM(B:B)", "=A1-1", "=2024", "='2024年 汇总'!A2"];

test.each(formulas)("%s moved has the same key, and the pattern knows it again", (formula) => {
  const pattern = rowPattern(formula, 1);
  const key = relativeFormula(formula, 1, 6);
  for (const rows of [0, 1, 8, 97, 9998]) {
    const moved = offsetFormula(formula, rows, 0);
    expect(relativeFormula(moved, 1 + rows, 6)).toBe(key);
    expect(pattern(moved, 1 + rows)).toBe(true);
  }
  expect(relativeFormula(offsetFormula(formula, 0, 3), 1, 9)).toBe(key);
});

test.each([
  { formula: "=B2/C2*100", other: "=B3/C2*100" },
  { formula: "=B2/C2*100", other: "=B3/C3*10" },
  { formula: "=B2/C2*100", other: "=B3/D3*100" },
  { formula: "=SUM($B$2:B2)", other: "=SUM($B$3:B3)" },
  { formula: "=B2", other: "=B" },
])("$other is not $formula one row down", ({ formula, other }) => {
  expect(rowPattern(formula, 1)(other, 2)).toBe(false);
  expect(relativeFormula(other, 2, 5)).not.toBe(relativeFormula(formula, 1, 5));
});

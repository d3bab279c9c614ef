import { parseAddress } from "../../src/core/address";
import type { Range } from "../../src/core/workbook";
import { replaceReferences, swapReferences } from "../../src/formula/replace-references";
import { scaleFormula, writeQuotientFormula } from "../../src/formula/write-formula";

const place = { sheet: "监测", row: 2, column: 3 };

function at(address: string, sheet = "监测"): Range {
  const area = parseAddress(address);
  if (area === undefined) throw new Error(address);
  return { sheet, ...area };
}

test.each([
  [{ over: "B3", under: "C3", factor: 100 }, "=B3/C3*100"],
  [{ over: "B3", under: "C3", factor: 1, rounding: 4 }, "=ROUND(B3/C3,4)"],
  [{ over: "B3-E3", under: "E3", factor: 100, guard: "if" as const }, '=IF(E3=0,"",(B3-E3)/E3*100)'],
  [{ over: "B3", under: "C3+D3", factor: 1, guard: "if" as const }, '=IF(C3+D3=0,"",B3/(C3+D3))'],
  [{ over: "SUM(B3:B9)", under: "SUM(C3:C9)", factor: 100, rounding: 2, guard: "iferror" as const }, '=IFERROR(ROUND(SUM(B3:B9)/SUM(C3:C9)*100,2),"")'],
  [{ over: "B3*D3", under: "C3*E3", factor: 1 }, "=B3*D3/(C3*E3)"],
  [{ over: "(B3-E3)", under: "(C3)", factor: 1 }, "=(B3-E3)/(C3)"],
])("%j is written %s", (parts, expected) => {
  expect(writeQuotientFormula(parts)).toBe(expected);
});

test.each([
  ["=C3/B3", "=B3/C3"],
  ["=$C3 / B$3", "=$B3 / C$3"],
  ['=IF(B3=0,"",ROUND(监测!C3/监测!B3,2))', '=IF(C3=0,"",ROUND(监测!B3/监测!C3,2))'],
  ['=IF(B3="B3",C4,B33)', '=IF(C3="B3",C4,B33)'],
  ["=SUM(B3:C3)", "=SUM(B3:C3)"],
  ["=[1]监测!B3/C3", "=[1]监测!B3/B3"],
])("swapping B3 and C3 in %s", (formula, expected) => {
  expect(swapReferences(formula, place, at("B3"), at("C3"))).toBe(expected);
});

test.each([
  ["=B3/C3", "B3", at("E3"), "=E3/C3"],
  ["=$B$3/C3", "B3", at("F9"), "=$F$9/C3"],
  ["=B3/C3", "B3", at("B3", "2025 年"), "='2025 年'!B3/C3"],
  ["=SUM(B$3:$B9)/C3", "B3:B9", at("B4:B8"), "=SUM(B$4:$B8)/C3"],
  ["=SUM($B:$B)/C3", "B:B", at("D:D"), "=SUM($D:$D)/C3"],
  ["B3+1", "B3", at("C3"), "C3+1"],
])("pointing %s elsewhere", (formula, from, to, expected) => {
  const range = at(from);
  expect(replaceReferences(formula, place, (own) => (JSON.stringify(own) === JSON.stringify(range) ? to : undefined))).toBe(expected);
});

test.each([
  ["=B3/C3", 100, "=B3/C3*100"],
  ["=B3-C3", 100, "=(B3-C3)*100"],
  ['=IF(C3=0,"",B3/C3)', 100, '=IF(C3=0,"",B3/C3*100)'],
  ["=IFERROR( ROUND(B3/C3,4) ,0)", 100, "=IFERROR( ROUND(B3/C3,4)*100 ,0)"],
  ["=B3/C3*100", 0.01, "=B3/C3"],
  ["=100*B3/C3", 0.01, "=B3/C3"],
  ["=(B3-E3)/E3*100", 0.01, "=(B3-E3)/E3"],
  ['=IF(C3=0,"",ROUND(B3/C3*100,2))', 0.01, '=IF(C3=0,"",ROUND(B3/C3,4))'],
  ["=B3/(C3*100)", 0.01, "=B3/(C3*100)/100"],
  ["=B3/C3*100+1", 0.01, "=(B3/C3*100+1)/100"],
  ["=B3/C3*100%", 0.01, "=B3/C3*100%/100"],
  ["=B3/C3*10000", 0.01, "=B3/C3*10000/100"],
])("%s times %s", (formula, factor, expected) => {
  expect(scaleFormula(formula, factor)).toBe(expected);
});

test("what is no formula is not scaled", () => {
  expect(scaleFormula("=B3/", 100)).toBeUndefined();
});

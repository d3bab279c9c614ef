import { moveFormula, offsetFormula } from "../../src/formula/move-formula";

const insertRows = (at: number, count: number) => ({ kind: "insert-rows" as const, sheet: "表", at, cells: Array.from({ length: count }, () => []) });
const deleteRows = (at: number, count: number) => ({ kind: "delete-rows" as const, sheet: "表", at, before: Array.from({ length: count }, () => []) });
const insertColumns = (at: number, count: number) => ({ kind: "insert-columns" as const, sheet: "表", at, cells: Array.from({ length: count }, () => []) });

test.each([
  ["=A5+B2", insertRows(3, 2), "=A7+B2"],
  ["=SUM(A1:A9)", insertRows(3, 2), "=SUM(A1:A11)"],
  ["=SUM($A$1:$A$9)", deleteRows(0, 2), "=SUM($A$1:$A$7)"],
  ["=A5", deleteRows(4, 1), "=#REF!"],
  ["=SUM(A3:A4)", deleteRows(2, 2), "=SUM(#REF!)"],
  ["=SUM(A3:A6)", deleteRows(2, 2), "=SUM(A3:A4)"],
  ["=SUM(A:A)+SUM(5:7)", insertRows(0, 1), "=SUM(A:A)+SUM(6:8)"],
  ["=C1+表!D2+另表!D2+'另 表'!D2", insertColumns(3, 1), "=C1+表!E2+另表!D2+'另 表'!D2"],
  ['=IF(A9="A9",A9,"A9")', insertRows(0, 1), '=IF(A10="A9",A10,"A9")'],
  ["=[1]表!A9+LOG10(A9)", insertRows(0, 1), "=[1]表!A9+LOG10(A10)"],
  ["=列表[分子]/列表[分母]", insertRows(0, 1), "=列表[分子]/列表[分母]"],
  ["=县域就诊率*100%", insertRows(0, 1), "=县域就诊率*100%"],
  ["=SUM(C:E)+LEN(C2)", insertColumns(3, 2), "=SUM(C:G)+LEN(C2)"],
  ["=SUM($B$1:$D$9)", insertColumns(3, 1), "=SUM($B$1:$E$9)"],
  ["=d2+$d3+XFC1+XFE1", insertColumns(3, 1), "=E2+$E3+XFD1+XFE1"],
  ["=LEN(C2)&DAY9&ROUND(A1,3)", insertColumns(3, 1), "=LEN(C2)&DAZ9&ROUND(A1,3)"],
  ["=SUM(C2:C2)", insertColumns(3, 1), "=SUM(C2:C2)"],
  ["=A3+LOG10(B3)*100%", insertRows(3, 1), "=A3+LOG10(B3)*100%"],
])("%s after lines move", (formula, step, expected) => {
  expect(moveFormula(formula, "表", step)).toBe(expected);
});

test("a formula on another sheet follows only what it names", () => {
  expect(moveFormula("=A5+表!A5", "另表", insertRows(0, 1))).toBe("=A5+表!A6");
});

test.each([
  ["=A1+$B1+C$1+$D$1", 2, 1, "=B3+$B3+D$1+$D$1"],
  ["=SUM(A1:B2)", 1, 0, "=SUM(A2:B3)"],
  ["=A2", -2, 0, "=#REF!"],
])("%s offset by %i rows and %i columns", (formula, rows, columns, expected) => {
  expect(offsetFormula(formula, rows, columns)).toBe(expected);
});

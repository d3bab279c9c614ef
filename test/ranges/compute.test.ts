import { compute } from "../../src/ranges/compute";
import { sheet } from "../support/sheet";

const worksheet = sheet("甲 | 乙 | 丙\n 3 | 4 | 说明\n 5 | 0 | \n 2.5 | #DIV/0! | 1");

test.each([
  { formula: "=A2+B2*2", value: 11 },
  { formula: "=-(A2-B2)/2", value: 0.5 },
  { formula: "=SUM(A2:A4)", value: 10.5 },
  { formula: "=SUM(A2:A4,B2)-1", value: 13.5 },
  { formula: "=AVERAGE(A2:A3)+MAX(A2:B3)-MIN(A2,B2)", value: 6 },
  { formula: "=SUM(C:C)", value: 1 },
  { formula: "=sum( A2 : A3 )", value: undefined },
  { formula: "=SUM(C2)", value: 0 },
  { formula: "=A2/B3", value: undefined },
  { formula: "=A2+C2", value: undefined },
  { formula: "=A2+C3", value: undefined },
  { formula: "=SUM(B2:B4)", value: undefined },
  { formula: "=ROUND(A2,1)", value: undefined },
  { formula: "=A2^2", value: undefined },
  { formula: "=A2%", value: undefined },
  { formula: "=台账!A2", value: undefined },
  { formula: "=A2+", value: undefined },
  { formula: "=(A2", value: undefined },
  { formula: "=SUM(", value: undefined },
  { formula: '=A2&"元"', value: undefined },
])("$formula", ({ formula, value }) => {
  expect(compute(formula, worksheet)).toBe(value);
});

test("a formula that nests too deep is not computed", () => {
  expect(compute(`=${"(".repeat(5000)}A2${")".repeat(5000)}`, worksheet)).toBeUndefined();
  expect(compute(`=${"-".repeat(5000)}A2`, worksheet)).toBeUndefined();
});

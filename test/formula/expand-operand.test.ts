import { keysOf } from "../../src/formula/expression";
import { evaluate } from "../../src/formula/quotient";
import { expandOperand } from "../../src/formula/expand-operand";
import { readFormula } from "../../src/formula/read-formula";
import { sheet, workbook } from "../support/sheet";

const book = workbook(
  sheet(
    `
      县区   | 级别 | 人次 | 率
      望城区 | 三级 | 10   | =C2/C5
      浏阳市 | 二级 | 20   | =C3/C5
      宁乡市 | 三级 | 30   |
      合计   |      | 60   |
    `,
    { name: "监测" },
  ),
);
const valueOf = (key: string): number | undefined => {
  const value = book.worksheets[0]?.columns[2]?.values[Number(/\d+$/.exec(key)?.[0]) - 1];
  return typeof value === "number" ? value : undefined;
};

test.each([
  ['=SUMIF(B2:B4,"三级",C2:C4)', ["监测!C2", "监测!C4"], 40],
  ['=SUMIF(B:B,"三级",C:C)', ["监测!C2", "监测!C4"], 40],
  ["=SUMIF(A2:A4,A3,C2:C4)", ["监测!C3"], 20],
  ['=SUMIFS(C2:C4,B2:B4,"<>三级",C2:C4,">=20")', ["监测!C3"], 20],
  ['=SUMIF(C2:C4,">10")', ["监测!C3", "监测!C4"], 50],
  ['=COUNTIF(B2:B4,"三级")', [], 2],
  ["=COUNTA(A2:A5)", [], 4],
  ["=COUNT(B2:C5)", [], 4],
  ["=COUNTBLANK(B2:B5)", [], 1],
  ["=D2", ["监测!C2", "监测!C5"], 1 / 6],
  ['=SUMIF(B2:B4,"特级",C2:C4)', [], 0],
])("%s one step further in", (formula, keys, value) => {
  const read = readFormula(formula, { sheet: "监测", row: 9, column: 0 }, book);
  const [operand, ...others] = "unreadable" in read ? [] : [...read.operands.values()];
  const inner = operand && expandOperand(operand, book);
  expect(others).toEqual([]);
  expect(inner && keysOf(inner.expression)).toEqual(keys);
  expect(inner && evaluate(inner.expression, valueOf)).toBe(value);
});

test.each(["=C2", '=SUMIF(A2:A4,"望*",C2:C4)', '=COUNTIF(A2:A4,">望")'])("%s goes no further", (formula) => {
  const read = readFormula(formula, { sheet: "监测", row: 9, column: 0 }, book);
  const [operand] = "unreadable" in read ? [] : [...read.operands.values()];
  expect(operand && expandOperand(operand, book)).toBeUndefined();
});

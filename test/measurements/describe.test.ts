import { atom, numberOf, product, quotient, sum } from "../../src/formula/expression";
import { parseDefinition } from "../../src/indicators/definition";
import { describeExpression, shownUnit, wordsOf } from "../../src/measurements/describe";

const [a, b, c] = [atom("甲"), atom("乙"), atom("丙")];

test.each([
  [quotient(a, b), "甲 ÷ 乙"],
  [product(quotient(a, b), numberOf(100)), "甲 ÷ 乙 × 100"],
  [product(numberOf(100), quotient(a, b)), "甲 ÷ 乙 × 100"],
  [quotient(a, product(b, c)), "甲 ÷ （乙 × 丙）"],
  [quotient(sum(a, b), c), "（甲 + 乙） ÷ 丙"],
  [quotient(sum(a, product(numberOf(-1), b)), sum(b, c)), "（甲 − 乙） ÷ （乙 + 丙）"],
  [sum(quotient(a, b), numberOf(-1)), "甲 ÷ 乙 − 1"],
  [sum(a, product(numberOf(-2), b)), "甲 − 乙 × 2"],
  [sum(product(numberOf(-1), a), b), "−甲 + 乙"],
  [product(sum(a, b), c), "（甲 + 乙） × 丙"],
])("arithmetic is written as people write it: %#", (expression, text) => {
  expect(describeExpression(expression, (key) => key)).toBe(text);
});

test("a written definition in its own words", () => {
  const definition = parseDefinition("增长率=（本年数-上年数）/上年数×100%");
  expect(definition === undefined ? undefined : describeExpression(definition.expression, (key) => key)).toBe("（本年数 − 上年数） ÷ 上年数 × 100");
});

test.each([
  [{ min: 0, max: 100 }, "0—100"],
  [{ min: 3 }, "≥ 3"],
  [{ max: 8 }, "≤ 8"],
  [{ min: -100 }, "≥ -100"],
])("limits %j are %s", (limits, text) => expect(wordsOf(limits)).toBe(text));

test("a ratio 1:X has no unit behind its value", () => expect([shownUnit("%"), shownUnit("1:X"), shownUnit("")]).toEqual(["%", "", ""]));

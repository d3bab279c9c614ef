import { atom, numberOf, product, quotient, sum, type Expression } from "../../src/formula/expression";
import { evaluate, factorBetween, factorOfReciprocal, isSameQuotient, toQuotient, type Quotient } from "../../src/formula/quotient";

const [a, b, c] = [atom("a"), atom("b"), atom("c")];
const minus = (left: Expression, right: Expression): Expression => sum(left, product(numberOf(-1), right));
const power = (base: Expression, count: number): Expression => product(...Array.from({ length: count }, () => base));

function read(expression: Expression): Quotient {
  const result = toQuotient(expression);
  if (result === undefined) throw new Error("beyond the budget");
  return result;
}

test.each<[string, Expression, Expression]>([
  ["a/b − 1 = (a − b)/b", minus(quotient(a, b), numberOf(1)), quotient(minus(a, b), b)],
  ["a/b = a·(1/b)", quotient(a, b), product(a, quotient(numberOf(1), b))],
  ["0.1 + 0.2 = 0.3", sum(numberOf(0.1), numberOf(0.2)), numberOf(0.3)],
  ["1e-7·1e7 = 1", product(numberOf(1e-7), numberOf(1e7)), numberOf(1)],
  ["(a² − b²)/(a − b) = a + b", quotient(minus(power(a, 2), power(b, 2)), minus(a, b)), sum(a, b)],
  ["a/(b/c) = a·c/b", quotient(a, quotient(b, c)), quotient(product(a, c), b)],
  ["a − a = 0", minus(a, a), numberOf(0)],
  ["a/b + a/c = a(b + c)/(bc)", sum(quotient(a, b), quotient(a, c)), quotient(product(a, sum(b, c)), product(b, c))],
])("%s", (_, left, right) => {
  expect(isSameQuotient(read(left), read(right))).toBe(true);
});

test.each<[string, Expression, Expression]>([
  ["a/b and b/a", quotient(a, b), quotient(b, a)],
  ["a/b and 100a/b", quotient(a, b), product(numberOf(100), quotient(a, b))],
  ["a − b and a + b", minus(a, b), sum(a, b)],
  ["(a − b)/b and (a − b)/a", quotient(minus(a, b), b), quotient(minus(a, b), a)],
  ["(a + b)/2 and a + b/2", quotient(sum(a, b), numberOf(2)), sum(a, quotient(b, numberOf(2)))],
  ["a and 0", a, numberOf(0)],
])("%s differ", (_, left, right) => {
  expect(isSameQuotient(read(left), read(right))).toBe(false);
});

test.each<[string, Expression, Expression, number | undefined]>([
  ["a missing ×100", quotient(a, b), product(quotient(a, b), numberOf(100)), 0.01],
  ["×100 twice", product(quotient(a, b), numberOf(10000)), product(quotient(a, b), numberOf(100)), 100],
  ["the other sign", minus(a, b), minus(b, a), -1],
  ["a third", quotient(a, numberOf(3)), a, 1 / 3],
  ["another cell", quotient(a, c), quotient(a, b), undefined],
  ["nothing and something", numberOf(0), a, undefined],
])("the factor between two: %s", (_, left, right, factor) => {
  expect(factorBetween(read(left), read(right))).toBe(factor);
});

test.each<[string, Expression, Expression, number | undefined]>([
  ["swapped", quotient(b, a), quotient(a, b), 1],
  ["swapped, both ×100", product(quotient(b, a), numberOf(100)), product(numberOf(100), quotient(a, b)), 10000],
  ["not swapped", quotient(a, b), quotient(a, b), undefined],
])("the factor of the reciprocal: %s", (_, left, right, factor) => {
  expect(factorOfReciprocal(read(left), read(right))).toBe(factor);
});

test("nothing is said of what divides by 0 or grows beyond all formulas", () => {
  expect(toQuotient(quotient(a, minus(b, b)))).toBeUndefined();
  expect(toQuotient(numberOf(Infinity))).toBeUndefined();
  const wide = sum(...Array.from({ length: 40 }, (_, index) => atom(`x${index}`)));
  expect(toQuotient(power(wide, 20))).toBeUndefined();
  expect(toQuotient(power(numberOf(1e300), 60))).toBeUndefined();
  let deep: Expression = a;
  for (let index = 0; index < 100_000; index++) deep = sum(deep, b);
  expect(toQuotient(deep)).toBeUndefined();
});

test("long sums are compared without multiplying them out", () => {
  const cells = (letter: string): Expression => sum(...Array.from({ length: 2000 }, (_, index) => atom(`${letter}${index}`)));
  const growth = read(quotient(minus(cells("a"), cells("b")), cells("b")));
  expect(isSameQuotient(growth, read(minus(quotient(cells("a"), cells("b")), numberOf(1))))).toBe(true);
  expect(isSameQuotient(growth, read(quotient(minus(cells("a"), cells("b")), cells("a"))))).toBe(false);
});

test("computes with values, and not with missing ones or by 0", () => {
  const values: Readonly<Record<string, number>> = { a: 1, b: 4, c: 0 };
  const valueOf = (key: string): number | undefined => values[key];
  expect(evaluate(product(quotient(a, b), numberOf(100)), valueOf)).toBe(25);
  expect(evaluate(minus(a, b), valueOf)).toBe(-3);
  expect(evaluate(quotient(a, c), valueOf)).toBeUndefined();
  expect(evaluate(sum(a, atom("d")), valueOf)).toBeUndefined();
});

import fc from "fast-check";
import { isSameQuotient, toQuotient, type Quotient } from "../../src/formula/quotient";
import { readFormula } from "../../src/formula/read-formula";
import { hundred, mutate, picker, write, type Meaning } from "../support/formula-meanings";
import { sheet, workbook } from "../support/sheet";

const book = workbook(sheet("1 | 2 | 3 | 4\n5 | 6 | 7 | 8\n9 | 10 | 11 | 12", { name: "监测" }), sheet("1", { name: "2025 年" }));
const place = { sheet: "监测", row: 9, column: 9 };

function quotientOf(formula: string): Quotient {
  const read = readFormula(`=${formula}`, place, book);
  const result = "unreadable" in read ? undefined : toQuotient(read.expression);
  if (result === undefined) throw new Error(`${formula}: ${"unreadable" in read ? read.unreadable.zh : "beyond the budget"}`);
  return result;
}

const cell = fc.record({ kind: fc.constant("cell" as const), row: fc.nat(2), column: fc.nat(3) });
const columnSum = fc.nat(1).chain((from) => fc.record({ kind: fc.constant("column-sum" as const), column: fc.nat(3), from: fc.constant(from), to: fc.integer({ min: from + 1, max: 2 }) }));
const leaf = fc.oneof({ weight: 4, arbitrary: cell }, { weight: 1, arbitrary: columnSum });
const term: fc.Arbitrary<Meaning> = fc.oneof(leaf, fc.record({ kind: fc.constantFrom("+" as const, "-" as const), left: leaf, right: leaf }), fc.record({ kind: fc.constant("*" as const), left: leaf, right: leaf }));
const ratio: fc.Arbitrary<Meaning> = fc
  .tuple(term, term, fc.boolean())
  .map(([left, right, isPercent]): Meaning => ({ kind: "/", left: isPercent ? { kind: "*", left, right: hundred } : left, right }))
  // a denominator that is 0 for whatever values computes nothing
  .filter((meaning) => isDefined(meaning));

function isDefined(meaning: Meaning): boolean {
  const read = readFormula(`=${write(meaning, () => 0)}`, place, book);
  return !("unreadable" in read) && (toQuotient(read.expression)?.over.size ?? 0) > 0;
}

test("a right formula stays right however it is written", () => {
  fc.assert(
    fc.property(ratio, fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (meaning, choices) => {
      const [plain, rewritten] = [write(meaning, () => 0), write(meaning, picker(choices))];
      expect({ plain, rewritten, same: isSameQuotient(quotientOf(plain), quotientOf(rewritten)) }).toEqual({ plain, rewritten, same: true });
    }),
    { numRuns: 1500 },
  );
});

/** What it gives for made-up values that no two cells share. */
function valueOf(meaning: Meaning): number {
  const valueAt = (row: number, column: number): number => 1.37 + (column + 1) * 7.13 + (row + 1) ** 2 * 3.71;
  switch (meaning.kind) {
    case "cell":
      return valueAt(meaning.row, meaning.column);
    case "number":
      return meaning.value;
    case "column-sum":
      return Array.from({ length: meaning.to - meaning.from + 1 }, (_, index) => valueAt(meaning.from + index, meaning.column)).reduce((total, value) => total + value);
    case "+":
      return valueOf(meaning.left) + valueOf(meaning.right);
    case "-":
      return valueOf(meaning.left) - valueOf(meaning.right);
    case "*":
      return valueOf(meaning.left) * valueOf(meaning.right);
    case "/":
      return valueOf(meaning.left) / valueOf(meaning.right);
  }
}

test("a formula with a mistake is never the right one", () => {
  let mutations = 0;
  fc.assert(
    fc.property(ratio, fc.nat(1000), fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (meaning, way, choices) => {
      const mutant = mutate(meaning, way);
      const plain = write(meaning, () => 0);
      // B3/B3 swapped is B3/B3: only what changes a value is a mistake
      fc.pre(Math.abs(valueOf(meaning) - valueOf(mutant)) > 1e-6 * Math.abs(valueOf(meaning)));
      mutations++;
      const written = write(mutant, picker(choices));
      expect({ plain, written, same: isSameQuotient(quotientOf(plain), quotientOf(written)) }).toEqual({ plain, written, same: false });
    }),
    { numRuns: 1500 },
  );
  expect(mutations).toBeGreaterThanOrEqual(1500);
});

import fc from "fast-check";
import { isSameQuotient, toQuotient, type Quotient } from "../../src/formula/quotient";
import { readFormula } from "../../src/formula/read-formula";
import { sheet, workbook } from "../support/sheet";

const book = workbook(sheet("1 | 2 | 3 | 4\n5 | 6 | 7 | 8\n9 | 10 | 11 | 12", { name: "监测" }), sheet("1", { name: "2025 年" }));
const place = { sheet: "监测", row: 9, column: 9 };

function quotientOf(formula: string): Quotient {
  const read = readFormula(`=${formula}`, place, book);
  const result = "unreadable" in read ? undefined : toQuotient(read.expression);
  if (result === undefined) throw new Error(`${formula}: ${"unreadable" in read ? read.unreadable.zh : "beyond the budget"}`);
  return result;
}

/** Arithmetic as it is meant, to be written in many ways. */
type Meaning =
  | { readonly kind: "cell"; readonly row: number; readonly column: number }
  | { readonly kind: "column-sum"; readonly column: number; readonly from: number; readonly to: number }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "+" | "-" | "*" | "/"; readonly left: Meaning; readonly right: Meaning };

const cell = fc.record({ kind: fc.constant("cell" as const), row: fc.nat(2), column: fc.nat(3) });
const columnSum = fc.nat(1).chain((from) => fc.record({ kind: fc.constant("column-sum" as const), column: fc.nat(3), from: fc.constant(from), to: fc.integer({ min: from + 1, max: 2 }) }));
const leaf = fc.oneof({ weight: 4, arbitrary: cell }, { weight: 1, arbitrary: columnSum });
const term: fc.Arbitrary<Meaning> = fc.oneof(leaf, fc.record({ kind: fc.constantFrom("+" as const, "-" as const), left: leaf, right: leaf }), fc.record({ kind: fc.constant("*" as const), left: leaf, right: leaf }));
const hundred: Meaning = { kind: "number", value: 100 };
const ratio: fc.Arbitrary<Meaning> = fc
  .tuple(term, term, fc.boolean())
  .map(([left, right, isPercent]): Meaning => ({ kind: "/", left: isPercent ? { kind: "*", left, right: hundred } : left, right }))
  // a denominator that is 0 for whatever values computes nothing
  .filter((meaning) => isDefined(meaning));

function isDefined(meaning: Meaning): boolean {
  const read = readFormula(`=${write(meaning, () => 0)}`, place, book);
  return !("unreadable" in read) && (toQuotient(read.expression)?.over.size ?? 0) > 0;
}

/** Writes a meaning; `pick(n)` chooses among n ways. */
function write(meaning: Meaning, pick: (ways: number) => number): string {
  const inner = (part: Meaning): string => {
    const text = write(part, pick);
    return /^[A-Z$]+\$?\d+$|^\d+$/.test(text) ? text : `(${text})`;
  };
  const dressed = (text: string): string => [text, `(${text})`, `ROUND(${text},2)`, `IFERROR(${text},"")`, `IF(A1=0,"",${text})`, `+(${text})`, `--(${text})`, `N(${text})`][pick(8)] ?? text;
  switch (meaning.kind) {
    case "number":
      return meaning.value === 100 ? (["100", "1/1%", "10^2", "100.0"][pick(4)] ?? "100") : String(meaning.value);
    case "cell":
      return cellText(meaning.row, meaning.column, pick(6));
    case "column-sum": {
      const { column, from, to } = meaning;
      const rows = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      const spelled = rows.map((row) => cellText(row, column, pick(3)));
      return [`SUM(${cellText(from, column, 0)}:${cellText(to, column, 1)})`, spelled.join("+"), `SUM(${spelled.join(",")})`, `SUBTOTAL(9,${cellText(to, column, 0)}:${cellText(from, column, 0)})`, spelled.reverse().join(" + ")][pick(5)] ?? "";
    }
    case "+":
      return dressed([`${inner(meaning.left)}+${inner(meaning.right)}`, `${inner(meaning.right)}+${inner(meaning.left)}`, `SUM(${inner(meaning.left)},${inner(meaning.right)})`, `${inner(meaning.left)}--${inner(meaning.right)}`][pick(4)] ?? "");
    case "-":
      return dressed([`${inner(meaning.left)}-${inner(meaning.right)}`, `-(${inner(meaning.right)}-${inner(meaning.left)})`, `${inner(meaning.left)}+-1*${inner(meaning.right)}`, `-${inner(meaning.right)}+${inner(meaning.left)}`][pick(4)] ?? "");
    case "*":
      return dressed([`${inner(meaning.left)}*${inner(meaning.right)}`, `${inner(meaning.right)} * ${inner(meaning.left)}`, `PRODUCT(${inner(meaning.left)},${inner(meaning.right)})`, distributed(meaning.left, meaning.right, inner)][pick(4)] ?? "");
    case "/":
      return dressed([`${inner(meaning.left)}/${inner(meaning.right)}`, `${inner(meaning.left)}*(1/${inner(meaning.right)})`, `1/(${inner(meaning.right)}/${inner(meaning.left)})`, `${inner(meaning.left)}*${inner(meaning.right)}^-1`, `${inner(meaning.left)}%/${inner(meaning.right)}/0.01`, `100*(${inner(meaning.left)}/${inner(meaning.right)}/100)`, `${inner(meaning.left)}/${inner(meaning.right)}-1+1`][pick(7)] ?? "");
  }
}

function distributed(left: Meaning, right: Meaning, inner: (part: Meaning) => string): string {
  return left.kind === "+" || left.kind === "-" ? `${inner(left.left)}*${inner(right)}${left.kind}${inner(left.right)}*${inner(right)}` : `${inner(left)}*${inner(right)}`;
}

function cellText(row: number, column: number, way: number): string {
  const letter = "ABCD"[column] ?? "A";
  return [`${letter}${row + 1}`, `$${letter}$${row + 1}`, `${letter}$${row + 1}`, `$${letter}${row + 1}`, `监测!${letter}${row + 1}`, `'监测'!$${letter}${row + 1}`][way] ?? "";
}

const picker = (choices: readonly number[]): ((ways: number) => number) => {
  let index = 0;
  return (ways) => (choices[index++ % choices.length] ?? 0) % ways;
};

test("a right formula stays right however it is written", () => {
  fc.assert(
    fc.property(ratio, fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (meaning, choices) => {
      const [plain, rewritten] = [write(meaning, () => 0), write(meaning, picker(choices))];
      expect({ plain, rewritten, same: isSameQuotient(quotientOf(plain), quotientOf(rewritten)) }).toEqual({ plain, rewritten, same: true });
    }),
    { numRuns: 1500 },
  );
});

/** Other arithmetic for whatever values: each changes what is computed where all cells hold different things. */
function mutate(meaning: Meaning, way: number): Meaning {
  if (meaning.kind !== "/") return meaning;
  const { left, right } = meaning;
  const other: Meaning = { kind: "cell", row: 7, column: 2 };
  const ways: readonly Meaning[] = [
    { kind: "/", left: right, right: left },
    { kind: "*", left: meaning, right: hundred },
    { kind: "/", left: meaning, right: hundred },
    { kind: "/", left: other, right },
    { kind: "/", left, right: other },
    { kind: "/", left: { kind: "+", left, right: other }, right },
    { kind: "/", left: { kind: "-", left, right: other }, right },
    { kind: "/", left, right: { kind: "+", left: right, right: other } },
    { kind: "*", left, right },
    { kind: "-", left, right },
    { kind: "+", left: meaning, right: { kind: "number", value: 1 } },
    ...(left.kind === "+" || left.kind === "-" ? ([{ kind: "/", left: { ...left, kind: left.kind === "+" ? "-" : "+" }, right }, { kind: "/", left: left.left, right }] as const) : []),
  ];
  return ways[way % ways.length] ?? meaning;
}

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

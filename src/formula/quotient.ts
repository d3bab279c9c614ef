import type { Expression } from "./expression";
import { addAll, commonFactor, constantPolynomial, divideBy, isZero, multiply, ratioOf, stringifyPolynomial, variable, type Polynomial } from "./polynomial";

/** An expression as one polynomial over another, in lowest terms as far as numbers and single keys go; `under` is never 0. */
export type Quotient = { readonly over: Polynomial; readonly under: Polynomial };

/** How deep and how large an expression may be; beyond it nothing is said of it. */
const maxDepth = 400;
const maxParts = 50_000;

/** Undefined where something divides by 0, or where it would grow beyond every formula that people write. */
export function toQuotient(expression: Expression): Quotient | undefined {
  let parts = 0;
  const visit = (part: Expression, depth: number): Quotient | undefined => {
    if (depth > maxDepth || ++parts > maxParts) return undefined;
    switch (part.kind) {
      case "number":
        return quotientOfNumber(part.value);
      case "atom":
        return { over: variable(part.key), under: constantPolynomial(1n) };
      case "quotient": {
        const over = visit(part.over, depth + 1);
        const under = visit(part.under, depth + 1);
        if (over === undefined || under === undefined || isZero(under.over)) return undefined;
        return reduced(multiply(over.over, under.under), multiply(over.under, under.over));
      }
      default: {
        const members: Quotient[] = [];
        for (const member of part.parts) {
          const quotient = visit(member, depth + 1);
          if (quotient === undefined) return undefined;
          members.push(quotient);
        }
        return part.kind === "sum" ? sumOf(members) : productOf(members);
      }
    }
  };
  return visit(expression, 0);
}

/** Whether both are the same for whatever values; what is too large to be compared is not the same. */
export function isSameQuotient(a: Quotient, b: Quotient): boolean {
  if (isZero(a.over) || isZero(b.over)) return isZero(a.over) && isZero(b.over);
  const ratio = ratioOfQuotients(a, b);
  return ratio !== undefined && ratio.over === ratio.under;
}

/** The number k with a = k·b for whatever values, such as 0.01 where a lacks ×100. */
export function factorBetween(a: Quotient, b: Quotient): number | undefined {
  return toNumber(ratioOfQuotients(a, b));
}

/** The number k with a·b = k for whatever values: a is b with numerator and denominator swapped, k times. */
export function factorOfReciprocal(a: Quotient, b: Quotient): number | undefined {
  return isZero(b.over) ? undefined : toNumber(ratioOfQuotients(a, { over: b.under, under: b.over }));
}

/** What an expression gives for these values; undefined where one is missing or something is divided by 0. */
export function evaluate(expression: Expression, valueOf: (key: string) => number | undefined): number | undefined {
  switch (expression.kind) {
    case "number":
      return expression.value;
    case "atom":
      return valueOf(expression.key);
    case "quotient": {
      const over = evaluate(expression.over, valueOf);
      const under = evaluate(expression.under, valueOf);
      return over === undefined || under === undefined || under === 0 ? undefined : finite(over / under);
    }
    default: {
      let result = expression.kind === "sum" ? 0 : 1;
      for (const part of expression.parts) {
        const value = evaluate(part, valueOf);
        if (value === undefined) return undefined;
        result = expression.kind === "sum" ? result + value : result * value;
      }
      return finite(result);
    }
  }
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

type Fraction = { readonly over: bigint; readonly under: bigint };

function ratioOfQuotients(a: Quotient, b: Quotient): Fraction | undefined {
  // long sums over the same denominator need no multiplication
  const unders = ratioOf(a.under, b.under);
  if (unders !== undefined) {
    const overs = ratioOf(a.over, b.over);
    return overs === undefined ? undefined : { over: overs.over * unders.under, under: overs.under * unders.over };
  }
  const left = multiply(a.over, b.under);
  const right = multiply(b.over, a.under);
  return left === undefined || right === undefined ? undefined : ratioOf(left, right);
}

function toNumber(fraction: Fraction | undefined): number | undefined {
  if (fraction === undefined) return undefined;
  // through a decimal string of 20 digits: both parts may be larger than any number
  const isNegative = fraction.over < 0n !== fraction.under < 0n;
  const over = fraction.over < 0n ? -fraction.over : fraction.over;
  const under = fraction.under < 0n ? -fraction.under : fraction.under;
  const shift = Math.max(0, 25 + under.toString().length - over.toString().length);
  const digits = Number(`${(over * 10n ** BigInt(shift)) / under}e-${shift}`);
  return finite(isNegative ? -digits : digits);
}

function quotientOfNumber(value: number): Quotient | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (match === null) return undefined;
  const [, sign = "", whole = "", decimals = "", power = "0"] = match;
  const exponent = Number(power) - decimals.length;
  const digits = BigInt(`${sign}${whole}${decimals}`);
  const scale = 10n ** BigInt(Math.abs(exponent));
  return reduced(constantPolynomial(exponent > 0 ? digits * scale : digits), constantPolynomial(exponent < 0 ? scale : 1n));
}

function sumOf(parts: readonly Quotient[]): Quotient | undefined {
  const byUnder = new Map<string, { under: Polynomial; overs: Polynomial[] }>();
  for (const { over, under } of parts) {
    const key = stringifyPolynomial(under);
    const group = byUnder.get(key);
    if (group === undefined) byUnder.set(key, { under, overs: [over] });
    else group.overs.push(over);
  }
  let result: Quotient = { over: constantPolynomial(0n), under: constantPolynomial(1n) };
  for (const { under, overs } of byUnder.values()) {
    const over = addAll(overs);
    const left = multiply(result.over, under);
    const right = over && multiply(over, result.under);
    const next = reduced(left && right && addAll([left, right]), multiply(result.under, under));
    if (next === undefined) return undefined;
    result = next;
  }
  return result;
}

function productOf(parts: readonly Quotient[]): Quotient | undefined {
  let result: Quotient = { over: constantPolynomial(1n), under: constantPolynomial(1n) };
  for (const { over, under } of parts) {
    const next = reduced(multiply(result.over, over), multiply(result.under, under));
    if (next === undefined) return undefined;
    result = next;
  }
  return result;
}

function reduced(over: Polynomial | undefined, under: Polynomial | undefined): Quotient | undefined {
  if (over === undefined || under === undefined) return undefined;
  if (isZero(over)) return { over, under: constantPolynomial(1n) };
  const { content, monomial } = commonFactor([under, over]);
  // the first term of the denominator in the order of texts is positive
  const lead = [...under.keys()].reduce((first, text) => (text < first ? text : first));
  const factor = { content: (under.get(lead)?.coefficient ?? 1n) < 0n ? -content : content, monomial };
  return { over: divideBy(over, factor), under: divideBy(under, factor) };
}

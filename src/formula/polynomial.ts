/** Keys with their powers, sorted by key, none to the power 0. */
type Monomial = readonly (readonly [key: string, power: number])[];

type PolynomialTerm = { readonly monomial: Monomial; readonly coefficient: bigint };

/** By the monomial's text; no term has the coefficient 0. */
export type Polynomial = ReadonlyMap<string, PolynomialTerm>;

/** More terms than a formula of 8,192 characters spells out by hand, and what a sum of one long range needs. */
const maxTerms = 4096;
/** Pairs of terms that one multiplication may look at. */
const maxPairs = 250_000;
const maxPower = 256;
const maxCoefficient = 1n << 4096n;

const one = "";

export function constantPolynomial(value: bigint): Polynomial {
  return value === 0n ? new Map() : new Map([[one, { monomial: [], coefficient: value }]]);
}

export function variable(key: string): Polynomial {
  const monomial: Monomial = [[key, 1]];
  return new Map([[textOf(monomial), { monomial, coefficient: 1n }]]);
}

export function isZero(polynomial: Polynomial): boolean {
  return polynomial.size === 0;
}

/** Undefined beyond the budget. */
export function addAll(polynomials: readonly Polynomial[]): Polynomial | undefined {
  const terms = new Map<string, PolynomialTerm>();
  for (const polynomial of polynomials) {
    for (const [text, term] of polynomial) if (!put(terms, text, term.monomial, term.coefficient)) return undefined;
  }
  return terms;
}

/** Undefined beyond the budget. */
export function multiply(a: Polynomial, b: Polynomial): Polynomial | undefined {
  if (a.size * b.size > maxPairs) return undefined;
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  const terms = new Map<string, PolynomialTerm>();
  for (const left of a.values()) {
    for (const right of b.values()) {
      const monomial = multiplyMonomials(left.monomial, right.monomial);
      if (monomial === undefined || !put(terms, textOf(monomial), monomial, left.coefficient * right.coefficient)) return undefined;
    }
  }
  return terms;
}

/** The k with a = k·b, as a fraction; undefined where there is none, or where both are 0 and any would do. */
export function ratioOf(a: Polynomial, b: Polynomial): { readonly over: bigint; readonly under: bigint } | undefined {
  if (a.size !== b.size) return undefined;
  let ratio: { over: bigint; under: bigint } | undefined;
  for (const [text, { coefficient }] of a) {
    const other = b.get(text)?.coefficient;
    if (other === undefined) return undefined;
    ratio ??= { over: coefficient, under: other };
    if (coefficient * ratio.under !== other * ratio.over) return undefined;
  }
  return ratio;
}

/** What all terms of all of them have in common: a number, and the powers of keys. */
export function commonFactor(polynomials: readonly Polynomial[]): { readonly content: bigint; readonly monomial: Monomial } {
  let content = 0n;
  let powers: Map<string, number> | undefined;
  for (const polynomial of polynomials) {
    for (const { monomial, coefficient } of polynomial.values()) {
      content = greatestDivisor(content, coefficient);
      if (powers === undefined) powers = new Map(monomial);
      else if (powers.size > 0) {
        const own = new Map(monomial);
        for (const [key, power] of powers) {
          const least = Math.min(power, own.get(key) ?? 0);
          if (least === 0) powers.delete(key);
          else powers.set(key, least);
        }
      }
    }
  }
  return { content, monomial: [...(powers ?? [])] };
}

/** Every term divided by a factor that all of them have. */
export function divideBy(polynomial: Polynomial, factor: { readonly content: bigint; readonly monomial: Monomial }): Polynomial {
  if (factor.content === 1n && factor.monomial.length === 0) return polynomial;
  const taken = new Map(factor.monomial);
  const terms = new Map<string, PolynomialTerm>();
  for (const { monomial, coefficient } of polynomial.values()) {
    const rest = taken.size === 0 ? monomial : monomial.map(([key, power]) => [key, power - (taken.get(key) ?? 0)] as const).filter(([, power]) => power > 0);
    terms.set(textOf(rest), { monomial: rest, coefficient: coefficient / factor.content });
  }
  return terms;
}

/** The same text for the same polynomial, however it came about. */
export function stringifyPolynomial(polynomial: Polynomial): string {
  return [...polynomial]
    .map(([text, { coefficient }]) => `${coefficient}\u0003${text}`)
    .sort()
    .join("\u0004");
}

function put(terms: Map<string, PolynomialTerm>, text: string, monomial: Monomial, coefficient: bigint): boolean {
  const before = terms.get(text);
  const total = before === undefined ? coefficient : before.coefficient + coefficient;
  if (total > maxCoefficient || -total > maxCoefficient) return false;
  if (total === 0n) terms.delete(text);
  else terms.set(text, { monomial, coefficient: total });
  return terms.size <= maxTerms;
}

function isOne(polynomial: Polynomial): boolean {
  return polynomial.size === 1 && polynomial.get(one)?.coefficient === 1n;
}

function textOf(monomial: Monomial): string {
  return monomial.map(([key, power]) => `${key}\u0001${power}`).join("\u0002");
}

function multiplyMonomials(a: Monomial, b: Monomial): Monomial | undefined {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const merged: (readonly [string, number])[] = [];
  let left = 0;
  let right = 0;
  while (left < a.length || right < b.length) {
    const first = a[left];
    const second = b[right];
    if (first !== undefined && second !== undefined && first[0] === second[0]) {
      const power = first[1] + second[1];
      if (power > maxPower) return undefined;
      merged.push([first[0], power]);
      left++;
      right++;
    } else if (second === undefined || (first !== undefined && first[0] < second[0])) {
      if (first !== undefined) merged.push(first);
      left++;
    } else {
      merged.push(second);
      right++;
    }
  }
  return merged;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}

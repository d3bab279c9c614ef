import type { Expression } from "../formula/expression";

/** A quantity that a definition speaks of, such as 参保人员县域内门急诊人次. Expressions know it by its name. */
export type Term = { readonly name: string; /** Other words for the same in headers. */ readonly aliases?: readonly string[] };

/**
 * How sure a definition is: `official` read in the issuing authority's own text, `similar` carried over from an official
 * indicator of the same form, `read` read elsewhere, `own` our reading of the name (口径待确认: it never gives an error),
 * `workbook` written in the workbook itself, which overrules all others.
 */
export type Certainty = "official" | "similar" | "read" | "own" | "workbook";

/** Which way is better; `target` towards a named value, `monitor` neither. */
export type Direction = "higher" | "lower" | "target" | "monitor";

/** Both ends inside; in the indicator's own unit (95 for 95 %). */
export type Limits = { readonly min?: number; readonly max?: number };

export type Computation = { readonly expression: Expression; readonly terms: readonly Term[] };

/** One indicator of a monitoring sheet: what it is called, how it is computed and what to expect of it. */
export type Indicator = {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly category?: string;
  /** "%", "元", "天", "级", "分"; "" for a bare ratio or index, "1:X" for a ratio written so. */
  readonly unit: string;
  /** The definition as a person reads it: 参保人员县域内门急诊人次/参保人员门急诊总人次×100%. */
  readonly formula: string;
  /** Undefined where nothing is computed: a level that is awarded, a score of a survey. A 100 of ×100% is a factor of it. */
  readonly expression?: Expression;
  readonly terms: readonly Term[];
  /** Other ways to compute the same: over finer quantities, or a ratio read the other way round. */
  readonly alternatives?: readonly Computation[];
  /** The numerator is a part of the denominator: it can never be larger. */
  readonly isShare?: boolean;
  readonly certainty: Certainty;
  readonly direction: Direction;
  /** Outside it the value is impossible. */
  readonly hard?: Limits;
  /** Outside it the value is unusual. Experience, not a standard. */
  readonly soft?: Limits;
  /** Where the definition stands: document and number, a cell of the workbook. */
  readonly source: string;
  /** What a person should know of how it is counted. */
  readonly note?: string;
};

export function defineIndicator(indicator: Indicator): Indicator {
  return indicator;
}

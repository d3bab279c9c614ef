import type { Range } from "../core/workbook";
import type { Limits } from "../indicators/indicator";
import type { ReadFormula } from "../formula/read-formula";
import type { Difference } from "./difference";
import type { NumberInText } from "./number-in-text";
import type { Input, Series } from "./series";

type At = { readonly range: Range; readonly series: Series; readonly row: number };

/** What is wrong at a cell of an indicator table, at its root; the rule of the same name puts it into words. */
export type Verdict =
  | (At & { readonly rule: "valid-indicator-formula"; readonly formula: string; readonly read: ReadFormula; readonly difference: Difference })
  | (At & { readonly rule: "consistent-total"; readonly formula: string; readonly isMean: boolean })
  | (At & { readonly rule: "valid-percent-scale"; readonly fault: "hundred-under-percent" | "bare-ratio" | "mixed" | "mixed-hundred"; readonly value: number | undefined; readonly formula: string | undefined })
  | (At & { readonly rule: "require-indicator-formula"; readonly value: number; /** A share typed in as 0.95. */ readonly isRatio: boolean })
  | (At & { readonly rule: "consistent-indicator-value"; readonly value: number; readonly computed: number })
  | (At & { readonly rule: "require-indicator-input"; readonly input: Input; readonly fault: "blank" | "text" | "zero"; readonly text: string })
  | (At & { readonly rule: "no-text-number"; readonly text: string; readonly number: NumberInText; /** Where the text is an input. */ readonly input?: Input })
  | (At & { readonly rule: "consistent-parts"; readonly numerator: number; readonly denominator: number })
  | (At & { readonly rule: "valid-indicator-range"; readonly value: number; readonly limits: Limits })
  | (At & { readonly rule: "no-abrupt-change"; readonly value: number; readonly previous?: number; readonly limits?: Limits; /** A value of the same body and period that contradicts it; with `total` the two should add up to it. */ readonly against?: { readonly name: string; readonly value: number; readonly total?: number } })
  | (At & { readonly rule: "meet-target"; readonly value: number; readonly target: string });

export type VerdictOf<Rule extends Verdict["rule"]> = Extract<Verdict, { readonly rule: Rule }>;

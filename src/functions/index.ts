import type { Answer } from "./answer";
import { daysLeft } from "./days-left";
import { deadline } from "./deadline";
import { lead } from "./lead";
import type { Surroundings } from "./surroundings";
import { units } from "./units";

/** A function as Excel calls it: its arguments in order, then what it is told besides. */
export type SheetFunction = (first: unknown, second: unknown, surroundings: Surroundings) => Answer;

/** By the names they bear in formulas, behind QD. */
export const functions = {
  DEADLINE: deadline,
  DAYSLEFT: daysLeft,
  UNITS: (text) => units(text),
  LEAD: (text) => lead(text),
} as const satisfies Readonly<Record<string, SheetFunction>>;

import type { Text } from "../core/text";

export type DoubtCode =
  | "no-unit"
  | "unknown-unit"
  | "several-leads"
  | "no-lead"
  | "no-year"
  | "deadline-unread"
  | "deadline-from-text"
  | "placeholder"
  | "number-jump"
  | "lent-responsibility";

/** Why a person should look at a row before it is written. */
export type Doubt = { readonly code: DoubtCode; readonly text: Text };

/** `explicit`: said of the unit itself; `declared-first`: by a sentence for the whole document; `single`: there is only one. */
export type LeadBasis = "explicit" | "declared-first" | "single" | "none";

export type PlanMilestone = { readonly text: string; readonly date: string | null };

/** One row of the table that a plan becomes; null where the document does not say. */
export type PlanTask = {
  /** The nearest heading or category cell above. */
  readonly category: string | null;
  readonly number: string | null;
  /** The whole text of the item without its number and responsibility. */
  readonly task: string;
  readonly lead: string | null;
  readonly leads: readonly string[];
  readonly leadBasis: LeadBasis;
  readonly responsible: readonly string[];
  readonly etc: boolean;
  readonly deadlineText: string | null;
  /** Only where exactly one day is meant. */
  readonly deadlineDate: string | null;
  readonly milestones: readonly PlanMilestone[];
  readonly source: { readonly paragraph: number };
  /** What it was read from, for a person to compare. */
  readonly sourceText: string;
  readonly doubts: readonly Doubt[];
};

export type PlanIndicator = {
  readonly category: string | null;
  readonly name: string;
  readonly unit: string | null;
  readonly formula: string | null;
  readonly dataSource: string | null;
  readonly note: string | null;
};

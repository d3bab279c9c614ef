import type { CheckResult } from "../../core/check";
import type { Diagnostic } from "../../core/diagnostic";
import type { Change } from "../../core/edit";
import type { Settings } from "../../core/settings";
import type { Text } from "../../core/text";
import type { Workbook } from "../../core/workbook";

/** What a reason speaks for: this finding until its cell changes, its rule in its column, its rule everywhere. */
export const scopes = ["finding", "column", "workbook"] as const;
export type Scope = (typeof scopes)[number];

/** A reason that the workbook keeps, with how many findings it explains now. */
export type KeptReason = { readonly id: string; readonly rule: string; readonly scope: Scope; readonly reason: string; readonly asOf: string; readonly place: string; readonly count: number };

export type Sifted = { readonly shown: readonly Diagnostic[]; readonly reasons: readonly KeptReason[]; /** What is kept cannot be read, and is left alone. */ readonly problem?: Text };

/** What the pane leaves in a workbook for those who work on: reasons, flags, a roster of units and lists to choose from. */
export type KeepParts = {
  sift(result: CheckResult, workbook: Workbook): Sifted;
  /** Undefined where no such reason can be kept. */
  explain(diagnostic: Diagnostic, scope: Scope, reason: string, asOf: string, result: CheckResult, workbook: Workbook): Change | undefined;
  takeBack(id: string, workbook: Workbook): Change | undefined;
  flag(result: CheckResult, workbook: Workbook, settings: Settings): readonly Change[];
  clearFlags(workbook: Workbook): readonly Change[];
  /** None where the roster is up to date, or there is no unit to list. */
  makeRoster(result: CheckResult, workbook: Workbook, settings: Settings): readonly Change[];
  /** Of units, deadlines and states. */
  addDropdowns(result: CheckResult, workbook: Workbook, settings: Settings): readonly Change[];
};

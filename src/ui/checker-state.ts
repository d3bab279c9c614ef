import type { CheckResult } from "../core/check";
import type { Receipt } from "../core/edit";
import type { Text } from "../core/text";
import type { SettingsRead } from "./kept-settings";
import type { KeptReason } from "./keep/keep-parts";
import type { Light } from "./StateBar";

export type Busy = { readonly kind: "reading" } | { readonly kind: "checking"; readonly done: number; readonly total: number } | { readonly kind: "writing" };

export type CheckerState = {
  readonly busy: Busy | undefined;
  /** The last whole check; it stays in view while the next one runs. */
  readonly result: CheckResult | undefined;
  /** How its tasks stand, and on which day. */
  readonly standing: { readonly lights: readonly Light[]; readonly asOf: string } | undefined;
  /** The reasons that the workbook keeps; what they explain is not among the findings. */
  readonly reasons: readonly KeptReason[];
  /** The workbook's reasons cannot be read. */
  readonly reasonsProblem: Text | undefined;
  /** Undefined until a workbook was read. */
  readonly settingsRead: SettingsRead | undefined;
  readonly failure: unknown;
  /** Whose changes the result does not show yet: somebody else's, or, with checking as one types switched off, anybody's. */
  readonly behind: "others" | "anybody" | undefined;
  /** What can be taken back, the latest last. */
  readonly receipts: readonly Receipt[];
  /** What the last writing did, until the next one. */
  readonly outcome: { readonly kind: "applied" | "undone"; readonly receipt: Receipt } | undefined;
};

export type CheckerAction =
  | { readonly type: "busy"; readonly busy: Busy }
  | { readonly type: "checked"; readonly result: CheckResult; readonly standing?: CheckerState["standing"]; readonly reasons?: readonly KeptReason[]; readonly reasonsProblem?: Text | undefined; readonly settingsRead?: SettingsRead }
  | { readonly type: "failed"; readonly failure: unknown }
  | { readonly type: "stopped" }
  | { readonly type: "behind"; readonly behind: "others" | "anybody" }
  | { readonly type: "applied"; readonly receipt: Receipt }
  | { readonly type: "undone"; readonly receipt: Receipt };

export const initialState: CheckerState = { busy: undefined, result: undefined, standing: undefined, reasons: [], reasonsProblem: undefined, settingsRead: undefined, failure: undefined, behind: undefined, receipts: [], outcome: undefined };

export function reduce(state: CheckerState, action: CheckerAction): CheckerState {
  switch (action.type) {
    case "busy":
      return { ...state, busy: action.busy, failure: undefined };
    case "checked":
      return { ...state, busy: undefined, failure: undefined, behind: undefined, result: action.result, standing: action.standing, reasons: action.reasons ?? [], reasonsProblem: action.reasonsProblem, settingsRead: action.settingsRead };
    case "failed":
      return { ...state, busy: undefined, failure: action.failure };
    case "stopped":
      return { ...state, busy: undefined };
    case "behind":
      return { ...state, behind: action.behind };
    case "applied":
      return { ...state, outcome: { kind: "applied", receipt: action.receipt }, receipts: action.receipt.applied.length === 0 ? state.receipts : [...state.receipts, action.receipt] };
    case "undone":
      return { ...state, outcome: { kind: "undone", receipt: action.receipt }, receipts: state.receipts.slice(0, -1) };
  }
}

import { useCallback, useEffect, useReducer, useRef } from "react";
import type { Change, Receipt } from "../../core/edit";
import type { Workbook } from "../../core/workbook";
import type { Plan } from "../../document/plan";
import type { Host } from "../../host/host";
import type { PlanSource } from "./fill-parts";

export type FillBusy = "reading-plan" | "reading-workbook" | "writing";

export type FillState = {
  readonly busy: FillBusy | undefined;
  readonly plan: Plan | undefined;
  /** Another plan is being looked for; the one that was read waits meanwhile. */
  readonly isChoosing: boolean;
  /** The workbook to write into, as it was when the person last asked to write. */
  readonly workbook: Workbook | undefined;
  readonly failure: unknown;
  readonly receipts: readonly Receipt[];
  readonly outcome: { readonly kind: "applied" | "undone"; readonly receipt: Receipt } | undefined;
};

type Action =
  | { readonly type: "busy"; readonly busy: FillBusy }
  | { readonly type: "read"; readonly plan: Plan }
  | { readonly type: "opened"; readonly workbook: Workbook }
  | { readonly type: "applied" | "undone"; readonly receipt: Receipt }
  | { readonly type: "failed"; readonly failure: unknown }
  | { readonly type: "stopped" }
  | { readonly type: "left" }
  | { readonly type: "choose"; readonly isChoosing: boolean };

export const initialFill: FillState = { busy: undefined, plan: undefined, isChoosing: false, workbook: undefined, failure: undefined, receipts: [], outcome: undefined };

export function reduceFill(state: FillState, action: Action): FillState {
  switch (action.type) {
    case "busy":
      return { ...state, busy: action.busy, failure: undefined };
    case "read":
      return { ...state, busy: undefined, plan: action.plan, isChoosing: false, workbook: undefined, outcome: undefined };
    case "opened":
      return { ...state, busy: undefined, workbook: action.workbook };
    case "applied":
      return { ...state, busy: undefined, workbook: undefined, outcome: { kind: "applied", receipt: action.receipt }, receipts: action.receipt.applied.length === 0 ? state.receipts : [...state.receipts, action.receipt] };
    case "undone":
      return { ...state, busy: undefined, workbook: undefined, outcome: { kind: "undone", receipt: action.receipt }, receipts: state.receipts.slice(0, -1) };
    case "failed":
      return { ...state, busy: undefined, failure: action.failure };
    case "stopped":
      return { ...state, busy: undefined };
    case "left":
      return { ...state, workbook: undefined, failure: undefined };
    case "choose":
      return { ...state, isChoosing: action.isChoosing, failure: undefined };
  }
}

type FillActors = {
  readonly host: Host;
  readonly readPlan: (source: PlanSource, signal: AbortSignal) => Promise<Plan>;
  readonly onPlan: (plan: Plan) => void;
  /** The workbook was changed from here. */
  readonly onWritten: () => void;
};

/** What happens between the document, the rows and the workbook; each step can be stopped until it writes. */
export function useFill({ host, readPlan, onPlan, onWritten }: FillActors) {
  const [state, dispatch] = useReducer(reduceFill, initialFill);
  const running = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  /** Runs one step; what it gives is dropped where the person has stopped it or asked for another. */
  const run = useCallback(async <T>(busy: FillBusy, work: (signal: AbortSignal) => Promise<T>, done: (result: T) => void): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    dispatch({ type: "busy", busy });
    try {
      const result = await work(controller.signal);
      if (!controller.signal.aborted) done(result);
    } catch (failure) {
      if (!controller.signal.aborted) dispatch({ type: "failed", failure });
    }
  }, []);

  const read = useCallback(
    (load: () => Promise<PlanSource>) =>
      run("reading-plan", async (signal) => readPlan(await load(), signal), (plan) => {
        dispatch({ type: "read", plan });
        onPlan(plan);
      }),
    [run, readPlan, onPlan],
  );
  const openWorkbook = useCallback(() => run("reading-workbook", (signal) => host.read({ signal }), (workbook) => dispatch({ type: "opened", workbook })), [run, host]);
  const write = useCallback(
    (type: "applied" | "undone", work: () => Promise<Receipt>) =>
      run("writing", work, (receipt) => {
        dispatch({ type, receipt });
        onWritten();
      }),
    [run, onWritten],
  );
  const apply = useCallback((changes: readonly Change[]) => write("applied", () => host.apply(changes)), [write, host]);
  const undo = useCallback((receipt: Receipt) => write("undone", () => host.undo(receipt)), [write, host]);
  const cancel = useCallback((): void => {
    running.current?.abort();
    dispatch({ type: "stopped" });
  }, []);
  const fail = useCallback((failure: unknown): void => dispatch({ type: "failed", failure }), []);
  const leaveWorkbook = useCallback((): void => dispatch({ type: "left" }), []);
  const choose = useCallback((isChoosing: boolean): void => dispatch({ type: "choose", isChoosing }), []);
  return { state, read, openWorkbook, apply, undo, cancel, fail, leaveWorkbook, choose };
}

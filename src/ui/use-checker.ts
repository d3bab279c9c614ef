import { useCallback, useEffect, useReducer, useRef } from "react";
import type { CheckProgress, CheckResult } from "../core/check";
import type { Change, Receipt } from "../core/edit";
import type { Workbook } from "../core/workbook";
import type { Settings } from "../core/settings";
import type { Host } from "../host/host";
import type { Light } from "./StateBar";

export type Busy = { readonly kind: "reading" } | { readonly kind: "checking"; readonly done: number; readonly total: number } | { readonly kind: "writing" };

export type CheckerState = {
  readonly busy: Busy | undefined;
  /** The last whole check; it stays in view while the next one runs. */
  readonly result: CheckResult | undefined;
  /** How its tasks stand, and on which day. */
  readonly standing: { readonly lights: readonly Light[]; readonly asOf: string } | undefined;
  readonly failure: unknown;
  /** What can be taken back, the latest last. */
  readonly receipts: readonly Receipt[];
  /** What the last writing did, until the next one. */
  readonly outcome: { readonly kind: "applied" | "undone"; readonly receipt: Receipt } | undefined;
};

type Action =
  | { readonly type: "busy"; readonly busy: Busy }
  | { readonly type: "checked"; readonly result: CheckResult; readonly standing?: CheckerState["standing"] }
  | { readonly type: "failed"; readonly failure: unknown }
  | { readonly type: "stopped" }
  | { readonly type: "applied"; readonly receipt: Receipt }
  | { readonly type: "undone"; readonly receipt: Receipt };

export const initialState: CheckerState = { busy: undefined, result: undefined, standing: undefined, failure: undefined, receipts: [], outcome: undefined };

export function reduce(state: CheckerState, action: Action): CheckerState {
  switch (action.type) {
    case "busy":
      return { ...state, busy: action.busy, failure: undefined };
    case "checked":
      return { ...state, busy: undefined, failure: undefined, result: action.result, standing: action.standing };
    case "failed":
      return { ...state, busy: undefined, failure: action.failure };
    case "stopped":
      return { ...state, busy: undefined };
    case "applied":
      return { ...state, outcome: { kind: "applied", receipt: action.receipt }, receipts: action.receipt.applied.length === 0 ? state.receipts : [...state.receipts, action.receipt] };
    case "undone":
      return { ...state, outcome: { kind: "undone", receipt: action.receipt }, receipts: state.receipts.slice(0, -1) };
  }
}

/** How long the check may hold the page before keys and clicks get their turn, in milliseconds. */
const slice = 12;
/** Changes by others are checked once they have come to rest. */
const rest = 600;

export type CheckerParts = {
  readonly host: Host;
  readonly prepare: (workbook: Workbook, settings: Settings) => Generator<CheckProgress, CheckResult>;
  readonly countLights: (result: CheckResult, workbook: Workbook, settings: Settings) => readonly Light[];
  readonly settings: Settings;
  readonly onResult?: (result: CheckResult, workbook: Workbook) => void;
  /** Check as soon as the pane is there, without being asked. */
  readonly startsAtOnce?: boolean;
  /** A new number asks for a new check: the workbook was changed beside the pane. */
  readonly revision?: number;
};

export function useChecker({ host, prepare, countLights, settings, onResult, startsAtOnce = false, revision = 0 }: CheckerParts) {
  const [state, dispatch] = useReducer(reduce, initialState);
  const running = useRef<AbortController | undefined>(undefined);
  const told = useRef(onResult);
  useEffect(() => {
    told.current = onResult;
  }, [onResult]);

  const check = useCallback(async (): Promise<void> => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const isStopped = (): boolean => controller.signal.aborted;
    dispatch({ type: "busy", busy: { kind: "reading" } });
    try {
      const workbook = await host.read({ signal: controller.signal });
      if (isStopped()) return;
      const result = await runInSlices(prepare(workbook, settings), isStopped, ({ done, total }) => dispatch({ type: "busy", busy: { kind: "checking", done, total } }));
      if (result === undefined || isStopped()) return;
      dispatch({ type: "checked", result, standing: { lights: countLights(result, workbook, settings), asOf: settings.asOf } });
      told.current?.(result, workbook);
    } catch (failure) {
      if (!isStopped()) dispatch({ type: "failed", failure });
    }
  }, [host, prepare, countLights, settings]);

  const cancel = useCallback((): void => {
    running.current?.abort();
    dispatch({ type: "stopped" });
  }, []);

  const write = useCallback(
    async (type: "applied" | "undone", work: () => Promise<Receipt>): Promise<void> => {
      running.current?.abort();
      dispatch({ type: "busy", busy: { kind: "writing" } });
      try {
        dispatch({ type, receipt: await work() });
      } catch (failure) {
        dispatch({ type: "failed", failure });
        return;
      }
      await check();
    },
    [check],
  );

  const apply = useCallback((changes: readonly Change[]) => write("applied", () => host.apply(changes)), [host, write]);
  const undo = useCallback((receipt: Receipt) => write("undone", () => host.undo(receipt)), [host, write]);

  useEffect(() => {
    if (startsAtOnce) void check();
    return () => running.current?.abort();
  }, [check, startsAtOnce]);

  useEffect(() => {
    if (revision > 0) void check();
  }, [check, revision]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const watching = host.watch(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void check(), rest);
    });
    // a host that cannot watch still checks when asked
    watching.catch((failure: unknown) => dispatch({ type: "failed", failure }));
    return () => {
      clearTimeout(timer);
      // that it could not watch has been said above
      void watching.then((stop) => stop()).catch(() => undefined);
    };
  }, [host, check]);

  return { state, check, cancel, apply, undo };
}

/** Drives a check a few milliseconds at a time; undefined where it was stopped. */
async function runInSlices(steps: Generator<CheckProgress, CheckResult>, isStopped: () => boolean, onProgress: (progress: CheckProgress) => void): Promise<CheckResult | undefined> {
  for (;;) {
    const start = performance.now();
    let step = steps.next();
    while (step.done !== true && performance.now() - start < slice) step = steps.next();
    if (step.done === true) return step.value;
    onProgress(step.value);
    await new Promise((next) => setTimeout(next, 0));
    if (isStopped()) return undefined;
  }
}

import { useCallback, useEffect, useReducer, useRef } from "react";
import type { Change, Receipt } from "../../core/edit";
import type { Workbook } from "../../core/workbook";
import type { Host } from "../../host/host";

export type InsertState = {
  readonly busy: "reading" | "writing" | undefined;
  /** The workbook to write into, as it was when the person asked for a sheet. */
  readonly workbook: Workbook | undefined;
  readonly failure: unknown;
  readonly receipts: readonly Receipt[];
  readonly outcome: { readonly kind: "applied" | "undone"; readonly receipt: Receipt } | undefined;
};

type Action =
  | { readonly type: "busy"; readonly busy: "reading" | "writing" }
  | { readonly type: "opened"; readonly workbook: Workbook }
  | { readonly type: "applied" | "undone"; readonly receipt: Receipt }
  | { readonly type: "failed"; readonly failure: unknown }
  | { readonly type: "left" };

export const initialInsert: InsertState = { busy: undefined, workbook: undefined, failure: undefined, receipts: [], outcome: undefined };

export function reduceInsert(state: InsertState, action: Action): InsertState {
  switch (action.type) {
    case "busy":
      return { ...state, busy: action.busy, failure: undefined };
    case "opened":
      return { ...state, busy: undefined, workbook: action.workbook, outcome: undefined };
    case "applied": {
      const isWritten = action.receipt.applied.length > 0;
      // what was not written keeps its form, to be put right
      return { ...state, busy: undefined, workbook: isWritten ? undefined : state.workbook, outcome: { kind: "applied", receipt: action.receipt }, receipts: isWritten ? [...state.receipts, action.receipt] : state.receipts };
    }
    case "undone":
      return { ...state, busy: undefined, outcome: { kind: "undone", receipt: action.receipt }, receipts: state.receipts.slice(0, -1) };
    case "failed":
      return { ...state, busy: undefined, failure: action.failure };
    case "left":
      return { ...state, busy: undefined, workbook: undefined, failure: undefined };
  }
}

/** What happens between the choice of a new sheet and the workbook; it can be stopped until it writes. */
export function useInsert(host: Host, onWritten: () => void) {
  const [state, dispatch] = useReducer(reduceInsert, initialInsert);
  const reading = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => reading.current?.abort(), []);

  const open = useCallback(async (): Promise<void> => {
    reading.current?.abort();
    const { signal } = (reading.current = new AbortController());
    dispatch({ type: "busy", busy: "reading" });
    try {
      const workbook = await host.read({ signal });
      if (!signal.aborted) dispatch({ type: "opened", workbook });
    } catch (failure) {
      if (!signal.aborted) dispatch({ type: "failed", failure });
    }
  }, [host]);
  const leave = useCallback((): void => {
    reading.current?.abort();
    dispatch({ type: "left" });
  }, []);
  const write = useCallback(
    async (type: "applied" | "undone", work: () => Promise<Receipt>): Promise<void> => {
      dispatch({ type: "busy", busy: "writing" });
      try {
        dispatch({ type, receipt: await work() });
        onWritten();
      } catch (failure) {
        dispatch({ type: "failed", failure });
      }
    },
    [onWritten],
  );
  const apply = useCallback((changes: readonly Change[]) => write("applied", () => host.apply(changes)), [write, host]);
  const undo = useCallback((receipt: Receipt) => write("undone", () => host.undo(receipt)), [write, host]);
  const fail = useCallback((failure: unknown): void => dispatch({ type: "failed", failure }), []);
  return { state, open, leave, apply, undo, fail };
}

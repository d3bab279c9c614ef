import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import type { CheckResult } from "../core/check";
import type { Diagnostic } from "../core/diagnostic";
import type { Change, Receipt } from "../core/edit";
import type { Text } from "../core/text";
import type { Workbook } from "../core/workbook";
import { keepSettings } from "../core/kept";
import type { Settings } from "../core/settings";
import type { Host, WorkbookChange } from "../host/host";
import { CheckSession, type Checked, type CheckWays } from "./check-session";
import type { ReadSettings, SettingsRead } from "./kept-settings";
import type { KeepParts, KeptReason, Scope } from "./keep/keep-parts";
import { changesOf, isInCellEditMode } from "./own-changes";
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

type Action =
  | { readonly type: "busy"; readonly busy: Busy }
  | { readonly type: "checked"; readonly result: CheckResult; readonly standing?: CheckerState["standing"]; readonly reasons?: readonly KeptReason[]; readonly reasonsProblem?: Text | undefined; readonly settingsRead?: SettingsRead }
  | { readonly type: "failed"; readonly failure: unknown }
  | { readonly type: "stopped" }
  | { readonly type: "behind"; readonly behind: "others" | "anybody" }
  | { readonly type: "applied"; readonly receipt: Receipt }
  | { readonly type: "undone"; readonly receipt: Receipt };

export const initialState: CheckerState = { busy: undefined, result: undefined, standing: undefined, reasons: [], reasonsProblem: undefined, settingsRead: undefined, failure: undefined, behind: undefined, receipts: [], outcome: undefined };

export function reduce(state: CheckerState, action: Action): CheckerState {
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

/** Changes are checked once fingers have come to rest, in milliseconds. */
const rest = 250;
/** While a cell is being edited nothing can be read: so long until the next try. */
const patience = 800;

/** More passes than flags need to settle. */
const mostPasses = 4;

export type CheckerParts = CheckWays & {
  readonly host: Host;
  readonly countLights: (result: CheckResult, workbook: Workbook, settings: Settings) => readonly Light[];
  readonly readSettings: ReadSettings;
  /** Without it nothing is kept in the workbook. */
  readonly keep?: KeepParts;
  /** Whether what is typed is checked at once; else a notice says that something has changed. */
  readonly isLive?: boolean;
  readonly onResult?: (result: CheckResult, workbook: Workbook) => void;
  /** Check as soon as the pane is there, without being asked. */
  readonly startsAtOnce?: boolean;
  /** A new number: the workbook was changed beside the pane. */
  readonly revision?: number;
};

export function useChecker({ host, prepare, checkAgain, countLights, readSettings, keep, isLive = true, onResult, startsAtOnce = false, revision = 0 }: CheckerParts) {
  const [state, dispatch] = useReducer(reduce, initialState);
  const running = useRef<AbortController | undefined>(undefined);
  const told = useRef(onResult);
  useEffect(() => {
    told.current = onResult;
  }, [onResult]);
  const session = useMemo(() => new CheckSession(host, { prepare, ...(checkAgain === undefined ? {} : { checkAgain }) }), [host, prepare, checkAgain]);

  const settingsOf = useCallback((workbook: Workbook) => readSettings(workbook).settings, [readSettings]);

  const tell = useCallback(
    ({ result, workbook, settings }: Checked): void => {
      const sifted = keep?.sift(result, workbook);
      const open = sifted === undefined ? result : { ...result, diagnostics: sifted.shown };
      dispatch({ type: "checked", result: open, standing: { lights: countLights(result, workbook, settings), asOf: settings.asOf }, reasons: sifted?.reasons ?? [], reasonsProblem: sifted?.problem, settingsRead: readSettings(workbook) });
      told.current?.(open, workbook);
    },
    [countLights, readSettings, keep],
  );

  /** Runs one reading and checking, in place of any other. */
  const run = useCallback(
    async (work: (signal: AbortSignal) => Promise<Checked | undefined>): Promise<"done" | "editing" | "stopped" | "failed"> => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      try {
        const checked = await work(controller.signal);
        if (checked === undefined || controller.signal.aborted) return "stopped";
        tell(checked);
        return "done";
      } catch (failure) {
        if (controller.signal.aborted) return "stopped";
        if (isInCellEditMode(failure)) return "editing";
        dispatch({ type: "failed", failure });
        return "failed";
      } finally {
        if (running.current === controller) running.current = undefined;
      }
    },
    [tell],
  );

  const check = useCallback(async (): Promise<void> => {
    dispatch({ type: "busy", busy: { kind: "reading" } });
    await run(async (signal) => {
      try {
        return await session.checkWhole(settingsOf, { signal, onProgress: ({ done, total }) => dispatch({ type: "busy", busy: { kind: "checking", done, total } }) });
      } catch (failure) {
        // whoever asks for it is told even that a cell is being edited
        if (!signal.aborted) dispatch({ type: "failed", failure });
        return undefined;
      }
    });
  }, [run, session, settingsOf]);

  /** Without a word unless something is found: nobody has asked. */
  const catchUp = useCallback(() => run((signal) => session.catchUp(settingsOf, { signal })), [run, session, settingsOf]);

  const cancel = useCallback((): void => {
    running.current?.abort();
    dispatch({ type: "stopped" });
  }, []);

  const write = useCallback(
    async (type: "applied" | "undone", work: () => Promise<Receipt>): Promise<Receipt | undefined> => {
      running.current?.abort();
      dispatch({ type: "busy", busy: { kind: "writing" } });
      let receipt: Receipt;
      try {
        receipt = await work();
        dispatch({ type, receipt });
        for (const change of changesOf(receipt)) session.miss(change);
      } catch (failure) {
        dispatch({ type: "failed", failure });
        return undefined;
      }
      if ((await catchUp()) === "editing") await check();
      return receipt;
    },
    [session, catchUp, check],
  );

  const apply = useCallback((changes: readonly Change[]) => write("applied", () => host.apply(changes)), [host, write]);
  const undo = useCallback((receipt: Receipt) => write("undone", () => host.undo(receipt)), [host, write]);

  const explain = useCallback(
    async (diagnostic: Diagnostic, scope: Scope, reason: string): Promise<void> => {
      const { checked } = session;
      const change = checked === undefined ? undefined : keep?.explain(diagnostic, scope, reason, checked.settings.asOf, checked.result, checked.workbook);
      if (change !== undefined) await apply([change]);
    },
    [session, keep, apply],
  );
  const takeBack = useCallback(
    async (id: string): Promise<void> => {
      const change = session.checked === undefined ? undefined : keep?.takeBack(id, session.checked.workbook);
      if (change !== undefined) await apply([change]);
    },
    [session, keep, apply],
  );
  /** Whether the workbook keeps these settings now. */
  const keepInWorkbook = useCallback(
    async (wanted: Settings): Promise<boolean> => {
      if (session.checked === undefined) return false;
      const change = keepSettings(session.checked.workbook, wanted);
      return change === undefined || (await apply([change]))?.applied.length === 1;
    },
    [session, apply],
  );
  /** Columns come first, and what lies on cells once they are there. */
  const mark = useCallback(
    (changesOfPass: (checked: Checked) => readonly Change[]) =>
      write("applied", async () => {
        const receipts: Receipt[] = [];
        for (let pass = 0; pass < mostPasses; pass++) {
          const checked = await session.catchUp(settingsOf, { signal: new AbortController().signal });
          const changes = checked === undefined ? [] : changesOfPass(checked);
          if (changes.length === 0) break;
          const receipt = await host.apply(changes);
          receipts.push(receipt);
          for (const change of changesOf(receipt)) session.miss(change);
          if (receipt.applied.length === 0) break;
        }
        const [only, ...others] = receipts;
        if (only !== undefined && others.length === 0) return only;
        return { id: "", applied: receipts.flatMap(({ applied }) => applied), skipped: receipts.at(-1)?.skipped ?? [], inverse: [], altered: receipts.flatMap(({ altered }) => altered) };
      }),
    [session, settingsOf, host, write],
  );
  const flag = useCallback(
    () => mark(({ result, workbook, settings }) => keep?.flag({ ...result, diagnostics: keep.sift(result, workbook).shown }, workbook, settings) ?? []),
    [mark, keep],
  );
  const clearFlags = useCallback(() => mark(({ workbook }) => keep?.clearFlags(workbook) ?? []), [mark, keep]);
  /** One writing, of the workbook as it is now. */
  const writeOf = useCallback(
    (changesOfNow: (checked: Checked) => readonly Change[]) =>
      write("applied", async () => {
        const checked = await session.catchUp(settingsOf, { signal: new AbortController().signal });
        return host.apply(checked === undefined ? [] : changesOfNow(checked));
      }),
    [session, settingsOf, host, write],
  );
  const makeRoster = useCallback(() => writeOf(({ result, workbook, settings }) => keep?.makeRoster(result, workbook, settings) ?? []), [writeOf, keep]);
  const addDropdowns = useCallback(() => writeOf(({ result, workbook, settings }) => keep?.addDropdowns(result, workbook, settings) ?? []), [writeOf, keep]);

  useEffect(() => {
    if (startsAtOnce || session.checked !== undefined) void check();
    return () => running.current?.abort();
  }, [check, session, startsAtOnce]);

  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const schedule = useCallback(
    (delay: number): void => {
      const wait = (time: number): void => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void due(), time);
      };
      const due = async (): Promise<void> => {
        // what somebody asked for goes first, and takes in what has changed
        if (running.current !== undefined) return wait(rest);
        if (!session.isBehind) return;
        if (session.checked === undefined) return check();
        if ((await catchUp()) === "editing") wait(patience);
      };
      wait(delay);
    },
    [session, check, catchUp],
  );
  useEffect(() => () => clearTimeout(timer.current), [schedule]);

  useEffect(() => {
    if (revision === 0) return;
    session.miss({});
    schedule(0);
  }, [session, schedule, revision]);

  useEffect(() => {
    const listen = (change: WorkbookChange): void => {
      if (change.isGlance === true && !isLive) return;
      session.miss(change);
      if (change.isRemote === true) dispatch({ type: "behind", behind: "others" });
      else if (isLive) schedule(rest);
      else dispatch({ type: "behind", behind: "anybody" });
    };
    const watching = host.watch(listen);
    // a host that cannot watch still checks when asked
    watching.catch((failure: unknown) => dispatch({ type: "failed", failure }));
    return () => {
      // that it could not watch has been said above
      void watching.then((stop) => stop()).catch(() => undefined);
    };
  }, [host, session, schedule, isLive]);

  return { state, check, cancel, apply, undo, explain, takeBack, flag, clearFlags, makeRoster, addDropdowns, keepInWorkbook };
}

import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import type { CheckResult } from "../core/check";
import type { Settings } from "../core/settings";
import type { Workbook } from "../core/workbook";
import type { Host, WorkbookChange } from "../host/host";
import { CheckSession, type Checked, type CheckWays } from "./check-session";
import { initialState, reduce } from "./checker-state";
import type { ReadSettings } from "./kept-settings";
import type { KeepParts } from "./keep/keep-parts";
import { isInCellEditMode } from "./own-changes";
import type { Light } from "./StateBar";

/** Changes are checked once fingers have come to rest, in milliseconds. */
const rest = 250;
/** While a cell is being edited nothing can be read: so long until the next try. */
const patience = 800;

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

/** Reads and checks: when asked, and as the workbook changes. */
export function useChecking({ host, prepare, checkAgain, countLights, readSettings, keep, isLive = true, onResult, startsAtOnce = false, revision = 0 }: CheckerParts) {
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

  /** Ends what runs without a word. */
  const stop = useCallback((): void => running.current?.abort(), []);
  const cancel = useCallback((): void => {
    stop();
    dispatch({ type: "stopped" });
  }, [stop]);

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

  return { state, dispatch, session, settingsOf, check, catchUp, stop, cancel };
}

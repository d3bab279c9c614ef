import { useCallback } from "react";
import type { Diagnostic } from "../core/diagnostic";
import type { Change, Receipt } from "../core/edit";
import { keepSettings } from "../core/kept";
import type { Settings } from "../core/settings";
import type { Checked } from "./check-session";
import type { Scope } from "./keep/keep-parts";
import { changesOf } from "./own-changes";
import { useChecking, type CheckerParts } from "./use-checking";

/** More passes than flags need to settle. */
const mostPasses = 4;

/** A check that goes with the workbook, and everything that is written on its findings; each writing is checked at once. */
export function useChecker(parts: CheckerParts) {
  const { host, keep } = parts;
  const { state, dispatch, session, settingsOf, check, catchUp, stop, cancel } = useChecking(parts);

  const write = useCallback(
    async (type: "applied" | "undone", work: () => Promise<Receipt>): Promise<Receipt | undefined> => {
      stop();
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
    [dispatch, session, stop, catchUp, check],
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

  return { state, check, cancel, apply, undo, explain, takeBack, flag, clearFlags, makeRoster, addDropdowns, keepInWorkbook };
}

import { createContext, useCallback, useContext, useMemo, useState } from "react";
import type { Receipt } from "../core/edit";
import type { Text } from "../core/text";
import type { Host } from "../host/host";

/** One writing that can be taken back; its receipt holds what was there before, as long as the pane is open. */
export type HistoryEntry = { readonly title: Text; readonly count: number; readonly receipt: Receipt };

export type History = {
  /** The latest last. */
  readonly entries: readonly HistoryEntry[];
  /** The workbook, for every place of the pane: what is written through it stands in the list. */
  readonly host: Host;
  /** Takes back an entry and all after it, the latest first; what each did. */
  readonly undoFrom: (entry: HistoryEntry) => Promise<readonly Receipt[]>;
};

/** Everything that the pane writes, in one list whichever place wrote it. */
export function useHistory(host: Host): History {
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([]);
  const undo = useCallback(
    async (receipt: Receipt): Promise<Receipt> => {
      const undone = await host.undo(receipt);
      setEntries((before) => before.filter((entry) => entry.receipt.id !== receipt.id));
      return undone;
    },
    [host],
  );
  const recording = useMemo<Host>(
    () => ({
      ...host,
      apply: async (changes) => {
        const receipt = await host.apply(changes);
        const [first] = receipt.applied;
        if (first !== undefined) setEntries((before) => [...before, { title: first.title, count: receipt.applied.length, receipt }]);
        return receipt;
      },
      undo,
    }),
    [host, undo],
  );
  const undoFrom = useCallback(
    async (entry: HistoryEntry): Promise<readonly Receipt[]> => {
      const from = entries.findIndex(({ receipt }) => receipt.id === entry.receipt.id);
      const done: Receipt[] = [];
      // each receipt speaks of the workbook as it was when the next was not yet written
      for (const { receipt } of entries.slice(Math.max(from, 0)).reverse()) done.push(await undo(receipt));
      return done;
    },
    [entries, undo],
  );
  return useMemo(() => ({ entries, host: recording, undoFrom }), [entries, recording, undoFrom]);
}

/** What can be taken back; without a history around it, anything. */
export const HistoryContext = createContext<readonly HistoryEntry[] | undefined>(undefined);

/** The receipt among these that was written last of all: an older one goes through the list, with what came after it. */
export function useLastOf(receipts: readonly Receipt[]): Receipt | undefined {
  const entries = useContext(HistoryContext);
  if (entries === undefined) return receipts.at(-1);
  const last = entries.at(-1)?.receipt.id;
  return receipts.find(({ id }) => id === last);
}

/** Whether a writing was taken back through the list, so that there is nothing more to say of it. */
export function useIsTakenBack(receipt: Receipt | undefined): boolean {
  const entries = useContext(HistoryContext);
  if (entries === undefined || receipt === undefined || receipt.id === "" || receipt.applied.length === 0) return false;
  return !entries.some((entry) => entry.receipt.id === receipt.id);
}

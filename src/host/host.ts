import type { Change, Receipt } from "../core/edit";
import type { Reread } from "../core/reread";
import type { Range, Workbook } from "../core/workbook";

export type ReadOptions = {
  readonly signal?: AbortSignal;
  /** `done` of `total` cells; called at least once a chunk. */
  readonly onProgress?: (done: number, total: number) => void;
};

/** What changed outside; without ranges the whole worksheet is to be read again, without a sheet the whole workbook. */
export type WorkbookChange = {
  readonly sheet?: string;
  readonly ranges?: readonly Range[];
  /** Somebody else who has the same workbook open did it. */
  readonly isRemote?: true;
  /** A worksheet was only brought to the front or left: mostly nothing is new. */
  readonly isGlance?: true;
  /** Rows of it were hidden or shown, by hand or by a filter, and nothing else. */
  readonly isHiding?: true;
};

/** The only door to a workbook. A failure is always a HostError, never an empty value. */
export type Host = {
  read(options?: ReadOptions): Promise<Workbook>;
  /** A workbook that was read before as it is after these changes: where they name ranges, only those and what is computed from them are read, where they name worksheets, only these. */
  readAgain(before: Workbook, changes: readonly WorkbookChange[], options?: ReadOptions): Promise<Reread>;
  /** Makes each change whole or not at all; what is stale, in conflict or out of reach is skipped and said in the receipt. */
  apply(changes: readonly Change[]): Promise<Receipt>;
  /** Takes back what the receipt says, except where somebody has changed it since; the answer can be undone in turn. */
  undo(receipt: Receipt): Promise<Receipt>;
  /** Shows the range to the person: its sheet to the front, the range selected. */
  select(range: Range): Promise<void>;
  /** Tells of changes by others than this host; call the answer to stop. */
  watch(listener: (change: WorkbookChange) => void): Promise<() => Promise<void>>;
};

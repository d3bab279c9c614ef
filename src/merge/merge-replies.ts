import type { Text } from "../core/text";
import type { Change } from "../core/edit";
import type { Settings } from "../core/settings";
import type { Template } from "../core/table";
import type { CellContent, Workbook } from "../core/workbook";
import type { ListAt, TaskAt } from "./compare-lists";
import { collectVersions } from "./collect-versions";
import { readReply } from "./read-reply";
import { changesOf } from "./resolve-merge";
import { readSentLists } from "./sent-lists";
import type { ReplyFault } from "./reply-cells";
import type { TaskKey } from "../templates/task-list-kind";

/** A workbook that a unit has sent back; `unit` where somebody knows whose it is. */
export type Reply = { readonly file: string; readonly workbook: Workbook; readonly unit?: string };
/** One that could not be opened, and why. */
export type UnreadableReply = { readonly file: string; readonly problem: Text };

export type MergeInput = {
  readonly master: Workbook;
  /** The master as it was sent out, where it has been changed since. */
  readonly base?: Workbook;
  readonly replies: readonly (Reply | UnreadableReply)[];
  readonly templates: readonly Template[];
  readonly settings: Settings;
};

/** Where something comes from; `unit` undefined where neither the rows nor the file's name say it. */
export type Source = { readonly file: string; readonly unit: string | undefined };

/** A cell of the master that replies speak of; numbers from 0, of a merged area its first cell. */
export type MergedCell = { readonly sheet: string; readonly row: number; readonly column: number; readonly key: TaskKey | undefined; readonly header: string; readonly task: TaskAt; readonly before: CellContent; /** As a person reads it. */ readonly beforeWords: string };

/** What one or more replies say in a cell. */
export type Version = { readonly after: CellContent; readonly words: string; readonly sources: readonly Source[] };

/** Every reply that says something there says the same. */
export type TakenCell = MergedCell & { readonly version: Version };
/** Replies differ, or the master itself has been changed since it was sent out: a person chooses. */
export type Conflict = MergedCell & { readonly versions: readonly Version[]; /** What was sent out, where the master says something else by now. */ readonly sentWords: string | undefined };
/** What no reply was asked for: another task text, lead or deadline. Never made without a person's word. */
export type Proposal = Conflict & { readonly fault: ReplyFault | undefined };

/** A row of a reply, `at` as it stands there. */
export type ReplyRow = { readonly source: Source; readonly at: TaskAt; readonly cells: readonly { readonly header: string; readonly words: string }[] };
/** Rows of a reply that are no one row of the list, and why; what they say is not taken. */
export type UnplacedRows = { readonly source: Source; readonly reason: "unclear" | "divided" | "not-in-master"; readonly before: readonly TaskAt[]; readonly after: readonly TaskAt[] };
export type MissingTask = { readonly source: Source; readonly task: TaskAt };
/** Something of a reply that belongs to no list or column of the master. */
export type Stranger = { readonly source: Source } & ({ readonly kind: "list"; readonly list: ListAt } | { readonly kind: "no-list" } | { readonly kind: "added-column" | "lost-column"; readonly sheet: string; readonly header: string; /** How many of its cells say something. */ readonly filled: number });

export type ReplySummary = { readonly source: Source; readonly tasks: number; /** Cells that say something else than was sent out. */ readonly changed: number };

export type Merge = {
  /** One change a task, for a host to make: what `taken` says. */
  readonly changes: readonly Change[];
  readonly taken: readonly TakenCell[];
  readonly conflicts: readonly Conflict[];
  readonly proposals: readonly Proposal[];
  /** Proposals to the task's own words. */
  readonly reworded: readonly Proposal[];
  readonly missing: readonly MissingTask[];
  readonly added: readonly ReplyRow[];
  readonly unplaced: readonly UnplacedRows[];
  readonly strangers: readonly Stranger[];
  readonly unreadable: readonly UnreadableReply[];
  readonly replies: readonly ReplySummary[];
};

/**
 * Holds every reply against the list as it was sent out, and says what of it goes into the master, what a person must
 * decide and what is missing. The order in which replies are given makes no difference.
 */
export function mergeReplies(input: MergeInput): Merge {
  const sent = readSentLists(input);
  const files = [...input.replies].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const read = files.flatMap((reply) => ("workbook" in reply ? [readReply(reply, sent, input)] : []));
  const cells = collectVersions(sent, read);
  const of = <T>(part: (reply: (typeof read)[number]) => readonly T[]): T[] => read.flatMap((reply) => [...part(reply)]);
  return {
    ...cells,
    changes: changesOf(cells.taken.map((cell) => ({ cell, after: cell.version.after, files: cell.version.sources.map(({ file }) => file) }))),
    missing: of(({ missing }) => missing),
    added: of(({ added }) => added),
    unplaced: of(({ unplaced }) => unplaced),
    strangers: of(({ strangers }) => strangers),
    unreadable: files.flatMap((reply) => ("problem" in reply ? [reply] : [])),
    replies: read.map(({ source, tasks, differences }) => ({ source, tasks, changed: differences.length })),
  };
}

import type { AddSheet, Change } from "../core/edit";
import type { Settings } from "../core/settings";
import type { Template } from "../core/table";
import type { Text } from "../core/text";
import type { Workbook } from "../core/workbook";
import type { Comparison, ListComparison } from "../merge/compare-lists";
import type { DifferenceEntry, DifferenceGroup } from "../merge/difference-groups";
import type { Conflict, Merge, MergeInput, MergedCell, Version } from "../merge/merge-replies";
import type { Choice } from "../merge/resolve-merge";

/** What two versions of a list are compared with, and replies merged; the entry point hands it in. */
export type MergeTools = {
  readonly compare: (before: Workbook, after: Workbook, options: { readonly templates: readonly Template[]; readonly settings: Settings }) => Comparison;
  readonly entriesOf: (list: ListComparison) => DifferenceEntry[];
  readonly groupNames: { readonly [G in DifferenceGroup]: Text };
  readonly describeEntry: (entry: DifferenceEntry) => Text;
  readonly describeList: (list: ListComparison) => Text;
  readonly describeLayout: (comparison: Comparison) => Text[];
  /** A new workbook with the two versions side by side, as .xlsx bytes. */
  readonly comparisonFile: (comparison: Comparison, names: { readonly before: string; readonly after: string }) => Promise<Uint8Array>;
  /** What comes into the master first, so that there is room for what the replies say. */
  readonly columns: (input: MergeInput) => Change[];
  readonly merge: (input: MergeInput) => Merge;
  readonly undecided: (merge: Merge) => Conflict[];
  readonly resolve: (merge: Merge, choices: readonly Choice[]) => Change[];
  readonly placeText: (cell: Pick<MergedCell, "sheet" | "row" | "column">) => string;
  readonly describeMerge: (merge: Merge) => Text;
  readonly describeOpen: (merge: Merge) => Text[];
  readonly mergeSheet: (merge: Merge, master: Workbook, outcome: { readonly decided: readonly { readonly cell: Conflict; readonly version: Version }[]; readonly unwritten: ReadonlySet<string> }) => AddSheet;
};

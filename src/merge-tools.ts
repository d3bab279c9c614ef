import type { MergeTools } from "./cli/merge-tools";
import { dropBlankSheet, newXlsx } from "./host/xlsx/new-workbook";
import { createXlsxHost } from "./host/xlsx/xlsx-host";
import { compareWorkbooks } from "./merge/compare-lists";
import { comparisonSheet } from "./merge/comparison-sheet";
import { describeEntry, describeLayout, describeList } from "./merge/describe-comparison";
import { describeMerge, describeOpen, placeText } from "./merge/describe-merge";
import { entriesOf, groupNames } from "./merge/difference-groups";
import { mergeReplies } from "./merge/merge-replies";
import { mergeSheet } from "./merge/merge-sheet";
import { missingReportColumns } from "./merge/report-columns";
import { resolveMerge, undecided } from "./merge/resolve-merge";

/** How versions of a list are compared and replies merged, for the command line. */
export const mergeTools: MergeTools = {
  compare: compareWorkbooks,
  entriesOf,
  groupNames,
  describeEntry,
  describeList,
  describeLayout,
  comparisonFile: async (comparison, names) => {
    const host = await createXlsxHost(newXlsx());
    await host.apply([{ title: { zh: "对比", en: "Compare" }, edits: [comparisonSheet(comparison, names), dropBlankSheet] }]);
    return host.save();
  },
  columns: missingReportColumns,
  merge: mergeReplies,
  undecided,
  resolve: resolveMerge,
  placeText,
  describeMerge,
  describeOpen,
  mergeSheet,
};

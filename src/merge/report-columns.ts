import type { Change } from "../core/edit";
import { isBlank } from "../core/workbook";
import { reportColumnChanges, reportKeys } from "../tasks/report-columns";
import { readLists, recordsOf } from "./list-records";
import type { MergeInput } from "./merge-replies";

/** Columns in which units have reported and which the master lacks: they come in first, and then have room for what is merged. */
export function missingReportColumns({ master, replies, templates, settings }: MergeInput): Change[] {
  const filled = new Set(
    replies.flatMap((reply) => {
      if (!("workbook" in reply)) return [];
      const { lists } = readLists(reply.workbook, templates, settings);
      return reportKeys.filter((key) => lists.some((table) => table.has(key) && recordsOf(table).rows.some((row) => !isBlank(table.value(row, key)))));
    }),
  );
  return reportColumnChanges(readLists(master, templates, settings).context, reportKeys.filter((key) => filled.has(key)));
}

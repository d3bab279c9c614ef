import { stringifyAddress } from "../core/address";
import type { Text } from "../core/text";
import { cellRange } from "../core/workbook";
import type { TaskAt } from "../merge/compare-lists";
import type { Conflict, Merge, MergedCell, Proposal, Source, Version } from "../merge/merge-replies";
import type { CommandLine } from "./command-line";
import type { Decided } from "./merge";

export type MergeOutcome = { readonly master: string; readonly output: string; readonly format: "text" | "json"; readonly decided: readonly Decided[]; readonly notWritten: readonly Text[] };

/** What `merge` prints: a line a thing to decide, or everything as JSON. */
export function stringifyMerge(merge: Merge, outcome: MergeOutcome, line: CommandLine): string {
  return outcome.format === "json" ? stringifyJson(merge, outcome, line) : stringifyText(merge, outcome, line);
}

function stringifyText(merge: Merge, { output, decided, notWritten }: MergeOutcome, { language, merge: tools }: CommandLine): string {
  const settled = new Set(decided.map(({ cell }) => cell));
  const open = tools.describeOpen({ ...merge, conflicts: without(merge.conflicts, settled), proposals: without(merge.proposals, settled), reworded: without(merge.reworded, settled) });
  const summary = tools.describeMerge(merge)[language];
  const chosen: Text = { zh: `，选定 ${decided.length} 处`, en: `, ${decided.length} chosen` };
  const written: Text = { zh: `；写入 ${output}`, en: `; written to ${output}` };
  return `${summary}${decided.length === 0 ? "" : chosen[language]}${written[language]}\n${[...open, ...notWritten].map((text) => `  ${text[language]}\n`).join("")}`;
}

function without<C extends Conflict>(cells: readonly C[], settled: ReadonlySet<Conflict>): C[] {
  return cells.filter((cell) => !settled.has(cell));
}

function stringifyJson(merge: Merge, { master, output, decided, notWritten }: MergeOutcome, { language, merge: tools }: CommandLine): string {
  const settled = new Map(decided.map(({ cell, version }) => [cell, version]));
  const openCell = (cell: Conflict | Proposal) => ({ ...cellJson(cell), versions: cell.versions.map(versionJson), ...("fault" in cell ? { fault: cell.fault ?? null } : {}), taken: settled.get(cell)?.words ?? null });
  const files = [...merge.replies.map(({ source, tasks, changed }) => ({ ...source, unit: source.unit ?? null, tasks, changed, error: null })), ...merge.unreadable.map(({ file, problem }) => ({ file, unit: null, tasks: 0, changed: 0, error: problem[language] }))];
  return `${JSON.stringify(
    {
      version: 1,
      master,
      output,
      files,
      merged: merge.taken.map((cell) => ({ ...cellJson(cell), ...versionJson(cell.version) })),
      conflicts: merge.conflicts.map(openCell),
      proposals: [...merge.reworded, ...merge.proposals].map(openCell),
      missing: merge.missing.map(({ source, task }) => ({ ...sourceJson(source), ...taskJson(task) })),
      added: merge.added.map(({ source, at, cells }) => ({ ...sourceJson(source), ...taskJson(at), cells: cells.map(({ header, words }) => ({ header, value: words })) })),
      unplaced: merge.unplaced.map(({ source, reason, before, after }) => ({ ...sourceJson(source), reason, before: before.map(taskJson), after: after.map(taskJson) })),
      notes: [...tools.describeOpen({ ...merge, conflicts: [], proposals: [], reworded: [], missing: [], added: [], unplaced: [] }), ...notWritten].map((text) => text[language]),
    },
    undefined,
    2,
  )}\n`;
}

function cellJson({ sheet, row, column, key, header, task, beforeWords }: MergedCell) {
  return { sheet, address: stringifyAddress(cellRange(sheet, row, column)), number: task.number, task: task.task, column: key ?? null, header, before: beforeWords };
}

function versionJson({ words, sources }: Version) {
  return { after: words, sources: sources.map(sourceJson) };
}

function sourceJson({ file, unit }: Source) {
  return { file, unit: unit ?? null };
}

function taskJson({ sheet, row, number, task, lead }: TaskAt) {
  return { sheet, row: row + 1, number, task, lead };
}

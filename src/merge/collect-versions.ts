import { contentAt, isFormula, valueAt } from "../core/workbook";
import { wordsOf } from "./cell-words";
import { taskAt } from "./compare-lists";
import { formatIn, shownAt } from "./list-columns";
import type { Conflict, Merge, MergedCell, Proposal, Source, TakenCell, Version } from "./merge-replies";
import type { ReadReply, ReplyDifference } from "./read-reply";
import { contentFor, type ReplyFault } from "./reply-cells";
import { isSameWording } from "./same-wording";
import type { SentLists } from "./sent-lists";

export type MergedCells = Pick<Merge, "taken" | "conflicts" | "proposals" | "reworded">;

/** What is said of one cell of the master, by whom. */
type Draft = { readonly cell: MergedCell; readonly sentWords: string; readonly isToFill: boolean; fault: ReplyFault | undefined; readonly versions: Map<string, { readonly after: Version["after"]; readonly sources: Source[] }> };

/** Brings together what all replies say of each cell of the master, in the master's order. */
export function collectVersions(sent: SentLists, replies: readonly ReadReply[]): MergedCells {
  const drafts = new Map<string, Draft>();
  for (const { source, differences } of replies) for (const difference of differences) collect(difference, source, drafts);
  const sheets = new Map(sent.lists.flatMap(({ master }) => master?.lists.context.workbook.worksheets ?? []).map(({ name }, index) => [name, index]));
  const cells = [...drafts.values()].sort((a, b) => (sheets.get(a.cell.sheet) ?? 0) - (sheets.get(b.cell.sheet) ?? 0) || a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  const taken: TakenCell[] = [];
  const conflicts: Conflict[] = [];
  const proposals: Proposal[] = [];
  for (const { cell, sentWords, isToFill, fault, versions } of cells) {
    const hasMoved = !isSameWording(sentWords, cell.beforeWords);
    // what the master says already is nothing new
    const said = [...versions].filter(([words]) => words !== cell.beforeWords).map(([words, { after, sources }]): Version => ({ words, after, sources }));
    const [first] = said;
    if (first === undefined) continue;
    const conflict: Conflict = { ...cell, versions: said, sentWords: hasMoved ? sentWords : undefined };
    if (!isToFill || fault !== undefined) proposals.push({ ...conflict, fault });
    else if (versions.size > 1 || hasMoved) conflicts.push(conflict);
    else taken.push({ ...cell, version: first });
  }
  return { taken, conflicts, proposals: proposals.filter(({ key }) => key !== "task"), reworded: proposals.filter(({ key }) => key === "task") };
}

function collect({ list, row, column, cell: { after, words, fault } }: ReplyDifference, source: Source, drafts: Map<string, Draft>): void {
  const { master } = list;
  const [masterRow, masterColumn] = [list.masterRow(row), list.masterColumn(column)];
  if (master === undefined || masterRow === undefined || masterColumn === undefined) return;
  const { worksheet } = master.table;
  const at = shownAt(worksheet, masterRow, masterColumn);
  const place = `${worksheet.name}\n${at.row},${at.column}`;
  const target = { format: formatIn(worksheet, at), uses1904Dates: master.uses1904Dates };
  let draft = drafts.get(place);
  if (draft === undefined) {
    const sentCell = shownAt(list.side.table.worksheet, row, column);
    const own = list.columns.find((each) => each.column === column);
    drafts.set(place, (draft = {
      cell: {
        sheet: worksheet.name,
        row: at.row,
        column: at.column,
        key: own?.key,
        header: own?.header ?? "",
        task: taskAt(master.table, masterRow, master.lists),
        before: contentAt(worksheet, at.row, at.column),
        beforeWords: wordsOf({ value: valueAt(worksheet, at.row, at.column), ...target }),
      },
      sentWords: wordsOf({ value: sentCell.value, format: formatIn(list.side.table.worksheet, sentCell), uses1904Dates: list.side.uses1904Dates }),
      isToFill: list.toFill.has(column),
      // a formula that came into the master since stays one
      fault: isFormula(contentAt(worksheet, at.row, at.column)) ? "over-formula" : undefined,
      versions: new Map(),
    }));
  }
  draft.fault ??= fault;
  const known = draft.versions.get(words);
  if (known === undefined) draft.versions.set(words, { after: contentFor(after, target), sources: [source] });
  else if (!known.sources.some(({ file }) => file === source.file)) known.sources.push(source);
}

import { isBlank, textOf } from "../core/workbook";
import { wordsOf } from "./cell-words";
import { cellReader } from "./compare-cells";
import { listAt, taskAt, type TaskAt } from "./compare-lists";
import { formatIn, listColumns, pairColumns, shownAt } from "./list-columns";
import { readLists, recordsOf, type Lists, type TaskTable } from "./list-records";
import { matchTasks } from "./match-tasks";
import type { MergeInput, MissingTask, Reply, ReplyRow, Source, Stranger, UnplacedRows } from "./merge-replies";
import { pairLists } from "./pair-lists";
import { readReplyCell, type ListSide, type ReplyCell } from "./reply-cells";
import { missingRows, unitOfReply, type ReplyRows } from "./reply-unit";
import type { SentList, SentLists } from "./sent-lists";

/** A cell of a list as sent out in which a reply says something else. */
export type ReplyDifference = { readonly list: SentList; readonly row: number; readonly column: number; readonly cell: ReplyCell };

export type ReadReply = {
  readonly source: Source;
  readonly tasks: number;
  readonly differences: readonly ReplyDifference[];
  readonly missing: readonly MissingTask[];
  readonly added: readonly ReplyRow[];
  readonly unplaced: readonly UnplacedRows[];
  readonly strangers: readonly Stranger[];
};

/** What one reply says, held against the lists as they were sent out. */
export function readReply(reply: Reply, sent: SentLists, { templates, settings }: Pick<MergeInput, "templates" | "settings">): ReadReply {
  const lists = readLists(reply.workbook, templates, settings);
  const { pairs, dropped, added } = pairLists(sent.lists.map(({ side }) => side.table), lists.lists);
  const read = pairs.flatMap((pair) => {
    const list = sent.lists.find(({ side }) => side.table === pair.before);
    return list === undefined ? [] : [readPart(list, pair.after, lists)];
  });
  // without one task of the list it is another list, whatever its sheet is called
  const parts = read.filter(({ rows, spokenOf }) => rows.present.size + spokenOf.size > 0);
  const strange = [...added, ...read.filter((part) => !parts.includes(part)).map(({ table }) => table)];
  const absent = dropped.flatMap((table): ReplyRows[] => {
    const list = sent.lists.find(({ side }) => side.table === table);
    return list === undefined ? [] : [{ of: list.units, present: new Set(), changed: new Set() }];
  });
  const unit = reply.unit === undefined ? unitOfReply(reply.file, parts.map(({ rows }) => rows)) : unitNamed(reply.unit, sent);
  const source: Source = { file: reply.file, unit: reply.unit ?? unit?.name };
  // a reply without any list is told of as that
  const missing = unit === undefined || parts.length === 0 ? [] : [...parts.map(({ rows }) => rows), ...absent].flatMap((rows) => missingRows(unit, rows).map((row) => ({ source, task: taskAt(rows.of.table, row, sent.base) })));
  return {
    source,
    tasks: parts.reduce((sum, { tasks }) => sum + tasks, 0),
    differences: parts.flatMap(({ differences }) => differences),
    missing: missing.filter(({ task }) => !parts.some(({ spokenOf }) => spokenOf.has(`${task.sheet} ${task.row}`))),
    added: parts.flatMap((part) => part.added(source)),
    unplaced: parts.flatMap((part) => part.unplaced(source, sent)),
    strangers: [...(lists.lists.length === 0 ? [{ source, kind: "no-list" as const }] : strange.map((table) => ({ source, kind: "list" as const, list: listAt(table) }))), ...parts.flatMap((part) => part.columns(source))],
  };
}

function unitNamed(name: string, sent: SentLists): ReturnType<typeof unitOfReply> {
  const identity = sent.lists[0]?.side.reader.units(name)[0]?.identity;
  return identity === undefined ? undefined : { identity, name };
}

type Part = {
  readonly table: TaskTable;
  readonly rows: ReplyRows;
  readonly tasks: number;
  readonly differences: readonly ReplyDifference[];
  /** Rows that unplaced rows may stand for: nobody has left them out. */
  readonly spokenOf: ReadonlySet<string>;
  readonly added: (source: Source) => ReplyRow[];
  readonly unplaced: (source: Source, sent: SentLists) => UnplacedRows[];
  readonly columns: (source: Source) => Stranger[];
};

function readPart(list: SentList, table: TaskTable, lists: Lists): Part {
  const { table: sentTable } = list.side;
  const side: ListSide = { table, reader: cellReader(table, lists.context), uses1904Dates: lists.context.workbook.uses1904Dates };
  const columns = pairColumns(list.columns, listColumns(table));
  const matching = matchTasks(sentTable, table);
  const { divided, unclear } = matching;
  const matches = matching.matches.filter((match) => match.basis === "text" || hasSameLead(list.side, match.before, side, match.after));
  const added = [...matching.added, ...matching.matches.filter((match) => !matches.includes(match)).map(({ after }) => after)].sort((a, b) => a - b);
  const present = new Set(matches.map(({ before }) => before));
  const changed = new Set<number>();
  const differences: ReplyDifference[] = [];
  const isRenumbered = countsAnew(table);
  for (const { before, after } of matches) {
    for (const pair of columns.pairs) {
      if (isRenumbered && pair.before.key === "number") continue;
      const cell = readReplyCell({ base: { side: list.side, row: before, column: pair.before }, reply: { side, row: after, column: pair.after } }, list.toFill.has(pair.before.column));
      if (cell === undefined) continue;
      differences.push({ list, row: before, column: pair.before.column, cell });
      changed.add(before);
    }
  }
  const spokenOf = new Set([...divided, ...unclear].flatMap((one) => one.before.map((row) => `${sentTable.sheet} ${row}`)));
  const gone = list.master === undefined ? [...changed] : [...changed].filter((row) => list.masterRow(row) === undefined);
  return {
    table,
    rows: { of: list.units, present, changed },
    tasks: recordsOf(table).rows.length,
    differences,
    spokenOf,
    added: (source) => added.map((row) => replyRow(source, table, row, lists)),
    unplaced: (source, sent) => {
      const [old, fresh] = [(row: number): TaskAt => taskAt(sentTable, row, sent.base), (row: number): TaskAt => taskAt(table, row, lists)];
      return [
        ...divided.map((one): UnplacedRows => ({ source, reason: "divided", before: one.before.map(old), after: one.after.map(fresh) })),
        ...unclear.map((one): UnplacedRows => ({ source, reason: "unclear", before: one.before.map(old), after: one.after.map(fresh) })),
        ...gone.map((row): UnplacedRows => ({ source, reason: "not-in-master", before: [old(row)], after: matches.filter(({ before }) => before === row).map(({ after }) => fresh(after)) })),
      ];
    },
    columns: (source) => [
      ...columns.added.filter(({ header }) => header !== "").map(({ header, column }): Stranger => ({ source, kind: "added-column", sheet: table.sheet, header, filled: recordsOf(table).rows.filter((row) => !isBlank(shownAt(table.worksheet, row, column).value)).length })).filter((stranger) => stranger.kind !== "added-column" || stranger.filled > 0),
      ...columns.dropped.filter(({ header }) => header !== "").map(({ header }): Stranger => ({ source, kind: "lost-column", sheet: table.sheet, header, filled: 0 })),
    ],
  };
}

/** A part of a list leaves out most tasks: what a unit adds may be like one of another unit's, and is not that one reworded. */
function hasSameLead(sent: ListSide, row: number, came: ListSide, cameRow: number): boolean {
  const key = sent.table.has("leadUnit") && came.table.has("leadUnit") ? "leadUnit" : "responsibleUnit";
  const leads = (side: ListSide, at: number): string => side.reader.units(side.table.text(at, key)).map(({ identity }) => identity).sort().join();
  return leads(sent, row) === leads(came, cameRow);
}

/** 1, 2, 3 from the top: the unit counts its own tasks, whatever their numbers in the list. */
function countsAnew(table: TaskTable): boolean {
  return table.has("number") && recordsOf(table).rows.every((row, index) => textOf(table.value(row, "number")) === String(index + 1));
}

function replyRow(source: Source, table: TaskTable, row: number, lists: Lists): ReplyRow {
  const cells = listColumns(table).map(({ header, column }) => {
    const cell = shownAt(table.worksheet, row, column);
    return { header, words: wordsOf({ value: cell.value, format: formatIn(table.worksheet, cell), uses1904Dates: lists.context.workbook.uses1904Dates }) };
  });
  return { source, at: taskAt(table, row, lists), cells: cells.filter(({ words }) => words !== "") };
}

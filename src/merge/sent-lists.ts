import { cellReader } from "./compare-cells";
import { columnsToFill } from "./fill-columns";
import { listColumns, pairColumns, type ListColumn } from "./list-columns";
import { readLists, recordsOf, type Lists, type TaskTable } from "./list-records";
import { matchTasks } from "./match-tasks";
import type { MergeInput } from "./merge-replies";
import { pairLists } from "./pair-lists";
import type { ListSide } from "./reply-cells";
import { unitsByRow, type UnitRows } from "./reply-unit";

/** A list as it was sent out, with where its rows and columns are in the master by now. */
export type SentList = {
  readonly side: ListSide;
  readonly columns: readonly ListColumn[];
  readonly toFill: ReadonlySet<number>;
  readonly units: UnitRows;
  readonly master: { readonly table: TaskTable; readonly lists: Lists; readonly uses1904Dates: boolean } | undefined;
  /** Undefined where the master has the row or column no more. */
  masterRow(row: number): number | undefined;
  masterColumn(column: number): number | undefined;
};

export type SentLists = { readonly base: Lists; readonly lists: readonly SentList[] };

export function readSentLists({ master, base, templates, settings }: MergeInput): SentLists {
  const now = readLists(master, templates, settings);
  if (base === undefined) return { base: now, lists: now.lists.map((table) => sentList(table, now, { table, lists: now }, same)) };
  const sent = readLists(base, templates, settings);
  const { pairs, dropped } = pairLists(sent.lists, now.lists);
  return {
    base: sent,
    lists: [
      ...pairs.map(({ before, after }) => sentList(before, sent, { table: after, lists: now }, placesIn(before, after))),
      ...dropped.map((table) => sentList(table, sent, undefined, { row: () => undefined, column: () => undefined })),
    ],
  };
}

type Places = { row(row: number): number | undefined; column(column: number): number | undefined };

const same: Places = { row: (row) => row, column: (column) => column };

function placesIn(before: TaskTable, after: TaskTable): Places {
  const rows = new Map(matchTasks(before, after).matches.map((match) => [match.before, match.after]));
  const columns = new Map(pairColumns(listColumns(before), listColumns(after)).pairs.map((pair) => [pair.before.column, pair.after.column]));
  return { row: (row) => rows.get(row), column: (column) => columns.get(column) };
}

function sentList(table: TaskTable, base: Lists, master: { table: TaskTable; lists: Lists } | undefined, places: Places): SentList {
  const reader = cellReader(table, base.context);
  // read once here, not once a reply
  recordsOf(table);
  return {
    side: { table, reader, uses1904Dates: base.context.workbook.uses1904Dates },
    columns: listColumns(table),
    toFill: columnsToFill(table),
    units: unitsByRow(table, reader),
    master: master === undefined ? undefined : { ...master, uses1904Dates: master.lists.context.workbook.uses1904Dates },
    masterRow: (row) => places.row(row),
    masterColumn: (column) => places.column(column),
  };
}

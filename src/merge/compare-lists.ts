import type { Settings } from "../core/settings";
import type { Template } from "../core/table";
import { stringifyAddress } from "../core/address";
import type { Workbook } from "../core/workbook";
import { cellReader, compareCells, type CellDifference } from "./compare-cells";
import { wordsOf } from "./cell-words";
import { formatIn, formulaIn, listColumns, pairColumns, shownAt, type ListColumn } from "./list-columns";
import { readLists, recordsOf, type Lists, type TaskTable } from "./list-records";
import { matchTasks } from "./match-tasks";
import { pairLists } from "./pair-lists";

/** A task as it stands in one version; `row` from 0. */
export type TaskAt = { readonly sheet: string; readonly row: number; readonly number: string; readonly task: string; readonly category: string; readonly lead: string; readonly responsible: string; readonly deadline: string };

export type TaskDifference =
  | { readonly kind: "added"; readonly after: TaskAt }
  | { readonly kind: "dropped"; readonly before: TaskAt }
  | { readonly kind: "split"; readonly before: TaskAt; readonly after: readonly TaskAt[] }
  | { readonly kind: "joined"; readonly before: readonly TaskAt[]; readonly after: TaskAt }
  | { readonly kind: "changed"; readonly before: TaskAt; readonly after: TaskAt; readonly cells: readonly CellDifference[] }
  /** Tasks that cannot be told apart, and not as many, or not the same, in both versions. */
  | { readonly kind: "unclear"; readonly before: readonly TaskAt[]; readonly after: readonly TaskAt[] };

export type ListAt = { readonly sheet: string; /** A1 without the sheet. */ readonly address: string; readonly tasks: number };

export type ListComparison = {
  readonly before: ListAt;
  readonly after: ListAt;
  /** In the order of the later version; what was dropped stands where it stood. */
  readonly differences: readonly TaskDifference[];
  /** Tasks that say the same in every column. */
  readonly same: number;
  readonly droppedColumns: readonly string[];
  readonly addedColumns: readonly string[];
};

export type Comparison = { readonly lists: readonly ListComparison[]; readonly droppedLists: readonly ListAt[]; readonly addedLists: readonly ListAt[] };

export type CompareOptions = { readonly templates: readonly Template[]; readonly settings: Settings };

/** What has become of every task list of an earlier workbook in a later one. */
export function compareWorkbooks(before: Workbook, after: Workbook, { templates, settings }: CompareOptions): Comparison {
  const [old, fresh] = [readLists(before, templates, settings), readLists(after, templates, settings)];
  const { pairs, dropped, added } = pairLists(old.lists, fresh.lists);
  return { lists: pairs.map((pair) => compareLists(pair.before, pair.after, { before: old, after: fresh })), droppedLists: dropped.map(listAt), addedLists: added.map(listAt) };
}

function compareLists(before: TaskTable, after: TaskTable, lists: { readonly before: Lists; readonly after: Lists }): ListComparison {
  const columns = pairColumns(listColumns(before), listColumns(after));
  const readers = { before: cellReader(before, lists.before.context), after: cellReader(after, lists.after.context) };
  const words = (side: "before" | "after", row: number, column: ListColumn): string => cellWords(side === "before" ? before : after, row, column, lists[side]);
  const { matches, divided, unclear, dropped, added } = matchTasks(before, after);
  const [old, fresh] = [(row: number): TaskAt => taskAt(before, row, lists.before), (row: number): TaskAt => taskAt(after, row, lists.after)];
  const found: { readonly place: number; readonly difference: TaskDifference }[] = [];
  /** Row of the earlier version → where what became of it stands. */
  const moved = new Map<number, number>();
  let same = 0;
  for (const rows of matches) {
    moved.set(rows.before, rows.after);
    const cells = columns.pairs.flatMap(({ before: left, after: right }) => isUncomputed(before, rows.before, left) || isUncomputed(after, rows.after, right) ? [] : compareCells({ key: right.key ?? left.key, header: right.header, before: words("before", rows.before, left), after: words("after", rows.after, right) }, rows, readers) ?? []);
    if (cells.length === 0) same += 1;
    else found.push({ place: rows.after, difference: { kind: "changed", before: old(rows.before), after: fresh(rows.after), cells } });
  }
  for (const one of divided) {
    const [whole, become] = [one.before[0], one.after[0]];
    if (whole === undefined || become === undefined) continue;
    for (const row of one.before) moved.set(row, become);
    found.push({ place: become, difference: one.before.length === 1 ? { kind: "split", before: old(whole), after: one.after.map(fresh) } : { kind: "joined", before: one.before.map(old), after: fresh(become) } });
  }
  for (const one of unclear) found.push({ place: one.after[0] ?? 0, difference: { kind: "unclear", before: one.before.map(old), after: one.after.map(fresh) } });
  for (const row of added) found.push({ place: row, difference: { kind: "added", after: fresh(row) } });
  for (const { row, place } of placesOf(dropped, before, moved)) found.push({ place, difference: { kind: "dropped", before: old(row) } });
  found.sort((a, b) => a.place - b.place);
  return { before: listAt(before), after: listAt(after), differences: found.map(({ difference }) => difference), same, droppedColumns: columns.dropped.map(({ header }) => header).filter((header) => header !== ""), addedColumns: columns.added.map(({ header }) => header).filter((header) => header !== "") };
}

/** What was dropped stands right behind the task that stood before it. */
function placesOf(dropped: readonly number[], before: TaskTable, moved: ReadonlyMap<number, number>): { row: number; place: number }[] {
  const gone = new Set(dropped);
  let place = -1;
  return recordsOf(before).rows.flatMap((row) => {
    place = moved.get(row) ?? place;
    return gone.has(row) ? [{ row, place: place + 0.5 }] : [];
  });
}

/** A formula whose value nobody has computed yet says nothing. */
function isUncomputed({ worksheet }: TaskTable, row: number, { column }: ListColumn): boolean {
  const cell = shownAt(worksheet, row, column);
  return cell.value === null && formulaIn(worksheet, cell) !== undefined;
}

function cellWords(table: TaskTable, row: number, { key, column }: ListColumn, { context }: Lists): string {
  if (key === "category") return table.carried(row, key);
  const cell = shownAt(table.worksheet, row, column);
  return wordsOf({ value: cell.value, format: formatIn(table.worksheet, cell), uses1904Dates: context.workbook.uses1904Dates });
}

export function listAt(table: TaskTable): ListAt {
  return { sheet: table.sheet, address: stringifyAddress(table.bounds), tasks: recordsOf(table).rows.length };
}

export function taskAt(table: TaskTable, row: number, lists: Lists): TaskAt {
  const deadline = table.columns.get("deadline");
  return {
    sheet: table.sheet,
    row,
    number: table.text(row, "number"),
    task: table.text(row, "task"),
    category: table.carried(row, "category"),
    lead: table.text(row, "leadUnit"),
    responsible: [table.text(row, "responsibleUnit"), table.text(row, "supportingUnit")].filter((text) => text !== "").join("；"),
    deadline: deadline === undefined ? "" : cellWords(table, row, { key: "deadline", column: deadline, header: "" }, lists),
  };
}

import type { CheckContext } from "../core/rule";
import type { Derivation, Table } from "../core/table";
import { isBlank, isError, numberFormatAt, type CellValue } from "../core/workbook";
import { readDeadlineCell, type DeadlineCell } from "../language/deadline/cell";
import { isDone } from "../language/status";
import type { TaskKey } from "../templates/task-list-kind";
import { documentDates } from "./document-lines";
import { isTotalRow } from "./total-row";

/** One deadline cell that stands for itself: filled, not under a merged area, in no row of totals. */
export type DeadlineEntry = { readonly row: number; readonly value: CellValue; readonly cell: DeadlineCell };

/** Row (from the table's top) → its reading's place in `cells` plus one; 0 not looked at yet, -1 no deadline. */
type DeadlineColumn = { readonly signature: string; readonly places: Int32Array; readonly cells: DeadlineCell[]; readonly byContent: Map<string, Map<CellValue, number>>; isComplete: boolean };

/** The cells of a column repeat one another: each content is read once. */
const keptOf: Derivation<{ column: DeadlineColumn | undefined }, TaskKey> = {
  make: () => ({ column: undefined }),
  forget({ column }, rows, { bounds }) {
    if (column === undefined || rows.length === 0) return;
    for (const row of rows) column.places[row - bounds.top] = 0;
    column.isComplete = false;
  },
};

/** The deadlines of the given rows that are `wanted`, each read with what the document says of its year and issue. */
export function* readDeadlines(table: Table<TaskKey>, rows: readonly number[], context: CheckContext, wanted: (cell: DeadlineCell) => boolean = () => true): Generator<DeadlineEntry> {
  if (!table.has("deadline")) return;
  const dates = documentDates(table, context);
  const column = columnOf(table, `${dates.year ?? ""} ${dates.issued ?? ""}`);
  const placeOf = (row: number): number => column.places[row - table.bounds.top] || look(table, row, column, context, dates);
  if (rows === table.rows && !column.isComplete) {
    for (const row of rows) placeOf(row);
    column.isComplete = true;
  }
  // few contents differ, so most rules need not go through the rows at all
  const isWanted = column.cells.map(wanted);
  if (column.isComplete && !isWanted.includes(true)) return;
  for (const row of rows) {
    const place = placeOf(row);
    const cell = column.cells[place - 1];
    if (cell !== undefined && (isWanted[place - 1] ?? wanted(cell))) yield { row, value: table.value(row, "deadline"), cell };
  }
}

function columnOf(table: Table<TaskKey>, signature: string): DeadlineColumn {
  const kept = table.derived(keptOf);
  if (kept.column?.signature !== signature) {
    kept.column = { signature, places: new Int32Array(table.bounds.bottom - table.bounds.top + 1), cells: [], byContent: new Map(), isComplete: false };
  }
  return kept.column;
}

function look(table: Table<TaskKey>, row: number, column: DeadlineColumn, { workbook }: CheckContext, dates: Parameters<typeof readDeadlineCell>[3]): number {
  const place = placeOfContent(table, row, column, workbook.uses1904Dates, dates);
  column.places[row - table.bounds.top] = place;
  return place;
}

function placeOfContent(table: Table<TaskKey>, row: number, { cells, byContent }: DeadlineColumn, uses1904Dates: boolean, dates: Parameters<typeof readDeadlineCell>[3]): number {
  const value = table.value(row, "deadline");
  // an error in a formula is a finding of its own
  if (value === null || typeof value === "boolean" || isError(value) || isBlank(value) || table.isCovered(row, "deadline") || isTotalRow(table, row)) return -1;
  const format = typeof value === "number" ? numberFormatAt(table.worksheet, row, table.columns.get("deadline") ?? 0) : "";
  let known = byContent.get(format);
  if (known === undefined) byContent.set(format, (known = new Map<CellValue, number>()));
  let place = known.get(value);
  if (place === undefined) known.set(value, (place = cells.push(readDeadlineCell(value, format, uses1904Dates, dates))));
  return place;
}

/** Whether the task is done, by its 完成状态, or its 进展情况 where the table has no such column; a merged deadline covers several tasks. */
export function isRowDone(table: Table<TaskKey>, row: number): boolean {
  const key = table.has("status") ? "status" : "progress";
  if (!table.has(key)) return false;
  const bottom = Math.min(table.merge(row, "deadline")?.bottom ?? row, table.bounds.bottom);
  for (let each = row; each <= bottom; each++) if (!isDone(table.text(each, key))) return false;
  return true;
}

/** What is shown of a deadline: a text as written, a date as a day. */
export function deadlineText(table: Table<TaskKey>, row: number, { deadline }: DeadlineCell): string {
  return typeof table.value(row, "deadline") === "number" && deadline.words !== "" ? deadline.words : table.text(row, "deadline");
}

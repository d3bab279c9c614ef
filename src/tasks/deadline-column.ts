import type { CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import { isError, numberFormatAt, type CellValue } from "../core/workbook";
import { readDeadlineCell, type DeadlineCell } from "../language/deadline-cell";
import { isTotal } from "../language/total";
import { isDone } from "../language/status";
import type { TaskKey } from "../templates/task-list-kind";
import { documentDates } from "./document-lines";

/** One deadline cell that stands for itself: filled, not under a merged area, in no row of totals. */
export type DeadlineEntry = { readonly row: number; readonly value: CellValue; readonly cell: DeadlineCell };

type Readings = { readonly signature: string; readonly byText: Map<string, DeadlineCell> };

/** The cells of a column repeat one another: each is read once. */
const readingsOf = new WeakMap<Table<TaskKey>, Readings>();

/** The deadlines of the given rows, each read with what the document says of its year and issue. */
export function* readDeadlines(table: Table<TaskKey>, rows: readonly number[], context: CheckContext): Generator<DeadlineEntry> {
  const column = table.columns.get("deadline");
  if (column === undefined) return;
  const dates = documentDates(table, context);
  const signature = `${dates.year ?? ""} ${dates.issued ?? ""}`;
  let readings = readingsOf.get(table);
  if (readings?.signature !== signature) readingsOf.set(table, (readings = { signature, byText: new Map() }));
  const { uses1904Dates } = context.workbook;
  for (const row of rows) {
    const value = table.value(row, "deadline");
    // an error in a formula is a finding of its own
    if (value === null || typeof value === "boolean" || isError(value) || table.text(row, "deadline") === "" || table.isCovered(row, "deadline") || isTotalRow(table, row)) continue;
    const format = typeof value === "number" ? numberFormatAt(table.worksheet, row, column) : "";
    const key = typeof value === "number" ? `${value} ${format}` : `"${value}`;
    let cell = readings.byText.get(key);
    if (cell === undefined) readings.byText.set(key, (cell = readDeadlineCell(value, format, uses1904Dates, dates)));
    yield { row, value, cell };
  }
}

export function isTotalRow(table: Table<TaskKey>, row: number): boolean {
  return isTotal(table.text(row, "task")) || isTotal(table.text(row, "number")) || isTotal(table.text(row, "category"));
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

import { findTables } from "../core/find-tables";
import type { Table } from "../core/table";
import type { Rectangle, Worksheet } from "../core/workbook";
import { isTotal } from "../language/total";
import { templates } from "../templates";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";
import { tablesOfKind } from "../core/table";
import type { DocumentCell, DocumentTable } from "./document";
import { plainDeadline, joinResponsibilities, nobody, readValue, type Responsibility } from "./responsibility";
import { readNumbering, stringifyNumbering } from "../language/numbering";
import { bareNumber, bareTitle } from "./margins";
import type { RawTask } from "./task-row";

type Rows = DocumentTable["rows"];

export type TaskTable = { readonly tasks: readonly RawTask[]; /** The rows that head it, for a table that goes on without them. */ readonly header: Rows };

/** The tasks of a table that heads its columns as task lists do; undefined where it does not. `above` is the heading over it. */
export function tasksOfTable({ rows, source }: DocumentTable, above: string | null): TaskTable | undefined {
  const workbook = { worksheets: [asWorksheet(rows)], uses1904Dates: false };
  const tables = tablesOfKind<TaskKey>(findTables(workbook, templates), taskListKind);
  const [first] = tables;
  if (first === undefined) return undefined;
  const tasks = tables.flatMap((table) => table.rows.flatMap((row) => taskOfRow(table, row, sourceOf(rows, row, source), above) ?? []));
  return { tasks, header: rows.slice(first.bounds.top, first.headerBottom + 1) };
}

/** A table torn by a page or a heading: its columns are those of the table before it. */
export function goesOnFrom(table: DocumentTable, header: Rows): DocumentTable | undefined {
  return header.length > 0 && table.rows[0]?.length === header[0]?.length ? { ...table, rows: [...header, ...table.rows] } : undefined;
}

/** Spanning cells become merged areas, so that the tables of worksheets and of documents are read by the same rules. */
export function asWorksheet(rows: Rows): Worksheet {
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: columnCount }, (_, column) => ({ values: rows.map((row) => row[column]?.text.trim() ?? null), formulas: new Map<number, string>(), formats: [] }));
  const merges: Rectangle[] = [];
  for (const [top, row] of rows.entries()) {
    for (const [left, cell] of row.entries()) {
      if (cell === undefined || (cell.rowSpan <= 1 && cell.columnSpan <= 1)) continue;
      merges.push({ top, left, bottom: Math.min(top + Math.max(cell.rowSpan, 1), rows.length) - 1, right: Math.min(left + Math.max(cell.columnSpan, 1), columnCount) - 1 });
    }
  }
  return { name: "", visibility: "visible", isProtected: false, rowCount: rows.length, columnCount, columns, merges, hiddenRows: [], hiddenColumns: [] };
}

function sourceOf(rows: Rows, row: number, table: number): number {
  return rows[row]?.find((cell): cell is DocumentCell => cell !== undefined && cell.text !== "")?.source ?? table;
}

function taskOfRow(table: Table<TaskKey>, row: number, source: number, above: string | null): RawTask | undefined {
  const text = table.text(row, "task");
  if (text === "" || isTotal(text) || isTotal(table.text(row, "number"))) return undefined;
  let says: Responsibility = nobody;
  for (const [key, role] of [["leadUnit", "lead"], ["responsibleUnit", undefined], ["supportingUnit", "support"]] as const) {
    const cell = table.text(row, key);
    if (cell !== "") says = joinResponsibilities(says, readValue(cell, role));
  }
  const deadline = plainDeadline(table.text(row, "deadline"));
  const stated = deadline === "" || /^[-—/\\无]+$/.test(deadline) ? says.deadlines : [deadline];
  const numbered = table.has("number") ? undefined : soleNumber(text);
  const number = table.has("number") ? bareNumber(table.text(row, "number")) : (numbered?.number ?? "");
  const category = table.carried(row, "category").replace(/\s+/g, "") || above;
  const keys = ["category", "number", "task", "leadUnit", "responsibleUnit", "supportingUnit", "deadline"] as const;
  return {
    category: category === null ? null : withoutNumber(category),
    number: number === "" ? null : number,
    task: numbered?.text ?? text,
    says: { ...says, deadlines: stated },
    lent: [],
    paragraph: source,
    sourceText: keys.map((key) => table.text(row, key)).filter((cell) => cell !== "").join("\t"),
    doubts: [],
  };
}

function withoutNumber(text: string): string {
  return bareTitle(text.slice(readNumbering(text)?.length ?? 0));
}

/** The number a cell begins with, unless it is the first of several in the cell. */
function soleNumber(text: string): { readonly number: string; readonly text: string } | undefined {
  const numbering = readNumbering(text);
  if (numbering === undefined || numbering.level > 5) return undefined;
  const next = stringifyNumbering(numbering.style, numbering.value + 1).replace(/[.．、]$/, "");
  const isList = text.split("\n").slice(1).some((line) => readNumbering(line)?.style === numbering.style) || (numbering.value === 1 && text.includes(next, numbering.length) && readNumbering(text.slice(text.indexOf(next, numbering.length)))?.style === numbering.style);
  return isList || text.slice(numbering.length).trim() === "" ? undefined : { number: bareNumber(numbering.text), text: text.slice(numbering.length) };
}

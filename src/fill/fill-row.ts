import type { CellContent } from "../core/workbook";
import { yearOf } from "../language/calendar";
import { readDeadline, stringifyDeadline, type DeadlineContext } from "../language/deadline";
import type { TaskKey } from "../templates/task-list-kind";

/** A task as it will be written; "" is an empty cell. */
export type FillRow = {
  readonly category: string;
  readonly number: string;
  readonly task: string;
  /** More than one only where the document names several and nobody has chosen. */
  readonly leads: readonly string[];
  readonly responsible: readonly string[];
  /** 等 stands after the responsible units. */
  readonly etc: boolean;
  readonly deadlineText: string;
  /** The one day that is meant, as long as the text is the document's own: the year that it may leave out. */
  readonly deadlineDate?: string | null;
};

/** What the cells of the rows say by column, one line a row. */
export type RowCells = ReadonlyMap<TaskKey, readonly CellContent[]>;

export type CellOptions = {
  /** The table has a column for the lead units; without one they stand first among the others. */
  readonly hasLead: boolean;
  readonly deadline: DeadlineContext;
};

/** The contents of every column that the rows can fill. */
export function cellsOfRows(rows: readonly FillRow[], { hasLead, deadline }: CellOptions): RowCells {
  const numbers = numbersOf(rows);
  return new Map<TaskKey, readonly CellContent[]>([
    ["category", rows.map(({ category }) => orNull(category))],
    ["number", numbers],
    ["task", rows.map(({ task }) => orNull(task))],
    ["leadUnit", rows.map(({ leads }) => orNull(leads.join("、")))],
    ["responsibleUnit", rows.map((row) => orNull(unitsText(hasLead ? row.responsible : [...row.leads, ...row.responsible], row.etc)))],
    ["deadline", rows.map(({ deadlineText, deadlineDate }) => orNull(deadlineCell(deadlineText, typeof deadlineDate === "string" ? { ...deadline, year: yearOf(deadlineDate) } : deadline)))],
  ]);
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text;
}

function unitsText(units: readonly string[], etc: boolean): string {
  return units.join("、") + (etc && units.length > 0 ? "等" : "");
}

/** The document's own numbers as numbers where every row has one; else counted from 1. */
function numbersOf(rows: readonly FillRow[]): number[] {
  const own = rows.map(({ number }) => (/^\d{1,6}$/.test(number) ? Number(number) : undefined));
  return own.map((value, index) => (own.includes(undefined) ? index + 1 : (value ?? index + 1)));
}

/** The standard form; what has none, a blank to fill in or several deadlines, stands as the document writes it. */
function deadlineCell(text: string, context: DeadlineContext): string {
  if (text.trim() === "") return "";
  const deadline = readDeadline(text, context);
  return deadline.kind === "by" || deadline.kind === "range" ? stringifyDeadline(deadline) : text;
}

/** The runs of rows under one category, from top to bottom; rows without a category are in none. */
export function categoryRuns(rows: readonly FillRow[]): { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const [index, { category }] of rows.entries()) {
    const last = runs.at(-1);
    if (category === "") continue;
    if (last !== undefined && last.last === index - 1 && rows[last.first]?.category === category) last.last = index;
    else runs.push({ first: index, last: index });
  }
  return runs;
}

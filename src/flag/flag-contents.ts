import type { CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import { textOf, valueAt, type CellContent, type Range } from "../core/workbook";
import { lastDayOf } from "../language/deadline";
import type { DeadlineCell } from "../language/deadline/cell";
import { readDeadlines } from "../tasks/deadline-column";
import { isTotalRow } from "../tasks/total-row";
import { unitKeys, type TaskKey } from "../templates/task-list-kind";
import { dueFormula } from "./due-formula";
import { cellName, flagHeader, flagKeys, type FlagColumns, type FlagKey } from "./flag-columns";
import { daysFormula, stateFormula, type RowCells } from "./state-formula";

/** What a list's flags hold: row → contents, header and records. */
export type FlagContents = ReadonlyMap<number, { readonly [K in FlagKey]: CellContent }>;

/** Where a column of the worksheet will stand once all columns of ours are in. */
export type ColumnAfter = (column: number) => number;

/** The contents of our columns beside a list, as they must be. */
export function flagContents(table: Table<TaskKey>, columns: FlagColumns, after: ColumnAfter, context: CheckContext): FlagContents {
  const contents = new Map<number, { readonly [K in FlagKey]: CellContent }>();
  contents.set(table.headerBottom, { due: flagHeader("due"), state: flagHeader("state"), days: flagHeader("days") });
  const cells = new Map<number, DeadlineCell>();
  for (const { row, cell } of readDeadlines(table, table.rows, context)) cells.set(row, cell);
  const dueOf = dueFormulas(table, context);
  for (const row of table.rows) {
    if (isTotalRow(table, row) || (table.has("task") && table.text(row, "task") === "")) continue;
    const deadline = table.range(row, "deadline");
    const cell = cells.get(deadline.top);
    const [due, state] = [cellName(row, columns.due), cellName(row, columns.state)];
    const lastDay = cell === undefined ? undefined : lastDayOf(cell.deadline);
    contents.set(row, {
      due: { formula: dueOf(cellName(deadline.top, after(deadline.left)), deadline, cell) },
      state: { formula: stateFormula({ due, lastDay, ...namedCells(table, row, after) }, context.settings) },
      days: { formula: daysFormula(due, state) },
    });
  }
  return contents;
}

/** Stands for the deadline's cell in a formula that serves every row that says the same. */
const anyPlace = "\u0001";

function dueFormulas({ worksheet }: Table<TaskKey>, context: CheckContext): (place: string, deadline: Range, cell: DeadlineCell | undefined) => string {
  const known = new Map<DeadlineCell, string>();
  return (place, { top, left }, cell) => {
    const value = valueAt(worksheet, top, left);
    if (cell === undefined) return dueFormula(place, value, cell, context);
    let formula = known.get(cell);
    if (formula === undefined) known.set(cell, (formula = dueFormula(anyPlace, value, cell, context)));
    return formula.replaceAll(anyPlace, place);
  };
}

function namedCells(table: Table<TaskKey>, row: number, after: ColumnAfter): Pick<RowCells, "task" | "lead" | "status"> {
  const place = (key: TaskKey): string => {
    const { top, left } = table.range(row, key);
    return cellName(top, after(left));
  };
  const unit = unitKeys.find((key) => table.has(key));
  const status = (["status", "progress"] as const).find((key) => table.has(key));
  return {
    task: table.has("task") ? place("task") : undefined,
    lead: unit === undefined ? undefined : { place: place(unit), missing: unit === "leadUnit" ? "（缺牵头单位）" : "（缺责任单位）" },
    status: status === undefined ? undefined : { place: place(status), text: rawText(table, row, status), tellsDelay: status === "status" },
  };
}

function rawText(table: Table<TaskKey>, row: number, key: TaskKey): string {
  const value = table.value(row, key);
  return typeof value === "string" ? value : textOf(value);
}

/** The same column by column, as columns come in; one line a column, from row 1 on. */
export function linesOf(contents: readonly FlagContents[]): CellContent[][] {
  const length = contents.reduce((most, each) => [...each.keys()].reduce((last, row) => Math.max(last, row + 1), most), 0);
  return flagKeys.map((key) => {
    const line = new Array<CellContent>(length).fill(null);
    for (const each of contents) for (const [row, content] of each) line[row] = content[key];
    return line;
  });
}

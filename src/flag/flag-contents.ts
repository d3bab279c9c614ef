import type { CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import { formulaAt, valueAt, type CellContent } from "../core/workbook";
import { serialOfDay, type IsoDay } from "../language/calendar";
import { lastDayOf } from "../language/deadline";
import type { DeadlineCell } from "../language/deadline/cell";
import { readDeadlines } from "../tasks/deadline-column";
import { isTotalRow } from "../tasks/total-row";
import { unitKeys, type TaskKey } from "../templates/task-list-kind";
import { dueShown } from "./due-formula";
import { cellName, flagHeader, flagKeys, type FlagColumns, type FlagKey } from "./flag-columns";
import { rowFormulas } from "./row-formulas";
import { daysShown, nearFromDay, stateShown, type NamedCell, type RowCells } from "./state-formula";

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
  const { settings, workbook } = context;
  const formulas = rowFormulas(context);
  const serialOf = (day: IsoDay): number | undefined => serialOfDay(day, workbook.uses1904Dates);
  const count = { today: serialOf(settings.asOf) ?? 0, serialOf };
  const nearFrom = new Map<IsoDay, IsoDay | undefined>();
  for (const row of table.rows) {
    if (isTotalRow(table, row) || (table.has("task") && table.text(row, "task") === "")) continue;
    const { top, left } = table.range(row, "deadline");
    const [value, cell] = [valueAt(table.worksheet, top, left), cells.get(top)];
    const lastDay = cell === undefined ? undefined : lastDayOf(cell.deadline);
    if (lastDay !== undefined && !nearFrom.has(lastDay)) nearFrom.set(lastDay, nearFromDay(lastDay, settings));
    const named: RowCells = { due: cellName(row, columns.due), lastDay, nearFrom: nearFrom.get(lastDay ?? ""), ...namedCells(table, row, after) };
    const due = { formula: formulas.due(cellName(top, after(left)), value, cell) };
    const state = { formula: formulas.state(named) };
    const days = { formula: formulas.days(named.due, cellName(row, columns.state)) };
    const day = isComputed(table, row) ? dueShown(value, cell, context) : undefined;
    if (day === undefined) contents.set(row, { due, state, days });
    else {
      const word = stateShown(day, named, settings, count);
      contents.set(row, { due: { ...due, shows: day }, state: { ...state, shows: word }, days: { ...days, shows: daysShown(day, word, count.today) } });
    }
  }
  return contents;
}

/** What hangs on a formula that nobody has computed yet cannot be told. */
function isComputed(table: Table<TaskKey>, row: number): boolean {
  const keys = (["deadline", "task", unitKey(table), statusKey(table)] as const).filter((key) => key !== undefined && table.has(key)) as readonly TaskKey[];
  return keys.every((key) => {
    const { top, left } = table.range(row, key);
    return formulaAt(table.worksheet, top, left) === undefined || valueAt(table.worksheet, top, left) !== null;
  });
}

function namedCells(table: Table<TaskKey>, row: number, after: ColumnAfter): Pick<RowCells, "task" | "lead" | "status"> {
  const named = (key: TaskKey): NamedCell => {
    const { top, left } = table.range(row, key);
    return { place: cellName(top, after(left)), value: valueAt(table.worksheet, top, left) };
  };
  const [unit, status] = [unitKey(table), statusKey(table)];
  return {
    task: table.has("task") ? named("task") : undefined,
    lead: unit === undefined ? undefined : { ...named(unit), missing: unit === "leadUnit" ? "（缺牵头单位）" : "（缺责任单位）" },
    status: status === undefined ? undefined : { ...named(status), tellsDelay: status === "status" },
  };
}

function unitKey(table: Table<TaskKey>): TaskKey | undefined {
  return unitKeys.find((key) => table.has(key));
}

function statusKey(table: Table<TaskKey>): "status" | "progress" | undefined {
  return (["status", "progress"] as const).find((key) => table.has(key));
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

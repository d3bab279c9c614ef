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
import { flagHeader, flagKeys, type FlagColumns, type FlagKey } from "./flag-columns";
import { rowFormulas, type ListRow, type PlacedCell } from "./row-formulas";
import { daysShown, nearFromDay, stateShown } from "./state-formula";

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
  const formulas = rowFormulas(columns, context);
  const serialOf = (day: IsoDay): number | undefined => serialOfDay(day, workbook.uses1904Dates);
  const count = { today: serialOf(settings.asOf) ?? 0, serialOf };
  const nearFrom = new Map<IsoDay | undefined, IsoDay | undefined>();
  const placed = placedCells(table, after);
  const isComputed = computedRows(table);
  for (const row of table.rows) {
    if (isTotalRow(table, row) || (table.has("task") && table.text(row, "task") === "")) continue;
    const own = placed(row);
    const cell = cells.get(own.deadline.row);
    const lastDay = cell === undefined ? undefined : lastDayOf(cell.deadline);
    if (!nearFrom.has(lastDay)) nearFrom.set(lastDay, nearFromDay(lastDay, settings));
    const list: ListRow = { row, lastDay, nearFrom: nearFrom.get(lastDay), ...own };
    const [due, state, days] = [formulas.due(list, cell), formulas.state(list), formulas.days(list)];
    const day = isComputed(row) ? dueShown(own.deadline.value, cell, context) : undefined;
    if (day === undefined) contents.set(row, { due: { formula: due }, state: { formula: state }, days: { formula: days } });
    else {
      const word = stateShown(day, list, settings, count);
      contents.set(row, { due: { formula: due, shows: day }, state: { formula: state, shows: word }, days: { formula: days, shows: daysShown(day, word, count.today) } });
    }
  }
  return contents;
}

/** What hangs on a formula that nobody has computed yet cannot be told. */
function computedRows(table: Table<TaskKey>): (row: number) => boolean {
  const keys = (["deadline", "task", unitKey(table), statusKey(table)] as const).flatMap((key) => {
    const column = key === undefined ? undefined : table.columns.get(key);
    return key === undefined || column === undefined || (table.worksheet.columns[column]?.formulas.size ?? 0) === 0 ? [] : [key];
  });
  return (row) =>
    keys.every((key) => {
      const { top, left } = table.range(row, key);
      return formulaAt(table.worksheet, top, left) === undefined || valueAt(table.worksheet, top, left) !== null;
    });
}

function placedCells(table: Table<TaskKey>, after: ColumnAfter): (row: number) => Pick<ListRow, "deadline" | "task" | "lead" | "status"> {
  const placed = (row: number, key: TaskKey): PlacedCell => {
    const { top, left } = table.range(row, key);
    return { row: top, column: after(left), value: valueAt(table.worksheet, top, left) };
  };
  const [unit, status] = [unitKey(table), statusKey(table)];
  const missing = unit === "leadUnit" ? "（缺牵头单位）" : "（缺责任单位）";
  return (row) => ({
    deadline: placed(row, "deadline"),
    task: table.has("task") ? placed(row, "task") : undefined,
    lead: unit === undefined ? undefined : { ...placed(row, unit), missing },
    status: status === undefined ? undefined : { ...placed(row, status), tellsDelay: status === "status" },
  });
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

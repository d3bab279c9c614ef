import type { Fix } from "../core/diagnostic";
import { setCell } from "../core/edit";
import type { CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import type { Text } from "../core/text";
import { contentAt, isFormula, type Range } from "../core/workbook";
import type { Roster } from "../language/roster";
import { readUnits, type UnitReading } from "../language/unit";
import { unitKeys, type TaskKey } from "../templates/task-list-kind";
import { isTotalRow } from "./deadline-column";
import { rosterOf } from "./unit-roster";

export type UnitKey = (typeof unitKeys)[number];

/** A cell that names units and stands for itself: a text, not under a merged area, in no row of totals. */
export type UnitCell = { readonly row: number; readonly key: UnitKey; /** As it stands in the cell; the units' places are in it. */ readonly text: string; readonly reading: UnitReading };

type Readings = { readonly byText: Map<string, UnitReading>; readonly byRow: Map<UnitKey, (UnitCell | null | undefined)[]>; readonly roster: Roster | undefined };

/** Cells repeat one another, and several rules ask for each: a text is read once, a cell judged once. */
const readingsOf = new WeakMap<Table<TaskKey>, Readings>();

/** The cells of the rows' unit columns, row by row. */
export function* unitCells(table: Table<TaskKey>, rows: readonly number[], context: CheckContext, keys: readonly UnitKey[] = unitKeys): Generator<UnitCell> {
  const present = keys.filter((key) => table.has(key));
  for (const row of rows) {
    for (const key of present) {
      const cell = unitCellAt(table, row, key, context);
      if (cell !== undefined) yield cell;
    }
  }
}

export function unitCellAt(table: Table<TaskKey>, row: number, key: UnitKey, context: CheckContext): UnitCell | undefined {
  const roster = rosterOf(context);
  let readings = readingsOf.get(table);
  if (readings === undefined || readings.roster !== roster) readingsOf.set(table, (readings = { byText: new Map(), byRow: new Map(), roster }));
  let cells = readings.byRow.get(key);
  if (cells === undefined) readings.byRow.set(key, (cells = []));
  const index = row - table.bounds.top;
  const known = cells[index];
  if (known !== undefined) return known ?? undefined;
  const value = table.value(row, key);
  if (typeof value !== "string" || table.text(row, key) === "" || table.isCovered(row, key) || isTotalRow(table, row)) {
    cells[index] = null;
    return undefined;
  }
  let reading = readings.byText.get(value);
  if (reading === undefined) readings.byText.set(value, (reading = readUnits(value, roster)));
  return (cells[index] = { row, key, text: value, reading });
}

/** Where a cell's findings stand. */
export function placeOf(table: Table<TaskKey>, { row, key }: UnitCell): Range {
  return table.range(row, key);
}

/** A fix that writes another text into the cell; none where a formula computes it. */
export function rewriteCell(table: Table<TaskKey>, cell: UnitCell, after: string, title: Text, safe: boolean): Fix[] {
  const { top, left } = placeOf(table, cell);
  const before = contentAt(table.worksheet, top, left);
  return isFormula(before) || after === cell.text ? [] : [{ title, edits: [setCell(table.sheet, top, left, before, after)], safe }];
}

/** The cell's text with one stretch of it replaced. */
export function replaced(text: string, { start, end }: { readonly start: number; readonly end: number }, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** What parts the units of a cell: a line break where it uses one, else 、. */
export function separatorOf(text: string): string {
  return text.trim().includes("\n") ? "\n" : "、";
}

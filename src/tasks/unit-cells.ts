import type { Fix } from "../core/diagnostic";
import { setCell } from "../core/edit";
import type { CheckContext } from "../core/rule";
import type { Derivation, Table } from "../core/table";
import type { Text } from "../core/text";
import { contentAt, isFormula, textOf, type Range } from "../core/workbook";
import type { Roster } from "../language/roster";
import { readUnits, type UnitReading } from "../language/unit";
import { unitKeys, type TaskKey } from "../templates/task-list-kind";
import { isTotalRow } from "./total-row";
import { rosterOf } from "./unit-roster";

export type UnitKey = (typeof unitKeys)[number];

/** What a text of a unit column says, wherever it stands. */
export type UnitContent = { /** As it stands in the cell; the units' places are in it. */ readonly text: string; readonly reading: UnitReading };

/** A cell that names units and stands for itself: a text, not under a merged area, in no row of totals. */
export type UnitCell = UnitContent & { readonly row: number; readonly key: UnitKey };

/** Row (from the table's top) → its content's place in `contents` plus one; 0 not looked at yet, -1 no units. */
type UnitColumn = { readonly places: Int32Array; isComplete: boolean };
type UnitTexts = { readonly roster: Roster | undefined; readonly contents: UnitContent[]; readonly byText: Map<string, number>; readonly columns: Map<UnitKey, UnitColumn> };

/** Cells repeat one another, and several rules ask for each: a text is read once, a cell looked at once. */
const keptOf: Derivation<{ texts: UnitTexts | undefined }, TaskKey> = {
  make: () => ({ texts: undefined }),
  forget({ texts }, rows, { bounds }) {
    if (texts === undefined || rows.length === 0) return;
    for (const column of texts.columns.values()) {
      for (const row of rows) column.places[row - bounds.top] = 0;
      column.isComplete = false;
    }
  },
};

export type UnitCellOptions = { readonly keys?: readonly UnitKey[]; /** Asked once of each content that occurs. */ readonly wanted?: (content: UnitContent) => boolean };

/** The cells of the rows' unit columns whose content is wanted, row by row. */
export function* unitCells(table: Table<TaskKey>, rows: readonly number[], context: CheckContext, { keys = unitKeys, wanted = () => true }: UnitCellOptions = {}): Generator<UnitCell> {
  const present = keys.filter((key) => table.has(key));
  const texts = unitTexts(table, context);
  if (rows === table.rows) for (const key of present) complete(table, key, texts);
  const isWanted = texts.contents.map(wanted);
  // few contents differ, so most rules need not go through the rows at all
  if (rows === table.rows && !isWanted.includes(true)) return;
  for (const row of rows) {
    for (const key of present) {
      const place = placeAt(table, row, key, texts);
      const content = texts.contents[place - 1];
      if (content !== undefined && (isWanted[place - 1] ?? wanted(content))) yield { row, key, ...content };
    }
  }
}

/** The unit cells of each row whose contents together are wanted; `wanted` is asked once of each combination. */
export function* unitRows(table: Table<TaskKey>, rows: readonly number[], context: CheckContext, wanted: (contents: readonly UnitContent[]) => boolean): Generator<readonly UnitCell[]> {
  const present = unitKeys.filter((key) => table.has(key));
  const texts = unitTexts(table, context);
  const verdicts = new Map<number, boolean>();
  for (const row of rows) {
    let combination = 0;
    for (const key of present) combination = combination * mostContents + placeAt(table, row, key, texts) + 1;
    let verdict = verdicts.get(combination);
    if (verdict === undefined) verdicts.set(combination, (verdict = wanted(cellsOf(table, row, present, texts))));
    if (verdict) yield cellsOf(table, row, present, texts);
  }
}

/** More contents than rows of a worksheet and fewer than would make three of them no exact number. */
const mostContents = 2 ** 17;

function cellsOf(table: Table<TaskKey>, row: number, keys: readonly UnitKey[], texts: UnitTexts): UnitCell[] {
  return keys.flatMap((key) => {
    const content = texts.contents[placeAt(table, row, key, texts) - 1];
    return content === undefined ? [] : [{ row, key, ...content }];
  });
}

/** How often each content stands in the table's unit columns, for what hangs on all rows at once. */
export function countUnitContents(table: Table<TaskKey>, context: CheckContext): Map<UnitContent, number> {
  const texts = unitTexts(table, context);
  const columns = unitKeys.filter((key) => table.has(key)).map((key) => complete(table, key, texts));
  const counts = new Int32Array(texts.contents.length + 1);
  for (const { places } of columns) {
    for (let index = 0; index < places.length; index++) {
      const place = places[index] ?? 0;
      if (place > 0) counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return new Map(texts.contents.map((content, index): [UnitContent, number] => [content, counts[index + 1] ?? 0]).filter(([, count]) => count > 0));
}

function unitTexts(table: Table<TaskKey>, context: CheckContext): UnitTexts {
  const roster = rosterOf(context);
  const kept = table.derived(keptOf);
  if (kept.texts === undefined || kept.texts.roster !== roster) kept.texts = { roster, contents: [], byText: new Map(), columns: new Map() };
  return kept.texts;
}

function columnOf(table: Table<TaskKey>, key: UnitKey, { columns }: UnitTexts): UnitColumn {
  let column = columns.get(key);
  if (column === undefined) columns.set(key, (column = { places: new Int32Array(table.bounds.bottom - table.bounds.top + 1), isComplete: false }));
  return column;
}

function complete(table: Table<TaskKey>, key: UnitKey, texts: UnitTexts): UnitColumn {
  const column = columnOf(table, key, texts);
  if (!column.isComplete) for (const row of table.rows) placeAt(table, row, key, texts);
  column.isComplete = true;
  return column;
}

/** The place of a cell's content among the table's contents plus one; -1 where it names no units. */
function placeAt(table: Table<TaskKey>, row: number, key: UnitKey, texts: UnitTexts): number {
  const { places } = columnOf(table, key, texts);
  const index = row - table.bounds.top;
  return places[index] || (places[index] = look(table, row, key, texts));
}

/** No list of units is longer, in characters; what follows in a longer cell is something else. */
const longest = 20_000;

function look(table: Table<TaskKey>, row: number, key: UnitKey, { byText, contents, roster }: UnitTexts): number {
  const value = table.value(row, key);
  if (typeof value !== "string" || table.isCovered(row, key) || isTotalRow(table, row)) return -1;
  let place = byText.get(value);
  if (place === undefined) byText.set(value, (place = textOf(value) === "" ? -1 : contents.push({ text: value, reading: readUnits(value.slice(0, longest), roster) })));
  return place;
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

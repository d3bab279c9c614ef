import { rowsOf } from "../core/apply-steps";
import { setCell, type Contents, type Edit } from "../core/edit";
import type { CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import { contentAt, findWorksheet, isFormula, textOf, valueAt, type CellContent, type Rectangle, type Worksheet } from "../core/workbook";
import type { TaskFacts } from "../tasks/task-facts";
import { isNotes } from "../tasks/document-lines";
import type { TaskKey } from "../templates/task-list-kind";
import { isTotalOfListObject } from "./lasting-formulas";
import { dropSheet } from "./outgoing-workbook";
import { rowsThatStay } from "./rows-that-stay";

/** A list and its tasks, in the workbook that is parted. */
export type PartedList = { readonly table: Table<TaskKey>; readonly facts: readonly TaskFacts[] };

const linesOf = new WeakMap<Worksheet, Contents>();

/** Read once for all units. */
function allLines(worksheet: Worksheet): Contents {
  let lines = linesOf.get(worksheet);
  if (lines === undefined) linesOf.set(worksheet, (lines = rowsOf(worksheet, 0, worksheet.rowCount)));
  return lines;
}

/** What leaves of the workbook only these tasks; `chosen` says which of each list. */
export function leaveOnly(context: CheckContext, lists: readonly PartedList[], chosen: (list: PartedList) => readonly TaskFacts[]): Edit[] {
  const { workbook } = context;
  const sheets = [...new Set(lists.map(({ table }) => table.sheet))].flatMap((sheet) => findWorksheet(workbook, sheet) ?? []);
  const parted = new Map(sheets.map((worksheet) => [worksheet, partSheet(context, worksheet, lists.filter(({ table }) => table.sheet === worksheet.name), chosen)] as const));
  const unused = unusedSheets(workbook, parted);
  return [...[...parted].flatMap(([worksheet, { edits }]) => (unused.includes(worksheet) ? [] : edits)), ...unused.map(dropSheet)];
}

type PartedSheet = { readonly edits: readonly Edit[]; readonly gone: ReadonlySet<number>; readonly isEmpty: boolean };

function partSheet(context: CheckContext, worksheet: Worksheet, own: readonly PartedList[], chosen: (list: PartedList) => readonly TaskFacts[]): PartedSheet {
  const stays = own.map((list) => ({ list, rows: rowsThatStay(list.table, chosen(list), (row) => isTotalOfListObject(context.workbook, worksheet.name, row, list.table.bounds.left)) }));
  const gone = goneRows(stays);
  const edits = [...stays.flatMap(({ list: { table }, rows }) => categoriesAgain(table, rows)), ...mergesAgain(worksheet, stays, gone), ...deletions(worksheet, gone)];
  return { edits, gone, isEmpty: own.every((list) => chosen(list).length === 0) };
}

/** Lists without a task, and sheets from which only rows that go have their dropdowns. */
function unusedSheets({ worksheets }: CheckContext["workbook"], parted: ReadonlyMap<Worksheet, PartedSheet>): Worksheet[] {
  const sources = (worksheet: Worksheet, stays: (row: number) => boolean): string[] => (worksheet.validations ?? []).flatMap(({ source, range }) => (source !== undefined && source.sheet !== worksheet.name && hasRow(range, worksheet, stays) ? [source.sheet] : []));
  const needed = new Set([...parted].flatMap(([worksheet, { gone, isEmpty }]) => (isEmpty ? [] : sources(worksheet, (row) => !gone.has(row)))));
  const known = new Set([...parted.keys()].flatMap((worksheet) => sources(worksheet, () => true)));
  return worksheets.filter((worksheet) => !needed.has(worksheet.name) && (parted.get(worksheet)?.isEmpty ?? (known.has(worksheet.name) && !isNotes(worksheet.name))));
}

type Staying = { readonly list: PartedList; readonly rows: ReadonlySet<number> };

/** A row that lists beside one another share goes when none of them keeps it. */
function goneRows(stays: readonly Staying[]): Set<number> {
  const gone = new Set<number>();
  for (const { list: { table } } of stays) {
    for (let row = table.headerBottom + 1; row <= table.bounds.bottom; row++) if (stays.every(({ list, rows }) => !isBelowHeader(list, row) || !rows.has(row))) gone.add(row);
  }
  return gone;
}

function isBelowHeader({ table }: PartedList, row: number): boolean {
  return row > table.headerBottom && row <= table.bounds.bottom;
}

function deletions(worksheet: Worksheet, gone: ReadonlySet<number>): Edit[] {
  const lines = allLines(worksheet);
  const edits: Edit[] = [];
  const rows = [...gone].sort((a, b) => a - b);
  for (let index = 0; index < rows.length; ) {
    const at = rows[index] ?? 0;
    let count = 1;
    while (rows[index + count] === at + count) count += 1;
    edits.push({ kind: "delete-rows", sheet: worksheet.name, at, before: lines.slice(at, at + count) });
    index += count;
  }
  return edits;
}

/** A category written once for many rows is written where it now begins. */
function categoriesAgain(table: Table<TaskKey>, stay: ReadonlySet<number>): Edit[] {
  const column = table.columns.get("category");
  if (column === undefined) return [];
  const edits: Edit[] = [];
  let current = "";
  for (const row of [...stay].sort((a, b) => a - b)) {
    const band = table.bands.get(row);
    if (band !== undefined) {
      current = band;
      continue;
    }
    const wanted = table.carried(row, "category");
    if (table.text(row, "category") === "" && wanted !== current && wanted !== "" && table.merge(row, "category") === undefined) {
      edits.push(setCell(table.sheet, row, column, contentAt(table.worksheet, row, column), wanted));
    }
    current = wanted;
  }
  return edits;
}

/** A merged area whose first row goes says the same from the first row that stays. */
function mergesAgain(worksheet: Worksheet, stays: readonly Staying[], gone: ReadonlySet<number>): Edit[] {
  return worksheet.merges.flatMap((area): Edit[] => {
    if (area.top === area.bottom || !gone.has(area.top) || !stays.some(({ list }) => isBelowHeader(list, area.top))) return [];
    const left = rowsIn(area).filter((row) => !gone.has(row));
    const [first] = left;
    if (first === undefined) return [];
    const range = { sheet: worksheet.name, ...area };
    const isArea = left.length > 1 || area.left < area.right;
    return [{ kind: "unmerge", range }, ...textMoved(worksheet, area, first), ...(isArea ? [{ kind: "merge" as const, range: { ...range, top: first } }] : [])];
  });
}

function textMoved(worksheet: Worksheet, { top, left }: Rectangle, row: number): Edit[] {
  const content = contentAt(worksheet, top, left);
  const before = contentAt(worksheet, row, left);
  // what a formula says hangs on the row it stood in
  const after: CellContent = isFormula(content) ? valueAt(worksheet, top, left) : content;
  return textOf(valueAt(worksheet, top, left)) === "" ? [] : [setCell(worksheet.name, row, left, before, after)];
}

function hasRow({ top, bottom }: Rectangle, { rowCount }: Worksheet, isWanted: (row: number) => boolean): boolean {
  // a whole column's cells below the last row are nobody's
  for (let row = top; row <= Math.min(bottom, rowCount - 1); row++) if (isWanted(row)) return true;
  return false;
}

function rowsIn({ top, bottom }: Rectangle): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
}

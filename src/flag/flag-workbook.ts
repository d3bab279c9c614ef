import type { Diagnostic } from "../core/diagnostic";
import { setCell, type Change, type Edit } from "../core/edit";
import { keepText } from "../core/kept";
import { areSameFormats } from "../core/marks";
import type { CheckContext } from "../core/rule";
import type { Settings } from "../core/settings";
import type { Table } from "../core/table";
import type { Text } from "../core/text";
import { cellRange, contentAt, formulaAt, isFormula, isSameContent, type CellContent, type Range, type Rectangle, type Workbook, type Worksheet } from "../core/workbook";
import { dropColumns, flagNotesKey, flagsKey, flagsText } from "./clear-flags";
import { findFlagColumns, flagKeys, flagLayout, isOurs, type FlagColumns } from "./flag-columns";
import { flagContents, linesOf, type FlagContents } from "./flag-contents";
import { flagFormats, isFlagFormat } from "./flag-formats";
import { noteEdits, ownNotesAfter } from "./flag-notes";
import { listsToFlag, type FlaggedSheet, type ListGroup } from "./flagged-lists";

export type FlagInput = {
  readonly workbook: Workbook;
  readonly tables: readonly Table[];
  /** What the notes say; findings for which there is a reason are left out by whoever asks. */
  readonly diagnostics: readonly Diagnostic[];
  readonly settings: Settings;
};

export const titles = {
  columns: (sheet: string): Text => ({ zh: `标注“${sheet}”的状态和剩余天数`, en: `Flag states and days left on “${sheet}”` }),
  notes: (sheet: string, count: number): Text => ({ zh: `“${sheet}”的批注（${count}处）`, en: `Notes on “${sheet}” (${count})` }),
};

/**
 * Flags every list of tasks: its state and days left as formulas that go with the calendar, their colours, a filter, and
 * findings as notes where there are such. Call it again on what then is read, until it has nothing to say: notes come once columns are in.
 */
export function flagWorkbook({ workbook, tables, diagnostics, settings }: FlagInput): Change[] {
  const context: CheckContext = { workbook, tables, settings };
  const changes: Change[] = [];
  const moved = new Set<string>();
  let remembered = keepText(workbook, flagsKey, flagsText);
  for (const flagged of listsToFlag(workbook, tables)) {
    const { worksheet } = flagged;
    if (worksheet.isProtected) continue;
    const own = staleColumns(flagged) ?? flagEdits(flagged, context);
    const edits = [...own, ...remembered];
    remembered = [];
    if (edits.some(({ kind }) => kind === "insert-columns" || kind === "delete-columns")) moved.add(worksheet.name);
    if (edits.length > 0) changes.push({ title: titles.columns(worksheet.name), edits });
  }
  if (workbook.lacksNotes === true) return changes;
  const noted = workbook.worksheets.map((worksheet) => ({ worksheet, edits: worksheet.isProtected || moved.has(worksheet.name) ? [] : noteEdits(worksheet, diagnostics, settings) }));
  remembered.push(...keepText(workbook, flagNotesKey, noted.some(({ worksheet, edits }) => ownNotesAfter(worksheet, edits) > 0) ? flagsText : null));
  for (const { worksheet, edits } of noted) {
    if (edits.length === 0) continue;
    changes.push({ title: titles.notes(worksheet.name, edits.length), edits: [...edits, ...remembered] });
    remembered = [];
  }
  return changes;
}

/** Cells of ours that somebody has typed over: they stay as typed, and do not go with the calendar any more. */
export function typedOver(workbook: Workbook, tables: readonly Table[]): Range[] {
  return listsToFlag(workbook, tables).flatMap(({ worksheet, groups }) =>
    groups.flatMap(({ columns, tables: lists }) => {
      const rows = lists.flatMap((list) => list.rows);
      return columns === undefined ? [] : rows.flatMap((row) => flagKeys.flatMap((key) => (isOurs(worksheet, row, columns[key]) ? [] : [cellRange(worksheet.name, row, columns[key])])));
    }),
  );
}

/** Columns of ours that belong to no list any more, or are not all there: they go first. */
function staleColumns({ worksheet, groups }: FlaggedSheet): Edit[] | undefined {
  const inUse = new Set(groups.flatMap(({ columns }) => (columns === undefined ? [] : flagKeys.map((key) => columns[key]))));
  const stale = findFlagColumns(worksheet).filter(({ column }) => !inUse.has(column));
  return stale.length === 0 ? undefined : dropColumns(worksheet, stale);
}

/** A list with the places of its flags once all are in. */
type PlacedGroup = ListGroup & { readonly placed: FlagColumns; readonly contents: readonly FlagContents[] };

function flagEdits({ worksheet, groups }: FlaggedSheet, context: CheckContext): Edit[] {
  const inserts = groups.filter(({ columns }) => columns === undefined).map(({ at }) => at);
  const after = (column: number): number => column + flagKeys.length * inserts.filter((at) => at <= column).length;
  const here = (column: number): number => column;
  const placed = groups.map((group): PlacedGroup => {
    const { columns, at, tables } = group;
    if (columns !== undefined) {
      // formulas that are there already move with the columns that come in
      return { ...group, placed: { due: after(columns.due), state: after(columns.state), days: after(columns.days) }, contents: tables.map((table) => flagContents(table, columns, here, context)) };
    }
    const due = at + flagKeys.length * inserts.filter((other) => other < at).length;
    const own = { due, state: due + 1, days: due + 2 };
    return { ...group, placed: own, contents: tables.map((table) => flagContents(table, own, after, context)) };
  });
  return [...placed.flatMap((group) => contentEdits(worksheet, group)), ...formatEdits(worksheet, placed, context.settings), ...filterEdits(worksheet, placed, context.workbook)];
}

function contentEdits(worksheet: Worksheet, { at, columns, tables, contents }: PlacedGroup): Edit[] {
  const lines = linesOf(contents);
  if (columns !== undefined) return flagKeys.flatMap((key, index) => differences(worksheet, columns[key], lines[index] ?? []));
  const first = Math.min(...tables.map(({ headerBottom }) => headerBottom)) + 1;
  return [{ kind: "insert-columns", sheet: worksheet.name, at, cells: lines, layout: flagLayout(first, lines[0] === undefined ? first : Math.max(first, lines[0].length - 1)) }];
}

/** What somebody has typed over a flag of ours stays. */
function differences(worksheet: Worksheet, column: number, line: readonly CellContent[]): Edit[] {
  const edits: Edit[] = [];
  for (let row = 0; row < Math.max(worksheet.rowCount, line.length); row++) {
    const after = line[row] ?? null;
    const formula = formulaAt(worksheet, row, column);
    // most formulas are as they were, and need not be wrapped to be seen to be
    if (formula !== undefined && isFormula(after) && after.formula === formula) continue;
    const before = contentAt(worksheet, row, column);
    if (!isSameFlag(before, after) && isOurs(worksheet, row, column)) edits.push(setCell(worksheet.name, row, column, before, after));
  }
  return edits;
}

/** Programs that save a workbook write formulas with other spaces. */
function isSameFlag(before: CellContent, after: CellContent): boolean {
  if (isSameContent(before, after)) return true;
  return isFormula(before) && isFormula(after) && before.formula.replace(/\s/g, "") === after.formula.replace(/\s/g, "");
}

function formatEdits({ name, ownFormats = [] }: Worksheet, groups: readonly PlacedGroup[], { lights }: Settings): Edit[] {
  const lists = groups.flatMap(({ tables, placed }) => tables.map(({ headerBottom, bounds }) => ({ top: headerBottom + 1, bottom: bounds.bottom, placed })));
  const formats = [...ownFormats.filter((format) => !isFlagFormat(format)), ...flagFormats(lists, lights)];
  return areSameFormats(formats, ownFormats) ? [] : [{ kind: "set-conditional-formats", sheet: name, before: ownFormats, after: formats }];
}

/** One filter a worksheet, and none where the person has one, or an Excel table its own. */
function filterEdits({ name, filter }: Worksheet, groups: readonly PlacedGroup[], { listObjects = [] }: Workbook): Edit[] {
  const [first] = groups;
  const [table] = first?.tables ?? [];
  if (filter !== undefined || first === undefined || table === undefined || table.bounds.bottom <= table.headerBottom) return [];
  const after: Rectangle = { top: table.headerBottom, left: Math.min(table.bounds.left, first.placed.due), bottom: table.bounds.bottom, right: Math.max(table.bounds.right, first.placed.days) };
  if (listObjects.some(({ range }) => range.sheet === name)) return [];
  return [{ kind: "set-filter", sheet: name, before: null, after }];
}

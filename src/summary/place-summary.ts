import { setCell, type Edit } from "../core/edit";
import { areSameFormats, type LightScheme, type OwnFormat } from "../core/marks";
import { isOwnHeader, isOwnSheet, ownMark } from "../core/own-columns";
import type { SheetLayout } from "../core/sheet-layout";
import { contentAt, isFormula, isSameContent, textOf, valueAt, type CellContent, type Workbook, type Worksheet } from "../core/workbook";
import { cellAddress } from "./formula-text";
import { linesInPlace, type PlacedLine } from "./lines-in-place";
import { contentAtRow, headRows, type SummarySheet } from "./summary-sheet";

/** The workbook's sheet of this summary, made earlier. */
export function summaryIn({ worksheets }: Workbook, title: string): Worksheet | undefined {
  return worksheets.find((worksheet) => isOwnSheet(worksheet) && textOf(valueAt(worksheet, 0, 0)) === `${title}${ownMark}`);
}

/** What must be done for a summary to stand in the workbook as it is now; nothing where it does. Undefined where somebody has changed the sheet's columns, so that nothing of theirs is written over. */
export function placeSummary(workbook: Workbook, wanted: SummarySheet, lights: LightScheme): Edit[] | undefined {
  const known = summaryIn(workbook, wanted.title);
  if (known === undefined) return [addSheet(wanted), ...formatEdits(wanted.sheet, [], lightFormats(wanted, headRows, headRows + wanted.lines.length - 1, lights))];
  const header = headerRow(known, wanted);
  if (header === undefined) return undefined;
  const { placed, inserts, deletes } = linesInPlace(known, wanted, header);
  const edits: Edit[] = [];
  const put = (row: number, column: number, after: CellContent): void => {
    if (!isShown(known, row, column, after)) edits.push(setCell(known.name, row, column, contentAt(known, row, column), after));
  };
  if (header > 0) put(header - 1, 0, wanted.caption);
  for (const { row, cells } of placed) cells.forEach((content, column) => put(row, column, content));
  const last = lastRow(placed, header) + inserts.reduce((sum, { lines }) => sum + lines.length, 0) - deletes.length;
  return [
    ...edits,
    ...inserts.map(({ at, lines }): Edit => ({ kind: "insert-rows", sheet: known.name, at, cells: lines })),
    ...deletes.map((row): Edit => ({ kind: "delete-rows", sheet: known.name, at: row, before: [lineAt(known, row)] })),
    ...formatEdits(known.name, known.ownFormats ?? [], lightFormats(wanted, header + 1, last, lights)),
  ];
}

/** Where the header stands: rows may have come in above it, columns not. */
function headerRow(worksheet: Worksheet, { columns }: SummarySheet): number | undefined {
  for (let row = 0; row < Math.min(worksheet.rowCount, headRows + 20); row++) {
    if (columns.every(({ header }, column) => textOf(valueAt(worksheet, row, column)) === header)) return row;
  }
  return undefined;
}

function lastRow(placed: readonly PlacedLine[], header: number): number {
  return placed.reduce((last, { row }) => Math.max(last, row), header);
}

function lineAt(worksheet: Worksheet, row: number): CellContent[] {
  return Array.from({ length: worksheet.columnCount }, (_, column) => contentAt(worksheet, row, column));
}

/** Programs that save a workbook write formulas with other spaces; what a formula shows may be of another day. */
function isShown(worksheet: Worksheet, row: number, column: number, after: CellContent): boolean {
  const before = contentAt(worksheet, row, column);
  if (!isFormula(after) || !isFormula(before)) return isSameContent(before, after);
  if (before.formula.replace(/\s/g, "") !== after.formula.replace(/\s/g, "")) return false;
  return after.shows === undefined || isSameValue(valueAt(worksheet, row, column), after.shows);
}

function isSameValue(a: CellContent, b: CellContent): boolean {
  return a === b || (textOf(a as string | number | null) === "" && b === "") || (typeof a === "number" && typeof b === "number" && Math.abs(a - b) < 1e-9);
}

function addSheet({ sheet, title, caption, columns, lines, spare = 0 }: SummarySheet): Edit {
  const right = columns.length - 1;
  const bottom = headRows + Math.max(lines.length, 1) - 1;
  const body = columns.map(({ isCentred }, column) => ({ range: { top: headRows, left: column, bottom, right: column }, look: isCentred === true ? ("body-centred" as const) : ("body" as const) }));
  const layout: SheetLayout = {
    widths: columns.map(({ width }) => width),
    looks: [{ range: { top: 0, left: 0, bottom: 0, right }, look: "title" }, { range: { top: headRows - 1, left: 0, bottom: headRows - 1, right }, look: "header" }, ...body],
    merges: [{ top: 0, left: 0, bottom: 0, right }],
    frozenRows: headRows,
    print: { landscape: true, repeatRows: { first: headRows - 1, last: headRows - 1 } },
    formats: columns.flatMap(({ format }, column) => (format === undefined ? [] : [{ range: { top: headRows, left: column, bottom: bottom + spare, right: column }, format }])),
  };
  const cells = [[`${title}${ownMark}`], [caption], columns.map(({ header }) => header), ...lines.map((line, index) => line.cells.map((cell) => contentAtRow(cell, headRows + index)))];
  return { kind: "add-sheet", sheet, cells, layout };
}

const lightKey = "summary-";

function lightFormats({ lights = [] }: SummarySheet, top: number, bottom: number, scheme: LightScheme): OwnFormat[] {
  if (bottom < top) return [];
  return lights.map(({ column, look }) => ({ id: `${lightKey}${look}`, range: { top, left: column, bottom, right: column }, formula: `=AND(ISNUMBER(${cellAddress(top, column)}),${cellAddress(top, column)}>0)`, look, lights: scheme }));
}

function formatEdits(sheet: string, before: readonly OwnFormat[], own: readonly OwnFormat[]): Edit[] {
  const after = [...before.filter(({ id }) => !id.startsWith(lightKey)), ...own];
  return areSameFormats(before, after) ? [] : [{ kind: "set-conditional-formats", sheet, before, after }];
}

/** Whether somebody has written beside what is ours. */
export function isWrittenBeside(worksheet: Worksheet, width: number): boolean {
  return worksheet.columns.slice(width).some((column) => column?.values.some((value) => textOf(value ?? null) !== "" && !isOwnHeader(value)) === true);
}

import { areSameCharts, type OwnChart } from "../core/chart";
import { setCell, type Edit } from "../core/edit";
import { areSameFormats, type LightScheme, type OwnFormat } from "../core/marks";
import { isOwnHeader, isOwnSheet, ownMark } from "../core/own-columns";
import type { CellLook, SheetLayout } from "../core/sheet-layout";
import { contentAt, isFormula, isSameContent, textOf, valueAt, type CellContent, type Rectangle, type Workbook, type Worksheet } from "../core/workbook";
import { cellAddress } from "./formula-text";
import { linesInPlace } from "./lines-in-place";
import { contentAtRow, headerRowOf, titleRows, type Line, type SummarySheet } from "./summary-sheet";

/** The workbook's sheet of this summary, made earlier. */
export function summaryIn({ worksheets }: Workbook, title: string): Worksheet | undefined {
  return worksheets.find((worksheet) => isOwnSheet(worksheet) && textOf(valueAt(worksheet, 0, 0)) === `${title}${ownMark}`);
}

/** What must be done for a summary to stand in the workbook as it is now; nothing where it does. Undefined where somebody has changed the sheet's columns, so that nothing of theirs is written over. */
export function placeSummary(workbook: Workbook, wanted: SummarySheet, lights: LightScheme): Edit[] | undefined {
  const known = summaryIn(workbook, wanted.title);
  if (known === undefined) return newSheet(wanted, lights);
  const header = headerRowIn(known, wanted.columns.map((column) => column.header));
  if (header === undefined) return newColumns(known, wanted);
  const { placed, inserts, deletes, rowAfter } = linesInPlace(known, wanted, header);
  const edits: Edit[] = [];
  const put = (row: number, column: number, after: CellContent): void => {
    if (!isShown(known, row, column, after)) edits.push(setCell(known.name, row, column, contentAt(known, row, column), after));
  };
  const caption = header - headerRowOf(wanted) + titleRows - 1;
  if (caption > 0) put(caption, 0, wanted.caption);
  for (const { row, cells } of placed) cells.forEach((content, column) => put(row, column, content));
  return [
    ...edits,
    ...inserts.map(({ at, lines }): Edit => ({ kind: "insert-rows", sheet: known.name, at, cells: lines })),
    ...deletes.map((row): Edit => ({ kind: "delete-rows", sheet: known.name, at: row, before: [lineAt(known, row)] })),
    ...formatEdits(known.name, known.ownFormats ?? [], lightFormats(wanted, header, rowAfter, lights)),
    ...chartEdits(known.name, known.ownCharts ?? [], chartsOf(wanted, header, rowAfter, lights)),
  ];
}

/** Columns that have come come in first; what stands in them is told once they are there. Undefined where that is not all that differs. */
function newColumns(worksheet: Worksheet, { columns }: SummarySheet): Edit[] | undefined {
  for (let row = 0; row < Math.min(worksheet.rowCount, headReach); row++) {
    const edits: Edit[] = [];
    let at = 0;
    for (const { header, width, format } of columns) {
      if (textOf(valueAt(worksheet, row, at)) === header) at += 1;
      else edits.push({ kind: "insert-columns", sheet: worksheet.name, at, cells: [[...Array.from({ length: row }, () => null), header]], layout: [{ width, ...(format !== undefined && { formats: [{ first: row + 1, last: Math.max(row + 1, worksheet.rowCount - 1), format }] }) }] });
    }
    const isOurs = at > 1 && textOf(valueAt(worksheet, row, at - 1)) === columns.at(-1)?.header;
    // two at one place would be one edit
    if (isOurs && edits.length > 0 && at + edits.length === columns.length) return edits.slice(0, 1);
  }
  return undefined;
}

/** Where the header stands: rows may have come in above it, columns not. */
export function headerRowIn(worksheet: Worksheet, headers: readonly string[]): number | undefined {
  for (let row = 0; row < Math.min(worksheet.rowCount, headReach); row++) {
    if (headers.every((header, column) => textOf(valueAt(worksheet, row, column)) === header)) return row;
  }
  return undefined;
}

const headReach = 60;

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

function newSheet(wanted: SummarySheet, scheme: LightScheme): Edit[] {
  const { sheet, title, caption, columns, lines, spare = 0 } = wanted;
  const header = headerRowOf(wanted);
  const first = header + 1;
  const rowAfter = new Map(lines.map((line, index) => [line, first + index]));
  const right = columns.length - 1;
  const bottom = first + Math.max(lines.length, 1) - 1;
  const isTotal = lines.at(-1)?.isTotal === true;
  const body = columns.map(({ isCentred, isLink }, column) => ({ range: { top: first, left: column, bottom: isTotal ? bottom - 1 : bottom, right: column }, look: lookOf({ isCentred, isLink }) }));
  const across = (row: number): Rectangle => ({ top: row, left: 0, bottom: row, right });
  const layout: SheetLayout = {
    widths: columns.map(({ width }) => width),
    looks: [{ range: across(0), look: "title" }, { range: across(1), look: "note" }, { range: across(header), look: "header" }, ...body.filter(({ range }) => range.bottom >= range.top), ...(isTotal ? [{ range: across(bottom), look: "total" as const }] : [])],
    merges: [across(0), across(1)],
    // charts would take the whole window
    ...(wanted.charts === undefined ? { frozenRows: first } : {}),
    print: { landscape: true, repeatRows: { first: header, last: header }, title: wanted.printTitle },
    formats: columns.flatMap(({ format }, column) => (format === undefined ? [] : [{ range: { top: first, left: column, bottom: bottom + spare, right: column }, format }])),
  };
  const blank = Array.from({ length: header - titleRows }, () => []);
  const cells = [[`${title}${ownMark}`], [caption], ...blank, columns.map((column) => column.header), ...lines.map((line, index) => line.cells.map((cell) => contentAtRow(cell, first + index, header)))];
  return [{ kind: "add-sheet", sheet, cells, layout }, ...formatEdits(sheet, [], lightFormats(wanted, header, rowAfter, scheme)), ...chartEdits(sheet, [], chartsOf(wanted, header, rowAfter, scheme))];
}

function lookOf({ isCentred, isLink }: { readonly isCentred: true | undefined; readonly isLink: true | undefined }): CellLook {
  return isLink === true ? "link" : isCentred === true ? "body-centred" : "body";
}

const ownKey = "summary-";

function lightFormats({ lights = [] }: SummarySheet, header: number, rowAfter: ReadonlyMap<Line, number>, scheme: LightScheme): OwnFormat[] {
  const [top, bottom] = [header + 1, Math.max(header, ...rowAfter.values())];
  if (bottom < top) return [];
  return lights.map(({ column, look }) => ({ id: `${ownKey}${look}`, range: { top, left: column, bottom, right: column }, formula: `=AND(ISNUMBER(${cellAddress(top, column)}),${cellAddress(top, column)}>0)`, look, lights: scheme }));
}

function formatEdits(sheet: string, before: readonly OwnFormat[], own: readonly OwnFormat[]): Edit[] {
  const after = [...before.filter(({ id }) => !id.startsWith(ownKey)), ...own];
  return areSameFormats(before, after) ? [] : [{ kind: "set-conditional-formats", sheet, before, after }];
}

function chartsOf({ charts, lines }: SummarySheet, header: number, rowAfter: ReadonlyMap<Line, number>, lights: LightScheme): OwnChart[] {
  const rows = lines.flatMap((line) => (line.isCharted === true ? (rowAfter.get(line) ?? []) : []));
  if (charts === undefined || rows.length === 0) return [];
  const total = lines.find(({ isTotal }) => isTotal);
  const place = { header, first: Math.min(...rows), last: Math.max(...rows), total: total === undefined ? undefined : rowAfter.get(total), top: header - headerRowOf({ charts }) + titleRows, bottom: header - 1 };
  return charts(place).map((chart) => ({ ...chart, id: `${ownKey}${chart.id}`, lights }));
}

function chartEdits(sheet: string, before: readonly OwnChart[], own: readonly OwnChart[]): Edit[] {
  const after = [...before.filter(({ id }) => !id.startsWith(ownKey)), ...own];
  return areSameCharts(before, after) ? [] : [{ kind: "set-charts", sheet, before, after }];
}

/** Whether somebody has written beside what is ours. */
export function isWrittenBeside(worksheet: Worksheet, width: number): boolean {
  return worksheet.columns.slice(width).some((column) => column?.values.some((value) => textOf(value ?? null) !== "" && !isOwnHeader(value)) === true);
}

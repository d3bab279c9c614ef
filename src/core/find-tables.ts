import { matchHeaders, type HeaderMatch } from "./match-header";
import { mergesInColumn } from "./merged-areas";
import { isOwnSheet } from "./own-columns";
import { classifyRows } from "./table-rows";
import { Table, type Caption, type Template } from "./table";
import { cellRange, isBlank, textOf, valueAt, type Span, type Workbook, type Worksheet } from "./workbook";

/** A header stands within so many rows of the sheet's top, or of the end of the table above. */
const headerReach = 30;
/** A caption stands within so many rows of its table. */
const captionReach = 8;

/** Every part of the workbook that a template recognises, in reading order. */
export function findTables(workbook: Workbook, templates: readonly Template[]): Table[] {
  const known = templates.map((template) => template.inWorkbook?.(workbook) ?? template);
  return workbook.worksheets.flatMap((worksheet) => (isOwnSheet(worksheet) ? [] : findInWorksheet(worksheet, known)));
}

function findInWorksheet(worksheet: Worksheet, templates: readonly Template[]): Table[] {
  const tables: Table[] = [];
  let above = 0;
  let blank = 0;
  for (let row = 0, searched = 0; row < worksheet.rowCount && searched < headerReach; row++, searched++) {
    if (isBlankRow(worksheet, row)) {
      // blank rows do not use up the reach: lists are often put far below one another
      blank += 1;
      if (blank < 1000) searched -= 1;
      continue;
    }
    blank = 0;
    const matches = matchHeaders(worksheet, row, templates);
    if (matches.length === 0) continue;
    const found = matches.map((match) => readTable(worksheet, match, above, templates));
    tables.push(...found);
    above = Math.max(...found.map(({ bounds }) => bounds.bottom)) + 1;
    row = above - 1;
    searched = -1;
  }
  return tables;
}

function readTable(worksheet: Worksheet, match: HeaderMatch, above: number, templates: readonly Template[]): Table {
  const preferred = withUnmergedSubject(worksheet, match);
  const { rows, blankRows, bands, bottom } = classifyRows(worksheet, preferred, (row) => matchHeaders(worksheet, row, templates));
  const { template, top, left, right, columns } = preferred;
  return new Table({
    template,
    worksheet,
    bounds: { top, left, bottom, right },
    headerBottom: match.bottom,
    columns,
    rows,
    blankRows,
    bands,
    captions: [
      ...captionsIn(worksheet, { first: Math.max(above, top - captionReach), last: top - 1 }),
      ...captionsIn(worksheet, { first: bottom + 1, last: lastCaption(worksheet, bottom, templates) }),
    ],
  });
}

/** Texts below a table belong to it, unless a further table follows: then they are that one's title. */
function lastCaption(worksheet: Worksheet, bottom: number, templates: readonly Template[]): number {
  const last = Math.min(bottom + captionReach, worksheet.rowCount - 1);
  for (let row = bottom + 1; row <= last; row++) {
    if (matchHeaders(worksheet, row, templates).length > 0) return bottom;
  }
  return last;
}

/**
 * Where a task stands merged over the measures beside it, the measures are what is done: the merged column then is
 * the category. Decided by the first forty rows.
 */
function withUnmergedSubject(worksheet: Worksheet, match: HeaderMatch): HeaderMatch {
  const { subject } = match.template;
  const merged = match.columns.get(subject);
  const rival = match.rivals.get(subject)?.find((column) => merged !== undefined && column > merged);
  if (merged === undefined || rival === undefined) return match;
  const isMerged = (column: number): boolean =>
    mergesInColumn(worksheet, column).some(({ first, last }) => last > first && first > match.bottom && first <= match.bottom + 40);
  if (!isMerged(merged) || isMerged(rival)) return match;
  const columns = new Map(match.columns).set(subject, rival);
  if (!columns.has("category")) columns.set("category", merged);
  return { ...match, columns };
}

function captionsIn(worksheet: Worksheet, { first, last }: Span): Caption[] {
  const captions: Caption[] = [];
  for (let row = first; row <= last; row++) {
    for (let column = 0; column < Math.min(worksheet.columnCount, 64); column++) {
      const text = textOf(valueAt(worksheet, row, column));
      if (text !== "") captions.push({ text, range: cellRange(worksheet.name, row, column) });
    }
  }
  return captions;
}

function isBlankRow(worksheet: Worksheet, row: number): boolean {
  return worksheet.columns.every((column) => isBlank(column?.values[row]));
}


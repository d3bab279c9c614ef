import { extentOf } from "./worksheet-draft";
import { findWorksheet, isBlank, isSameContent, numberFormatAt, type Column, type FormatRun, type Range, type Rectangle, type Workbook, type Worksheet } from "./workbook";

/** A workbook read again: what is as it was is the very same object. */
export type Reread = {
  readonly workbook: Workbook;
  /** Where contents differ; undefined where worksheets have come, gone or changed their names. */
  readonly changed: readonly Range[] | undefined;
};

/** More cells than this are told as the range they are in. */
const mostCells = 2_000;

/** Puts what `now` holds in these places into the workbook that was read before; `now` need not hold anything else. */
export function putCells(before: Workbook, now: Workbook, places: readonly Range[]): Reread {
  if (!hasSameSheets(before, now)) return { workbook: now, changed: undefined };
  const changed: Range[] = [];
  const worksheets = before.worksheets.map((worksheet) => {
    const own = places.filter(({ sheet }) => sheet === worksheet.name);
    const current = own.length === 0 ? undefined : findWorksheet(now, worksheet.name);
    return current === undefined ? worksheet : putInto(worksheet, current, own, changed);
  });
  return changed.length === 0 ? { workbook: before, changed } : { workbook: { ...before, worksheets }, changed };
}

/** The same for two workbooks that were both read whole. */
export function compareWorkbooks(before: Workbook, now: Workbook): Reread {
  if (!hasSameSheets(before, now) || now.uses1904Dates !== before.uses1904Dates || !isSamePlain(besidesSheets(now), besidesSheets(before))) return { workbook: now, changed: undefined };
  if (now.worksheets.some((worksheet, index) => !isSameShape(worksheet, before.worksheets[index]))) return { workbook: now, changed: undefined };
  const whole = now.worksheets.filter((worksheet, index) => worksheet !== before.worksheets[index]).map(({ name, rowCount, columnCount }): Range => ({ sheet: name, top: 0, left: 0, bottom: rowCount - 1, right: columnCount - 1 }));
  return putCells(before, now, whole);
}

function besidesSheets({ names, listObjects, kept }: Workbook): unknown {
  return [names, listObjects, [...(kept ?? [])]];
}

function hasSameSheets(before: Workbook, now: Workbook): boolean {
  return before.worksheets.length === now.worksheets.length && before.worksheets.every(({ name }, index) => now.worksheets[index]?.name === name);
}

function isSameShape(now: Worksheet, before: Worksheet | undefined): boolean {
  const shapeOf = ({ rowCount, columnCount, visibility, isProtected, merges, hiddenRows, hiddenColumns, filter, isFiltered, ownFormats, notes, validations, ownCharts }: Worksheet): unknown => [rowCount, columnCount, visibility, isProtected, merges, hiddenRows, hiddenColumns, filter, isFiltered, ownFormats, notes, validations, ownCharts];
  return now === before || (before !== undefined && isSamePlain(shapeOf(now), shapeOf(before)));
}

function isSamePlain(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function putInto(before: Worksheet, now: Worksheet, places: readonly Rectangle[], changed: Range[]): Worksheet {
  const columns = [...before.columns];
  const others: Range[] = [];
  for (const place of places) {
    const bottom = Math.min(place.bottom, Math.max(before.rowCount, now.rowCount) - 1);
    for (let column = place.left; column <= Math.min(place.right, Math.max(before.columnCount, now.columnCount) - 1); column++) {
      const rows = rowsThatDiffer(columns[column], now.columns[column], place.top, bottom);
      if (rows.length === 0) continue;
      columns[column] = putColumn(columns[column], now.columns[column], rows);
      if (rows.length > mostCells) others.push({ sheet: before.name, top: place.top, bottom, left: column, right: column });
      else for (const row of rows) addCell(others, before.name, row, column);
    }
  }
  const merges = putMerges(before.merges, now.merges, places);
  if (merges !== before.merges) others.push(...places.map((place) => ({ sheet: before.name, ...place })));
  if (others.length === 0) return before;
  changed.push(...others);
  const isInside = merges === before.merges && others.every((place) => staysInside(before, columns, place));
  return { ...before, columns: Array.from(columns), merges, ...(isInside ? {} : extentOf(columns, merges)) };
}

/** Whether how far the worksheet reaches is as it was, without looking through it. */
function staysInside({ rowCount, columnCount }: Worksheet, columns: Worksheet["columns"], { top, bottom, right }: Rectangle): boolean {
  if (bottom >= rowCount || right >= columnCount) return false;
  if (bottom < rowCount - 1 && right < columnCount - 1) return true;
  // what was cleared at the edge may have been all that was there
  const column = columns[right];
  for (let row = top; row <= bottom; row++) if (isBlank(column?.values[row]) && column?.formulas.has(row) !== true) return false;
  return true;
}

function addCell(ranges: Range[], sheet: string, row: number, column: number): void {
  const last = ranges.at(-1);
  if (last !== undefined && last.left === column && last.right === column && last.bottom === row - 1) ranges[ranges.length - 1] = { ...last, bottom: row };
  else ranges.push({ sheet, top: row, left: column, bottom: row, right: column });
}

function rowsThatDiffer(before: Column | undefined, now: Column | undefined, top: number, bottom: number): number[] {
  const rows: number[] = [];
  const hasFormats = (before?.formats.length ?? 0) + (now?.formats.length ?? 0) > 0;
  for (let row = top; row <= bottom; row++) {
    const isSame =
      isSameContent(before?.values[row] ?? null, now?.values[row] ?? null) &&
      before?.formulas.get(row) === now?.formulas.get(row) &&
      (!hasFormats || formatAt(before, row) === formatAt(now, row));
    if (!isSame) rows.push(row);
  }
  return rows;
}

function formatAt(column: Column | undefined, row: number): string {
  return column === undefined ? "General" : numberFormatAt({ columns: [column] }, row, 0);
}

function putColumn(before: Column | undefined, now: Column | undefined, rows: readonly number[]): Column {
  const values = before?.values.slice() ?? [];
  // a column's formulas stay the same object where they are the same: what was made of them holds
  let formulas = before?.formulas ?? new Map<number, string>();
  const from = formulas;
  let { formats } = before ?? { formats: [] };
  for (const row of rows) {
    while (values.length < row) values.push(null);
    values[row] = now?.values[row] ?? null;
    const formula = now?.formulas.get(row);
    if (formula !== formulas.get(row)) {
      if (formulas === from) formulas = new Map(from);
      if (formula === undefined) (formulas as Map<number, string>).delete(row);
      else (formulas as Map<number, string>).set(row, formula);
    }
    const format = formatAt(now, row);
    if (format !== formatAt(before, row)) formats = withFormat(formats, row, format);
  }
  return { values, formulas, formats };
}

function withFormat(runs: readonly FormatRun[], row: number, format: string): FormatRun[] {
  const others = runs.flatMap((run) => {
    if (row < run.first || row > run.last) return [run];
    return [{ ...run, last: row - 1 }, { ...run, first: row + 1 }].filter(({ first, last }) => first <= last);
  });
  return format === "General" ? others : [...others, { first: row, last: row, format }].sort((a, b) => a.first - b.first);
}

/** Merged areas that begin in the rows of the places are those of `now`; the same array where nothing differs. */
function putMerges(before: readonly Rectangle[], now: readonly Rectangle[], places: readonly Rectangle[]): readonly Rectangle[] {
  const begins = ({ top }: Rectangle): boolean => places.some((place) => top >= place.top && top <= place.bottom);
  const [old, current] = [before.filter(begins), now.filter(begins)];
  if (isSamePlain(old, current)) return before;
  return [...before.filter((merge) => !begins(merge)), ...current].sort((a, b) => a.top - b.top || a.left - b.left);
}

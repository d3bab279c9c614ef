import { ownColumns } from "../core/own-columns";
import { isError, type Column, type Rectangle, type Workbook, type Worksheet } from "../core/workbook";
import { areaOf, scanReferences, sheetOfPrefix } from "../formula/scan-references";

/** A formula whose error starts in its own cell. */
export type ErrorCell = { readonly worksheet: Worksheet; readonly row: number; readonly column: number; readonly formula: string; readonly error: string };

/** By worksheet (in lower case) and column: the rows that show an error, from top to bottom. */
type ErrorRows = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;

/** Errors that come from no other cell, sheet by sheet; a formula that holds #REF! has its own, whatever it shows. */
export function errorsOf(workbook: Workbook): ErrorCell[] {
  const shown = workbook.worksheets.flatMap(errorsIn);
  if (shown.length === 0) return [];
  const rows = rowsOf(shown);
  const named = namedAreas(workbook);
  return shown.filter((cell) => holdsDead(cell.formula) || !comesFrom(cell, rows, named, workbook));
}

function errorsIn(worksheet: Worksheet): ErrorCell[] {
  const own = ownColumns(worksheet);
  return worksheet.columns.flatMap((content, column) => (content === undefined || content.formulas.size === 0 || own.has(column) ? [] : errorsInColumn(content).map((cell) => ({ worksheet, column, ...cell }))));
}

type ErrorInColumn = Pick<ErrorCell, "row" | "formula" | "error">;

const knownErrors = new WeakMap<Column, readonly ErrorInColumn[]>();

/** Made once for a column, so that an edit costs the columns it changes. */
function errorsInColumn(content: Column): readonly ErrorInColumn[] {
  const known = knownErrors.get(content);
  if (known !== undefined) return known;
  const found: ErrorInColumn[] = [];
  for (const [row, formula] of content.formulas) {
    const value = content.values[row];
    if (value !== undefined && isError(value)) found.push({ row, formula, error: holdsDead(formula) ? dead : value.error });
    else if (holdsDead(formula)) found.push({ row, formula, error: dead });
  }
  knownErrors.set(content, found);
  return found;
}

const dead = "#REF!";

function holdsDead(formula: string): boolean {
  // one inside quotation marks is a text to compare with
  return formula.includes(dead) && formula.replace(/"[^"]*"/g, "").includes(dead);
}

function rowsOf(cells: readonly ErrorCell[]): ErrorRows {
  const sheets = new Map<string, Map<number, number[]>>();
  for (const { worksheet, row, column } of cells) {
    const sheet = worksheet.name.toLowerCase();
    const columns = sheets.get(sheet) ?? new Map<number, number[]>();
    sheets.set(sheet, columns);
    const list = columns.get(column);
    if (list === undefined) columns.set(column, [row]);
    else list.push(row);
  }
  for (const columns of sheets.values()) for (const rows of columns.values()) rows.sort((a, b) => a - b);
  return sheets;
}

type NamedArea = { readonly sheet: string; readonly area: Rectangle };

/** Names that stand for cells, in lower case; any other name hides no cell from us that we could find. */
function namedAreas({ names = [] }: Workbook): ReadonlyMap<string, NamedArea> {
  const areas = new Map<string, NamedArea>();
  for (const { name, formula } of names) {
    const [reference] = scanReferences(formula);
    const sheet = reference === undefined ? undefined : sheetOfPrefix(reference.prefix);
    if (reference !== undefined && sheet !== undefined) areas.set(name.toLowerCase(), { sheet, area: areaOf(reference) });
  }
  return areas;
}

function comesFrom(cell: ErrorCell, rows: ErrorRows, named: ReadonlyMap<string, NamedArea>, { listObjects = [] }: Workbook): boolean {
  const { worksheet, formula } = cell;
  for (const reference of scanReferences(formula)) {
    const sheet = reference.prefix === "" ? worksheet.name : sheetOfPrefix(reference.prefix);
    if (sheet !== undefined && hasError(rows, sheet, areaOf(reference), cell)) return true;
  }
  if (named.size > 0) {
    for (const word of formula.toLowerCase().match(/[\p{L}_\\][\p{L}\p{N}_.\\]*/gu) ?? []) {
      const area = named.get(word);
      if (area !== undefined && hasError(rows, area.sheet, area.area, cell)) return true;
    }
  }
  if (!formula.includes("[")) return false;
  for (const { name, range, columnNames } of listObjects) {
    const isOwn = range.sheet === worksheet.name && cell.row >= range.top && cell.row <= range.bottom && cell.column >= range.left && cell.column <= range.right;
    if (!isOwn && !formula.includes(`${name}[`)) continue;
    for (const [index, header] of columnNames.entries()) {
      if (!formula.includes(header)) continue;
      const column = range.left + index;
      // [@…] reads the own row only
      const area = isOwn && /@|This Row/i.test(formula) ? { top: cell.row, bottom: cell.row, left: column, right: column } : { top: range.top, bottom: range.bottom, left: column, right: column };
      if (hasError(rows, range.sheet, area, cell)) return true;
    }
  }
  return false;
}

/** Whether another cell of the area shows an error. */
function hasError(rows: ErrorRows, sheet: string, area: Rectangle, own: ErrorCell): boolean {
  const columns = rows.get(sheet.toLowerCase());
  if (columns === undefined) return false;
  for (const [column, errors] of columns) {
    if (column < area.left || column > area.right) continue;
    let at = firstFrom(errors, area.top);
    if (errors[at] === own.row && column === own.column && own.worksheet.name.toLowerCase() === sheet.toLowerCase()) at += 1;
    const row = errors[at];
    if (row !== undefined && row <= area.bottom) return true;
  }
  return false;
}

/** Where the first row at or below `row` stands in the list. */
function firstFrom(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { parseAddress, stringifyAddress } from "../../src/core/address";
import type { CellContent, CellValue, Column, FormatRun, Rectangle, Visibility, Workbook, Worksheet } from "../../src/core/workbook";
import { contentAt } from "../../src/core/workbook";
import { extentOf } from "../../src/core/worksheet-draft";

export type SheetOptions = {
  readonly name?: string;
  /** As Excel counts them, from 1. */
  readonly hiddenRows?: readonly number[];
  readonly visibility?: Visibility;
  readonly isProtected?: boolean;
  /** Address → number format: { "C2:C9": "0.0%" }. */
  readonly formats?: Readonly<Record<string, string>>;
};

/**
 * Draws a worksheet: a line a row, `|` between cells. `^` is merged with the cell above, `<` with the one to the left.
 * Numbers are numbers, `TRUE`, `#DIV/0!` what they say; `=A1/B1` is a formula, `=A1/B1 → 0.5` one with its value.
 * In "…" everything is text, spaces included. `\n` (a backslash and an n) is a line break, `\p` a bar.
 */
export function sheet(text: string, options: SheetOptions = {}): Worksheet {
  const lines = linesOf(text).map((line) => line.split("|").map((cell) => cell.replace(/^[ \t]+|[ \t]+$/g, "")));
  const columns: ColumnDraft[] = [];
  for (const [row, cells] of lines.entries()) {
    for (const [index, cell] of cells.entries()) {
      const column = (columns[index] ??= { values: [], formulas: new Map(), formats: [] });
      const { value, formula } = read(cell);
      column.values[row] = value;
      if (formula !== undefined) column.formulas.set(row, formula);
    }
  }
  for (const [address, format] of Object.entries(options.formats ?? {})) {
    const area = parseAddress(address);
    if (area === undefined) throw new Error(`no address: ${address}`);
    for (let column = area.left; column <= area.right; column++) columns[column]?.formats.push({ first: area.top, last: area.bottom, format });
  }
  const merges = mergesOf(lines);
  const { name = "Sheet1", visibility = "visible", isProtected = false, hiddenRows = [] } = options;
  return {
    name,
    visibility,
    isProtected,
    ...extentOf(columns, merges),
    columns,
    merges,
    hiddenRows: hiddenRows.map((row) => ({ first: row - 1, last: row - 1 })),
    hiddenColumns: [],
  };
}

/** A workbook of drawn worksheets; a bare drawing is called Sheet1, Sheet2 by its place. */
export function workbook(...sheets: readonly (string | Worksheet)[]): Workbook {
  const worksheets = sheets.map((drawing, index) => (typeof drawing === "string" ? sheet(drawing, { name: `Sheet${index + 1}` }) : drawing));
  return { worksheets, uses1904Dates: false };
}

/** What a worksheet holds, for comparing two of them: contents row by row, merges and hidden rows. */
export function contentsOf(worksheet: Worksheet): { name: string; cells: CellContent[][]; merges: string[]; hiddenRows: number[] } {
  const { rowCount, columnCount, merges, hiddenRows } = worksheet;
  const cells = Array.from({ length: rowCount }, (_, row) => Array.from({ length: columnCount }, (_, column) => contentAt(worksheet, row, column)));
  const hidden = hiddenRows.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index + 1));
  return { name: worksheet.name, cells, merges: merges.map(stringifyAddress), hiddenRows: hidden };
}

type ColumnDraft = Column & { values: CellValue[]; formulas: Map<number, string>; formats: FormatRun[] };

/** A blank line inside the drawing is an empty row; those around it are not. */
function linesOf(text: string): string[] {
  const lines = text.split("\n");
  while (lines[0]?.trim() === "") lines.shift();
  while (lines.at(-1)?.trim() === "") lines.pop();
  return lines;
}

function read(cell: string): { value: CellValue; formula?: string } {
  if (cell === "^" || cell === "<" || cell === "") return { value: null };
  if (cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')) return { value: unescaped(cell.slice(1, -1)) };
  if (cell.startsWith("=")) {
    const [formula = "", value] = cell.split("→").map((part) => part.trim());
    return { value: value === undefined ? null : valueOf(value), formula };
  }
  return { value: valueOf(cell) };
}

function valueOf(text: string): CellValue {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (text === "TRUE" || text === "FALSE") return text === "TRUE";
  if (/^#(?:DIV\/0!|REF!|N\/A|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(text)) return { error: text };
  return unescaped(text);
}

function unescaped(text: string): string {
  return text.replace(/\\n/g, "\n").replace(/\\p/g, "|");
}

function mergesOf(lines: readonly (readonly string[])[]): Rectangle[] {
  const areas = new Map<string, Rectangle>();
  const originOf = new Map<string, string>();
  for (const [row, cells] of lines.entries()) {
    for (const [column, cell] of cells.entries()) {
      const key = `${row},${column}`;
      const neighbour = cell === "^" ? `${row - 1},${column}` : cell === "<" ? `${row},${column - 1}` : undefined;
      const origin = neighbour === undefined ? key : originOf.get(neighbour);
      if (origin === undefined) throw new Error(`nothing to merge with at row ${row + 1}, column ${column + 1}`);
      originOf.set(key, origin);
      const area = areas.get(origin);
      const self = { top: row, left: column, bottom: row, right: column };
      areas.set(origin, area === undefined ? self : { ...area, bottom: Math.max(area.bottom, row), right: Math.max(area.right, column) });
    }
  }
  return [...areas.values()].filter(({ top, left, bottom, right }) => top !== bottom || left !== right);
}

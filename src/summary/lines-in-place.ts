import type { Contents } from "../core/edit";
import { contentAt, formulaAt, textOf, valueAt, type CellContent, type Worksheet } from "../core/workbook";
import { contentAtRow, type Line, type SummarySheet } from "./summary-sheet";

/** A line's contents in the row where it stands. */
export type PlacedLine = { readonly row: number; readonly cells: readonly CellContent[] };

export type LinesInPlace = {
  readonly placed: readonly PlacedLine[];
  /** New lines before row `at`, as the sheet was read. */
  readonly inserts: readonly Insert[];
  /** Rows of lines that are no more, and beside which nobody has written. */
  readonly deletes: readonly number[];
  /** Where each line stands once all that is done. */
  readonly rowAfter: ReadonlyMap<Line, number>;
};

type Insert = { readonly at: number; readonly lines: Contents; readonly wanted: readonly Line[] };

/** Finds each line's row again by its texts, so that what somebody has written beside it stays beside it. */
export function linesInPlace(worksheet: Worksheet, wanted: SummarySheet, header: number): LinesInPlace {
  const rows = ownRows(worksheet, wanted, header);
  const seen = new Map<string, number>();
  const rowOf = new Map<Line, number>();
  for (const line of wanted.lines) {
    const key = keyOf(wanted.keys.map((column) => contentAtRow(line.cells[column], 0, 0)));
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const row = rows.get(key)?.[nth];
    if (row !== undefined) rowOf.set(line, row);
  }
  const kept = new Set(rowOf.values());
  const all = [...rows.values()].flat();
  const gone = all.filter((row) => !kept.has(row));
  const isBeside = (row: number): boolean => hasBeside(worksheet, row, wanted.columns.length);
  const end = all.reduce((last, row) => Math.max(last, row), header) + 1;
  const { inserts, appended } = insertsOf(wanted, rowOf, end, { worksheet, header });
  const stale = wanted.gone === undefined ? [] : gone.filter(isBeside).map((row): PlacedLine => ({ row, cells: staleCells(worksheet, row, wanted) }));
  const deletes = gone.filter((row) => !isBeside(row));
  const placed = [...rowOf].map(([line, row]): PlacedLine => ({ row, cells: line.cells.map((cell) => contentAtRow(cell, row, header)) }));
  return { placed: [...placed, ...appended, ...stale], inserts, deletes, rowAfter: rowsAfter(rowOf, inserts, deletes) };
}

function rowsAfter(rowOf: ReadonlyMap<Line, number>, inserts: readonly Insert[], deletes: readonly number[]): Map<Line, number> {
  const shift = (row: number, isBefore: (at: number) => boolean): number => row + inserts.reduce((sum, { at, lines }) => sum + (isBefore(at) ? lines.length : 0), 0) - deletes.filter((gone) => gone < row).length;
  const after = new Map([...rowOf].map(([line, row]) => [line, shift(row, (at) => at <= row)]));
  for (const { at, wanted } of inserts) wanted.forEach((line, index) => after.set(line, shift(at, (other) => other < at) + index));
  return after;
}

/** Lines of ours by their texts: they hold a formula, what people add below the table does not. */
function ownRows(worksheet: Worksheet, { columns, keys }: SummarySheet, header: number): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  for (let row = header + 1; row < worksheet.rowCount; row++) {
    if (!columns.some((_, column) => formulaAt(worksheet, row, column) !== undefined)) continue;
    const key = keyOf(keys.map((column) => valueAt(worksheet, row, column)));
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [row]);
    else known.push(row);
  }
  return rows;
}

function keyOf(contents: readonly CellContent[]): string {
  return contents.map((content) => (typeof content === "object" && content !== null && "formula" in content ? content.formula : textOf(content))).join("\u0001");
}

function hasBeside(worksheet: Worksheet, row: number, width: number): boolean {
  for (let column = width; column < worksheet.columnCount; column++) if (textOf(valueAt(worksheet, row, column)) !== "") return true;
  return false;
}

function staleCells(worksheet: Worksheet, row: number, { columns, gone }: SummarySheet): CellContent[] {
  return columns.map((_, column) => (gone !== undefined && column === gone.column ? gone.text : contentAt(worksheet, row, column)));
}

/** New lines come in before the next one that is there; where room was left for them they only fill it. */
function insertsOf(wanted: SummarySheet, rowOf: ReadonlyMap<Line, number>, end: number, { worksheet, header }: { readonly worksheet: Worksheet; readonly header: number }): { inserts: Insert[]; appended: PlacedLine[] } {
  const groups = new Map<number, Line[]>();
  let next = wanted.spare === undefined ? undefined : end;
  for (const line of [...wanted.lines].reverse()) {
    const row = rowOf.get(line);
    if (row !== undefined) {
      if (wanted.spare === undefined) next = row;
      continue;
    }
    const at = next ?? end;
    groups.set(at, [line, ...(groups.get(at) ?? [])]);
  }
  const linesAt = (at: number, lines: readonly Line[]): CellContent[][] => lines.map(({ cells }, index) => cells.map((cell) => contentAtRow(cell, at + index, header)));
  const appended: PlacedLine[] = [];
  const inserts: Insert[] = [];
  for (const [at, lines] of groups) {
    const isFree = wanted.spare !== undefined && lines.every((_, index) => isEmptyRow(worksheet, at + index, wanted.columns.length));
    if (isFree) linesAt(at, lines).forEach((cells, index) => appended.push({ row: at + index, cells }));
    else inserts.push({ at, lines: linesAt(at, lines), wanted: lines });
  }
  return { inserts, appended };
}

function isEmptyRow(worksheet: Worksheet, row: number, width: number): boolean {
  for (let column = 0; column < width; column++) if (contentAt(worksheet, row, column) !== null) return false;
  return true;
}

import type { Diagnostic } from "../core/diagnostic";
import type { Derivation, Table } from "../core/table";
import { findWorksheet, isInside, textOf, valueAt, type Range, type Workbook, type Worksheet } from "../core/workbook";
import { hashOf, hashOfCell, plainText } from "./fingerprint";

/** Where a finding hangs, by what stands there: rows may be sorted and put in before it. */
export type Anchor = {
  readonly sheet: string;
  /** The column's key in its table, else what it is headed. */
  readonly column: string;
  /** The task or indicator of the row. */
  readonly row: string;
  /** Of several rows that say the same, which one: 0 is the first. */
  readonly nth: number;
  readonly cell: string;
};

export type Place = { readonly workbook: Workbook; readonly tables: readonly Table[] };

/** Undefined where the worksheet is not there. */
export function anchorOf({ range }: Pick<Diagnostic, "range">, place: Place): Anchor | undefined {
  const worksheet = findWorksheet(place.workbook, range.sheet);
  if (worksheet === undefined) return undefined;
  const table = tableAt(range, place.tables);
  const { row, nth } = table === undefined ? { row: labelOfRow(worksheet, range), nth: 0 } : rowIn(table, range.top);
  return { sheet: range.sheet, column: columnOf(worksheet, table, range), row, nth, cell: hashOfCell(worksheet, range.top, range.left) };
}

/** The column of a finding, for an ignore that holds for all of it. */
export function columnAt(range: Range, { workbook, tables }: Place): string | undefined {
  const worksheet = findWorksheet(workbook, range.sheet);
  return worksheet === undefined ? undefined : columnOf(worksheet, tableAt(range, tables), range);
}

function tableAt({ sheet, top, left }: Range, tables: readonly Table[]): Table | undefined {
  return tables.find((table) => table.sheet === sheet && isInside(table.bounds, top, left));
}

function columnOf(worksheet: Worksheet, table: Table | undefined, { top, left }: Range): string {
  if (table === undefined) return `"${textAbove(worksheet, top, left)}`;
  for (const [key, column] of table.columns) if (column === left) return key;
  return `"${textAbove(worksheet, table.headerBottom + 1, left)}`;
}

type RowPlaces = { places: readonly { readonly row: string; readonly nth: number }[] | undefined };

const rowPlaces: Derivation<RowPlaces> = {
  make: () => ({ places: undefined }),
  forget: (kept, rows) => {
    if (rows.length > 0) kept.places = undefined;
  },
};

const header = "header";

function rowIn(table: Table, row: number): { readonly row: string; readonly nth: number } {
  const kept = table.derived(rowPlaces);
  kept.places ??= readRows(table);
  return kept.places[row - table.headerBottom - 1] ?? { row: header, nth: 0 };
}

function readRows(table: Table): { readonly row: string; readonly nth: number }[] {
  const counts = new Map<string, number>();
  return Array.from({ length: table.bounds.bottom - table.headerBottom }, (_, index) => {
    const row = fingerprintOf(table, table.headerBottom + 1 + index);
    const nth = counts.get(row) ?? 0;
    counts.set(row, nth + 1);
    return { row, nth };
  });
}

function fingerprintOf(table: Table, row: number): string {
  const subject = table.text(row, table.template.subject);
  if (subject !== "") return hashOf(plainText(subject));
  // without a subject the row is known by all it says, its number aside: renumbering is no change
  const texts: string[] = [];
  for (let column = table.bounds.left; column <= table.bounds.right; column++) {
    if (column !== table.columns.get("number")) texts.push(plainText(textOf(valueAt(table.worksheet, row, column))));
  }
  return hashOf(texts.join("\n"));
}

const reach = 60;

function textAbove(worksheet: Worksheet, below: number, column: number): string {
  for (let row = below - 1; row >= Math.max(0, below - reach); row--) {
    const value = valueAt(worksheet, row, column);
    if (typeof value === "string" && textOf(value) !== "") return plainText(value).slice(0, 60);
  }
  return "";
}

/** Outside of tables a row is known by its first text. */
function labelOfRow(worksheet: Worksheet, { top, left }: Range): string {
  for (let column = 0; column < Math.min(worksheet.columnCount, reach); column++) {
    const value = column === left ? null : valueAt(worksheet, top, column);
    if (typeof value === "string" && textOf(value) !== "") return hashOf(plainText(value));
  }
  return "";
}

import { parseAddress, quoteSheetName, stringifyAddress, stringifyColumn } from "../../../src/core/address";
import type { CellContent, CellValue, Column, DefinedName, FormatRun, ListObject, Visibility, Workbook, Worksheet } from "../../../src/core/workbook";
import { extentOf } from "../../../src/core/worksheet-draft";

/** A part of a formula: its text, and what it gives when it is computed. */
export type Piece = { readonly text: string; readonly value: CellValue; /** Not for LibreOffice to recompute: it lacks the function, or reads texts in another way than Excel. */ readonly isForeign?: boolean };

export type Place = { readonly sheet: string; readonly at: string };

/** What a checker must say. `kind` is the defect in our own words. */
export type Planted = Place & { readonly kind: string; readonly rule: string };

/** A cell that no rule may speak of at error or warning; `kind` says what makes it look wrong, or how it is written. */
export type Sound = Place & { readonly kind: string };

export type DraftCell = { readonly content: CellContent; readonly value: CellValue; readonly format: string; readonly isForeign: boolean };

export type DraftSheet = { readonly name: string; readonly visibility: Visibility; readonly cells: ReadonlyMap<string, DraftCell>; readonly merges: readonly string[] };

/** A workbook that is sound but for what is planted. */
export type IndicatorWorkbook = {
  readonly name: string;
  readonly layout: string;
  readonly workbook: Workbook;
  readonly sheets: readonly DraftSheet[];
  readonly planted: readonly Planted[];
  readonly sound: readonly Sound[];
  /** What may be said, and need not be. */
  readonly allowed: readonly (Place & { readonly rule: string })[];
};

/** Reference styles: A1 with the column, the row or both held fast. */
export type Hold = "" | "column" | "row" | "both";

export type SheetPen = {
  readonly name: string;
  /** Rows and columns from 0. */
  put(row: number, column: number, content: CellValue | Piece, format?: string): void;
  line(row: number, contents: readonly (CellValue | Piece)[], from?: number): void;
  merge(address: string): void;
  /** A reference to a cell as it stands now; with its sheet's name where it is asked for from elsewhere. */
  ref(row: number, column: number, hold?: Hold, from?: string): Piece;
  range(top: number, left: number, bottom: number, right: number, hold?: Hold, from?: string): string;
  valueAt(row: number, column: number): CellValue;
  place(row: number, column: number): Place;
};

export type Draft = {
  sheet(name: string, visibility?: Visibility): SheetPen;
  name(name: string, formula: string): void;
  listObject(table: ListObject): void;
  plant(kind: string, rule: string, place: Place): void;
  sound(kind: string, place: Place): void;
  allow(rule: string, place: Place): void;
  done(): IndicatorWorkbook;
};

export function isPiece(content: CellValue | Piece): content is Piece {
  return typeof content === "object" && content !== null && "text" in content;
}

export function makeDraft(name: string, layout: string): Draft {
  const sheets: { name: string; visibility: Visibility; cells: Map<string, DraftCell>; merges: string[] }[] = [];
  const names: DefinedName[] = [];
  const listObjects: ListObject[] = [];
  const planted: Planted[] = [];
  const sound: Sound[] = [];
  const allowed: (Place & { rule: string })[] = [];
  return {
    sheet: (title, visibility = "visible") => {
      const sheet = { name: title, visibility, cells: new Map<string, DraftCell>(), merges: [] };
      sheets.push(sheet);
      return makePen(sheet);
    },
    name: (word, formula) => void names.push({ name: word, formula }),
    listObject: (table) => void listObjects.push(table),
    plant: (kind, rule, place) => void planted.push({ kind, rule, ...place }),
    sound: (kind, place) => void sound.push({ kind, ...place }),
    allow: (rule, place) => void allowed.push({ rule, ...place }),
    done: () => ({ name, layout, sheets, planted, sound, allowed, workbook: { worksheets: sheets.map(toWorksheet), uses1904Dates: false, names, listObjects } }),
  };
}

function makePen(sheet: { readonly name: string; readonly cells: Map<string, DraftCell>; readonly merges: string[] }): SheetPen {
  const put: SheetPen["put"] = (row, column, content, format = "General") => {
    const cell = isPiece(content) ? { content: { formula: `=${content.text}` }, value: content.value, isForeign: content.isForeign ?? false } : { content, value: content, isForeign: typeof content === "string" && isReadByExcelOnly(content) };
    sheet.cells.set(`${row},${column}`, { ...cell, format });
  };
  const valueAt = (row: number, column: number): CellValue => sheet.cells.get(`${row},${column}`)?.value ?? null;
  const prefix = (from: string | undefined): string => (from === undefined || from === sheet.name ? "" : `${quoteSheetName(sheet.name)}!`);
  return {
    name: sheet.name,
    put,
    line: (row, contents, from = 0) => contents.forEach((content, index) => {
      if (content !== null) put(row, from + index, content);
    }),
    merge: (address) => void sheet.merges.push(address),
    ref: (row, column, hold = "", from) => ({ text: prefix(from) + corner(row, column, hold), value: valueAt(row, column), isForeign: sheet.cells.get(`${row},${column}`)?.isForeign ?? false }),
    range: (top, left, bottom, right, hold = "", from) => `${prefix(from)}${corner(top, left, hold)}:${corner(bottom, right, hold)}`,
    valueAt,
    place: (row, column) => ({ sheet: sheet.name, at: stringifyAddress({ top: row, left: column, bottom: row, right: column }) }),
  };
}

function corner(row: number, column: number, hold: Hold): string {
  return `${hold === "column" || hold === "both" ? "$" : ""}${stringifyColumn(column)}${hold === "row" || hold === "both" ? "$" : ""}${row + 1}`;
}

/** Excel computes with a text of full-width digits or with thousands separators; LibreOffice does not. */
function isReadByExcelOnly(text: string): boolean {
  return /^[\d.,]+$/.test(text.normalize("NFKC")) && !/^[\d.]+$/.test(text);
}

type ColumnDraft = Column & { readonly values: CellValue[]; readonly formulas: Map<number, string>; readonly formats: FormatRun[] };

function toWorksheet({ name, visibility, cells, merges }: DraftSheet): Worksheet {
  const columns: ColumnDraft[] = [];
  const inOrder = [...cells].map(([key, cell]) => ({ ...cell, row: Number(key.split(",")[0]), column: Number(key.split(",")[1]) })).sort((a, b) => a.row - b.row);
  for (const { row, column, content, value, format } of inOrder) {
    const draft = (columns[column] ??= { values: [], formulas: new Map<number, string>(), formats: [] });
    draft.values[row] = value;
    if (typeof content === "object" && content !== null && "formula" in content) draft.formulas.set(row, content.formula);
    const run = draft.formats.at(-1);
    if (run?.format === format && run.last === row - 1) draft.formats.splice(-1, 1, { ...run, last: row });
    else if (format !== "General") draft.formats.push({ first: row, last: row, format });
  }
  const areas = merges.flatMap((address) => parseAddress(address) ?? []).sort((a, b) => a.top - b.top || a.left - b.left);
  return { name, visibility, isProtected: false, ...extentOf(columns, areas), columns, merges: areas, hiddenRows: [], hiddenColumns: [] };
}

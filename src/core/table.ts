import { mergeOver } from "./merged-areas";
import type { Text } from "./text";
import { cellRange, formulaAt, isBlank, textOf, valueAt, type CellValue, type Range, type Rectangle, type Workbook, type Worksheet } from "./workbook";

/** A kind of table, with the columns that its rules speak of: a task list has tasks, lead units, deadlines. */
export type Kind<Key extends string = string> = {
  readonly id: string;
  readonly keys: readonly Key[];
  /** What its rules say of a table may hang on other tables and sheets too: after any edit they are asked again. */
  readonly looksAround?: true;
};

export function defineKind<const Key extends string>(kind: Kind<Key>): Kind<Key> {
  return kind;
}

export type ColumnTemplate = {
  /** Headers as offices write them, compared without width, spaces, line breaks and brackets' content. */
  readonly headers: readonly string[];
  /** Headers too various to list; asked only where no listed one fits. */
  readonly pattern?: { test(header: string): boolean };
  /** A blank cell means the value above it (categories written once for many rows). */
  readonly carries?: true;
};

/** What one form of a kind of table looks like. */
export type Template<Key extends string = string> = {
  readonly id: string;
  readonly kind: Kind<Key>;
  readonly title: Text;
  readonly columns: { readonly [K in Key]?: ColumnTemplate };
  /** The column whose text makes a row a record: the task, the indicator. */
  readonly subject: Key;
  /** It is this template only where all columns of one of these sets are found. */
  readonly evidence: readonly (readonly Key[])[];
  /** Of each of these sets at least one column must be there; what is missing is a defect of the table. */
  readonly requires: readonly (readonly Key[])[];
  /** Headers that show the table to be something else, however well the rest fits. */
  readonly excludes?: readonly string[];
  /** The same template with the words that only this workbook knows, such as those of a dictionary sheet. */
  inWorkbook?(workbook: Workbook): Template<Key>;
};

export function defineTemplate<Key extends string>(template: Template<Key>): Template<Key> {
  return template;
}

/** The template's columns by key, without those it leaves out. */
export function columnsOfTemplate(template: Template): readonly (readonly [string, ColumnTemplate])[] {
  return Object.entries(template.columns).flatMap(([key, column]) => (column === undefined ? [] : [[key, column] as const]));
}

/** A line of text above or below a table on its sheet: title, 附件, 注：, 填表人. */
export type Caption = { readonly text: string; readonly range: Range };

export type TableParts<Key extends string = string> = {
  readonly template: Template<Key>;
  readonly worksheet: Worksheet;
  /** Header rows through the last row, all columns of the table. */
  readonly bounds: Rectangle;
  /** The last row of the header; the first is `bounds.top`. */
  readonly headerBottom: number;
  readonly columns: ReadonlyMap<Key, number>;
  readonly rows: readonly number[];
  readonly blankRows: readonly number[];
  /** Full-width rows that name a category: row → its text. */
  readonly bands: ReadonlyMap<number, string>;
  readonly captions: readonly Caption[];
};

/** How something is worked out of a table's rows, and what of it to take out when rows change. */
export type Derivation<T, Key extends string = string> = {
  make(table: Table<Key>): T;
  forget(value: T, rows: readonly number[], table: Table<Key>): void;
};

/**
 * A part of a worksheet recognised by a template. Rows are numbers of the worksheet (from 0), so that nothing is
 * allocated for a cell; columns are keys. Cells under a merged area answer with what the area shows.
 */
export class Table<Key extends string = string> implements TableParts<Key> {
  readonly template: Template<Key>;
  readonly bounds: Rectangle;
  readonly headerBottom: number;
  readonly columns: ReadonlyMap<Key, number>;
  /** The rows that hold a record: no header, blank row or band. */
  readonly rows: readonly number[];
  readonly blankRows: readonly number[];
  readonly bands: ReadonlyMap<number, string>;
  readonly captions: readonly Caption[];
  private snapshot: Worksheet;
  private readonly derivations = new Map<Derivation<unknown, Key>, unknown>();
  private readonly texts = new Map<Key, (string | undefined)[]>();
  private readonly carriedTexts = new Map<Key, (string | undefined)[]>();

  constructor(parts: TableParts<Key>) {
    this.template = parts.template;
    this.snapshot = parts.worksheet;
    this.bounds = parts.bounds;
    this.headerBottom = parts.headerBottom;
    this.columns = parts.columns;
    this.rows = parts.rows;
    this.blankRows = parts.blankRows;
    this.bands = parts.bands;
    this.captions = parts.captions;
  }

  get worksheet(): Worksheet {
    return this.snapshot;
  }

  get sheet(): string {
    return this.worksheet.name;
  }

  /** What somebody has worked out of the rows, kept until they change. */
  derived<T>(derivation: Derivation<T, Key>): T {
    const known = this.derivations.get(derivation) as T | undefined;
    if (known !== undefined) return known;
    const made = derivation.make(this);
    this.derivations.set(derivation, made);
    return made;
  }

  /** Goes over to a later snapshot of its worksheet in which only these rows differ, and they still hold a record each. */
  changeRows(worksheet: Worksheet, rows: readonly number[]): void {
    this.snapshot = worksheet;
    for (const texts of this.texts.values()) for (const row of rows) texts[row - this.bounds.top] = undefined;
    if (rows.length > 0) this.carriedTexts.clear();
    for (const [derivation, value] of this.derivations) derivation.forget(value, rows, this);
  }

  has(key: Key): boolean {
    return this.columns.has(key);
  }

  /** What the cell says, trimmed; "" where it is empty or the table has no such column. */
  text(row: number, key: Key): string {
    let texts = this.texts.get(key);
    if (texts === undefined) this.texts.set(key, (texts = this.line()));
    const index = row - this.bounds.top;
    const known = texts[index];
    if (known !== undefined) return known;
    return (texts[index] = textOf(this.value(row, key)));
  }

  /** Whether `text` is "", without making the text. */
  isEmpty(row: number, key: Key): boolean {
    return isBlank(this.value(row, key));
  }

  /** The cell's value, of a merged area the value it shows. */
  value(row: number, key: Key): CellValue {
    const column = this.columns.get(key);
    if (column === undefined) return null;
    const merge = this.mergeAt(row, column);
    return merge === undefined ? valueAt(this.worksheet, row, column) : valueAt(this.worksheet, merge.top, merge.left);
  }

  formula(row: number, key: Key): string | undefined {
    const column = this.columns.get(key);
    return column === undefined ? undefined : formulaAt(this.worksheet, row, column);
  }

  /** Where the row's cell stands: one cell, of a merged area its top-left. Misuse where the column is not there. */
  range(row: number, key: Key): Range {
    const column = this.columns.get(key);
    if (column === undefined) throw new Error(`the table has no column ${key}`);
    const merge = this.mergeAt(row, column);
    return cellRange(this.sheet, merge?.top ?? row, merge?.left ?? column);
  }

  /** The first cell of the row inside the table. */
  firstCell(row: number): Range {
    return cellRange(this.sheet, row, this.bounds.left);
  }

  /** True below the first row of a merged area: its top-left cell has spoken for this one. */
  isCovered(row: number, key: Key): boolean {
    const column = this.columns.get(key);
    const merge = column === undefined ? undefined : this.mergeAt(row, column);
    return merge !== undefined && merge.top < row;
  }

  merge(row: number, key: Key): Rectangle | undefined {
    const column = this.columns.get(key);
    return column === undefined ? undefined : this.mergeAt(row, column);
  }

  /** The value in effect: the cell's own, or the nearest one above it in the column; a band replaces all before it. */
  carried(row: number, key: Key): string {
    let carried = this.carriedTexts.get(key);
    if (carried === undefined) this.carriedTexts.set(key, (carried = this.carry(key)));
    return carried[row - this.bounds.top] ?? "";
  }

  /** The header as written, a two-row header from top to bottom; "" where there is no such column. */
  header(key: Key): string {
    const column = this.columns.get(key);
    if (column === undefined) return "";
    const texts: string[] = [];
    for (let row = this.bounds.top; row <= this.headerBottom; row++) {
      const text = textOf(valueAt(this.worksheet, row, column));
      if (text !== "" && !texts.includes(text)) texts.push(text);
    }
    return texts.join(" ");
  }

  /** The cell of the column's own header: the lowest that says something. */
  headerCell(key: Key): Range {
    const column = this.columns.get(key);
    if (column === undefined) throw new Error(`the table has no column ${key}`);
    for (let row = this.headerBottom; row >= this.bounds.top; row--) {
      if (textOf(valueAt(this.worksheet, row, column)) !== "") return cellRange(this.sheet, row, column);
    }
    return cellRange(this.sheet, this.bounds.top, column);
  }

  /** One place a row; made whole at once, so that it need not grow. */
  private line(): (string | undefined)[] {
    return new Array<string | undefined>(this.bounds.bottom - this.bounds.top + 1);
  }

  private carry(key: Key): (string | undefined)[] {
    const carried = this.line();
    const bandRows = [...this.bands.keys()];
    let current = "";
    let band = 0;
    const { rows } = this;
    const top = this.bounds.top;
    // every text of the column is wanted: make them once, then read the line itself
    if (rows[0] !== undefined) this.text(rows[0], key);
    const texts = this.texts.get(key) ?? [];
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      for (let bandRow = bandRows[band]; bandRow !== undefined && bandRow < row; bandRow = bandRows[++band]) {
        current = this.bands.get(bandRow) ?? current;
      }
      const own = texts[row - top] ?? this.text(row, key);
      if (own !== "") current = own;
      carried[row - top] = current;
    }
    return carried;
  }

  private mergeAt(row: number, column: number): Rectangle | undefined {
    return mergeOver(this.worksheet, row, column);
  }
}

/** The tables of one kind, whose columns then have their kind's names. */
export function tablesOfKind<Key extends string>(tables: readonly Table[], kind: Kind<Key>): Table<Key>[] {
  return tables.filter(({ template }) => template.kind.id === kind.id) as unknown as Table<Key>[];
}

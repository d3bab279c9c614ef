import type { OwnChart } from "./chart";
import type { Note, OwnFormat, Validation } from "./marks";

/** A value that Excel shows as an error, such as #DIV/0!; the text "#N/A" typed by a person is a string. */
export type CellError = { readonly error: string };

export type CellValue = string | number | boolean | CellError | null;

/** Formula text in A1 notation, US English, beginning with "=". */
export type Formula = {
  readonly formula: string;
  /** What it computes to as far as the writer knows; a host without an engine keeps it beside the formula. */
  readonly shows?: CellValue;
};

/** What is written in a cell: a string is always text, also one that begins with "="; only a Formula computes. */
export type CellContent = CellValue | Formula;

/** Numbers from 0, both ends inside. */
export type Span = { readonly first: number; readonly last: number };

/** Rows and columns from 0, all ends inside. */
export type Rectangle = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

/** A rectangle on a worksheet; one cell is a 1×1 range. */
export type Range = Rectangle & { readonly sheet: string };

export type FormatRun = Span & { readonly format: string };

/** One worksheet column. Index = row; `values` may be shorter than the worksheet or have holes: both are empty cells. */
export type Column = {
  readonly values: readonly (CellValue | undefined)[];
  /** Row → formula text beginning with "="; the computed value stands in `values`. */
  readonly formulas: ReadonlyMap<number, string>;
  /** Number formats by rows, sorted, not overlapping; rows in no run are General. */
  readonly formats: readonly FormatRun[];
};

export type Visibility = "visible" | "hidden" | "veryHidden";

/** A plain snapshot of a worksheet, column by column, from A1 on; nothing in it points back to where it came from. */
export type Worksheet = {
  readonly name: string;
  readonly visibility: Visibility;
  readonly isProtected: boolean;
  /** How many rows and columns hold something, counted from A1. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly columns: readonly (Column | undefined)[];
  /** In reading order, not overlapping, each more than one cell. */
  readonly merges: readonly Rectangle[];
  /** Sorted, not touching. */
  readonly hiddenRows: readonly Span[];
  readonly hiddenColumns: readonly Span[];
  /** The autofilter of the worksheet itself, header row included; those of Excel tables are theirs. */
  readonly filter?: Rectangle;
  /** The filter has something to hide rows by; they are shown when it goes. */
  readonly isFiltered?: true;
  /** Conditional formats of ours; a person's own are not told of. */
  readonly ownFormats?: readonly OwnFormat[];
  readonly notes?: readonly Note[];
  readonly validations?: readonly Validation[];
  /** Charts of ours; a person's own are not told of. */
  readonly ownCharts?: readonly OwnChart[];
};

/** A name that stands for a range, a formula or a constant; `sheet` where it holds on one worksheet only. */
export type DefinedName = { readonly name: string; readonly sheet?: string; /** Formula text beginning with "=". */ readonly formula: string };

/** What Excel calls a table (VBA: ListObject): a range with a name, whose columns formulas may call by their headers. */
export type ListObject = {
  readonly name: string;
  /** Header and total rows included. */
  readonly range: Range;
  /** One a column of the range, from left to right. */
  readonly columnNames: readonly string[];
  readonly hasHeaderRow: boolean;
  readonly hasTotalRow: boolean;
};

export type Workbook = {
  readonly worksheets: readonly Worksheet[];
  /** Date serials count from 1904-01-01 (old Mac workbooks), not from 1900. */
  readonly uses1904Dates: boolean;
  /** Undefined where whoever read the workbook cannot tell. */
  readonly names?: readonly DefinedName[];
  readonly listObjects?: readonly ListObject[];
  /** Texts of ours that the workbook keeps out of sight, by key. */
  readonly kept?: ReadonlyMap<string, string>;
  /** Notes can be neither seen nor made where this is open: nobody need ask for any. */
  readonly lacksNotes?: true;
};

export function findWorksheet(workbook: Workbook, name: string): Worksheet | undefined {
  return workbook.worksheets.find((worksheet) => worksheet.name === name);
}

export function valueAt(worksheet: Worksheet, row: number, column: number): CellValue {
  return worksheet.columns[column]?.values[row] ?? null;
}

export function formulaAt(worksheet: Worksheet, row: number, column: number): string | undefined {
  return worksheet.columns[column]?.formulas.get(row);
}

export function contentAt(worksheet: Worksheet, row: number, column: number): CellContent {
  const formula = formulaAt(worksheet, row, column);
  return formula === undefined ? valueAt(worksheet, row, column) : { formula };
}

export function numberFormatAt(worksheet: Pick<Worksheet, "columns">, row: number, column: number): string {
  return spanAt(worksheet.columns[column]?.formats ?? [], row)?.format ?? "General";
}

export function isFormula(content: CellContent): content is Formula {
  return typeof content === "object" && content !== null && "formula" in content;
}

export function isError(value: CellContent): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

/** Two formulas are the same whatever they are said to show. */
export function isSameContent(a: CellContent, b: CellContent): boolean {
  if (isFormula(a)) return isFormula(b) && a.formula === b.formula;
  if (isError(a)) return isError(b) && a.error === b.error;
  return a === b;
}

/** Characters that show nothing but make a cell look filled to a program. */
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** Most texts are short and hold nothing but digits, Latin and Chinese letters and their points: nothing to take out or off. */
function isPlain(text: string): boolean {
  if (text.length > 60) return false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code <= 0x20 || (code > 0x7e && code <= 0x3000) || code === 0xfeff) return false;
  }
  return true;
}

/** What a cell says, without spaces around it; an empty or white cell is "". */
export function textOf(value: CellValue): string {
  if (typeof value === "string") return isPlain(value) ? value : value.replace(invisible, "").trim();
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "object" ? value.error : String(value);
}

/** Whether a cell says nothing: `textOf(value) === ""`, without making the text. */
export function isBlank(value: CellValue | undefined): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== "string") return false;
  const code = value.charCodeAt(0);
  // a first character that shows settles it
  return !((code > 0x20 && code < 0x7f) || (code > 0x3000 && code < 0xfeff)) && textOf(value) === "";
}

/** The span that holds `index`, by halving; `spans` are sorted and do not overlap. */
export function spanAt<S extends Span>(spans: readonly S[], index: number): S | undefined {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined) return undefined;
    if (index < span.first) high = middle - 1;
    else if (index > span.last) low = middle + 1;
    else return span;
  }
  return undefined;
}

export function isInside(rectangle: Rectangle, row: number, column: number): boolean {
  return row >= rectangle.top && row <= rectangle.bottom && column >= rectangle.left && column <= rectangle.right;
}

export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function cellRange(sheet: string, row: number, column: number): Range {
  return { sheet, top: row, left: column, bottom: row, right: column };
}

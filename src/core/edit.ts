import type { OwnChart } from "./chart";
import type { ColumnLayout, OwnFormat } from "./marks";
import type { SheetLayout } from "./sheet-layout";
import type { Text } from "./text";
import type { CellContent, Range, Rectangle } from "./workbook";

/** Rows of contents, or columns of contents: which, the edit says. A short or missing line means empty cells. */
export type Contents = readonly (readonly CellContent[])[];

export type SetCell = {
  readonly kind: "set-cell";
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** What must be found there; anything else was changed meanwhile and is left alone. */
  readonly before: CellContent;
  readonly after: CellContent;
};
/** New rows before row `at`, filled from column A on; one entry of `cells` a row. */
export type InsertRows = { readonly kind: "insert-rows"; readonly sheet: string; readonly at: number; readonly cells: Contents };
/** Takes out whole rows from `at` on; `before` says what they must hold, one entry a row. */
export type DeleteRows = { readonly kind: "delete-rows"; readonly sheet: string; readonly at: number; readonly before: Contents };
/** New columns before column `at`, filled from row 1 on; one entry of `cells` a column, and of `layout` where they are to look otherwise than the one to their left. */
export type InsertColumns = { readonly kind: "insert-columns"; readonly sheet: string; readonly at: number; readonly cells: Contents; readonly layout?: readonly ColumnLayout[] };
/** Takes out whole columns from `at` on; `before` says what they must hold, one entry a column, `layout` how they look again when they are brought back. */
export type DeleteColumns = { readonly kind: "delete-columns"; readonly sheet: string; readonly at: number; readonly before: Contents; readonly layout?: readonly ColumnLayout[] };
/** Expects every cell but the top-left one to be empty and no merge to be in the way: nothing may be lost. */
export type Merge = { readonly kind: "merge"; readonly range: Range };
/** Expects exactly this merged area. */
export type Unmerge = { readonly kind: "unmerge"; readonly range: Range };
/**
 * A worksheet at the end, filled from A1 on, one entry of `cells` a row. Expects the name to be free, nothing to be lost
 * under a merged area of the layout, and the worksheets its lists are from to be there or to come with it.
 */
export type AddSheet = { readonly kind: "add-sheet"; readonly sheet: string; readonly cells: Contents; readonly layout?: SheetLayout };
/** Takes out a worksheet; `before` says what it must hold, one entry a row, `layout` how it is laid out again when it is brought back. */
export type DeleteSheet = { readonly kind: "delete-sheet"; readonly sheet: string; readonly before: Contents; readonly layout?: SheetLayout };

/** A text of ours that goes with the workbook, out of sight; null = none. */
export type KeepText = { readonly kind: "keep-text"; readonly key: string; readonly before: string | null; readonly after: string | null };
/** All conditional formats of ours on a worksheet at once; a person's own stay as they are, and above ours. */
export type SetConditionalFormats = { readonly kind: "set-conditional-formats"; readonly sheet: string; readonly before: readonly OwnFormat[]; readonly after: readonly OwnFormat[] };
/** The worksheet's autofilter; null = none. Expects no list object under it. */
export type SetFilter = { readonly kind: "set-filter"; readonly sheet: string; readonly before: Rectangle | null; readonly after: Rectangle | null };
/** A note of ours beside a cell; null = none. */
export type SetNote = { readonly kind: "set-note"; readonly sheet: string; readonly row: number; readonly column: number; readonly before: string | null; readonly after: string | null };
/** Offers the values of a range to choose from in all cells of `range`; another value may be typed. null = whatever is typed, as long as nobody else has a condition there. */
export type SetList = { readonly kind: "set-list"; readonly range: Range; readonly before: Range | null; readonly after: Range | null };
/** All charts of ours on a worksheet at once; a person's own stay as they are. */
export type SetCharts = { readonly kind: "set-charts"; readonly sheet: string; readonly before: readonly OwnChart[]; readonly after: readonly OwnChart[] };

/**
 * What lies on cells. It is made last, so it speaks of the places that its own change leaves: a column that the change
 * brings in can be named. `before` of formats, filters and charts is as it was read. Another change that moves lines of the
 * worksheet is in conflict with it.
 */
export type MarkEdit = SetConditionalFormats | SetFilter | SetNote | SetList | SetCharts;

/** One change as data, with what it expects to find. Its places are those of the workbook as it was read, but for marks. */
export type Edit = SetCell | InsertRows | DeleteRows | InsertColumns | DeleteColumns | Merge | Unmerge | AddSheet | DeleteSheet | KeepText | MarkEdit;

/** Edits that belong together: a host makes all of them or none. */
export type Change = {
  /** What it does, for the preview and the undo list. */
  readonly title: Text;
  readonly edits: readonly Edit[];
};

export type SkipReason =
  /** The cell, row or merge is no longer what the edit expects. */
  | "stale"
  /** An earlier change of the same call already touches the place. */
  | "conflict"
  /** The worksheet, or one that a list is from, is gone, or its name is taken. */
  | "missing-sheet"
  /** The place is a part of a merged area, an array formula or a table's header, where the host cannot write. */
  | "covered-cell"
  /** A filter, a note or a condition of a person's own stands there, or an Excel table's filter. */
  | "not-ours"
  /** The host has no such thing. */
  | "unsupported";

export type Skipped = { readonly change: Change; readonly reason: SkipReason; readonly at: Range };

/** What a host did: enough to tell a person, and to undo it. */
export type Receipt = {
  readonly id: string;
  readonly applied: readonly Change[];
  readonly skipped: readonly Skipped[];
  /** One sequence that takes it all back, in order, each edit's places being those the edits before it leave. */
  readonly inverse: readonly Edit[];
  /** Cells that, read back, do not hold what was written (a host that corrects as one types). */
  readonly altered: readonly Range[];
};

/** The worksheet an edit is about; "" for one that is about the workbook. */
export function sheetOf(edit: Edit): string {
  if ("range" in edit) return edit.range.sheet;
  return edit.kind === "keep-text" ? "" : edit.sheet;
}

export function isMarkEdit(edit: Edit): edit is MarkEdit {
  return edit.kind === "set-conditional-formats" || edit.kind === "set-filter" || edit.kind === "set-note" || edit.kind === "set-list" || edit.kind === "set-charts";
}

export function isSetCell(edit: Edit): edit is SetCell {
  return edit.kind === "set-cell";
}

export function setCell(sheet: string, row: number, column: number, before: CellContent, after: CellContent): SetCell {
  return { kind: "set-cell", sheet, row, column, before, after };
}

import type { CellContent } from "../core/workbook";

export const summaryIds = ["lead-unit", "deadline", "category", "unit-by-category", "findings", "indicator", "deadline-map"] as const;
/** The sheets that are made; the map of deadlines comes with those that count by it. */
export type SummaryId = (typeof summaryIds)[number];

/** A cell that may need to know the row it stands in, from 0. */
export type LineCell = CellContent | ((row: number) => CellContent);

/** A line of a summary; a total stays last. */
export type Line = { readonly cells: readonly LineCell[]; readonly isTotal?: true };

export type SheetColumn = { readonly header: string; /** In digits: a Chinese character takes two. */ readonly width: number; readonly format?: string; readonly isCentred?: true };

/** One summary as data; how it comes into the workbook, or up to date there, is for `placeSummary`. */
export type SummarySheet = {
  readonly id: SummaryId;
  readonly sheet: string;
  /** Stands in the first cell, with our mark behind it. */
  readonly title: string;
  /** Whose numbers they are and as of when. */
  readonly caption: CellContent;
  readonly columns: readonly SheetColumn[];
  readonly lines: readonly Line[];
  /** Columns by whose texts a line is known again when the sheet is made anew. */
  readonly keys: readonly number[];
  /** Blank lines that formulas elsewhere reach over, so that new lines need not move others. */
  readonly spare?: number;
  /** What stands in a column of a line that is no more, where somebody has written beside it. */
  readonly gone?: { readonly column: number; readonly text: string };
  /** Columns whose numbers take a colour where they are not 0. */
  readonly lights?: readonly { readonly column: number; readonly look: "overdue" | "behind" | "due-soon" }[];
};

/** Title, caption and header: so many rows come before the lines. */
export const headRows = 3;

export function contentAtRow(cell: LineCell | undefined, row: number): CellContent {
  return typeof cell === "function" ? cell(row) : (cell ?? null);
}

import type { OwnChart } from "../core/chart";
import type { CellContent } from "../core/workbook";

export const summaryIds = ["lead-unit", "deadline", "category", "unit-by-category", "findings", "indicator", "deadline-map"] as const;
/** The sheets that are made; the map of deadlines comes with those that count by it. */
export type SummaryId = (typeof summaryIds)[number];

/** A cell that may need to know the row it stands in, from 0, and that of the header. */
export type LineCell = CellContent | ((row: number, header: number) => CellContent);

/** A line of a summary; a total stays last. */
export type Line = { readonly cells: readonly LineCell[]; readonly isTotal?: true; readonly isCharted?: true };

/** Where the lines stand that a chart shows, rows from 0. */
export type ChartPlace = { readonly header: number; readonly first: number; readonly last: number; readonly total: number | undefined; /** The rows that are kept free for charts. */ readonly top: number; readonly bottom: number };

export type SheetColumn = { readonly header: string; /** In digits: a Chinese character takes two. */ readonly width: number; readonly format?: string; readonly isCentred?: true; readonly isLink?: true };

/** One summary as data; how it comes into the workbook, or up to date there, is for `placeSummary`. */
export type SummarySheet = {
  readonly id: SummaryId;
  readonly sheet: string;
  /** Stands in the first cell, with our mark behind it. */
  readonly title: string;
  /** Whose numbers they are and as of when. */
  readonly caption: CellContent;
  /** On top of every printed page. */
  readonly printTitle: string;
  readonly columns: readonly SheetColumn[];
  readonly lines: readonly Line[];
  /** Columns by whose texts a line is known again when the sheet is made anew. */
  readonly keys: readonly number[];
  /** Asked where lines are charted; for the charts rows are kept free above the header. */
  readonly charts?: (place: ChartPlace) => readonly OwnChart[];
  /** Blank lines that formulas elsewhere reach over, so that new lines need not move others. */
  readonly spare?: number;
  /** What stands in a column of a line that is no more, where somebody has written beside it. */
  readonly gone?: { readonly column: number; readonly text: string };
  /** Columns whose numbers take a colour where they are not 0. */
  readonly lights?: readonly { readonly column: number; readonly look: "overdue" | "behind" | "due-soon" }[];
};

/** Title and caption come before the header. */
export const titleRows = 2;
const chartRows = 17;

/** Where the header of a new sheet stands. */
export function headerRowOf({ charts }: Pick<SummarySheet, "charts">): number {
  return titleRows + (charts === undefined ? 0 : chartRows);
}

export function contentAtRow(cell: LineCell | undefined, row: number, header: number): CellContent {
  return typeof cell === "function" ? cell(row, header) : (cell ?? null);
}

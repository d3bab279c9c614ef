import type { OwnChart } from "./chart";
import type { Contents } from "./edit";
import { isInside, overlaps, type Range, type Rectangle, type Span } from "./workbook";

/** What a cell is in a table made for print; a host knows how that looks. */
export type CellLook =
  | "title"
  | "header"
  | "body"
  | "body-centred"
  /** A body cell that is right-aligned. */
  | "number"
  /** Bold and centred, under a stronger line. */
  | "total"
  /** A body cell that leads somewhere: blue and underlined. */
  | "link"
  /** Small and grey, without lines around it. */
  | "note";

/** How a new worksheet is laid out. A host may lack some of the looks, never a merged area. */
export type SheetLayout = {
  /** One a column, in digits of the workbook's own font: a Chinese character takes two. */
  readonly widths: readonly number[];
  /** Not overlapping. */
  readonly looks: readonly { readonly range: Rectangle; readonly look: CellLook }[];
  /** Not overlapping, contents only in the first cell of each; one of a single cell is passed over. */
  readonly merges: readonly Rectangle[];
  /** Rows from the top that stay in view. */
  readonly frozenRows?: number;
  /** A4, fit to one page wide, page numbers in the footer; `title` and `repeatRows` stand on every page. */
  readonly print?: { readonly landscape: boolean; readonly repeatRows?: Span; readonly title?: string; /** Fit to one page high too, so that no chart is cut. */ readonly onePage?: true };
  /** Number formats by range, such as "0.00%"; other cells are General. Not overlapping. */
  readonly formats?: readonly { readonly range: Rectangle; readonly format: string }[];
  /** Cells that offer the values of a range to choose from; another value may be typed. */
  readonly lists?: readonly { readonly range: Rectangle; readonly source: Range }[];
  readonly charts?: readonly OwnChart[];
};

/** The merged areas a layout asks for; one cell is none. */
export function mergesOf(layout: SheetLayout | undefined): Rectangle[] {
  return layout?.merges.filter(({ top, left, bottom, right }) => top !== bottom || left !== right) ?? [];
}

/** The first merged area that lies over another one, or under which contents would be lost. */
export function mergeInTheWay(layout: SheetLayout | undefined, cells: Contents): Rectangle | undefined {
  const merges = mergesOf(layout);
  return merges.find((area, index) => merges.slice(0, index).some((other) => overlaps(area, other)) || hidesContents(area, cells));
}

function hidesContents(area: Rectangle, cells: Contents): boolean {
  return cells.slice(area.top, area.bottom + 1).some((line, index) => {
    const row = area.top + index;
    return line.some((content, column) => content !== null && isInside(area, row, column) && (row !== area.top || column !== area.left));
  });
}

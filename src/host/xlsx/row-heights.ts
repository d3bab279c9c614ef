import type { Contents } from "../../core/edit";
import { mergesOf, type CellLook, type SheetLayout } from "../../core/sheet-layout";
import { isFormula, isInside, textOf, type CellContent, type Rectangle } from "../../core/workbook";

/** Line to font size, for the highest of the usual Chinese fonts: a row is rather a little too high than too low. */
const lineHeight = 1.45;
const padding = 3;
const highest = 409.5;

/** What a workbook's own font is, as far as it matters here: in digits of a Latin one, Chinese characters are wider than two. */
export type OwnFont = { readonly size: number; readonly isChinese: boolean };

/**
 * How high, in points, the rows with a look must be to show their wrapped text. Excel would find out itself on opening;
 * LibreOffice, asked for a PDF only, does not, and nobody does for merged areas.
 */
export function rowHeights(cells: Contents, layout: SheetLayout, font: OwnFont, titleSize: number): number[] {
  const heights: number[] = [];
  const merges = mergesOf(layout);
  const inMerges = firstCells(merges);
  for (const { range, look } of layout.looks) {
    for (let row = range.top; row <= range.bottom; row++) {
      let height = heights[row] ?? 0;
      for (let column = range.left; column <= range.right; column++) {
        const isMerged = inMerges.get(row)?.has(column) === true;
        const lines = isMerged ? 1 : linesOf(cells[row]?.[column], look, layout.widths[column], font);
        height = Math.max(height, heightOf(lines, look === "title" ? titleSize : font.size));
      }
      heights[row] = height;
    }
  }
  for (const area of merges) stretch(heights, area, cells, layout, font);
  return heights.map((height) => Math.min(Math.ceil(height / 0.75) * 0.75, highest));
}

/** Rows that a merged area needs more room of get it in equal shares. */
function stretch(heights: number[], area: Rectangle, cells: Contents, { looks, widths }: SheetLayout, font: OwnFont): void {
  const look = looks.find(({ range }) => isInside(range, area.top, area.left))?.look;
  if (look === undefined) return;
  const width = widths.slice(area.left, area.right + 1).reduce((sum, one) => sum + one, 0);
  const needed = heightOf(linesOf(cells[area.top]?.[area.left], look, width, font), font.size);
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, index) => area.top + index);
  const missing = needed - rows.reduce((sum, row) => sum + (heights[row] ?? 0), 0);
  if (missing > 0) for (const row of rows) heights[row] = (heights[row] ?? 0) + missing / rows.length;
}

function firstCells(merges: readonly Rectangle[]): Map<number, Set<number>> {
  const cells = new Map<number, Set<number>>();
  for (const { top, left } of merges) cells.set(top, (cells.get(top) ?? new Set<number>()).add(left));
  return cells;
}

function heightOf(lines: number, size: number): number {
  return lines * size * lineHeight + padding;
}

/** How many lines a text takes in a column; a title takes one and gets smaller. */
function linesOf(content: CellContent | undefined, look: CellLook, width: number | undefined, { isChinese }: OwnFont): number {
  if (content === undefined || content === null || isFormula(content) || look === "title" || width === undefined) return 1;
  // the end of a line stays empty where the next character is too wide or may not begin one
  const wide = isChinese ? 2 : 2.15;
  const room = Math.max(width - 1, wide);
  return textOf(content).split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line, wide) / room)), 0);
}

function widthOf(text: string, wide: number): number {
  let width = 0;
  // from the general punctuation on, Chinese fonts draw everything as wide as a character
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) >= 0x2010 ? wide : 1;
  return width;
}

import { mergeOver } from "./merged-areas";
import type { Caption, Table } from "./table";
import { cellRange, formulaAt, valueAt, type Range } from "./workbook";

export type TextFound<Found> = { readonly range: Range; readonly text: string; readonly found: Found };

/**
 * Asks of every typed-in text of a table — its captions, header, rows and columns without a key — and says where the
 * answer is not undefined. What a formula computes and what lies under a merged area is passed over.
 */
export function* findInTexts<Found>(
  table: Table,
  captions: readonly Caption[],
  find: (text: string, row: number, column: number) => Found | undefined,
): Generator<TextFound<Found>> {
  const { worksheet, bounds, sheet } = table;
  for (const { range } of captions) {
    const text = valueAt(worksheet, range.top, range.left);
    const found = typeof text === "string" && formulaAt(worksheet, range.top, range.left) === undefined ? find(text, range.top, range.left) : undefined;
    if (typeof text === "string" && found !== undefined) yield { range, text, found };
  }
  // column by column, as a worksheet is kept
  for (let column = bounds.left; column <= bounds.right; column++) {
    const values = worksheet.columns[column]?.values ?? [];
    const last = Math.min(bounds.bottom, values.length - 1);
    for (let row = bounds.top; row <= last; row++) {
      const text = values[row];
      if (typeof text !== "string") continue;
      const found = find(text, row, column);
      if (found === undefined || formulaAt(worksheet, row, column) !== undefined) continue;
      const merge = mergeOver(worksheet, row, column);
      if (merge !== undefined && (merge.top !== row || merge.left !== column)) continue;
      yield { range: cellRange(sheet, row, column), text, found };
    }
  }
}

/** Captions that no earlier table of the kind has already: tables side by side share the lines above and below them. */
export function ownCaptions(table: Table, tables: readonly Table[]): readonly Caption[] {
  const earlier = tables.slice(0, tables.indexOf(table)).filter(({ worksheet, template }) => worksheet === table.worksheet && template.kind === table.template.kind);
  if (earlier.length === 0) return table.captions;
  const isTaken = ({ range }: Caption): boolean => earlier.some(({ captions }) => captions.some((other) => other.range.top === range.top && other.range.left === range.left));
  return table.captions.filter((caption) => !isTaken(caption));
}

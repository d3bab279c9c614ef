import { mergeOver } from "./merged-areas";
import type { Report, TextReport } from "./rule";
import type { Caption, Table } from "./table";
import { cellRange, formulaAt, type Worksheet } from "./workbook";

type Ask = (text: string, row: number, column: number) => TextReport | undefined;

/** Asks every typed-in text of a table: its captions, header, rows and columns without a key. */
export function* askTexts(table: Table, captions: readonly Caption[], ask: Ask): Generator<Report> {
  const { worksheet, bounds } = table;
  for (const { range } of captions) {
    const report = askAt(worksheet, range.top, range.left, ask);
    if (report !== undefined) yield report;
  }
  // column by column, as a worksheet is kept
  for (let column = bounds.left; column <= bounds.right; column++) {
    const values = worksheet.columns[column]?.values ?? [];
    const last = Math.min(bounds.bottom, values.length - 1);
    for (let row = bounds.top; row <= last; row++) {
      if (typeof values[row] !== "string") continue;
      const report = askAt(worksheet, row, column, ask);
      if (report !== undefined) yield report;
    }
  }
}

/** The same for some rows only. */
export function* askTextsOfRows({ worksheet, bounds }: Table, rows: readonly number[], ask: Ask): Generator<Report> {
  for (const row of rows) {
    for (let column = bounds.left; column <= bounds.right; column++) {
      const report = askAt(worksheet, row, column, ask);
      if (report !== undefined) yield report;
    }
  }
}

/** What a formula computes and what lies under a merged area is passed over. */
function askAt(worksheet: Worksheet, row: number, column: number, ask: Ask): Report | undefined {
  const text = worksheet.columns[column]?.values[row];
  const report = typeof text === "string" ? ask(text, row, column) : undefined;
  if (report === undefined || formulaAt(worksheet, row, column) !== undefined) return undefined;
  const merge = mergeOver(worksheet, row, column);
  if (merge !== undefined && (merge.top !== row || merge.left !== column)) return undefined;
  return { range: cellRange(worksheet.name, row, column), ...report };
}

/** Captions that no earlier table of the kind has already: tables side by side share the lines above and below them. */
export function ownCaptions(table: Table, tables: readonly Table[]): readonly Caption[] {
  const earlier = tables.slice(0, tables.indexOf(table)).filter(({ worksheet, template }) => worksheet === table.worksheet && template.kind === table.template.kind);
  if (earlier.length === 0) return table.captions;
  const isTaken = ({ range }: Caption): boolean => earlier.some(({ captions }) => captions.some((other) => other.range.top === range.top && other.range.left === range.left));
  return table.captions.filter((caption) => !isTaken(caption));
}

import type { CellValue, Column, FormatRun, Rectangle, Span, Worksheet } from "../../core/workbook";
import { extentOf } from "../../core/worksheet-draft";
import { formulaFrom, isErrorText, valueFrom } from "./cell-content";
import type { Cell } from "./group-cells";
import type { SheetHead } from "./sheet-list";

type Matrix = readonly (readonly unknown[])[];
export type Block = { readonly top: number; readonly left: number; readonly values: Matrix; readonly formulas: Matrix; readonly formats?: Matrix };

type Draft = { values: (CellValue | undefined)[]; formulas: Map<number, string>; formats: FormatRun[] };

/** Gathers what Excel answers, block by block, into a worksheet snapshot. */
export class WorksheetBuilder {
  private readonly columns: (Draft | undefined)[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private merges: Rectangle[] = [];
  /** Constants that look like an error and are not known to be one. */
  readonly doubtful: Cell[] = [];

  constructor(private readonly head: SheetHead) {}

  /** Rows must come from the top down. */
  add({ top, left, values, formulas, formats }: Block): void {
    for (const [index, line] of values.entries()) {
      const row = top + index;
      for (const [offset, value] of line.entries()) {
        const formula = formulaFrom(value, formulas[index]?.[offset]);
        const format = formats?.[index]?.[offset];
        const isUsual = typeof format !== "string" || format === "General";
        if (value === "" && formula === undefined && isUsual) continue;
        const column = this.column(left + offset);
        if (!isUsual) addFormat(column.formats, row, format);
        if (formula !== undefined) column.formulas.set(row, formula);
        const looksWrong = isErrorText(value);
        // a formula whose text is an error's is an error; in a text cell nothing is
        if (looksWrong && formula === undefined && format !== "@") this.doubtful.push({ row, column: left + offset });
        const cell = valueFrom(value, formula !== undefined, looksWrong && formula !== undefined);
        if (cell !== null) column.values[row] = cell;
      }
    }
  }

  setError(row: number, column: number): void {
    const draft = this.columns[column];
    const value = draft?.values[row];
    if (draft !== undefined && typeof value === "string") draft.values[row] = { error: value };
  }

  hide(axis: "rows" | "columns", first: number, areHidden: readonly (boolean | undefined)[]): void {
    const hidden = axis === "rows" ? this.hiddenRows : this.hiddenColumns;
    for (const [index, isHidden] of areHidden.entries()) if (isHidden === true) hidden.add(first + index);
  }

  addMerges(merges: readonly Rectangle[]): void {
    this.merges = [...this.merges, ...merges];
  }

  finish(atLeast?: { readonly rowCount: number; readonly columnCount: number }): Worksheet {
    const columns: (Column | undefined)[] = Array.from(this.columns, (column) => column && { ...column, values: dense(column.values) });
    const merges = this.merges.sort((a, b) => a.top - b.top || a.left - b.left);
    const extent = extentOf(columns, merges);
    const { name, visibility, isProtected } = this.head;
    const rowCount = Math.max(extent.rowCount, atLeast?.rowCount ?? 0);
    const columnCount = Math.max(extent.columnCount, atLeast?.columnCount ?? 0);
    return {
      name, visibility, isProtected, rowCount, columnCount, merges,
      columns: columns.slice(0, columnCount).map((column) => column && { ...column, formats: cut(column.formats, rowCount) }),
      hiddenRows: spansOf(this.hiddenRows), hiddenColumns: spansOf(this.hiddenColumns),
    };
  }

  private column(index: number): Draft {
    return (this.columns[index] ??= { values: [], formulas: new Map(), formats: [] });
  }
}

/** Without holes: arrays with holes are slow to walk through. */
function dense(values: readonly (CellValue | undefined)[]): CellValue[] {
  return Array.from(values, (value) => value ?? null);
}

/** The format of a cell that only a format makes used says nothing of the contents. */
function cut(formats: readonly FormatRun[], rowCount: number): FormatRun[] {
  return formats.flatMap((run) => (run.first >= rowCount ? [] : [{ ...run, last: Math.min(run.last, rowCount - 1) }]));
}

function addFormat(runs: FormatRun[], row: number, format: string): void {
  const last = runs.at(-1);
  if (last !== undefined && last.format === format && last.last === row - 1) runs[runs.length - 1] = { ...last, last: row };
  else runs.push({ first: row, last: row, format });
}

export function spansOf(indexes: ReadonlySet<number>): Span[] {
  const spans: Span[] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last !== undefined && last.last === index - 1) spans[spans.length - 1] = { ...last, last: index };
    else spans.push({ first: index, last: index });
  }
  return spans;
}

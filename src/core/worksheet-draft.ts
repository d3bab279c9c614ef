import type { Contents } from "./edit";
import type { ColumnLayout } from "./marks";
import { movedArea, movedLines } from "./movement";
import { isFormula, type CellContent, type CellValue, type FormatRun, type Rectangle, type Span, type Worksheet } from "./workbook";

type ColumnDraft = { values: (CellValue | undefined)[]; formulas: Map<number, string>; formats: FormatRun[] };

/** A worksheet being changed; columns are copied when first written, the snapshot it came from stays as it was. */
export class WorksheetDraft {
  private readonly source: Worksheet;
  private readonly columns: (ColumnDraft | undefined)[] = [];
  private original: (Worksheet["columns"][number] | undefined)[];
  private merges: Rectangle[];
  private hiddenRows: Span[];
  private hiddenColumns: Span[];

  constructor(source: Worksheet) {
    this.source = source;
    this.original = [...source.columns];
    this.merges = [...source.merges];
    this.hiddenRows = [...source.hiddenRows];
    this.hiddenColumns = [...source.hiddenColumns];
  }

  set(row: number, column: number, content: CellContent): void {
    const draft = this.column(column);
    if (isFormula(content)) {
      draft.formulas.set(row, content.formula);
      // nothing calculates here: what it computes is known only where the writer has told
      draft.values[row] = content.shows ?? null;
    } else {
      draft.formulas.delete(row);
      if (content !== null || row < draft.values.length) draft.values[row] = content;
    }
  }

  insertRows(at: number, cells: Contents): void {
    this.moveRows(at, cells.length);
    for (const [index, line] of cells.entries()) for (const [column, content] of line.entries()) if (content !== null) this.set(at + index, column, content);
  }

  deleteRows(at: number, count: number): void {
    this.moveRows(at, -count);
  }

  /** Both ends inside. */
  showRows(first: number, last: number): void {
    this.hiddenRows = this.hiddenRows.flatMap((span) => [{ ...span, last: Math.min(span.last, first - 1) }, { ...span, first: Math.max(span.first, last + 1) }].filter((part) => part.first <= part.last));
  }

  insertColumns(at: number, cells: Contents, layout: readonly ColumnLayout[] = []): void {
    const formats = this.original[at - 1]?.formats ?? this.columns[at - 1]?.formats ?? [];
    this.materialise(at);
    for (const [index, line] of cells.entries()) {
      this.columns.splice(at + index, 0, { values: [], formulas: new Map(), formats: overlaid(formats, layout[index]?.formats ?? []) });
      this.original.splice(at + index, 0, undefined);
      for (const [row, content] of line.entries()) if (content !== null) this.set(row, at + index, content);
    }
    this.merges = this.merges.flatMap((merge) => movedMerge(merge, "column", at, cells.length));
    this.hiddenColumns = layout.reduce((spans, { isHidden }, index) => (isHidden === true ? withLine(spans, at + index) : spans), movedSpans(this.hiddenColumns, at, cells.length));
  }

  deleteColumns(at: number, count: number): void {
    this.materialise(at + count);
    this.columns.splice(at, count);
    this.original.splice(at, count);
    this.merges = this.merges.flatMap((merge) => movedMerge(merge, "column", at, -count));
    this.hiddenColumns = movedSpans(this.hiddenColumns, at, -count);
  }

  merge(area: Rectangle): void {
    this.merges.push({ top: area.top, left: area.left, bottom: area.bottom, right: area.right });
  }

  unmerge(area: Rectangle): void {
    this.merges = this.merges.filter(({ top, left, bottom, right }) => top !== area.top || left !== area.left || bottom !== area.bottom || right !== area.right);
  }

  /** Gives cells that have none yet a number format. */
  format(area: Rectangle, format: string): void {
    if (format === "General") return;
    for (let column = area.left; column <= area.right; column++) {
      const { formats } = this.column(column);
      formats.push({ first: area.top, last: area.bottom, format });
      formats.sort((a, b) => a.first - b.first);
    }
  }

  /** Rewrites every formula, as Excel does when rows or columns move under them. */
  rewriteFormulas(rewrite: (formula: string) => string): void {
    const length = Math.max(this.columns.length, this.original.length);
    for (let column = 0; column < length; column++) {
      const formulas = this.columns[column]?.formulas ?? this.original[column]?.formulas;
      if (formulas === undefined) continue;
      for (const [row, formula] of [...formulas]) {
        const next = rewrite(formula);
        if (next !== formula) this.column(column).formulas.set(row, next);
      }
    }
  }

  finish(): Worksheet {
    const length = Math.max(this.columns.length, this.original.length);
    const columns = Array.from({ length }, (_, index) => this.columns[index] ?? this.original[index]);
    const merges = this.merges.sort((a, b) => a.top - b.top || a.left - b.left);
    return { ...this.source, columns, merges, hiddenRows: this.hiddenRows, hiddenColumns: this.hiddenColumns, ...extentOf(columns, merges) };
  }

  private column(index: number): ColumnDraft {
    let draft = this.columns[index];
    if (draft === undefined) {
      const source = this.original[index];
      draft = { values: source?.values.slice() ?? [], formulas: new Map(source?.formulas), formats: [...(source?.formats ?? [])] };
      this.columns[index] = draft;
    }
    return draft;
  }

  /** Makes both arrays long enough to splice at an index; holes stay holes. */
  private materialise(length: number): void {
    const full = Math.max(length, this.columns.length, this.original.length);
    this.columns.length = full;
    this.original.length = full;
  }

  private moveRows(at: number, count: number): void {
    const length = Math.max(this.columns.length, this.original.length);
    for (let index = 0; index < length; index++) {
      if (this.columns[index] === undefined && this.original[index] === undefined) continue;
      const draft = this.column(index);
      if (count < 0) draft.values.splice(at, -count);
      else if (draft.values.length > at) draft.values.splice(at, 0, ...Array.from({ length: count }, () => undefined));
      draft.formulas = new Map([...draft.formulas].flatMap(([row, formula]) => (row < at ? [[row, formula]] : count < 0 && row < at - count ? [] : [[row + count, formula]])));
      draft.formats = movedFormats(draft.formats, at, count);
    }
    this.merges = this.merges.flatMap((merge) => movedMerge(merge, "row", at, count));
    this.hiddenRows = movedSpans(this.hiddenRows, at, count);
  }
}

/** How far the cells that hold something and the merged areas reach from A1. */
export function extentOf(columns: Worksheet["columns"], merges: readonly Rectangle[]): { rowCount: number; columnCount: number } {
  let rowCount = 0;
  let columnCount = 0;
  for (const [index, column] of columns.entries()) {
    if (column === undefined) continue;
    let last = column.values.length - 1;
    while (last >= 0 && (column.values[last] ?? null) === null && !column.formulas.has(last)) last -= 1;
    for (const row of column.formulas.keys()) last = Math.max(last, row);
    if (last < 0) continue;
    rowCount = Math.max(rowCount, last + 1);
    columnCount = index + 1;
  }
  for (const { bottom, right } of merges) {
    rowCount = Math.max(rowCount, bottom + 1);
    columnCount = Math.max(columnCount, right + 1);
  }
  return { rowCount, columnCount };
}

/** One cell is no merge. */
function movedMerge(merge: Rectangle, axis: "row" | "column", at: number, count: number): Rectangle[] {
  const moved = movedArea(merge, { axis, at, count });
  return moved === undefined || (moved.top === moved.bottom && moved.left === moved.right) ? [] : [moved];
}

function movedSpans(spans: readonly Span[], at: number, count: number): Span[] {
  return spans.flatMap((span) => {
    // lines put in among hidden ones are seen
    if (count > 0 && span.first < at && span.last >= at) return [{ first: span.first, last: at - 1 }, { first: at + count, last: span.last + count }];
    return movedLines(span.first, span.last, at, count) ?? [];
  });
}

/** Sorted, not touching. */
function withLine(spans: readonly Span[], index: number): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans, { first: index, last: index }].sort((a, b) => a.first - b.first)) {
    const last = joined.at(-1);
    if (last !== undefined && span.first <= last.last + 1) joined[joined.length - 1] = { first: last.first, last: Math.max(last.last, span.last) };
    else joined.push(span);
  }
  return joined;
}

/** Runs laid over others, which are cut where they meet. */
function overlaid(under: readonly FormatRun[], over: readonly FormatRun[]): FormatRun[] {
  const rest = over.reduce<readonly FormatRun[]>((runs, { first, last }) => runs.flatMap((run) => [{ ...run, last: Math.min(run.last, first - 1) }, { ...run, first: Math.max(run.first, last + 1) }].filter((part) => part.first <= part.last)), under);
  return [...rest, ...over.filter(({ format }) => format !== "General")].sort((a, b) => a.first - b.first);
}

/** New rows look like the row above them. */
function movedFormats(runs: readonly FormatRun[], at: number, count: number): FormatRun[] {
  return runs.flatMap((run) => {
    if (count > 0 && run.last + 1 === at) return [{ ...run, last: run.last + count }];
    const span = movedLines(run.first, run.last, at, count);
    return span === undefined ? [] : [{ ...span, format: run.format }];
  });
}

import type { Column, FormatRun, Span, Visibility, Workbook, Worksheet } from "../../src/core/workbook";
import type { WorksheetNode } from "./nodes/worksheet";

const wire = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** Puts a core worksheet into a simulated one. */
export function fillSheet(node: WorksheetNode, worksheet: Worksheet): void {
  const { store } = node;
  for (const [column, cells] of worksheet.columns.entries()) {
    if (cells === undefined) continue;
    for (const [row, value] of cells.values.entries()) {
      if (value !== undefined && value !== null) store.ensure(row, column).value = value;
    }
    for (const [row, formula] of cells.formulas) store.ensure(row, column).formula = formula;
    for (const { first, last, format } of cells.formats) {
      for (let row = first; row <= Math.min(last, worksheet.rowCount - 1); row++) if (format !== "General") store.ensure(row, column).format = format;
    }
  }
  store.merges = worksheet.merges.map((area) => ({ top: area.top, left: area.left, bottom: area.bottom, right: area.right }));
  for (const { first, last } of worksheet.hiddenRows) for (let row = first; row <= last; row++) store.hidden.row.add(row);
  for (const { first, last } of worksheet.hiddenColumns) for (let column = first; column <= last; column++) store.hidden.column.add(column);
  node.Visibility = wire[worksheet.visibility];
  if (worksheet.isProtected) node.protection.Protect();
}

export function dumpWorkbook(sheets: readonly WorksheetNode[], uses1904Dates: boolean): Workbook {
  return { worksheets: sheets.map(dumpSheet), uses1904Dates };
}

function dumpSheet(node: WorksheetNode): Worksheet {
  const { store } = node;
  const used = store.used(true);
  const [rowCount, columnCount] = used === undefined ? [0, 0] : [used.bottom + 1, used.right + 1];
  const visibility: Visibility = node.Visibility === "Hidden" ? "hidden" : node.Visibility === "VeryHidden" ? "veryHidden" : "visible";
  return {
    name: node.Name,
    visibility,
    isProtected: node.Protection.Protected,
    rowCount,
    columnCount,
    columns: Array.from({ length: columnCount }, (_, column) => dumpColumn(node, column, rowCount)),
    merges: [...store.merges].sort((a, b) => a.top - b.top || a.left - b.left),
    hiddenRows: spansOf(store.hidden.row),
    hiddenColumns: spansOf(store.hidden.column),
  };
}

function dumpColumn({ store }: WorksheetNode, column: number, rowCount: number): Column {
  const values: Column["values"][number][] = [];
  const formulas = new Map<number, string>();
  const formats: FormatRun[] = [];
  for (let row = 0; row < rowCount; row++) {
    const cell = store.at(row, column);
    values.push(cell?.value ?? null);
    if (cell?.formula !== undefined) formulas.set(row, cell.formula);
    const format = cell?.format ?? "General";
    const before = formats.at(-1);
    if (before !== undefined && before.format === format && before.last === row - 1) formats[formats.length - 1] = { ...before, last: row };
    else if (format !== "General") formats.push({ first: row, last: row, format });
  }
  return { values, formulas, formats };
}

export function spansOf(indexes: ReadonlySet<number>): Span[] {
  const spans: Span[] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const before = spans.at(-1);
    if (before !== undefined && before.last === index - 1) spans[spans.length - 1] = { ...before, last: index };
    else spans.push({ first: index, last: index });
  }
  return spans;
}

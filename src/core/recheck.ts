import { inReadingOrder, reportsOf, toDiagnostics, type CheckInput, type CheckResult, type RunResult } from "./check";
import type { CheckContext, Report } from "./rule";
import { columnsOfTemplate, type Table } from "./table";
import { isPlainRecord } from "./table-rows";
import { askTextsOfRows } from "./table-texts";
import { findWorksheet, type Range, type Rectangle, type Worksheet } from "./workbook";

/** More rows than this are as soon checked anew. */
const mostRows = 1000;

export type RecheckInput = CheckInput & {
  /** Sheets that other tables lean on (a roster, notes): an edit there is checked anew. */
  readonly isReference: (sheet: string) => boolean;
};

/**
 * Checks again what an edit of cells has touched, and keeps the rest: the same as checking anew, which is what to do
 * where the answer is undefined (rows moved, a header, a note or the shape of a table may have changed). `before` is
 * used up.
 */
export function recheck(input: RecheckInput, before: CheckResult, changes: readonly Range[]): CheckResult | undefined {
  const touched = touchedRows(input, before, changes);
  if (touched === undefined) return undefined;
  const { workbook, settings } = input;
  for (const table of before.tables) {
    const worksheet = findWorksheet(workbook, table.sheet);
    if (worksheet !== undefined && worksheet !== table.worksheet) table.changeRows(worksheet, touched.get(table)?.rows ?? []);
  }
  const context: CheckContext = { workbook, tables: before.tables, settings };
  const runs = before.runs.map((run) => rerun(run, touched, context));
  return { tables: before.tables, runs, diagnostics: inReadingOrder(runs.flatMap(({ diagnostics }) => diagnostics), workbook) };
}

/** The rows of a table that changed, and the columns in which they did. */
type Touched = { readonly rows: readonly number[]; readonly columns: ReadonlySet<number> };

function rerun(run: RunResult, touched: ReadonlyMap<Table, Touched>, context: CheckContext): RunResult {
  const { rule, table } = run;
  if (rule.scope === "workbook" || table === undefined || rule.kind.looksAround === true) return { ...run, diagnostics: toDiagnostics(rule, reportsOf(rule, table, context), context.settings) };
  const change = touched.get(table);
  if (change === undefined) return run;
  if (rule.scope === "table") {
    const isRead = rule.reads === undefined || rule.reads.some((key) => change.columns.has(table.columns.get(key) ?? -1));
    return isRead ? { ...run, diagnostics: toDiagnostics(rule, reportsOf(rule, table, context), context.settings) } : run;
  }
  const rows = new Set(change.rows);
  const reports: Iterable<Report> = rule.scope === "text" ? askTextsOfRows(table, change.rows, rule.asks(table)) : rule.check(table, change.rows, context);
  const kept = run.diagnostics.filter(({ range }) => range.sheet !== table.sheet || !rows.has(range.top));
  return { ...run, diagnostics: [...kept, ...toDiagnostics(rule, reports, context.settings)] };
}

/** Undefined where more than the cells of plain records may have changed. */
function touchedRows({ workbook, isReference }: RecheckInput, { tables }: CheckResult, changes: readonly Range[]): Map<Table, Touched> | undefined {
  const touched = new Map<Table, { rows: Set<number>; columns: Set<number> }>();
  for (const change of changes) {
    const worksheet = findWorksheet(workbook, change.sheet);
    if (worksheet === undefined || isReference(change.sheet) || change.bottom - change.top >= mostRows) return undefined;
    const table = tables.find((one) => one.sheet === change.sheet && change.top > one.headerBottom && change.bottom <= one.bounds.bottom && change.left >= one.bounds.left && change.right <= one.bounds.right);
    if (table === undefined || !isSameShape(worksheet, table.worksheet) || isMergedDown(table, change)) return undefined;
    const entry = touched.get(table) ?? { rows: new Set<number>(), columns: new Set<number>() };
    touched.set(table, entry);
    for (let row = change.top; row <= change.bottom; row++) {
      if (!isPlainRecord(table.worksheet, table, row) || !isPlainRecord(worksheet, table, row)) return undefined;
      entry.rows.add(row);
    }
    for (let column = change.left; column <= change.right; column++) entry.columns.add(column);
  }
  return new Map([...touched].map(([table, { rows, columns }]) => [table, { rows: [...rows], columns }]));
}

function isSameShape(after: Worksheet, before: Worksheet): boolean {
  const hasSameSize = after.rowCount === before.rowCount && after.columnCount === before.columnCount && after.visibility === before.visibility;
  return hasSameSize && hasSameParts(after.hiddenRows, before.hiddenRows) && hasSameParts(after.merges, before.merges);
}

function hasSameParts(after: readonly object[], before: readonly object[]): boolean {
  return after === before || (after.length === before.length && JSON.stringify(after) === JSON.stringify(before));
}

/** A merged area lets a cell speak for other rows; a column that carries its values down does so anyway, and is asked whole. */
function isMergedDown({ worksheet, columns, template }: Table, { top, bottom }: Rectangle): boolean {
  const carrying = new Set(columnsOfTemplate(template).flatMap(([key, { carries }]) => (carries === true ? (columns.get(key) ?? []) : [])));
  return worksheet.merges.some((merge) => merge.top <= bottom && merge.bottom >= top && merge.bottom > merge.top && !(merge.left === merge.right && carrying.has(merge.left)));
}

import { stringifyAddress, stringifyColumn } from "../../core/address";
import { isMarkEdit, type Contents, type Edit, type KeepText, type MarkEdit, type SetCell } from "../../core/edit";
import { movement } from "../../core/movement";
import { mergesOf } from "../../core/sheet-layout";
import type { CellContent, Rectangle } from "../../core/workbook";
import { toExcel } from "./cell-content";
import { lineUp } from "./group-cells";
import type { KeptPart } from "./kept-part";
import { queueColumnLooks, queueLayouts } from "./write-layout";
import type { MadeChart } from "./write-charts";
import { queueFiltersAway, queueFormatsAway, queueMark, queueSetCharts, type OwnMarksByNow } from "./write-marks";

/** A range that was written, to be read back: `written` is what each of its cells should hold; a hole was not written. */
export type Writing = {
  readonly step: Edit;
  readonly sheet: string;
  readonly area: Rectangle;
  readonly range: Excel.Range;
  readonly written: readonly (readonly (CellContent | undefined)[])[];
};
export type Written = {
  readonly writings: Writing[];
  /** The addresses Excel will tell of in its events, by worksheet name. */
  readonly addresses: { readonly sheet: string; readonly address: string }[];
  readonly addedSheets: { readonly name: string; readonly sheet: Excel.Worksheet }[];
};

/** What of ours Excel has by now, beside what the steps say. */
export type Own = { readonly marks: OwnMarksByNow; readonly kept: KeptPart };

/** What a cell of a worksheet says once all steps are made; undefined where only Excel will know. */
export type TextOf = (sheet: string, row: number, column: number) => string | undefined;

/** The trace of a request whose contents and merged areas are all written. */
export const onlyLooksFollow = "only looks follow";

/** Queues steps one after the other, and right behind each the reading back of what it wrote; how new sheets look comes last. Nothing is sent yet. */
export function queueSteps(context: Excel.RequestContext, steps: readonly Edit[], { marks, kept }: Own, textOf: TextOf): Written {
  const written: Written = { writings: [], addresses: [], addedSheets: [] };
  const charts: MadeChart[] = [];
  queueFormatsAway(steps, marks);
  const filters = queueFiltersAway(context, steps);
  for (let index = 0; index < steps.length; ) {
    const sets = setsFrom(steps, index);
    const step = steps[index];
    if (sets.length > 0) queueSets(context, sets, written);
    else if (step?.kind === "set-charts") charts.push(...queueSetCharts(context, moves(steps, step.sheet) ? { ...step, before: [] } : step, marks, (row, column) => textOf(step.sheet, row, column)));
    else if (step !== undefined && isMarkEdit(step)) queueMark(context, step, { formats: marks.formats, filters });
    else if (step !== undefined && step.kind !== "set-cell" && step.kind !== "keep-text") {
      queueStep(context, step, written);
      if (step.kind === "add-sheet" && step.layout?.charts !== undefined) charts.push(...queueSetCharts(context, { sheet: step.sheet, before: [], after: step.layout.charts }, marks, (row, column) => textOf(step.sheet, row, column)));
    }
    index += Math.max(1, sets.length);
  }
  const texts = steps.filter((step): step is KeepText => step.kind === "keep-text");
  if (texts.length > 0) kept.queue(context, texts);
  const laidOut = steps.flatMap((step) => (step.kind === "add-sheet" && step.layout !== undefined ? [{ sheet: context.workbook.worksheets.getItem(step.sheet), layout: step.layout }] : []));
  if (laidOut.length + charts.length > 0) context.trace(onlyLooksFollow);
  queueLayouts(laidOut, charts);
  return written;
}

/** Once lines have moved, what was read of charts is no longer where they are. */
function moves(steps: readonly Edit[], sheet: string): boolean {
  return steps.some((step) => movement(step)?.sheet === sheet);
}

/** The run of set-cells from here on, in one worksheet, none of them twice. */
function setsFrom(steps: readonly Edit[], start: number): SetCell[] {
  const sets: SetCell[] = [];
  const seen = new Set<string>();
  for (const step of steps.slice(start)) {
    if (step.kind !== "set-cell" || (sets[0] !== undefined && sets[0].sheet !== step.sheet) || seen.has(`${step.row},${step.column}`)) break;
    seen.add(`${step.row},${step.column}`);
    sets.push(step);
  }
  return sets;
}

function queueSets(context: Excel.RequestContext, sets: readonly SetCell[], written: Written): void {
  const first = sets[0];
  if (first === undefined) return;
  const sheet = context.workbook.worksheets.getItem(first.sheet);
  const byPlace = new Map(sets.map((set) => [`${set.row},${set.column}`, set.after]));
  for (const area of lineUp(sets)) {
    const rows: (CellContent | undefined)[][] = [];
    for (let row = area.top; row <= area.bottom; row++) {
      const line: (CellContent | undefined)[] = [];
      for (let column = area.left; column <= area.right; column++) line.push(byPlace.get(`${row},${column}`));
      rows.push(line);
    }
    write(sheet, first, first.sheet, area, rows, written);
  }
}

function queueStep(context: Excel.RequestContext, step: Exclude<Edit, SetCell | KeepText | MarkEdit>, written: Written): void {
  const { worksheets } = context.workbook;
  switch (step.kind) {
    case "merge":
      return worksheets.getItem(step.range.sheet).getRange(stringifyAddress(step.range)).merge(false);
    case "unmerge":
      return worksheets.getItem(step.range.sheet).getRange(stringifyAddress(step.range)).unmerge();
    case "insert-rows": {
      const sheet = worksheets.getItem(step.sheet);
      const rows = `${step.at + 1}:${step.at + step.cells.length}`;
      sheet.getRange(rows).insert(Excel.InsertShiftDirection.down);
      written.addresses.push({ sheet: step.sheet, address: rows });
      return writeBlock(sheet, step, step.sheet, step.at, 0, step.cells, written);
    }
    case "insert-columns": {
      const sheet = worksheets.getItem(step.sheet);
      const columns = `${stringifyColumn(step.at)}:${stringifyColumn(step.at + step.cells.length - 1)}`;
      sheet.getRange(columns).insert(Excel.InsertShiftDirection.right);
      written.addresses.push({ sheet: step.sheet, address: columns });
      // before the contents: in a text cell a formula would be text
      queueColumnLooks(sheet, step.at, step.layout ?? []);
      return writeBlock(sheet, step, step.sheet, 0, step.at, turned(step.cells), written);
    }
    case "delete-rows": {
      const rows = `${step.at + 1}:${step.at + step.before.length}`;
      written.addresses.push({ sheet: step.sheet, address: rows });
      return worksheets.getItem(step.sheet).getRange(rows).delete(Excel.DeleteShiftDirection.up);
    }
    case "delete-columns": {
      const columns = `${stringifyColumn(step.at)}:${stringifyColumn(step.at + step.before.length - 1)}`;
      written.addresses.push({ sheet: step.sheet, address: columns });
      return worksheets.getItem(step.sheet).getRange(columns).delete(Excel.DeleteShiftDirection.left);
    }
    case "add-sheet": {
      const sheet = worksheets.add(step.sheet).load({ id: true });
      written.addedSheets.push({ name: step.sheet, sheet });
      writeBlock(sheet, step, step.sheet, 0, 0, step.cells, written);
      for (const area of mergesOf(step.layout)) sheet.getRange(stringifyAddress(area)).merge(false);
      return;
    }
    case "delete-sheet":
      return worksheets.getItem(step.sheet).delete();
  }
}

function writeBlock(sheet: Excel.Worksheet, step: Edit, name: string, top: number, left: number, cells: Contents, written: Written): void {
  const width = cells.reduce((most, line) => Math.max(most, line.length), 0);
  if (width === 0) return;
  // what is new is empty, so an empty content is a hole: nothing to write
  const rows = cells.map((line) => Array.from({ length: width }, (_, index) => line[index] ?? undefined));
  write(sheet, step, name, { top, left, bottom: top + cells.length - 1, right: left + width - 1 }, rows, written);
}

function write(sheet: Excel.Worksheet, step: Edit, name: string, area: Rectangle, rows: Writing["written"], written: Written): void {
  const range = sheet.getRange(stringifyAddress(area));
  // null leaves a cell as it is
  range.values = rows.map((line) => line.map((content) => (content === undefined ? null : toExcel(content))));
  range.load({ values: true, formulas: true });
  written.writings.push({ step, sheet: name, area, range, written: rows });
  written.addresses.push({ sheet: name, address: stringifyAddress(area) });
}

function turned(columns: Contents): CellContent[][] {
  const height = columns.reduce((most, column) => Math.max(most, column.length), 0);
  return Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null));
}

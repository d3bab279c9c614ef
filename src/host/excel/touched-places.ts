import { movesCells } from "../../core/apply-steps";
import { sheetOf, type Edit, type MarkEdit, type SetCharts } from "../../core/edit";
import { lineBefore } from "../../core/movement";
import type { Rectangle, Span } from "../../core/workbook";
import type { Cell } from "./group-cells";
import type { MarksTouched } from "./read-marks";

/** What of one worksheet must be known before edits to it can be judged. */
export type Touched = {
  readonly cells: Cell[];
  readonly areas: Rectangle[];
  readonly rows: Span[];
  readonly columns: Span[];
  /** Merged areas that begin at or above this row may matter; undefined where none does. */
  mergesTo: number | undefined;
  /** Whether it matters how far the worksheet reaches. */
  needsExtent: boolean;
  /** Whether formulas anywhere on it may lose what they refer to. */
  needsFormulas: boolean;
  /** What lies on cells; undefined where no edit is about that. */
  marks: MarksTouched | undefined;
};

/** Where a place is before steps that move rows or columns; undefined for one that they bring in. */
type BackInTime = (index: number, axis: "row" | "column") => number | undefined;

/** Changes all speak of one snapshot. */
export function touchedBy(edits: readonly Edit[]): Map<string, Touched> {
  const touched = new Map<string, Touched>();
  for (const edit of edits) addPlace(touched, edit, (index) => index);
  return touched;
}

/** Steps speak each of what the steps before it leave, so their places are traced back to now. */
export function touchedByInTurn(steps: readonly Edit[]): Map<string, Touched> {
  const touched = new Map<string, Touched>();
  for (const [index, step] of steps.entries()) {
    const earlier = steps.slice(0, index).filter((other) => movesCells(other) && sheetOf(other) === sheetOf(step));
    addPlace(touched, step, (place, axis) => earlier.reduceRight<number | undefined>((at, other) => (at === undefined ? undefined : lineBefore(at, axis, other)), place));
  }
  return touched;
}

function addPlace(all: Map<string, Touched>, edit: Edit, back: BackInTime): void {
  if (edit.kind === "keep-text") return;
  const name = sheetOf(edit);
  const touched: Touched = all.get(name) ?? { cells: [], areas: [], rows: [], columns: [], mergesTo: undefined, needsExtent: false, needsFormulas: false, marks: undefined };
  all.set(name, touched);
  const reach = (row: number): void => void (touched.mergesTo = Math.max(touched.mergesTo ?? 0, row));
  switch (edit.kind) {
    case "set-cell": {
      const [row, column] = [back(edit.row, "row"), back(edit.column, "column")];
      if (row === undefined || column === undefined) return;
      touched.cells.push({ row, column });
      return reach(row);
    }
    case "merge":
    case "unmerge": {
      const [top, left] = [back(edit.range.top, "row"), back(edit.range.left, "column")];
      const [bottom, right] = [back(edit.range.bottom, "row"), back(edit.range.right, "column")];
      if (bottom !== undefined) reach(bottom);
      if (top === undefined || left === undefined || bottom === undefined || right === undefined) return;
      return void touched.areas.push({ top, left, bottom, right });
    }
    case "insert-rows":
      touched.needsExtent = true;
      return reach(back(edit.at, "row") ?? edit.at);
    case "delete-rows":
      touched.needsExtent = true;
      touched.needsFormulas = true;
      for (const index of edit.before.keys()) addLine(touched.rows, back(edit.at + index, "row"));
      marksOf(touched).charts ??= "to-bring-back";
      return reach(edit.at + edit.before.length);
    case "insert-columns":
      touched.needsExtent = true;
      return reach(rowsOfColumnEdits);
    case "delete-columns":
      touched.needsExtent = true;
      touched.needsFormulas = true;
      for (const index of edit.before.keys()) addLine(touched.columns, back(edit.at + index, "column"));
      marksOf(touched).charts ??= "to-bring-back";
      return reach(rowsOfColumnEdits);
    case "delete-sheet":
      touched.needsExtent = true;
      touched.rows.push({ first: 0, last: Math.max(edit.before.length, 1) - 1 });
      marksOf(touched).charts ??= "to-bring-back";
      return reach(edit.before.length);
    case "add-sheet":
      return;
    case "set-conditional-formats":
    case "set-filter":
    case "set-note":
    case "set-list":
      return addMark(marksOf(touched), edit, back, reach);
    case "set-charts":
      marksOf(touched).charts = "to-set";
      for (const { row, column } of nameCells(edit)) {
        const cell = { row: back(row, "row"), column: back(column, "column") };
        if (cell.row !== undefined && cell.column !== undefined) touched.cells.push({ row: cell.row, column: cell.column });
      }
      return;
  }
}

function marksOf(touched: Touched): MarksTouched {
  return (touched.marks ??= { formats: undefined, filters: undefined, notes: [], lists: [], charts: undefined });
}

/** Excel is told the names of series, not where they stand. */
function nameCells({ after }: SetCharts): Cell[] {
  return after.flatMap(({ series }) => series.flatMap(({ name }) => (typeof name === "string" ? [] : [name])));
}

function addMark(marks: MarksTouched, edit: Exclude<MarkEdit, SetCharts>, back: BackInTime, reach: (row: number) => void): void {
  switch (edit.kind) {
    case "set-conditional-formats":
      return void (marks.formats = [...(marks.formats ?? []), ...edit.before]);
    case "set-filter":
      return void (marks.filters = [...(marks.filters ?? []), ...(edit.after === null ? [] : [edit.after])]);
    case "set-note": {
      const [row, column] = [back(edit.row, "row"), back(edit.column, "column")];
      if (row === undefined || column === undefined) return;
      marks.notes.push({ row, column });
      return reach(row);
    }
    case "set-list": {
      const [top, left] = [back(edit.range.top, "row"), back(edit.range.left, "column")];
      const [bottom, right] = [back(edit.range.bottom, "row"), back(edit.range.right, "column")];
      if (top !== undefined && left !== undefined && bottom !== undefined && right !== undefined) marks.lists.push({ top, left, bottom, right });
    }
  }
}

/** Merged areas further down than this are not followed when columns move. */
const rowsOfColumnEdits = 4_095;

function addLine(lines: Span[], index: number | undefined): void {
  if (index === undefined) return;
  const last = lines.at(-1);
  if (last !== undefined && last.last === index - 1) lines[lines.length - 1] = { ...last, last: index };
  else lines.push({ first: index, last: index });
}

import { isMarkEdit, sheetOf, type Change, type Edit, type Skipped, type SkipReason } from "./edit";
import { checkEdit } from "./expectation";
import { lineBefore, movement, type Movement } from "./movement";
import { cellRange, findWorksheet, overlaps, type Range, type Rectangle, type Workbook } from "./workbook";

export type Arrangement = {
  /** Sequential: each step's places hold once the steps before it are done. */
  readonly steps: readonly Edit[];
  readonly applied: readonly Change[];
  readonly skipped: readonly Skipped[];
};

/**
 * Turns changes that all speak of one snapshot into steps to be made one after the other. A change whose place is not
 * as expected, or that an earlier change touches, is left out whole.
 */
export function arrange(workbook: Workbook, changes: readonly Change[]): Arrangement {
  const applied: Change[] = [];
  const skipped: Skipped[] = [];
  const taken = new Taken();
  for (const change of changes) {
    const problem = firstProblem(workbook, change, taken);
    if (problem === undefined) {
      applied.push(change);
      for (const edit of change.edits) taken.add(edit);
    } else skipped.push({ change, ...problem });
  }
  return { steps: inOrder(applied.flatMap(({ edits }) => edits)), applied, skipped };
}

function firstProblem(workbook: Workbook, change: Change, taken: Taken): { reason: SkipReason; at: Range } | undefined {
  const added = new Set(change.edits.flatMap((edit) => (edit.kind === "add-sheet" ? [edit.sheet] : [])));
  for (const edit of change.edits) {
    if (taken.isTouchedBy(edit)) return { reason: "conflict", at: placeOf(edit) };
    // an edit to a sheet that the same change adds finds it empty
    if (edit.kind !== "add-sheet" && added.has(sheetOf(edit)) && findWorksheet(workbook, sheetOf(edit)) === undefined) continue;
    const expected = asRead(edit, change.edits);
    const reason = expected === undefined ? undefined : checkEdit(workbook, expected, change.edits);
    if (reason !== undefined) return { reason, at: placeOf(edit) };
  }
  return undefined;
}

/** A mark speaks of the places that its own change leaves; undefined for one on a line that the change brings in. */
export function asRead(edit: Edit, together: readonly Edit[]): Edit | undefined {
  if (edit.kind !== "set-note" && edit.kind !== "set-list") return edit;
  const moves = inOrder(together.filter((other) => movement(other)?.sheet === sheetOf(edit)));
  if (moves.length === 0) return edit;
  const back = (line: number, axis: Movement["axis"]): number | undefined => moves.reduceRight<number | undefined>((at, step) => (at === undefined ? undefined : lineBefore(at, axis, step)), line);
  const { top, left, bottom, right } = edit.kind === "set-note" ? cellRange(edit.sheet, edit.row, edit.column) : edit.range;
  const [first, last] = [{ row: back(top, "row"), column: back(left, "column") }, { row: back(bottom, "row"), column: back(right, "column") }];
  if (first.row === undefined || first.column === undefined || last.row === undefined || last.column === undefined) return undefined;
  if (edit.kind === "set-note") return { ...edit, row: first.row, column: first.column };
  return { ...edit, range: { sheet: edit.range.sheet, top: first.row, left: first.column, bottom: last.row, right: last.column } };
}

/** Where an edit stands, to show it; rows and columns by their first cell. */
export function placeOf(edit: Edit): Range {
  switch (edit.kind) {
    case "set-cell":
      return cellRange(edit.sheet, edit.row, edit.column);
    case "insert-rows":
    case "delete-rows":
      return cellRange(edit.sheet, edit.at, 0);
    case "insert-columns":
    case "delete-columns":
      return cellRange(edit.sheet, 0, edit.at);
    case "merge":
    case "unmerge":
    case "set-list":
      return edit.range;
    case "set-note":
      return cellRange(edit.sheet, edit.row, edit.column);
    case "set-conditional-formats":
    case "set-filter":
    case "set-charts":
    case "add-sheet":
    case "delete-sheet":
      return cellRange(edit.sheet, 0, 0);
    case "keep-text":
      return cellRange("", 0, 0);
  }
}

/** The places that accepted changes touch, by sheet. */
class Taken {
  private readonly cells = new Set<string>();
  private readonly areas: { readonly sheet: string; readonly area: Rectangle }[] = [];
  private readonly inserts = new Set<string>();
  private readonly marks = new Set<string>();
  private readonly lists: Range[] = [];
  /** Worksheets on which lines move, and on which marks are set. */
  private readonly moved = new Set<string>();
  private readonly marked = new Set<string>();

  add(edit: Edit): void {
    const area = areaOf(edit);
    if (isMarkEdit(edit)) this.marked.add(sheetOf(edit));
    if (movement(edit) !== undefined) this.moved.add(sheetOf(edit));
    if (edit.kind === "set-list") this.lists.push(edit.range);
    else if (isMarkEdit(edit) || edit.kind === "keep-text") this.marks.add(markKey(edit));
    else if (edit.kind === "set-cell") this.cells.add(`${edit.sheet}!${edit.row},${edit.column}`);
    else if (edit.kind === "insert-rows" || edit.kind === "insert-columns" || edit.kind === "add-sheet") this.inserts.add(insertKey(edit));
    else if (area !== undefined) this.areas.push({ sheet: sheetOf(edit), area });
  }

  isTouchedBy(edit: Edit): boolean {
    const sheet = sheetOf(edit);
    // marks speak of places after their own change, which no other may shift
    if (isMarkEdit(edit) ? this.moved.has(sheet) : movement(edit) !== undefined && this.marked.has(sheet)) return true;
    if (edit.kind === "set-list") return this.lists.some((other) => other.sheet === sheet && overlaps(other, edit.range));
    if (isMarkEdit(edit) || edit.kind === "keep-text") return this.marks.has(markKey(edit));
    if (edit.kind === "insert-rows" || edit.kind === "insert-columns" || edit.kind === "add-sheet") return this.inserts.has(insertKey(edit));
    const area = areaOf(edit);
    if (area === undefined) return false;
    if (edit.kind === "set-cell" ? this.cells.has(`${sheet}!${edit.row},${edit.column}`) : this.hasCellIn(sheet, area)) return true;
    return this.areas.some((other) => other.sheet === sheet && overlaps(other.area, area));
  }

  private hasCellIn(sheet: string, { top, left, bottom, right }: Rectangle): boolean {
    for (const key of this.cells) {
      if (!key.startsWith(`${sheet}!`)) continue;
      const [row, column] = key.slice(sheet.length + 1).split(",").map(Number);
      if (row !== undefined && column !== undefined && row >= top && row <= bottom && column >= left && column <= right) return true;
    }
    return false;
  }
}

function markKey(edit: Edit): string {
  return edit.kind === "keep-text" ? `${edit.kind} ${edit.key}` : edit.kind === "set-note" ? `${edit.kind} ${edit.row},${edit.column} ${edit.sheet}` : `${edit.kind} ${sheetOf(edit)}`;
}

function insertKey(edit: Edit): string {
  return edit.kind === "insert-rows" || edit.kind === "insert-columns" ? `${edit.kind} ${edit.at} ${edit.sheet}` : `${edit.kind} ${sheetOf(edit).toLowerCase()}`;
}

/** The cells an edit takes hold of; undefined for one that only makes room. */
function areaOf(edit: Edit): Rectangle | undefined {
  const all = { top: 0, left: 0, bottom: Infinity, right: Infinity };
  switch (edit.kind) {
    case "set-cell":
      return { top: edit.row, left: edit.column, bottom: edit.row, right: edit.column };
    case "merge":
    case "unmerge":
      return edit.range;
    case "delete-rows":
      return { ...all, top: edit.at, bottom: edit.at + edit.before.length - 1 };
    case "delete-columns":
      return { ...all, left: edit.at, right: edit.at + edit.before.length - 1 };
    case "delete-sheet":
      return all;
    default:
      return undefined;
  }
}

const order: readonly Edit["kind"][] = ["add-sheet", "unmerge", "set-cell", "merge"];

/** What keeps places first; then rows and columns from the end, so that what is still to come does not move. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const still = order.flatMap((kind) => edits.filter((edit) => edit.kind === kind));
  const rows = edits.filter((edit) => edit.kind === "insert-rows" || edit.kind === "delete-rows");
  const columns = edits.filter((edit) => edit.kind === "insert-columns" || edit.kind === "delete-columns");
  const fromTheEnd = (a: { at: number; kind: string }, b: { at: number; kind: string }): number => b.at - a.at || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0);
  const marks = edits.filter((edit) => isMarkEdit(edit) || edit.kind === "keep-text");
  return [...still, ...rows.sort(fromTheEnd), ...columns.sort(fromTheEnd), ...marks, ...edits.filter((edit) => edit.kind === "delete-sheet")];
}

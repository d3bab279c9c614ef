import { sheetOf, type Change, type Edit, type Skipped, type SkipReason } from "./edit";
import { checkEdit } from "./expectation";
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
    const reason = checkEdit(workbook, edit, change.edits);
    if (reason !== undefined) return { reason, at: placeOf(edit) };
  }
  return undefined;
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
      return edit.range;
    case "add-sheet":
    case "delete-sheet":
      return cellRange(edit.sheet, 0, 0);
  }
}

/** The places that accepted changes touch, by sheet. */
class Taken {
  private readonly cells = new Set<string>();
  private readonly areas: { readonly sheet: string; readonly area: Rectangle }[] = [];
  private readonly inserts = new Set<string>();

  add(edit: Edit): void {
    const area = areaOf(edit);
    if (edit.kind === "set-cell") this.cells.add(`${edit.sheet}!${edit.row},${edit.column}`);
    else if (edit.kind === "insert-rows" || edit.kind === "insert-columns" || edit.kind === "add-sheet") this.inserts.add(insertKey(edit));
    else if (area !== undefined) this.areas.push({ sheet: sheetOf(edit), area });
  }

  isTouchedBy(edit: Edit): boolean {
    const sheet = sheetOf(edit);
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
  return [...still, ...rows.sort(fromTheEnd), ...columns.sort(fromTheEnd), ...edits.filter((edit) => edit.kind === "delete-sheet")];
}

import { isSetCell, sheetOf, type Edit, type Receipt } from "../core/edit";
import { cellRange } from "../core/workbook";
import type { WorkbookChange } from "../host/host";

/** What has been written from here, as a host tells of it where others write. */
export function changesOf({ applied }: Receipt): WorkbookChange[] {
  const edits = applied.flatMap((change) => change.edits);
  if (!edits.every(isSetCell)) return sheetsOf(edits);
  return edits.map(({ sheet, row, column }) => ({ sheet, ranges: [cellRange(sheet, row, column)] }));
}

/** Worksheets of which more than cells was changed; what the workbook keeps is read with any of them. */
function sheetsOf(edits: readonly Edit[]): WorkbookChange[] {
  const names = new Set(edits.filter(({ kind }) => kind !== "keep-text").map(sheetOf));
  if (names.size === 0 || edits.some(({ kind }) => kind === "add-sheet" || kind === "delete-sheet")) return [{}];
  return [...names].map((sheet) => ({ sheet }));
}

/** Told by its code: a view knows the shape of a host's errors, not who makes them. */
export function isInCellEditMode(failure: unknown): boolean {
  return failure instanceof Error && "code" in failure && failure.code === "cell-edit-mode";
}

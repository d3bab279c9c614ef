import { isSetCell, type Receipt } from "../core/edit";
import { cellRange } from "../core/workbook";
import type { WorkbookChange } from "../host/host";

/** What has been written from here, as a host tells of it where others write. */
export function changesOf({ applied }: Receipt): WorkbookChange[] {
  const edits = applied.flatMap((change) => change.edits);
  if (!edits.every(isSetCell)) return [{}];
  return edits.map(({ sheet, row, column }) => ({ sheet, ranges: [cellRange(sheet, row, column)] }));
}

/** Told by its code: a view knows the shape of a host's errors, not who makes them. */
export function isInCellEditMode(failure: unknown): boolean {
  return failure instanceof Error && "code" in failure && failure.code === "cell-edit-mode";
}

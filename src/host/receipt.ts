import { arrangeUndo, invertSteps, type MoveFormula } from "../core/apply-steps";
import { arrange, placeOf } from "../core/arrange";
import { sheetOf, type Change, type Edit, type Receipt, type Skipped, type SkipReason } from "../core/edit";
import { isFormula, isSameContent, contentAt, cellRange, findWorksheet, type Range, type Workbook } from "../core/workbook";
import { HostError } from "./host-error";

/** What a host is to do and what it will say of it, decided before anything is written. */
export type Plan = {
  readonly steps: readonly Edit[];
  readonly applied: readonly Change[];
  readonly skipped: readonly Skipped[];
  readonly inverse: readonly Edit[];
};

export function planApply(workbook: Workbook, changes: readonly Change[], move?: MoveFormula): Plan {
  const { steps, applied, skipped } = arrange(workbook, changes);
  return { steps, applied, skipped, inverse: invertSteps(workbook, steps, move) };
}

export const undoTitle = { zh: "撤销", en: "Undo" };

export function planUndo(workbook: Workbook, receipt: Receipt, move?: MoveFormula): Plan {
  const { steps, skipped } = arrangeUndo(workbook, { title: undoTitle, edits: receipt.inverse }, move);
  const applied = steps.length === 0 ? [] : [{ title: undoTitle, edits: steps }];
  return { steps, applied, skipped, inverse: invertSteps(workbook, steps, move) };
}

let receipts = 0;

export function receiptOf({ applied, skipped, inverse }: Plan, altered: readonly Range[] = []): Receipt {
  receipts += 1;
  return { id: `receipt-${receipts}`, applied, skipped, inverse, altered };
}

/** Changes with an edit that a host cannot make, for one reason, are left out whole. */
export function withoutEdits(changes: readonly Change[], reason: SkipReason, isOut: (edit: Edit) => boolean): { open: Change[]; skipped: Skipped[] } {
  const open: Change[] = [];
  const skipped: Skipped[] = [];
  for (const change of changes) {
    const edit = change.edits.find(isOut);
    if (edit === undefined) open.push(change);
    else skipped.push({ change, reason, at: placeOf(edit) });
  }
  return { open, skipped };
}

/** Protected sheets are never unprotected: nothing at all is written when one of them would be touched. */
export function refuseProtected(workbook: Workbook, edits: readonly Edit[]): void {
  for (const edit of edits) {
    if (findWorksheet(workbook, sheetOf(edit))?.isProtected === true) throw new HostError("protected-sheet", sheetOf(edit));
  }
}

/** Cells that do not hold what the last steps set; formulas are compared by their text. */
export function alteredCells(after: Workbook, steps: readonly Edit[]): Range[] {
  const moved = new Set(steps.flatMap((step) => (step.kind.startsWith("insert") || step.kind.startsWith("delete") ? [sheetOf(step)] : [])));
  return steps.flatMap((step) => {
    // places in a sheet whose rows moved are read back through the whole sheet, not cell by cell
    if (step.kind !== "set-cell" || moved.has(step.sheet)) return [];
    const worksheet = findWorksheet(after, step.sheet);
    const found = worksheet === undefined ? null : contentAt(worksheet, step.row, step.column);
    const isSame = isFormula(step.after) && isFormula(found) ? true : isSameContent(found, step.after);
    return isSame ? [] : [cellRange(step.sheet, step.row, step.column)];
  });
}


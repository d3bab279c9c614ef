import { applySteps } from "../core/apply-steps";
import type { Receipt } from "../core/edit";
import { compareWorkbooks, putCells } from "../core/reread";
import type { Range, Workbook } from "../core/workbook";
import { findWorksheet } from "../core/workbook";
import { moveFormula } from "../formula/move-formula";
import { changedPlaces } from "./changed-places";
import type { Host, WorkbookChange } from "./host";
import { HostError } from "./host-error";
import { planApply, planUndo, receiptOf, refuseProtected, type Plan } from "./receipt";

export type MemoryHost = Host & {
  /** What another person does meanwhile: the workbook is replaced and watchers are told. */
  replace(workbook: Workbook, change?: WorkbookChange): void;
  readonly selection: Range | undefined;
};

/** A workbook that lives in memory only: for tests, demonstrations and views. */
export function createMemoryHost(initial: Workbook): MemoryHost {
  let workbook = initial;
  let selection: Range | undefined;
  const listeners = new Set<(change: WorkbookChange) => void>();
  const before = new Map<string, { readonly from: Workbook; readonly to: Workbook }>();

  const carryOut = (plan: Plan): Receipt => {
    const from = workbook;
    workbook = applySteps(workbook, plan.steps, moveFormula);
    const receipt = receiptOf(plan);
    before.set(receipt.id, { from, to: workbook });
    return receipt;
  };

  return {
    async read(options) {
      if (options?.signal?.aborted === true) throw new HostError("cancelled");
      return workbook;
    },
    async readAgain(known, changes, options) {
      if (options?.signal?.aborted === true) throw new HostError("cancelled");
      const places = changedPlaces(known, changes);
      return places === undefined ? compareWorkbooks(known, workbook) : putCells(known, workbook, places);
    },
    async apply(changes) {
      refuseProtected(workbook, changes.flatMap(({ edits }) => edits));
      return carryOut(planApply(workbook, changes, moveFormula));
    },
    async undo(receipt) {
      refuseProtected(workbook, receipt.inverse);
      const kept = before.get(receipt.id);
      const undone = carryOut(planUndo(workbook, receipt, moveFormula));
      // nothing happened since: what was there comes back as it was, formats and hidden rows with it
      if (kept !== undefined && before.get(undone.id)?.from === kept.to) workbook = kept.from;
      return undone;
    },
    async select(range) {
      if (findWorksheet(workbook, range.sheet) === undefined) throw new HostError("missing-sheet", range.sheet);
      selection = range;
    },
    async watch(listener) {
      listeners.add(listener);
      return async () => {
        listeners.delete(listener);
      };
    },
    replace(next, change = {}) {
      workbook = next;
      for (const listener of listeners) listener(change);
    },
    get selection() {
      return selection;
    },
  };
}

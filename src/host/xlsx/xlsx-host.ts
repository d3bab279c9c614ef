import { movesCells } from "../../core/apply-steps";
import type { Appearance } from "../../core/appearance";
import { arrange } from "../../core/arrange";
import { isMarkEdit, isSetCell, sheetOf, type Change, type Edit, type Receipt, type Skipped } from "../../core/edit";
import { findWorksheet, isFormula, isInside, formulaAt, type Range, type Rectangle, type Workbook } from "../../core/workbook";
import { compareWorkbooks, putCells } from "../../core/reread";
import { moveFormula } from "../../formula/move-formula";
import { changedPlaces } from "../changed-places";
import type { Host, WorkbookChange } from "../host";
import { HostError } from "../host-error";
import { alteredCells, planApply, planUndo, receiptOf, refuseProtected, withoutEdits, type Plan } from "../receipt";
import { readAppearance } from "./appearance";
import { recallCalculation, recordCalculation } from "./calculation-record";
import { areSameParts, packPackage, readPackage, type Parts } from "./package";
import { askForCalculation, dropCalculationChain, refuseSheetName } from "./package-entries";
import { patchWorkbook } from "./patch-workbook";
import { withoutLeftovers } from "./leftovers";
import { withTexts } from "./part-texts";
import { readLayout, readWorkbook, type Guards, type Layout } from "./read-workbook";

export type XlsxHostOptions = { readonly name?: string; /** Called by `select`: a file has no screen of its own. */ readonly onSelect?: (range: Range) => void };

/** An .xlsx or .xlsm in memory. What no edit concerns is kept byte for byte. */
export type XlsxHost = Host & {
  /** The workbook as a file; the very bytes that were opened where nothing has changed. */
  save(): Promise<Uint8Array>;
  /** Another file made from this one by changes that are not made here; without what only the cells that went had. */
  copyWith(changes: readonly Change[]): Promise<FileCopy>;
  appearance(sheet: string): Appearance;
  /** A digital signature does not survive a change. */
  readonly isSigned: boolean;
};

export type FileCopy = { readonly bytes: Uint8Array; readonly skipped: readonly Skipped[] };

type State = { readonly parts: Parts; readonly layout: Layout; readonly workbook: Workbook; readonly guards: Guards; readonly bytes: Uint8Array | undefined };

export async function createXlsxHost(bytes: Uint8Array, options: XlsxHostOptions = {}): Promise<XlsxHost> {
  const parts = readPackage(bytes);
  let state: State = orDamaged(() => stateOf(parts, bytes));
  const before = new Map<string, { readonly from: State; readonly to: State }>();
  const listeners = new Set<(change: WorkbookChange) => void>();

  const carryOut = (plan: Plan): Receipt => {
    const from = state;
    if (plan.steps.length > 0) state = orDamaged(() => change(from, plan.steps));
    const receipt = receiptOf(plan, alteredCells(state.workbook, plan.steps));
    before.set(receipt.id, { from, to: state });
    return receipt;
  };

  return {
    async read(readOptions) {
      if (readOptions?.signal?.aborted === true) throw new HostError("cancelled");
      const cells = state.workbook.worksheets.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0);
      readOptions?.onProgress?.(cells, cells);
      return state.workbook;
    },
    async readAgain(known, changes, readOptions) {
      if (readOptions?.signal?.aborted === true) throw new HostError("cancelled");
      const places = changedPlaces(known, changes);
      return places === undefined ? compareWorkbooks(known, state.workbook) : putCells(known, state.workbook, places);
    },
    async apply(changes) {
      refuse(state, changes.flatMap(({ edits }) => edits));
      const { open, skipped } = withoutEdits(changes, "covered-cell", (edit) => isGuarded(edit, state.guards));
      const plan = planApply(state.workbook, open, moveFormula);
      return carryOut({ ...plan, skipped: [...plan.skipped, ...skipped] });
    },
    async undo(receipt) {
      refuse(state, receipt.inverse);
      const kept = before.get(receipt.id);
      const plan = planUndo(state.workbook, receipt, moveFormula);
      if (kept === undefined || kept.to !== state || plan.skipped.length > 0) return carryOut(plan);
      // nothing happened since: the file as it was comes back to the byte
      const undone = receiptOf(plan);
      before.set(undone.id, { from: state, to: kept.from });
      state = kept.from;
      return undone;
    },
    async select(range) {
      if (findWorksheet(state.workbook, range.sheet) === undefined) throw new HostError("missing-sheet", range.sheet);
      options.onSelect?.(range);
    },
    async watch(listener) {
      listeners.add(listener);
      return async () => {
        listeners.delete(listener);
      };
    },
    async save() {
      if (areSameParts(state.parts, parts)) return bytes;
      return state.bytes ?? packPackage(state.parts);
    },
    async copyWith(changes) {
      refuse(state, changes.flatMap(({ edits }) => edits));
      const { open, skipped } = withoutEdits(changes, "covered-cell", (edit) => isGuarded(edit, state.guards));
      const arranged = arrange(state.workbook, open);
      return { bytes: await packPackage(orDamaged(() => copied(state, arranged.steps))), skipped: [...arranged.skipped, ...skipped] };
    },
    appearance: (sheet) => readAppearance(state.parts, state.layout, sheet),
    isSigned: state.layout.isSigned,
  };
}

function stateOf(parts: Parts, bytes: Uint8Array | undefined): State {
  const layout = readLayout(parts);
  return { parts, layout, ...readWorkbook(parts, layout), bytes };
}

/** Broken XML shows in many ways; to a person it is one thing. */
function orDamaged<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof HostError ? error : new HostError("damaged", undefined, { cause: error });
  }
}

function change(from: State, steps: readonly Edit[]): State {
  let parts = patchWorkbook(from.parts, steps);
  const asked = withCalculation(from, steps, parts);
  // what asking for calculation changes is put back with the last text of ours
  parts = asked === parts ? recallCalculation(from.parts, parts) : recallCalculation(from.parts, recordCalculation(from.parts, from.layout, asked));
  const layout = readLayout(parts);
  return { parts, layout, ...readWorkbook(parts, layout), bytes: undefined };
}

function copied(from: State, steps: readonly Edit[]): Parts {
  return withTexts(() => {
    const parts = withCalculation(from, steps, patchWorkbook(from.parts, steps));
    return withoutLeftovers(parts, readLayout(parts));
  });
}

function withCalculation({ workbook, layout }: State, steps: readonly Edit[], parts: Parts): Parts {
  const settled = changesFormulas(workbook, steps) ? dropCalculationChain(parts, layout) : parts;
  // marks compute nothing and move nothing
  const isWorth = steps.some((step) => !isMarkEdit(step) && step.kind !== "keep-text") && workbook.worksheets.some(({ columns }) => columns.some((column) => (column?.formulas.size ?? 0) > 0));
  return isWorth || steps.some(bringsFormulas) ? askForCalculation(settled, layout) : settled;
}

function bringsFormulas(step: Edit): boolean {
  return isSetCell(step) ? isFormula(step.after) : "cells" in step && step.cells.some((line) => line.some(isFormula));
}

function changesFormulas(workbook: Workbook, steps: readonly Edit[]): boolean {
  return steps.some((step) => {
    if (step.kind === "delete-sheet" || step.kind === "add-sheet" || movesCells(step)) return true;
    if (step.kind !== "set-cell") return false;
    const worksheet = findWorksheet(workbook, step.sheet);
    return isFormula(step.after) || (worksheet !== undefined && formulaAt(worksheet, step.row, step.column) !== undefined);
  });
}

function refuse({ workbook, layout }: State, edits: readonly Edit[]): void {
  refuseProtected(workbook, edits);
  for (const edit of edits) {
    if (edit.kind === "add-sheet") refuseSheetName(edit.sheet);
    if ((edit.kind === "add-sheet" || edit.kind === "delete-sheet") && layout.isStructureProtected) throw new HostError("protected-workbook");
  }
}

/** Cells of array formulas and headers of Excel tables say something elsewhere too. */
function isGuarded(edit: Edit, guards: Guards): boolean {
  const guard = guards.get(sheetOf(edit));
  if (guard === undefined) return false;
  const crosses = (area: Rectangle, first: number, last: number, side: "row" | "column"): boolean => (side === "row" ? area.top <= last && area.bottom >= first : area.left <= last && area.right >= first);
  switch (edit.kind) {
    case "set-cell":
      return [...guard.arrays, ...guard.tableHeaders].some((area) => isInside(area, edit.row, edit.column));
    case "insert-rows":
      return guard.arrays.some((area) => area.top < edit.at && area.bottom >= edit.at) || guard.tables.some((area) => area.top < edit.at && area.bottom >= edit.at && area.top === edit.at - 1 && area.bottom === area.top);
    case "delete-rows":
      return [...guard.arrays, ...guard.tableHeaders].some((area) => crosses(area, edit.at, edit.at + edit.before.length - 1, "row"));
    case "insert-columns":
      return [...guard.arrays, ...guard.tables].some((area) => area.left < edit.at && area.right >= edit.at);
    case "delete-columns":
      return [...guard.arrays, ...guard.tables].some((area) => crosses(area, edit.at, edit.at + edit.before.length - 1, "column"));
    default:
      return false;
  }
}


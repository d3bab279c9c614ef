import { stringifyAddress } from "../../core/address";
import { movesCells } from "../../core/apply-steps";
import { sheetOf } from "../../core/edit";
import { moveFormula } from "../../formula/move-formula";
import { HostError } from "../host-error";
import { planUndo, receiptOf, type Plan } from "../receipt";
import type { KeptPart } from "./kept-part";
import { isOfficeError, toHostError } from "./office-error";
import { readTouched } from "./read-touched";
import { textsAfter } from "./texts-after";
import { touchedByInTurn } from "./touched-places";
import { onlyLooksFollow, queueSteps, type Written } from "./write-steps";

/** Sends the steps. Where Excel fails in the midst of them, what it has done already is taken back; mere looks it may refuse. */
export async function syncWriting(context: Excel.RequestContext, planned: Plan, written: Written, { isReadOnly, kept }: { readonly isReadOnly: boolean; readonly kept: KeptPart }): Promise<Written> {
  try {
    await context.sync();
    kept.settle();
    return written;
  } catch (error) {
    if (error instanceof OfficeExtension.Error && error.traceMessages.includes(onlyLooksFollow)) return readAgain(context, planned, written);
    const reason = toHostError(error);
    const isHalfDone = reason instanceof HostError && reason.code === "host-failure" && !planned.steps.some(movesCells);
    if (isHalfDone) await takeBack(context, planned, reason, kept);
    // some Excels let one change a read-only workbook, others refuse: only then is it said
    if (isReadOnly && isOfficeError(error, "AccessDenied")) throw new HostError("read-only", undefined, { cause: error });
    throw error;
  }
}

/** All was written and nothing answered: what was read went with the failure. Places that have moved since are left. */
async function readAgain(context: Excel.RequestContext, { steps }: Plan, { writings, addresses, addedSheets }: Written): Promise<Written> {
  const moved = new Set(steps.filter((step) => movesCells(step) || step.kind === "delete-sheet").map(sheetOf));
  const { worksheets } = context.workbook;
  const again: Written = {
    writings: writings.flatMap((writing) => (moved.has(writing.sheet) ? [] : [{ ...writing, range: worksheets.getItem(writing.sheet).getRange(stringifyAddress(writing.area)).load({ values: true, formulas: true }) }])),
    addresses,
    addedSheets: addedSheets.map(({ name }) => ({ name, sheet: worksheets.getItem(name).load({ id: true }) })),
  };
  await context.sync();
  return again;
}

/** Steps that were not made are not as the inverse expects them, so it leaves them alone. */
async function takeBack(context: Excel.RequestContext, planned: Plan, reason: HostError, kept: KeptPart): Promise<void> {
  try {
    const now = await readTouched(context, touchedByInTurn(planned.inverse), planned.inverse.some(({ kind }) => kind === "keep-text") ? kept : undefined);
    const { steps } = planUndo(now.workbook, receiptOf(planned), moveFormula);
    queueSteps(context, steps, { marks: now.own, kept }, textsAfter(now.workbook, steps));
    await context.sync();
  } catch (error) {
    throw new HostError("host-failure", reason.detail, { cause: new AggregateError([reason, toHostError(error)]) });
  }
}

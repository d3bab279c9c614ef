import { sheetOf, type Edit, type Receipt, type SetFilter } from "../../core/edit";
import { stringifyAddress } from "../../core/address";
import { asRead } from "../../core/arrange";
import { findWorksheet, type Range, type Workbook } from "../../core/workbook";
import { moveFormula } from "../../formula/move-formula";
import type { Host } from "../host";
import { HostError } from "../host-error";
import { planApply, planUndo, receiptOf, refuseProtected, withoutEdits, type Plan } from "../receipt";
import { canReadMerges } from "./merged-areas";
import { KeptPart } from "./kept-part";
import { isOfficeError, runInExcel } from "./office-error";
import { OwnTraces } from "./own-traces";
import { readAgain } from "./read-again";
import { readBack } from "./read-back";
import { hasNotes } from "./read-marks";
import { readTouched, type Now } from "./read-touched";
import { readWorkbook } from "./read-workbook";
import { SheetNames } from "./sheet-list";
import { syncWriting } from "./sync-writing";
import { textsAfter } from "./texts-after";
import { touchedBy, touchedByInTurn, type Touched } from "./touched-places";
import { watchWorkbook } from "./watch-workbook";
import { queueSteps } from "./write-steps";

export type ExcelHostOptions = {
  /** Bytes that a response may have; Excel on the web has 5 MB. */
  readonly payloadLimit?: number;
};

/** The workbook that Excel has open. Every call is one conversation of as few round trips as can be. */
export function createExcelHost({ payloadLimit = 5_000_000 }: ExcelHostOptions = {}): Host {
  const names = new SheetNames();
  const own = new OwnTraces();
  const kept = new KeptPart();

  /** Two trips: what stands there now, then the steps and the reading back of what they wrote. */
  const carryOut = (touched: ReadonlyMap<string, Touched>, edits: readonly Edit[], plan: (now: Now) => Plan): Promise<Receipt> =>
    own.during(() =>
      runInExcel(async (context) => {
        const now = await readTouched(context, touched, edits.some(({ kind }) => kind === "keep-text") ? kept : undefined);
        names.remember(now.heads);
        refuseProtected(now.workbook, edits);
        if (now.isStructureProtected && edits.some(({ kind }) => kind === "add-sheet" || kind === "delete-sheet")) throw new HostError("protected-workbook");
        const planned = plan(now);
        if (planned.steps.length === 0) return receiptOf(planned);
        const written = await syncWriting(context, planned, queueSteps(context, planned.steps, { marks: now.own, kept }, textsAfter(now.workbook, planned.steps)), { isReadOnly: now.isReadOnly, kept });
        const ids = new Map([...now.heads.map(({ name, id }) => [name, id] as const), ...written.addedSheets.map(({ name, sheet }) => [name, sheet.id] as const)]);
        const idOf = (sheet: string): string => ids.get(sheet) ?? "";
        own.expect([
          ...written.addresses.map(({ sheet, address }) => ({ kind: "changed" as const, id: idOf(sheet), address })),
          ...written.addedSheets.map(({ name }) => ({ kind: "added" as const, id: idOf(name) })),
          ...planned.steps.filter((step) => step.kind === "set-filter" && showsRows(step, now.workbook)).map((step) => ({ kind: "hiding" as const, id: idOf(sheetOf(step)) })),
          ...planned.steps.filter(({ kind }) => kind === "delete-sheet").map((step) => ({ kind: "deleted" as const, id: idOf(sheetOf(step)) })),
        ]);
        const { altered, inverse } = readBack(written.writings, planned.inverse);
        return receiptOf({ ...planned, inverse }, altered);
      }),
    );

  return {
    read: (options = {}) => runInExcel((context) => readWorkbook(context, payloadLimit, names, { ...options, kept })),
    readAgain: (before, changes, options = {}) => runInExcel((context) => readAgain(context, before, changes, payloadLimit, names, { ...options, kept })),
    apply(changes) {
      const { open, skipped } = withoutEdits(changes, "unsupported", isOutOfReach);
      const edits = open.flatMap((change) => change.edits);
      return carryOut(touchedBy(open.flatMap((change) => change.edits.flatMap((edit) => asRead(edit, change.edits) ?? []))), edits, ({ workbook }) => {
        const planned = planApply(workbook, open, moveFormula);
        return { ...planned, skipped: [...planned.skipped, ...skipped] };
      });
    },
    undo: (receipt) => carryOut(touchedByInTurn(receipt.inverse), receipt.inverse, ({ workbook }) => planUndo(workbook, receipt, moveFormula)),
    select: (range) => own.during(() => select(range, own)),
    watch: (listener) => watchWorkbook(listener, names, own),
  };
}

/** What this Excel has no way to make, or to take back. */
function isOutOfReach({ kind }: Edit): boolean {
  if (kind === "set-note") return !hasNotes();
  return (kind === "merge" || kind === "unmerge") && !canReadMerges();
}

/** Whether taking a filter off shows rows, of which Excel tells. */
function showsRows({ before, sheet }: SetFilter, workbook: Workbook): boolean {
  return before !== null && findWorksheet(workbook, sheet)?.isFiltered === true;
}

async function select(range: Range, own: OwnTraces): Promise<void> {
  await runInExcel(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet().load({ id: true });
    const sheet = context.workbook.worksheets.getItem(range.sheet).load({ id: true });
    sheet.activate();
    sheet.getRange(stringifyAddress(range)).select();
    try {
      await context.sync();
    } catch (error) {
      if (isOfficeError(error, "ItemNotFound")) throw new HostError("missing-sheet", range.sheet, { cause: error });
      throw error;
    }
    if (active.id !== sheet.id) own.expect([{ kind: "deactivated", id: active.id }, { kind: "activated", id: sheet.id }]);
  });
}

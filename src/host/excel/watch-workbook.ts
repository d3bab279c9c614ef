import { parseAddress } from "../../core/address";
import type { Range } from "../../core/workbook";
import type { WorkbookChange } from "../host";
import { isSupported, runInExcel } from "./office-error";
import type { OwnTraces } from "./own-traces";
import { loadSheetList, sheetListFrom, type SheetNames } from "./sheet-list";

type Listener = (change: WorkbookChange) => void;

/** Tells of what others change, until the answer is called. Activation counts too: some Excels do not tell of a pick from a list. */
export async function watchWorkbook(listener: Listener, names: SheetNames, own: OwnTraces): Promise<() => Promise<void>> {
  own.forget();
  const handlers = await runInExcel(async (context) => {
    const { worksheets } = context.workbook;
    const list = loadSheetList(context);
    const added = [
      worksheets.onChanged.add(async (event) => own.unlessOwn({ kind: "changed", id: event.worksheetId, address: event.address, trigger: event.triggerSource }, () => listener({ ...changeOf(event, names), ...(event.source === Excel.EventSource.remote ? { isRemote: true } : {}) }))),
      worksheets.onActivated.add(async (event) => own.unlessOwn({ kind: "activated", id: event.worksheetId }, () => listener({ ...sheetOnly(event.worksheetId, names), isGlance: true }))),
      // what was picked from a list on the worksheet that is left has perhaps not been told
      worksheets.onDeactivated.add(async (event) => own.unlessOwn({ kind: "deactivated", id: event.worksheetId }, () => listener({ ...sheetOnly(event.worksheetId, names), isGlance: true }))),
      ...(isSupported("1.11") ? [worksheets.onRowHiddenChanged.add(async (event) => own.unlessOwn({ kind: "hiding", id: event.worksheetId }, () => listener({ ...sheetOnly(event.worksheetId, names), isHiding: true, ...(event.source === Excel.EventSource.remote ? { isRemote: true } : {}) })))] : []),
      worksheets.onAdded.add(async (event) => own.unlessOwn({ kind: "added", id: event.worksheetId }, () => listener({}))),
      worksheets.onDeleted.add(async (event) => own.unlessOwn({ kind: "deleted", id: event.worksheetId }, () => listener({}))),
    ];
    await context.sync();
    names.remember(sheetListFrom(list));
    return added;
  });
  return async () => {
    const first = handlers[0];
    if (first === undefined) return;
    // a handler can be taken off only in the conversation it was put on in
    await runInExcel(async (context) => {
      for (const handler of handlers.splice(0)) handler.remove();
      await context.sync();
    }, first.context);
  };
}

function changeOf({ worksheetId, address, changeType }: Excel.WorksheetChangedEventArgs, names: SheetNames): WorkbookChange {
  const sheet = names.nameOf(worksheetId);
  if (sheet === undefined || changeType !== Excel.DataChangeType.rangeEdited) return sheetOnly(worksheetId, names);
  const areas = address.split(",").map((part) => parseAddress(part.slice(part.lastIndexOf("!") + 1)));
  const ranges = areas.flatMap((area): Range[] => (area === undefined ? [] : [{ sheet, ...area }]));
  return ranges.length === areas.length ? { sheet, ranges } : { sheet };
}

/** A worksheet that has come or been renamed since: the whole workbook is to be read again. */
function sheetOnly(id: string, names: SheetNames): WorkbookChange {
  const sheet = names.nameOf(id);
  return sheet === undefined ? {} : { sheet };
}

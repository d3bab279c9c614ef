import { stringifyAddress } from "../../core/address";
import { compareWorkbooks, putCells, type Reread } from "../../core/reread";
import type { Range, Workbook } from "../../core/workbook";
import { changedPlaces } from "../changed-places";
import { HostError } from "../host-error";
import type { ReadOptions, WorkbookChange } from "../host";
import { isErrorText } from "./cell-content";
import type { KeptPart } from "./kept-part";
import { loadMergedAreas, mergesFrom, sparing } from "./merged-areas";
import { readWorkbook } from "./read-workbook";
import { loadSheetList, sheetListFrom, type SheetNames } from "./sheet-list";
import { WorksheetBuilder } from "./worksheet-builder";

/** One trip for the ranges that the changes name and what is computed from them; the whole workbook where a change names none. */
export async function readAgain(context: Excel.RequestContext, before: Workbook, changes: readonly WorkbookChange[], payloadLimit: number, names: SheetNames, options: ReadOptions & { readonly kept: KeptPart }): Promise<Reread> {
  const places = changedPlaces(before, changes);
  if (options.signal?.aborted === true) throw new HostError("cancelled");
  const now = places === undefined ? undefined : await readPlaces(context, places, names);
  // sheets have come, gone or been renamed meanwhile
  const isSame = now !== undefined && now.worksheets.length === before.worksheets.length && now.worksheets.every(({ name }, index) => name === before.worksheets[index]?.name);
  if (places !== undefined && now !== undefined && isSame) return putCells(before, now, places);
  return compareWorkbooks(before, await readWorkbook(context, payloadLimit, names, options));
}

async function readPlaces(context: Excel.RequestContext, places: readonly Range[], names: SheetNames): Promise<Workbook> {
  const list = loadSheetList(context);
  const asked = [...places].sort((a, b) => a.top - b.top).map((place) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheet);
    const range = sheet.getRange(stringifyAddress(place)).load({ values: true, formulas: true, numberFormat: true, valueTypes: true });
    return { place, range, merges: loadMergedAreas(sheet, place.top, place.bottom, sparing.band) };
  });
  await context.sync();
  const heads = sheetListFrom(list);
  names.remember(heads);
  const worksheets = heads.map((head) => {
    const builder = new WorksheetBuilder(head);
    const own = asked.filter(({ place, range }) => place.sheet === head.name && !range.isNullObject);
    for (const { place: { top, left }, range } of own) {
      builder.add({ top, left, values: range.values, formulas: range.formulas, formats: range.numberFormat });
      for (const { row, column } of builder.doubtful.splice(0)) {
        if (isErrorText(range.values[row - top]?.[column - left]) && range.valueTypes[row - top]?.[column - left] === Excel.RangeValueType.error) builder.setError(row, column);
      }
    }
    const merges = mergesFrom(own.flatMap((one) => one.merges));
    builder.addMerges(merges.filter(({ top, left }, index) => merges.findIndex((other) => other.top === top && other.left === left) === index));
    return builder.finish();
  });
  return { worksheets, uses1904Dates: false };
}

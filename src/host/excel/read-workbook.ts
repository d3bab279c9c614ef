import type { Workbook } from "../../core/workbook";
import type { ReadOptions } from "../host";
import type { KeptPart } from "./kept-part";
import { loadNamedPlaces, loadTableList, namedPlacesFrom } from "./named-places";
import { hasNotes } from "./read-marks";
import { readSheets, stoppable } from "./read-sheets";
import { loadSheetList, sheetListFrom, type SheetNames } from "./sheet-list";

/** Reads the whole workbook: one trip for the list of sheets, and those it takes to read them. */
export async function readWorkbook(context: Excel.RequestContext, payloadLimit: number, names: SheetNames, options: ReadOptions & { readonly kept: KeptPart }): Promise<Workbook> {
  const { kept } = options;
  const list = loadSheetList(context);
  const tables = loadTableList(context);
  const dates = loadDateSystem(context);
  const keptLoad = kept.load(context, false);
  await stoppable(context, options.signal)();
  const heads = sheetListFrom(list);
  names.remember(heads);
  const { worksheets, beside } = await readSheets(context, heads, payloadLimit, () => ({ places: loadNamedPlaces(context, heads, tables), kept: kept.loadXml(context, keptLoad) }), options);
  return { worksheets, uses1904Dates: uses1904(dates), ...(beside && { ...namedPlacesFrom(beside.places), kept: kept.remember(beside.kept) }), ...(!hasNotes() && { lacksNotes: true }) };
}

type DateSystemLoad = Excel.FunctionResult<number>;

export function loadDateSystem({ workbook }: Excel.RequestContext): DateSystemLoad {
  return workbook.functions.date(1904, 1, 1).load({ value: true });
}

/** Asked of Excel itself: day 0 of a workbook with 1904 dates, day 1462 of any other. */
export function uses1904(dates: DateSystemLoad): boolean {
  return dates.value === 0;
}

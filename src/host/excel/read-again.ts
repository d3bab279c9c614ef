import { compareWorkbooks, type Reread } from "../../core/reread";
import { findWorksheet, type Workbook, type Worksheet } from "../../core/workbook";
import { HostError } from "../host-error";
import type { ReadOptions, WorkbookChange } from "../host";
import type { KeptPart } from "./kept-part";
import { loadKnownPlaces, loadNamedPlaces, loadTableList, namedPlacesFrom, type NamedPlacesLoad } from "./named-places";
import { planReading, type Reading } from "./plan-reading";
import { loadParts, partsFrom, type PartsLoad } from "./read-parts";
import { readSheets } from "./read-sheets";
import { loadDateSystem, readWorkbook, uses1904 } from "./read-workbook";
import { loadSheetList, sheetListFrom, type SheetHead, type SheetNames } from "./sheet-list";

/**
 * One trip for the ranges that the changes name and what is computed from them; for worksheets that they name as many as
 * it takes to read these; the whole workbook where a change names nothing.
 */
export async function readAgain(context: Excel.RequestContext, before: Workbook, changes: readonly WorkbookChange[], payloadLimit: number, names: SheetNames, options: ReadOptions & { readonly kept: KeptPart }): Promise<Reread> {
  const reading = planReading(before, changes);
  const heads = reading && headsBefore(before, reading.sheets, names);
  const whole = async (): Promise<Reread> => compareWorkbooks(before, await readWorkbook(context, payloadLimit, names, options));
  // a workbook with too many names to be told needs ways of its own
  if (reading === undefined || heads === undefined || (heads.length > 0 && before.names === undefined)) return whole();
  if (options.signal?.aborted === true) throw new HostError("cancelled");

  const loadAll = (): Beside => loadBeside(context, before, reading, names, options.kept);
  const { worksheets, beside } = heads.length === 0 ? { worksheets: [], beside: await synced(context, loadAlone(context, before, reading)) } : await readSheets(context, heads, payloadLimit, loadAll, options);
  if (beside === undefined) return whole();
  const now = sheetListFrom(beside.list);
  names.remember(now);
  // sheets have come, gone or been renamed meanwhile
  const isSame = now.length === before.worksheets.length && now.every(({ name }, index) => name === before.worksheets[index]?.name);
  if (!isSame) return whole();
  const { again, others } = partsFrom(beside.parts, before, now);
  if (others.length > 0) return readAgain(context, before, [...changes.filter(({ isGlance }) => isGlance !== true), ...[...reading.sheets, ...others].map((sheet) => ({ sheet }))], payloadLimit, names, options);
  if (beside.workbook === undefined) return again;
  const { dates, kept } = beside.workbook;
  const texts = await options.kept.read(context, kept);
  const places = await placesOf(context, before, now, beside.workbook);
  return compareWorkbooks(before, { ...again.workbook, ...places, kept: texts, uses1904Dates: uses1904(dates), worksheets: again.workbook.worksheets.map((worksheet) => readWhole(worksheets, worksheet)) });
}

/** What of the workbook worksheets that are read whole may have changed with them. */
type WorkbookLoad = { readonly tables: Excel.TableCollection; readonly places: NamedPlacesLoad; readonly dates: ReturnType<typeof loadDateSystem>; readonly kept: ReturnType<KeptPart["load"]> };
type Beside = { readonly list: Excel.WorksheetCollection; readonly parts: PartsLoad; readonly workbook: WorkbookLoad | undefined };

function loadAlone(context: Excel.RequestContext, before: Workbook, reading: Reading): Beside {
  return { list: loadSheetList(context), parts: loadParts(context, before, reading), workbook: undefined };
}

function loadBeside(context: Excel.RequestContext, before: Workbook, reading: Reading, names: SheetNames, kept: KeptPart): Beside {
  const heads = headsBefore(before, before.worksheets.map(({ name }) => name), names) ?? [];
  const workbook = { tables: loadTableList(context), places: loadKnownPlaces(context, heads, before.listObjects ?? []), dates: loadDateSystem(context), kept: kept.load(context) };
  return { ...loadAlone(context, before, reading), workbook };
}

async function synced<T>(context: Excel.RequestContext, asked: T): Promise<T> {
  await context.sync();
  return asked;
}

/** Excel tables are asked for by the names they had: one trip more where there are others now. */
async function placesOf(context: Excel.RequestContext, { listObjects = [] }: Workbook, heads: readonly SheetHead[], { tables, places }: WorkbookLoad): Promise<Pick<Workbook, "names" | "listObjects">> {
  const isSame = tables.items.length === listObjects.length && tables.items.every(({ name }, index) => name === listObjects[index]?.name);
  return namedPlacesFrom(isSame ? places : await synced(context, loadNamedPlaces(context, heads, tables)));
}

/** Undefined where one is not known by its id. */
function headsBefore(before: Workbook, sheets: readonly string[], names: SheetNames): SheetHead[] | undefined {
  const heads: SheetHead[] = [];
  for (const name of sheets) {
    const [id, worksheet] = [names.idOf(name), findWorksheet(before, name)];
    if (id === undefined || worksheet === undefined) return undefined;
    heads.push({ id, name, visibility: worksheet.visibility, isProtected: worksheet.isProtected });
  }
  return heads;
}

function readWhole(read: readonly Worksheet[], worksheet: Worksheet): Worksheet {
  const fresh = read.find(({ name }) => name === worksheet.name);
  return fresh === undefined ? worksheet : { ...fresh, visibility: worksheet.visibility, isProtected: worksheet.isProtected };
}

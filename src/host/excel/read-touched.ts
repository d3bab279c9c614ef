import { stringifyAddress, stringifyColumn } from "../../core/address";
import type { Rectangle, Workbook } from "../../core/workbook";
import { HostError } from "../host-error";
import { isErrorText } from "./cell-content";
import { groupCells } from "./group-cells";
import { canReadMerges, loadMergedAreas, mergesFrom, rectangleOf, smallBand, usualBand, type MergedAreas } from "./merged-areas";
import { toHostError } from "./office-error";
import { loadSheetList, sheetListFrom, type SheetHead } from "./sheet-list";
import type { Touched } from "./touched-places";
import { WorksheetBuilder } from "./worksheet-builder";

type Asked = {
  readonly extent: Excel.Range | undefined;
  readonly ranges: readonly Excel.Range[];
  readonly merges: readonly MergedAreas[];
};

export type Now = {
  /** Every worksheet by name, but of each only what was asked for. */
  readonly workbook: Workbook;
  readonly heads: readonly SheetHead[];
  readonly isStructureProtected: boolean;
  readonly isReadOnly: boolean;
};

/** One trip: what stands now where changes would be made, as a workbook that holds only that. */
export async function readTouched(context: Excel.RequestContext, touched: ReadonlyMap<string, Touched>, band = usualBand): Promise<Now> {
  const list = loadSheetList(context);
  const { workbook } = context;
  workbook.load({ readOnly: true, protection: { protected: true } });
  const asked = new Map([...touched].map(([name, places]) => [name, ask(workbook.worksheets.getItemOrNullObject(name), places, band)]));
  try {
    await context.sync();
  } catch (error) {
    const reason = toHostError(error);
    const canAskLess = reason instanceof HostError && reason.code === "host-failure" && canReadMerges() && band > smallBand;
    if (!canAskLess) throw error;
    return readTouched(context, touched, smallBand);
  }
  const heads = sheetListFrom(list);
  const worksheets = heads.map((head) => {
    const builder = new WorksheetBuilder(head);
    const answer = asked.get(head.name);
    for (const range of answer?.ranges ?? []) if (!range.isNullObject) addRange(builder, range);
    if (answer !== undefined) builder.addMerges(mergesFrom(answer.merges));
    const extent = answer?.extent;
    return builder.finish(extent === undefined || extent.isNullObject ? undefined : { rowCount: extent.rowCount, columnCount: extent.columnCount });
  });
  return { workbook: { worksheets, uses1904Dates: false }, heads, isStructureProtected: workbook.protection.protected, isReadOnly: workbook.readOnly };
}

function ask(sheet: Excel.Worksheet, { cells, areas, rows, columns, mergesTo, needsExtent }: Touched, band: number): Asked {
  const used = needsExtent ? sheet.getRange("A1").getBoundingRect(sheet.getUsedRange(true)).load({ rowCount: true, columnCount: true }) : undefined;
  const places: Rectangle[] = [...groupCells(cells), ...areas];
  const lines = [...rows.map(({ first, last }) => `${first + 1}:${last + 1}`), ...columns.map(({ first, last }) => `${stringifyColumn(first)}:${stringifyColumn(last)}`)];
  const ranges = [
    ...places.map((area) => sheet.getRange(stringifyAddress(area))),
    ...(used === undefined ? [] : lines.map((address) => used.getIntersectionOrNullObject(address))),
  ].map((range) => range.load({ address: true, values: true, formulas: true, valueTypes: true }));
  return { extent: used, ranges, merges: mergesTo === undefined ? [] : loadMergedAreas(sheet, 0, mergesTo, band) };
}

function addRange(builder: WorksheetBuilder, range: Excel.Range): void {
  const { top, left } = rectangleOf(range.address);
  builder.add({ top, left, values: range.values, formulas: range.formulas });
  for (const [row, types] of range.valueTypes.entries()) {
    for (const [column, type] of types.entries()) {
      if (type === Excel.RangeValueType.error && isErrorText(range.values[row]?.[column])) builder.setError(top + row, left + column);
    }
  }
}

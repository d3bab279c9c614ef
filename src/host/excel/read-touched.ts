import { stringifyAddress, stringifyColumn } from "../../core/address";
import { withMarks } from "../../core/marks";
import type { Rectangle, Workbook } from "../../core/workbook";
import { HostError } from "../host-error";
import { loadFormulaCells } from "./block";
import { isErrorText } from "./cell-content";
import { groupCells } from "./group-cells";
import { loadMergedAreas, mergesFrom, plain, rectangleOf, sparing, type MergedAreas, type Way } from "./merged-areas";
import type { KeptPart } from "./kept-part";
import { toHostError } from "./office-error";
import { loadTouchedMarks, ownChartsInExcel, ownFormatsLoaded, tablesUnder, touchedMarksFrom, type TouchedMarksLoad } from "./read-marks";
import { loadSheetList, sheetListFrom, type SheetHead } from "./sheet-list";
import type { Touched } from "./touched-places";
import { WorksheetBuilder } from "./worksheet-builder";
import type { OwnMarksByNow } from "./write-marks";

type Asked = {
  readonly extent: Excel.Range | undefined;
  readonly formulaCells: Excel.RangeAreas | undefined;
  readonly ranges: readonly Excel.Range[];
  readonly merges: readonly MergedAreas[];
  readonly marks: TouchedMarksLoad | undefined;
};

export type Now = {
  /** Every worksheet by name, but of each only what was asked for. */
  readonly workbook: Workbook;
  readonly heads: readonly SheetHead[];
  readonly isStructureProtected: boolean;
  readonly isReadOnly: boolean;
  /** What of ours lies on the worksheets that were asked about it. */
  readonly own: OwnMarksByNow;
};

/** One trip: what stands now where changes would be made, as a workbook that holds only that. */
export async function readTouched(context: Excel.RequestContext, touched: ReadonlyMap<string, Touched>, kept: KeptPart | undefined, way = sparing): Promise<Now> {
  const list = loadSheetList(context);
  const { workbook } = context;
  const keptLoad = kept?.load(context, way === sparing);
  workbook.load({ readOnly: true, protection: { protected: true } });
  const asked = new Map([...touched].map(([name, places]) => [name, ask(workbook.worksheets.getItemOrNullObject(name), places, way)]));
  try {
    await context.sync();
  } catch (error) {
    const reason = toHostError(error);
    if (!(reason instanceof HostError)) throw error;
    // old workbooks may drag along tens of thousands of names
    if (reason.code === "payload-limit" && way.withNames) return readTouched(context, touched, kept, { ...way, withNames: false });
    if (reason.code !== "host-failure" || way === plain) throw error;
    return readTouched(context, touched, kept, plain);
  }
  const heads = sheetListFrom(list);
  const worksheets = heads.map((head) => {
    const builder = new WorksheetBuilder(head);
    const answer = asked.get(head.name);
    if (answer?.formulaCells !== undefined) addFormulas(builder, answer.formulaCells);
    for (const range of answer?.ranges ?? []) if (!range.isNullObject) addRange(builder, range);
    if (answer !== undefined) builder.addMerges(mergesFrom(answer.merges));
    const extent = answer?.extent;
    const worksheet = builder.finish(extent === undefined || extent.isNullObject ? undefined : { rowCount: extent.rowCount, columnCount: extent.columnCount });
    return answer?.marks === undefined ? worksheet : withMarks(worksheet, touchedMarksFrom(answer.marks, head.name));
  });
  const marked = [...asked].flatMap(([name, { marks }]) => (marks === undefined || heads.every((head) => head.name !== name) ? [] : [{ name, marks }]));
  const listObjects = marked.flatMap(({ name, marks }) => tablesUnder(marks, name));
  const texts = keptLoad === undefined ? undefined : await kept?.read(context, keptLoad);
  const own: OwnMarksByNow = {
    formats: new Map(marked.map(({ name, marks }) => [name, ownFormatsLoaded(marks)])),
    charts: new Map(marked.map(({ name, marks }) => [name, ownChartsInExcel(marks)])),
  };
  return { workbook: { worksheets, uses1904Dates: false, ...(listObjects.length > 0 && { listObjects }), ...(texts && { kept: texts }) }, heads, own, isStructureProtected: workbook.protection.protected, isReadOnly: workbook.readOnly };
}

function ask(sheet: Excel.Worksheet, { cells, areas, rows, columns, mergesTo, needsExtent, needsFormulas, marks }: Touched, way: Way): Asked {
  const used = needsExtent ? sheet.getRange("A1").getBoundingRect(sheet.getUsedRange(true)).load({ rowCount: true, columnCount: true }) : undefined;
  const places: Rectangle[] = [...groupCells(cells), ...areas];
  const lines = [...rows.map(({ first, last }) => `${first + 1}:${last + 1}`), ...columns.map(({ first, last }) => `${stringifyColumn(first)}:${stringifyColumn(last)}`)];
  const ranges = [
    ...places.map((area) => sheet.getRange(stringifyAddress(area))),
    ...(used === undefined ? [] : lines.map((address) => used.getIntersectionOrNullObject(address))),
  ].map((range) => range.load({ address: true, values: true, formulas: true, valueTypes: true }));
  return {
    extent: used,
    formulaCells: needsFormulas && way.formulasApart && used !== undefined ? loadFormulaCells(used) : undefined,
    ranges,
    merges: mergesTo === undefined ? [] : loadMergedAreas(sheet, 0, mergesTo, way.band),
    marks: marks === undefined ? undefined : loadTouchedMarks(sheet, marks, way.withNames),
  };
}

/** What they compute does not matter here: whether Excel breaks them does. */
function addFormulas(builder: WorksheetBuilder, cells: Excel.RangeAreas): void {
  if (cells.isNullObject) return;
  for (const { rowIndex: top, columnIndex: left, formulas } of cells.areas.items) {
    builder.add({ top, left, values: formulas.map((line) => line.map(() => "")), formulas });
  }
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

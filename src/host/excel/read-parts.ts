import { stringifyAddress } from "../../core/address";
import { withMarks } from "../../core/marks";
import { compareWorkbooks, putCells, type Reread } from "../../core/reread";
import { findWorksheet, type Range, type Workbook, type Worksheet } from "../../core/workbook";
import { isErrorText } from "./cell-content";
import { loadMergedAreas, mergesFrom, sparing, type MergedAreas } from "./merged-areas";
import { amountOf, type Reading } from "./plan-reading";
import { filterFrom, loadFilter } from "./read-marks";
import type { SheetHead } from "./sheet-list";
import { spansOf, WorksheetBuilder } from "./worksheet-builder";

type Place = { readonly place: Range; readonly range: Excel.Range; readonly merges: readonly MergedAreas[] };
type Hiding = { readonly name: string; readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>; readonly filter: ReturnType<typeof loadFilter> };
type Glance = { readonly name: string; readonly used: Excel.Range; readonly count: Excel.FunctionResult<number> };

/** Parts of worksheets as they are asked for; to be read once they are there. */
export type PartsLoad = { readonly places: readonly Place[]; readonly hidings: readonly Hiding[]; readonly glances: readonly Glance[] };

export function loadParts({ workbook }: Excel.RequestContext, before: Workbook, { places, hidings, glances }: Reading): PartsLoad {
  const sheetOf = (name: string): Excel.Worksheet => workbook.worksheets.getItemOrNullObject(name);
  return {
    places: [...places].sort((a, b) => a.top - b.top).map((place) => {
      const range = sheetOf(place.sheet).getRange(stringifyAddress(place)).load({ values: true, formulas: true, numberFormat: true, valueTypes: true });
      return { place, range, merges: loadMergedAreas(sheetOf(place.sheet), place.top, place.bottom, sparing.band) };
    }),
    hidings: hidings.map((name) => {
      const worksheet = findWorksheet(before, name);
      // as far as a whole reading would look: merged areas further down do not count there
      const bottom = Math.max(1, worksheet === undefined ? 1 : amountOf(worksheet).rows) - 1;
      const rows = workbook.worksheets.getItem(name).getRange(stringifyAddress({ top: 0, left: 0, bottom, right: 0 }));
      return { name, rows: rows.getRowProperties({ rowHidden: true }), filter: loadFilter(workbook.worksheets.getItem(name)) };
    }),
    glances: glances.map((name) => {
      const sheet = workbook.worksheets.getItem(name);
      const used = sheet.getRange("A1").getBoundingRect(sheet.getUsedRange(true)).load({ rowCount: true, columnCount: true });
      return { name, used, count: workbook.functions.countA(used).load({ value: true }) };
    }),
  };
}

export type PartsRead = {
  readonly again: Reread;
  /** Worksheets that hold more or less than before, to be read whole. */
  readonly others: readonly string[];
};

/** Puts what was read in its place; the worksheets are the same as before. */
export function partsFrom({ places, hidings, glances }: PartsLoad, before: Workbook, heads: readonly SheetHead[]): PartsRead {
  const put = putCells(before, { worksheets: heads.map((head) => placesOf(head, places)), uses1904Dates: before.uses1904Dates }, places.map(({ place }) => place));
  const worksheets = put.workbook.worksheets.map((worksheet, index) => withHead(withHiding(worksheet, hidings), heads[index]));
  const isPut = worksheets.every((worksheet, index) => worksheet === put.workbook.worksheets[index]);
  const others = glances.filter(({ name, used, count }) => {
    const worksheet = findWorksheet(before, name);
    const amount = worksheet === undefined ? undefined : amountOf(worksheet);
    return amount === undefined || amount.rows !== used.rowCount || amount.columns !== used.columnCount || amount.cells !== count.value;
  });
  return { again: isPut ? put : compareWorkbooks(before, { ...put.workbook, worksheets }), others: others.map(({ name }) => name) };
}

function placesOf(head: SheetHead, places: readonly Place[]): Worksheet {
  const builder = new WorksheetBuilder(head);
  const own = places.filter(({ place, range }) => place.sheet === head.name && !range.isNullObject);
  for (const { place: { top, left }, range } of own) {
    builder.add({ top, left, values: range.values, formulas: range.formulas, formats: range.numberFormat });
    for (const { row, column } of builder.doubtful.splice(0)) {
      if (isErrorText(range.values[row - top]?.[column - left]) && range.valueTypes[row - top]?.[column - left] === Excel.RangeValueType.error) builder.setError(row, column);
    }
  }
  const merges = mergesFrom(own.flatMap((one) => one.merges));
  builder.addMerges(merges.filter(({ top, left }, index) => merges.findIndex((other) => other.top === top && other.left === left) === index));
  return builder.finish();
}

function withHiding(worksheet: Worksheet, hidings: readonly Hiding[]): Worksheet {
  const hiding = hidings.find(({ name }) => name === worksheet.name);
  if (hiding === undefined) return worksheet;
  const hidden = new Set(hiding.rows.value.flatMap(({ rowHidden }, row) => (rowHidden === true ? [row] : [])));
  const { ownFormats, notes, validations } = worksheet;
  return withMarks({ ...worksheet, hiddenRows: spansOf(hidden) }, { ...filterFrom(hiding.filter), ...(ownFormats && { ownFormats }), ...(notes && { notes }), ...(validations && { validations }) });
}

function withHead(worksheet: Worksheet, head: SheetHead | undefined): Worksheet {
  if (head === undefined || (worksheet.visibility === head.visibility && worksheet.isProtected === head.isProtected)) return worksheet;
  return { ...worksheet, visibility: head.visibility, isProtected: head.isProtected };
}

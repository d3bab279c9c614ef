import { stringifyAddress, stringifyColumn, stringifyReference, stringifyRows } from "../../core/address";
import type { ColumnLayout } from "../../core/marks";
import type { CellLook, SheetLayout } from "../../core/sheet-layout";
import type { Rectangle } from "../../core/workbook";
import { headerText } from "../header-text";
import { queueChartLooks, type MadeChart } from "./write-charts";

export type LaidOut = { readonly sheet: Excel.Worksheet; readonly layout: SheetLayout };

const headerFill = "#DDEBF7";
const titleSize = 16;
const linkColor = "#0563C1";
const noteColor = "#595959";
const noteSize = 9;

/** Half a Chinese character of eleven points, and the cell's margins, in pixels. */
const digit = 7.5;
const margins = 5;
const pointsAPixel = 0.75;

/** Queues how new worksheets look; what an Excel is likeliest to refuse comes last, for after a refusal it does no more. */
export function queueLayouts(laidOut: readonly LaidOut[], charts: readonly MadeChart[]): void {
  for (const { sheet, layout } of laidOut) queueLooks(sheet, layout);
  for (const { sheet, layout } of laidOut) queueLists(sheet, layout);
  queueChartLooks(charts);
  // without a printer Excel may refuse all of it
  for (const { sheet, layout } of laidOut) queuePrint(sheet, layout);
}

function queueLooks(sheet: Excel.Worksheet, { widths, looks, formats = [], frozenRows = 0 }: SheetLayout): void {
  // only now that the contents stand: in a text cell a formula would be text
  for (const { range, format } of formats) sheet.getRange(stringifyAddress(range)).numberFormat = filled(range, format);
  for (const [column, width] of widths.entries()) sheet.getRange(`${stringifyColumn(column)}:${stringifyColumn(column)}`).format.columnWidth = points(width);
  for (const { range, look } of looks) queueLook(sheet.getRange(stringifyAddress(range)).format, look, range);
  const wrapped = looks.filter(({ look }) => look !== "title").map(({ range }) => range);
  if (wrapped.length > 0) {
    const first = wrapped.reduce((least, { top }) => Math.min(least, top), Infinity);
    const last = wrapped.reduce((most, { bottom }) => Math.max(most, bottom), 0);
    sheet.getRange(`${first + 1}:${last + 1}`).format.autofitRows();
  }
  if (frozenRows > 0) sheet.freezePanes.freezeRows(frozenRows);
}

/** How columns that come in look otherwise than the one to their left. */
export function queueColumnLooks(sheet: Excel.Worksheet, at: number, layout: readonly ColumnLayout[]): void {
  for (const [index, { width, isHidden, formats = [] }] of layout.entries()) {
    const column = stringifyColumn(at + index);
    const whole = sheet.getRange(`${column}:${column}`);
    if (width !== undefined) whole.format.columnWidth = points(width);
    if (isHidden !== undefined) whole.columnHidden = isHidden;
    for (const { first, last, format } of formats) {
      const range = { top: first, left: at + index, bottom: last, right: at + index };
      sheet.getRange(stringifyAddress(range)).numberFormat = filled(range, format);
    }
  }
}

function points(digits: number): number {
  return (digits * digit + margins) * pointsAPixel;
}

function filled({ top, left, bottom, right }: Rectangle, format: string): string[][] {
  const line = Array.from({ length: right - left + 1 }, () => format);
  return Array.from({ length: bottom - top + 1 }, () => line);
}

function queueLook(format: Excel.RangeFormat, look: CellLook, area: Rectangle): void {
  format.verticalAlignment = Excel.VerticalAlignment.center;
  if (look === "title" || look === "header" || look === "body-centred" || look === "total") format.horizontalAlignment = Excel.HorizontalAlignment.center;
  if (look === "number") format.horizontalAlignment = Excel.HorizontalAlignment.right;
  if (look === "title" || look === "header" || look === "total") format.font.bold = true;
  if (look === "title") {
    format.font.size = titleSize;
    // a title that is too long gets smaller: under a merged area no row grows
    format.shrinkToFit = true;
    format.rowHeight = titleSize * 1.65;
    return;
  }
  format.wrapText = true;
  if (look === "note") {
    format.font.size = noteSize;
    format.font.color = noteColor;
    return;
  }
  if (look === "header") format.fill.color = headerFill;
  if (look === "link") {
    format.font.color = linkColor;
    format.font.underline = Excel.RangeUnderlineStyle.single;
  }
  for (const side of sidesOf(area)) format.borders.getItem(side).style = Excel.BorderLineStyle.continuous;
  if (look === "total") format.borders.getItem(Excel.BorderIndex.edgeTop).weight = Excel.BorderWeight.medium;
}

/** What lies inside a single row or column has no lines of its own: Excel refuses them. */
function sidesOf({ top, left, bottom, right }: Rectangle): Excel.BorderIndex[] {
  const { edgeTop, edgeLeft, edgeBottom, edgeRight, insideHorizontal, insideVertical } = Excel.BorderIndex;
  return [edgeTop, edgeLeft, edgeBottom, edgeRight, ...(bottom > top ? [insideHorizontal] : []), ...(right > left ? [insideVertical] : [])];
}

function queueLists(sheet: Excel.Worksheet, { lists = [] }: SheetLayout): void {
  for (const { range, source } of lists) {
    const { dataValidation } = sheet.getRange(stringifyAddress(range));
    dataValidation.rule = { list: { inCellDropDown: true, source: `=${stringifyReference(source)}` } };
    // another value may be typed
    dataValidation.errorAlert = { showAlert: false, style: Excel.DataValidationAlertStyle.information, title: "", message: "" };
  }
}

function queuePrint(sheet: Excel.Worksheet, { print }: SheetLayout): void {
  if (print === undefined) return;
  const { pageLayout } = sheet;
  pageLayout.orientation = print.landscape ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.zoom = { horizontalFitToPages: 1, ...(print.onePage === true && { verticalFitToPages: 1 }) };
  pageLayout.centerHorizontally = true;
  pageLayout.setPrintMargins(Excel.PrintMarginUnit.inches, { left: 0.25, right: 0.25, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 });
  if (print.repeatRows !== undefined) pageLayout.setPrintTitleRows(stringifyRows(print.repeatRows));
  if (print.title !== undefined) pageLayout.headersFooters.defaultForAllPages.centerHeader = headerText(print.title);
  pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页，共 &N 页";
}

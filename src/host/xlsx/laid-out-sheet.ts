import { stringifyAddress, stringifyReference } from "../../core/address";
import type { AddSheet, Contents } from "../../core/edit";
import { mergesOf, type CellLook, type SheetLayout } from "../../core/sheet-layout";
import type { Rectangle } from "../../core/workbook";
import { titleSize } from "./cell-styles";
import { headerText } from "../header-text";
import { rowHeights, type OwnFont } from "./row-heights";
import { writeCell } from "./write-cell";
import { encodeEntities } from "./xml";

/** Row → column → the number of a style in the workbook (holes are plain cells), and the workbook's own font. */
export type Styled = { readonly styles: readonly (readonly number[])[]; readonly font: OwnFont };

/** A new worksheet's XML, its elements in the order that the schema demands (ECMA-376 part 1, 18.3.1.99). */
export function writeNewSheet({ cells, layout }: AddSheet, namespace: string, styled: Styled | undefined): string {
  const inside = layout === undefined || styled === undefined ? sheetData(cells, [], []) : laidOut(cells, layout, styled);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">${inside}</worksheet>`;
}

function laidOut(cells: Contents, layout: SheetLayout, { styles, font }: Styled): string {
  const { widths, frozenRows = 0, print } = layout;
  return [
    print === undefined ? "" : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    frozenRows > 0 ? frozenView(frozenRows) : "",
    // Excel counts the cell's own margin in
    widths.length === 0 ? "" : `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${Math.round((width + 0.71) * 100) / 100}" customWidth="1"/>`).join("")}</cols>`,
    sheetData(cells, styles, rowHeights(cells, layout, font, titleSize)),
    merged(layout),
    validated(layout),
    print === undefined ? "" : printed(print),
  ].join("");
}

function frozenView(rows: number): string {
  const first = `A${rows + 1}`;
  return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${rows}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`;
}

/** The styles that a layout needs, each asked for by what a cell is and how it shows numbers. */
export function stylesByCell({ looks, formats = [] }: SheetLayout, styleOf: (look: CellLook | undefined, format: string | undefined) => number): number[][] {
  const lookAt = gridOf(looks.map(({ range, look }) => [range, look]));
  const formatAt = gridOf(formats.map(({ range, format }) => [range, format]));
  return Array.from({ length: Math.max(lookAt.length, formatAt.length) }, (_, row) =>
    Array.from({ length: Math.max(lookAt[row]?.length ?? 0, formatAt[row]?.length ?? 0) }, (__, column) => {
      const [look, format] = [lookAt[row]?.[column], formatAt[row]?.[column]];
      return look === undefined && format === undefined ? 0 : styleOf(look, format);
    }),
  );
}

function gridOf<V>(areas: readonly (readonly [Rectangle, V])[]): (V | undefined)[][] {
  const grid: (V | undefined)[][] = [];
  for (const [{ top, left, bottom, right }, value] of areas) {
    for (let row = top; row <= bottom; row++) {
      const line = (grid[row] ??= []);
      for (let column = left; column <= right; column++) line[column] = value;
    }
  }
  return grid;
}

/** Heights are not set for good (customHeight): whoever edits a row sees it grow and shrink with its text. */
function sheetData(cells: Contents, styles: readonly (readonly number[])[], heights: readonly number[]): string {
  const rows: string[] = [];
  for (let row = 0; row < Math.max(cells.length, styles.length); row++) {
    const contents = cells[row] ?? [];
    const looks = styles[row] ?? [];
    let line = "";
    for (let column = 0; column < Math.max(contents.length, looks.length); column++) {
      const content = contents[column] ?? null;
      const style = looks[column] ?? 0;
      if (content !== null || style !== 0) line += writeCell("", row, column, style, content);
    }
    const height = heights[row];
    if (line !== "") rows.push(`<row r="${row + 1}"${height === undefined ? "" : ` ht="${height}"`}>${line}</row>`);
  }
  return rows.length === 0 ? "<sheetData/>" : `<sheetData>${rows.join("")}</sheetData>`;
}

function merged(layout: SheetLayout): string {
  const merges = mergesOf(layout);
  return merges.length === 0 ? "" : `<mergeCells count="${merges.length}">${merges.map((area) => `<mergeCell ref="${stringifyAddress(area)}"/>`).join("")}</mergeCells>`;
}

function validated({ lists = [] }: SheetLayout): string {
  const entries = lists.map(({ range, source }) => `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${stringifyAddress(range)}"><formula1>${encodeEntities(stringifyReference(source))}</formula1></dataValidation>`);
  return entries.length === 0 ? "" : `<dataValidations count="${entries.length}">${entries.join("")}</dataValidations>`;
}

/** A4 with Excel's narrow margins. */
function printed({ landscape, title, onePage }: NonNullable<SheetLayout["print"]>): string {
  const header = title === undefined ? "" : `<oddHeader>${encodeEntities(`&C${headerText(title)}`)}</oddHeader>`;
  return `<printOptions horizontalCentered="1"/><pageMargins left="0.25" right="0.25" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${landscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="${onePage === true ? 1 : 0}"/><headerFooter>${header}<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`;
}

import { stringifyAddress, stringifyReference } from "../../core/address";
import type { AddSheet, Contents } from "../../core/edit";
import { mergesOf, type CellLook, type SheetLayout } from "../../core/sheet-layout";
import { titleSize } from "./cell-styles";
import { rowHeights, type OwnFont } from "./row-heights";
import { writeCell } from "./write-cell";
import { encodeEntities } from "./xml";

/** The numbers of the styles that looks have in a workbook, and its own font. */
export type Styled = { readonly styleOf: (look: CellLook) => number; readonly font: OwnFont };

/** A new worksheet's XML, its elements in the order that the schema demands (ECMA-376 part 1, 18.3.1.99). */
export function writeNewSheet({ cells, layout }: AddSheet, namespace: string, styled: Styled | undefined): string {
  const inside = layout === undefined || styled === undefined ? sheetData(cells, [], []) : laidOut(cells, layout, styled);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">${inside}</worksheet>`;
}

function laidOut(cells: Contents, layout: SheetLayout, { styleOf, font }: Styled): string {
  const { widths, frozenRows = 0, print } = layout;
  return [
    print === undefined ? "" : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    frozenRows > 0 ? frozenView(frozenRows) : "",
    // Excel counts the cell's own margin in
    widths.length === 0 ? "" : `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${Math.round((width + 0.71) * 100) / 100}" customWidth="1"/>`).join("")}</cols>`,
    sheetData(cells, stylesByCell(layout, styleOf), rowHeights(cells, layout, font, titleSize)),
    merged(layout),
    validated(layout),
    print === undefined ? "" : printed(print.landscape),
  ].join("");
}

function frozenView(rows: number): string {
  const first = `A${rows + 1}`;
  return `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${rows}" topLeftCell="${first}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="${first}" sqref="${first}"/></sheetView></sheetViews>`;
}

/** Row → column → style; holes are plain cells. */
function stylesByCell({ looks }: SheetLayout, styleOf: Styled["styleOf"]): number[][] {
  const styles: number[][] = [];
  for (const { range, look } of looks) {
    const style = styleOf(look);
    for (let row = range.top; row <= range.bottom; row++) {
      const line = (styles[row] ??= []);
      for (let column = range.left; column <= range.right; column++) line[column] = style;
    }
  }
  return styles;
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
function printed(isLandscape: boolean): string {
  return `<printOptions horizontalCentered="1"/><pageMargins left="0.25" right="0.25" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${isLandscape ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`;
}

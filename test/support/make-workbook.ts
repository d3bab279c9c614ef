import { parseAddress } from "../../src/core/address";
import { isFormula, type CellContent, type CellValue, type Rectangle, type Span, type Visibility, type Workbook, type Worksheet } from "../../src/core/workbook";
import { extentOf } from "../../src/core/worksheet-draft";

export type SheetParts = {
  readonly name: string;
  readonly cells: readonly (readonly CellContent[])[];
  /** A1 text, such as "A3:A5". */
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly Span[];
  readonly hiddenColumns?: readonly Span[];
  readonly isProtected?: boolean;
  readonly visibility?: Visibility;
};

/** A workbook snapshot from rows of contents; a formula's value is null, as nothing calculates here. */
export function makeWorkbook(sheets: readonly SheetParts[], uses1904Dates = false): Workbook {
  return { worksheets: sheets.map(makeWorksheet), uses1904Dates };
}

function makeWorksheet({ name, cells, merges = [], hiddenRows = [], hiddenColumns = [], isProtected = false, visibility = "visible" }: SheetParts): Worksheet {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => {
    const values: CellValue[] = [];
    const formulas = new Map<number, string>();
    for (const [row, line] of cells.entries()) {
      const content = line[column] ?? null;
      values.push(isFormula(content) ? null : content);
      if (isFormula(content)) formulas.set(row, content.formula);
    }
    return { values, formulas, formats: [] };
  });
  const areas = merges.map(areaOf).sort((a, b) => a.top - b.top || a.left - b.left);
  const extent = extentOf(columns, areas);
  return { name, visibility, isProtected, columns: columns.slice(0, extent.columnCount), merges: areas, hiddenRows, hiddenColumns, ...extent };
}

function areaOf(address: string): Rectangle {
  const area = parseAddress(address);
  if (area === undefined) throw new Error(`${address} is no address`);
  return area;
}

/** Rows of contents, each without its empty end: what two hosts must agree on whatever they keep besides. */
export function contentsOf(worksheet: Worksheet): CellContent[][] {
  return Array.from({ length: worksheet.rowCount }, (_, row) => {
    const line: CellContent[] = [];
    for (let column = 0; column < worksheet.columnCount; column++) {
      const formula = worksheet.columns[column]?.formulas.get(row);
      line.push(formula === undefined ? (worksheet.columns[column]?.values[row] ?? null) : { formula });
    }
    while (line.length > 0 && line.at(-1) === null) line.pop();
    return line;
  });
}

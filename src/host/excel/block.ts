import { bytesOf } from "./chunks";
import type { WorksheetBuilder } from "./worksheet-builder";

/** A part of a worksheet as it is asked for; to be read once it is there. */
export type BlockLoad = {
  readonly range: Excel.Range;
  /** The cells with formulas alone: a text need not come twice. Undefined where `range` brings the formulas. */
  readonly formulaCells: Excel.RangeAreas | undefined;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
};

export function loadBlock(range: Excel.Range, formulasApart: boolean): BlockLoad {
  return {
    range: range.load(formulasApart ? { values: true, numberFormat: true } : { values: true, formulas: true, numberFormat: true }),
    formulaCells: formulasApart ? loadFormulaCells(range) : undefined,
    rows: range.getRowProperties({ rowHidden: true }),
    columns: range.getColumnProperties({ columnHidden: true }),
  };
}

export function loadFormulaCells(range: Excel.Range): Excel.RangeAreas {
  return range.getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas).load("areas/items/formulas,areas/items/rowIndex,areas/items/columnIndex");
}

/** Puts what Excel answered into the worksheet; tells about how many bytes that was. */
export function addBlock(builder: WorksheetBuilder, { range, formulaCells, rows, columns }: BlockLoad, top: number, left: number): number {
  const formulas = formulaCells === undefined ? range.formulas : formulasOf(formulaCells, top, left);
  builder.add({ top, left, values: range.values, formulas, formats: range.numberFormat });
  builder.hide("rows", top, rows.value.map(({ rowHidden }) => rowHidden));
  builder.hide("columns", left, columns.value.map(({ columnHidden }) => columnHidden));
  return bytesOf([range.values, formulas.flat(), range.numberFormat]);
}

export function cellsOf({ range }: BlockLoad): number {
  return range.values.length * (range.values[0]?.length ?? 0);
}

/** The formulas in the places they have in the block; every other place is a hole. */
function formulasOf(cells: Excel.RangeAreas, top: number, left: number): unknown[][] {
  const rows: unknown[][] = [];
  if (cells.isNullObject) return rows;
  for (const { rowIndex, columnIndex, formulas } of cells.areas.items) {
    for (const [index, line] of formulas.entries()) {
      // of a single cell Excel answers for the whole sheet
      if (rowIndex + index < top) continue;
      const row = (rows[rowIndex + index - top] ??= []);
      for (const [offset, formula] of line.entries()) if (columnIndex + offset >= left) row[columnIndex + offset - left] = formula;
    }
  }
  return rows;
}

import type { CellContent } from "../core/workbook";
import type { LineCell } from "./summary-sheet";

/** The cells of a line that is made once its row is known. */
export function lazily(make: (row: number, header: number) => LineCell[], count: number): LineCell[] {
  let known: { readonly row: number; readonly cells: readonly LineCell[] } | undefined;
  return Array.from({ length: count }, (_, index) => (row: number, header: number): CellContent => {
    if (known?.row !== row) known = { row, cells: make(row, header) };
    const cell = known.cells[index] ?? null;
    return typeof cell === "function" ? cell(row, header) : cell;
  });
}

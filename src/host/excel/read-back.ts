import type { Edit } from "../../core/edit";
import { cellRange, isFormula, isSameContent, type CellContent, type Range } from "../../core/workbook";
import { contentFrom } from "./cell-content";
import type { Writing } from "./write-steps";

type Difference = { readonly writing: Writing; readonly row: number; readonly column: number; readonly found: CellContent; readonly isAltered: boolean };

export type ReadBack = { readonly altered: readonly Range[]; readonly inverse: readonly Edit[] };

/** What Excel made of what was written; the inverse expects just that, so that it can be undone all the same. */
export function readBack(writings: readonly Writing[], inverse: readonly Edit[]): ReadBack {
  const differences = writings.flatMap(differencesOf);
  const altered = differences.filter(({ isAltered }) => isAltered).map(({ writing, row, column }) => cellRange(writing.sheet, row, column));
  return { altered, inverse: differences.length === 0 ? inverse : inverse.map((edit) => expecting(edit, differences)) };
}

function differencesOf(writing: Writing): Difference[] {
  const { area, range, written } = writing;
  return written.flatMap((line, row) =>
    line.flatMap((content, column) => {
      if (content === undefined) return [];
      const found = contentFrom({ values: range.values, formulas: range.formulas }, row, column, content);
      if (isSameContent(found, content)) return [];
      // Excel writes formulas its own way: SUM for sum, no needless spaces
      const isAltered = !(isFormula(found) && isFormula(content));
      return [{ writing, row: area.top + row, column: area.left + column, found, isAltered }];
    }),
  );
}

function expecting(edit: Edit, differences: readonly Difference[]): Edit {
  if (edit.kind === "set-cell") {
    const found = differences.find(({ writing, row, column }) => writing.step.kind === "set-cell" && writing.sheet === edit.sheet && row === edit.row && column === edit.column);
    return found === undefined ? edit : { ...edit, before: found.found };
  }
  if (edit.kind !== "delete-rows" && edit.kind !== "delete-columns" && edit.kind !== "delete-sheet") return edit;
  // the inverse of what brings cells in expects those very cells
  const own = differences.filter(({ writing: { step } }) => "cells" in step && step.cells === edit.before);
  if (own.length === 0) return edit;
  const before = edit.before.map((line) => [...line]);
  for (const { writing: { area }, row, column, found } of own) {
    const line = before[edit.kind === "delete-columns" ? column - area.left : row - area.top];
    if (line !== undefined) line[edit.kind === "delete-columns" ? row - area.top : column - area.left] = found;
  }
  return { ...edit, before };
}

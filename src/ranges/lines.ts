import { offsetFormula } from "../formula/move-formula";
import { scanReferences } from "../formula/scan-references";
import { lengthOf, type FormulaGrid, type FormulaRun } from "./formula-grid";
import { soleSum } from "./pattern";

export type LineKind = "row" | "column";

/** Cells next to one another in a line that compute one pattern; `head` is the first of them. */
export type Stretch = { readonly head: FormulaRun; readonly first: number; readonly last: number };

export type Line = { readonly kind: LineKind; readonly stretches: readonly Stretch[] };

/** What goes on over more rows is looked at down its columns only. */
const longestInRows = 2;

/** The columns of a worksheet, and the rows whose formulas do not go on below. */
export function linesOf(grid: FormulaGrid): Line[] {
  const columns = grid.columns.filter((runs) => runs.length > 0).map((runs): Line => ({ kind: "column", stretches: runs.map((run) => ({ head: run, first: run.first, last: run.last })) }));
  return [...columns, ...rowsOf(grid)];
}

function rowsOf(grid: FormulaGrid): Line[] {
  const rows = new Map<number, Stretch[]>();
  for (const run of grid.columns.flat()) {
    if (lengthOf(run) > longestInRows) continue;
    for (let row = run.first; row <= run.last; row++) {
      const stretches = rows.get(row) ?? [];
      rows.set(row, stretches);
      const open = stretches.at(-1);
      if (open !== undefined && open.last + 1 === run.column && open.head.key === run.key) stretches[stretches.length - 1] = { ...open, last: run.column };
      else stretches.push({ head: row === run.first ? run : moved(run, row), first: run.column, last: run.column });
    }
  }
  return [...rows.values()].map((stretches) => ({ kind: "row", stretches }));
}

/** The second cell of a run as a head of its own. */
function moved(run: FormulaRun, row: number): FormulaRun {
  const formula = offsetFormula(run.formula, row - run.first, 0);
  return { ...run, first: row, formula, references: scanReferences(formula), sum: soleSum(formula) };
}

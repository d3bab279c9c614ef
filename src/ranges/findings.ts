import { isBlank, type Worksheet } from "../core/workbook";
import { formulaGridOf, isNumberAt } from "./formula-grid";
import type { OddCell } from "./odd-cell";
import { oddCellsOf } from "./odd-cells";
import { oddSumsOf, type OddSum } from "./odd-sums";
import { sumDifference, type SumDifference } from "./sum-difference";
import { typedOver, type TypedOver } from "./typed-over";

/** A sum that is not the sum the others of its line are. */
export type UnlikeSum = { readonly odd: OddCell; readonly difference: SumDifference };

/** What is to be said of a worksheet's formulas, each cell once: by what stands around it, else by its neighbours. */
export type Findings = {
  readonly oddCells: readonly OddCell[];
  /** Sums that leave out cells which hold nothing yet. */
  readonly shortSums: readonly UnlikeSum[];
  readonly unlikeSums: readonly UnlikeSum[];
  readonly oddSums: readonly OddSum[];
  readonly typedOver: readonly TypedOver[];
};

/** Most task lists compute nothing. */
const nothing: Findings = { oddCells: [], shortSums: [], unlikeSums: [], oddSums: [], typedOver: [] };

const known = new WeakMap<Worksheet, Findings>();

/** Made once for a worksheet, however many rules ask. */
export function findingsOf(worksheet: Worksheet): Findings {
  const before = known.get(worksheet);
  if (before !== undefined) return before;
  if (worksheet.columns.every((column) => column === undefined || column.formulas.size === 0)) return nothing;
  const grid = formulaGridOf(worksheet);
  const oddSums = oddSumsOf(grid);
  const settled = new Set(oddSums.map(({ row, column }) => placeOf(row, column)));
  const found = { oddCells: [] as OddCell[], shortSums: [] as UnlikeSum[], unlikeSums: [] as UnlikeSum[], oddSums, typedOver: typedOver(grid) };
  for (const odd of oddCellsOf(grid)) {
    // where the others are wrong, the one that differs is right
    if (settled.has(placeOf(odd.row, odd.column)) || settled.has(placeOf(odd.model.row, odd.model.column))) continue;
    const difference = sumDifference(worksheet, odd.formula, odd.expected);
    if (difference === undefined) found.oddCells.push(odd);
    else if (difference.leavesOut.length > 0) (difference.hasNumbers || isRecord(worksheet, odd, difference) ? found.unlikeSums : found.shortSums).push({ odd, difference });
    // the more it takes in may belong there, and blank cells more give the same
    else if (difference.hasNumbers) found.oddCells.push(odd);
  }
  known.set(worksheet, found);
  return found;
}

/** A word where the other sums find a number (未上报) stands for one that is to come. */
function isRecord(worksheet: Worksheet, { row, column, model }: OddCell, { leavesOut }: SumDifference): boolean {
  return leavesOut.some(({ top, left, bottom, right }) => {
    for (let place = top; place <= bottom; place++) {
      for (let line = left; line <= right; line++) {
        if (!isBlank(worksheet.columns[line]?.values[place]) && isNumberAt(worksheet, place + model.row - row, line + model.column - column)) return true;
      }
    }
    return false;
  });
}

function placeOf(row: number, column: number): string {
  return `${row} ${column}`;
}

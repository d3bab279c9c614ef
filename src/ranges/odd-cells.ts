import type { FormulaGrid } from "./formula-grid";
import type { OddCell } from "./odd-cell";
import { oddInLines } from "./odd-in-lines";
import { oddInRows } from "./odd-in-rows";

/** Each odd cell once, by the cells before and after it, else by the row it totals. */
export function oddCellsOf(grid: FormulaGrid): OddCell[] {
  const once = new Map<string, OddCell>();
  for (const odd of [...oddInLines(grid), ...oddInRows(grid)]) {
    const place = `${odd.row} ${odd.column}`;
    if (!once.has(place)) once.set(place, odd);
  }
  return [...once.values()];
}

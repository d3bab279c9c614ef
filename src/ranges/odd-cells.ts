import type { FormulaGrid } from "./formula-grid";
import type { OddCell } from "./odd-cell";
import { oddInColumns } from "./odd-in-columns";
import { oddInRows } from "./odd-in-rows";

/** Each odd cell once, column by column, then row by row. */
export function oddCellsOf(grid: FormulaGrid): OddCell[] {
  const once = new Map<string, OddCell>();
  for (const odd of [...oddInColumns(grid), ...oddInRows(grid)]) {
    const place = `${odd.row} ${odd.column}`;
    if (!once.has(place)) once.set(place, odd);
  }
  return [...once.values()];
}

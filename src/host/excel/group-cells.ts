import type { Rectangle } from "../../core/workbook";

export type Cell = { readonly row: number; readonly column: number };

/** A range costs about as much to ask for as this many cells cost to answer. */
const cellsPerRange = 24;

/** Few rectangles that hold all cells, with not much else in them: each is one range in one request. */
export function groupCells(cells: readonly Cell[]): Rectangle[] {
  const groups: { area: Rectangle; count: number }[] = [];
  for (const { row, column } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = groups.at(-1);
    const one = { top: row, left: column, bottom: row, right: column };
    const joined = last === undefined ? one : around(last.area, one);
    if (last !== undefined && sizeOf(joined) <= (last.count + 2) * cellsPerRange) {
      last.area = joined;
      last.count += 1;
    } else groups.push({ area: one, count: 1 });
  }
  return groups.map(({ area }) => area);
}

/** Exactly the cells, in as few unbroken lines as may be: what lies between them is not written. */
export function lineUp(cells: readonly Cell[]): Rectangle[] {
  const down = lines(cells, ({ column }) => column, ({ row }) => row).map(([column, first, last]) => ({ top: first, left: column, bottom: last, right: column }));
  const across = lines(cells, ({ row }) => row, ({ column }) => column).map(([row, first, last]) => ({ top: row, left: first, bottom: row, right: last }));
  return down.length <= across.length ? down : across;
}

function lines(cells: readonly Cell[], line: (cell: Cell) => number, place: (cell: Cell) => number): [number, number, number][] {
  const found: [number, number, number][] = [];
  for (const cell of [...cells].sort((a, b) => line(a) - line(b) || place(a) - place(b))) {
    const last = found.at(-1);
    if (last !== undefined && last[0] === line(cell) && last[2] === place(cell) - 1) last[2] = place(cell);
    else found.push([line(cell), place(cell), place(cell)]);
  }
  return found;
}

export function around(a: Rectangle, b: Rectangle): Rectangle {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}

export function sizeOf({ top, left, bottom, right }: Rectangle): number {
  return (bottom - top + 1) * (right - left + 1);
}

import { isInside, overlaps, type CellValue, type Rectangle } from "../../src/core/workbook";

export type StoredCell = { value: CellValue; formula?: string; format?: string; look?: Map<string, unknown> };

type Axis = "row" | "column";

/** The contents of one simulated worksheet; rows and columns from 0. */
export class SheetStore {
  cells = new Map<number, Map<number, StoredCell>>();
  merges: Rectangle[] = [];
  readonly hidden: Record<Axis, Set<number>> = { row: new Set(), column: new Set() };
  readonly sizes: Record<Axis, Map<number, number>> = { row: new Map(), column: new Map() };

  at(row: number, column: number): StoredCell | undefined {
    return this.cells.get(row)?.get(column);
  }

  ensure(row: number, column: number): StoredCell {
    const cells = this.cells.get(row) ?? new Map<number, StoredCell>();
    this.cells.set(row, cells);
    const cell = cells.get(column) ?? { value: null };
    cells.set(column, cell);
    return cell;
  }

  /** The smallest rectangle around what holds something, or also around what only has a format. */
  used(valuesOnly: boolean, within?: Rectangle): Rectangle | undefined {
    let used: Rectangle | undefined;
    for (const [row, cells] of this.cells) {
      for (const [column, cell] of cells) {
        const counts = cell.value !== null || cell.formula !== undefined || (!valuesOnly && (cell.format !== undefined || cell.look !== undefined));
        if (!counts || (within !== undefined && !isInside(within, row, column))) continue;
        const one = { top: row, left: column, bottom: row, right: column };
        used = used === undefined ? one : around(used, one);
      }
    }
    return used;
  }

  /** The cells with formulas, in upright rectangles, side by side ones as one. */
  formulaAreas(within: Rectangle): Rectangle[] {
    const runs = new Map<number, Rectangle[]>();
    for (const row of [...this.cells.keys()].sort((a, b) => a - b)) {
      for (const [column, { formula }] of this.cells.get(row) ?? []) {
        if (formula === undefined || !isInside(within, row, column)) continue;
        const own = runs.get(column) ?? [];
        runs.set(column, own);
        const last = own.at(-1);
        if (last !== undefined && last.bottom === row - 1) own[own.length - 1] = { ...last, bottom: row };
        else own.push({ top: row, left: column, bottom: row, right: column });
      }
    }
    const areas: Rectangle[] = [];
    const ending = new Map<string, number>();
    for (const run of [...runs.keys()].sort((a, b) => a - b).flatMap((column) => runs.get(column) ?? [])) {
      const key = `${run.top}:${run.bottom}`;
      const beside = ending.get(key);
      const area = beside === undefined ? undefined : areas[beside];
      if (beside !== undefined && area !== undefined && area.right === run.left - 1) areas[beside] = { ...area, right: run.right };
      else ending.set(key, areas.push(run) - 1);
    }
    return areas;
  }

  /** A cell under a merge shows nothing and takes no value. */
  isCovered(row: number, column: number): boolean {
    return this.merges.some((area) => isInside(area, row, column) && (area.top !== row || area.left !== column));
  }

  merge(area: Rectangle): void {
    this.merges = this.merges.filter((other) => !overlaps(other, area));
    if (area.top === area.bottom && area.left === area.right) return;
    const kept = this.firstContent(area);
    this.forEach(area, (cell) => {
      cell.value = null;
      delete cell.formula;
    });
    if (kept !== undefined) Object.assign(this.ensure(area.top, area.left), kept);
    this.merges.push({ ...area });
  }

  private firstContent(area: Rectangle): { value: CellValue; formula?: string } | undefined {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const cell = this.at(row, column);
        if (cell?.formula !== undefined) return { value: cell.value, formula: cell.formula };
        if (cell !== undefined && cell.value !== null) return { value: cell.value };
      }
    }
    return undefined;
  }

  forEach(area: Rectangle, visit: (cell: StoredCell) => void): void {
    for (const [row, cells] of this.cells) {
      if (row < area.top || row > area.bottom) continue;
      for (const [column, cell] of cells) if (column >= area.left && column <= area.right) visit(cell);
    }
  }

  /** Makes room: what stands at and behind the area moves down or right. */
  insert(area: Rectangle, axis: Axis): void {
    this.shift(area, axis, (index, from, count) => (index >= from ? index + count : index));
  }

  /** Takes the area out: what stands behind it moves up or left. */
  remove(area: Rectangle, axis: Axis): void {
    this.shift(area, axis, (index, from, count) => (index < from ? index : index < from + count ? undefined : index - count));
  }

  private shift(area: Rectangle, axis: Axis, move: (index: number, from: number, count: number) => number | undefined): void {
    const [from, to] = axis === "row" ? [area.top, area.bottom] : [area.left, area.right];
    const count = to - from + 1;
    const moved = new SheetStore();
    for (const [row, cells] of this.cells) {
      for (const [column, cell] of cells) {
        const isOutside = axis === "row" ? column < area.left || column > area.right : row < area.top || row > area.bottom;
        const index = isOutside ? (axis === "row" ? row : column) : move(axis === "row" ? row : column, from, count);
        if (index !== undefined) Object.assign(moved.ensure(axis === "row" ? index : row, axis === "row" ? column : index), cell);
      }
    }
    this.cells = moved.cells;
    this.merges = this.merges.flatMap((merge) => this.shiftMerge(merge, area, axis, (index) => move(index, from, count)));
    const isWhole = axis === "row" ? area.left === 0 && area.right >= 16_383 : area.top === 0 && area.bottom >= 1_048_575;
    if (!isWhole) return;
    const hidden = [...this.hidden[axis]];
    const sizes = [...this.sizes[axis]];
    this.hidden[axis].clear();
    this.sizes[axis].clear();
    for (const index of hidden) addMoved(move(index, from, count), (at) => this.hidden[axis].add(at));
    for (const [index, size] of sizes) addMoved(move(index, from, count), (at) => this.sizes[axis].set(at, size));
  }

  private shiftMerge(merge: Rectangle, area: Rectangle, axis: Axis, move: (index: number) => number | undefined): Rectangle[] {
    const isOutside = axis === "row" ? merge.right < area.left || merge.left > area.right : merge.bottom < area.top || merge.top > area.bottom;
    if (isOutside) return [merge];
    const [start, end] = axis === "row" ? [merge.top, merge.bottom] : [merge.left, merge.right];
    const kept = [];
    for (let index = start; index <= end; index++) {
      const at = move(index);
      if (at !== undefined) kept.push(at);
    }
    const [first, last] = [kept[0], kept.at(-1)];
    if (first === undefined || last === undefined) return [];
    const shifted = axis === "row" ? { ...merge, top: first, bottom: last } : { ...merge, left: first, right: last };
    return shifted.top === shifted.bottom && shifted.left === shifted.right ? [] : [shifted];
  }
}

function addMoved(index: number | undefined, add: (index: number) => void): void {
  if (index !== undefined) add(index);
}

export function around(a: Rectangle, b: Rectangle): Rectangle {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
}

export function intersection(a: Rectangle, b: Rectangle): Rectangle | undefined {
  const both = { top: Math.max(a.top, b.top), left: Math.max(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.min(a.right, b.right) };
  return both.top <= both.bottom && both.left <= both.right ? both : undefined;
}

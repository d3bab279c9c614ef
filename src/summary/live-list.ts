import type { Table } from "../core/table";
import type { CellValue, Range, Span } from "../core/workbook";
import type { TaskFacts } from "../tasks/task-facts";
import type { TaskKey } from "../templates/task-list-kind";

/** What a column holds: each content as it stands, with its rows in order. */
export type ColumnContents = ReadonlyMap<string | number | boolean, readonly number[]>;

/** A task list as formulas see it: cells as they stand, without what merged areas and carried categories say. */
export class LiveList {
  readonly table: Table<TaskKey>;
  readonly facts: readonly TaskFacts[];
  private filled: readonly number[] | undefined;
  private readonly columns = new Map<TaskKey, ColumnContents | undefined>();

  constructor(table: Table<TaskKey>, facts: readonly TaskFacts[]) {
    this.table = table;
    this.facts = facts;
  }

  /** A column's cells below the header, or those of some of its rows. Misuse where the table has no such column. */
  range(key: TaskKey, rows: Span = { first: this.table.headerBottom + 1, last: this.table.bounds.bottom }): Range {
    const column = this.table.columns.get(key);
    if (column === undefined) throw new Error(`the table has no column ${key}`);
    return { sheet: this.table.sheet, top: rows.first, left: column, bottom: rows.last, right: column };
  }

  /** Undefined where the table has no such column, or merged areas hide what its cells say. */
  contents(key: TaskKey): ColumnContents | undefined {
    if (!this.columns.has(key)) this.columns.set(key, this.index(key));
    return this.columns.get(key);
  }

  /** How many rows of a stretch have a task written in them; undefined where merged areas hide it. */
  filledRows({ first, last }: Span): number | undefined {
    const tasks = this.contents("task");
    if (tasks === undefined) return undefined;
    this.filled ??= [...tasks.values()].flat().sort((a, b) => a - b);
    return placeIn(this.filled, last + 1) - placeIn(this.filled, first);
  }

  private index(key: TaskKey): ColumnContents | undefined {
    const { table } = this;
    const column = table.columns.get(key);
    const [first, last] = [table.headerBottom + 1, table.bounds.bottom];
    if (column === undefined || table.worksheet.merges.some(({ top, bottom, left, right }) => bottom >= first && top <= last && left <= column && right >= column)) return undefined;
    const values = table.worksheet.columns[column]?.values ?? [];
    const contents = new Map<string | number | boolean, number[]>();
    for (let row = first; row <= last; row++) {
      const value: CellValue | undefined = values[row];
      if (value === null || value === undefined || typeof value === "object" || value === "") continue;
      const rows = contents.get(value);
      if (rows === undefined) contents.set(value, [row]);
      else rows.push(row);
    }
    return contents;
  }
}

/** How many of the sorted numbers come before `limit`, by halving. */
function placeIn(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

import { defineRule } from "../core/rule";
import type { Derivation, Table } from "../core/table";
import { quote } from "../core/text";
import { comparable, comparableHash } from "../language/comparable";
import { isTotal } from "../language/total";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";

export const messages = {
  duplicate: (task: string, row: number) => ({
    zh: `任务“${quote(task, 20)}”与第${row}行重复，请核对后合并或删去一项`,
    en: `The task “${quote(task, 20)}” repeats row ${row}; please check, then merge the two or drop one`,
  }),
};

/** Words that stand for another text. */
const referring = /^(?:同上|同前|同左|略|无|其他|其它|（?略）?)$/;

export default defineRule({
  id: "no-duplicate-task",
  description: {
    zh: "同一任务写了两遍会重复督办；只比较文字，全半角、空格和标点不同仍算相同",
    en: "A task written twice is followed up twice; texts that differ in width, spaces and punctuation only are equal",
  },
  severity: "warning",
  scope: "table",
  kind: taskListKind,
  reads: ["task"],
  *check(table) {
    if (!table.has("task")) return;
    const index = indexOf(table);
    for (const hash of index.repeated) {
      const seen = new Map<string, number>();
      for (const row of rowsWith(index, hash)) {
        const text = table.text(row, "task");
        const own = comparable(text);
        if (own === "" || referring.test(own) || isTotal(text)) continue;
        const first = seen.get(own);
        if (first === undefined) seen.set(own, row);
        else yield { range: table.range(row, "task"), message: messages.duplicate(text, first + 1) };
      }
    }
  },
});

/**
 * Rows by the hash of their task, in chains of plain numbers: a list of 100,000 needs no 100,000 objects, and an edit
 * moves one row and leaves the others where they are. Rows count from the table's top; 0 ends a chain.
 */
type TaskIndex = {
  readonly top: number;
  readonly heads: Int32Array;
  readonly next: Int32Array;
  readonly hashes: Int32Array;
  readonly isIn: Uint8Array;
  /** Hashes that more than one row has. */
  readonly repeated: Set<number>;
  /** Rows to be put in. */
  pending: readonly number[];
};

const indexes: Derivation<TaskIndex, TaskKey> = { make: emptyIndex, forget: takeOut };

function indexOf(table: Table<TaskKey>): TaskIndex {
  const index = table.derived(indexes);
  for (const row of index.pending) putIn(index, table, row);
  index.pending = [];
  return index;
}

function emptyIndex({ bounds: { top, bottom }, rows }: Table<TaskKey>): TaskIndex {
  const height = bottom - top + 1;
  const size = 2 ** Math.ceil(Math.log2(height * 2 + 2));
  return { top, heads: new Int32Array(size), next: new Int32Array(height), hashes: new Int32Array(height), isIn: new Uint8Array(height), repeated: new Set(), pending: rows };
}

function headOf({ heads }: TaskIndex, hash: number): number {
  return (hash ^ (hash >>> 15)) & (heads.length - 1);
}

function putIn(index: TaskIndex, table: Table<TaskKey>, row: number): void {
  const { top, heads, next, hashes, isIn, repeated } = index;
  const place = row - top;
  const text = table.text(row, "task");
  if (isIn[place] === 1 || text === "" || table.isCovered(row, "task")) return;
  const hash = comparableHash(text);
  const head = headOf(index, hash);
  for (let other = heads[head] ?? 0; other !== 0; other = next[other] ?? 0) {
    if (hashes[other] !== hash) continue;
    repeated.add(hash);
    break;
  }
  hashes[place] = hash;
  isIn[place] = 1;
  next[place] = heads[head] ?? 0;
  heads[head] = place;
}

function takeOut(index: TaskIndex, rows: readonly number[]): void {
  const { top, heads, next, hashes, isIn, repeated } = index;
  index.pending = [...index.pending, ...rows];
  for (const row of rows) {
    const place = row - top;
    if (isIn[place] !== 1) continue;
    isIn[place] = 0;
    const hash = hashes[place] ?? 0;
    const head = headOf(index, hash);
    if (heads[head] === place) heads[head] = next[place] ?? 0;
    else {
      let before = heads[head] ?? 0;
      while (before !== 0 && next[before] !== place) before = next[before] ?? 0;
      next[before] = next[place] ?? 0;
    }
    if (rowsWith(index, hash).length < 2) repeated.delete(hash);
  }
}

/** The rows whose task has a hash, from top to bottom. */
function rowsWith(index: TaskIndex, hash: number): number[] {
  const rows: number[] = [];
  for (let place = index.heads[headOf(index, hash)] ?? 0; place !== 0; place = index.next[place] ?? 0) {
    if (index.hashes[place] === hash) rows.push(place + index.top);
  }
  return rows.sort((a, b) => a - b);
}

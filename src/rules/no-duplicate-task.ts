import { defineRule } from "../core/rule";
import type { Table } from "../core/table";
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
    const { byHash, repeated } = indexOf(table);
    for (const hash of repeated) {
      const seen = new Map<string, number>();
      for (const row of [...rowsOf(byHash.get(hash))].sort((a, b) => a - b)) {
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

/** Rows by the hash of their task, so that an edit moves one row and leaves the others where they are. */
type TaskIndex = { readonly byHash: Map<number, number | number[]>; readonly hashes: Int32Array; readonly isIn: Uint8Array; readonly repeated: Set<number>; /** Rows to be put in. */ pending: readonly number[] };

const owner = {};

function indexOf(table: Table<TaskKey>): TaskIndex {
  const { top, bottom } = table.bounds;
  const height = bottom - top + 1;
  const index = table.derived<TaskIndex>(
    owner,
    () => ({ byHash: new Map(), hashes: new Int32Array(height), isIn: new Uint8Array(height), repeated: new Set(), pending: table.rows }),
    (kept, rows) => takeOut(kept, rows, top),
  );
  for (const row of index.pending) putIn(index, table, row);
  index.pending = [];
  return index;
}

function putIn({ byHash, hashes, isIn, repeated }: TaskIndex, table: Table<TaskKey>, row: number): void {
  const text = table.text(row, "task");
  if (isIn[row - table.bounds.top] === 1 || text === "" || table.isCovered(row, "task")) return;
  const hash = comparableHash(text);
  hashes[row - table.bounds.top] = hash;
  isIn[row - table.bounds.top] = 1;
  const others = byHash.get(hash);
  if (others === undefined) byHash.set(hash, row);
  else {
    repeated.add(hash);
    byHash.set(hash, [...rowsOf(others), row]);
  }
}

function takeOut(index: TaskIndex, rows: readonly number[], top: number): void {
  const { byHash, hashes, isIn, repeated } = index;
  index.pending = [...index.pending, ...rows];
  for (const row of rows) {
    if (isIn[row - top] !== 1) continue;
    isIn[row - top] = 0;
    const hash = hashes[row - top] ?? 0;
    const left = rowsOf(byHash.get(hash)).filter((other) => other !== row);
    if (left.length === 0) byHash.delete(hash);
    else byHash.set(hash, left);
    if (left.length < 2) repeated.delete(hash);
  }
}

/** One row stands for itself: nearly every task is written once. */
function rowsOf(rows: number | number[] | undefined): number[] {
  return rows === undefined ? [] : typeof rows === "number" ? [rows] : rows;
}

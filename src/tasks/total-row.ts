import type { Derivation, Table } from "../core/table";
import { textOf } from "../core/workbook";
import { isTotal } from "../language/total";
import type { TaskKey } from "../templates/task-list-kind";

const heads: readonly TaskKey[] = ["number", "task", "category"];
/** A total's word may be spaced out, never long. */
const longest = 40;

const unknown = 0;
const record = 1;
const total = 2;

/** By row from the table's top. */
const answersOf: Derivation<Uint8Array, TaskKey> = {
  make: ({ bounds }) => new Uint8Array(bounds.bottom - bounds.top + 1),
  forget: (answers, rows, { bounds }) => rows.forEach((row) => (answers[row - bounds.top] = unknown)),
};

/** Whether a row adds up others: 合计 in its number, task or category. Several rules ask, each row is looked at once. */
export function isTotalRow(table: Table<TaskKey>, row: number): boolean {
  const answers = table.derived(answersOf);
  const index = row - table.bounds.top;
  const known = answers[index] ?? unknown;
  if (known !== unknown) return known === total;
  let found = false;
  for (const key of heads) found ||= saysTotal(table, row, key);
  answers[index] = found ? total : record;
  return found;
}

function saysTotal(table: Table<TaskKey>, row: number, key: TaskKey): boolean {
  const value = table.value(row, key);
  return typeof value === "string" && value.length <= longest && isTotal(textOf(value));
}

import type { Table } from "../core/table";
import { textOf } from "../core/workbook";
import { isTotal } from "../language/total";
import type { TaskKey } from "../templates/task-list-kind";

const heads: readonly TaskKey[] = ["number", "task", "category"];
/** A total's word may be spaced out, never long. */
const longest = 40;

const unknown = 0;
const record = 1;
const total = 2;
const owner = {};

/** Whether a row adds up others: 合计 in its number, task or category. Several rules ask, each row is looked at once. */
export function isTotalRow(table: Table<TaskKey>, row: number): boolean {
  const { top, bottom } = table.bounds;
  const answers = table.derived(
    owner,
    () => new Uint8Array(bottom - top + 1),
    (known, rows) => rows.forEach((each) => (known[each - top] = unknown)),
  );
  const known = answers[row - top] ?? unknown;
  if (known !== unknown) return known === total;
  const found = heads.some((key) => saysTotal(table, row, key));
  answers[row - top] = found ? total : record;
  return found;
}

function saysTotal(table: Table<TaskKey>, row: number, key: TaskKey): boolean {
  const value = table.value(row, key);
  return typeof value === "string" && value.length <= longest && isTotal(textOf(value));
}

import type { Derivation, Table } from "../core/table";
import { textOf } from "../core/workbook";
import { isTotal, mayBeTotal } from "../language/total";
import type { TaskKey } from "../templates/task-list-kind";

const heads: readonly TaskKey[] = ["number", "task", "category"];

const unknown = 0;
const record = 1;
const total = 2;

/** By row from the table's top. */
const answersOf: Derivation<Uint8Array, TaskKey> = {
  make: lookThrough,
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

/** Column by column, as a worksheet is kept; where merged areas let a cell speak for another the rows are looked at one by one. */
function lookThrough({ bounds, columns, worksheet }: Table<TaskKey>): Uint8Array {
  const answers = new Uint8Array(bounds.bottom - bounds.top + 1);
  if (worksheet.merges.length > 0) return answers;
  answers.fill(record);
  for (const key of heads) {
    const values = worksheet.columns[columns.get(key) ?? -1]?.values ?? [];
    for (let row = bounds.top; row <= bounds.bottom; row++) {
      const value = values[row];
      if (typeof value === "string" && mayBeTotal(value) && isTotal(textOf(value))) answers[row - bounds.top] = total;
    }
  }
  return answers;
}

function saysTotal(table: Table<TaskKey>, row: number, key: TaskKey): boolean {
  const value = table.value(row, key);
  return typeof value === "string" && mayBeTotal(value) && isTotal(textOf(value));
}

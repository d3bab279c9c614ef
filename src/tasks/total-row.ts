import type { Table } from "../core/table";
import { textOf } from "../core/workbook";
import { isTotal } from "../language/total";
import type { TaskKey } from "../templates/task-list-kind";

const heads: readonly TaskKey[] = ["number", "task", "category"];
/** A total's word may be spaced out, never long. */
const longest = 40;

/** Whether a row adds up others: 合计 in its number, task or category. */
export function isTotalRow(table: Table<TaskKey>, row: number): boolean {
  return heads.some((key) => {
    const value = table.value(row, key);
    return typeof value === "string" && value.length <= longest && isTotal(textOf(value));
  });
}

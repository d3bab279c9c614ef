import { findTables } from "../core/find-tables";
import type { CheckContext } from "../core/rule";
import type { Settings } from "../core/settings";
import { tablesOfKind, type Derivation, type Table, type Template } from "../core/table";
import type { Workbook } from "../core/workbook";
import { comparable } from "../language/comparable";
import { isTotalRow } from "../tasks/total-row";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";

export type TaskTable = Table<TaskKey>;

/** The task lists of a workbook, and what reading their cells hangs on. */
export type Lists = { readonly context: CheckContext; readonly lists: readonly TaskTable[] };

export function readLists(workbook: Workbook, templates: readonly Template[], settings: Settings): Lists {
  const tables = findTables(workbook, templates);
  return { context: { workbook, tables, settings }, lists: tablesOfKind(tables, taskListKind) };
}

/** The rows of a list that are a task, without its totals; place by place what the task says, for comparing. */
export type Records = { readonly rows: readonly number[]; readonly tasks: readonly string[] };

const keptOf: Derivation<{ records: Records | undefined }, TaskKey> = {
  make: () => ({ records: undefined }),
  forget(kept, rows) {
    if (rows.length > 0) kept.records = undefined;
  },
};

/** Forty replies are held against one list: it is read once. */
export function recordsOf(table: TaskTable): Records {
  const kept = table.derived(keptOf);
  return (kept.records ??= readRecords(table));
}

function readRecords(table: TaskTable): Records {
  const rows = table.rows.filter((row) => !isTotalRow(table, row));
  return { rows, tasks: rows.map((row) => comparable(table.text(row, "task"))) };
}

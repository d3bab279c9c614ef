import type { Table } from "../core/table";
import type { TaskFacts } from "../tasks/task-facts";
import { isTotalRow } from "../tasks/total-row";
import type { TaskKey } from "../templates/task-list-kind";

/** The rows of a list below its header that stay when only these tasks do, in order; totals, gaps and repeated headers go. */
export function rowsThatStay(table: Table<TaskKey>, facts: readonly TaskFacts[], isLastLine: (row: number) => boolean): Set<number> {
  const tasks = new Set(facts.map(({ row }) => row));
  const stay = new Set<number>();
  let isChosen = false;
  for (const row of table.rows) {
    if (!goesOnAboutTheOneAbove(table, row)) isChosen = tasks.has(row);
    if (isChosen) stay.add(row);
  }
  for (const row of bandsOver(table, stay)) stay.add(row);
  const first = table.headerBottom + 1;
  // numbers of the columns, 1 2 3, stand below the header and are no row of the list
  if (first <= table.bounds.bottom && !table.rows.includes(first) && !table.bands.has(first) && !table.blankRows.includes(first)) stay.add(first);
  if (stay.size > 0 && isLastLine(table.bounds.bottom)) stay.add(table.bounds.bottom);
  return stay;
}

/** A line without a number, task and lead of its own: a further unit, deadline or note. */
function goesOnAboutTheOneAbove(table: Table<TaskKey>, row: number): boolean {
  return table.has("task") && !isTotalRow(table, row) && (["number", "task", "leadUnit"] as const).every((key) => table.text(row, key) === "");
}

/** Rows that say who leads, or have a number, but no task: they go to nobody. */
export function rowsWithoutTask(table: Table<TaskKey>): number[] {
  if (!table.has("task")) return [];
  return table.rows.filter((row) => table.text(row, "task") === "" && !isTotalRow(table, row) && !goesOnAboutTheOneAbove(table, row));
}

/** A heading stays over what stays under it, up to the next of its own level or a higher one. */
function bandsOver({ bands }: Table<TaskKey>, stay: ReadonlySet<number>): number[] {
  const kept = [...stay].sort((a, b) => a - b);
  const all = [...bands].map(([row, text]) => ({ row, level: levelOf(text) }));
  return all.flatMap(({ row, level }, index) => {
    const end = all.slice(index + 1).find((next) => next.level <= level)?.row ?? Infinity;
    return kept.some((each) => each > row && each < end) ? [row] : [];
  });
}

function levelOf(text: string): number {
  if (/^第[一二三四五六七八九十\d]{1,4}[章部编]/.test(text)) return 0;
  if (/^[一二三四五六七八九十]{1,3}[、．.\s]/.test(text) || /^第[一二三四五六七八九十\d]{1,4}节/.test(text)) return 1;
  if (/^[（(][一二三四五六七八九十]{1,3}[)）]/.test(text)) return 2;
  return /^[\d（(]/.test(text) ? 3 : 1;
}

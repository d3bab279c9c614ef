import { normaliseHeader } from "../core/match-header";
import { comparable } from "../language/comparable";
import { listColumns } from "./list-columns";
import { recordsOf, type TaskTable } from "./list-records";

export type ListPairs = {
  readonly pairs: readonly { readonly before: TaskTable; readonly after: TaskTable }[];
  /** Lists that the other workbook has not. */
  readonly dropped: readonly TaskTable[];
  readonly added: readonly TaskTable[];
};

/** Which list of one workbook is which of another: by the tasks they share, their sheet's name, title and columns; each once. */
export function pairLists(before: readonly TaskTable[], after: readonly TaskTable[]): ListPairs {
  const scored = before.flatMap((old) => after.map((fresh) => ({ before: old, after: fresh, score: scoreOf(old, fresh) })));
  scored.sort((a, b) => b.score - a.score);
  const pairs: { before: TaskTable; after: TaskTable }[] = [];
  const taken = new Set<TaskTable>();
  for (const { before: old, after: fresh, score } of scored) {
    const areOnly = before.length === 1 && after.length === 1;
    if (taken.has(old) || taken.has(fresh) || (score < leastScore && !areOnly)) continue;
    pairs.push({ before: old, after: fresh });
    taken.add(old).add(fresh);
  }
  return { pairs: before.flatMap((old) => pairs.filter((pair) => pair.before === old)), dropped: before.filter((table) => !taken.has(table)), added: after.filter((table) => !taken.has(table)) };
}

/** The same columns alone make no pair: the lists of one workbook often have them all. */
const leastScore = 1.5;

function scoreOf(before: TaskTable, after: TaskTable): number {
  const sameSheet = before.sheet.trim() === after.sheet.trim() ? 2 : 0;
  const [old, fresh] = [titleOf(before), titleOf(after)];
  const sameTitle = old !== "" && old === fresh ? 2 : 0;
  return 6 * sharedTasks(before, after) + sameSheet + sameTitle + sharedHeaders(before, after);
}

/** The first line above a list. */
function titleOf({ captions, bounds }: TaskTable): string {
  return comparable(captions.find(({ range }) => range.top < bounds.top)?.text ?? "");
}

/** How much of the shorter list the longer one has. */
function sharedTasks(before: TaskTable, after: TaskTable): number {
  const [one, other] = [recordsOf(before).tasks, recordsOf(after).tasks];
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length === 0) return 0;
  const known = new Set(long);
  return short.filter((task) => task !== "" && known.has(task)).length / short.length;
}

function sharedHeaders(before: TaskTable, after: TaskTable): number {
  const known = new Set(listColumns(after).map(({ header }) => normaliseHeader(header)));
  const headers = listColumns(before).map(({ header }) => normaliseHeader(header));
  return headers.filter((header) => known.has(header)).length / Math.max(headers.length, known.size, 1);
}

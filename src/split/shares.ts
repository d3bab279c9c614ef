import type { CheckContext } from "../core/rule";
import { taskFacts, type TaskFacts } from "../tasks/task-facts";
import { unitsOfTasks, type ChosenTasks } from "../tasks/units-of-tasks";
import { taskLists } from "./outgoing-workbook";
import type { PartedList } from "./unit-edits";

/** The lists of a workbook with their tasks; parted afresh for each snapshot. */
export function partedLists(context: CheckContext): PartedList[] {
  return taskLists(context).map((table) => ({ table, facts: taskFacts(table, context) }));
}

/** What goes to one unit. */
export type UnitShare = {
  readonly name: string;
  /** Nobody leads these. */
  readonly isLeaderless?: true;
  readonly lists: readonly PartedList[];
  readonly chosen: (list: PartedList) => readonly TaskFacts[];
  /** Of these the ones that it leads: it is reminded of them. */
  readonly led: (list: PartedList) => readonly TaskFacts[];
  readonly count: number;
};

export const leaderlessName = "未填牵头单位";

/** Every unit's share, those that lead most first, and last the tasks nobody leads; empty ones are left out. */
export function unitShares(lists: readonly PartedList[], withTakingPart: boolean): UnitShare[] {
  const { units, without } = unitsOfTasks(lists);
  const shares = units.map(({ name, led, others }) => shareOf(name, lists, led, withTakingPart ? others : []));
  return [...shares, { ...shareOf(leaderlessName, lists, [], without), isLeaderless: true as const }].filter(({ count }) => count > 0);
}

type Parts = readonly ChosenTasks<PartedList>[];

function shareOf(name: string, lists: readonly PartedList[], led: Parts, others: Parts): UnitShare {
  const [chosen, leading] = [byList([...led, ...others]), byList(led)];
  const count = [...chosen.values()].reduce((sum, facts) => sum + facts.length, 0);
  return { name, lists, count, chosen: (list) => chosen.get(list) ?? [], led: (list) => leading.get(list) ?? [] };
}

function byList(parts: Parts): ReadonlyMap<PartedList, readonly TaskFacts[]> {
  const lists = new Map<PartedList, readonly TaskFacts[]>();
  for (const { list, facts } of parts) lists.set(list, [...(lists.get(list) ?? []), ...facts].sort((a, b) => a.row - b.row));
  return lists;
}

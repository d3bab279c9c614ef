import type { TaskFacts } from "../tasks/task-facts";
import { linkFormula } from "./formula-text";
import type { LiveList } from "./live-list";
import type { Chosen } from "./parts";
import type { LineCell } from "./summary-sheet";

type Wanted = (facts: TaskFacts) => boolean;

const mostNamed = 5;
const longestName = 36;

/** The wanted tasks by number and words, a line each; null where there are none. */
export function namesOf(chosen: readonly Chosen[], isWanted: Wanted): string | null {
  const wanted = chosen.flatMap(({ list, facts }) => facts.filter(isWanted).map((each) => ({ list, each })));
  if (wanted.length === 0) return null;
  const named = wanted.slice(0, mostNamed).map(({ list, each }) => taskName(list, each));
  return named.join("\n") + (wanted.length > mostNamed ? `\n……共 ${wanted.length} 项` : "");
}

/** How a list calls a task, shortened. */
export function taskName({ table }: LiveList, { row }: TaskFacts): string {
  const number = table.text(row, "number");
  const task = [...table.text(row, "task").slice(0, longestName * 2 + 2).replace(/\s+/g, " ")];
  return `${number === "" ? "" : `${number}. `}${task.slice(0, longestName).join("")}${task.length > longestName ? "…" : ""}`;
}

/** To the first wanted task, else the first of all. */
export function linkOf(chosen: readonly Chosen[], isWanted: Wanted): LineCell {
  let first: { readonly list: LiveList; readonly row: number } | undefined;
  for (const { list, facts } of chosen) {
    const wanted = facts.find(isWanted);
    if (wanted !== undefined) return linkTo(list, wanted.row);
    const [any] = facts;
    if (any !== undefined) first ??= { list, row: any.row };
  }
  return first === undefined ? null : linkTo(first.list, first.row);
}

function linkTo({ table }: LiveList, row: number): LineCell {
  return { formula: linkFormula(table.firstCell(row), "查看"), shows: "查看" };
}

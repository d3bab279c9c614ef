import { dateFormula } from "../formula/literals";
import type { TaskFacts } from "../tasks/task-facts";
import { captionOf } from "./caption";
import { mapHeaders, mapTitle, type MappedDeadline } from "./deadline-map";
import { counted } from "./state-cells";
import { doneFormula, mapStates, totalFormula, type Part } from "./state-formulas";
import type { SummaryContext } from "./summary-context";
import type { Line, LineCell, SummarySheet } from "./summary-sheet";

/** 时限对照: every deadline as the lists write it and the day it was read as; the other summaries count by it. Undefined where they do not. */
export function deadlineMapSheet(summary: SummaryContext): SummarySheet | undefined {
  const { map, mapRoom, deadlines, sheetOf, context } = summary;
  if (map === undefined || deadlines.length === 0) return undefined;
  const factsOf = factsByDeadline(summary);
  return {
    id: "deadline-map",
    sheet: sheetOf("deadline-map"),
    title: mapTitle,
    caption: captionOf(summary, "各汇总表按此表判断超期、临期；读得不对的可以直接改“最后一天”", context.settings.asOf),
    printTitle: summary.listTitle,
    columns: [
      { header: mapHeaders[0], width: 32, format: "[>30000]yyyy-mm-dd;General" },
      { header: mapHeaders[1], width: 14, format: "yyyy-mm-dd", isCentred: true },
      { header: mapHeaders[2], width: 14, format: "yyyy-mm-dd", isCentred: true },
      { header: mapHeaders[3], width: 14, isCentred: true },
      { header: mapHeaders[4], width: 9, isCentred: true },
      { header: mapHeaders[5], width: 9, isCentred: true },
    ],
    keys: [0],
    lines: deadlines.map((deadline) => lineOf(deadline, factsOf.get(deadline.content) ?? [], summary)),
    spare: mapRoom - deadlines.length,
  };
}

function lineOf({ content, lastDay, soonDay, state }: MappedDeadline, facts: readonly TaskFacts[], { lists, serialOf }: SummaryContext): Line {
  const parts = (row: number): Part[] => lists.filter(({ table }) => table.has("deadline")).map((list) => ({ list, criteria: [{ key: "deadline", criterion: { expression: `$A${row + 1}`, isList: false } }] }));
  const day = (value: string | undefined): LineCell => (value === undefined ? null : { formula: `=${dateFormula(value)}`, shows: serialOf(value) });
  const done = facts.filter((each) => each.state === "done").length;
  const label = lastDay === undefined && (state === "on-track" || state === "standing" || state === "unclear") ? mapStates[state] : null;
  return { cells: [content, day(lastDay), day(soonDay), label, (row) => counted(totalFormula(parts(row)), facts.length), (row) => counted(doneFormula(parts(row)), done)] };
}

function factsByDeadline({ lists }: SummaryContext): Map<string | number | boolean, TaskFacts[]> {
  const found = new Map<string | number | boolean, TaskFacts[]>();
  for (const list of lists) {
    const byRow = new Map(list.facts.map((facts) => [facts.row, facts]));
    for (const [content, rows] of list.contents("deadline") ?? []) {
      const facts = rows.flatMap((row) => byRow.get(row) ?? []);
      found.set(content, [...(found.get(content) ?? []), ...facts]);
    }
  }
  return found;
}

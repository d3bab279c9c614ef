import { captionOf, numberNote } from "./caption";
import { lazily } from "./lazily";
import { linkOf, namesOf } from "./named-tasks";
import { categoryParts, wholeParts, type Chosen } from "./parts";
import { stateCharts } from "./state-charts";
import { nextColumn, rateColumn, stateCells, stateColumns, totalLine } from "./state-cells";
import type { Part } from "./state-formulas";
import type { SummaryContext } from "./summary-context";
import type { Line, LineCell, SummarySheet } from "./summary-sheet";

export const uncategorised = "（未分类）";

/** 按任务分类: how the tasks of each category stand. */
export function summariseByCategory(summary: SummaryContext): SummarySheet {
  const lines = categoriesOf(summary).map(({ name, chosen }): Line => ({ ...lineOf(name, chosen, (row) => categoryParts(chosen, name, `$A${row + 1}`), summary), isCharted: true }));
  const all = summary.lists.map((list): Chosen => ({ list, facts: list.facts }));
  const total = lineOf("合计", all, () => wholeParts(summary.lists), summary);
  return {
    id: "category",
    sheet: summary.sheetOf("category"),
    title: "按任务分类汇总",
    caption: captionOf(summary, numberNote(summary), summary.context.settings.asOf),
    printTitle: summary.listTitle,
    columns: [{ header: "任务分类", width: 34 }, { header: "任务数", width: 9, isCentred: true }, ...stateColumns, rateColumn, nextColumn, { header: "超期任务", width: 48 }, { header: "查看", width: 8, isLink: true }],
    keys: [0],
    charts: (place) => stateCharts(place, { first: 2, title: "各类任务的状态", right: 11 }),
    lines: [...lines, totalLine(total.cells)],
    lights: [
      { column: 3, look: "overdue" },
      { column: 4, look: "behind" },
      { column: 5, look: "due-soon" },
    ],
  };
}

export type Category = { readonly name: string; readonly chosen: readonly Chosen[] };

/** The categories in the order of the lists; tasks without one come last. */
export function categoriesOf({ lists }: Pick<SummaryContext, "lists">): Category[] {
  const found = new Map<string, Chosen[]>();
  for (const list of lists) {
    const own = new Map<string, Chosen["facts"][number][]>();
    for (const facts of list.facts) {
      const known = own.get(facts.category);
      if (known === undefined) own.set(facts.category, [facts]);
      else known.push(facts);
    }
    for (const [name, facts] of own) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [{ list, facts }]);
      else known.push({ list, facts });
    }
  }
  const without = found.get("");
  found.delete("");
  return [...found].map(([name, chosen]) => ({ name, chosen })).concat(without === undefined ? [] : [{ name: uncategorised, chosen: without }]);
}

function lineOf(name: string, chosen: readonly Chosen[], parts: (row: number) => Part[] | undefined, summary: SummaryContext): Line {
  const facts = chosen.flatMap((each) => each.facts);
  const cells = (row: number): LineCell[] => stateCells(parts(row), facts, summary, 1);
  return { cells: [name, ...lazily(cells, 1 + stateColumns.length + 2), namesOf(chosen, ({ state }) => state === "overdue"), linkOf(chosen, ({ state }) => state === "overdue")] };
}

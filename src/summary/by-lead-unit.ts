import { captionOf, numberNote } from "./caption";
import { lazily } from "./lazily";
import { leaderlessParts, leadParts, otherParts, wholeParts, type Chosen } from "./parts";
import { linkOf, namesOf } from "./named-tasks";
import { stateCharts } from "./state-charts";
import { countFacts, counted, countFormat, nextColumn, rateColumn, stateCells, stateColumns, totalLine } from "./state-cells";
import { totalFormula } from "./state-formulas";
import type { SummaryContext } from "./summary-context";
import type { Line, LineCell, SummarySheet } from "./summary-sheet";
import { unitsOfTasks, type UnitTasks } from "./units-of-tasks";

export const leaderless = "（未填牵头单位）";

/** 按牵头单位: what each unit leads and takes part in, how that stands, what comes next and what is over. */
export function summariseByLeadUnit(summary: SummaryContext): SummarySheet {
  const { lists, context } = summary;
  const { units, without } = unitsOfTasks(lists);
  const lines: Line[] = units.map((unit) => ({ ...unitLine(unit, summary), ...(unit.led.length > 0 && { isCharted: true }) }));
  if (without.some(({ facts }) => facts.length > 0)) lines.push(lineOf(leaderless, without, leaderlessParts(without.filter(({ facts }) => facts.length > 0)), null, summary));
  const all = lists.map((list): Chosen => ({ list, facts: list.facts }));
  const { cells } = lineOf("合计", all, wholeParts(lists), null, summary);
  return {
    id: "lead-unit",
    sheet: summary.sheetOf("lead-unit"),
    title: "按牵头单位汇总",
    caption: captionOf(summary, `${units.some(({ led }) => led.length > 0) ? "合计按任务计，几个单位共同牵头的只计一次" : "清单没有写明由哪个单位牵头"}；${numberNote(summary)}`, context.settings.asOf),
    printTitle: summary.listTitle,
    columns: [
      { header: "牵头单位", width: 26 },
      { header: "牵头任务", width: 9, isCentred: true, format: countFormat },
      { header: "参与任务", width: 9, isCentred: true, format: countFormat },
      ...stateColumns,
      rateColumn,
      nextColumn,
      { header: "超期任务", width: 48 },
      { header: "查看", width: 8, isLink: true },
    ],
    keys: [0],
    charts: (place) => stateCharts(place, { first: 3, title: "各牵头单位的任务状态", right: 12 }),
    lines: [...lines, totalLine(cells)],
    lights: [
      { column: 4, look: "overdue" },
      { column: 5, look: "behind" },
      { column: 6, look: "due-soon" },
    ],
  };
}

function unitLine(unit: UnitTasks, summary: SummaryContext): Line {
  const others = unit.others.filter(({ facts }) => facts.length > 0);
  const joined = others.reduce((sum, { facts }) => sum + facts.length, 0);
  const led = unit.led.filter(({ facts }) => facts.length > 0);
  const joins: LineCell = (row) => {
    const parts = otherParts(others, unit.identity, unit.name, `$A${row + 1}`, summary.context);
    return counted(parts === undefined || parts.length === 0 ? undefined : totalFormula(parts), joined);
  };
  return lineOf(unit.name, led, (row) => leadParts(led.length === 0 ? [] : led, unit.name, `$A${row + 1}`), joins, summary);
}

type Parts = ReturnType<typeof leadParts>;

function lineOf(name: string, chosen: readonly Chosen[], parts: Parts | ((row: number) => Parts), joined: LineCell, summary: SummaryContext): Line {
  const facts = chosen.flatMap((each) => each.facts);
  const cells = (row: number): LineCell[] => {
    const found = typeof parts === "function" ? parts(row) : parts;
    return stateCells(found === undefined || found.length === 0 ? undefined : found, facts, summary, 1, [joined]);
  };
  return { cells: [name, ...lazily(cells, 3 + stateColumns.length + 1), namesOf(chosen, ({ state }) => state === "overdue"), linkOf(chosen, ({ state }) => state === "overdue")] };
}

/** What the whole comes to, for whoever shows it without a workbook. */
export function countsOfLists({ lists, context }: SummaryContext): ReturnType<typeof countFacts> {
  return countFacts(lists.flatMap(({ facts }) => facts), context.settings.asOf);
}

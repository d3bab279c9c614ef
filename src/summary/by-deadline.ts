import { stringifyReference } from "../core/address";
import type { OwnChart } from "../core/chart";
import type { CellContent, Range } from "../core/workbook";
import { quoteText } from "../formula/literals";
import type { TaskFacts } from "../tasks/task-facts";
import { captionOf, numberNote } from "./caption";
import { cellAddress } from "./formula-text";
import type { LiveList } from "./live-list";
import { linkOf, namesOf } from "./named-tasks";
import { wholeParts, type Chosen } from "./parts";
import { counted, countFormat, rateColumn, totalLine } from "./state-cells";
import { doneFormula, mapStates, totalFormula, type MapPlace } from "./state-formulas";
import type { SummaryContext } from "./summary-context";
import type { ChartPlace, Line, LineCell, SummarySheet } from "./summary-sheet";

/** 按完成时限: what falls into each month and quarter, what is done of it and what is over. */
export function summariseByDeadline(summary: SummaryContext): SummarySheet | undefined {
  const { lists, context, map } = summary;
  if (!lists.some(({ table }) => table.has("deadline"))) return undefined;
  const all = lists.map((list): Chosen => ({ list, facts: list.facts }));
  const byMonth = tasksByMonth(all);
  const { months, quarters } = spansOf([...byMonth.keys()].sort());
  const ofSpan = (span: DaySpan): Line => lineOf(span.name, spanFormulas(span, map), inSpan(byMonth, span), summary);
  const lines: Line[] = [...months.map((span): Line => ({ ...ofSpan(span), isCharted: true })), ...quarters.map((span) => withoutNames(ofSpan(span)))];
  for (const state of ["standing", "on-track"] as const) {
    const chosen = picked(all, ({ lastDay, dueState }) => lastDay === undefined && dueState === state);
    if (chosen.length > 0) lines.push(lineOf(state === "standing" ? "持续推进" : "按事件完成", stateFormulasOf(state, map), chosen, summary));
  }
  const unclear = picked(all, ({ lastDay, dueState }) => lastDay === undefined && dueState === "unclear");
  const whole = wholeParts(lists);
  const total = lineOf("合计", { total: whole === undefined ? undefined : totalFormula(whole), done: whole === undefined ? undefined : doneFormula(whole), overdue: overdueFormula(map) }, all, summary);
  return {
    id: "deadline",
    sheet: summary.sheetOf("deadline"),
    title: "按完成时限汇总",
    caption: captionOf(summary, numberNote(summary), context.settings.asOf),
    printTitle: summary.listTitle,
    columns: [
      { header: "完成时限", width: 22 },
      { header: "任务数", width: 9, isCentred: true, format: countFormat },
      { header: "已完成", width: 9, isCentred: true, format: countFormat },
      { header: "未完成", width: 9, isCentred: true, format: countFormat },
      { header: "● 超期", width: 9, isCentred: true, format: countFormat },
      rateColumn,
      { header: "未完成的任务", width: 56 },
      { header: "查看", width: 8, isLink: true },
    ],
    keys: [0],
    charts: monthChart,
    lines: [...lines, ...(unclear.length === 0 ? [] : [lineOf("时限不明", unclearFormulas(lists, map), unclear, summary)]), totalLine(total.cells)],
    lights: [{ column: 4, look: "overdue" }],
  };
}

/** A month or a quarter: its name, and its first and last day. */
type DaySpan = { readonly name: string; readonly first: string; readonly last: string };

const ordinals = ["一", "二", "三", "四"];

/** The months, such as 2026-03, and quarters in which something falls due. */
function spansOf(sorted: readonly string[]): { readonly months: readonly DaySpan[]; readonly quarters: readonly DaySpan[] } {
  const months = sorted.map((month): DaySpan => ({ name: `${month.slice(0, 4)}年${Number(month.slice(5))}月`, first: `${month}-01`, last: `${month}-31` }));
  const pad = (value: number): string => String(value).padStart(2, "0");
  const quarters = new Map(
    sorted.map((month): [string, DaySpan] => {
      const year = month.slice(0, 4);
      const quarter = Math.ceil(Number(month.slice(5)) / 3);
      const name = `${year}年第${ordinals[quarter - 1] ?? ""}季度`;
      return [name, { name, first: `${year}-${pad(quarter * 3 - 2)}-01`, last: `${year}-${pad(quarter * 3)}-31` }];
    }),
  );
  return { months, quarters: [...quarters.values()] };
}

/** A quarter's tasks stand in its months. */
function withoutNames({ cells }: Line): Line {
  return { cells: cells.map((cell, column) => (column === nameColumn ? null : cell)) };
}

const nameColumn = 6;

/** What is done and what is open, month by month. */
function monthChart({ header, first, last, top, bottom }: ChartPlace): OwnChart[] {
  const down = (column: number) => ({ top: first, left: column, bottom: last, right: column });
  const series = (column: number, color: "done" | "due-soon") => ({ name: { row: header, column }, values: down(column), color });
  return [{ id: "months", title: "各月到期的任务", kind: "stacked-column", anchor: { top, left: 0, bottom, right: nameColumn }, categories: down(0), series: [series(2, "done"), series(3, "due-soon")] }];
}

/** Month → its tasks, list by list and in their order. */
function tasksByMonth(all: readonly Chosen[]): Map<string, Map<LiveList, TaskFacts[]>> {
  const months = new Map<string, Map<LiveList, TaskFacts[]>>();
  for (const { list, facts } of all) {
    for (const each of facts) {
      if (each.lastDay === undefined) continue;
      const month = each.lastDay.slice(0, 7);
      let lists = months.get(month);
      if (lists === undefined) months.set(month, (lists = new Map<LiveList, TaskFacts[]>()));
      const known = lists.get(list);
      if (known === undefined) lists.set(list, [each]);
      else known.push(each);
    }
  }
  return months;
}

function inSpan(byMonth: ReadonlyMap<string, ReadonlyMap<LiveList, TaskFacts[]>>, { first, last }: DaySpan): Chosen[] {
  const joined = new Map<LiveList, TaskFacts[]>();
  for (const [month, lists] of byMonth) {
    if (month < first.slice(0, 7) || month > last.slice(0, 7)) continue;
    for (const [list, facts] of lists) joined.set(list, [...(joined.get(list) ?? []), ...facts]);
  }
  // a quarter's tasks in the order of the list again
  return [...joined].map(([list, facts]) => ({ list, facts: facts.sort((a, b) => a.row - b.row) }));
}

function picked(all: readonly Chosen[], isWanted: (facts: TaskFacts) => boolean): Chosen[] {
  return all.map(({ list, facts }) => ({ list, facts: facts.filter(isWanted) })).filter(({ facts }) => facts.length > 0);
}

type Formulas = { readonly total?: string | undefined; readonly done?: string | undefined; readonly overdue?: string | undefined };

/** The map's columns of tasks and of those done, beside its days. */
function columnsOf({ lastDays, states }: MapPlace): { readonly days: string; readonly states: string; readonly tasks: string; readonly done: string } {
  const beside = (range: Range, by: number): string => stringifyReference({ ...range, left: range.left + by, right: range.right + by });
  return { days: stringifyReference(lastDays), states: stringifyReference(states), tasks: beside(states, 1), done: beside(states, 2) };
}

function spanFormulas({ first, last }: DaySpan, map: MapPlace | undefined): Formulas {
  if (map === undefined) return {};
  const { days, tasks, done } = columnsOf(map);
  const [year, month] = first.split("-").map(Number);
  const from = `">="&DATE(${year ?? 0},${month ?? 0},1)`;
  const end = `DATE(${year ?? 0},${Number(last.slice(5, 7)) + 1},0)`;
  const sum = (counts: string, to: string): string => `SUMIFS(${counts},${days},${from},${days},"<="&${to})`;
  const past = `MIN(${end},TODAY()-1)`;
  return { total: `=${sum(tasks, end)}`, done: `=${sum(done, end)}`, overdue: `=${sum(tasks, past)}-${sum(done, past)}` };
}

function stateFormulasOf(state: "standing" | "on-track", map: MapPlace | undefined): Formulas {
  if (map === undefined) return {};
  const { states, tasks, done } = columnsOf(map);
  return { total: `=SUMIFS(${tasks},${states},${quoteText(mapStates[state])})`, done: `=SUMIFS(${done},${states},${quoteText(mapStates[state])})` };
}

/** What the map does not know, and what it knows to say no day. */
function unclearFormulas(lists: SummaryContext["lists"], map: MapPlace | undefined): Formulas {
  const whole = wholeParts(lists);
  if (map === undefined || whole === undefined) return {};
  const { states, tasks, done } = columnsOf(map);
  const rest = (all: string | undefined, counts: string): string | undefined => (all === undefined ? undefined : `${all}-SUM(${counts})+SUMIFS(${counts},${states},${quoteText(mapStates.unclear)})`);
  return { total: rest(totalFormula(whole), tasks), done: rest(doneFormula(whole), done) };
}

function overdueFormula(map: MapPlace | undefined): string | undefined {
  if (map === undefined) return undefined;
  const { days, tasks, done } = columnsOf(map);
  const sum = (counts: string): string => `SUMIFS(${counts},${days},">0",${days},"<"&TODAY())`;
  return `=${sum(tasks)}-${sum(done)}`;
}

function lineOf(name: string, { total, done, overdue }: Formulas, chosen: readonly Chosen[], { context }: SummaryContext): Line {
  const facts = chosen.flatMap((each) => each.facts);
  const finished = facts.filter(({ state }) => state === "done").length;
  const open = (row: number): CellContent => ({ formula: `=${cellAddress(row, 1)}-${cellAddress(row, 2)}`, shows: facts.length - finished });
  const rate = (row: number): CellContent => ({ formula: `=IF(${cellAddress(row, 1)}=0,"",${cellAddress(row, 2)}/${cellAddress(row, 1)})`, shows: facts.length === 0 ? "" : finished / facts.length });
  const over = facts.filter(({ state, lastDay }) => state !== "done" && lastDay !== undefined && lastDay < context.settings.asOf).length;
  const isUndone = ({ state }: TaskFacts): boolean => state !== "done";
  const cells: LineCell[] = [name, counted(total, facts.length), counted(done, finished), open, counted(overdue, over), rate, namesOf(chosen, isUndone), linkOf(chosen, isUndone)];
  return { cells };
}

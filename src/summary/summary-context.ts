import type { CheckContext } from "../core/rule";
import { tablesOfKind, type Table } from "../core/table";
import type { Range, Workbook } from "../core/workbook";
import { serialOfDay, type IsoDay } from "../language/calendar";
import { taskFacts } from "../tasks/task-facts";
import { taskListKind } from "../templates/task-list-kind";
import { mapDeadlines, mapHeaders, mapTitle, type MappedDeadline } from "./deadline-map";
import { LiveList } from "./live-list";
import { headerRowIn, summaryIn } from "./place-summary";
import type { MapPlace } from "./state-formulas";
import { titleRows, type SummaryId } from "./summary-sheet";

/** What every summary of task lists is made from. */
export type SummaryContext = {
  readonly context: CheckContext;
  readonly lists: readonly LiveList[];
  readonly deadlines: readonly MappedDeadline[];
  /** Where formulas find what deadlines mean; undefined where they could not tell or would take too long, and plain numbers stand instead. */
  readonly map: MapPlace | undefined;
  /** How many lines the map has room for. */
  readonly mapRoom: number;
  readonly sheetOf: (id: SummaryId) => string;
  /** What the workbook calls its list. */
  readonly listTitle: string;
  readonly serialOf: (day: IsoDay) => number;
};

/** Comparisons of cells that a workbook may ask of every opening: Excel makes some 100 million a second. */
const mostComparisons = 60_000_000;
/** States of a line, each asked of every cell. */
const statesOfLine = 7;
const mapStep = 50;

/** @param lineCount About how many lines the summaries count by state. */
export function summaryContext(context: CheckContext, sheetOf: (id: SummaryId) => string, lineCount: (lists: readonly LiveList[]) => number): SummaryContext {
  const lists = tablesOfKind(context.tables, taskListKind).map((table) => new LiveList(table, taskFacts(table, context)));
  const mapped = mapDeadlines(lists, context);
  const deadlines = mapped ?? [];
  const rows = lists.reduce((sum, { facts }) => sum + facts.length, 0);
  const isAffordable = rows * Math.max(deadlines.length, 1) * lineCount(lists) * statesOfLine <= mostComparisons;
  const mapRoom = Math.max(1, Math.ceil((deadlines.length + 10) / mapStep)) * mapStep;
  return {
    context,
    lists,
    deadlines,
    map: deadlines.length === 0 || !isAffordable ? undefined : mapPlace(context.workbook, sheetOf("deadline-map"), mapRoom),
    mapRoom,
    sheetOf,
    listTitle: titleOf(lists, context.tables),
    serialOf: (day) => serialOfDay(day, context.workbook.uses1904Dates) ?? 0,
  };
}

/** Below the header of the map, wherever that stands by now. */
function mapPlace(workbook: Workbook, sheet: string, room: number): MapPlace {
  const known = summaryIn(workbook, mapTitle);
  const first = ((known === undefined ? undefined : headerRowIn(known, mapHeaders)) ?? titleRows) + 1;
  const column = (index: number): Range => ({ sheet, top: first, left: index, bottom: first + room - 1, right: index });
  return { deadlines: column(0), lastDays: column(1), soonDays: column(2), states: column(3) };
}

/** The first title above a table, of a list if there is one, else the name of its sheet. */
function titleOf(lists: readonly LiveList[], tables: readonly Table[]): string {
  const first = lists[0]?.table ?? tables[0];
  if (first === undefined) return "";
  const above = first.captions.filter(({ range }) => range.top < first.bounds.top).map(({ text }) => text.trim());
  return above.find((text) => text.length > 4 && text.length <= 60 && !/^附[件表]/.test(text)) ?? first.sheet;
}

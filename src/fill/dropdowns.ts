import type { AddSheet, Change, SetList } from "../core/edit";
import type { CheckContext } from "../core/rule";
import { tablesOfKind, type Table } from "../core/table";
import { findWorksheet, overlaps, textOf, type CellContent, type Range, type Rectangle, type Workbook } from "../core/workbook";
import { lastDayOf } from "../language/deadline";
import { standardText } from "../language/deadline/cell";
import { yearOf } from "../language/calendar";
import { readDeadlines } from "../tasks/deadline-column";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";
import { makeRosterSheet } from "./roster-sheet";

export const messages = {
  units: (columns: number) => ({ zh: `给 ${columns} 列单位加上下拉列表，从单位名录里选`, en: `Let ${columns} columns of units be chosen from the roster` }),
  others: (columns: number) => ({ zh: `给 ${columns} 列时限和状态加上下拉列表`, en: `Let ${columns} columns of deadlines and states be chosen from a list` }),
};

export type DropdownKind = "units" | "deadlines" | "states";

const optionSheet = "下拉选项";
const optionHeaders = { deadlines: "可选时限", states: "可选状态" } as const;
/** As the status reader knows them: done, lagging, neither. */
const states = ["未启动", "推进中", "进度滞后", "已完成"] as const;
const widths = [24, 16];

/**
 * Dropdowns for the columns of the task lists that are there. A person's own conditions on cells are left alone, what is
 * typed by hand stays possible. Made again only what came in meanwhile is added.
 */
export function dropdownChanges(context: CheckContext, kinds: readonly DropdownKind[]): Change[] {
  return [...(kinds.includes("units") ? unitLists(context) : []), ...optionLists(context, kinds)];
}

/** The lead units' column; that of the responsible ones where no other tells who leads. */
function unitLists(context: CheckContext): Change[] {
  const { change, names } = makeRosterSheet(context);
  const tables = tablesOfKind(context.tables, taskListKind);
  // rows that come in among the names take the lists that are there along
  const grows = names !== undefined && change?.edits.some((edit) => edit.kind === "insert-rows" && edit.at < names.bottom) === true;
  const lists = tables.flatMap((table) => (names === undefined ? [] : listsFor(table, table.has("leadUnit") ? "leadUnit" : "responsibleUnit", names, !grows)));
  const title = messages.units(columnsIn(lists));
  if (change?.edits.some(({ kind }) => kind === "add-sheet") !== true) return [...(change === undefined ? [] : [change]), ...apart(lists, messages.units)];
  if (lists.length === 0) return [change];
  return [{ title: { zh: `${change.title.zh}；${title.zh}`, en: `${change.title.en}; ${title.en}` }, edits: [...change.edits, ...lists] }];
}

/** One change a list: a host that cannot tell beforehand what lies on the cells leaves out those that are there. */
function apart(lists: readonly SetList[], title: (columns: number) => Change["title"]): Change[] {
  return lists.map((list) => ({ title: title(1), edits: [list] }));
}

function optionLists(context: CheckContext, kinds: readonly DropdownKind[]): Change[] {
  const { workbook } = context;
  const tables = tablesOfKind(context.tables, taskListKind);
  const wanted = (["deadlines", "states"] as const).filter((kind) => kinds.includes(kind));
  const places = optionPlaces(workbook);
  const fresh = places === undefined ? newOptions(context) : undefined;
  const sources = places ?? fresh?.places;
  const lists = wanted.flatMap((kind) => {
    const source = sources?.[kind];
    if (source === undefined) return [];
    if (kind === "states") return tables.flatMap((table) => listsFor(table, "status", source));
    return tables.filter((table) => isWrittenOut(table, context)).flatMap((table) => listsFor(table, "deadline", source));
  });
  if (fresh === undefined) return apart(lists, messages.others);
  return lists.length === 0 ? [] : [{ title: messages.others(columnsIn(lists)), edits: [fresh.sheet, ...lists] }];
}

/** A column of Excel dates would be mixed up by texts. */
function isWrittenOut(table: Table<TaskKey>, context: CheckContext): boolean {
  let [texts, dates] = [0, 0];
  for (const { cell } of readDeadlines(table, table.rows, context)) {
    if (cell.form === "date") dates += 1;
    else texts += 1;
  }
  return texts >= dates;
}

type OptionPlaces = { readonly [K in keyof typeof optionHeaders]?: Range };

function optionPlaces(workbook: Workbook): OptionPlaces | undefined {
  const worksheet = findWorksheet(workbook, optionSheet);
  if (worksheet === undefined) return undefined;
  const placeOf = (title: string): Range | undefined => {
    const column = worksheet.columns.findIndex((one) => textOf(one?.values[0] ?? null) === title);
    const last = (worksheet.columns[column]?.values ?? []).reduce<number>((latest, value, row) => (textOf(value ?? null) === "" ? latest : row), 0);
    return last < 1 ? undefined : { sheet: optionSheet, top: 1, left: column, bottom: last, right: column };
  };
  const [deadlines, others] = [placeOf(optionHeaders.deadlines), placeOf(optionHeaders.states)];
  return { ...(deadlines === undefined ? {} : { deadlines }), ...(others === undefined ? {} : { states: others }) };
}

function newOptions(context: CheckContext): { readonly sheet: AddSheet; readonly places: OptionPlaces } {
  const deadlines = deadlineOptions(context);
  const length = Math.max(deadlines.length, states.length);
  const lines = Array.from({ length }, (_, index): CellContent[] => [deadlines[index] ?? null, states[index] ?? null]);
  const layout = {
    widths,
    looks: [
      { range: { top: 0, left: 0, bottom: 0, right: 1 }, look: "header" },
      { range: { top: 1, left: 0, bottom: length, right: 1 }, look: "body-centred" },
    ],
    merges: [],
    frozenRows: 1,
  } as const;
  const place = (column: number, count: number): Range => ({ sheet: optionSheet, top: 1, left: column, bottom: count, right: column });
  return {
    sheet: { kind: "add-sheet", sheet: optionSheet, cells: [[optionHeaders.deadlines, optionHeaders.states], ...lines], layout },
    places: { deadlines: place(0, deadlines.length), states: place(1, states.length) },
  };
}

/** The lists' own deadlines in the standard form and the quarters' ends of this year and the next, by their days; then that there is none. */
function deadlineOptions(context: CheckContext): string[] {
  const days = new Map<string, string>();
  for (const table of tablesOfKind(context.tables, taskListKind)) {
    for (const { cell } of readDeadlines(table, table.rows, context)) {
      const [text, day] = [standardText(cell), lastDayOf(cell.deadline)];
      if (text !== undefined && day !== undefined && day >= context.settings.asOf && text.length <= longest && days.size < most) days.set(text, day);
    }
  }
  const year = yearOf(context.settings.asOf);
  for (const each of [year, year + 1]) for (const [month, day] of [["3月", "03-31"], ["6月", "06-30"], ["9月", "09-30"], ["", "12-31"]] as const) {
    // a list that says 12月底前 needs no second name for it
    if (`${each}-${day}` >= context.settings.asOf && !(month === "" && days.has(`${each}年12月底前`))) days.set(`${each}年${month}底前`, `${each}-${day}`);
  }
  return [...[...days].sort((a, b) => (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0)).map(([text]) => text), "持续推进"];
}

/** A deadline worth choosing again is short, and a list to choose from too. */
const longest = 20;
const most = 60;

/** One list over the rows of a column; where others lie on some of its cells, over what they leave. */
function listsFor(table: Table<TaskKey>, key: TaskKey, source: Range, renews = true): SetList[] {
  const column = table.columns.get(key);
  const [first, last] = [table.headerBottom + 1, table.bounds.bottom];
  if (column === undefined || first > last || isComputed(table, column)) return [];
  const sheet = table.sheet;
  const cells = { top: first, left: column, bottom: last, right: column };
  const lying = (table.worksheet.validations ?? []).filter(({ range }) => overlaps(range, cells));
  const renewed = lying.flatMap(({ range, source: before }): SetList[] => {
    if (!renews || before === undefined || !isShorter(before, source)) return [];
    return [{ kind: "set-list", range: { sheet, ...range }, before, after: source }];
  });
  const free = gaps(first, last, lying.map(({ range }) => range));
  return [...renewed, ...free.map(([top, bottom]): SetList => ({ kind: "set-list", range: { sheet, ...cells, top, bottom }, before: null, after: source }))];
}

/** The same column as it was before it grew. */
function isShorter(before: Range, source: Range): boolean {
  return before.sheet === source.sheet && before.left === source.left && before.right === source.right && before.top === source.top && before.bottom !== source.bottom;
}

/** A column that formulas fill is not to be chosen. */
function isComputed({ worksheet, rows }: Table<TaskKey>, column: number): boolean {
  const formulas = worksheet.columns[column]?.formulas.size ?? 0;
  return formulas > 0 && formulas * 2 >= rows.length;
}

function gaps(first: number, last: number, taken: readonly Rectangle[]): [number, number][] {
  const free: [number, number][] = [];
  let next = first;
  for (const { top, bottom } of [...taken].sort((a, b) => a.top - b.top)) {
    if (top > next) free.push([next, Math.min(top - 1, last)]);
    next = Math.max(next, bottom + 1);
  }
  if (next <= last) free.push([next, last]);
  return free;
}

function columnsIn(lists: readonly SetList[]): number {
  return new Set(lists.map(({ range }) => `${range.left} ${range.sheet}`)).size;
}

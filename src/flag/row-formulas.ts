import { stringifyColumn } from "../core/address";
import type { CheckContext } from "../core/rule";
import { textOf, type CellValue } from "../core/workbook";
import type { DeadlineCell } from "../language/deadline/cell";
import { dueFormula } from "./due-formula";
import type { FlagColumns } from "./flag-columns";
import { daysFormula, stateFormula, type RowCells } from "./state-formula";

/** A cell that a row's formulas name: where it stands by then, and what it holds. */
export type PlacedCell = { readonly row: number; readonly column: number; readonly value: CellValue };

/** The cells of one row of a list; a merged one stands further up. */
export type ListRow = Pick<RowCells, "lastDay" | "nearFrom"> & {
  readonly row: number;
  readonly deadline: PlacedCell;
  readonly task: PlacedCell | undefined;
  readonly lead: (PlacedCell & { readonly missing: string }) | undefined;
  readonly status: (PlacedCell & { readonly tellsDelay: boolean }) | undefined;
};

/** Stand for row numbers in a formula that serves every row that says the same. */
const marks = { row: "\u0001", deadline: "\u0002", task: "\u0003", lead: "\u0004", status: "\u0005" } as const;
type Mark = keyof typeof marks;
const names = Object.keys(marks) as Mark[];

/** A formula's text, cut where a row is named; `rows` says which, one a cut. */
type Pattern = { readonly texts: readonly string[]; readonly rows: readonly Mark[] };

function patternOf(formula: string): Pattern {
  const rows = [...formula.matchAll(/[\u0001-\u0005]/g)].map(([mark]) => names.find((name) => marks[name] === mark) ?? "row");
  return { texts: formula.split(/[\u0001-\u0005]/), rows };
}

function fill({ texts, rows }: Pattern, list: ListRow): string {
  const own = String(list.row + 1);
  if (rows.every((name) => rowOf(list, name) === list.row)) return texts.join(own);
  return texts.map((text, index) => (index === 0 ? text : `${rowOf(list, rows[index - 1] ?? "row") + 1}${text}`)).join("");
}

function rowOf(list: ListRow, name: Mark): number {
  return name === "row" ? list.row : (list[name]?.row ?? list.row);
}

export type RowFormulas = {
  due(list: ListRow, cell: DeadlineCell | undefined): string;
  state(list: ListRow): string;
  days(list: ListRow): string;
};

/** The formulas of a list's rows, each thought out once: deadlines, days and statuses repeat one another. */
export function rowFormulas(columns: FlagColumns, context: CheckContext): RowFormulas {
  const dues = new Map<DeadlineCell, Pattern>();
  const states = new Map<string, Pattern>();
  const [due, state] = [placeOf(columns.due, "row"), placeOf(columns.state, "row")];
  const days = patternOf(daysFormula(due, state));
  return {
    due(list, cell) {
      const { deadline } = list;
      const make = (): string => dueFormula(placeOf(deadline.column, "deadline"), deadline.value, cell, context);
      if (cell === undefined) return fill(patternOf(make()), list);
      let pattern = dues.get(cell);
      if (pattern === undefined) dues.set(cell, (pattern = patternOf(make())));
      return fill(pattern, list);
    },
    state(list) {
      const { lastDay, nearFrom, status } = list;
      const key = `${lastDay ?? ""} ${typeof status?.value} ${textOf(status?.value ?? null)}`;
      let pattern = states.get(key);
      if (pattern === undefined) states.set(key, (pattern = patternOf(stateFormula({ due, lastDay, nearFrom, ...namedCells(list) }, context.settings))));
      return fill(pattern, list);
    },
    days: (list) => fill(days, list),
  };
}

function namedCells({ task, lead, status }: ListRow): Pick<RowCells, "task" | "lead" | "status"> {
  return {
    task: task && { ...task, place: placeOf(task.column, "task") },
    lead: lead && { ...lead, place: placeOf(lead.column, "lead") },
    status: status && { ...status, place: placeOf(status.column, "status") },
  };
}

/** $H and a mark for the row. */
function placeOf(column: number, mark: Mark): string {
  return `$${stringifyColumn(column)}${marks[mark]}`;
}

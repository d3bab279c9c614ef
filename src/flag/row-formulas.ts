import type { CheckContext } from "../core/rule";
import { textOf, type CellValue } from "../core/workbook";
import type { DeadlineCell } from "../language/deadline/cell";
import { dueFormula } from "./due-formula";
import { daysFormula, stateFormula, type RowCells } from "./state-formula";

/** Stand for cells in a formula that serves every row that says the same. */
const marks = { due: "\u0001", state: "\u0002", task: "\u0003", lead: "\u0004", status: "\u0005" } as const;
type Places = { readonly [M in keyof typeof marks]?: string | undefined };
const byMark = new Map(Object.entries(marks).map(([key, mark]) => [mark as string, key as keyof typeof marks]));

/** A formula's text, cut where cells are named. */
type Pattern = readonly (string | { readonly cell: keyof typeof marks })[];

function patternOf(formula: string): Pattern {
  return formula.split(/([\u0001-\u0005])/).map((part) => {
    const cell = byMark.get(part);
    return cell === undefined ? part : { cell };
  });
}

function fill(pattern: Pattern, places: Places): string {
  let text = "";
  for (const part of pattern) text += typeof part === "string" ? part : (places[part.cell] ?? "");
  return text;
}

export type RowFormulas = {
  /** `place` is where the deadline stands. */
  due(place: string, value: CellValue, cell: DeadlineCell | undefined): string;
  state(cells: RowCells): string;
  days(due: string, state: string): string;
};

/** The formulas of many rows, each thought out once: deadlines, days and statuses repeat one another. */
export function rowFormulas(context: CheckContext): RowFormulas {
  const dues = new Map<DeadlineCell, Pattern>();
  const states = new Map<string, Pattern>();
  const days = patternOf(daysFormula(marks.due, marks.state));
  return {
    due(place, value, cell) {
      if (cell === undefined) return dueFormula(place, value, cell, context);
      let pattern = dues.get(cell);
      if (pattern === undefined) dues.set(cell, (pattern = patternOf(dueFormula(marks.due, value, cell, context))));
      return fill(pattern, { due: place });
    },
    state(cells) {
      const { due, lastDay, task, lead, status } = cells;
      const key = `${lastDay ?? ""} ${typeof status?.value} ${textOf(status?.value ?? null)}`;
      let pattern = states.get(key);
      if (pattern === undefined) states.set(key, (pattern = patternOf(stateFormula(marked(cells), context.settings))));
      return fill(pattern, { due, task: task?.place, lead: lead?.place, status: status?.place });
    },
    days: (due, state) => fill(days, { due, state }),
  };
}

function marked({ task, lead, status, ...others }: RowCells): RowCells {
  return { ...others, due: marks.due, task: task && { ...task, place: marks.task }, lead: lead && { ...lead, place: marks.lead }, status: status && { ...status, place: marks.status } };
}

import type { CheckContext } from "../core/rule";
import { isBlank, type CellValue } from "../core/workbook";
import { dateFormula, quoteText } from "../formula/literals";
import { dayOfSerial, lastDayOfMonth, serialOfDay, yearOf } from "../language/calendar";
import { lastDayOf, type Deadline } from "../language/deadline";
import type { DeadlineCell } from "../language/deadline/cell";
import { shapeOf, stateText } from "../tasks/lights";
import { stateOf } from "../tasks/task-states";
import { sameText } from "./formula-text";

type Context = Pick<CheckContext, "settings">;

const question = shapeOf("unclear");

/** What stands instead of a day where a deadline has none that could be told. */
export const unclear = { blank: `${question} 未填时限`, unreadable: `${question} 无法识别`, changed: `${question} 时限已改` };

/**
 * The deadline's last day as a formula. A text is read once and recognised by the formula as long as it stays what it
 * was; a date is taken as it is, also one entered later. Whoever changes the deadline otherwise is told so.
 */
export function dueFormula(place: string, value: CellValue, cell: DeadlineCell | undefined, context: Context): string {
  const asDate = `IF(AND(${place}>30000,${place}<80000),INT(${place}),${quoteText(unclear.unreadable)})`;
  const later = `IF(ISNUMBER(${place}),${cell !== undefined && showsMonth(cell) ? `EOMONTH(${place},0)` : asDate},${quoteText(unclear.changed)})`;
  const known = knownPart(place, value, cell, context);
  const whole = known === undefined ? later : `IF(${known.test},${known.result},${later})`;
  return `=IFERROR(IF(${place}="",${quoteText(unclear.blank)},${whole}),${quoteText(unclear.unreadable)})`;
}

function knownPart(place: string, value: CellValue, cell: DeadlineCell | undefined, context: Context): { readonly test: string; readonly result: string } | undefined {
  if (typeof value === "number") return cell === undefined || cell.form === "date" ? undefined : { test: `${place}=${value}`, result: resultOf(cell.deadline, context) };
  if (typeof value !== "string" || value === "") return undefined;
  return { test: sameText(place, value), result: cell === undefined || isBlank(value) ? quoteText(unclear.blank) : resultOf(cell.deadline, context) };
}

/** What the formula computes as long as the deadline's cell holds what it holds now; undefined where no serial tells the day. */
export function dueShown(value: CellValue, cell: DeadlineCell | undefined, { settings, workbook }: CheckContext): number | string | undefined {
  if (value === null || value === "") return unclear.blank;
  if (typeof value === "number") {
    if (cell === undefined || cell.form === "date") return dateShown(value, cell, workbook.uses1904Dates);
  } else if (typeof value !== "string") return typeof value === "boolean" ? unclear.changed : unclear.unreadable;
  if (cell === undefined || (typeof value === "string" && isBlank(value))) return unclear.blank;
  const lastDay = lastDayOf(cell.deadline);
  return lastDay === undefined ? wordsOf(cell.deadline, { settings }) : serialOfDay(lastDay, workbook.uses1904Dates);
}

function dateShown(value: number, cell: DeadlineCell | undefined, uses1904Dates: boolean): number | string | undefined {
  if (cell === undefined || !showsMonth(cell)) return value > 30000 && value < 80000 ? Math.floor(value) : unclear.unreadable;
  const day = dayOfSerial(value, uses1904Dates);
  return day === undefined ? unclear.unreadable : serialOfDay(lastDayOfMonth(yearOf(day), Number(day.slice(5, 7))), uses1904Dates);
}

/** A date shown as 2026年9月 means that month. */
function showsMonth({ form, deadline }: DeadlineCell): boolean {
  return form === "date" && deadline.kind === "by" && deadline.granularity !== "day";
}

function resultOf(deadline: Deadline, context: Context): string {
  const lastDay = lastDayOf(deadline);
  return lastDay === undefined ? quoteText(wordsOf(deadline, context)) : dateFormula(lastDay);
}

/** What stands for a deadline that is no day. */
function wordsOf(deadline: Deadline, context: Context): string {
  const state = stateOf(deadline, context);
  return state === "unclear" ? unclear.unreadable : stateText(state);
}

import type { CheckContext } from "../core/rule";
import { isBlank, type CellValue } from "../core/workbook";
import type { IsoDay } from "../language/calendar";
import { lastDayOf, type Deadline } from "../language/deadline";
import type { DeadlineCell } from "../language/deadline/cell";
import { shapeOf, stateText } from "../tasks/lights";
import { stateOf } from "../tasks/task-states";
import { quoteText, sameText } from "./formula-text";

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

/** A date shown as 2026年9月 means that month. */
function showsMonth({ form, deadline }: DeadlineCell): boolean {
  return form === "date" && deadline.kind === "by" && deadline.granularity !== "day";
}

function resultOf(deadline: Deadline, context: Context): string {
  const lastDay = lastDayOf(deadline);
  if (lastDay !== undefined) return dateFormula(lastDay);
  const state = stateOf(deadline, context);
  return quoteText(state === "unclear" ? unclear.unreadable : stateText(state));
}

/** Right in workbooks of either date system. */
export function dateFormula(day: IsoDay): string {
  const [year, month, date] = day.split("-").map(Number);
  return `DATE(${year ?? 0},${month ?? 0},${date ?? 0})`;
}

import { isBlank, type CellValue } from "../core/workbook";
import { daysBetween, type IsoDay } from "../language/calendar";
import { readDeadline } from "../language/deadline";
import { argument, quoted, wrong, type Answer, type Refusal } from "./answer";
import { dateIn, lastDay } from "./deadline";
import type { Surroundings } from "./surroundings";

export const messages = {
  noDate: (text: string) => ({ zh: `“${text}”不是一个日期`, en: `“${text}” is no date` }),
};

/** QD.DAYSLEFT: how many days are left from a date, today without one, to the last day; negative when it is past, "" for a blank cell. */
export function daysLeft(text: unknown, date: unknown, { uses1904Dates, today }: Surroundings): Answer {
  const value = argument(text);
  if (isBlank(value)) return "";
  const from = startOf(argument(date), uses1904Dates, today);
  if (typeof from !== "string") return from;
  const to = lastDay(value, undefined, uses1904Dates);
  return typeof to === "string" ? daysBetween(from, to) : to;
}

function startOf(given: CellValue, uses1904Dates: boolean, today: IsoDay): IsoDay | Refusal {
  if (isBlank(given)) return today;
  const date = dateIn(given, uses1904Dates);
  if (date !== undefined) return date;
  const read = readDeadline(typeof given === "number" ? String(given) : typeof given === "string" ? given : "");
  return read.kind === "by" && read.granularity === "day" ? read.lastDay : wrong(messages.noDate(quoted(given)));
}

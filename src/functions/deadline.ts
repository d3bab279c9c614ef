import { isBlank, type CellValue } from "../core/workbook";
import { dayOfSerial, serialOfDay, type IsoDay } from "../language/calendar";
import { isOpenEnded, lastDayOf, type Deadline } from "../language/deadline";
import { readDeadlineCell } from "../language/deadline/cell";
import { argument, none, quoted, wrong, type Answer, type Refusal } from "./answer";
import type { Surroundings } from "./surroundings";

export const messages = {
  noYear: (text: string) => ({
    zh: `“${text}”没有写年份，不作猜测；请在单元格里写明，或用第二个参数给出：QD.DEADLINE(…, 2025)`,
    en: `“${text}” names no year, and none is guessed; write it in the cell or give it as the second argument: QD.DEADLINE(…, 2025)`,
  }),
  openEnded: (text: string) => ({ zh: `“${text}”没有到期日`, en: `“${text}” has no last day` }),
  relative: (text: string) => ({ zh: `“${text}”要知道从哪天算起，才有到期日`, en: `“${text}” has a last day only once it is known from when it counts` }),
  placeholder: (text: string) => ({ zh: `“${text}”还没有填定`, en: `“${text}” is still to be filled in` }),
  noSuchDay: (text: string) => ({ zh: `“${text}”里有日历上没有的日子，或起止颠倒`, en: `“${text}” holds a day that no calendar has, or ends before it begins` }),
  unreadable: (text: string) => ({ zh: `“${text}”读不出完成时限`, en: `No deadline can be read in “${text}”` }),
  wrongYear: (text: string) => ({ zh: `“${text}”不是年份；第二个参数要是四位数的年份`, en: `“${text}” is no year; the second argument is a year of four digits` }),
};

/** QD.DEADLINE: the last day on which the task is in time, as a date; "" for a blank cell. The year is for deadlines that name none. */
export function deadline(text: unknown, year: unknown, { uses1904Dates }: Surroundings): Answer {
  const value = argument(text);
  if (isBlank(value)) return "";
  const given = yearOf(argument(year));
  if (given !== undefined && typeof given !== "number") return given;
  const day = lastDay(value, given, uses1904Dates);
  if (typeof day !== "string") return day;
  return serialOfDay(day, uses1904Dates) ?? wrong(messages.unreadable(quoted(value)));
}

/** Of a cell that is not blank. */
export function lastDay(value: CellValue, year: number | undefined, uses1904Dates: boolean): IsoDay | Refusal {
  const { deadline } = readDeadlineCell(value, "", uses1904Dates, year === undefined ? {} : { year });
  return lastDayOf(deadline) ?? dateIn(value, uses1904Dates) ?? refusalOf(deadline, quoted(value));
}

/** Of a date cell a function is given the number alone. 2025, 202512 and 20251231 have been read by now; far from our time no number is taken for a date. */
export function dateIn(value: CellValue, uses1904Dates: boolean): IsoDay | undefined {
  const day = typeof value === "number" ? dayOfSerial(value, uses1904Dates) : undefined;
  return day !== undefined && day >= "1950" && day < "2150" ? day : undefined;
}

function yearOf(given: CellValue): number | undefined | Refusal {
  if (isBlank(given)) return undefined;
  const year = Number(typeof given === "string" ? given.trim().replace(/年$/, "") : given);
  return Number.isInteger(year) && year >= 1900 && year <= 9999 ? year : wrong(messages.wrongYear(quoted(given)));
}

function refusalOf(deadline: Deadline, text: string): Refusal {
  switch (deadline.kind) {
    case "no-year":
      return wrong(messages.noYear(text));
    case "placeholder":
      return none(messages.placeholder(text));
    case "relative":
      return none(messages.relative(text));
    case "several":
      return isOpenEnded(deadline) ? none(messages.openEnded(text)) : refusalOf(deadline.parts.find((part) => lastDayOf(part) === undefined) ?? deadline.parts[0] ?? deadline, text);
    case "unreadable":
      return wrong(deadline.fault === "no-such-day" ? messages.noSuchDay(text) : messages.unreadable(text));
    default:
      return none(messages.openEnded(text));
  }
}

import { getHolidaysInRange, isWorkday } from "chinese-days";

/** A calendar day written 2022-11-18. Days of this form compare as text. */
export type IsoDay = string;

const dayInMilliseconds = 86_400_000;
/** Excel's day 0 in either date system. Excel counts a 29 February 1900 that never was: serials below 61 are one day off. */
const excelEpoch = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Undefined for a day that no calendar has, such as 30 February. */
export function isoDay(year: number, month: number, day: number): IsoDay | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function lastDayOfMonth(year: number, month: number): IsoDay {
  return `${year}-${String(month).padStart(2, "0")}-${String(daysInMonth(year, month)).padStart(2, "0")}`;
}

export function yearOf(day: IsoDay): number {
  return Number(day.slice(0, 4));
}

export function addDays(day: IsoDay, count: number): IsoDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayInMilliseconds).toISOString().slice(0, 10);
}

/** The same day of a later month, or that month's last where it is shorter. */
export function addMonths(day: IsoDay, count: number): IsoDay {
  const months = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return isoDay(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month))) ?? day;
}

/** How many days `to` lies after `from`. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayInMilliseconds);
}

const knownYears = new Map<number, boolean>();

/** Whether the State Council's notice on the holidays of a year is in the table; without it nobody knows its working days. */
export function hasWorkdayCalendar(year: number): boolean {
  let known = knownYears.get(year);
  if (known === undefined) knownYears.set(year, (known = getHolidaysInRange(`${year}-10-01`, `${year}-10-03`, false).length > 0));
  return known;
}

/** The `count`th working day after `day`; undefined where the calendar of a year on the way is not known. */
export function addWorkdays(day: IsoDay, count: number): IsoDay | undefined {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    if (!hasWorkdayCalendar(yearOf(current))) return undefined;
    if (isWorkday(current)) left -= 1;
  }
  return current;
}

/** The working days after `from` up to `to`, negative where `to` is earlier; undefined where a year's calendar is not known. */
export function workdaysBetween(from: IsoDay, to: IsoDay): number | undefined {
  if (to < from) {
    const back = workdaysBetween(to, from);
    return back === undefined ? undefined : -back;
  }
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!hasWorkdayCalendar(year)) return undefined;
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day)) count += 1;
  return count;
}

/** The day of an Excel date serial; undefined for what is no day of the years 1900 to 9999. */
export function dayOfSerial(serial: number, uses1904Dates: boolean): IsoDay | undefined {
  if (!Number.isFinite(serial) || serial < (uses1904Dates ? 0 : 1) || serial >= 2_958_466) return undefined;
  const whole = Math.floor(serial) + (!uses1904Dates && serial < 60 ? 1 : 0);
  return new Date(excelEpoch[uses1904Dates ? 1904 : 1900] + whole * dayInMilliseconds).toISOString().slice(0, 10);
}

/** The Excel date serial of a day; undefined before the first day that Excel counts. */
export function serialOfDay(day: IsoDay, uses1904Dates: boolean): number | undefined {
  const serial = (Date.parse(`${day}T00:00:00Z`) - excelEpoch[uses1904Dates ? 1904 : 1900]) / dayInMilliseconds;
  if (serial >= (uses1904Dates ? 0 : 61)) return serial;
  return uses1904Dates || serial < 2 ? undefined : serial - 1;
}

/** Whether a number format shows a date: yyyy-mm-dd, yyyy"年"m"月", [$-804]aaaa, m/d; not [h]:mm, 0.00"d", G/通用格式. */
export function isDateFormat(format: string): boolean {
  if (format === "General" || format === "@" || /\[[hms]+\]/i.test(format)) return false;
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, "").split(";", 1)[0] ?? "";
  if (/general|通用|[0#?]/i.test(bare.replace(/s\.0+/i, "s"))) return false;
  return /[yed]|aaa/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare));
}

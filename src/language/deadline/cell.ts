import type { CellValue } from "../../core/workbook";
import { dayOfSerial, isDateFormat, type IsoDay } from "../calendar";
import { lastDayOf, readDeadline, stringifyDeadline, type Deadline, type DeadlineContext } from "../deadline";

/** How a cell holds its deadline: what a column should agree in. */
export type DeadlineForm = "standard" | "loose" | "date" | "none";

export type DeadlineCell = {
  readonly deadline: Deadline;
  /** "standard": 2022年12月底前 and its like; "loose": 2022.12, 22年12月; "date": an Excel date; "none": it names no date. */
  readonly form: DeadlineForm;
};

/** Reads a deadline cell by its value and number format: Excel dates (1900 and 1904), 2025, 20251231 and 2022.12 as numbers, texts. */
export function readDeadlineCell(value: CellValue, format: string, uses1904Dates: boolean, context: DeadlineContext = {}): DeadlineCell {
  if (typeof value !== "number") {
    const deadline = readDeadline(typeof value === "string" ? value : "", context);
    return { deadline, form: formOf(deadline) };
  }
  const day = isDateFormat(format) ? dayOfSerial(value, uses1904Dates) : undefined;
  if (day !== undefined) return { deadline: byDate(day, format), form: "date" };
  const deadline = readDeadline(numberText(value), context);
  return { deadline, form: deadline.kind === "by" ? "loose" : "none" };
}

/** A date shown as 2022年12月 means that month. */
function byDate(day: IsoDay, format: string): Deadline {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const showsDay = /d/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ""));
  if (showsDay || /[aw]/i.test(format)) return { kind: "by", words: day, granularity: "day", lastDay: day, point: { granularity: "day", year, month, day: date } };
  return readDeadline(`${year}年${month}月底前`);
}

/** 2022.1 may be January or October: the zero is lost, so it is read as nothing. */
function numberText(value: number): string {
  const text = String(value);
  return /^(?:19|20)\d\d$/.test(text) ? `${text}年` : /\.1$/.test(text) ? "" : text;
}

/** 2024.12, 2024-12-31, 20241231, 24年12月, 二〇二四年, 2024年Q4, full-width digits. */
const loose = /\d\s*[./\-－．／]\s*\d|^\D*\d{6,8}(?!\d)|(?<!\d)\d\d\s*年|[〇零○]|[一二]九[\u4e00-\u9fff]{2}年|[QqＱ]\s*\d|\dQ|\d\s*季(?!度)|[０-９]|\d\s*月\s*\d{1,2}(?![\d日号\s])|[一二三四五六七八九十]+月/;

function formOf(deadline: Deadline): DeadlineForm {
  if (deadline.kind === "several") {
    const forms = deadline.parts.map(formOf);
    return forms.includes("loose") ? "loose" : forms.includes("standard") ? "standard" : "none";
  }
  if (deadline.kind !== "by" && deadline.kind !== "range") return "none";
  return loose.test(deadline.words) ? "loose" : "standard";
}

/** The cell's deadline in the standard form; undefined where it has none to be written. */
export function standardText({ deadline, form }: DeadlineCell): string | undefined {
  return form === "none" || lastDayOf(deadline) === undefined || deadline.kind === "several" ? undefined : stringifyDeadline(deadline);
}

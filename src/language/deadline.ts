import { type IsoDay } from "./calendar";
import { daysOf, isPossible, stringifyPoint, stringifyPointAsDeadline, type Granularity, type Point } from "./deadline/date-point";
import { fold } from "./fold";
import { findPlaceholder } from "./placeholder";
import { scanTimes, type Period, type TimePhrase } from "./deadline/time-phrases";
import { relativeLastDay, type RelativeUnit } from "./deadline/relative-time";

/** What the place where a deadline stands tells of it; nothing is guessed beyond this. */
export type DeadlineContext = {
  /** The year that the title or the document names, for a deadline that names none. */
  readonly year?: number;
  /** When the document was issued, for 印发后3个工作日内. */
  readonly issued?: IsoDay;
};

type Carried = {
  /** The words that say it, as written. */
  readonly words: string;
};

export type Deadline =
  | (Carried & { readonly kind: "by"; readonly granularity: Granularity; readonly lastDay: IsoDay; readonly point: Point })
  /** `from` undefined: from now on (即日起); `to` undefined: no end is named. */
  | (Carried & { readonly kind: "range"; readonly granularity: Granularity; readonly from?: IsoDay; readonly lastDay: IsoDay; readonly fromPoint?: Point; readonly toPoint: Point })
  /** 每季度末, 每年12月底前; `lastDay` only where years are named: 2023—2025年每年12月底前. */
  | (Carried & { readonly kind: "periodic"; readonly every: Period; readonly lastDay?: IsoDay })
  /** `from` where it only says when it begins: 2023年1月起. */
  | (Carried & { readonly kind: "open-ended"; readonly from?: IsoDay })
  /** 十四五 is 14: 2021 to 2025. */
  | (Carried & { readonly kind: "plan-period"; readonly plan: number; readonly isEnd: boolean; readonly lastDay: IsoDay })
  /** A time after something: 印发后3个工作日内, 汛期前. `lastDay` where the beginning and, for working days, the calendar are known. */
  | (Carried & { readonly kind: "relative"; readonly anchor?: string; readonly count?: number; readonly unit?: RelativeUnit; readonly lastDay?: IsoDay; readonly lacksCalendar?: true })
  | (Carried & { readonly kind: "several"; readonly parts: readonly Deadline[]; readonly lastDay?: IsoDay })
  | (Carried & { readonly kind: "placeholder" })
  /** A year is missing and nothing around gives it. */
  | (Carried & { readonly kind: "no-year"; readonly point?: Point })
  | (Carried & { readonly kind: "unreadable"; readonly fault: "no-such-day" | "no-time" });

/** No deadline is longer; what follows in a longer cell is prose. */
const reach = 2000;

/** 2024/6/30 0:00:00: what a date carries along when it is turned into a text. */
const clock = /(?<=\d)[ \t]\d{1,2}:\d{2}(?::\d{2})?\s*$/;

/** Reads what a deadline cell says. Blank text is unreadable; ask before. Never throws. */
export function readDeadline(text: string, context: DeadlineContext = {}): Deadline {
  const whole = (text.length > reach ? text.slice(0, reach) : text).replace(clock, "");
  const blank = findPlaceholder(whole);
  if (blank !== undefined) return { kind: "placeholder", words: blank };
  const { plain, at } = fold(whole);
  const phrases = scanTimes(plain);
  const wordsOf = ({ start, end }: TimePhrase): string => whole.slice(at(start), at(end - 1) + 1);
  const parts: Deadline[] = [];
  let year = context.year;
  for (const phrase of phrases) {
    const part = deadlineOf(phrase, wordsOf(phrase), { ...context, ...(year === undefined ? {} : { year }) });
    if (part.kind === "unreadable") return part;
    if (part.kind === "by") year = part.point.year;
    else if (part.kind === "range") year = part.toPoint.year;
    parts.push(part);
  }
  const [first, ...others] = parts;
  if (first === undefined) return { kind: "unreadable", words: whole.trim(), fault: "no-time" };
  return others.length === 0 ? first : severalOf(parts, whole.trim());
}

function severalOf(parts: readonly Deadline[], words: string): Deadline {
  const lacking = parts.find(({ kind }) => kind === "no-year");
  if (lacking !== undefined) return lacking;
  const last = lastDayOfParts(parts);
  return { kind: "several", words, parts, ...(last === undefined ? {} : { lastDay: last }) };
}

/** The latest of the parts' days; undefined where one of them goes on without end. */
function lastDayOfParts(parts: readonly Deadline[]): IsoDay | undefined {
  let last: IsoDay | undefined;
  for (const part of parts) {
    const day = lastDayOf(part);
    if (day === undefined) return undefined;
    if (last === undefined || day > last) last = day;
  }
  return last;
}

/** The last day on which the task is in time; undefined where none is meant or known. */
export function lastDayOf(deadline: Deadline): IsoDay | undefined {
  return "lastDay" in deadline ? deadline.lastDay : undefined;
}

/** Without end, or again and again: no one day on which it would be overdue. */
export function isOpenEnded(deadline: Deadline): boolean {
  if (deadline.kind === "several") return deadline.parts.every(isOpenEnded);
  return deadline.kind === "open-ended" || (deadline.kind === "periodic" && deadline.lastDay === undefined);
}

function deadlineOf(phrase: TimePhrase, words: string, context: DeadlineContext): Deadline {
  switch (phrase.kind) {
    case "point": {
      if (phrase.hasFault) return { kind: "unreadable", words, fault: "no-such-day" };
      const point = withYear(phrase.point, phrase.yearOffset, context);
      if (point !== undefined && !isPossible(point)) return { kind: "unreadable", words, fault: "no-such-day" };
      if (point?.year === undefined) return { kind: "no-year", words, ...(phrase.point === undefined ? {} : { point: phrase.point }) };
      return { kind: "by", words, granularity: point.granularity, lastDay: daysOf(point, point.year).last, point };
    }
    case "range": {
      if (phrase.hasFault) return { kind: "unreadable", words, fault: "no-such-day" };
      const to = withYear(phrase.to, phrase.yearOffset, { ...context, ...(phrase.from?.year === undefined ? {} : { year: phrase.from.year }) });
      if (to?.year === undefined) return { kind: "no-year", words, ...(phrase.to === undefined ? {} : { point: phrase.to }) };
      // 11月至次年2月 begins the year before
      const from = phrase.from === undefined ? undefined : { ...phrase.from, year: phrase.from.year ?? to.year - (phrase.yearOffset ?? 0) };
      const lastDay = daysOf(to, to.year).last;
      const fromDays = from === undefined ? undefined : daysOf(from, from.year);
      if (!isPossible(to) || (fromDays !== undefined && fromDays.first > lastDay)) return { kind: "unreadable", words, fault: "no-such-day" };
      return { kind: "range", words, granularity: to.granularity, lastDay, toPoint: to, ...(from === undefined || fromDays === undefined ? {} : { from: fromDays.first, fromPoint: from }) };
    }
    case "periodic": {
      const until = phrase.until === undefined ? undefined : withYear(phrase.until, undefined, context);
      const lastDay = until?.year === undefined ? undefined : daysOf(until, until.year).last;
      return { kind: "periodic", words, every: phrase.every, ...(lastDay === undefined ? {} : { lastDay }) };
    }
    case "open-ended": {
      const from = withYear(phrase.from, undefined, context);
      return { kind: "open-ended", words, ...(from?.year === undefined ? {} : { from: daysOf(from, from.year).first }) };
    }
    case "plan-period":
      return { kind: "plan-period", words, plan: phrase.plan, isEnd: phrase.isEnd, lastDay: lastDayOfPlan(phrase.plan) };
    case "relative": {
      const { anchor, count, unit } = phrase;
      const named = { kind: "relative" as const, words, ...(anchor === undefined ? {} : { anchor }), ...(count === undefined ? {} : { count }), ...(unit === undefined ? {} : { unit }) };
      if (count === undefined || unit === undefined || context.issued === undefined || !phrase.isFromIssue) return named;
      const lastDay = relativeLastDay(context.issued, count, unit);
      return lastDay === undefined ? { ...named, lacksCalendar: true } : { ...named, lastDay };
    }
  }
}

function withYear(point: Point | undefined, yearOffset: number | undefined, { year }: DeadlineContext): Point | undefined {
  if (point === undefined || point.year !== undefined || year === undefined) return point;
  return { ...point, year: year + (yearOffset ?? 0) };
}

/** The 14th five-year plan ends with 2025. */
function lastDayOfPlan(plan: number): IsoDay {
  return `${1955 + plan * 5}-12-31`;
}

const plans = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九"];

/** The standard form: 2022年12月底前, 2025年底前, 2024年1月至6月, “十四五”末. What has none stands as written. */
export function stringifyDeadline(deadline: Deadline): string {
  switch (deadline.kind) {
    case "by":
      return stringifyPointAsDeadline(deadline.point);
    case "range":
      return stringifyRange(deadline.fromPoint, deadline.toPoint);
    case "plan-period":
      return `“${plans[deadline.plan] ?? String(deadline.plan)}五”${deadline.isEnd ? "末" : "期间"}`;
    case "several":
      return deadline.parts.map(stringifyDeadline).join("；");
    case "no-year":
      return deadline.point === undefined ? deadline.words : stringifyPointAsDeadline(deadline.point);
    default:
      return deadline.words;
  }
}

function stringifyRange(from: Point | undefined, to: Point): string {
  if (from === undefined) return `即日起至${stringifyPoint(to)}${to.granularity === "month" || to.granularity === "year" ? "底" : ""}`;
  if (from.granularity === "year" && to.granularity === "year") return `${from.year ?? ""}—${stringifyPoint(to)}`;
  const { year, ...rest } = to;
  return `${stringifyPoint(from)}至${stringifyPoint(from.year === year ? (rest) : to)}`;
}

import { addDays, daysInMonth, isoDay, lastDayOfMonth, type IsoDay } from "../calendar";

/** What part of a year is meant. */
export type PointPart =
  | { readonly granularity: "day"; readonly month: number; readonly day: number }
  | { readonly granularity: "ten-days"; readonly month: number; readonly third: 1 | 2 | 3 }
  | { readonly granularity: "month"; readonly month: number }
  | { readonly granularity: "quarter"; readonly quarter: number }
  | { readonly granularity: "half-year"; readonly half: 1 | 2 }
  | { readonly granularity: "year" };

export type Granularity = PointPart["granularity"];

/** A time as a text names it. `isBefore`: 2025年前, 12月前, the day before it begins; of a day it means that day itself. */
export type Point = PointPart & { readonly year?: number; readonly isBefore?: true };

/** Why a text that looks like a date is none. */
export type PointFault = "no-such-day";

export type PointMatch = {
  readonly point: Point;
  /** 次年, 明年: so many years after the year in effect; 今年, 当年: 0. */
  readonly yearOffset?: number;
  readonly end: number;
  /** 底, 前, 内 or another word says that it is an end; a bare 2025年 is left open. */
  readonly isEnd: boolean;
  /** 起, 开始, 以来, 后: it begins there. */
  readonly isStart: boolean;
  readonly fault?: PointFault;
};

const digit: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };

/** 12, 十二, 二十五, 二〇二五; what the patterns below let through, no more. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const ten = text.indexOf("十");
  if (ten < 0) return [...text].reduce((sum, character) => sum * 10 + (digit[character] ?? 0), 0);
  const [before, after] = [text.slice(0, ten), text.slice(ten + 1)];
  return (before === "" ? 1 : (digit[before] ?? 0)) * 10 + (after === "" ? 0 : (digit[after] ?? 0));
}

const numeral = "一二三四五六七八九";
const yearWord = `(?:(?:19|20)\\d\\d|[一二][〇零九][〇零${numeral}]{2}|(?<![\\d.])[0-4]\\d(?=年))`;
const monthWord = `(?:\\d{1,2}|十[一二]?|[${numeral}])`;
const dayWord = `(?:\\d{1,2}|[二三]?十[${numeral}]?|[${numeral}])`;
const quarterWord = "[一二三四1-4]";

const written = [
  `(?:(?<year>${yearWord})年(?:度|(?=年))?|(?<relativeYear>今年|本年度?|当年|明年|次年|来年|翌年))?`,
  "(?:",
  `(?<month>${monthWord})月份?(?:(?<day>${dayWord})[日号]|(?<third>[上中]?[上中下]旬)|(?<monthEnd>月?[底末])|(?<monthStart>初)|(?<middle>中(?![旬小心国央]))|(?<dottedDay>[.]\\d{1,2}(?!\\d))|(?<bareDay>\\d{1,2})(?=$|[前止，。；、,;)]|之前|以前))?`,
  `|前三季度|(?:第?(?<quarter>${quarterWord})个?季度|(?<latinQuarter>Q[1-4]|[1-4]Q|[1-4]季(?!度)))(?<quarterEnd>[底末])?`,
  "|(?<=年)(?<slashed>\\d{1,2}[./]\\d{1,2})(?!\\d)",
  "|(?<half>[上下]半年|H[12])(?<halfEnd>[底末])?",
  "|(?<yearEnd>年?(?:[底末终]|内)|全年)|(?<yearStart>年?初)|(?<yearMiddle>年?中(?![小心国央期长]))",
  ")?",
].join("");
/** 2022.12.31, 2022/12, 2022-12-31, 20221231, 202212. */
const numeric = `(?<y>(?:19|20)\\d\\d)(?:(?<mark>[./-])(?<m>\\d{1,2})(?:\\k<mark>(?<d>\\d{1,2}))?(?![\\d])|(?<mm>0[1-9]|1[0-2])(?<dd>[0-3]\\d)?(?!\\d))(?:[月日号])?(?<numericEnd>[底末])?`;
const tail = "(?:\\d{1,2}[:时点](?:\\d{1,2}分?)?)?(?:\\([^()]{1,6}\\))?(?<until>之前|以前|前(?![后述期往])|底前|为?止|内|以内|之内|期间)?(?<start>起|开始|始(?!终)|以来|以后|之后|后)?";

const writtenPoint = new RegExp(`${written}${tail}`, "uy");
const numericPoint = new RegExp(`${numeric}${tail}`, "uy");

/** The time that a folded text names at `index`; undefined where there is none. */
export function matchPoint(plain: string, index: number): PointMatch | undefined {
  return matchNumeric(plain, index) ?? matchWritten(plain, index);
}

function matchNumeric(plain: string, index: number): PointMatch | undefined {
  if (plain.charCodeAt(index) > 0x39 || /[\d.]/.test(plain.charAt(index - 1))) return undefined;
  numericPoint.lastIndex = index;
  const groups = numericPoint.exec(plain)?.groups;
  if (groups === undefined) return undefined;
  const { y = "", m, d, mm, dd, numericEnd, until, start } = groups;
  const month = Number(m ?? mm);
  const day = d ?? dd;
  const part: PointPart = day === undefined ? { granularity: "month", month } : { granularity: "day", month, day: Number(day) };
  return finish(part, { year: Number(y) }, { end: numericPoint.lastIndex, isEnd: numericEnd !== undefined || until !== undefined, until, isClosed: numericEnd !== undefined, start });
}

function matchWritten(plain: string, index: number): PointMatch | undefined {
  writtenPoint.lastIndex = index;
  const match = writtenPoint.exec(plain);
  const groups = match?.groups;
  if (match === null || groups === undefined) return undefined;
  const { year, relativeYear, until, start, monthEnd, quarterEnd, halfEnd, yearEnd } = groups;
  const part = partOf(groups, match[0]);
  const hasYear = year !== undefined || relativeYear !== undefined;
  if (part === undefined && !hasYear) return undefined;
  // 中, 初, 底 say nothing without a year before them, but for 年底 and 年内
  if (!hasYear && groups["month"] === undefined && part !== undefined && /^[底末终内中初]/.test(match[0])) return undefined;
  const isClosed = (monthEnd ?? quarterEnd ?? halfEnd ?? yearEnd) !== undefined;
  const offset = relativeYear === undefined ? undefined : /^[明次来翌]/.test(relativeYear) ? 1 : 0;
  return finish(part ?? { granularity: "year" }, year === undefined ? {} : { year: yearOfWord(year) }, {
    end: writtenPoint.lastIndex,
    isEnd: isClosed || until !== undefined,
    until,
    isClosed,
    start,
    ...(offset === undefined ? {} : { yearOffset: offset }),
  });
}

type Ending = { readonly end: number; readonly isEnd: boolean; readonly until: string | undefined; readonly isClosed: boolean; readonly start: string | undefined; readonly yearOffset?: number };

function finish(part: PointPart, year: { year?: number }, { end, isEnd, until, isClosed, start, yearOffset }: Ending): PointMatch {
  // 12月前 is November; 8月15日前, 上半年前 and 12月底前 include their last day
  const isBefore = !isClosed && (part.granularity === "month" || part.granularity === "year") && (until === "前" || until === "之前" || until === "以前");
  const point: Point = { ...part, ...year, ...(isBefore ? { isBefore: true as const } : {}) };
  return { point, end, isEnd, isStart: start !== undefined, ...(yearOffset === undefined ? {} : { yearOffset }), ...(isPossible(point) ? {} : { fault: "no-such-day" as const }) };
}

function partOf(groups: Readonly<Record<string, string | undefined>>, all: string): PointPart | undefined {
  const { month, day, dottedDay, bareDay, third, monthStart, middle, slashed, quarter, latinQuarter, half, yearEnd, yearStart, yearMiddle } = groups;
  if (slashed !== undefined) {
    const [slashedMonth = "", slashedDay = ""] = slashed.split(/[./]/);
    return { granularity: "day", month: Number(slashedMonth), day: Number(slashedDay) };
  }
  if (month !== undefined) {
    const number = numberOf(month);
    const dayText = day ?? bareDay ?? dottedDay?.slice(1);
    if (dayText !== undefined) return { granularity: "day", month: number, day: numberOf(dayText) };
    if (third !== undefined || monthStart !== undefined || middle !== undefined) {
      return { granularity: "ten-days", month: number, third: third?.endsWith("下旬") === true ? 3 : third?.endsWith("中旬") === true || middle !== undefined ? 2 : 1 };
    }
    return { granularity: "month", month: number };
  }
  if (quarter !== undefined) return { granularity: "quarter", quarter: numberOf(quarter) };
  if (latinQuarter !== undefined) return { granularity: "quarter", quarter: Number(latinQuarter.replace(/\D/g, "")) };
  if (all.includes("前三季度")) return { granularity: "quarter", quarter: 3 };
  if (half !== undefined) return { granularity: "half-year", half: half === "上半年" || half === "H1" ? 1 : 2 };
  if (yearStart !== undefined) return { granularity: "quarter", quarter: 1 };
  if (yearMiddle !== undefined) return { granularity: "half-year", half: 1 };
  return yearEnd === undefined ? undefined : { granularity: "year" };
}

/** 2022, 二〇二二, 22. */
function yearOfWord(word: string): number {
  const value = numberOf(word);
  return value < 100 ? 2000 + value : value;
}

/** Whether a calendar has it: no 13月, no 2月30日; 2月29日 only in a leap year, or where no year is given. */
export function isPossible(point: Point): boolean {
  if (!("month" in point)) return true;
  if (point.month < 1 || point.month > 12) return false;
  // 29 February may be right in a year that is not given
  return point.granularity !== "day" || (point.day >= 1 && point.day <= daysInMonth(point.year ?? 2000, point.month));
}

/** The first and last day of a time whose year is known. */
export function daysOf(point: Point, year: number): { readonly first: IsoDay; readonly last: IsoDay } {
  const { first, last } = wholeDays(point, year);
  return point.isBefore === true ? { first, last: addDays(first, -1) } : { first, last };
}

function wholeDays(point: Point, year: number): { first: IsoDay; last: IsoDay } {
  const months = (from: number, to: number): { first: IsoDay; last: IsoDay } => ({ first: isoDay(year, from, 1) ?? `${year}-01-01`, last: lastDayOfMonth(year, to) });
  switch (point.granularity) {
    case "day": {
      const day = isoDay(year, point.month, point.day) ?? lastDayOfMonth(year, point.month);
      return { first: day, last: day };
    }
    case "ten-days": {
      const whole = months(point.month, point.month);
      const firstDay = (point.third - 1) * 10 + 1;
      return { first: isoDay(year, point.month, firstDay) ?? whole.first, last: point.third === 3 ? whole.last : (isoDay(year, point.month, firstDay + 9) ?? whole.last) };
    }
    case "month":
      return months(point.month, point.month);
    case "quarter":
      return months(point.quarter * 3 - 2, point.quarter * 3);
    case "half-year":
      return months(point.half * 6 - 5, point.half * 6);
    case "year":
      return months(1, 12);
  }
}

const quarterNames = ["", "一", "二", "三", "四"];

/** 2022年12月, 2025年, 第四季度: the time itself, without 底 or 前. */
export function stringifyPoint(point: Point): string {
  const year = point.year === undefined ? "" : `${point.year}年`;
  switch (point.granularity) {
    case "day":
      return `${year}${point.month}月${point.day}日`;
    case "ten-days":
      return `${year}${point.month}月${["上", "中", "下"][point.third - 1] ?? ""}旬`;
    case "month":
      return `${year}${point.month}月`;
    case "quarter":
      return `${year}第${quarterNames[point.quarter] ?? ""}季度`;
    case "half-year":
      return `${year}${point.half === 1 ? "上" : "下"}半年`;
    case "year":
      return year === "" ? "年" : year;
  }
}

/** As a deadline is written: 2022年12月底前, 2022年12月31日前, 2025年底前, 2024年上半年. */
export function stringifyPointAsDeadline(point: Point): string {
  const text = stringifyPoint(point);
  if (point.isBefore === true) return `${text}前`;
  switch (point.granularity) {
    case "day":
      return `${text}前`;
    case "month":
      return `${text}底前`;
    case "year":
      return `${text}底前`;
    default:
      return text;
  }
}

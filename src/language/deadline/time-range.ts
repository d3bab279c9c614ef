import { matchPoint, numberOf, type Point } from "./date-point";

export type RangeMatch = {
  readonly start: number;
  readonly end: number;
  /** Undefined: from now, or from the issue of the document on. */
  readonly from?: Point;
  readonly to: Point;
  readonly yearOffset?: number;
  readonly hasFault: boolean;
};

const separator = "[至到—–―~-]{1,3}";
const month = "\\d{1,2}|十[一二]?|[一二三四五六七八九]";
const closing = "(?:之前|以前|前|期间|内|为?止)?";
const year = "(?:(?<year>(?:19|20)\\d\\d|(?<!\\d)[0-4]\\d(?=年))年)?";

/** 2023—2025年, 2023-2025, 2021-25年. */
const years = new RegExp(`(?<!\\d)(?<a>(?:19|20)\\d\\d)(?:年度?)?${separator}(?:(?<b>(?:19|20)\\d\\d)(?!\\d)(?:年度?[底末]?)?(?!\\d|[.月/-]\\d)|(?<short>\\d\\d)年)${closing}`, "uy");
/** 2024年1—6月, 一至六月. */
const months = new RegExp(`${year}(?<!\\d)(?<a>${month})月?${separator}(?<b>${month})月份?[底末]?(?!\\d{1,2}[日号])${closing}`, "uy");
/** 2024年一至三季度. */
const quarters = new RegExp(`${year}第?(?<a>[一二三四1-4])(?:季度)?${separator}第?(?<b>[一二三四1-4])季度[底末]?${closing}`, "uy");
/** 3月5日—10日. */
const days = new RegExp(`${year}(?<!\\d)(?<m>${month})月(?<a>\\d{1,2})[日号]?${separator}(?<b>\\d{1,2})[日号]${closing}`, "uy");
const fromNow = new RegExp(`(?:自|从)?(?:即日|现在|目前|今日|(?:本)?(?:方案|通知|文件|意见)?(?:印发|发布|下发|公布|施行|实施)(?:之日)?)(?:起|开始)?${separator}`, "uy");
const between = new RegExp(separator, "uy");

/** A time from … to … that begins at `index` of a folded text. */
export function matchRange(plain: string, index: number): RangeMatch | undefined {
  const code = plain.charCodeAt(index);
  const isDigit = code >= 0x30 && code <= 0x39;
  if (isDigit && /\d/.test(plain.charAt(index - 1))) return undefined;
  return (isDigit ? matchYears(plain, index) : undefined) ?? matchShort(plain, index) ?? matchWhole(plain, index) ?? matchFromNow(plain, index);
}

function matchYears(plain: string, index: number): RangeMatch | undefined {
  years.lastIndex = index;
  const groups = years.exec(plain)?.groups;
  if (groups === undefined) return undefined;
  const from = Number(groups["a"]);
  const to = groups["b"] === undefined ? Math.floor(from / 100) * 100 + Number(groups["short"]) : Number(groups["b"]);
  return { start: index, end: years.lastIndex, from: { granularity: "year", year: from }, to: { granularity: "year", year: to }, hasFault: to < from };
}

/** The forms that say their unit once. */
function matchShort(plain: string, index: number): RangeMatch | undefined {
  for (const [pattern, pointOf] of shortForms) {
    pattern.lastIndex = index;
    const groups = pattern.exec(plain)?.groups;
    if (groups === undefined) continue;
    const [a, b] = [numberOf(groups["a"] ?? ""), numberOf(groups["b"] ?? "")];
    const written = groups["year"] === undefined ? undefined : Number(groups["year"]);
    const withYear = (point: Point): Point => (written === undefined ? point : { ...point, year: written < 100 ? 2000 + written : written });
    const [from, to] = [pointOf(a, groups), pointOf(b, groups)];
    if (from === undefined || to === undefined) return undefined;
    // 11月至次年2月 is written so; 11—2月 is a slip
    return { start: index, end: pattern.lastIndex, from: withYear(from), to: withYear(to), hasFault: a > b };
  }
  return undefined;
}

type ShortForm = readonly [RegExp, (value: number, groups: Readonly<Record<string, string | undefined>>) => Point | undefined];

const shortForms: readonly ShortForm[] = [
  [days, (day, { m = "" }) => ({ granularity: "day", month: numberOf(m), day })],
  [months, (value) => (value >= 1 && value <= 12 ? { granularity: "month", month: value } : undefined)],
  [quarters, (value) => ({ granularity: "quarter", quarter: value })],
];

function matchWhole(plain: string, index: number): RangeMatch | undefined {
  const from = matchPoint(plain, index);
  if (from === undefined) return undefined;
  between.lastIndex = from.end;
  if (!between.test(plain)) return undefined;
  const to = matchPoint(plain, between.lastIndex);
  if (to === undefined) return undefined;
  const { year, ...part } = to.point;
  const written = year ?? (to.yearOffset === undefined ? from.point.year : from.point.year === undefined ? undefined : from.point.year + to.yearOffset);
  const yearOffset = to.yearOffset ?? from.yearOffset;
  return {
    start: index,
    end: to.end,
    from: from.point,
    to: written === undefined ? (part) : { ...(part as Point), year: written },
    hasFault: from.fault !== undefined || to.fault !== undefined,
    ...(yearOffset === undefined ? {} : { yearOffset }),
  };
}

function matchFromNow(plain: string, index: number): RangeMatch | undefined {
  fromNow.lastIndex = index;
  if (!fromNow.test(plain)) return undefined;
  const to = matchPoint(plain, fromNow.lastIndex);
  return to === undefined ? undefined : { start: index, end: to.end, to: to.point, hasFault: to.fault !== undefined, ...(to.yearOffset === undefined ? {} : { yearOffset: to.yearOffset }) };
}

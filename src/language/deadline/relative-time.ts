import { addDays, addMonths, addWorkdays, type IsoDay } from "../calendar";
import { numberOf } from "./date-point";

export type RelativeUnit = "workday" | "day" | "week" | "month" | "quarter" | "year" | "hour";

export type RelativeMatch = {
  readonly start: number;
  readonly end: number;
  /** What it counts from, as named: 印发, 收到通知; undefined where nothing is named (3年内). */
  readonly anchor?: string;
  /** Half a year is 6 months, half a month 15 days. */
  readonly count?: number;
  readonly unit?: RelativeUnit;
  /** It counts from the issue of the document. */
  readonly isFromIssue: boolean;
};

const units: Readonly<Record<string, RelativeUnit>> = { 工作日: "workday", 自然日: "day", 日历日: "day", 日: "day", 天: "day", 周: "week", 星期: "week", 月: "month", 季度: "quarter", 年: "year", 小时: "hour" };

const duration = /(?<![\d.年月第])(?:(?<count>\d{1,4}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])个?(?<unit>工作日|自然日|日历日|小时|星期|季度|[日天周月年])(?<more>半)?|半个?(?<half>[年月]))(?:(?:的?时间)?(?:之内|以内|内|左右|努力|(?=完成))|的?时间)/uy;
/** What stands before it, back to the clause's beginning. */
const beginning = /(?:自|从|在|于)?([^，。；：、,;:\d()“”]{1,24}?)(?:之日起?|当日起?|次日起|以来|起|之后|以后|后)(?:计算?)?的?$/u;
const bareBeginning = /(?:自|从)?(即日|现在)(?:起)?$/u;
const lookBack = 30;
const fromIssue = /^(?:本|该|此)?(?:方案|通知|意见|办法|计划|文件|清单|文|分工方案|实施方案|工作方案|通报)?(?:正式)?(?:印发|发布|下发|公布|出台|发文|颁布)(?:本|该)?(?:方案|通知|意见|文件)?$/;

/** 印发后3个工作日内, 收到通知之日起15日内, 3年内, whose number stands at `index`. */
export function matchDuration(plain: string, index: number): RelativeMatch | undefined {
  duration.lastIndex = index;
  const groups = duration.exec(plain)?.groups;
  if (groups === undefined) return undefined;
  const end = duration.lastIndex;
  if (!isDuration(groups, plain.slice(index, end))) return undefined;
  const before = plain.slice(Math.max(0, index - lookBack), index);
  const clause = before.slice(before.search(/[^，。；：、,;:()“”]*$/));
  const found = beginning.exec(clause) ?? bareBeginning.exec(clause);
  const anchor = found?.[1];
  const { count, unit } = measureOf(groups);
  return {
    start: index - (found?.[0].length ?? 0),
    end,
    count,
    unit,
    isFromIssue: anchor !== undefined && fromIssue.test(anchor),
    ...(anchor === undefined ? {} : { anchor }),
  };
}

/** 3月内 and 四季度完成 name a month and a quarter; 2025年内 a year. */
function isDuration({ unit, count }: Readonly<Record<string, string | undefined>>, words: string): boolean {
  if (unit === "月" || unit === "季度") return words.includes("个");
  return unit !== "年" || numberOf(count ?? "") <= 20;
}

function measureOf({ count = "", unit = "", more, half }: Readonly<Record<string, string | undefined>>): { count: number; unit: RelativeUnit } {
  if (half !== undefined) return half === "年" ? { count: 6, unit: "month" } : { count: 15, unit: "day" };
  const number = numberOf(count);
  const known = units[unit] ?? "day";
  if (more === undefined) return { count: number, unit: known };
  return known === "year" ? { count: number * 12 + 6, unit: "month" } : { count: number, unit: known };
}

const event =
  /(?:(?:主?汛|雨|枯水|防火|供暖|采暖|台风|旅游旺|春耕|麦收|三夏|三秋|秋收|采收|暑|寒|收购)(?:期|季|假)?|春节|元旦|五一|国庆节?|中秋节?|端午节?|清明节?|两节|双节|两会|入冬|入汛|入夏|封冻|上冻|开学|开园|高考|中考|换届|党代会|年会|人代会|[一-龥]{1,8}(?:竣工|开工|完工|验收|投产|投用|交付|通车|召开|到来|来临|启动|结束|出台|获批|批复|下达|开幕|闭幕|到位|建成|完成|印发|下发|发布|公布|上线|揭牌|挂牌))(?:开始|到来|来临|召开|结束|期间)?(?:之前|以前|前(?!期)|之后|以后|后(?!续)|期间|当天|同步)/uy;

/** 汛期前, 党代会召开前, 方案印发后: a time without a day. Asked where a clause begins. */
export function matchEvent(plain: string, index: number): RelativeMatch | undefined {
  event.lastIndex = index;
  const match = event.exec(plain);
  // 方案印发后一个月内 is told by its duration
  return match === null || matchDuration(plain, event.lastIndex) !== undefined ? undefined : { start: index, end: event.lastIndex, anchor: match[0], isFromIssue: false };
}

/** The last day of a time that begins the day after `from`; undefined for working days of a year whose calendar is not known. */
export function relativeLastDay(from: IsoDay, count: number, unit: RelativeUnit): IsoDay | undefined {
  switch (unit) {
    case "workday":
      return addWorkdays(from, count);
    case "hour":
      return addDays(from, Math.ceil(count / 24));
    case "day":
      return addDays(from, count);
    case "week":
      return addDays(from, count * 7);
    case "month":
      return addMonths(from, count);
    case "quarter":
      return addMonths(from, count * 3);
    case "year":
      return addMonths(from, count * 12);
  }
}

import { matchPoint, numberOf, type Point } from "./date-point";
import { matchDuration, matchEvent, type RelativeMatch } from "./relative-time";
import { matchRange } from "./time-range";

export type Period = "day" | "week" | "month" | "quarter" | "half-year" | "year" | "other";

type Placed = { readonly start: number; readonly end: number };

/** A time that a deadline cell names, by its place in the folded text. */
export type TimePhrase = Placed &
  (
    | { readonly kind: "point"; readonly point?: Point; readonly yearOffset?: number; readonly hasFault: boolean }
    | { readonly kind: "range"; readonly from?: Point; readonly to?: Point; readonly yearOffset?: number; readonly hasFault: boolean }
    | { readonly kind: "periodic"; readonly every: Period; readonly until?: Point }
    | { readonly kind: "open-ended"; readonly from?: Point }
    | { readonly kind: "plan-period"; readonly plan: number; readonly isEnd: boolean }
    | ({ readonly kind: "relative" } & RelativeMatch)
  );

const boundary = /[，。；：、,;:()（）/|]/;
/** A year before one of these names a paper or a budget, not a time by which something is done. */
const paper = /[^，。；、]{0,6}(?:方案|计划|规划|要点|文件|通知|意见|预算|标准|决算|版|级)/uy;
const periodic =
  /每(?:个|隔)?(?<count>[一二两三四五六\d]{1,2}个?|半)?(?<unit>工作日|季度?|年度?|月度?|周|星期|旬|天|日|学期|学年|双月|次)|按(?<by>年度?|季度?|月度?|周|日|旬|半年|学期|学年)(?!时|期|要|规|计)|逐(?<after>[年月季日周旬])|(?<alone>年度|季度|月度|半年度)(?=$|[，。；、,;)]|一次|报)|[一1]年[一二两三四\d]次|次(?<next>月)|季度?末(?=$|前)/uy;
/** 25日前, 末, 首月10日前, 3月、9月底前, 一次: what tells more of a period. */
const detail = /(?:[首末]月|[的第首末底、及和至~—-]|[一二三四五六七八九十\d]{1,3}个?(?:月份?|[日号]|周|次|季度|工作日)|月?[底末初]|[上中下]旬|周[一二三四五六日]|结束|年?终|年[底末初中]|之?[前后内]|以[前内]|不少于|至少)*/uy;
const openEnded =
  /(?:并|且|同时|后续)?(?:长期(?:坚持|推进|任务|工作|实施|开展|有效|执行|抓|性|(?=$|[，。；、,;()]))|持续(?:[一-龥]{2})?|常态(?:长效|化)?|常抓不懈|长抓不懈|常年(?:坚持|推进|开展)?|久久为功|贯穿(?:全过程|始终|全程)|全(?:过程|程|时段)|日常(?:工作|开展|推进)?|经常(?:性|化)?|不?定期|滚动(?:推进|实施|开展)?|动态(?:推进|管理|调整|更新|开展)?|随时|不间断|永久|始终|一以贯之|立行立改|立即(?:整改|落实|执行|办理|实施|推进|开展|完成)|即知即改|边[查整]边改|立查立改|(?:逐步|有序|稳步|扎实|压茬|梯次|分步|分期|分批|分年度|统筹|同步|深入|加快|全力)(?:推进|实施)|无(?:固定)?[期时]限|不设[期时]限|按?序时进度|长效(?:机制|管理|化)?|推进中)/uy;
const listed = /(?<year>(?:(?:19|20)\d\d|[0-4]\d)年)?(?<items>(?:第?[一二三四1-4][、和及]){1,3}|(?:\d{1,2}[、和及]){1,11})(?<last>第?[一二三四1-4]季度|\d{1,2}月)/uy;
const plan = /第?(?<written>十[一二三四五六七八九])个五年(?:规划|计划)?(?<end1>期?末|期间|时期)?|[“"「]?(?<short>十[一二三四五六七八九])五[”"」]?(?:规划)?(?!普法|以来)(?<end2>时期|期间|期?末|期内|收官)?/uy;
const monthAndDay = /(?<!\d)(?<month>\d{1,2})[./](?<day>\d{1,2})(?:前|之前|以前)?$/uy;
/** 月底前, 本周内: a time of a month that nobody names. */
const nameless = /(?:本|下|当)?(?:个?月)?(?:月[底末]|周末)(?:之?前|以前)?|[本下]个?(?:周|月|季度)(?:[内底末]|之内|以内)?前?/uy;

/** Every time a deadline cell names, from left to right; `plain` is a folded text. Linear in its length. */
export function scanTimes(plain: string): TimePhrase[] {
  const phrases: TimePhrase[] = [];
  for (let index = 0; index < plain.length; ) {
    const last = phrases.at(-1);
    const isClauseStart = index === 0 || last?.end === index || boundary.test(plain.charAt(index - 1));
    const phrase = matchAt(plain, index, isClauseStart);
    if (phrase === undefined) {
      index += 1;
      continue;
    }
    add(phrases, phrase, plain);
    index = Math.max(phrase.end, index + 1);
  }
  return withoutBeginnings(phrases);
}

/** A beginning (2023年1月起) says by when only if nothing else does: then there is no end. */
type Found = TimePhrase & { readonly isStart?: boolean };

function add(phrases: Found[], phrase: Found, plain: string): void {
  const before = phrases.at(-1);
  const isNext = before !== undefined && /^[，,（(“"]?$/.test(plain.slice(before.end, phrase.start));
  // 2023—2025年每年12月底前, 2024年每月25日前
  const isYear = before?.kind === "point" && before.point?.granularity === "year" && before.isStart !== true;
  if (phrase.kind === "periodic" && isNext && (isYear || before.kind === "range")) {
    const until = before.kind === "range" ? before.to : before.kind === "point" ? before.point : undefined;
    phrases[phrases.length - 1] = { ...phrase, start: before.start, ...(until === undefined ? {} : { until }) };
  } else if (phrase.kind === "relative" && phrase.count === undefined && isNext && isYear) phrases[phrases.length - 1] = { ...phrase, start: before.start }; else if (phrase.kind === "open-ended" && before?.kind === "open-ended") phrases[phrases.length - 1] = isNext ? { ...before, end: phrase.end } : before;
  else phrases.push(phrase);
}

function withoutBeginnings(phrases: readonly Found[]): TimePhrase[] {
  const ends = phrases.filter(({ isStart }) => isStart !== true);
  if (ends.length > 0 || phrases.length === 0) return ends;
  return phrases.map((phrase) => ({ kind: "open-ended", start: phrase.start, end: phrase.end, ...(phrase.kind === "point" && phrase.point !== undefined ? { from: phrase.point } : {}) }));
}

function matchAt(plain: string, index: number, isClauseStart: boolean): Found | undefined {
  const range = matchRange(plain, index);
  if (range !== undefined) return { kind: "range", ...range };
  const list = matchList(plain, index);
  if (list !== undefined) return list;
  const period = matchPeriodic(plain, index);
  if (period !== undefined) return period;
  const duration = matchDuration(plain, index);
  if (duration !== undefined) return { kind: "relative", ...duration };
  const point = matchPoint(plain, index);
  if (point !== undefined && !/\d/.test(plain.charAt(index - 1)) && !isPaper(plain, point.end, point)) {
    const { end, isStart, fault, yearOffset } = point;
    return { kind: "point", point: point.point, start: index, end, isStart, hasFault: fault !== undefined, ...(yearOffset === undefined ? {} : { yearOffset }) };
  }
  const five = matchPlan(plain, index);
  if (five !== undefined) return five;
  return isClauseStart ? matchAtClauseStart(plain, index) : undefined;
}

/** 2024年第二、三季度, 3、6、9、12月底前: the last of them is the last day. */
function matchList(plain: string, index: number): Found | undefined {
  listed.lastIndex = index;
  const match = listed.exec(plain);
  if (match === null || /\d/.test(plain.charAt(index - 1))) return undefined;
  const { year = "", items = "", last = "" } = match.groups ?? {};
  // the same with the last item alone
  const point = matchPoint(`${year}${last}${plain.slice(index + year.length + items.length + last.length)}`, 0);
  if (point === undefined) return undefined;
  const end = index + point.end + items.length;
  return { kind: "point", point: point.point, start: index, end, isStart: point.isStart, hasFault: point.fault !== undefined };
}

function isPaper(plain: string, end: number, { point, isEnd }: { readonly point: Point; readonly isEnd: boolean }): boolean {
  if (point.granularity !== "year" || isEnd) return false;
  paper.lastIndex = end;
  return paper.test(plain);
}

function matchPeriodic(plain: string, index: number): Found | undefined {
  periodic.lastIndex = index;
  const match = periodic.exec(plain);
  if (match === null) return undefined;
  detail.lastIndex = periodic.lastIndex;
  detail.exec(plain);
  let end = Math.max(detail.lastIndex, periodic.lastIndex);
  while (/[、及和的至~—-]/.test(plain.charAt(end - 1))) end -= 1;
  const { count, unit, by, after, alone, next } = match.groups ?? {};
  return { kind: "periodic", start: index, end, every: periodOf(unit ?? by ?? after ?? alone ?? next ?? match[0], count) };
}

function periodOf(word: string, count: string | undefined): Period {
  if (count === "半" || word.startsWith("半年")) return "half-year";
  if (count !== undefined && !/^[一1]个?$/.test(count)) return "other";
  if (word.startsWith("季")) return "quarter";
  if (/^[年一1]/.test(word)) return "year";
  if (word.startsWith("月")) return "month";
  if (/^[周星]/.test(word)) return "week";
  return /^[日天工]/.test(word) ? "day" : "other";
}

function matchPlan(plain: string, index: number): Found | undefined {
  plan.lastIndex = index;
  const groups = plan.exec(plain)?.groups;
  if (groups === undefined) return undefined;
  const end = groups["end1"] ?? groups["end2"] ?? "";
  return { kind: "plan-period", start: index, end: plan.lastIndex, plan: numberOf(groups["written"] ?? groups["short"] ?? ""), isEnd: /末|收官/.test(end) };
}

function matchAtClauseStart(plain: string, index: number): Found | undefined {
  openEnded.lastIndex = index;
  if (openEnded.test(plain)) return { kind: "open-ended", start: index, end: openEnded.lastIndex };
  monthAndDay.lastIndex = index;
  const day = monthAndDay.exec(plain)?.groups;
  if (day !== undefined && Number(day["month"]) <= 12) {
    const point: Point = { granularity: "day", month: Number(day["month"]), day: Number(day["day"]) };
    return { kind: "point", point, start: index, end: monthAndDay.lastIndex, hasFault: point.month < 1 || point.day < 1 || point.day > 31 };
  }
  nameless.lastIndex = index;
  if (nameless.test(plain)) return { kind: "point", start: index, end: nameless.lastIndex, hasFault: false };
  const happening = matchEvent(plain, index);
  return happening === undefined ? undefined : { kind: "relative", ...happening };
}

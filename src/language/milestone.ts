import type { IsoDay } from "./calendar";
import { daysOf, isPossible, matchPoint, stringifyPointAsDeadline, type Point, type PointMatch } from "./deadline/date-point";
import { fold } from "./fold";
import { matchRange } from "./deadline/time-range";

/** A day by which a text says that something is to be done. */
export type Milestone = {
  /** As written: 2025年底前, 到2025年. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly lastDay: IsoDay;
  /** The first day that fits: of 到2025年 its first of January, of 2025年底前 its last day. */
  readonly earliest: IsoDay;
  readonly point: Point;
  /** It says by when (底前, 到2025年); a bare 2025年 only puts the outcome into that year. */
  readonly isByWhen: boolean;
};

/** No task is longer; a longer text is an attachment. */
const reach = 20_000;
const yearStart = /(?:19|20)\d\d(?=[年./-])|[一二][〇零九][〇零一二三四五六七八九]{2}(?=年)/g;
/** Titles, numbers of papers, and what brackets quote: no time of this task. */
const quoted = /《[^《》]{0,200}》|〔[^〔〕]{0,12}〕|\[\d{4}\]/g;
const towards = /(?:到|至|截至|截止到?|力争|争取|确保|计划|预计|拟|原则上|最迟|不晚于|不迟于)(?:于|在|到)?$/;
const into = /(?:^|[，。；：、,;:\n（(）)]|于|在|并|[一二三四五六七八九十\d][、.])$/;
const comparing = /(?:比|较|与|同|和|以|从|自|按照?|根据|依据|落实|巩固|贯彻|执行至?|有效期至?|起至)$/;
const noTime = /^(?:度?(?:以来|基础|水平|同期|相比|的|[^，。；]{0,6}(?:方案|计划|规划|要点|文件|通知|意见|预算|决算|标准|会议|版|届)))/;
const outcome = /实现|完成|达到|达\d|[建形]成|建立|降[至到低]|[提升增]{1,2}[高长加]?[到至]|超过|[不高低]于|覆盖|出台|印发|投入|投用|开工|竣工|完工|验收|启用|上线|培育|新增|推开|推行|开展|启动|创建|取得|基本|全面/;
const past = /已|以来|曾|截至目前/;

/** Every dated milestone of a task's text, from left to right; what names no year is none. */
export function findMilestones(text: string): Milestone[] {
  if (!text.includes("年") && !((text.includes(".") || text.includes("-") || text.includes("/")) && /(?:19|20)\d\d[./-]\d/.test(text))) return [];
  const whole = text.length > reach ? text.slice(0, reach) : text;
  const { plain, at } = fold(whole.replace(quoted, (found) => "〇".repeat(found.length)));
  const milestones: Milestone[] = [];
  let from = 0;
  for (const { index } of plain.matchAll(yearStart)) {
    if (index < from) continue;
    const range = matchRange(plain, index);
    const match = range === undefined ? matchPoint(plain, index) : undefined;
    from = (range ?? match)?.end ?? from;
    if (match === undefined || match.point.year === undefined || match.fault !== undefined || !isPossible(match.point)) continue;
    const found = judge(plain, index, match);
    if (found === undefined) continue;
    const days = daysOf(match.point, match.point.year);
    const [start, end] = [at(found.start), at(match.end - 1) + 1];
    milestones.push({ words: whole.slice(start, end).replace(/\s+/g, ""), start, end, lastDay: days.last, earliest: match.isEnd ? days.last : days.first, point: match.point, isByWhen: found.isByWhen });
  }
  return milestones;
}

/** Whether a date is one by which something is done, and from where on its words stand. */
function judge(plain: string, index: number, { point, end, isEnd, isStart }: PointMatch): { start: number; isByWhen: boolean } | undefined {
  const before = plain.slice(Math.max(0, index - 12), index);
  const after = plain.slice(end, end + 60);
  const clause = after.slice(0, (after + "。").search(/[。；;\n]/));
  if (isStart || comparing.test(before) || (!isEnd && noTime.test(after)) || past.test(clause.slice(0, 12))) return undefined;
  const word = towards.exec(before)?.[0];
  const start = word !== undefined && /^[到至]$/.test(word) ? index - 1 : index;
  if (isEnd || (word !== undefined && /[到至]$/.test(word))) return { start, isByWhen: true };
  if (point.granularity === "half-year" || point.granularity === "quarter") return { start, isByWhen: true };
  if (word === undefined && !into.test(before)) return undefined;
  if (point.granularity !== "year") return { start, isByWhen: point.granularity !== "month" || outcome.test(clause) };
  return outcome.test(clause) ? { start, isByWhen: false } : undefined;
}

/** What a text says of when it is to be done, as a deadline is written: 2022年8月底前, 到2025年 → 2025年底前. Each once. */
export function findDatedPhrases(text: string): string[] {
  return [...new Set(findMilestones(text).flatMap(({ isByWhen, point }) => (isByWhen ? stringifyPointAsDeadline(point) : [])))];
}

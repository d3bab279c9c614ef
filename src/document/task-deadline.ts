import type { IsoDay } from "../language/calendar";
import { lastDayOf, readDeadline, type Deadline, type DeadlineContext } from "../language/deadline";
import { fold } from "../language/fold";
import { scanTimes } from "../language/deadline/time-phrases";
import type { PlanMilestone } from "./plan-task";

export type TaskDeadline = {
  readonly text: string | null;
  readonly date: IsoDay | null;
  readonly milestones: readonly PlanMilestone[];
  /** `text`: found in the task's own words, not where deadlines stand. */
  readonly basis: "stated" | "text" | "none";
  readonly faults: readonly ("no-year" | "deadline-unread" | "placeholder")[];
};

const none: TaskDeadline = { text: null, date: null, milestones: [], basis: "none", faults: [] };

/** The deadline stated for a task, or else the times in its text by which something is to be done. */
export function readTaskDeadline(stated: readonly string[], text: string, context: DeadlineContext): TaskDeadline {
  const inText = findTimes(text, context.year ?? 0).map((words) => ({ text: words, deadline: readDeadline(words, context) }));
  if (stated.length === 0) return inText.length === 0 ? none : ofSeveral(inText, "text");
  const times = stated.flatMap((words) => timesIn(words, context));
  const said = stated.join("；");
  if (times.length > 1) return { ...ofSeveral(times, "stated"), text: said };
  const [only] = times;
  const deadline = only?.deadline ?? readDeadline(said, context);
  const milestones = inText.flatMap(({ text: words, deadline: found }) => (said.includes(words) ? [] : [{ text: words, date: dayOf(found) }]));
  return { text: said, date: dayOf(deadline), milestones, basis: "stated", faults: faultsOf([deadline]) };
}

type Time = { readonly text: string; readonly deadline: Deadline };

function ofSeveral(times: readonly Time[], basis: "stated" | "text"): TaskDeadline {
  const [first, ...others] = times;
  const faults = faultsOf(times.map(({ deadline }) => deadline));
  if (first !== undefined && others.length === 0) return { text: first.text, date: dayOf(first.deadline), milestones: [], basis, faults };
  return { text: times.map(({ text }) => text).join("；"), date: null, milestones: times.map(({ text, deadline }) => ({ text, date: dayOf(deadline) })), basis, faults };
}

/** Each time that a deadline cell names. */
function timesIn(words: string, context: DeadlineContext): Time[] {
  const whole = words.slice(0, 2000);
  const { plain, at } = fold(whole);
  const phrases = scanTimes(plain);
  if (phrases.length < 2) return [{ text: words, deadline: readDeadline(words, context) }];
  let { year: last } = context;
  return phrases.map(({ start, end }) => {
    const text = whole.slice(at(start), at(end - 1) + 1);
    // 2024年6月底前…，12月底前…: the year goes on
    const deadline = readDeadline(text, last === undefined ? context : { ...context, year: last });
    if (deadline.kind === "by") last = deadline.point.year ?? last;
    return { text, deadline };
  });
}

function dayOf(deadline: Deadline): IsoDay | null {
  const isDay = deadline.kind === "by" || deadline.kind === "range" || (deadline.kind === "plan-period" && deadline.isEnd);
  return isDay ? (lastDayOf(deadline) ?? null) : null;
}

function faultsOf(deadlines: readonly Deadline[]): TaskDeadline["faults"] {
  const faults = new Set<"no-year" | "deadline-unread" | "placeholder">();
  for (const deadline of deadlines) {
    if (deadline.kind === "no-year" || deadline.kind === "placeholder") faults.add(deadline.kind);
    else if (deadline.kind === "unreadable") faults.add("deadline-unread");
  }
  return [...faults];
}

const years = "(?:20)\\d\\d年|今年|明年|次年";
const month = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:[0-3]?\\d日|[底末初中]|[上中下]旬)?";
const part = "(?:上半年|下半年|第?[一二三四1-4]季度)末?";
const done = "(?=[，,、]?(?:全面|全部|基本|力争|确保)?(?:完成|建成|实现|出台|开工|建立|印发|投用|竣工)(?![的了]))";
/** By when something is to be done: 2025年底前, 6月底前, 年内完成; no goal year, no term of a policy, no 每年. */
const byWhen = new RegExp(`(?:(?:${years})(?:${month}|${part}|[底末终])?|${month}|年[底末终]|${part})(?:之|以)?前(?![期端列沿])|(?:(?:${years})(?:(?:以|之)?内|${part}|${month})|年内|${part})${done}`, "gu");
const running = /(?:[\d每前当去历近两几多隔]|每年[^，。；]{0,5})$/;
const clauseStart = /(?:^|[，。；、：;,:）)]|于|在|力争|确保|争取|计划|原则上|最迟)$/;

/** Each once, as written. */
function findTimes(text: string, year: number): string[] {
  if (!/[前内季半月]/.test(text) || !/[年月季]/.test(text)) return [];
  const { plain } = fold(text.slice(0, 20_000));
  const found = new Set<string>();
  for (const match of plain.matchAll(byWhen)) {
    const before = plain.slice(Math.max(0, match.index - 8), match.index);
    // 年底前 and 6月底前 begin a clause; inside one they belong to another word
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 12);
    // 2000年底前建成的小区 says which, not by when
    if (/^[^，。；、]{0,6}(?:建成|竣工|完成|投用|批准|认定|登记|备案|出生|取得|成立|参加|入库|申报|形成|存在)的/.test(after) || Number(/^20\d\d/.exec(match[0])?.[0] ?? year) < year) continue;
    if (running.test(before) || (!/^(?:20|今|明|次)/.test(match[0]) && !clauseStart.test(before))) continue;
    found.add(match[0]);
  }
  return [...found];
}

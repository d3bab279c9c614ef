import type { Quantity } from "../quantity";
import { isAttribute, makeTarget, timeUnits, withScope, type Part, type Target } from "./part";
import { isScopeOnly, splitMetrics, splitRespective, splitSubject, trimSubject, type Subject } from "./subject";
import { metric, readBuilding, readLimit, type Comparator, type Lead, type Limit } from "./wording";

/** 森林覆盖率|达到|45%|以上: with A和B before the word there are two. */
export function readCompared(part: Part, lead: Lead): Target[] {
  const { quantity, left, right } = part;
  const limit = readLimit(right);
  const tail = limit?.length ?? 0;
  if (isAttribute(right.slice(tail))) return [];
  const words = left.slice(lead.start);
  const change = changeOf(lead, words);
  const subject = trimSubject(left.slice(0, lead.start));
  // 已达到 is done, number > 0 is no Chinese
  if (/已经?$/.test(left.slice(0, lead.start)) || (/^[<>=≥≤]/.test(lead.verb) && subject !== "" && !/[\u4e00-\u9fffA-Z]/.test(subject))) return [];
  const isFollowed = /^[\u4e00-\u9fff“]/.test(right.slice(tail));
  if (subject === "" && (timeUnits.has(quantity.unit) || isFollowed)) return [];
  // 突破三年行动; 引进不少于10名专家 counts what stands behind
  if (isFollowed && ((timeUnits.has(quantity.unit) && limit === undefined) || readBuilding(subject.slice(-4))?.end === Math.min(4, subject.length))) return [];
  // 完成投资1200亿元，增长8%
  const { last } = part.context;
  const subjects = subject === "" && change !== "" && last !== undefined ? [{ scope: last.scope, indicator: last.indicator.replace(changed, "") }] : subjectsOf(subject, part);
  return subjects.map(({ scope, indicator }) => makeTarget(part, { scope, indicator: indicator + change }, comparatorOf(quantity, lead, limit?.says), tail, words));
}

function changeOf(lead: Lead, words: string): string {
  return lead.sets === "change" ? `${words.includes("年均") ? "年均" : ""}${lead.verb}` : "";
}

function comparatorOf(quantity: Quantity, lead: Pick<Lead, "sets" | "isAbout">, says: Limit["says"] | undefined): Comparator {
  if (quantity.value2 !== undefined && quantity.isRatio !== true) return "between";
  if (says !== undefined) return says;
  if (lead.isAbout || quantity.isApproximate === true) return "about";
  if (lead.sets === "equal") return "equal";
  if (lead.sets === "limit") return "at-most";
  return quantity.unit === "%" && quantity.value === 100 && lead.sets === "floor" ? "equal" : "at-least";
}

const improving = /(?:稳步|持续|不断|明显|显著|进一步|全面|大幅|逐步|有效)*(?:提升|提高|增强|改善|下降|降低|增长|扩大|缩短|加快)$/;

const changed = /(?:年均)?(?:增长|提高|提升|增加|下降|减少)$/;

function subjectsOf(subject: string, { context, quantity }: Part): Subject[] {
  const { last } = context;
  const isSameKind = last !== undefined && last.indicator !== "" && last.unit === quantity.unit && !/^[家所名户]$/.test(quantity.unit);
  if (isSameKind && isScopeOnly(subject)) return [{ scope: subject, indicator: last.indicator }];
  if (subject === "") return [withScope(splitSubject(trimSubject((context.topic ?? "").slice(-60).replace(improving, ""))), context)];
  // 研发经费投入年均增长10%，占比达到2%: of what, the clause before has said
  if (subject.startsWith("占") && last !== undefined) return [{ scope: last.scope, indicator: last.indicator.replace(changed, "") + subject }];
  const [head, ...others] = splitMetrics(subject).map(splitSubject);
  if (head === undefined) return [];
  const first = withScope(head, context);
  return [first, ...others.map((other) => (other.scope === "" ? { ...other, scope: first.scope } : other))];
}

/** How many of the quantities go on with 分别达到: x、y和z. */
export function respectiveRun(text: string, quantities: readonly Quantity[], from: number): Quantity[] {
  const run: Quantity[] = [];
  for (let index = from; index < quantities.length && run.length < 8; index++) {
    const quantity = quantities[index];
    const last = run[run.length - 1];
    if (quantity === undefined) break;
    if (last !== undefined && !/^(?:以[上下内]|左右)?(?:、|和|及|与|以及)$/.test(text.slice(last.end, Math.min(quantity.start, last.end + 6)))) break;
    run.push(quantity);
  }
  return run;
}

/** 种植、收获机械化率|分别达到|65%和55%. */
export function readRespective(part: Part, lead: Lead, run: readonly Quantity[], text: string): Target[] {
  const subjects = splitRespective(trimSubject(part.left.slice(0, lead.start)), run.length);
  const words = part.left.slice(lead.start);
  const change = changeOf(lead, words);
  const last = run[run.length - 1] ?? part.quantity;
  const shared = readLimit(text.slice(last.end, last.end + 8));
  return run.map((quantity, index) => {
    const right = text.slice(quantity.end, quantity.end + 8);
    const limit = readLimit(right) ?? shared;
    const { scope, indicator } = withScope(splitSubject(subjects[index] ?? ""), part.context);
    const own = readLimit(right)?.length ?? 0;
    return makeTarget({ ...part, quantity, right }, { scope, indicator: indicator + change }, comparatorOf(quantity, lead, limit?.says), own, words);
  });
}

/** 达到|电子病历评价|5级, 森林覆盖率|45%以上: what is measured stands directly before the number. */
export function readNamed(part: Part): Target | undefined {
  const { left, quantity, right, context, isWhole } = part;
  const limit = readLimit(right);
  const tail = limit?.length ?? 0;
  if (isAttribute(right.slice(tail)) || /^(?!水平|标准|[并且和及与的])[\u4e00-\u9fff“]/.test(right.slice(tail)) || (timeUnits.has(quantity.unit) && limit === undefined)) return undefined;
  const comparator = comparatorOf(quantity, { sets: "floor", isAbout: false }, limit?.says);
  if (left.trim() === "") {
    const isAll = isWhole && (limit !== undefined || quantity.value2 !== undefined) && right.slice(tail).trim() === "";
    return isAll ? makeTarget(part, { scope: "", indicator: "" }, comparator, tail, "") : undefined;
  }
  const middle = /(?:达到|实现|确保|力争|保持)(?<name>[^，。；]{2,40})$/.exec(left.slice(-60));
  const name = trimSubject(middle?.groups?.["name"] ?? left);
  if (!metric.test(name) && !(quantity.unit === "级" && middle !== null)) return undefined;
  const goesOn = context.last !== undefined && context.last.kind !== "coverage";
  if (middle === null && limit === undefined && quantity.value2 === undefined && !goesOn) return undefined;
  const subject = middle === null ? splitSubject(name) : { scope: trimSubject(left.slice(0, left.length - middle[0].length)), indicator: name };
  return makeTarget(part, withScope(subject, context), comparator, tail, left.slice(-40));
}

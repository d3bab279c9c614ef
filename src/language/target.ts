import { findQuantities, type Quantity } from "./quantity";
import { readYear, splitClauses, type Clause } from "./target/clause";
import { readCompared, readNamed, readRespective, respectiveRun } from "./target/compared";
import { readCircle, readCount, readRatioRule, readShare } from "./target/count";
import type { Context, Part, Target } from "./target/part";
import { readLead } from "./target/wording";
import { readWorded } from "./target/worded";

export type { Target } from "./target/part";
export type { Comparator } from "./target/wording";

const mayAim = /[0-9０-９]|[A-D]等?级|分之|[一二两三四五六七八九十][级家所个名座成番]|全覆盖|平均|均值|中位|[上去]年|全部|每[个家所]/;

/** Every target that a text sets, in order. The year and the scope that a sentence names once hold for its later clauses. */
export function findTargets(text: string): Target[] {
  if (!mayAim.test(text)) return [];
  const quantities = findQuantities(text);
  const found: Target[] = [];
  let next = 0;
  let context: Context = {};
  for (const clause of splitClauses(text)) {
    if (clause.beginsSentence) context = {};
    else if (clause.beginsPart) context = { ...(context.year === undefined ? {} : { year: context.year }), ...(context.isBuilding === undefined ? {} : { isBuilding: context.isBuilding }) };
    const inside: Quantity[] = [];
    for (let quantity = quantities[next]; quantity !== undefined && quantity.start < clause.end; quantity = quantities[++next]) {
      if (quantity.start >= clause.start && quantity.end <= clause.end) inside.push(quantity);
    }
    context = readClause(text, clause, inside, context, found);
  }
  return found;
}

/** No clause says more in front of or behind a quantity. */
const before = 160;
const behind = 80;

function readClause(text: string, clause: Clause, quantities: readonly Quantity[], given: Context, found: Target[]): Context {
  let context = given;
  let from = clause.start;
  const first = found.length;
  const add = (targets: readonly Target[]): void => {
    for (const target of targets) {
      found.push(target);
      context = { ...context, last: target, ...(target.scope === "" ? {} : { scope: target.scope }) };
    }
  };
  const named = readYear(text.slice(clause.start, Math.min(clause.end, clause.start + 400)));
  if (named !== undefined && named !== "每年") context = { ...context, year: named };
  const year = named === "每年" ? named : context.year;
  for (let index = 0; index < quantities.length; index++) {
    const quantity = quantities[index];
    if (quantity === undefined) continue;
    const left = withinBracket(text.slice(Math.max(from, quantity.start - before), quantity.start));
    const right = text.slice(quantity.end, Math.min(clause.end, quantity.end + behind));
    const part: Part = { left, right, quantity, start: quantity.start - left.length, year, context, isWhole: clause.isWhole };
    const lead = readLead(left);
    if (lead?.isRespective === true) {
      const run = respectiveRun(text, quantities, index);
      add(readRespective(part, lead, run, text));
      index += run.length - 1;
    } else {
      const target = readRatioRule(part) ?? readCircle(part) ?? readShare(part);
      const compared = target === undefined && lead !== undefined ? readCompared(part, lead) : [];
      const named = target ?? (lead === undefined ? readNamed(part) : undefined);
      const count = named === undefined && compared.length === 0 ? readCount(part) : undefined;
      if (count !== undefined) context = { ...context, isBuilding: true };
      add(named !== undefined ? [named] : count !== undefined ? [count] : compared);
    }
    from = Math.max(from, found.length > first ? (found[found.length - 1]?.end ?? from) : from);
  }
  const start = Math.max(from, clause.end - before);
  const worded = from < clause.end ? readWorded({ text: text.slice(start, clause.end), start, year, context }) : undefined;
  if (worded !== undefined) add([worded]);
  const topic = found.length > first ? "" : text.slice(clause.start, Math.min(clause.end, clause.start + behind));
  return { ...context, topic };
}

/** What stands in front of a bracket that is still open says nothing of what stands in it. */
function withinBracket(left: string): string {
  const open = Math.max(left.lastIndexOf("（"), left.lastIndexOf("("));
  return open > Math.max(left.lastIndexOf("）"), left.lastIndexOf(")")) ? left.slice(open + 1) : left;
}

/** A target as it would be written plainly; what is read from it again says the same. */
export function stringifyTarget(target: Target): string {
  const { scope, indicator, comparator, value, value2, unit, year, hedge, kind } = target;
  const when = year === undefined ? "" : year === "每年" ? "每年" : /^\d|_/.test(year) ? `到${year}年，` : `${year}，`;
  if (kind === "coverage" && value !== 100) return `${when}${scope}${writeNumber(Number(value), undefined, unit)}${suffixOf(comparator)}的${indicator}`;
  if (kind === "coverage") return when + scope + (indicator.endsWith("覆盖") ? `实现${indicator.slice(0, -2)}全覆盖` : `全部${indicator}`);
  const written = typeof value === "string" ? (/^[A-D]/.test(value) ? `${value}级` : value) : writeNumber(value, value2, unit);
  if (kind === "ratio-rule") return `${when}${scope}按${comparator === "at-least" ? "不低于" : ""}${written}的比例安排${indicator}`;
  const soft = hedge.split("/").filter((word) => /力争|争取|逐步|稳步|基本/.test(word)).join("");
  const change = comparator === "equal" ? "" : (changing.exec(indicator)?.[0] ?? "");
  if (change !== "") return when + scope + indicator.slice(0, -change.length) + soft + change + written + suffixOf(comparator);
  return when + scope + indicator + soft + wordedAs(comparator, written, kind);
}

const changing = /(?:年均)?(?:增长|提高|提升|增加|扩大|上升|降低|下降|减少|压缩|压减|缩短|缩减|精简|削减|递增|递减|下浮|上浮|翻)$/;

function suffixOf(comparator: Target["comparator"]): string {
  if (comparator === "at-least") return "以上";
  if (comparator === "at-most") return "以内";
  return comparator === "about" ? "左右" : "";
}

function wordedAs(comparator: Target["comparator"], written: string, kind: Target["kind"]): string {
  switch (comparator) {
    case "at-least":
      return `达到${written}以上`;
    case "at-most":
      return kind === "reference" ? `降至${written}以下` : `控制在${written}以内`;
    case "about":
      return `达到${written}左右`;
    case "between":
      return `保持在${written}`;
    case "equal":
      return `目标为${written}`;
  }
}

function writeNumber(value: number, value2: number | undefined, unit: string): string {
  const measure = ["工作日", "位次", "百分点"].includes(unit) ? `个${unit}` : unit;
  return value2 === undefined ? writeLarge(value) + measure : `${writeLarge(value)}${measure}—${writeLarge(value2)}${measure}`;
}

/** 150000 → 15万, where that is shorter and exact. */
function writeLarge(value: number): string {
  for (const [sign, factor] of [["亿", 1e8], ["万", 1e4]] as const) {
    const scaled = Number((value / factor).toPrecision(15));
    if (value >= factor && scaled * 1e4 === Math.round(scaled * 1e4)) return scaled + sign;
  }
  return String(Number(value.toPrecision(12)));
}

import type { Quantity } from "../quantity";
import type { Subject } from "./subject";
import { hedgesIn, type Comparator } from "./wording";

/** What a plan sets itself: whose indicator is to reach what, by when. */
export type Target = {
  readonly indicator: string;
  readonly scope: string;
  readonly comparator: Comparator;
  /** A number, a ratio (1:2), a grade (四级甲等) or a reference (全国平均水平). */
  readonly value: number | string;
  readonly value2?: number;
  readonly unit: string;
  /** 2025, 20__, “十四五”末, 每年. */
  readonly year?: string;
  /** Softening words as written: 逐步/左右. */
  readonly hedge: string;
  readonly kind: "quantified" | "reference" | "ratio-rule" | "coverage" | "ordinal";
  readonly start: number;
  readonly end: number;
};

/** What earlier clauses of the sentence have said. */
export type Context = {
  readonly year?: string;
  readonly scope?: string;
  readonly last?: Target;
  readonly isBuilding?: boolean;
  /** The clause before, where it set no target but may have named what is measured. */
  readonly topic?: string;
};

/** One quantity amid its clause. */
export type Part = {
  readonly quantity: Quantity;
  readonly left: string;
  readonly right: string;
  /** Where `left` begins in the text. */
  readonly start: number;
  readonly year: string | undefined;
  readonly context: Context;
  /** The clause is all there is: a cell. */
  readonly isWhole: boolean;
};

/** The target of a part; `tail` is how many characters behind the quantity belong to it, `words` is where it may be softened. */
export function makeTarget({ quantity, left, right, start, year }: Part, { scope, indicator }: Subject, comparator: Comparator, tail: number, words: string): Target {
  const { value, value2, unit, isRatio, grade, end } = quantity;
  return {
    indicator,
    scope,
    comparator,
    value: isRatio === true ? `${value}:${value2 ?? 0}` : (grade ?? value),
    ...(value2 === undefined || isRatio === true ? {} : { value2 }),
    unit,
    ...(year === undefined ? {} : { year }),
    hedge: hedgesIn(`${words} ${right.slice(0, tail)}`),
    kind: grade === undefined ? "quantified" : "ordinal",
    start: start + (left.length - left.replace(/^[\s、，,和及与]+/, "").length),
    end: end + tail,
  };
}

/** A scope that an earlier clause has named holds on. */
export function withScope(subject: Subject, { scope }: Context): Subject {
  return subject.scope === "" && scope !== undefined && !subject.indicator.startsWith(scope) ? { ...subject, scope } : subject;
}

/** 超过100人的企业 sets no target for anybody. */
export function isAttribute(after: string): boolean {
  return /^的(?!目标|要求|标准|水平|任务|比例|占比|增速|速度|$)/.test(after);
}

export const timeUnits: ReadonlySet<string> = new Set(["年", "个月", "天", "日", "小时", "分钟", "秒", "周", "工作日", "自然日", "岁"]);

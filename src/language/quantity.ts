import { chineseToNumber } from "./chinese-number";
import { scaleOf, unitAt } from "./measure";

/** A number with what it counts or measures: 95%, 1.2亿千瓦 (as 120000000 千瓦), 3—5名, 1∶2, 四级甲等. */
export type Quantity = {
  readonly value: number;
  /** The other end of a range, or the second term of a ratio. */
  readonly value2?: number;
  readonly unit: string;
  readonly isRatio?: true;
  /** 10余个, 200多家. */
  readonly isApproximate?: true;
  /** The number is a word: 三家. */
  readonly isWord?: true;
  /** A grade as it is written: 四级甲等, B. */
  readonly grade?: string;
  readonly start: number;
  readonly end: number;
};

const mayCount = /[0-9０-９一二两三四五六七八九十A-Da-d]/;

/** Every quantity in a text, in order; years, dates, ordinals and numbers in names (2022年, 第3条, 5G, 12345热线) are none. */
export function findQuantities(text: string): Quantity[] {
  if (!mayCount.test(text)) return [];
  const found: Quantity[] = [];
  let reached = 0;
  for (const match of text.matchAll(token)) {
    if (match.index < reached) continue;
    const quantity = read(text, match);
    if (quantity === undefined) continue;
    found.push(quantity);
    reached = quantity.end;
  }
  return found;
}

const arabic = "[0-9０-９][0-9０-９,]*(?:[.．][0-9０-９]+)?";
const chinese = "[一二两三四五六七八九十百千万亿零〇]+(?:点[一二三四五六七八九零〇]+)?";
const token = new RegExp(`(?<grade>[一二三四五六七八九][级等][甲乙丙丁特]等|[A-D][+＋]?(?=等?级))|(?<share>百分之|千分之)?(?:(?<arabic>${arabic})|(?<chinese>${chinese}))`, "g");
const second = new RegExp(`[ ]{0,2}(?:[—–\\-~～－]{1,2}|至|到)[ ]{0,2}(?:百分之)?(?:(${arabic})|(${chinese}))`, "y");
const ratioTail = /[ ]{0,2}(?:[:：∶︰]|比)[ ]{0,2}([0-9０-９]+(?:[.．][0-9０-９]+)?)(?:[:：∶︰][0-9０-９]+)?/y;
const fractionTail = /分之([一二两三四五六七八九十])/y;
const more = /[余多来几](?![到自说])/y;

/** Words that a bare number is measured by. */
const measures = /(?:达到?|至|到|为|是|于|超过?|突破|不[低少高大多]于|不超过|控制在|保持在|稳定在|约|近|翻|[≥≤><＞＜=])[ ]?$/;
const limits = /^[ ]?(?:以上|以下|以内|之内|左右|上下|及以上|及以下)/;

function read(text: string, match: RegExpMatchArray): Quantity | undefined {
  const start = match.index ?? 0;
  const before = text.slice(Math.max(0, start - 6), start);
  const { grade, share, arabic: number, chinese: numeral } = match.groups ?? {};
  if (/[第前每编]$/.test(before)) return undefined;
  if (grade !== undefined) return readGrade(text, start, grade);
  if (number !== undefined && (/[A-Za-z_.．〔［:：\d]$/.test(before) || /^[_＿XＸ×]/.test(text.slice(start + match[0].length)))) return undefined;
  const written = number ?? numeral ?? "";
  if (numeral !== undefined && before.endsWith("“")) return undefined;
  const value = numberOf(written);
  if (value === undefined) return undefined;
  let end = start + match[0].length;
  if (number !== undefined && isFraction(text, end)) return undefined;
  if (share !== undefined) {
    const other = readAt(second, text, end);
    const value2 = other === undefined ? undefined : numberOf(other[1] ?? other[2] ?? "");
    if (other !== undefined && value2 !== undefined) end += other[0].length;
    return { value, ...(value2 === undefined ? {} : { value2 }), unit: share === "百分之" ? "%" : "‰", start, end };
  }
  const fraction = numeral === undefined ? undefined : readAt(fractionTail, text, end);
  if (fraction !== undefined) {
    const parts = chineseToNumber(fraction[1] ?? "");
    if (parts === undefined || parts >= value) return undefined;
    return { value: tidy((parts / value) * 100, 6), unit: "%", start, end: end + fraction[0].length };
  }
  const ratio = number === undefined ? undefined : readRatio(text, start, end, before, value);
  if (ratio !== undefined) return ratio;
  return readMeasured(text, { start, end, before, value, written, isChinese: numeral !== undefined });
}

type First = { readonly start: number; readonly end: number; readonly before: string; readonly value: number; readonly written: string; readonly isChinese: boolean };

function readMeasured(text: string, first: First): Quantity | undefined {
  const { start, before, isChinese, written } = first;
  let { value, end } = first;
  let isApproximate = false;
  const skipMore = (): void => {
    const found = readAt(more, text, end);
    if (found === undefined) return;
    isApproximate = true;
    end += found[0].length;
  };
  skipMore();
  const scale = isChinese ? undefined : scaleOf(text, end);
  if (scale !== undefined) {
    value = tidy(value * scale.factor, 15);
    end += scale.length;
    skipMore();
  }
  let unit = unitAt(text, end, isChinese);
  let value2: number | undefined;
  const other = readAt(second, text, end + (unit?.length ?? 0));
  if (other !== undefined) {
    const otherEnd = end + (unit?.length ?? 0) + other[0].length;
    const otherScale = other[2] === undefined ? scaleOf(text, otherEnd) : undefined;
    const otherUnit = unitAt(text, otherEnd + (otherScale?.length ?? 0), other[2] !== undefined);
    const plain = numberOf(other[1] ?? other[2] ?? "");
    if (plain !== undefined && (unit === undefined || (otherUnit !== undefined && otherUnit.name === unit.name)) && !isDate(text, otherEnd, other[1] ?? "")) {
      value2 = tidy(plain * (otherScale?.factor ?? 1), 15);
      // in 1—2万人 the scale is said once
      if (scale === undefined && unit === undefined && otherScale !== undefined) value = tidy(value * otherScale.factor, 15);
      end = otherEnd + (otherScale?.length ?? 0);
      unit = otherUnit ?? unit;
      if (otherUnit !== undefined) end += otherUnit.length;
    } else if (unit === undefined) return undefined;
    else end += unit.length;
  } else if (unit !== undefined) end += unit.length;
  const rest = text.slice(end, end + 4);
  const isMeasured = limits.test(rest) || measures.test(before);
  if (unit === undefined) {
    if (isChinese || !isMeasured || isName(text, end) || isDate(text, end, written)) return undefined;
  } else {
    if (isDate(text, end - unit.length, written) && unit.name !== "个月") return undefined;
    if (isChinese && !isCounting(written, unit.name, isMeasured, rest)) return undefined;
    if (unit.name === "日" && (!isMeasured || before.endsWith("月"))) return undefined;
  }
  if (unit?.name === "成") {
    const tenths = value2 === undefined ? {} : { value2: value2 * 10 };
    return { value: value * 10, ...tenths, unit: "%", start, end };
  }
  return { value, ...(value2 === undefined ? {} : { value2 }), unit: unit?.name ?? "", ...(isApproximate ? { isApproximate } : {}), ...(isChinese ? { isWord: true as const } : {}), start, end };
}

/** 一个, 千家万户 and 三级 are said without counting, unless a limit is set with them. */
function isCounting(written: string, unit: string, isMeasured: boolean, rest: string): boolean {
  if (!/[一二两三四五六七八九十]/.test(written)) return false;
  if (unit === "级") return isMeasured && /^(?:$|[^\u4e00-\u9fff]|以[上下]|及以|水平|标准)/.test(rest);
  if (written === "一") return isMeasured;
  return unit !== "分" || written.length > 1;
}

function readGrade(text: string, start: number, grade: string): Quantity | undefined {
  const before = text.slice(Math.max(0, start - 4), start);
  const end = start + grade.length;
  if (/^[A-D]/.test(grade)) {
    if (/[A-Za-z0-9]$/.test(before)) return undefined;
    const tail = text.startsWith("等级", end) ? 2 : 1;
    if (!measures.test(before) && !limits.test(text.slice(end + tail, end + tail + 4))) return undefined;
    return { value: "ABCD".indexOf(grade.charAt(0)) + 1, unit: "等级", grade, start, end: end + tail };
  }
  return { value: chineseToNumber(grade.charAt(0)) ?? 0, unit: "等级", grade, start, end };
}

function readRatio(text: string, start: number, end: number, before: string, value: number): Quantity | undefined {
  const tail = readAt(ratioTail, text, end);
  if (tail === undefined) return undefined;
  const value2 = numberOf(tail[1] ?? "");
  const tailEnd = end + tail[0].length;
  if (value2 === undefined || isFraction(text, tailEnd)) return undefined;
  // a label before its year, a time of day, a score
  if (isDate(text, tailEnd, tail[1] ?? "") || /[表图附件任务目标项专栏题步]$/.test(before) || /^[ ]?[年月日号]/.test(text.slice(tailEnd, tailEnd + 2))) return undefined;
  const isTime = value < 24 && /^[0-5]\d$/.test(tail[1] ?? "") && (/[午日早晚天点间\-—~～]$/.test(before) || /^[ ]?(?:[-—~～至到前后]|之前|准时)/.test(text.slice(tailEnd, tailEnd + 3)));
  if (isTime) return undefined;
  return { value, value2, unit: "比", isRatio: true, start, end: tailEnd };
}

function numberOf(written: string): number | undefined {
  if (written.length > 24) return undefined;
  if (/^[一二两三四五六七八九十百千万亿零〇点]/.test(written)) return chineseToNumber(written);
  const plain = written.normalize("NFKC");
  if (plain.includes(",") && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return undefined;
  return Number(plain.replace(/,/g, ""));
}

/** 3.2.1 counts nothing. */
function isFraction(text: string, end: number): boolean {
  return /^[.．][0-9０-９]/.test(text.slice(end, end + 2));
}

/** A year or a day: 2022年, 二〇二五年, 12月. */
function isDate(text: string, end: number, written: string): boolean {
  const next = text.charAt(end);
  if (/^(?:(?:19|20)\d{2}|[一二三四五六七八九零〇]{4})$/.test(written)) return /[年.\-/—–~～至)）〕\]_]/.test(next) || next === "";
  return next === "月" || next === "号";
}

/** Letters and most words behind a bare number make a name of it: 5G, 12345热线. */
function isName(text: string, end: number): boolean {
  const rest = text.slice(end, end + 4);
  return !limits.test(rest) && /^[A-Za-z0-9\u4e00-\u9fff“]/.test(rest);
}

function readAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function tidy(value: number, precision: number): number {
  return Number(value.toPrecision(precision));
}

import { level, withoutSpaces } from "./plain-text";
import { periodAtEnd, periodAtStart, isPeriod } from "./period";
import { readUnit, unitAtEnd } from "./unit";

/** What the header of a column, or the label of a row, says apart from its name. */
export type Header = {
  /** Without numbering, unit and period; "" where there is nothing else. */
  readonly name: string;
  /** 人次, 元, %, 元/人, 1:X. */
  readonly unit?: string;
  /** What a number below is to be multiplied by: 万人次 → 10000. */
  readonly scale: number;
  /** As it is written: 2025年, 上年, 2025年1—6月. */
  readonly period?: string;
  /** The letter that formulas call it by: （A）, ①. */
  readonly symbol?: string;
};

const longest = 200;

export function readHeader(text: string): Header {
  if (text.length > longest) return { name: text.trim(), scale: 1 };
  const found: Found = { scale: 1 };
  let name = withoutNumbering(withoutSpaces(text));
  name = withoutSymbol(name, found);
  name = withoutBrackets(name, found);
  const unit = unitAtEnd(name);
  if (unit !== undefined && found.unit === undefined) {
    Object.assign(found, { unit: unit.unit, scale: unit.scale });
    name = name.slice(0, unit.start);
  }
  name = withoutPeriod(name, found);
  return { name, ...found };
}

/** A name without its unit, with everything else: the period of 上年医疗收入（万元） stays. */
export function withoutUnit(text: string): string {
  return text.length > longest ? text : withoutBrackets(text, { scale: 1, period: "" });
}

type Found = { -readonly [Key in keyof Omit<Header, "name">]: Header[Key] };

const numbering = /^(?:[*★☆※▲△#]{1,3}|其中[:,、]?|分[子母][:,]|\(\d{1,3}\)|\d{1,3}\)|\d{1,3}(?:\.\d{1,2}){0,3}[.、](?!\d)|\d{1,2}(?:\.\d{1,2}){1,3}(?=[一-龥])|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]{1,2}[级类等期]))/;
// 三、三级医院 is numbered, 三、四级 is not
const repeated = /^([一二三四五六七八九十])、(?=\1[级类等期])/;

export function withoutNumbering(text: string): string {
  const plain = level(text);
  const length = (numbering.exec(plain) ?? repeated.exec(plain))?.[0].length ?? 0;
  return length === 0 || length === text.length ? text : withoutNumbering(text.slice(length));
}

const leading = /^(?:([A-Z])[.、:]|([①-⑳]))(?=.)/;
const trailing = /.([①-⑳])(?:[=＝].{0,40})?$/;

function withoutSymbol(text: string, found: Found): string {
  const plain = level(text);
  const first = leading.exec(plain);
  if (first !== null) {
    found.symbol = first[1] ?? first[2] ?? "";
    return text.slice(first[0].length);
  }
  const last = trailing.exec(text);
  if (last === null) return text;
  found.symbol = last[1] ?? "";
  return text.slice(0, last.index + 1);
}

const brackets = /[(（[［【〔]([^()（）[\]［］【】〔〕]*)[)）\]］】〕]/g;

/** Takes out the brackets that say a unit, a period or a letter; （不含药店） stays. */
function withoutBrackets(text: string, found: Found): string {
  return text.replace(brackets, (whole: string, content: string) => {
    const plain = level(content);
    const unit = found.unit === undefined ? readUnit(plain) : undefined;
    if (unit !== undefined) {
      if (unit.unit !== "") found.unit = unit.unit;
      found.scale = unit.scale;
      return "";
    }
    if (found.period === undefined && isPeriod(plain)) {
      found.period = content;
      return "";
    }
    if (found.symbol === undefined && /^(?:[A-Z]|[①-⑳])$/.test(plain)) {
      found.symbol = plain;
      return "";
    }
    return withPeriodAndUnit(plain, found) ? "" : whole;
  });
}

/** （2024年，万元）: both in one bracket. */
function withPeriodAndUnit(content: string, found: Found): boolean {
  const parts = content.split(/[,;、]/);
  if (parts.length !== 2) return false;
  const units = parts.map((part) => readUnit(part));
  const at = units.findIndex((unit, index) => unit !== undefined && isPeriod(parts[1 - index] ?? ""));
  const unit = units[at];
  if (unit === undefined || found.period !== undefined) return false;
  if (unit.unit !== "") found.unit = unit.unit;
  found.scale = unit.scale;
  found.period = parts[1 - at] ?? "";
  return true;
}

function withoutPeriod(text: string, found: Found): string {
  if (found.period !== undefined) return text;
  const plain = level(text);
  const first = periodAtStart(plain);
  if (first > 0) {
    found.period = text.slice(0, first);
    return text.slice(first).replace(/^[-—_:：·,，的]/, "");
  }
  const last = periodAtEnd(plain);
  if (last === plain.length) return text;
  found.period = text.slice(last);
  return text.slice(0, last).replace(/[-—_:：·,，]$/, "");
}

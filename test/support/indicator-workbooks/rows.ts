import { stringifyAddress } from "../../../src/core/address";
import { plantIn, type Dealer, type Scene } from "./defects";
import { makeDraft, type Draft, type Hold, type IndicatorWorkbook, type Piece, type SheetPen } from "./draft";
import { stylesFor } from "./formulas";
import { makeRandom, type Random } from "./random";
import { definitionOf, directionOf, draw, withDifference, type Subject } from "./subjects";

type Key = "number" | "category" | "name" | "unit" | "over" | "under" | "overName" | "underName" | "value" | "previous" | "target" | "definition" | "source" | "note";

const heads: Readonly<Record<Key, readonly string[]>> = {
  number: ["序号"],
  category: ["类别", "指标类别"],
  name: ["指标", "指标名称", "监测指标"],
  unit: ["计量单位", "单位"],
  over: ["分子", "分子数值"],
  under: ["分母", "分母数值"],
  overName: ["分子名称"],
  underName: ["分母名称"],
  value: ["指标值", "本年值", "2025年指标值"],
  previous: ["上年值", "2024年指标值"],
  target: ["目标值", "2025年目标值"],
  definition: ["计算公式", "计算方法"],
  source: ["数据来源"],
  note: ["备注"],
};

export type RowOptions = {
  readonly name: string;
  readonly layout: string;
  readonly seed: number;
  readonly columns: readonly Key[];
  readonly subjects: readonly Subject[];
  /** Rows of indicators that nobody computes: levels, scores. */
  readonly hasScores?: boolean;
  /** Over 分子 and 分母, merged: 基础数据. */
  readonly isGrouped?: boolean;
  /** Years side by side, each with its 分子, 分母 and 指标值. */
  readonly years?: readonly number[];
  /** The unit stands over the values alone: 指标值(%). */
  readonly hasPercentHead?: boolean;
  readonly hold?: Hold;
  /** Of values that are spoilt. */
  readonly share?: number;
};

const scores: readonly (readonly [string, string, number, number])[] = [
  ["电子病历应用功能水平分级", "级", 4, 4],
  ["公立医院门诊患者满意度(%)", "%", 92.6, 90],
  ["公立医院职工满意度(%)", "%", 83.1, 80],
];

/** One indicator a row: 指标, 分子, 分母, 指标值, in whatever order. */
export function makeRows(options: RowOptions, deal: Dealer): IndicatorWorkbook {
  const { name, layout, seed, columns, hasScores = false, isGrouped = false, years = [], share = 0.5, hold = "", hasPercentHead = false } = options;
  const subjects = columns.includes("overName") ? options.subjects : options.subjects.map(withDifference);
  const random = makeRandom(seed);
  const draft = makeDraft(name, layout);
  const pen = draft.sheet("指标监测表");
  pen.put(0, 0, years.length > 0 ? "公立医院高质量发展指标监测表" : "2025年度指标监测表");
  const spots = new Map<string, number>();
  const order: string[] = columns.flatMap((key) => (key === "value" && years.length > 0 ? years.flatMap((year) => ["over", "under", "value"].map((part) => `${part}${year}`)) : [key]));
  for (const [column, key] of order.entries()) spots.set(key, column);
  pen.merge(stringifyAddress({ top: 0, left: 0, bottom: 0, right: order.length - 1 }));
  const isTwoRows = isGrouped || years.length > 0;
  writeHeader(pen, order, isTwoRows, hasPercentHead, random);
  const top = isTwoRows ? 3 : 2;
  const at = (key: string): number => spots.get(key) ?? -1;
  const has = (key: string): boolean => spots.has(key);
  const scenes: Scene[] = [];
  for (const [index, subject] of subjects.entries()) {
    const row = top + index;
    writeLabels(draft, pen, { row, index, subject, at, has, isBare: hasPercentHead });
    const periods = years.length > 0 ? years.map(String) : [""];
    const base = draw(subject, random);
    const style = random.pick(stylesFor(subject));
    for (const [turn, period] of periods.entries()) {
      const values = turn === 0 ? base : drifted(base, subject, random, turn);
      pen.put(row, at(`over${period}`), values.over);
      pen.put(row, at(`under${period}`), values.under);
      const otherRow = index === subjects.length - 1 ? row - 1 : row + 1;
      const otherPeriod = periods[turn === 0 ? 1 : turn - 1];
      const other = otherPeriod === undefined ? undefined : at(`over${otherPeriod}`);
      const right = shown(subject, values, style.isPercent === true);
      if (has("previous")) pen.put(row, at("previous"), Math.round(right * random.between(0.97, 1.03) * (style.isPercent === true ? 10_000 : 100)) / (style.isPercent === true ? 10_000 : 100), style.format);
      if (has("previous")) draft.sound("last year's value", pen.place(row, at("previous")));
      if (has("target")) pen.put(row, at("target"), targetOf(subject, right, style.isPercent === true, random), style.isPercent === true ? "0%" : "General");
      const decoy = other ?? (has("previous") ? at("previous") : has("target") && typeof pen.valueAt(row, at("target")) === "number" ? at("target") : undefined);
      scenes.push({
        subject,
        style,
        value: { pen, row, column: at(`value${period}`) },
        over: { pen, row, column: at(`over${period}`) },
        under: { pen, row, column: at(`under${period}`) },
        refOver: () => pen.ref(row, at(`over${period}`), hold),
        refUnder: () => pen.ref(row, at(`under${period}`), hold),
        ...(decoy === undefined ? {} : { refDecoy: (): Piece => pen.ref(row, decoy) }),
        refOtherOver: () => pen.ref(otherRow, at(`over${period}`)),
        refOtherUnder: () => pen.ref(otherRow, at(`under${period}`)),
      });
    }
  }
  if (hasScores) for (const [index, [title, unit, value, target]] of scores.entries()) writeScore(draft, pen, { row: top + subjects.length + index, title, unit, value, target, at, has, number: subjects.length + index + 1 });
  plantIn(scenes, share, draft, deal, random);
  return draft.done();
}

function writeHeader(pen: SheetPen, order: readonly string[], isTwoRows: boolean, hasPercentHead: boolean, random: Random): void {
  const variant = random.whole(0, 2);
  const word = (key: string): string => {
    const words = heads[key as Key] ?? [key];
    if (hasPercentHead && (key === "value" || key === "target")) return `${words[0]}(%)`;
    return words[variant % words.length] ?? key;
  };
  for (const [column, key] of order.entries()) {
    const year = /^(over|under|value)(\d{4})$/.exec(key);
    if (year !== null) {
      if (year[1] === "over") {
        pen.put(1, column, `${year[2]}年`);
        pen.merge(stringifyAddress({ top: 1, left: column, bottom: 1, right: column + 2 }));
      }
      pen.put(2, column, { over: "分子", under: "分母", value: "指标值" }[year[1] ?? ""] ?? "");
    } else if (isTwoRows && (key === "over" || key === "under")) {
      const isFirst = order[column - 1] !== "over" && order[column - 1] !== "under";
      if (isFirst) {
        pen.put(1, column, "基础数据");
        pen.merge(stringifyAddress({ top: 1, left: column, bottom: 1, right: column + 1 }));
      }
      pen.put(2, column, word(key));
    } else {
      pen.put(1, column, word(key));
      if (isTwoRows) pen.merge(stringifyAddress({ top: 1, left: column, bottom: 2, right: column }));
    }
  }
}

type Line = { readonly row: number; readonly index: number; readonly subject: Subject; readonly at: (key: string) => number; readonly has: (key: string) => boolean; readonly isBare: boolean };

function writeLabels(draft: Draft, pen: SheetPen, { row, index, subject, at, has, isBare }: Line): void {
  const put = (key: Key, content: string | number): void => {
    if (has(key)) pen.put(row, at(key), content);
  };
  put("number", index + 1);
  put("name", isBare || (has("unit") && index % 2 === 0) ? subject.name.replace(/\((?:%|天|个)\)$/, "") : subject.name);
  put("unit", subject.valueUnit === "" ? "—" : subject.valueUnit);
  put("category", subject.isOwn === true ? "公共服务" : "医疗服务能力");
  put("overName", subject.over[0] ?? "");
  put("underName", subject.under[0] ?? "");
  put("definition", definitionOf(subject, index % 3 === 0 ? "bare" : "with-name"));
  put("source", ["卫生健康统计年报", "医保信息系统", "部门填报"][index % 3] ?? "");
  if (subject.isOwn === true) draft.allow("known-indicator", pen.place(row, at("name")));
}

type Score = { readonly row: number; readonly number: number; readonly title: string; readonly unit: string; readonly value: number; readonly target: number; readonly at: (key: string) => number; readonly has: (key: string) => boolean };

function writeScore(draft: Draft, pen: SheetPen, { row, number, title, unit, value, target, at, has }: Score): void {
  const contents: readonly (readonly [Key, string | number])[] = [["number", number], ["name", title], ["unit", unit], ["value", value], ["target", target], ["over", "—"], ["under", "—"]];
  for (const [key, content] of contents) if (has(key)) pen.put(row, at(key), content);
  draft.sound("nothing to compute", pen.place(row, at("value")));
}

/** The same quantities a year on: a little more or less. */
function drifted(base: { readonly over: number; readonly under: number }, subject: Subject, random: Random, turn: number): { over: number; under: number } {
  const under = base.under * (1 + 0.02 * turn * random.between(-1, 1));
  const over = (base.over / base.under) * random.between(0.98, 1.02) * under;
  const round = (value: number): number => (/元/.test(subject.inputUnit) ? Math.round(value * 100) / 100 : Math.round(value));
  return { over: Math.min(round(over), subject.isShare ? round(under) : Infinity), under: round(under) };
}

function shown({ form, factor }: Subject, { over, under }: { readonly over: number; readonly under: number }, isPercent: boolean): number {
  const ratio = form === "growth" ? (over - under) / under : over / under;
  return ratio * (isPercent ? 1 : factor);
}

/** A target that the value meets, in figures or in words. */
function targetOf(subject: Subject, value: number, isPercent: boolean, random: Random): string | number {
  const direction = directionOf(subject);
  if (direction === "monitor") return "监测比较";
  const percent = subject.valueUnit === "%" ? "%" : "";
  const scale = isPercent ? 100 : 1;
  const number = direction === "higher" ? Math.floor(value * scale * 0.97) : Math.ceil(value * scale * 1.05);
  if (random.whole(0, 3) > 0) return number / scale;
  return random.pick(direction === "higher" ? [`≥${number}${percent}`, `${number}${percent}以上`, "逐年提高"] : [`≤${number}${percent}`, `不高于${number}${percent}`, "逐年下降"]);
}

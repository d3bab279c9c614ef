import { makeDraft, type Draft, type IndicatorWorkbook, type Piece, type SheetPen } from "./draft";
import { counties, hospitals, townships } from "./places";
import { makeRandom } from "./random";

type Written = { readonly text: string; readonly value: number; readonly kind: string; readonly isWrong?: boolean };

function put(draft: Draft, pen: SheetPen, row: number, column: number, { text, value, kind, isWrong = false }: Written): void {
  pen.put(row, column, { text, value }, "0.00");
  if (isWrong) draft.plant(kind, "valid-indicator-formula", pen.place(row, column));
  else draft.sound(kind, pen.place(row, column));
}

/** A numerator of two cells: three ways of adding them, and what clerks leave out. */
export function makeSummedParts(name: string, seed: number): IndicatorWorkbook {
  const random = makeRandom(seed);
  const draft = makeDraft(name, "numerator of several cells");
  const pen = draft.sheet("手术情况");
  pen.line(0, ["医院名称", "出院患者三级手术台次数", "出院患者四级手术台次数", "出院患者手术台次数", "同期出院患者总人次数", "公立医院出院患者三、四级手术比例(%)", "公立医院出院患者手术占比(%)"]);
  for (const [index, hospital] of random.shuffle(hospitals).slice(0, 10).entries()) {
    const row = index + 1;
    const all = random.whole(3_000, 9_000);
    const [third, fourth] = [Math.round(all * random.between(0.2, 0.35)), Math.round(all * random.between(0.08, 0.2))];
    const patients = Math.round(all / random.between(0.25, 0.4));
    pen.line(row, [hospital, third, fourth, all, patients]);
    const [b, c, d, e] = [1, 2, 3, 4].map((column) => pen.ref(row, column).text) as [string, string, string, string];
    const ways: readonly Written[] = [
      { text: `(${b}+${c})/${d}*100`, value: ((third + fourth) / all) * 100, kind: "sum of two cells" },
      { text: `SUM(${b}:${c})/${d}*100`, value: ((third + fourth) / all) * 100, kind: "SUM of two cells" },
      { text: `${b}/${d}*100+${c}/${d}*100`, value: (third / all) * 100 + (fourth / all) * 100, kind: "sum of two shares" },
      { text: `${c}/${d}*100`, value: (fourth / all) * 100, kind: "a part of the numerator left out", isWrong: true },
      { text: `SUM(${b}:${d})/${d}*100`, value: ((third + fourth + all) / all) * 100, kind: "range too wide", isWrong: true },
      { text: `(${b}+${c})/${e}*100`, value: ((third + fourth) / patients) * 100, kind: "denominator of the indicator beside", isWrong: true },
    ];
    const way = ways[index < 6 ? index : index % 3];
    if (way !== undefined) put(draft, pen, row, 5, way);
    put(draft, pen, row, 6, index === 7 ? { text: `(${b}+${c})/${e}*100`, value: ((third + fourth) / patients) * 100, kind: "numerator of the indicator beside", isWrong: true } : { text: `${d}/${e}*100`, value: (all / patients) * 100, kind: "a/b*100" });
  }
  return draft.done();
}

/** Differences in numerator and denominator, defined in the workbook's own dictionary. */
export function makeDifferences(name: string, seed: number): IndicatorWorkbook {
  const random = makeRandom(seed);
  const draft = makeDraft(name, "numerator of several cells");
  const pen = draft.sheet("泊位变动");
  const dictionary = draft.sheet("指标字典");
  dictionary.line(0, ["指标名称", "别名", "计量单位", "分子", "分母", "计算公式", "方向", "下限", "上限"]);
  dictionary.line(1, ["泊位净增率(%)", "净增泊位率", "%", "新增泊位数－撤除泊位数", "年初泊位总数", "（新增泊位数－撤除泊位数）/年初泊位总数×100%", "越高越好", -100, null]);
  pen.line(0, ["镇街", "年初泊位总数（个）", "新增泊位数（个）", "撤除泊位数（个）", "净增泊位率(%)"]);
  for (const [index, place] of random.shuffle(townships).slice(0, 10).entries()) {
    const row = index + 1;
    const before = random.whole(900, 8_000);
    const [added, removed] = [random.whole(80, 400), random.whole(5, 60)];
    pen.line(row, [place, before, added, removed]);
    const [b, c, d] = [1, 2, 3].map((column) => pen.ref(row, column).text) as [string, string, string];
    const ways: readonly Written[] = [
      { text: `(${c}-${d})/${b}*100`, value: ((added - removed) / before) * 100, kind: "difference" },
      { text: `ROUND((${c}-${d})*100/${b},2)`, value: Math.round(((added - removed) * 100 * 100) / before) / 100, kind: "difference, rounded" },
      { text: `${c}/${b}*100-${d}/${b}*100`, value: (added / before) * 100 - (removed / before) * 100, kind: "difference of two shares" },
      { text: `(${c}+${d})/${b}*100`, value: ((added + removed) / before) * 100, kind: "added instead of taken off", isWrong: true },
      { text: `${c}-${d}/${b}*100`, value: added - (removed / before) * 100, kind: "brackets forgotten", isWrong: true },
      { text: `${c}/${b}*100`, value: (added / before) * 100, kind: "nothing taken off", isWrong: true },
    ];
    const way = ways[index < 6 ? index : index % 3];
    if (way !== undefined) put(draft, pen, row, 4, way);
  }
  return draft.done();
}

/** Months down a detail sheet, gathered by place with SUMIFS or SUMIF, over ranges or whole columns. */
export function makeDetail(name: string, seed: number, how: "SUMIFS" | "SUMIF" | "whole columns"): IndicatorWorkbook {
  const random = makeRandom(seed);
  const draft = makeDraft(name, "detail sheet");
  const pen = draft.sheet("汇总");
  const detail = draft.sheet("明细");
  detail.line(0, ["县区", "月份", "参保人员县域内住院人次", "参保人员住院总人次", "参保人员县域外住院人次"]);
  const places = random.shuffle(counties).slice(0, 8);
  const entries = Array.from({ length: 3 }, (_, month) => random.shuffle(places).map((place) => ({ place, month: month + 1 }))).flat();
  for (const [index, { place, month }] of entries.entries()) {
    const all = random.whole(900, 6_000);
    detail.line(index + 1, [place, `${month}月`, Math.round(all * random.between(0.7, 0.88)), all, Math.round(all * random.between(0.05, 0.1))]);
  }
  pen.line(0, ["县区", "县域内住院人次占比(%)"]);
  for (const [index, place] of places.entries()) pen.put(index + 1, 0, place);
  const last = entries.length;
  const rangeOf = (column: number): string => (how === "whole columns" ? `明细!${"ABCDE"[column]}:${"ABCDE"[column]}` : detail.range(1, column, last, column, "both", pen.name));
  const gather = (column: number, row: number): Piece & { value: number } => {
    const key = pen.ref(row, 0, "column");
    const value = entries.reduce((sum, { place }, index) => (place === key.value ? sum + Number(detail.valueAt(index + 1, column)) : sum), 0);
    return { text: how === "SUMIF" ? `SUMIF(${rangeOf(0)},${key.text},${rangeOf(column)})` : `SUMIFS(${rangeOf(column)},${rangeOf(0)},${key.text})`, value };
  };
  for (const index of places.keys()) {
    const row = index + 1;
    const next = index === places.length - 1 ? row - 1 : row + 1;
    const [inside, all, outside] = [gather(2, row), gather(3, row), gather(4, row)];
    const quotient = (a: typeof inside, b: typeof inside, kind: string, isWrong: boolean): Written => ({ text: `${a.text}/${b.text}*100`, value: (a.value / b.value) * 100, kind, isWrong });
    const wrong = [quotient(all, inside, "swapped", true), quotient(outside, all, "wrong numerator", true), quotient(inside, gather(3, next), "denominator of another row", true)][index - 2];
    put(draft, pen, row, 1, wrong ?? quotient(inside, all, how, false));
  }
  return draft.done();
}

/** Last year's and this year's amounts by year, and their growth. */
export function makeYearGrowth(name: string, seed: number): IndicatorWorkbook {
  const random = makeRandom(seed);
  const draft = makeDraft(name, "growth between named years");
  const pen = draft.sheet("医疗收入");
  const isPercent = seed % 2 === 0;
  pen.put(0, 0, "2025年公立医院医疗收入及增长情况");
  pen.merge("A1:E1");
  pen.line(1, ["医院名称", "2023年医疗收入（万元）", "2024年医疗收入（万元）", "2025年医疗收入（万元）", "医疗费用增长率(%)"]);
  const factor = isPercent ? "" : "*100";
  const scale = isPercent ? 1 : 100;
  for (const [index, hospital] of random.shuffle(hospitals).slice(0, 9).entries()) {
    const row = index + 2;
    const first = random.whole(2_000_000, 9_000_000) / 100;
    const second = Math.round(first * random.between(1.02, 1.06) * 100) / 100;
    const third = Math.round(second * random.between(1.02, 1.06) * 100) / 100;
    pen.line(row, [hospital, first, second, third]);
    const [b, c, d] = [1, 2, 3].map((column) => pen.ref(row, column).text) as [string, string, string];
    const ways: readonly Written[] = [
      { text: `(${d}-${c})/${c}${factor}`, value: ((third - second) / second) * scale, kind: "growth" },
      { text: `(${d}/${c}-1)${factor}`, value: (third / second - 1) * scale, kind: "growth as a quotient less 1" },
      { text: `(${d}-${c})/${d}${factor}`, value: ((third - second) / third) * scale, kind: "growth over this year", isWrong: true },
      { text: `(${d}-${b})/${b}${factor}`, value: ((third - first) / first) * scale, kind: "growth over the year before last", isWrong: true },
      { text: `(${c}-${b})/${b}${factor}`, value: ((second - first) / first) * scale, kind: "growth of last year", isWrong: true },
    ];
    const way = ways[index < 5 ? index : 0];
    if (way === undefined) continue;
    put(draft, pen, row, 4, way);
    if (isPercent) pen.put(row, 4, { text: way.text, value: way.value }, "0.00%");
  }
  return draft.done();
}

/** Nothing is wrong here, though much looks so. */
export function makeNearMisses(name: string): IndicatorWorkbook {
  const draft = makeDraft(name, "near misses");
  const pen = draft.sheet("监测表");
  pen.line(0, ["序号", "指标名称", "分子", "分母", "指标值", "上年值", "目标值", "备注"]);
  const lines: readonly (readonly [string, number, number, number, string | number, string | null, string])[] = [
    ["公立医院手术患者并发症发生率(%)", 0, 5_210, 0, "≤1%", "全年未发生", "numerator 0"],
    ["县域内住院人次占比(%)", 8_640, 8_640, 98.2, "80%以上", "县域内全部收治", "all of the whole"],
    ["公立医院资产负债率(%)", 31_250.5, 30_115.2, 105.2, "逐步下降", "资不抵债，已报财政局", "liabilities above assets"],
    ["公立医院门诊人次数与出院人次数比", 214_300, 10_550, 20.1, "监测比较", null, "a bare ratio that is one"],
    ["公立医院平均住院日(天)", 81_200, 9_850, 8.3, "8.5天以内", "含县中医院", "days, no percentage"],
    ["公立医院医疗费用增长率(%)", -810.3, 45_020.9, 2.1, "不高于10%", "本年较上年减少", "a growth below 0"],
    ["县域就诊率(%)", 402_511, 447_100, 89.3, "90%左右", null, "target about the value"],
  ];
  for (const [index, [title, over, under, previous, target, note, kind]] of lines.entries()) {
    const row = index + 1;
    pen.line(row, [row, title, over, under]);
    const [a, b] = [pen.ref(row, 2).text, pen.ref(row, 3).text];
    const isBare = /日|比$/.test(title);
    const value = (over / under) * (isBare ? 1 : 100);
    pen.put(row, 4, { text: isBare ? `${a}/${b}` : `${a}/${b}*100`, value }, "0.00");
    pen.line(row, [previous, target, note], 5);
    for (const column of [1, 2, 3, 4, 6]) draft.sound(kind, pen.place(row, column));
    // an unusual value, or one that moved, may be pointed out
    if (/above|all of/.test(kind) || over <= 0) draft.allow("no-abrupt-change", pen.place(row, 4));
  }
  return draft.done();
}

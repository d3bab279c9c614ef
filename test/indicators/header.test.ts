import { readHeader, withoutUnit, type Header } from "../../src/indicators/header";
import { periodSide } from "../../src/indicators/period";
import { expectLinearTime } from "../support/linear-time";

const plain = { scale: 1 };

const headers: [text: string, header: Header][] = [
  ["在校学生数", { name: "在校学生数", ...plain }],
  ["在校学生数（万人）", { name: "在校学生数", unit: "人", scale: 10000 }],
  ["门诊总量(千人次)", { name: "门诊总量", unit: "人次", scale: 1000 }],
  ["公共预算收入（亿元）", { name: "公共预算收入", unit: "元", scale: 1e8 }],
  ["项目投资(百万元)", { name: "项目投资", unit: "元", scale: 1e6 }],
  ["投资额（单位：万元）", { name: "投资额", unit: "元", scale: 10000 }],
  ["常住人口（万）", { name: "常住人口", scale: 10000 }],
  ["用电量（千瓦时）", { name: "用电量", unit: "千瓦时", scale: 1 }],
  ["次均费用（元/人次）", { name: "次均费用", unit: "元/人次", ...plain }],
  ["每千人口床位（张/千人）", { name: "每千人口床位", unit: "张/千人", ...plain }],
  ["床位使用率（％）", { name: "床位使用率", unit: "%", ...plain }],
  ["床位使用率%", { name: "床位使用率", unit: "%", ...plain }],
  ["感染发生率（‰）", { name: "感染发生率", unit: "‰", ...plain }],
  ["床护比（1∶X）", { name: "床护比", unit: "1:X", ...plain }],
  ["总收入/万元", { name: "总收入", unit: "元", scale: 10000 }],
  ["总收入：元", { name: "总收入", unit: "元", ...plain }],
  ["支出率(不含药店)(%)", { name: "支出率(不含药店)", unit: "%", ...plain }],
  ["病例组合指数(CMI)值", { name: "病例组合指数(CMI)值", ...plain }],
  ["参保人员\n住院人次\n（万人次）", { name: "参保人员住院人次", unit: "人次", scale: 10000 }],
  ["2025年门诊收入（万元）", { name: "门诊收入", unit: "元", scale: 10000, period: "2025年" }],
  ["门诊收入（上年）（万元）", { name: "门诊收入", unit: "元", scale: 10000, period: "上年" }],
  ["门诊收入（2024年，万元）", { name: "门诊收入", unit: "元", scale: 10000, period: "2024年" }],
  ["上年同期门诊收入", { name: "门诊收入", ...plain, period: "上年同期" }],
  ["本年度门诊收入", { name: "门诊收入", ...plain, period: "本年度" }],
  ["出院人数2024年", { name: "出院人数", ...plain, period: "2024年" }],
  ["2025年1—6月", { name: "", ...plain, period: "2025年1—6月" }],
  ["２０２５年完成值", { name: "完成值", ...plain, period: "２０２５年" }],
  ["2025目标值", { name: "目标值", ...plain, period: "2025" }],
  ["一季度诊疗人次", { name: "诊疗人次", ...plain, period: "一季度" }],
  ["1.毕业生就业率(%)", { name: "毕业生就业率", unit: "%", ...plain }],
  ["（二）毕业生人数", { name: "毕业生人数", ...plain }],
  ["其中：住院（千人）", { name: "住院", unit: "人", scale: 1000 }],
  ["三、三级医院数", { name: "三级医院数", ...plain }],
  ["就业人数（A）", { name: "就业人数", ...plain, symbol: "A" }],
  ["上年末资产", { name: "资产", ...plain, period: "上年末" }],
  ["2024年末常住人口（万人）", { name: "常住人口", unit: "人", scale: 10000, period: "2024年末" }],
  ["就业率（%）③=①/②", { name: "就业率", unit: "%", ...plain, symbol: "③" }],
  ["②毕业人数", { name: "毕业人数", ...plain, symbol: "②" }],
  // near misses
  ["三、四级手术占比", { name: "三、四级手术占比", ...plain }],
  ["同期出院患者人次数", { name: "同期出院患者人次数", ...plain }],
  ["2024年初常住人口", { name: "2024年初常住人口", ...plain }],
  ["年末常住人口", { name: "年末常住人口", ...plain }],
  ["100元医疗收入", { name: "100元医疗收入", ...plain }],
  ["当前任务", { name: "当前任务", ...plain }],
  ["GDP growth rate (%)", { name: "GDP growth rate", unit: "%", ...plain }],
  ["", { name: "", ...plain }],
];

test.each(headers)("%j is read", (text, header) => {
  expect(readHeader(text)).toEqual(header);
});

test.each([
  ["上年医疗收入（万元）", "上年医疗收入"],
  ["医疗支出（不含药品）（元）", "医疗支出（不含药品）"],
])("%s without its unit is %s", (text, name) => {
  expect(withoutUnit(text)).toBe(name);
});

test.each<[string, number | undefined, "this" | "last" | undefined]>([
  ["本年", undefined, "this"],
  ["当年", undefined, "this"],
  ["去年同期", undefined, "last"],
  ["上期", undefined, "last"],
  ["2024年", undefined, undefined],
  ["2024年", 2025, "last"],
  ["2025年", 2025, "this"],
  ["2023年", 2025, undefined],
  ["上上年", undefined, undefined],
])("%s, where this year is %s, is the side %s", (period, thisYear, side) => {
  expect(periodSide(period, thisYear)).toBe(side);
});

test.each(["（", "(2025年", "本年", "万元/", "1.", "①", "上年同期（万"])("100,000 characters of %s take linear time", (part) => {
  expectLinearTime(() => readHeader(part.repeat(Math.ceil(100_000 / part.length))));
  expectLinearTime(() => Array.from({ length: 2000 }, () => readHeader(part.repeat(Math.floor(200 / part.length)))));
});

import { cellRange } from "../../../src/core/workbook";
import type { IndicatorEntry, IndicatorPlace, PlaceList } from "../../../src/ui/indicators/indicator-parts";

/** Places that are all there. */
export function placeList(places: readonly IndicatorPlace[]): PlaceList {
  const at = (index: number): IndicatorPlace => {
    const place = places[index];
    if (place === undefined) throw new Error(`no place ${index}`);
    return place;
  };
  return {
    count: places.length,
    flagged: places.flatMap(({ findings }, index) => (findings.length > 0 ? [index] : [])),
    at,
    rangeAt: (index) => at(index).range,
    labelAt: (index) => at(index).label,
    valueAt: (index) => at(index).value,
    targetAt: (index) => at(index).target,
    previousAt: (index) => at(index).previous,
    findingsAt: (index) => at(index).findings,
  };
}

const place = (row: number, label: string, rest: Partial<IndicatorPlace> & Pick<IndicatorPlace, "shown">): IndicatorPlace => ({ range: cellRange("指标监测表", row, 6), label, findings: [], ...rest });

/** Three indicators as a county would have them: one wrong, one missed, one of our own reading. */
export const threeEntries: readonly IndicatorEntry[] = [
  {
    id: "入园率",
    name: "学前三年毛入园率",
    category: "教育",
    unit: "%",
    definition: "在园幼儿总数/学龄前三年人口数×100%",
    source: "教育事业统计手册",
    certainty: "official",
    places: placeList([place(2, "云溪市 · 2025年", { value: 93.4, shown: "93.40", target: { text: "≥92%", value: 92, isMet: true }, previous: 91.8 })]),
  },
  {
    id: "转诊率",
    name: "上级医院向基层转诊率",
    category: "医疗",
    unit: "%",
    definition: "转诊率(%)=(下转人次-退回人次)/出院人次×100%",
    source: "",
    certainty: "own",
    note: "退回人次按季度报表填。",
    places: placeList([
      place(3, "云溪市 · 2025年", { value: 3.2, shown: "3.20", target: { text: "5%以上", value: 5, isMet: false }, previous: 2.6, findings: [{ severity: "info", rule: "meet-target", message: { zh: "离目标 5%以上 还差 1.8 个百分点", en: "1.8 points below the target 5%以上" } }] }),
      place(4, "云溪市 · 2026年", { shown: "", findings: [] }),
    ]),
  },
  {
    id: "回收率",
    name: "农村生活垃圾资源化回收率",
    category: "环境",
    unit: "%",
    definition: "回收量/清运量×100%",
    source: "指标监测表 K6",
    certainty: "workbook",
    places: placeList([
      place(5, "东坪镇 · 2025年", { value: 41.2, shown: "41.20", target: { text: "35%", value: 35, isMet: true }, previous: 38.5 }),
      place(6, "西坪镇 · 2025年", { value: 8_320, shown: "8320.00", target: { text: "35%", value: 35 }, previous: 33, computes: "清运量÷回收量×10000", findings: [{ severity: "error", rule: "valid-indicator-formula", message: { zh: "这里算的是 清运量 ÷ 回收量，分子分母颠倒，应为 回收量 ÷ 清运量 × 100%", en: "Computed here is 清运量 ÷ 回收量: numerator and denominator are swapped" } }, { severity: "warning", rule: "consistent-definition", message: { zh: "同一列里的口径写法不一致", en: "The definitions of this column differ" } }] }),
      place(7, "南坪镇 · 2025年", { value: 33.9, shown: "33.90", target: { text: "35%", value: 35, isMet: false }, previous: 36.4 }),
    ]),
  },
];

/** One indicator in very many counties, some of them with findings. */
export function countyEntry(id: string, name: string, counties: number): IndicatorEntry {
  const places = Array.from({ length: counties }, (_, index): IndicatorPlace => {
    const value = Math.round((62 + 16 * Math.sin(index * 1.7) + 9 * Math.sin(index * 0.37) + (index % 13) * 0.9) * 100) / 100;
    const isWrong = index % 250 === 17;
    return {
      range: cellRange("县域", index + 2, 5),
      label: `第${index + 1}县 · 2025年`,
      value: isWrong ? value * 100 : value,
      shown: (isWrong ? value * 100 : value).toFixed(2),
      target: { text: "65%", value: 65, ...(isWrong ? {} : { isMet: value >= 65 }) },
      previous: Math.round((value - 3 + (index % 7)) * 100) / 100,
      findings: isWrong ? [{ severity: "error", rule: "valid-percent-scale", message: { zh: "多乘了 100：百分号格式里已经有一个", en: "A hundred times too much: the format has one already" } }] : [],
    };
  });
  return { id, name, category: "医疗", unit: "%", definition: "县域内就诊人次/参保人员就诊总人次×100%", source: "医共体监测指标体系", certainty: "similar", places: placeList(places) };
}

/** So many entries: the three, one of three thousand counties, then as many small ones as are asked for. */
export function entriesFor(count: number): readonly IndicatorEntry[] {
  if (count <= threeEntries.length) return threeEntries.slice(0, count);
  const small = Array.from({ length: count - 4 }, (_, index): IndicatorEntry => {
    const [first] = threeEntries;
    if (first === undefined) throw new Error("no entry to take after");
    return { ...first, id: `small ${index}`, name: `第${index + 1}项指标`, places: placeList([place(index + 20, "云溪市 · 2025年", { value: index % 100, shown: `${index % 100}.00` })]) };
  });
  return [...threeEntries, countyEntry("就诊率", "县域内就诊率", 3000), ...small];
}

import { keysOf } from "../../src/formula/expression";
import { compareDefinitions } from "../../src/indicators/compare-definitions";
import { parseDefinition } from "../../src/indicators/definition";
import { makeDictionary } from "../../src/indicators/dictionary";
import { indicators } from "../../src/indicators/dictionary/index";
import type { Indicator } from "../../src/indicators/indicator";
import { matchTerm } from "../../src/indicators/match-term";
import { relations } from "../../src/indicators/relations";
import { workbook } from "../support/sheet";

const dictionary = makeDictionary(workbook("甲"));

/** File → a name as a sheet has it, and headers as its sheets have them, one a term. */
const sheets: Readonly<Record<string, readonly [name: string, ...headers: string[]]>> = {
  "admin-staff-ratio": ["行政后勤人员占比（%）", "行政后勤人员", "职工总数（人）"],
  "avg-los": ["出院者平均住院日（天）", "出院者占用床日数", "出院人次"],
  "balanced-hospital-ratio": ["实现收支平衡的公立医院占公立医院总数的比例(%)", "收支平衡的公立医院数（家）", "公立医院数"],
  cmi: ["病例组合指数（CMI）", "DRG总权重", "入组病例数"],
  "complication-rate": ["手术患者并发症发生率", "手术并发症例数", "同期手术患者人数"],
  "cost-per-100-income": ["百元医疗收入的医疗支出（不含药品）", "医疗支出（万元）", "药品支出（万元）", "医疗收入（万元）", "药品收入（万元）"],
  "county-inpatient-ratio": ["县域内住院人次占比", "县域内住院人次数", "住院总人次"],
  "county-visit-rate": ["县域内就诊率（%）", "县域内门急诊人次", "门急诊总人次"],
  "cross-prov-ratio": ["跨省就医占比", "跨省就医人次", "就医总人次"],
  "daysurgery-ratio": ["日间手术占择期手术比例", "日间手术台次", "择期手术台次"],
  "debt-asset-ratio": ["资产负债率（%）", "负债总额（万元）", "资产总额（万元）"],
  "dip-fee-ratio": ["按DIP付费的住院费用比例", "按DIP付费的住院费用", "住院总费用"],
  "doctor-nurse-ratio": ["公立医院医护比", "注册医师数", "注册护士数"],
  "emr-level": ["电子病历系统应用水平分级"],
  "energy-per-10k": ["万元收入能耗支出", "总能耗支出", "总收入"],
  "fiscal-subsidy-ratio": ["财政补助收入占总支出比重", "财政拨款收入", "费用合计"],
  "fixed-pay-ratio": ["人员薪酬中固定部分占比", "固定薪酬（万元）", "薪酬总额（万元）"],
  "fund-county-ratio": ["医保基金县域内支出率", "医保基金县域内支出（万元）", "医保基金支出总额（万元）"],
  "ip-fee-growth": ["住院次均费用增长率", "本年次均住院费用", "上年次均住院费用"],
  "ip-satisfaction": ["住院患者满意度（%）"],
  "longterm-debt-ratio": ["长期负债占总资产的比例", "长期负债", "资产总计"],
  "material-cost-ratio": ["物耗占比", "物耗成本", "医疗成本合计"],
  "medical-cost-growth": ["医疗费用增幅", "本年医疗费用", "上年医疗费用"],
  "mgmt-fee-ratio": ["管理费用率(%)", "管理费用", "业务总费用"],
  "op-fee-growth": ["次均门诊费用增长率", "今年门诊次均费用", "去年门诊次均费用"],
  "op-ip-ratio": ["门诊人次与出院人次之比", "门诊总人次", "出院人次数"],
  "op-satisfaction": ["门诊患者满意度"],
  "personnel-cost-ratio": ["人员经费占比", "人员经费", "业务支出"],
  "primary-visit-ratio": ["基层诊疗量占比", "基层医疗卫生机构诊疗人次", "总诊疗人次"],
  "prov-visit-rate": ["省域内住院率", "省内住院人次", "参保人员住院总人次"],
  "service-income-ratio": ["医疗服务收入占医疗收入的比例", "医疗服务收入（万元）", "医疗收入合计（万元）"],
  "staff-satisfaction": ["公立医院职工满意度"],
  "surgery-ratio": ["出院患者手术占比", "手术台次数", "出院患者人次数"],
  "surgery-ratio-34": ["三四级手术占比", "三、四级手术台次", "手术总台次"],
};

async function load(file: string): Promise<Indicator> {
  return ((await import(`../../src/indicators/dictionary/${file}`)) as { default: Indicator }).default;
}

test.each(Object.entries(sheets))("%s is found by name, and its terms by headers", async (file, [name, ...headers]) => {
  const indicator = await load(file);
  expect(dictionary.find(name)).toBe(indicator);
  expect(indicator.terms).toHaveLength(headers.length);
  expect(headers.map((header) => matchTerm(header, indicator.terms)?.name)).toEqual(indicator.terms.map((term) => term.name));
});

test.each(indicators)("$name holds together", (indicator) => {
  expect(dictionary.find(indicator.name)).toBe(indicator);
  for (const alias of indicator.aliases ?? []) expect([alias, dictionary.find(alias)?.name]).toEqual([alias, indicator.name]);
  for (const { expression, terms } of [indicator, ...(indicator.alternatives ?? [])]) {
    if (expression === undefined) continue;
    expect([...keysOf(expression)].sort()).toEqual(terms.map(({ name }) => name).sort());
    for (const term of terms) for (const name of [term.name, ...(term.aliases ?? [])]) expect([name, matchTerm(name, terms)?.name]).toEqual([name, term.name]);
  }
  if (indicator.isShare === true) expect(indicator.hard).toEqual({ min: 0, max: 100 });
});

test.each(indicators.filter(({ expression }) => expression !== undefined))("$name computes what its formula says", (indicator) => {
  const written = parseDefinition(indicator.formula);
  expect(written === undefined ? undefined : compareDefinitions(written, indicator)).toBe("same");
});

test("no two share a name or an alias", () => {
  const names = indicators.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test("relations speak of indicators in the dictionary", () => {
  const known = new Set(indicators.map(({ name }) => name));
  for (const relation of relations) {
    const named = Object.entries(relation).flatMap(([key, value]: [string, unknown]) => (key === "kind" ? [] : [value].flat()));
    for (const value of named) if (typeof value === "string") expect(known).toContain(value);
  }
});

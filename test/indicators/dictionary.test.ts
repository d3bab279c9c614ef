import { makeDictionary } from "../../src/indicators/dictionary";
import { sheet, workbook } from "../support/sheet";
import { expectLinearTime } from "../support/linear-time";

const dictionary = makeDictionary(workbook("姓名 | 电话"));

test.each([
  ["县域就诊率(%)", "县域就诊率"],
  ["县域内就诊率", "县域就诊率"],
  ["XX县县域内就诊率（%）", "县域就诊率"],
  ["宁安市县域就诊率", "县域就诊率"],
  ["2025年县域就诊率(%)", "县域就诊率"],
  ["2.公立医院医护比(%)", "公立医院医护比"],
  ["全市公立医院资产负债率", "公立医院资产负债率"],
  ["三级公立医院医疗费用增长率(%)", "公立医院医疗费用增长率"],
  ["门诊次均费用增长率", "公立医院次均门诊费用增长率"],
  ["医保基金县域内支出率(不含药店)(%)", "医保基金县域内支出率(不含药店)"],
  ["医保基金县域内支出率(不含药品)(%)", "医保基金县域内支出率(不含药店)"],
  ["医保基金县域内支出率", "医保基金县域内支出率(不含药店)"],
  ["出院患者三级、四级手术占比", "公立医院出院患者三、四级手术比例"],
  ["出院患者手术占比", "公立医院出院患者手术占比"],
  ["百元医疗收入的医疗支出（元）", "公立医院百元医疗收入的医疗支出(不含药品)"],
  ["CMI", "医院病例组合指数(CMI)值"],
  ["门诊病人满意度", "公立医院门诊患者满意度"],
  ["公立医院人员支出占业务支出的比重", "公立医院人员支出占业务支出的比例"],
])("%s is found as %s", (name, indicator) => {
  expect(dictionary.find(name)?.name).toBe(indicator);
});

test.each(["市域内就诊率", "住院率", "护士满意度", "出院人次数与门诊人次数比", "森林覆盖率", "人均生产总值增长率", "就诊率", "占比", "", "县域"])("%s is not in it", (name) => {
  expect(dictionary.find(name)).toBeUndefined();
});

test.each([
  ["县域就珍率", "县域就诊率"],
  ["资产负责率", "公立医院资产负债率"],
  ["门诊患者满亿度", "公立医院门诊患者满意度"],
  ["市域就诊率", undefined],
  ["住院医师满意度", undefined],
  ["森林覆盖率", undefined],
])("nearest to %s is %s", (name, indicator) => {
  expect(dictionary.near(name)?.name).toBe(indicator);
});

const own = sheet(
  `
  本县指标口径
  指标名称 | 计算公式 | 计量单位 | 别名 | 分子 | 分母 | 方向 | 下限 | 上限
  县域就诊率(%) | | % | 县内看病率 | 县域内门急诊人次 | 门急诊总人次 | 越高越好 | 60 | 100%
  家庭医生签约率 | 签约率(%)=签约人数/常住人口数×100% | % | 签约率、家医签约率 | | | 正向 | 0 | 100
  药占比 | | % | | | | 逆向 | |
  公立医院平均住院日 | 出院患者住院天数/出院人次 | 天 | | | | | |
  `,
  { name: "指标字典", visibility: "hidden" },
);
const withOwn = makeDictionary(workbook("姓名", own));

test("a workbook's own entry overrules the built-in one and keeps what it leaves open", () => {
  const found = withOwn.find("县内看病率");
  expect(found).toMatchObject({ name: "县域就诊率", certainty: "workbook", source: "指标字典!A3", hard: { min: 60, max: 100 }, isShare: true, formula: "县域内门急诊人次/门急诊总人次×100%" });
  expect(found?.terms.map(({ name }) => name)).toEqual(["县域内门急诊人次", "门急诊总人次"]);
  expect(found?.terms[0]?.aliases).toContain("参保人员县域内门急诊人次");
  expect(withOwn.find("县域就诊率")).toBe(found);
  expect(withOwn.indicators.filter(({ name }) => name === "县域就诊率")).toHaveLength(1);
});

test("an entry may be new, or define nothing", () => {
  expect(withOwn.find("全县家医签约率(%)")).toMatchObject({ name: "家庭医生签约率", unit: "%", direction: "higher", certainty: "workbook", terms: [{ name: "签约人数" }, { name: "常住人口数" }] });
  expect(withOwn.find("药占比")).toMatchObject({ unit: "%", direction: "lower", terms: [] });
  expect(withOwn.find("平均住院日")?.formula).toBe("出院患者住院天数/出院人次");
  expect(withOwn.own).toHaveLength(4);
});

test("the dictionary of the same sheets is the same", () => {
  expect(makeDictionary(workbook("另一张表", own))).toBe(withOwn);
  expect(makeDictionary(workbook("甲"))).toBe(dictionary);
  expect(makeDictionary(workbook(sheet("指标名称 | 单位\n 甲率 | %", { name: "指标字典" }))).own).toHaveLength(1);
});

test("long names take linear time", () => {
  for (const name of ["县域".repeat(50_000), "（".repeat(100_000), "全市".repeat(60)]) {
    expectLinearTime(() => dictionary.find(name));
    expectLinearTime(() => dictionary.near(name));
  }
});

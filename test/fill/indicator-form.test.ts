import { applySteps } from "../../src/core/apply-steps";
import type { AddSheet } from "../../src/core/edit";
import { mergeInTheWay } from "../../src/core/sheet-layout";
import { isFormula, overlaps, type CellContent } from "../../src/core/workbook";
import { guardedFormula } from "../../src/fill/guarded-formula";
import { formulaText } from "../../src/formula/write-expression";
import { indicatorForm, type IndicatorFormOptions } from "../../src/fill/indicator-form";
import { atom, numberOf, product, quotient, sum, type Expression } from "../../src/formula/expression";
import type { Indicator } from "../../src/indicators/indicator";
import { workbook } from "../support/sheet";
import { madeUpIndicators } from "../ui/indicators/made-up-indicators";

const [a, b, c] = ["甲", "乙", "丙"].map(atom) as [Expression, Expression, Expression];
const minus = (part: Expression): Expression => product(numberOf(-1), part);
const cells: Readonly<Record<string, string>> = { 甲: "F3", 乙: "G3", 丙: "H3" };
const addressOf = (term: string): string => cells[term] ?? term;

test.each([
  [quotient(a, b), "F3/G3"],
  [product(quotient(a, b), numberOf(100)), "F3/G3*100"],
  [product(numberOf(10_000), quotient(a, b)), "F3/G3*10000"],
  [quotient(product(a, numberOf(100)), b), "F3*100/G3"],
  [product(quotient(sum(a, minus(b)), b), numberOf(100)), "(F3-G3)/G3*100"],
  [quotient(a, sum(b, c)), "F3/(G3+H3)"],
  [quotient(a, product(b, c)), "F3/(G3*H3)"],
  [quotient(quotient(a, b), c), "F3/G3/H3"],
  [quotient(a, quotient(b, c)), "F3/(G3/H3)"],
  [sum(minus(a), b), "-F3+G3"],
  [sum(a, minus(sum(b, c))), "F3-(G3+H3)"],
  [sum(quotient(a, b), numberOf(-1)), "F3/G3-1"],
  [product(sum(quotient(a, b), numberOf(-1)), numberOf(100)), "(F3/G3-1)*100"],
  [product(a, sum(b, c)), "F3*(G3+H3)"],
  [sum(a, product(numberOf(-2), b)), "F3+G3*(-2)"],
])("%j is written %s", (expression, text) => {
  expect(formulaText(expression, addressOf)).toBe(text);
});

test.each([
  [product(quotient(a, b), numberOf(100)), '=IF(OR(F3="",G3="",G3=0),"",ROUND(F3/G3*100,2))'],
  [quotient(sum(a, b), sum(b, c)), '=IF(OR(F3="",G3="",H3="",G3+H3=0),"",ROUND((F3+G3)/(G3+H3),2))'],
  [sum(a, minus(b)), '=IF(OR(F3="",G3=""),"",ROUND(F3-G3,2))'],
  [numberOf(12), "=ROUND(12,2)"],
  [quotient(a, numberOf(12)), '=IF(OR(F3=""),"",ROUND(F3/12,2))'],
])("%j is guarded against what is missing or 0", (expression, formula) => {
  expect(guardedFormula(expression, addressOf).formula).toBe(formula);
});

const texts = (line: readonly CellContent[]): (string | number | boolean | null)[] => line.map((content) => (isFormula(content) ? content.formula : typeof content === "object" ? null : content));
const form = (options: Partial<IndicatorFormOptions> = {}, indicators: readonly Indicator[] = madeUpIndicators): AddSheet => indicatorForm(indicators, { sheet: "指标监测表", title: "云溪市指标监测表", withTargets: true, ...options });
const named = (...names: readonly string[]): Indicator[] => madeUpIndicators.filter(({ name }) => names.includes(name));

describe("one row an indicator", () => {
  test("a ratio has its two terms beside it, in the categories' order", () => {
    expect(form({ period: "2025年" }, named("垃圾分类达标小区占比", "每万人口健身场地数", "户均清运费")).cells.map(texts)).toEqual([
      ["云溪市指标监测表（2025年）"],
      ["序号", "指标类别", "指标名称", "计量单位", "分子", "分母", "指标值", "目标值", "上年值", "计算公式", "数据来源", "备注"],
      [1, "环境", "垃圾分类达标小区占比", "%", null, null, '=IF(OR(E3="",F3="",F3=0),"",ROUND(E3/F3*100,2))', null, null, "垃圾分类达标小区占比(%)=达标小区数/小区总数×100%", null, "口径依据：云溪市垃圾分类考核办法"],
      [2, null, "户均清运费", "元", null, null, '=IF(OR(E4="",F4="",F4=0),"",ROUND(E4/F4,2))', null, null, "户均清运费(元)=清运总费用/户数", null, "口径待确认"],
      [3, "民生", "每万人口健身场地数", "个", null, null, '=IF(OR(E5="",F5="",F5=0),"",ROUND(E5/F5*10000,2))', null, null, "每万人口健身场地数(个)=健身场地数/常住人口×10000", null, "口径依据：体育统计"],
    ]);
  });

  test("what is no ratio of two terms has its terms in a table below", () => {
    expect(form({ withTargets: false }, named("图书借阅量增长率", "文明城区等级")).cells.map(texts)).toEqual([
      ["云溪市指标监测表"],
      ["序号", "指标类别", "指标名称", "计量单位", "指标值", "计算公式", "数据来源", "备注"],
      [1, "民生", "图书借阅量增长率", "%", '=IF(OR(E7="",E8="",E8=0),"",ROUND((E7-E8)/E8*100,2))', "图书借阅量增长率(%)=(本年借阅量-上年借阅量)/上年借阅量×100%", null, "口径待确认"],
      [2, null, "文明城区等级", "级", null, null, null, "口径依据：评审结果"],
      [],
      ["序号", "用于", "基础数据", "计量单位", "数值"],
      [1, "第1项", "本年借阅量", null],
      [2, "第1项", "上年借阅量", null],
    ]);
  });

  test("values and last year's have their format, a level none", () => {
    const formats = form({}, named("师生比", "户均清运费", "文明城区等级")).layout?.formats;
    expect(formats?.map(({ range, format }) => `${range.top + 1} ${format}`)).toEqual(["3 #,##0.00", "3 #,##0.00", '4 "1:"0.00', '4 "1:"0.00']);
  });
});

describe("one row an entity", () => {
  const entities = ["青石县", "白沙县", "临江区"];

  test("each term once, then each indicator; inputs are summed, ratios taken of the sums", () => {
    expect(form({ entities }, named("垃圾分类达标小区占比", "有物业小区占比")).cells.map(texts)).toEqual([
      ["云溪市指标监测表"],
      ["序号", "地区", "达标小区数", "小区总数", "有物业小区数", "垃圾分类达标小区占比(%)", "有物业小区占比(%)"],
      ...[3, 4, 5].map((row) => [row - 2, entities[row - 3], null, null, null, `=IF(OR(C${row}="",D${row}="",D${row}=0),"",ROUND(C${row}/D${row}*100,2))`, `=IF(OR(E${row}="",D${row}="",D${row}=0),"",ROUND(E${row}/D${row}*100,2))`]),
      [null, "合计", "=SUM(C3:C5)", "=SUM(D3:D5)", "=SUM(E3:E5)", '=IF(OR(C6="",D6="",D6=0),"",ROUND(C6/D6*100,2))', '=IF(OR(E6="",D6="",D6=0),"",ROUND(E6/D6*100,2))'],
      [null, "目标值"],
      [],
      ["垃圾分类达标小区占比(%)=达标小区数/小区总数×100%"],
      ["有物业小区占比(%)=有物业小区数/小区总数×100%"],
    ]);
  });

  test.each([
    [["青石县", "临江区"], "地区"],
    [["市第一医院", "市中医院"], "单位"],
    [["青石县", "市中医院"], "单位"],
  ])("%j stand under %s", (names, header) => {
    expect(form({ entities: names }).cells[1]?.[1]).toBe(header);
  });

  test("a level is typed in for each and has no total", () => {
    const { cells: lines } = form({ entities, withTargets: false }, named("文明城区等级"));
    expect(lines.slice(2).map(texts)).toEqual([[1, "青石县", null], [2, "白沙县", null], [3, "临江区", null], [null, "合计", null]]);
  });
});

test.each([
  ["rows", {}],
  ["rows without targets", { withTargets: false }],
  ["entities", { entities: ["青石县", "白沙县"] }],
  ["one entity without targets", { entities: ["青石县"], withTargets: false }],
])("as %s the layout fits together and every formula points into the sheet", (_, options) => {
  const edit = form(options);
  const { layout } = edit;
  expect(mergeInTheWay(layout, edit.cells)).toBeUndefined();
  for (const areas of [layout?.looks ?? [], layout?.formats ?? []]) {
    expect(areas.filter(({ range }, index) => areas.slice(0, index).some((other) => overlaps(range, other.range)))).toEqual([]);
  }
  const width = layout?.widths.length ?? 0;
  expect(edit.cells.every((line) => line.length <= width)).toBe(true);
  const referred = edit.cells.flatMap((line) => line.flatMap((content) => (isFormula(content) ? [...content.formula.matchAll(/([A-Z]+)(\d+)/g)] : [])));
  expect(referred.every(([, , row]) => Number(row) >= 3 && Number(row) <= edit.cells.length)).toBe(true);
  expect(applySteps(workbook("A | B"), [edit]).worksheets.map(({ name }) => name)).toContain("指标监测表");
});

test.each([
  ["no indicators", {}, []],
  ["no indicators for entities", { entities: ["青石县"] }, []],
])("%s: a title and a header, and nothing breaks", (_, options, indicators: readonly Indicator[]) => {
  const edit = form(options, indicators);
  expect(mergeInTheWay(edit.layout, edit.cells)).toBeUndefined();
});

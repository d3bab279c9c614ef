import { describeSeries, drawnBook, seriesIn } from "../support/series";

type Example = { readonly name: string; readonly sheet: string; readonly others?: Readonly<Record<string, string>>; readonly expected: readonly string[] };

const inRows: readonly Example[] = [
  {
    name: "分子 and 分母 stand for whatever the definition divides",
    sheet: "指标名称 | 分子 | 分母 | 指标值\n 县域就诊率(%) | 880 | 1000 | 88\n 亮灯率(%) | 95 | 100 | 95",
    expected: ["县域就诊率(%) D2 分子=B2(numerator) 分母=C2(denominator)", "亮灯率(%) D3 分子=B3(numerator) 分母=C3(denominator)"],
  },
  {
    name: "each year has its own",
    sheet: "指标 | 2023年 | < | < | 2024年 | < | <\n ^ | 分子 | 分母 | 指标值 | 分子 | 分母 | 指标值\n 县域就诊率 | 860 | 1000 | 86 | 880 | 1000 | 88",
    expected: ["县域就诊率 D3 分子=B3(numerator) 分母=C3(denominator)", "县域就诊率 G3 分子=E3(numerator) 分母=F3(denominator)"],
  },
  {
    name: "items of another sheet, in their own units",
    sheet: "指标 | 计量单位 | 指标值\n 县域就诊率 | % | 88\n 资产负债率 | % | 45",
    others: { 台账: "项目 | 单位 | 数值\n 县域内门急诊人次 | 万人次 | 8.8\n 门急诊总人次 | 人次 | 100000\n 负债总额（万元） | | 45\n 资产总额（万元） | | 100" },
    expected: ["县域就诊率 C2 参保人员县域内门急诊人次=台账!C2×10000(numerator) 参保人员门急诊总人次=台账!C3(denominator)", "资产负债率 C3 负债合计=台账!C4×10000(numerator) 资产合计=台账!C5×10000(denominator)"],
  },
  {
    name: "items of the sheet itself, above the indicators",
    sheet: "指标 | 计量单位 | 指标值\n 负债合计 | 万元 | 45\n 资产合计 | 万元 | 100\n 资产负债率 | % | 45",
    expected: ["资产负债率 C4 负债合计=C2×10000(numerator) 资产合计=C3×10000(denominator)"],
  },
  {
    name: "of several years the value's own",
    sheet: "指标 | 2023年 | 2024年\n 资产负债率(%) | 44 | 45",
    others: { 台账: "科目 | 2023年 | 2024年\n 负债合计 | 44 | 45\n 资产合计 | 100 | 100" },
    expected: ["资产负债率(%) B2 负债合计=台账!B2(numerator) 资产合计=台账!B3(denominator)", "资产负债率(%) C2 负债合计=台账!C2(numerator) 资产合计=台账!C3(denominator)"],
  },
  {
    name: "what stands there twice is nobody's input",
    sheet: "指标 | 指标值\n 资产负债率(%) | 45",
    others: { 一季度: "科目 | 金额\n 负债合计 | 45\n 资产合计 | 100", 二季度: "科目 | 金额\n 负债合计 | 46\n 资产合计 | 100" },
    expected: ["资产负债率(%) B2 nothing computed"],
  },
  {
    name: "one input is not enough",
    sheet: "指标 | 指标值\n 资产负债率(%) | 45",
    others: { 台账: "科目 | 金额\n 负债合计 | 45" },
    expected: ["资产负债率(%) B2 nothing computed"],
  },
  { name: "a level that is awarded", sheet: "指标 | 指标值\n 电子病历应用功能水平分级 | 5", expected: ["电子病历应用功能水平分级 B2 nothing computed"] },
  { name: "a name nobody knows, without 分子 and 分母", sheet: "指标 | 指标值\n 群众幸福程度 | 5", expected: [] },
  {
    name: "what the row's own remark defines",
    sheet: "指标 | 指标值 | 备注\n 亮灯率 | 95 | 亮灯率=亮灯盏数/路灯总盏数×100%",
    others: { 普查: "项目 | 数量\n 亮灯盏数 | 950\n 路灯总盏数 | 1000" },
    expected: ["亮灯率 B2 亮灯盏数=普查!B2(numerator) 路灯总盏数=普查!B3(denominator)"],
  },
];

const inColumns: readonly Example[] = [
  {
    name: "columns of a county's row, whatever stands between",
    sheet: "县区 | 县域内门急诊人次（万人次） | 备注 | 门急诊总人次 | 县域就诊率(%)\n 甲县 | 8.8 | | 100000 | 88",
    expected: ["县域就诊率(%) E2 参保人员县域内门急诊人次=B2×10000(numerator) 参保人员门急诊总人次=D2(denominator)"],
  },
  {
    name: "two indicators share an input",
    sheet: "医院 | 长期负债 | 负债合计 | 资产合计 | 资产负债率(%) | 长期负债率(%)\n 甲院 | 20 | 45 | 100 | 45 | 20",
    expected: ["资产负债率(%) E2 负债合计=C2(numerator) 资产合计=D2(denominator)", "长期负债率(%) F2 长期负债=B2(numerator) 总资产=D2(denominator)"],
  },
  {
    name: "分子 and 分母 under the indicator's name",
    sheet: "县区 | 县域就诊率 | < | < | 县域内住院人次占比 | < | <\n ^ | 分子 | 分母 | 指标值(%) | 分子（万人次） | 分母（万人次） | 指标值(%)\n 甲县 | 880 | 1000 | 88 | 8 | 10 | 80",
    expected: ["县域就诊率 D3 参保人员县域内门急诊人次=B3(numerator) 参保人员门急诊总人次=C3(denominator)", "县域内住院人次占比 G3 参保人员县域内住院人次=E3×10000(numerator) 参保人员住院总人次=F3×10000(denominator)"],
  },
  {
    name: "this year's and last year's",
    sheet: "医院 | 2024年医疗收入 | 2023年医疗收入 | 医疗费用增长率(%)\n 甲院 | 110 | 100 | 10",
    expected: ["医疗费用增长率(%) D2 本年医疗收入=B2(term) 上年医疗收入=C2(denominator)"],
  },
  {
    name: "the same, under a year that the value names, among three",
    sheet: "医院 | 2022年医疗收入 | 2023年医疗收入 | 2024年医疗收入 | 2023年医疗费用增长率(%)\n 甲院 | 95 | 100 | 110 | 5.3",
    expected: ["2023年医疗费用增长率(%) E2 上年医疗收入=B2(denominator) 本年医疗收入=C2(term)"],
  },
  {
    name: "the same under grouped headers",
    sheet: "医院 | 医疗收入（万元） | < | 医疗费用增长率(%)\n ^ | 2024年 | 2023年 | ^\n 甲院 | 110 | 100 | 10",
    expected: ["医疗费用增长率(%) D3 本年医疗收入=B3×10000(term) 上年医疗收入=C3×10000(denominator)"],
  },
  {
    name: "the finer quantities where those of the definition are not there",
    sheet: "医院 | 医疗支出（不含药品） | 医疗收入（不含药品） | 百元医疗收入的医疗支出（不含药品）（元）\n 甲院 | 98 | 100 | 98",
    expected: ["百元医疗收入的医疗支出（不含药品）（元） D2 医疗支出（不含药品）=B2(numerator) 医疗收入（不含药品）=C2(denominator)"],
  },
  { name: "a target's and last year's columns of the same name are none", sheet: "县区 | 县域就诊率(%) | 县域就诊率目标(%) | 上年县域就诊率(%)\n 甲县 | 88 | 90 | 87", expected: ["县域就诊率(%) B2 nothing computed"] },
  {
    name: "a note under the table defines what the workbook's dictionary only names",
    sheet: "街道 | 接入泊位数 | 泊位总数 | 泊位接入率(%)\n 甲 | 30 | 90 | 33.3\n 注：泊位接入率=接入泊位数/泊位总数×100% | | |",
    others: { 指标字典: "指标名称 | 计量单位\n 泊位接入率 | %" },
    expected: ["泊位接入率(%) D2 接入泊位数=B2(numerator) 泊位总数=C2(denominator)"],
  },
];

test.each([...inRows, ...inColumns])("$name", ({ sheet, others, expected }) => {
  const found = seriesIn(drawnBook(sheet, others)).filter(({ table }) => table.sheet === "Sheet1");
  expect(found.map(describeSeries)).toEqual(expected);
});

test("totals are told from places", () => {
  const [series] = seriesIn(drawnBook("县区 | 县域就诊率(%)\n 甲县 | 88\n 小计 | 88\n 乙县 | 87\n 全市平均 | 87.5\n 合  计 | 87.5"));
  expect([...(series?.totals ?? [])].map((row) => row + 1)).toEqual([3, 5, 6]);
});

test.each([
  ["县区 | 县域就诊率(%)\n 甲县 | 88", "hundred"],
  ["县区 | 县域就诊率\n 甲县 | 88", "open"],
  ["县区 | 平均住院日\n 甲县 | 8", "none"],
  ["指标 | 计量单位 | 指标值\n 县域就诊率 | ％ | 88", "hundred"],
  ["指标 | 指标值(%)\n 县域就诊率 | 88", "hundred"],
  ["指标 | 指标值\n 县域就诊率 | 88", "open"],
  ["指标 | 计量单位 | 指标值\n 平均住院日 | 天 | 8", "none"],
  ["指标 | 指标值\n 公立医院医护比(%) | 70", "hundred"],
])("the scale that %j writes shares in is %s", (text, scale) => {
  expect(seriesIn(drawnBook(text)).map(({ shareScale }) => shareScale)).toEqual([scale]);
});

test.each([
  ["指标 | 指标值\n 县域就诊率 | 88", true],
  // our own reading of a name, and a ratio that may be read either way round
  ["指标 | 指标值\n 管理费用率 | 9", false],
  ["指标 | 指标值\n 医护比 | 1.4", false],
  ["指标 | 分子 | 分母 | 指标值\n 管理费用率(%) | 9 | 100 | 9", true],
  ["指标 | 指标值 | 计算公式\n 管理费用率(%) | 9 | 管理费用/业务总费用×100%", true],
])("whether a wrong formula of %j may be called so: %j", (text, isCertain) => {
  expect(seriesIn(drawnBook(text)).map((series) => series.isCertain)).toEqual([isCertain]);
});

test("a year's target and the year before it, else what names no year", () => {
  const columns = (text: string): unknown[] => seriesIn(drawnBook(text)).map(({ column, target, previous }) => [column, target?.column, previous?.column]);
  expect(columns("指标 | 2023年 | 2024年 | 目标值\n 县域就诊率 | 87 | 88 | 90")).toEqual([
    [1, undefined, undefined],
    [2, 3, 1],
  ]);
  expect(columns("指标 | 本年值 | 上年值 | 2024年目标值\n 县域就诊率 | 88 | 87 | 90")).toEqual([[1, 3, 2]]);
  expect(columns("指标 | 2024年 | 2024年目标 | 2025年目标 | 上年\n 县域就诊率 | 88 | 90 | 92 | 87")).toEqual([[1, 2, 4]]);
});

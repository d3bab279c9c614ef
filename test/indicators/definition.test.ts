import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import * as xlsx from "@e965/xlsx";
import { atom, numberOf, product, quotient, sum, type Expression } from "../../src/formula/expression";
import { compareDefinitions } from "../../src/indicators/compare-definitions";
import { parseDefinition, stringifyDefinition } from "../../src/indicators/definition";
import { expectLinearTime } from "../support/linear-time";

/** name[unit] = fully bracketed arithmetic; ~ where it is told in words. */
function show(text: string): string | undefined {
  const found = parseDefinition(text);
  if (found === undefined) return undefined;
  const left = found.name === undefined ? "" : `${found.name}${found.unit === undefined ? "" : `[${found.unit}]`} = `;
  return `${left}${draw(found.expression)}${found.isWorded === true ? " ~" : ""}`;
}

function draw(expression: Expression): string {
  if (expression.kind === "number") return String(expression.value);
  if (expression.kind === "atom") return expression.key;
  if (expression.kind === "quotient") return `(${draw(expression.over)} ÷ ${draw(expression.under)})`;
  return `(${expression.parts.map(draw).join(expression.kind === "sum" ? " + " : " · ")})`;
}

test.each([
  ["就业率(%)=就业人数/毕业生人数×100%", "就业率[%] = ((就业人数 ÷ 毕业生人数) · 100)"],
  ["就业率（％）＝就业人数÷毕业生人数＊100％", "就业率[%] = ((就业人数 ÷ 毕业生人数) · 100)"],
  ["就业人数／毕业生人数 × 100%", "((就业人数 ÷ 毕业生人数) · 100)"],
  ["就业人数/毕业生人数x100%", "((就业人数 ÷ 毕业生人数) · 100)"],
  ["就业人数✕100%÷毕业生人数", "((就业人数 · 100) ÷ 毕业生人数)"],
  ["就业人数/毕业生人数", "(就业人数 ÷ 毕业生人数)"],
  ["就业率：就业人数/毕业生人数×100%", "就业率 = ((就业人数 ÷ 毕业生人数) · 100)"],
  ["就业率是指就业人数÷毕业生人数", "就业率 = (就业人数 ÷ 毕业生人数)"],
  ["就业率为就业人数除以毕业生人数乘以100%", "就业率 = ((就业人数 ÷ 毕业生人数) · 100)"],
  ["计算公式：就业人数/毕业生人数×100%。数据取自教育事业统计，每年一报。", "((就业人数 ÷ 毕业生人数) · 100)"],
  ["数据取自教育事业统计。\n就业人数/毕业生人数×100%", "((就业人数 ÷ 毕业生人数) · 100)"],
  ["就业率=就业人数\n/毕业生人数\n×100%", "就业率 = ((就业人数 ÷ 毕业生人数) · 100)"],
  ["就业率=就业人数/毕业生人数×100%（含升学）", "就业率 = ((就业人数 ÷ 毕业生人数) · 100)"],
  ["就业率=就业人数/毕业生人数×100%，其中就业人数含升学", "就业率 = ((就业人数 ÷ 毕业生人数) · 100)"],
  ["（本年−上年）/上年×100%", "(((本年 + (-1 · 上年)) ÷ 上年) · 100)"],
  ["(2025年收入-2024年收入)/2024年收入*100%", "(((2025年收入 + (-1 · 2024年收入)) ÷ 2024年收入) · 100)"],
  ["A÷B×10000", "((A ÷ B) · 10000)"],
  ["③=①/②×100%", "③ = ((① ÷ ②) · 100)"],
  ["占比=A/B×100%，A为新能源车辆数，B为车辆总数", "占比 = ((新能源车辆数 ÷ 车辆总数) · 100)"],
  ["（甲类收入＋乙类收入）/总收入×100%", "(((甲类收入 + 乙类收入) ÷ 总收入) · 100)"],
  ["（三级+四级）手术台次数/手术总台次数", "((三级手术台次数 + 四级手术台次数) ÷ 手术总台次数)"],
  ["（三级+四级手术台次数）/手术总台次数", "((三级手术台次数 + 四级手术台次数) ÷ 手术总台次数)"],
  ["（辖区内）林地面积/国土面积×100%", "((（辖区内）林地面积 ÷ 国土面积) · 100)"],
  ["基金支出（不含药店）（万元）/基金总支出（万元）×100%", "((基金支出（不含药店） ÷ 基金总支出) · 100)"],
  ["指数=Σ(权重×病例数)/总病例数", "指数 = (Σ(权重×病例数) ÷ 总病例数)"],
  ["床护比=实有床位数:注册护士数", "床护比 = (实有床位数 ÷ 注册护士数)"],
  ["1-药品收入/医疗收入", "(1 + (-1 · (药品收入 ÷ 医疗收入)))"],
  ["床位数/常住人口×1000‰", "((床位数 ÷ 常住人口) · 1000)"],
  ["死亡人数/常住人口×10万", "((死亡人数 ÷ 常住人口) · 100000)"],
  ["1-6月收入/全年收入×100%", "((1-6月收入 ÷ 全年收入) · 100)"],
  ["总费用=门诊费用+住院费用", "总费用 = (门诊费用 + 住院费用)"],
  ["同比：（本月-上月）/上月×100%", "(((本月 + (-1 · 上月)) ÷ 上月) · 100)"],
  ["分子:就业人数/分母:毕业生人数", "(就业人数 ÷ 毕业生人数) ~"],
  ["分子：就业人数；分母：毕业生人数", "(就业人数 ÷ 毕业生人数) ~"],
  ["分子为就业人数，\n分母为毕业生人数", "(就业人数 ÷ 毕业生人数) ~"],
  ["就业率：分子：就业人数，分母：毕业生人数，×100%", "就业率 = ((就业人数 ÷ 毕业生人数) · 100)"],
  ["以就业人数为分子，以毕业生人数为分母", "(就业人数 ÷ 毕业生人数) ~"],
  ["门诊人次与出院人次之比", "(门诊人次 ÷ 出院人次) ~"],
  ["就业人数占毕业生人数的比例", "((就业人数 ÷ 毕业生人数) · 100) ~"],
  ["就业人数占毕业生人数的比例(%)", "((就业人数 ÷ 毕业生人数) · 100) ~"],
  ["反映人员经费占总支出的比重。", "((人员经费 ÷ 总支出) · 100) ~"],
  ["就业占比是指就业人数占毕业生人数的比例", "就业占比 = ((就业人数 ÷ 毕业生人数) · 100) ~"],
])("%j defines", (text, drawing) => {
  expect(show(text)).toBe(drawing);
});

test.each([
  "",
  "2025/2026",
  "2025/6/30",
  "和/或",
  "市/县",
  "是/否",
  "元/人",
  "万元/公里",
  "http://www.example.cn/a/b",
  "详见 www.example.cn/a/b×100%",
  "牵头单位/责任单位",
  "由县区政府/园区管委会负责",
  "负责人=张三/李四",
  "按月/季报送",
  "就业率=95%",
  "目标：2025年达到95%以上",
  "=B3/C3*100",
  "=SUM(B3:B9)/C3",
  "A/B",
  "XX/YY×100%",
  "5A/4A级景区",
  "1-6月",
  "2023—2025年完成",
  "一、总体要求——加强领导",
  "新能源汽车/充电桩建设",
  "占地面积较大",
  "比上年增长5%",
  "提高服务能力和水平",
  "（未闭合/括号",
  "统计口径与上年一致，由省级统计部门公布",
])("%j defines nothing", (text) => {
  expect(show(text)).toBeUndefined();
});

test.each([
  ["就业率", "%", product(quotient(atom("就业人数"), atom("毕业生人数")), numberOf(100)), "就业率(%)=就业人数/毕业生人数×100%"],
  ["增幅", "%", product(quotient(sum(atom("本年收入"), product(numberOf(-1), atom("上年收入"))), atom("上年收入")), numberOf(100)), "增幅(%)=（本年收入−上年收入）/上年收入×100%"],
  ["生师比", "", quotient(atom("学生数"), atom("教师数")), "生师比=学生数/教师数"],
])("%s is written out", (name, unit, expression, text) => {
  expect(stringifyDefinition({ name, unit, expression })).toBe(text);
});

const names = ["甲类收入", "乙类收入", "丙类支出", "丁类支出", "总人数"];
const leaf = fc.constantFrom(...names).map(atom);
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    leaf,
    fc.tuple(tie("expression"), tie("expression")).map(([one, other]) => quotient(one, other)),
    fc.tuple(tie("expression"), tie("expression")).map(([one, other]) => sum(one, other)),
    fc.tuple(tie("expression"), tie("expression")).map(([one, other]) => sum(one, product(numberOf(-1), other))),
    fc.tuple(tie("expression"), tie("expression")).map(([one, other]) => product(one, other)),
  ),
}));

test("what is written out reads back as the same", () => {
  fc.assert(
    fc.property(expression, (any) => {
      const whole = product(quotient(any, atom("总人数")), numberOf(100));
      const text = stringifyDefinition({ name: "占比", unit: "%", expression: whole });
      const back = parseDefinition(text);
      expect(back?.name).toBe("占比");
      const all = names.map((name) => ({ name }));
      if (back !== undefined) expect([undefined, "same"]).toContain(compareDefinitions({ expression: back.expression, terms: all }, { expression: whole, terms: all }));
    }),
    { numRuns: 300 },
  );
});

test.each(["A/", "（", "(A+", "占", "分子：", "与", "=", "甲数/乙数×100%；", "\n", "甲数", "1-", "Σ(", "为", "A为B，", "以甲"])("100,000 characters of %j take linear time", (part) => {
  expectLinearTime(() => parseDefinition(part.repeat(100_000 / part.length)));
  expectLinearTime(() => parseDefinition(`分子：${part.repeat(100_000 / part.length)}×100%之比`));
});

const shared = join(__dirname, "../../../shared/workbooks/changsha-indicators.xlsx");

(existsSync(shared) ? test : test.skip)("the definitions of the changsha workbook have a numerator and a denominator each", () => {
  const book = xlsx.read(readFileSync(shared));
  const rows = xlsx.utils.sheet_to_json<(string | undefined)[]>(book.Sheets[book.SheetNames[0] ?? ""] ?? {}, { header: 1 });
  const found = rows.flatMap((row) => row.flatMap((cell) => (typeof cell === "string" ? (parseDefinition(cell) ?? []) : []))).filter(({ isWorded }) => isWorded !== true);
  expect(found).toHaveLength(3);
  for (const { expression: read, terms, name, unit } of found) {
    const [over, under] = terms.map((term) => term.name);
    expect(read).toEqual(product(quotient(atom(over ?? ""), atom(under ?? "")), numberOf(100)));
    expect(terms).toHaveLength(2);
    expect([typeof name, unit]).toEqual(["string", "%"]);
  }
});

import { isIndicatorName, splitIndicators } from "../../src/indicators/indicator-name";
import { expectLinearTime } from "../support/linear-time";

test.each(["毕业生就业率(%)", "就业率", "绿化覆盖率（％）", "人员经费占比", "人员支出占业务支出的比重", "门诊收入增幅", "床护比", "门诊人次数与出院人次数比", "满意度", "公众安全感指数", "平均住院日(天)", "百元收入的能耗(元)", "次均门诊费用（元）", "每千人口床位数", "医院病例组合指数(CMI)值"])("%s looks like an indicator", (name) => {
  expect(isIndicatorName(name)).toBe(true);
});

test.each(["单位", "序号", "就业人数", "责任单位", "门诊人次", "备注", "工作效率", "总支出（万元）", "", "率"])("%s does not", (name) => {
  expect(isIndicatorName(name)).toBe(false);
});

test.each<[string, string[]]>([
  ["公立医院手术占比和三、四级手术比例(%)", ["公立医院手术占比(%)", "三、四级手术比例(%)"]],
  ["升学率、巩固率达标比例", ["升学率", "巩固率达标比例"]],
  ["义务教育巩固率与高中阶段毛入学率（%）", ["义务教育巩固率（%）", "高中阶段毛入学率（%）"]],
  ["门诊次均费用增幅、住院次均费用增幅", ["门诊次均费用增幅", "住院次均费用增幅"]],
  ["患者满意度/职工满意度", ["患者满意度", "职工满意度"]],
])("%s holds several", (name, parts) => {
  expect(splitIndicators(name)).toEqual(parts);
});

test.each(["门诊人次数与出院人次数比", "三、四级手术占比", "药品、耗材占比", "出生率与死亡率之比", "药品（含中药饮片和中成药）占比", "基本建设、设备购置长期负债占总资产的比例", "医疗服务收入(不含药品、检查收入占比和化验)占比", "就业率"])("%s is one", (name) => {
  expect(splitIndicators(name)).toEqual([name]);
});

test("long names take linear time", () => {
  for (const name of ["率和".repeat(50_000), "（率和".repeat(30_000), "率".repeat(100_000)]) {
    expectLinearTime(() => splitIndicators(name));
    expectLinearTime(() => isIndicatorName(name));
  }
});

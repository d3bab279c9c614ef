import rule, { messages } from "../../src/rules/consistent-indicator-name";
import { testRule } from "../support/rule-tester";

testRule(rule, {
  valid: [
    {
      name: "names that say what their definitions say",
      sheet: `
        指标名称 | 指标值 | 备注
        医保基金县域内支出率（不含药店）（%） | 70 | 医保基金县域内支出率（不含药店）=A/B×100%
        百元医疗收入的医疗支出（不含药品）（元） | 98 |
        公立医院医护比 | 1.4 | 医护比=注册医师总数/注册护士总数
        公立医院平均住院日（天） | 8 | 平均住院日=出院者占用总床日数/出院人数
      `,
    },
    { name: "×100% behind a ratio makes hundredths of it", sheet: "指标名称 | 计算公式 | 指标值\n 医护比(%) | 注册医师总数/注册护士总数×100% | 71" },
    { name: "an exclusion that only the definition names", sheet: "指标 | 计算公式 | 指标值\n 基金支出率(%) | 基金支出（不含药店）/基金总支出×100% | 71" },
    { name: "an indicator nobody knows, with a bracket of its own", sheet: "指标 | 指标值\n 绿地率（不含水面）（%） | 38" },
    { name: "a list of exclusions that is longer than the dictionary's", sheet: "指标 | 指标值\n 医保基金县域内支出率（不含药店、诊所）（%） | 71" },
    { name: "a name that is not there", sheet: "指标名称 | 指标值 | 备注\n | 71 | 合计 A/B×100%\n 县域就诊率(%) | 88 |" },
  ],
  invalid: [
    {
      name: "one thing left out by name, another by formula",
      sheet: `
        序号 | 指标名称 | 指标值 | 备注
        1 | 医保基金县域内支出率（不含药店）（%） | 70 | 医保基金县域内支出率（不含药品）=A/B×100%
        2 | 人均住院费用（不含耗材）（元） | 5200 | 住院总费用（不含药品）/出院人数
      `,
      problems: [
        { at: "B2", message: messages.exclusion("医保基金县域内支出率（不含药店）（%）", "药店", "药品", true) },
        { at: "B3", message: messages.exclusion("人均住院费用（不含耗材）（元）", "耗材", "药品", true) },
      ],
    },
    {
      name: "one thing left out by name, another by the dictionary",
      sheet: "指标 | 指标值\n 医保基金县域内支出率（不含诊所）（%） | 70",
      problems: [{ at: "A2", message: messages.exclusion("医保基金县域内支出率（不含诊所）（%）", "诊所", "药店", false) }],
    },
    {
      name: "units that the definitions do not have",
      sheet: `
        指标类别 | 指标名称 | 指标值
        运营 | 公立医院医护比(%) | 71
        ^ | 医院病例组合指数（%） | 1.05
        ^ | 公立医院平均住院日（%） | 8
      `,
      problems: [
        { at: "B2", message: messages.unit("公立医院医护比(%)", "%", "1:X") },
        { at: "B3", message: messages.unit("医院病例组合指数（%）", "%", "") },
        { at: "B4", message: messages.unit("公立医院平均住院日（%）", "%", "天") },
      ],
    },
    {
      name: "a share headed in yuan",
      sheet: "指标名称 | 指标值\n 公立医院资产负债率（元） | 45",
      problems: [{ at: "A2", message: messages.unit("公立医院资产负债率（元）", "元", "%") }],
    },
  ],
});

import { indicators } from "../../src/indicators/dictionary/index";
import rule, { messages } from "../../src/rules/consistent-definition";
import { testRule } from "../support/rule-tester";

const sourceOf = (name: string): string => indicators.find((one) => one.name === name)?.source ?? "";
const visits = "参保人员县域内门急诊人次/参保人员门急诊总人次×100%";

testRule(rule, {
  valid: [
    {
      name: "the dictionary's definitions in other words",
      sheet: `
        指标类别 | 指标名称 | 计算公式 | 数据来源
        分级诊疗 | 县域就诊率(%) | 县域就诊率=县域内门急诊人次÷门急诊总人次×100% | 医保局
         | 县域内住院人次占比 | 参保人县域内住院人次/参保人住院总人次×100% | 医保局
        运营 | 公立医院资产负债率(%) | 负债总额/资产总额*100% | 财政局
         | 公立医院平均住院日 | 出院者占用总床日数/同期出院人数 | 卫健委
         | 医疗费用增长率(%) | （本年医疗收入-上年医疗收入）/上年医疗收入×100% | 卫健委
      `,
    },
    { name: "a ratio 1:X read the other way round", sheet: "指标 | 计算方法 | 指标值\n 公立医院医护比 | 注册护士总数/注册医师总数 | 1.4" },
    { name: "letters for quantities, which say nothing of themselves", sheet: "指标 | 计算公式 | 指标值\n 县域就诊率(%) | A/B×100% | 88" },
    // 口径待确认 is left alone
    { name: "a definition against one that is only our reading", sheet: "指标 | 计算公式 | 指标值\n 管理费用率(%) | 业务总费用/管理费用×100% | 9" },
    { name: "an indicator nobody knows", sheet: "指标 | 计算公式 | 指标值\n 亮灯率(%) | 亮灯盏数/路灯总盏数×100% | 95" },
    { name: "words that define nothing", sheet: "指标 | 计算公式 | 备注\n 县域就诊率(%) | 按医保部门口径 | 含急诊\n 公立医院资产负债率(%) | 见附件2 | " },
    { name: "the workbook's own dictionary, which overrules", sheet: "指标 | 计算公式 | 指标值\n 床位使用率(%) | 占用床日/开放床日×100% | 90", others: { 指标字典: "指标名称 | 计量单位 | 计算公式\n 床位使用率 | % | 占用床日/开放床日×100%" } },
    { name: "a table without a column for definitions", sheet: "指标 | 指标值\n 县域就诊率(%) | 88" },
  ],
  invalid: [
    {
      name: "swapped, other quantities, another factor",
      sheet: `
        云溪市医共体监测指标 | < | <
        指标名称 | 计算公式 | 数据来源
        县域就诊率(%) | 门急诊总人次/县域内门急诊人次×100% | 医保局
        公立医院资产负债率(%) | 流动负债/流动资产×100% | 财政局
        公立医院平均住院日 | 出院者占用总床日数/出院人数×100% | 卫健委
      `,
      problems: [
        { at: "B3", message: messages.differs("县域就诊率(%)", "swapped", visits, sourceOf("县域就诊率")) },
        { at: "B4", message: messages.differs("公立医院资产负债率(%)", "terms", "负债合计/资产合计×100%", sourceOf("公立医院资产负债率")) },
        { at: "B5", message: messages.differs("公立医院平均住院日", "factor", "出院者占用总床日数/出院人数", sourceOf("公立医院平均住院日")) },
      ],
    },
    {
      name: "growth over the wrong year, in a remark",
      sheet: "序号 | 指标 | 指标值 | 备注\n 1 | 医疗费用增长率(%) | 9 | 计算公式：（本年医疗收入-上年医疗收入）÷本年医疗收入×100%",
      problems: [{ at: "D2", message: messages.differs("医疗费用增长率(%)", "form", "（本年医疗收入−上年医疗收入）/上年医疗收入×100%", sourceOf("公立医院医疗费用增长率")) }],
    },
  ],
});

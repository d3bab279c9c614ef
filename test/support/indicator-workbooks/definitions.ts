import { makeDraft, type IndicatorWorkbook } from "./draft";

type Line = { readonly name: string; readonly definition: string; readonly fault?: { readonly kind: string; readonly rule: string }; readonly written?: string; readonly isOwn?: boolean };

/** What is said of the name, or of the written definition; nothing where both are sound. */
const lines: readonly Line[] = [
  { name: "县域就诊率(%)", definition: "县域就诊率(%)=参保人员县域内门急诊人次/参保人员门急诊总人次×100%" },
  { name: "县域内住院人次占比(%)", definition: "参保人员县域内住院人次÷参保人员住院总人次×100%" },
  { name: "公立医院平均住院日(天)", definition: "平均住院日=出院者占用总床日数/出院人数" },
  { name: "公立医院资产负债率(%)", definition: "分子：负债合计；分母：资产合计" },
  { name: "公立医院医疗费用增长率(%)", definition: "（本年度公立医院医疗收入－上年度公立医院医疗收入）/上年度公立医院医疗收入×100%" },
  { name: "公立医院门诊人次数与出院人次数比", definition: "门诊患者人次数/同期出院患者人次数" },
  { name: "公立医院出院患者三、四级手术比例(%)", definition: "（三级手术台次数+四级手术台次数）/出院患者手术台次数×100%" },
  { name: "电子病历应用功能水平分级", definition: "按国家电子病历系统应用水平分级标准评定" },
  { name: "公立医院门诊患者满意度(%)", definition: "满意度调查平台得分" },
  { name: "医保基金县域内支出率(不含药店)(%)", definition: "医保基金县域内支出率(不含药店)(%)=县域内医疗卫生机构医保基金支出/全县医保基金总支出×100%" },
];

const wrongLines: readonly Line[] = [
  { name: "医保基金县域内支出率(不含药店)(%)", definition: "医保基金县域内支出率(不含药品)(%)=县域内医疗卫生机构医保基金支出/全县医保基金总支出×100%", fault: { kind: "name and definition leave out different things", rule: "consistent-indicator-name" } },
  { name: "公立医院医护比(%)", definition: "注册医师总数：注册护士总数，以1:X表示", fault: { kind: "a ratio 1:X headed (%)", rule: "consistent-indicator-name" } },
  { name: "公立医院医护比（%）", definition: "医院注册医师总数与全院同期注册护士总数之比", fault: { kind: "a ratio 1:X headed (%)", rule: "consistent-indicator-name" } },
  { name: "公立医院出院患者手术占比和出院患者三、四级手术比例(%)", definition: "", fault: { kind: "two indicators in a row", rule: "single-indicator" } },
  { name: "门诊患者满意度和住院患者满意度(%)", definition: "", fault: { kind: "two indicators in a row", rule: "single-indicator" } },
  { name: "县域就诊率和县域内住院人次占比(%)", definition: "", fault: { kind: "two indicators in a row", rule: "single-indicator" } },
  { name: "智慧病房覆盖率(%)", definition: "", fault: { kind: "unknown", rule: "known-indicator" } },
  { name: "家庭医生履约评价指数", definition: "", fault: { kind: "unknown", rule: "known-indicator" } },
  { name: "远程会诊开展率(%)", definition: "", fault: { kind: "unknown", rule: "known-indicator" } },
  { name: "县域就诊率(%)", definition: "县域就诊率(%)=参保人员门急诊总人次/参保人员县域内门急诊人次×100%", written: "definition upside down" },
  { name: "县域内住院人次占比(%)", definition: "县域内住院人次占比(%)=参保人员县域内住院人次/参保人员门急诊总人次×100%", written: "definition with another denominator" },
  { name: "公立医院平均住院日(天)", definition: "平均住院日=实际占用总床日数/平均开放床位数", written: "definition with other quantities" },
  { name: "公立医院人员支出占业务支出的比例(%)", definition: "人员支出/医疗收入×100%", written: "definition with another denominator" },
  { name: "公立医院出院患者手术占比(%)", definition: "出院患者手术台次数/同期出院患者总人次数×1000‰", written: "definition in another scale" },
  { name: "公立医院医疗费用增长率(%)", definition: "（本年医疗收入－上年医疗收入）/本年医疗收入×100%", written: "growth over this year" },
  { name: "公立医院资产负债率(%)", definition: "负债合计/净资产合计×100%", written: "definition with another denominator" },
];

/** The system of indicators alone: names and definitions, no values. */
export function makeDefinitions(name: string, half: number): IndicatorWorkbook {
  const draft = makeDraft(name, "definitions only");
  const pen = draft.sheet("指标体系");
  pen.put(0, 0, "公立医院高质量发展监测评价指标体系");
  pen.merge("A1:D1");
  pen.line(1, ["序号", "指标名称", half === 0 ? "计算公式" : "备注", "数据来源"]);
  const chosen = [...lines.filter((_, index) => index % 2 === half), ...wrongLines.filter((_, index) => index % 2 === half)];
  // an indicator stands once in a list
  const seen = new Set<string>();
  let row = 2;
  for (const line of chosen.reverse()) {
    if (seen.has(line.name)) continue;
    seen.add(line.name);
    pen.line(row, [row - 1, line.name, line.definition === "" ? null : line.definition, "部门填报"]);
    if (line.fault !== undefined) draft.plant(line.fault.kind, line.fault.rule, pen.place(row, 1));
    else draft.sound("name", pen.place(row, 1));
    if (line.written !== undefined) draft.plant(line.written, "consistent-definition", pen.place(row, 2));
    else if (line.fault === undefined) draft.sound("definition", pen.place(row, 2));
    row += 1;
  }
  return draft.done();
}

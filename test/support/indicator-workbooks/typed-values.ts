import { makeDraft, type Draft, type IndicatorWorkbook, type SheetPen } from "./draft";

type Fault = { readonly kind: string; readonly rule: string };
type Line = { readonly name: string; readonly unit: string; readonly values: readonly (number | string)[]; readonly target?: string | number; readonly fault?: Fault; readonly sound?: string };

function fault(kind: string, rule: string): Fault {
  return { kind, rule };
}

const outside = fault("outside the hard range", "valid-indicator-range");
const abrupt = fault("moved abruptly", "no-abrupt-change");
const mixed = fault("bare ratio among percentages", "valid-percent-scale");
const textual = fault("value as text", "no-text-number");
const missed = fault("misses the target", "meet-target");

/** 2023, 2024, 2025; no inputs anywhere, so that nothing can be computed. The last year carries the fault. */
const yearly: readonly Line[] = [
  { name: "县域就诊率(%)", unit: "%", values: [88.2, 89.6, 90.3] },
  { name: "县域内住院人次占比(%)", unit: "%", values: [74.1, 75.8, 107.6], fault: outside },
  { name: "公立医院出院患者手术占比(%)", unit: "%", values: [28.4, 29.1, 30.2] },
  { name: "公立医院资产负债率(%)", unit: "%", values: [41.7, 40.9, 40.2] },
  { name: "公立医院人员支出占业务支出的比例(%)", unit: "%", values: [38.2, 39.4, 0.405], fault: mixed },
  { name: "医院病例组合指数(CMI)值", unit: "—", values: [0.92, 0.95, 0.97] },
  { name: "公立医院平均住院日(天)", unit: "天", values: [8.4, 8.2, 8.1] },
  { name: "公立医院手术患者并发症发生率(%)", unit: "%", values: [0.52, 0.49, 0.47], sound: "a small percentage, no bare ratio" },
  { name: "电子病历应用功能水平分级", unit: "级", values: [3, 3, 4] },
  { name: "公立医院门诊患者满意度(%)", unit: "%", values: [90.1, 91.3, 92.2] },
];

const yearlyWrong: readonly Line[] = [
  { name: "县域就诊率(%)", unit: "%", values: [88.2, 89.6, 0.903], fault: mixed },
  { name: "县域内住院人次占比(%)", unit: "%", values: [74.1, 75.8, 76.3] },
  { name: "公立医院出院患者手术占比(%)", unit: "%", values: [28.4, 29.1, -30.2], fault: outside },
  { name: "公立医院资产负债率(%)", unit: "%", values: [41.7, 40.9, "４０.２"], fault: textual },
  { name: "公立医院人员支出占业务支出的比例(%)", unit: "%", values: [38.2, 39.4, "40.1%"], fault: textual },
  { name: "医院病例组合指数(CMI)值", unit: "—", values: [0.92, 0.95, 9.7], fault: outside },
  { name: "公立医院平均住院日(天)", unit: "天", values: [8.4, 8.2, 13.9], fault: abrupt },
  { name: "公立医院手术患者并发症发生率(%)", unit: "%", values: [0.52, 0.49, 1.9], fault: abrupt },
  { name: "电子病历应用功能水平分级", unit: "级", values: [3, 3, 9], fault: outside },
  { name: "公立医院门诊患者满意度(%)", unit: "%", values: [90.1, 91.3, 122], fault: outside },
  { name: "公立医院医疗费用增长率(%)", unit: "%", values: [6.1, 5.2, -3.4], sound: "a growth that turns negative" },
  { name: "公立医院职工满意度(%)", unit: "%", values: [83.2, 84, 85.1] },
];

/** Values typed in year by year, as a report is copied from. */
export function makeYearly(name: string, isWrong: boolean): IndicatorWorkbook {
  const draft = makeDraft(name, "values only, by years");
  const pen = draft.sheet("监测结果");
  pen.line(0, ["序号", "监测指标", "计量单位", "2023年", "2024年", "2025年"]);
  for (const [index, line] of (isWrong ? yearlyWrong : yearly).entries()) {
    pen.line(index + 1, [index + 1, line.name, line.unit, ...line.values]);
    for (const column of [3, 4]) draft.sound("earlier year", pen.place(index + 1, column));
    note(draft, pen, index + 1, 5, line);
  }
  return draft.done();
}

const aimed: readonly Line[] = [
  { name: "县域就诊率(%)", unit: "%", values: [88.4], target: "≥90%", fault: missed },
  { name: "县域内住院人次占比(%)", unit: "%", values: [80.6], target: "80%左右" },
  { name: "公立医院资产负债率(%)", unit: "%", values: [38.9], target: "逐年下降", sound: "target in words" },
  { name: "公立医院平均住院日(天)", unit: "天", values: [8.6], target: "不高于8天", fault: missed },
  { name: "公立医院人员支出占业务支出的比例(%)", unit: "%", values: [41.2], target: 40 },
  { name: "公立医院门诊患者满意度(%)", unit: "%", values: [91.5], target: "90%以上" },
  { name: "公立医院职工满意度(%)", unit: "%", values: [76.4], target: 80, fault: missed },
  { name: "医疗服务收入占医疗收入比例", unit: "%", values: [31.8], target: "达到全国平均水平", sound: "target in words" },
  { name: "公立医院手术患者并发症发生率(%)", unit: "%", values: [0.6], target: "≤0.8%" },
  { name: "电子病历应用功能水平分级", unit: "级", values: [3], target: "4级", fault: missed },
];

const aimedAgain: readonly Line[] = [
  { name: "县域就诊率(%)", unit: "%", values: [91.2], target: "90%以上" },
  { name: "县域内住院人次占比(%)", unit: "%", values: [64.3], target: "80%左右", fault: missed },
  { name: "公立医院资产负债率(%)", unit: "%", values: [52.1], target: "≤45%", fault: missed },
  { name: "公立医院平均住院日(天)", unit: "天", values: [7.6], target: "8天以内" },
  { name: "公立医院人员支出占业务支出的比例(%)", unit: "%", values: [37.4], target: "逐步提高", sound: "target in words" },
  { name: "公立医院住院患者满意度(%)", unit: "%", values: [88.3], target: "达到90%以上", fault: missed },
  { name: "公立医院门诊人次数与出院人次数比", unit: "—", values: [17.3], target: "监测比较", sound: "target in words" },
  { name: "公立医院出院患者手术占比(%)", unit: "%", values: [29.7], target: "持续改善", sound: "target in words" },
  { name: "公立医院医疗费用增长率(%)", unit: "%", values: [11.6], target: "控制在10%以内", fault: missed },
  { name: "电子病历应用功能水平分级", unit: "级", values: [5], target: "5级及以上" },
];

export function makeTargets(name: string, isSecond: boolean): IndicatorWorkbook {
  const draft = makeDraft(name, "values against targets");
  const pen = draft.sheet("指标完成情况");
  pen.put(0, 0, "2025年指标完成情况表");
  pen.merge("A1:E1");
  pen.line(1, ["序号", "指标名称", "单位", "2025年目标值", "2025年完成值"]);
  for (const [index, line] of (isSecond ? aimedAgain : aimed).entries()) {
    pen.line(index + 2, [index + 1, line.name, line.unit, line.target ?? null, ...line.values]);
    note(draft, pen, index + 2, 4, line);
  }
  return draft.done();
}

function note(draft: Draft, pen: SheetPen, row: number, column: number, { fault: wrong, sound = "typed-in, nothing to compute it from" }: Line): void {
  if (wrong === undefined) draft.sound(sound, pen.place(row, column));
  else draft.plant(wrong.kind, wrong.rule, pen.place(row, column));
}

/** A task list that names targets, and the indicator sheet that should have the same. */
export function makeTwoTargets(name: string): IndicatorWorkbook {
  const draft = makeDraft(name, "targets of a task list");
  const tasks = draft.sheet("责任分工");
  tasks.put(0, 0, "云溪县公立医院高质量发展重点任务责任分工表（2025年）");
  tasks.merge("A1:F1");
  tasks.line(1, ["序号", "重点任务", "牵头部门", "责任部门", "完成时限", "备注"]);
  const texts: readonly (readonly [string, string])[] = [
    ["推进县域医共体建设，到2025年底县域就诊率达到90%以上。", "县卫生健康局"],
    ["提升县级医院服务能力，2025年县域内住院人次占比达到80%。", "县卫生健康局"],
    ["加强成本管控，2025年底公立医院资产负债率控制在45%以内。", "县财政局"],
    ["优化收支结构，2025年人员支出占业务支出的比例达到40%以上。", "县财政局"],
    ["改善就医体验，2025年门诊患者满意度达到90%。", "县卫生健康局"],
    ["推进信息化建设，2025年底电子病历应用水平达到4级。", "县数据局"],
  ];
  for (const [index, [text, lead]] of texts.entries()) tasks.line(index + 2, [index + 1, text, lead, "县医保局", "2025年12月底前"]);
  const pen = draft.sheet("指标");
  pen.line(0, ["序号", "指标名称", "2025年目标值", "2025年完成值"]);
  const targets: readonly (readonly [string, string | number, number, boolean])[] = [
    ["县域就诊率(%)", 85, 91.2, true],
    ["县域内住院人次占比(%)", 80, 81.6, false],
    ["公立医院资产负债率(%)", "≤50%", 43.3, true],
    ["公立医院人员支出占业务支出的比例(%)", "≥40%", 41.7, false],
    ["公立医院门诊患者满意度(%)", "95%以上", 95.6, true],
    ["电子病历应用功能水平分级", "4级", 4, false],
  ];
  for (const [index, [title, target, value, isDifferent]] of targets.entries()) {
    pen.line(index + 1, [index + 1, title, target, value]);
    if (isDifferent) draft.plant("another target than the task list's", "consistent-target", pen.place(index + 1, 2));
    else draft.sound("the task list's target", pen.place(index + 1, 2));
  }
  return draft.done();
}

/** The task list's targets are for another year, or another scope: they contradict nothing. */
export function makeOtherYears(name: string): IndicatorWorkbook {
  const draft = makeDraft(name, "targets of a task list");
  const tasks = draft.sheet("任务分解");
  tasks.put(0, 0, "青岭区医疗服务能力提升任务分解表");
  tasks.merge("A1:E1");
  tasks.line(1, ["序号", "重点任务", "牵头部门", "责任部门", "完成时限"]);
  tasks.line(2, [1, "强化基层服务，到2027年底县域就诊率达到95%。", "区卫生健康局", "区医保局", "2027年12月底前"]);
  tasks.line(3, [2, "提升中医药服务，2025年底三级医院平均住院日降至7天以内。", "区卫生健康局", "区医保局", "2025年12月底前"]);
  tasks.line(4, [3, "优化患者服务，2025年门诊患者满意度达到90%以上。", "区卫生健康局", "区医保局", "2025年12月底前"]);
  const pen = draft.sheet("监测指标");
  pen.line(0, ["序号", "指标名称", "2025年目标值", "2025年完成值"]);
  const lines: readonly (readonly [string, string | number, number, string])[] = [
    ["县域就诊率(%)", 90, 91.4, "the task list's is for 2027"],
    ["县级医院平均住院日(天)", "8.5天以内", 8.2, "the task list's is for tertiary hospitals"],
    ["公立医院门诊患者满意度(%)", "≥90%", 92.7, "the same in other words"],
  ];
  for (const [index, [title, target, value, kind]] of lines.entries()) {
    pen.line(index + 1, [index + 1, title, target, value]);
    draft.sound(kind, pen.place(index + 1, 2));
    // another institution's indicator may count as unknown
    if (title.startsWith("县级")) draft.allow("known-indicator", pen.place(index + 1, 1));
  }
  return draft.done();
}

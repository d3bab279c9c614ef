import rule, { messages } from "../../src/rules/consistent-target";
import { testRule } from "../support/rule-tester";

const tasks = (...texts: string[]): string => ["序号 | 重点任务 | 牵头部门 | 完成时限", ...texts.map((text, index) => `${index + 1} | ${text} | 县卫生健康局 | 2025年12月底前`)].join("\n");

testRule(rule, {
  valid: [
    { name: "the same number, written in other ways", sheet: "序号 | 指标名称 | 2025年目标值 | 2025年完成值\n1 | 县域就诊率(%) | 90%以上 | 91.2\n2 | 公立医院资产负债率(%) | ≤45 | 43", others: { 任务: tasks("推进医共体建设，到2025年底县域就诊率达到90%以上", "加强成本管控，2025年底公立医院资产负债率控制在45%以内") } },
    { name: "another year", sheet: "序号 | 指标名称 | 2024年目标值 | 2024年完成值\n1 | 县域就诊率(%) | 88 | 89", others: { 任务: tasks("推进医共体建设，到2025年底县域就诊率达到90%以上") } },
    { name: "a target for some hospitals only, and one in words", sheet: "序号 | 指标名称 | 目标值 | 完成值\n1 | 公立医院资产负债率(%) | 逐年下降 | 43\n2 | 公立医院出院患者手术占比(%) | 30 | 31", others: { 任务: tasks("加强管理，三级医院出院患者手术占比达到40%以上", "公立医院资产负债率控制在45%以内") } },
    { name: "one of two stages agrees", sheet: "序号 | 指标名称 | 目标值 | 完成值\n1 | 县域就诊率(%) | 90 | 91", others: { 任务: tasks("县域就诊率2024年达到85%以上，2025年达到90%以上") } },
    { name: "no indicator of the tasks' own", sheet: "序号 | 指标名称 | 目标值 | 完成值\n1 | 县域就诊率(%) | 90 | 91", others: { 任务: tasks("建成停车泊位5000个") } },
  ],
  invalid: [
    {
      name: "two numbers for one year, of which one is a ratio under a percent format",
      sheet: "序号 | 指标名称 | 2025年目标值 | 2025年完成值\n1 | 县域就诊率(%) | 85 | 91.2\n2 | 公立医院资产负债率(%) | 0.5 | 0.43",
      formats: { "C3:D3": "0%" },
      others: { 任务: tasks("推进医共体建设，到2025年底县域就诊率达到90%以上", "加强成本管控，2025年底公立医院资产负债率控制在45%以内") },
      problems: [
        { at: "C2", message: messages.differs("县域就诊率(%)", "85", "到2025年底县域就诊率达到90%以上", "任务!B2") },
        { at: "C3", message: messages.differs("公立医院资产负债率(%)", "50%", "2025年底公立医院资产负债率控制在45%以内", "任务!B3") },
      ],
    },
  ],
});

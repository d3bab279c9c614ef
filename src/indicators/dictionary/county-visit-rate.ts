import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "县域就诊率",
  aliases: ["县域内就诊率", "XX域内就诊率", "XX域就诊率", "县域内门急诊就诊率"],
  category: "医疗服务能力建设",
  unit: "%",
  formula: "参保人员县域内门急诊人次/参保人员门急诊总人次×100%",
  expression: product(quotient(atom("参保人员县域内门急诊人次"), atom("参保人员门急诊总人次")), numberOf(100)),
  terms: [
    { name: "参保人员县域内门急诊人次", aliases: ["县域内门急诊人次", "县域内门急诊人次数", "参保人县域内门急诊人次", "参保人员在县域内门急诊就诊人次", "县域内门急诊量"] },
    { name: "参保人员门急诊总人次", aliases: ["门急诊总人次", "门急诊总人次数", "参保人门急诊总人次", "参保人员门急诊人次", "门急诊人次", "参保人员门急诊人次合计", "门急诊总量"] },
  ],
  isShare: true,
  certainty: "official",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 70, max: 99 },
  source: "《长沙市公立医院高质量发展监测评价指标体系》备注",
  note: "各地口径不一，有的并入住院，有的按人数；分子、分母都是门急诊人次",
});

import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "县域内住院人次占比",
  aliases: ["参保人县域内住院人次占比", "县域内住院率"],
  category: "医疗服务能力建设",
  unit: "%",
  formula: "参保人员县域内住院人次/参保人员住院总人次×100%",
  expression: product(quotient(atom("参保人员县域内住院人次"), atom("参保人员住院总人次")), numberOf(100)),
  terms: [
    { name: "参保人员县域内住院人次", aliases: ["县域内住院人次", "县域内住院人次数", "参保人县域内住院人次", "参保人员在县域内住院人次", "县域内住院量"] },
    { name: "参保人员住院总人次", aliases: ["住院总人次", "住院总人次数", "参保人住院总人次", "参保人员住院人次", "住院人次", "参保人员住院人次合计"] },
  ],
  isShare: true,
  certainty: "official",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 50, max: 97 },
  source: "《长沙市公立医院高质量发展监测评价指标体系》备注",
  note: "县域内和县域外相加为100%",
});

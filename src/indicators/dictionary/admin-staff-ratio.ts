import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "行政后勤人员占比",
  aliases: ["行政后勤人员比例", "行政后勤人员占职工总数比例"],
  unit: "%",
  formula: "行政后勤人员数/职工总数×100%",
  expression: product(quotient(atom("行政后勤人员数"), atom("职工总数")), numberOf(100)),
  terms: [
    { name: "行政后勤人员数", aliases: ["行政后勤人员", "行政和后勤人员数", "行政后勤人数", "行政工勤人员数", "行政管理和后勤人员数"] },
    { name: "职工总数", aliases: ["职工人数", "在岗职工总数", "员工总数", "人员总数", "职工数", "全院职工总数", "在职职工总数"] },
  ],
  isShare: true,
  certainty: "own",
  direction: "lower",
  hard: { min: 0, max: 100 },
  source: "按名称字面和通行口径整理，未见原文",
});

import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "物耗成本占比",
  aliases: ["物耗成本", "物耗占比", "物耗成本占医疗成本比例"],
  unit: "%",
  formula: "物耗成本/医疗成本×100%",
  expression: product(quotient(atom("物耗成本"), atom("医疗成本")), numberOf(100)),
  terms: [
    { name: "物耗成本", aliases: ["物耗", "药品耗材成本", "药品和耗材成本", "物资消耗成本", "药品、耗材等成本"] },
    { name: "医疗成本", aliases: ["医疗成本合计", "医疗总成本", "医疗支出"] },
  ],
  isShare: true,
  certainty: "own",
  direction: "lower",
  hard: { min: 0, max: 100 },
  source: "按名称字面和通行口径整理，未见原文",
  note: "物耗指药品、耗材等的成本",
});

import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "按DIP付费的住院费用比例",
  aliases: ["DIP付费住院费用占比", "按DIP付费住院费用占比", "DIP付费占比"],
  unit: "%",
  formula: "按DIP付费住院费用/住院总费用×100%",
  expression: product(quotient(atom("按DIP付费住院费用"), atom("住院总费用")), numberOf(100)),
  terms: [
    { name: "按DIP付费住院费用", aliases: ["按DIP付费的住院费用", "DIP付费住院费用", "DIP住院费用", "DIP付费总额"] },
    { name: "住院总费用", aliases: ["住院费用", "住院费用合计", "全部住院费用", "住院费用总额"] },
  ],
  isShare: true,
  certainty: "own",
  direction: "higher",
  hard: { min: 0, max: 100 },
  source: "按名称字面和通行口径整理，未见原文",
});

import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "省域内就诊（住院）率",
  aliases: ["省域内就诊率", "省域内住院率", "省域就诊率"],
  unit: "%",
  formula: "参保人员省域内住院人次/住院总人次×100%",
  expression: product(quotient(atom("参保人员省域内住院人次"), atom("住院总人次")), numberOf(100)),
  terms: [
    { name: "参保人员省域内住院人次", aliases: ["省域内住院人次", "省内住院人次", "参保人员省域内就诊人次", "省域内就诊人次"] },
    { name: "住院总人次", aliases: ["参保人员住院总人次", "住院人次", "参保人员住院人次", "就诊总人次", "参保人员就诊总人次"] },
  ],
  isShare: true,
  certainty: "own",
  direction: "higher",
  hard: { min: 0, max: 100 },
  source: "按名称字面和通行口径整理，未见原文",
  note: "与跨省就医人次占比相加约为100%",
});

import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "跨省就医人次占比",
  aliases: ["跨省就医占比", "跨省就诊人次占比", "跨省异地就医人次占比"],
  unit: "%",
  formula: "跨省就医人次/就医总人次×100%",
  expression: product(quotient(atom("跨省就医人次"), atom("就医总人次")), numberOf(100)),
  terms: [
    { name: "跨省就医人次", aliases: ["参保人员跨省就医人次", "跨省就诊人次", "跨省异地就医人次", "跨省住院人次", "省域外就医人次", "省域外住院人次"] },
    { name: "就医总人次", aliases: ["参保人员就医总人次", "就诊总人次", "就医人次", "住院总人次", "参保人员就诊总人次"] },
  ],
  isShare: true,
  certainty: "own",
  direction: "lower",
  hard: { min: 0, max: 100 },
  source: "按名称字面和通行口径整理，未见原文",
  note: "约等于100%减省域内就诊率",
});

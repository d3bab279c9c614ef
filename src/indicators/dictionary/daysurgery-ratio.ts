import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "日间手术占择期手术比例",
  aliases: ["日间手术占比", "日间手术比例", "日间手术占择期手术的比重"],
  unit: "%",
  formula: "日间手术台次数/同期出院患者择期手术总台次数×100%",
  expression: product(quotient(atom("日间手术台次数"), atom("同期出院患者择期手术总台次数")), numberOf(100)),
  terms: [
    { name: "日间手术台次数", aliases: ["日间手术台次", "日间手术例数", "日间手术量"] },
    { name: "同期出院患者择期手术总台次数", aliases: ["择期手术总台次数", "择期手术台次数", "择期手术台次", "出院患者择期手术台次数", "择期手术例数"] },
  ],
  isShare: true,
  certainty: "official",
  direction: "higher",
  hard: { min: 0, max: 100 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
});

import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院出院患者手术占比",
  aliases: ["出院患者手术占比", "手术占比"],
  category: "医院运营发展",
  unit: "%",
  formula: "出院患者手术台次数/同期出院患者总人次数×100%",
  expression: product(quotient(atom("出院患者手术台次数"), atom("同期出院患者总人次数")), numberOf(100)),
  terms: [
    { name: "出院患者手术台次数", aliases: ["出院患者手术人次数", "出院患者手术人数", "手术台次数", "手术台次", "手术例数", "手术人次", "出院手术台次"] },
    { name: "同期出院患者总人次数", aliases: ["出院患者总人次数", "出院患者人次数", "出院人次", "出院人次数", "出院总人次", "出院人数", "出院患者人数"] },
  ],
  isShare: true,
  certainty: "official",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 10, max: 60 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "同一次住院的多次手术计1；分母是出院人次，不是手术台次",
});

import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院手术患者并发症发生率",
  aliases: ["手术患者并发症发生率"],
  category: "医院运营发展",
  unit: "%",
  formula: "手术患者并发症发生例数/同期出院手术患者人数×100%",
  expression: product(quotient(atom("手术患者并发症发生例数"), atom("同期出院手术患者人数")), numberOf(100)),
  terms: [
    { name: "手术患者并发症发生例数", aliases: ["手术患者并发症例数", "手术并发症例数", "手术并发症发生例数", "并发症发生例数", "并发症例数", "手术患者并发症发生人数"] },
    { name: "同期出院手术患者人数", aliases: ["同期出院的手术患者人数", "出院手术患者人数", "手术患者人数", "出院患者手术人数", "手术患者例数", "手术人数"] },
  ],
  isShare: true,
  certainty: "official",
  direction: "lower",
  hard: { min: 0, max: 100 },
  soft: { min: 0, max: 3 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "通常低于1%，偏高时看是否误填千分数",
});

import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院资产负债率",
  aliases: ["资产负债率"],
  category: "医院运营发展",
  unit: "%",
  formula: "负债合计/资产合计×100%",
  expression: product(quotient(atom("负债合计"), atom("资产合计")), numberOf(100)),
  terms: [
    { name: "负债合计", aliases: ["负债总额", "总负债", "负债", "负债总计"] },
    { name: "资产合计", aliases: ["资产总额", "总资产", "资产", "资产总计"] },
  ],
  certainty: "official",
  direction: "lower",
  hard: { min: 0 },
  soft: { min: 15, max: 80 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "资不抵债时大于100%；不小于长期负债占总资产的比例",
});

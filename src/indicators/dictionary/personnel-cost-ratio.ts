import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院人员支出占业务支出的比例",
  aliases: ["人员支出占业务支出比重", "人员支出占比", "人员经费占比", "人员经费支出占业务支出的比例"],
  category: "医院运营发展",
  unit: "%",
  formula: "人员支出/业务支出×100%",
  expression: product(quotient(atom("人员支出"), atom("业务支出")), numberOf(100)),
  terms: [
    { name: "人员支出", aliases: ["人员经费", "人员经费支出", "人员费用", "人力成本"] },
    { name: "业务支出", aliases: ["医疗活动费用", "业务活动费用", "业务总支出", "业务支出合计"] },
  ],
  isShare: true,
  certainty: "official",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 25, max: 60 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "2025年版二级医院手册称人员经费占比",
});

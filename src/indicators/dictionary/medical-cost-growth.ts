import { atom, numberOf, product, quotient, sum } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院医疗费用增长率",
  aliases: ["医疗费用增长率", "医疗费用增幅", "医疗收入增幅"],
  category: "医院运营发展",
  unit: "%",
  formula: "（本年医疗收入−上年医疗收入）/上年医疗收入×100%",
  expression: product(quotient(sum(atom("本年医疗收入"), product(numberOf(-1), atom("上年医疗收入"))), atom("上年医疗收入")), numberOf(100)),
  terms: [
    { name: "本年医疗收入", aliases: ["本年度公立医院医疗收入", "本年医疗费用", "本年公立医院医疗费用", "本年医疗总费用", "当年医疗收入", "今年医疗收入", "本期医疗收入", "本期医疗费用"] },
    { name: "上年医疗收入", aliases: ["上年度公立医院医疗收入", "上年医疗费用", "上年公立医院医疗费用", "上年医疗总费用", "去年医疗收入", "上期医疗收入", "上年同期医疗收入", "上年同期医疗费用"] },
  ],
  certainty: "similar",
  direction: "lower",
  hard: { min: -100 },
  soft: { min: -15, max: 20 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "按同形的医疗收入增幅推广，医疗费用按门诊和住院收入理解；本年、上年口径和单位要一致",
});

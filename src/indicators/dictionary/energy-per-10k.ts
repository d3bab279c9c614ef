import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "万元收入能耗支出",
  aliases: ["万元收入能耗", "每万元收入能耗支出"],
  unit: "吨标煤",
  formula: "年总能耗支出/年总收入×10000",
  expression: product(quotient(atom("年总能耗支出"), atom("年总收入")), numberOf(10000)),
  terms: [
    { name: "年总能耗支出", aliases: ["总能耗支出", "总能耗", "能耗支出", "年总能耗", "综合能耗", "能耗总量"] },
    { name: "年总收入", aliases: ["总收入", "收入合计", "收入总额", "医院总收入"] },
  ],
  certainty: "official",
  direction: "lower",
  hard: { min: 0 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "总能耗折算成吨标准煤，总收入以元计",
});

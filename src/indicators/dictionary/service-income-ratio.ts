import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "医疗服务收入(不含药品、耗材、检查、化验收入)占公立医院医疗收入的比例",
  aliases: ["医疗服务收入占比", "医疗服务收入占医疗收入比例", "技术服务性收入占医疗收入比例", "医疗服务收入（不含药品、耗材、检查检验收入）占医疗收入比例"],
  category: "医院运营发展",
  unit: "%",
  formula: "医疗服务收入/医疗收入×100%",
  expression: product(quotient(atom("医疗服务收入"), atom("医疗收入")), numberOf(100)),
  terms: [
    { name: "医疗服务收入", aliases: ["医疗服务收入（不含药品、耗材、检查、化验收入）", "医疗服务收入（不含药品、耗材、检查检验收入）", "技术服务性收入", "医疗技术服务收入", "劳务性收入"] },
    { name: "医疗收入", aliases: ["公立医院医疗收入", "医疗收入合计", "医疗总收入", "医疗收入总额"] },
  ],
  isShare: true,
  certainty: "official",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 20, max: 50 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "医疗服务收入指挂号、床位、诊察、治疗、手术、药事服务和护理收入",
});

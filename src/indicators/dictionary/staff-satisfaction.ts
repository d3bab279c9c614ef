import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院职工满意度",
  aliases: ["职工满意度", "医务人员满意度"],
  category: "满意度评价",
  unit: "%",
  formula: "满意度调查得分",
  terms: [],
  certainty: "official",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 60, max: 100 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "国家满意度平台的百分制得分，没有分子分母；5分制的原始分要换算",
});

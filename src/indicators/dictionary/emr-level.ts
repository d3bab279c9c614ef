import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "电子病历应用功能水平分级",
  aliases: ["电子病历系统应用水平", "电子病历应用分级评价", "电子病历应用水平分级", "电子病历分级评价", "电子病历系统应用水平分级", "电子病历系统应用水平分级评价"],
  category: "医疗服务能力建设",
  unit: "级",
  formula: "按国家电子病历系统应用水平分级标准评定",
  terms: [],
  certainty: "official",
  direction: "higher",
  hard: { min: 0, max: 8 },
  soft: { min: 0, max: 6 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "0至8级的整数；区域汇总时注明是均值还是达标医院占比",
});

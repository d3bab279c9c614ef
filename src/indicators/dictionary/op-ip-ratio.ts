import { atom, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院门诊人次数与出院人次数比",
  aliases: ["门诊人次数与出院人次数比", "门诊人次与出院人次比"],
  category: "医院运营发展",
  unit: "",
  formula: "门诊患者人次数/同期出院患者人次数",
  expression: quotient(atom("门诊患者人次数"), atom("同期出院患者人次数")),
  terms: [
    { name: "门诊患者人次数", aliases: ["门诊人次数", "门诊人次", "门诊总人次", "门诊量"] },
    { name: "同期出院患者人次数", aliases: ["出院患者人次数", "出院人次数", "出院人次", "出院总人次", "出院人数"] },
  ],
  certainty: "official",
  direction: "monitor",
  hard: { min: 0 },
  soft: { min: 5, max: 60 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "不乘100；急诊和健康体检不计入",
});

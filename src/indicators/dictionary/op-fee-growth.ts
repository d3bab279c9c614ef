import { atom, numberOf, product, quotient, sum } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院次均门诊费用增长率",
  aliases: ["门诊次均费用增幅", "次均门诊费用增幅"],
  category: "医院运营发展",
  unit: "%",
  formula: "（本年门诊次均医药费用−上年门诊次均医药费用）/上年门诊次均医药费用×100%",
  expression: product(quotient(sum(atom("本年门诊次均医药费用"), product(numberOf(-1), atom("上年门诊次均医药费用"))), atom("上年门诊次均医药费用")), numberOf(100)),
  terms: [
    { name: "本年门诊次均医药费用", aliases: ["本年次均门诊费用", "本年门诊患者次均医药费用", "本年门诊次均费用", "本年门诊病人次均费用"] },
    { name: "上年门诊次均医药费用", aliases: ["上年次均门诊费用", "上年门诊患者次均医药费用", "上年门诊次均费用", "上年门诊病人次均费用"] },
  ],
  alternatives: [
    {
      expression: product(quotient(sum(quotient(atom("本年门诊收入"), atom("本年门诊人次数")), product(numberOf(-1), quotient(atom("上年门诊收入"), atom("上年门诊人次数")))), quotient(atom("上年门诊收入"), atom("上年门诊人次数"))), numberOf(100)),
      terms: [
        { name: "本年门诊收入", aliases: ["本年门诊医疗收入", "本年门诊患者医药费用", "本年门诊费用"] },
        { name: "上年门诊收入", aliases: ["上年门诊医疗收入", "上年门诊患者医药费用", "上年门诊费用"] },
        { name: "本年门诊人次数", aliases: ["本年门诊人次", "本年门诊患者人次数", "本年门诊总人次"] },
        { name: "上年门诊人次数", aliases: ["上年门诊人次", "上年门诊患者人次数", "上年门诊总人次"] },
      ],
    },
  ],
  certainty: "official",
  direction: "lower",
  hard: { min: -100 },
  soft: { min: -10, max: 15 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "门诊患者次均医药费用是门诊收入除以门诊人次数；本年、上年口径和单位要一致",
});

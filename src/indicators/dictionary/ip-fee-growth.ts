import { atom, numberOf, product, quotient, sum } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院人均住院费用增长率",
  aliases: ["住院次均费用增幅", "次均住院费用增幅", "出院者人均医药费用增长率"],
  category: "医院运营发展",
  unit: "%",
  formula: "（本年出院患者次均医药费用−上年出院患者次均医药费用）/上年出院患者次均医药费用×100%",
  expression: product(quotient(sum(atom("本年出院患者次均医药费用"), product(numberOf(-1), atom("上年出院患者次均医药费用"))), atom("上年出院患者次均医药费用")), numberOf(100)),
  terms: [
    { name: "本年出院患者次均医药费用", aliases: ["本年住院次均费用", "本年次均住院费用", "本年人均住院费用", "本年出院者人均医药费用", "本年出院患者次均费用", "本年住院患者次均费用", "本年出院患者人均费用", "本年住院病人人均费用"] },
    { name: "上年出院患者次均医药费用", aliases: ["上年住院次均费用", "上年次均住院费用", "上年人均住院费用", "上年出院者人均医药费用", "上年出院患者次均费用", "上年住院患者次均费用", "上年出院患者人均费用", "上年住院病人人均费用"] },
  ],
  alternatives: [
    {
      expression: product(quotient(sum(quotient(atom("本年出院患者住院费用"), atom("本年出院人次数")), product(numberOf(-1), quotient(atom("上年出院患者住院费用"), atom("上年出院人次数")))), quotient(atom("上年出院患者住院费用"), atom("上年出院人次数"))), numberOf(100)),
      terms: [
        { name: "本年出院患者住院费用", aliases: ["本年住院费用", "本年住院收入", "本年住院总费用"] },
        { name: "上年出院患者住院费用", aliases: ["上年住院费用", "上年住院收入", "上年住院总费用"] },
        { name: "本年出院人次数", aliases: ["本年出院人次", "本年出院人数", "本年出院患者人次数"] },
        { name: "上年出院人次数", aliases: ["上年出院人次", "上年出院人数", "上年出院患者人次数"] },
      ],
    },
  ],
  certainty: "official",
  direction: "lower",
  hard: { min: -100 },
  soft: { min: -12, max: 12 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "出院患者次均医药费用是出院患者住院费用除以出院人次数，国家考核另按病例组合指数调整；本年、上年口径和单位要一致",
});

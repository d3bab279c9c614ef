import { atom, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "医院病例组合指数(CMI)值",
  aliases: ["CMI", "病例组合指数", "医院病例组合指数（CMI）", "CMI值"],
  category: "医院运营发展",
  unit: "",
  formula: "Σ(权重×病例数)/总病例数",
  expression: quotient(atom("Σ(权重×病例数)"), atom("总病例数")),
  terms: [
    { name: "Σ(权重×病例数)", aliases: ["总权重", "DRG总权重", "权重合计", "总权重数", "加权病例数", "权重与病例数乘积之和", "各组权重与病例数乘积之和", "病例权重之和"] },
    { name: "总病例数", aliases: ["入组病例总数", "入组病例数", "病例总数", "DRG入组病例数", "病例数"] },
  ],
  certainty: "read",
  direction: "higher",
  hard: { min: 0, max: 5 },
  soft: { min: 0.5, max: 1.6 },
  source: "病例组合指数的通行算法，未见官方原文",
  note: "不带百分号；不同版本的分组权重不可比",
});

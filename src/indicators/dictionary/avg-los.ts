import { atom, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院平均住院日",
  aliases: ["平均住院日", "出院者平均住院日"],
  category: "医院运营发展",
  unit: "天",
  formula: "出院者占用总床日数/出院人数",
  expression: quotient(atom("出院者占用总床日数"), atom("出院人数")),
  terms: [
    { name: "出院者占用总床日数", aliases: ["出院患者占用总床日数", "出院者占用床日数", "占用总床日数", "总床日数", "床日数", "出院患者占用床日", "出院患者住院天数合计", "住院总天数"] },
    { name: "出院人数", aliases: ["同期出院人数", "出院人次", "出院人次数", "出院患者人数", "出院患者人次数", "出院总人数"] },
  ],
  certainty: "read",
  direction: "lower",
  hard: { min: 0 },
  soft: { min: 4, max: 15 },
  source: "《全国中医药统计摘编2021》医院病床使用情况",
  note: "分子是出院者占用的床日，不是实际占用总床日",
});

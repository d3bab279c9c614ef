import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "实现收支平衡的公立医院数占公立医院总数的比例",
  aliases: ["收支平衡公立医院占比"],
  category: "医院运营发展",
  unit: "%",
  formula: "收支平衡公立医院数/公立医院总数×100%",
  expression: product(quotient(atom("收支平衡公立医院数"), atom("公立医院总数")), numberOf(100)),
  terms: [
    { name: "收支平衡公立医院数", aliases: ["实现收支平衡的公立医院数", "收支平衡医院数", "收支平衡的医院数", "收支结余非负的公立医院数", "实现收支平衡医院数量"] },
    { name: "公立医院总数", aliases: ["公立医院数", "医院总数", "公立医院数量", "公立医院合计"] },
  ],
  isShare: true,
  certainty: "own",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 30, max: 100 },
  source: "按名称字面和通行口径整理，未见原文",
  note: "收支平衡指当年收支结余不小于0；分子、分母是整数",
});

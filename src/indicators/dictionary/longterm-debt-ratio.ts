import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院基本建设、设备购置长期负债占总资产的比例",
  aliases: ["长期负债率", "公立医院长期负债率", "长期负债占总资产比例"],
  category: "医院运营发展",
  unit: "%",
  formula: "长期负债/总资产×100%",
  expression: product(quotient(atom("长期负债"), atom("总资产")), numberOf(100)),
  terms: [
    { name: "长期负债", aliases: ["基本建设、设备购置长期负债", "基本建设、设备购置形成的长期负债", "基本建设和设备购置长期负债", "长期负债合计", "长期债务", "非流动负债"] },
    { name: "总资产", aliases: ["资产合计", "资产总额", "资产总计", "资产"] },
  ],
  isShare: true,
  certainty: "own",
  direction: "lower",
  hard: { min: 0, max: 100 },
  soft: { min: 0, max: 25 },
  source: "按名称字面和通行口径整理，未见原文",
  note: "只计基本建设和设备购置形成的长期负债；不大于同期资产负债率",
});

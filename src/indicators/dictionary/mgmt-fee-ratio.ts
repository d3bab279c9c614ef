import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "管理费用率",
  aliases: ["公立医院管理费用率", "管理费用占比", "医共体管理费用率"],
  unit: "%",
  formula: "管理费用/业务总费用×100%",
  expression: product(quotient(atom("管理费用"), atom("业务总费用")), numberOf(100)),
  terms: [
    { name: "管理费用", aliases: ["管理费", "行政管理费用", "单位管理费用"] },
    { name: "业务总费用", aliases: ["业务费用", "业务支出", "总费用", "费用合计", "业务活动总费用"] },
  ],
  isShare: true,
  certainty: "own",
  direction: "lower",
  hard: { min: 0, max: 100 },
  source: "按名称字面和通行口径整理，未见原文",
});

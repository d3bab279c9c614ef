import { atom, numberOf, product, quotient, sum } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院百元医疗收入的医疗支出(不含药品)",
  aliases: ["百元医疗收入的医疗支出"],
  category: "医院运营发展",
  unit: "元",
  formula: "（医疗支出−药品支出）/（医疗收入−药品收入）×100",
  expression: product(quotient(sum(atom("医疗支出"), product(numberOf(-1), atom("药品支出"))), sum(atom("医疗收入"), product(numberOf(-1), atom("药品收入")))), numberOf(100)),
  terms: [
    { name: "医疗支出", aliases: ["医疗支出合计", "医疗总支出", "医疗费用支出", "医疗成本"] },
    { name: "药品支出", aliases: ["药品费", "药品成本", "药品费用"] },
    { name: "医疗收入", aliases: ["医疗收入合计", "医疗总收入"] },
    { name: "药品收入", aliases: ["药品销售收入"] },
  ],
  alternatives: [
    {
      expression: product(quotient(atom("医疗支出（不含药品）"), atom("医疗收入（不含药品）")), numberOf(100)),
      terms: [
        { name: "医疗支出（不含药品）", aliases: ["医疗支出（不含药品支出）", "医疗支出（扣除药品）", "不含药品的医疗支出"] },
        { name: "医疗收入（不含药品）", aliases: ["医疗收入（不含药品收入）", "医疗收入（扣除药品收入）", "不含药品的医疗收入"] },
      ],
    },
  ],
  certainty: "own",
  direction: "lower",
  hard: { min: 0 },
  soft: { min: 70, max: 130 },
  source: "按名称字面和通行口径整理，未见原文",
  note: "单位是元，不是百分数；大于100表示医疗业务亏损；不是百元医疗收入消耗的卫生材料",
});

import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院人员薪酬中固定部分占比",
  aliases: ["人员薪酬中固定部分占比", "固定薪酬占比"],
  category: "政府责任落实",
  unit: "%",
  formula: "固定薪酬/人员薪酬总额×100%",
  expression: product(quotient(atom("固定薪酬"), atom("人员薪酬总额")), numberOf(100)),
  terms: [
    { name: "固定薪酬", aliases: ["人员薪酬中固定部分", "固定部分薪酬", "薪酬固定部分", "固定性薪酬", "固定工资", "固定部分"] },
    { name: "人员薪酬总额", aliases: ["薪酬总额", "人员薪酬", "人员总薪酬", "薪酬合计", "工资总额", "职工薪酬总额"] },
  ],
  isShare: true,
  certainty: "own",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 20, max: 80 },
  source: "按名称字面和通行口径整理，未见原文",
  note: "固定部分包括岗位工资、薪级工资、津贴补贴和基础性绩效；与奖励性绩效相加为薪酬总额",
});

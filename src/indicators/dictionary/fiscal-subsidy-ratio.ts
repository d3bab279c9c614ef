import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院财政补助收入占总支出的比重",
  aliases: ["财政补助收入占比", "财政补助占比", "财政补助收入占总支出的比例", "财政拨款收入占总费用比例"],
  category: "政府责任落实",
  unit: "%",
  formula: "财政补助收入/总支出×100%",
  expression: product(quotient(atom("财政补助收入"), atom("总支出")), numberOf(100)),
  terms: [
    { name: "财政补助收入", aliases: ["财政补助", "财政拨款收入", "财政拨款", "财政补助（拨款）收入", "财政补助拨款收入", "财政补助资金", "财政投入"] },
    { name: "总支出", aliases: ["总费用", "费用合计", "支出合计", "费用总额", "支出总额", "医院总支出", "医院总费用"] },
  ],
  isShare: true,
  certainty: "own",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 3, max: 40 },
  source: "按名称字面和通行口径整理，未见原文",
  note: "政府会计制度下，财政补助收入对应财政拨款收入（基本和项目），总支出对应费用合计",
});

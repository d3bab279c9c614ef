import { atom, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院医护比",
  aliases: ["医护比", "医生护士比"],
  category: "政府责任落实",
  unit: "1:X",
  formula: "医院注册医师总数/全院同期注册护士总数",
  expression: quotient(atom("医院注册医师总数"), atom("全院同期注册护士总数")),
  terms: [
    { name: "医院注册医师总数", aliases: ["注册医师总数", "注册医师数", "医师总数", "医生数", "执业医师数", "执业（助理）医师数", "执业和执业助理医师数", "医院医师数"] },
    { name: "全院同期注册护士总数", aliases: ["注册护士总数", "注册护士数", "护士总数", "护士数", "护理人员数", "医院护士数", "执业护士数"] },
  ],
  alternatives: [
    {
      expression: quotient(atom("全院同期注册护士总数"), atom("医院注册医师总数")),
      terms: [
        { name: "医院注册医师总数", aliases: ["注册医师总数", "注册医师数", "医师总数", "医生数", "执业医师数", "执业（助理）医师数", "执业和执业助理医师数", "医院医师数"] },
        { name: "全院同期注册护士总数", aliases: ["注册护士总数", "注册护士数", "护士总数", "护士数", "护理人员数", "医院护士数", "执业护士数"] },
      ],
    },
  ],
  certainty: "official",
  direction: "target",
  hard: { min: 0 },
  soft: { min: 0.35, max: 1.2 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "常写成1:X，X是护士数除以医师数；上下限按医师数除以护士数给出",
});

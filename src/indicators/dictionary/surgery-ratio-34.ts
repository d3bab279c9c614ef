import { atom, numberOf, product, quotient, sum } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "公立医院出院患者三、四级手术比例",
  aliases: ["三、四级手术占比", "三四级手术占比", "三四级手术比例", "出院患者三、四级手术占比"],
  category: "医院运营发展",
  unit: "%",
  formula: "（三级+四级手术台次数）/出院患者手术台次数×100%",
  expression: product(quotient(atom("出院患者三、四级手术台次数"), atom("出院患者手术台次数")), numberOf(100)),
  terms: [
    { name: "出院患者三、四级手术台次数", aliases: ["三、四级手术台次数", "三四级手术台次", "三级四级手术台次数", "三级和四级手术台次数", "三、四级手术例数", "三四级手术量"] },
    { name: "出院患者手术台次数", aliases: ["同期出院患者手术台次数", "手术台次数", "手术总台次数", "手术总台次", "手术例数", "手术台次合计"] },
  ],
  alternatives: [
    {
      expression: product(quotient(sum(atom("三级手术台次数"), atom("四级手术台次数")), atom("出院患者手术台次数")), numberOf(100)),
      terms: [
        { name: "三级手术台次数", aliases: ["出院患者三级手术台次数", "三级手术台次", "三级手术例数", "三级手术"] },
        { name: "四级手术台次数", aliases: ["出院患者四级手术台次数", "四级手术台次", "四级手术例数", "四级手术"] },
        { name: "出院患者手术台次数", aliases: ["同期出院患者手术台次数", "手术台次数", "手术总台次数", "手术总台次", "手术例数", "手术台次合计"] },
      ],
    },
  ],
  isShare: true,
  certainty: "similar",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 20, max: 80 },
  source: "国办发〔2019〕4号《三级公立医院绩效考核指标》",
  note: "按同形的四级手术比例推广；分母是手术台次，不是出院人次",
});

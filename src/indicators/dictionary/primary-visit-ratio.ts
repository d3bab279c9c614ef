import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "基层医疗机构门急诊量占比",
  aliases: ["县域内基层医疗卫生机构门急诊占比", "县域内基层医疗卫生机构诊疗人次数占比", "基层医疗卫生机构诊疗量占总诊疗量比例", "基层诊疗量占比"],
  category: "医疗服务能力建设",
  unit: "%",
  formula: "基层医疗卫生机构门急诊人次/同区域医疗卫生机构门急诊总人次×100%",
  expression: product(quotient(atom("基层医疗卫生机构门急诊人次"), atom("同区域医疗卫生机构门急诊总人次")), numberOf(100)),
  terms: [
    { name: "基层医疗卫生机构门急诊人次", aliases: ["基层医疗机构门急诊量", "基层医疗卫生机构诊疗人次", "县域内基层医疗卫生机构门急诊人次", "县域内基层医疗卫生机构诊疗人次", "基层医疗卫生机构诊疗量", "基层门急诊人次", "基层诊疗人次", "基层诊疗量"] },
    { name: "同区域医疗卫生机构门急诊总人次", aliases: ["医疗卫生机构门急诊总人次", "医疗机构门急诊总量", "医疗卫生机构总诊疗人次", "县域内医疗卫生机构门急诊总人次", "县域内医疗卫生机构诊疗总人次", "总诊疗人次", "诊疗总人次", "总诊疗量", "门急诊总人次", "门急诊总量"] },
  ],
  isShare: true,
  certainty: "own",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 30, max: 80 },
  source: "按分级诊疗考核标准和县域医共体监测指标的名称整理，未见算法原文",
  note: "分子、分母是否含村卫生室要一致",
});

import { atom, numberOf, product, quotient } from "../../formula/expression";
import { defineIndicator } from "../indicator";

export default defineIndicator({
  name: "医保基金县域内支出率(不含药店)",
  aliases: ["医保基金县域内支出占比(不含药店)", "医保基金县域内支出率"],
  category: "政府责任落实",
  unit: "%",
  formula: "县域内医疗卫生机构医保基金支出/全县医保基金总支出×100%",
  expression: product(quotient(atom("县域内医疗卫生机构医保基金支出"), atom("全县医保基金总支出")), numberOf(100)),
  terms: [
    { name: "县域内医疗卫生机构医保基金支出", aliases: ["县域内医保基金支出", "医保基金县域内支出", "县域内医疗机构医保基金支出额", "县域内定点医疗机构医保基金支出", "县域内基金支出", "县域内医保支出"] },
    { name: "全县医保基金总支出", aliases: ["医保基金总支出", "全县医保基金支出", "医保基金支出总额", "医保基金支出合计", "参保人员医保基金总支出", "基金总支出", "医保总支出"] },
  ],
  isShare: true,
  certainty: "official",
  direction: "higher",
  hard: { min: 0, max: 100 },
  soft: { min: 30, max: 95 },
  source: "《长沙市公立医院高质量发展监测评价指标体系》备注",
  note: "分母也要剔除药店支出；原公式左端写作“不含药品”，国家2024年版指标为“不含药店”",
});

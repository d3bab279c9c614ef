import { atom, numberOf, product, quotient, sum } from "../../../src/formula/expression";
import type { Indicator } from "../../../src/indicators/indicator";

const percent = (over: string, under: string) => ({ formula: `${over}/${under}×100%`, expression: product(quotient(atom(over), atom(under)), numberOf(100)), terms: [{ name: over }, { name: under }], unit: "%" });

/** A share, another of the same whole, one per ten thousand, a growth rate, a cost, a ratio written 1:X, a level. */
export const madeUpIndicators = [
  { name: "垃圾分类达标小区占比", category: "环境", ...percent("达标小区数", "小区总数"), isShare: true, certainty: "official", direction: "higher", source: "云溪市垃圾分类考核办法" },
  { name: "有物业小区占比", category: "环境", ...percent("有物业小区数", "小区总数"), isShare: true, certainty: "similar", direction: "higher", source: "住建统计" },
  { name: "每万人口健身场地数", category: "民生", unit: "个", formula: "健身场地数/常住人口×10000", expression: product(quotient(atom("健身场地数"), atom("常住人口")), numberOf(10_000)), terms: [{ name: "健身场地数" }, { name: "常住人口" }], certainty: "read", direction: "higher", source: "体育统计" },
  { name: "图书借阅量增长率", category: "民生", unit: "%", formula: "(本年借阅量-上年借阅量)/上年借阅量×100%", expression: product(quotient(sum(atom("本年借阅量"), product(numberOf(-1), atom("上年借阅量"))), atom("上年借阅量")), numberOf(100)), terms: [{ name: "本年借阅量" }, { name: "上年借阅量" }], certainty: "own", direction: "higher", source: "按名称整理" },
  { name: "户均清运费", category: "环境", unit: "元", formula: "清运总费用/户数", expression: quotient(atom("清运总费用"), atom("户数")), terms: [{ name: "清运总费用" }, { name: "户数" }], certainty: "own", direction: "lower", source: "按名称整理" },
  { name: "师生比", category: "教育", unit: "1:X", formula: "在校学生数/专任教师数", expression: quotient(atom("在校学生数"), atom("专任教师数")), terms: [{ name: "在校学生数" }, { name: "专任教师数" }], certainty: "official", direction: "target", source: "教育统计" },
  { name: "文明城区等级", unit: "级", formula: "", terms: [], certainty: "official", direction: "higher", source: "评审结果" },
] as const satisfies readonly Indicator[];

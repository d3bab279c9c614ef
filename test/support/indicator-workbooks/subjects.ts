import type { Random } from "./random";

/** What an invented indicator table measures. */
export type Subject = {
  /** With its unit, as a sheet heads it. */
  readonly name: string;
  /** Numerator and denominator: words a header may use, the definition's own first. Growth: this year's, last year's. */
  readonly over: readonly string[];
  readonly under: readonly string[];
  /** A quantity of the same kind that does not belong here. */
  readonly decoy: string;
  readonly inputUnit: string;
  readonly valueUnit: string;
  readonly form: "ratio" | "growth";
  readonly factor: number;
  /** The numerator is a part of the denominator. */
  readonly isShare: boolean;
  /** Of numerator to denominator. */
  readonly rate: readonly [number, number];
  readonly size: readonly [number, number];
  /** Unknown to every dictionary but the workbook's own. */
  readonly isOwn?: boolean;
  readonly isDifference?: boolean;
};

const share = { form: "ratio", factor: 100, isShare: true, valueUnit: "%" } as const;
const growth = { form: "growth", factor: 100, isShare: false, valueUnit: "%" } as const;
const plain = { form: "ratio", factor: 1, isShare: false } as const;

export const healthSubjects: readonly Subject[] = [
  { ...share, name: "县域就诊率(%)", over: ["参保人员县域内门急诊人次", "县域内门急诊人次"], under: ["参保人员门急诊总人次", "门急诊总人次"], decoy: "参保人员县域外门急诊人次", inputUnit: "人次", rate: [0.78, 0.94], size: [60_000, 900_000] },
  { ...share, name: "县域内住院人次占比(%)", over: ["参保人员县域内住院人次", "县域内住院人次"], under: ["参保人员住院总人次", "住院总人次"], decoy: "参保人员县域外住院人次", inputUnit: "人次", rate: [0.68, 0.9], size: [6_000, 90_000] },
  { ...share, name: "医保基金县域内支出率(不含药店)(%)", over: ["县域内医疗卫生机构医保基金支出"], under: ["全县医保基金总支出", "医保基金总支出"], decoy: "药店医保基金支出", inputUnit: "万元", rate: [0.55, 0.85], size: [9_000, 80_000] },
  { ...share, name: "公立医院出院患者手术占比(%)", over: ["出院患者手术台次数"], under: ["同期出院患者总人次数", "出院患者总人次数"], decoy: "门诊手术台次数", inputUnit: "人次", rate: [0.2, 0.45], size: [8_000, 60_000] },
  { ...share, name: "公立医院人员支出占业务支出的比例(%)", over: ["人员支出"], under: ["业务支出"], decoy: "设备购置支出", inputUnit: "万元", rate: [0.3, 0.5], size: [8_000, 90_000] },
  { ...share, name: "公立医院手术患者并发症发生率(%)", over: ["手术患者并发症发生例数"], under: ["同期出院的手术患者人数", "出院手术患者人数"], decoy: "手术患者死亡例数", inputUnit: "人", rate: [0.004, 0.012], size: [4_000, 30_000] },
  { ...share, isShare: false, name: "公立医院资产负债率(%)", over: ["负债合计"], under: ["资产合计"], decoy: "流动资产", inputUnit: "万元", rate: [0.3, 0.6], size: [20_000, 300_000] },
  { ...plain, name: "公立医院平均住院日(天)", over: ["出院者占用总床日数"], under: ["同期出院人数", "出院人数"], decoy: "实际开放总床日数", inputUnit: "", valueUnit: "天", rate: [6.2, 9.8], size: [4_000, 50_000] },
  { ...plain, name: "公立医院门诊人次数与出院人次数比", over: ["门诊患者人次数", "门诊人次数"], under: ["同期出院患者人次数", "出院患者人次数"], decoy: "健康体检人次数", inputUnit: "人次", valueUnit: "", rate: [11, 30], size: [3_000, 40_000] },
];

export const growthSubjects: readonly Subject[] = [
  { ...growth, name: "公立医院医疗费用增长率(%)", over: ["本年度公立医院医疗收入", "本年医疗收入"], under: ["上年度公立医院医疗收入", "上年医疗收入"], decoy: "本年药品收入", inputUnit: "万元", rate: [1.02, 1.09], size: [20_000, 150_000] },
  { ...growth, name: "公立医院次均门诊费用增长率(%)", over: ["本年门诊次均医药费用"], under: ["上年门诊次均医药费用"], decoy: "本年门诊次均药费", inputUnit: "元", rate: [1.01, 1.08], size: [180, 420] },
  { ...growth, name: "公立医院人均住院费用增长率(%)", over: ["本年出院患者次均医药费用"], under: ["上年出院患者次均医药费用"], decoy: "本年出院患者次均药费", inputUnit: "元", rate: [1.01, 1.07], size: [5_000, 15_000] },
];

export const ownSubjects: readonly Subject[] = [
  { ...share, isOwn: true, name: "错时共享泊位占比(%)", over: ["错时共享泊位数"], under: ["公共泊位总数"], decoy: "路内泊位数", inputUnit: "个", rate: [0.12, 0.35], size: [800, 9_000] },
  { ...share, isOwn: true, name: "公办园在园幼儿占比(%)", over: ["公办园在园幼儿数"], under: ["在园幼儿总数"], decoy: "民办园在园幼儿数", inputUnit: "人", rate: [0.5, 0.75], size: [2_000, 30_000] },
  { ...share, isOwn: true, name: "空气质量优良天数比率(%)", over: ["空气质量优良天数"], under: ["有效监测天数"], decoy: "轻度污染天数", inputUnit: "天", rate: [0.75, 0.95], size: [355, 365] },
  { ...share, isOwn: true, name: "生活垃圾回收利用率(%)", over: ["生活垃圾回收利用量"], under: ["生活垃圾产生总量"], decoy: "生活垃圾焚烧处理量", inputUnit: "吨", rate: [0.33, 0.42], size: [20_000, 200_000] },
  { ...share, isOwn: true, name: "护理型床位占比(%)", over: ["护理型床位数"], under: ["养老机构床位总数"], decoy: "社区养老床位数", inputUnit: "张", rate: [0.5, 0.7], size: [400, 6_000] },
  { ...share, isOwn: true, name: "政务服务全程网办率(%)", over: ["全程网办事项办件量"], under: ["政务服务总办件量"], decoy: "窗口办理办件量", inputUnit: "件", rate: [0.6, 0.9], size: [10_000, 200_000] },
  { ...plain, isOwn: true, name: "小学生师比", over: ["小学在校学生数"], under: ["小学专任教师数"], decoy: "小学代课教师数", inputUnit: "人", valueUnit: "", rate: [15, 19], size: [120, 2_400] },
  { ...plain, factor: 10_000, isOwn: true, name: "每万人公共泊位数(个)", over: ["公共泊位总数"], under: ["常住人口数"], decoy: "户籍人口数", inputUnit: "", valueUnit: "个", rate: [0.02, 0.08], size: [60_000, 900_000] },
];

/** Values that fit: whole numbers but for money. */
export function draw(subject: Subject, random: Random): { over: number; under: number; decoy: number } {
  const isMoney = /元/.test(subject.inputUnit);
  const round = (value: number): number => (isMoney ? Math.round(value * 100) / 100 : Math.round(value));
  const under = round(random.between(...subject.size));
  const over = round(under * random.between(...subject.rate));
  // a value of its own size, so that the wrong column shows another result
  return { over, under, decoy: round(over * random.between(0.31, 0.57)) };
}

/** The numerator of a growth is the difference: what stands under 分子 where nothing else is said. */
export function withDifference(subject: Subject): Subject {
  const { form, rate, under: [under = ""], over: [over = ""] } = subject;
  return form === "ratio" ? subject : { ...subject, form: "ratio", over: [`${over}－${under}`], rate: [rate[0] - 1, rate[1] - 1], isDifference: true };
}

export function definitionOf({ name, over: [over = ""], under: [under = ""], form, factor, isDifference = false }: Subject, side: "with-name" | "bare" = "with-name"): string {
  const left = side === "bare" ? "" : `${name}=`;
  if (form === "growth") return `${left}（${over}－${under}）/${under}×100%`;
  return `${left}${isDifference ? `（${over}）` : over}/${under}${factor === 1 ? "" : factor === 100 ? "×100%" : `×${factor}`}`;
}

export function directionOf({ name }: Subject): "higher" | "lower" | "monitor" {
  return /负债|增长|住院日|并发症/.test(name) ? "lower" : /人次数比|师比/.test(name) ? "monitor" : "higher";
}

export function headed(term: string, unit: string): string {
  return unit === "" ? term : `${term}（${unit}）`;
}

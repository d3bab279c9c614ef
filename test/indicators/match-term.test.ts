import { matchQuality, matchTerm } from "../../src/indicators/match-term";
import type { Term } from "../../src/indicators/indicator";
import { expectLinearTime } from "../support/linear-time";

const terms = (...names: string[]): Term[] => names.map((name) => ({ name }));

const visits = terms("参保人员县域内门急诊人次", "参保人员门急诊总人次");
const growth = terms("本年门诊收入", "上年门诊收入");
const balance = terms("负债合计", "资产合计");
const surgery = terms("出院患者三级手术台次数", "出院患者四级手术台次数", "出院患者手术台次数");
const schools = terms("参加体质健康测试的学生数", "在校学生总数");
const places = terms("林地面积", "国土总面积");

test.each<[string, readonly Term[], string | undefined]>([
  ["参保人员县域内门急诊人次", visits, "参保人员县域内门急诊人次"],
  ["县域内门急诊人次数（万人次）", visits, "参保人员县域内门急诊人次"],
  ["参保人员在县域内门急诊就诊人次", visits, "参保人员县域内门急诊人次"],
  ["县域门急诊人次", visits, "参保人员县域内门急诊人次"],
  ["县内门急诊人次", visits, "参保人员县域内门急诊人次"],
  ["2025年参保人县域内门急诊总人次", visits, "参保人员县域内门急诊人次"],
  ["门急诊总人次", visits, "参保人员门急诊总人次"],
  ["门急诊人次合计", visits, "参保人员门急诊总人次"],
  ["门急诊人次", visits, "参保人员门急诊总人次"],
  ["参保人员县域内门急珍人次", visits, "参保人员县域内门急诊人次"],
  ["县域外门急诊人次", visits, undefined],
  ["参保人员县域内住院人次", visits, undefined],
  ["县域内门诊人次", visits, undefined],
  ["住院总人次", visits, undefined],
  ["县域内门急诊费用", visits, undefined],
  ["市域内门急诊人次", visits, undefined],
  ["序号", visits, undefined],
  ["", visits, undefined],
  ["上年门诊收入（万元）", growth, "上年门诊收入"],
  ["去年门诊收入", growth, "上年门诊收入"],
  ["门诊收入（上年同期）", growth, "上年门诊收入"],
  ["门诊收入", growth, "本年门诊收入"],
  ["本年", growth, "本年门诊收入"],
  ["上年", growth, "上年门诊收入"],
  ["上年住院收入", growth, undefined],
  ["2024年门诊收入", growth, undefined],
  ["总负债", balance, "负债合计"],
  ["资产总额", balance, "资产合计"],
  ["流动资产", balance, undefined],
  ["净资产", balance, undefined],
  ["三级手术台次", surgery, "出院患者三级手术台次数"],
  ["四级手术例数", surgery, "出院患者四级手术台次数"],
  ["手术台次", surgery, "出院患者手术台次数"],
  ["微创手术台次", surgery, undefined],
  ["参加体质健康测试学生数", schools, "参加体质健康测试的学生数"],
  ["学生总数", schools, undefined],
  ["在校学生（人）", schools, "在校学生总数"],
  ["在校教师总数", schools, undefined],
  ["国土面积（平方公里）", places, "国土总面积"],
  ["规上企业（家）", terms("高新技术企业数", "规模以上企业总数"), "规模以上企业总数"],
  ["按期办结数", terms("按期办结件数", "受理总件数"), "按期办结件数"],
  ["办结件数", terms("按期办结件数", "受理总件数"), undefined],
  ["不合格批次", terms("合格批次数", "抽检总批次数"), undefined],
  ["草地面积", places, undefined],
])("%s speaks of one of the terms, or none", (label, among, name) => {
  expect(matchTerm(label, among)?.name).toBe(name);
});

test("a year tells this year's from last year's where it is known which is which", () => {
  expect(matchTerm("2024年门诊收入", growth, { thisYear: 2025 })?.name).toBe("上年门诊收入");
  expect(matchTerm("2025年门诊收入", growth, { thisYear: 2025 })?.name).toBe("本年门诊收入");
  expect(matchTerm("2022年门诊收入", growth, { thisYear: 2025 })).toBeUndefined();
});

test("what is left out of one and not of the other lowers the quality, two different exclusions are two quantities", () => {
  const [term] = terms("基金支出（不含药店）");
  if (term === undefined) throw new Error("no term");
  expect(matchQuality("基金支出（不含药店）", term)).toBe(1);
  expect(matchQuality("基金支出", term)).toBeLessThan(0.9);
  expect(matchQuality("基金支出", term)).toBeGreaterThan(0.6);
  expect(matchQuality("基金支出（不含药品）", term)).toBe(0);
});

test("the better of two decides, of two that fit alike neither", () => {
  expect(matchTerm("手术患者人数", terms("手术患者人数", "手术患者人次"))?.name).toBe("手术患者人数");
  expect(matchTerm("护士", terms("注册护士", "执业护士"))).toBeUndefined();
});

test.each(["总", "县域", "（不含", "门急诊", "1", "本年2024年"])("long labels of %s take linear time", (part) => {
  expectLinearTime(() => matchTerm(part.repeat(100_000 / part.length), visits));
  expectLinearTime(() => Array.from({ length: 2000 }, () => matchTerm(part.repeat(Math.floor(120 / part.length)), visits)));
});

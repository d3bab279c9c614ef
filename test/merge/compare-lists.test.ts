import { compareWorkbooks } from "../../src/merge/compare-lists";
import { describeEntry, describeLayout, describeList } from "../../src/merge/describe-comparison";
import { entriesOf } from "../../src/merge/difference-groups";
import type { Workbook } from "../../src/core/workbook";
import { sheet } from "../support/sheet";
import { bookOf, options } from "./lists";

const header = "序号 | 任务分类 | 重点任务 | 牵头部门 | 责任部门 | 完成时限 | 完成状态 | 备注\n";

/** group: what is said, one a line. */
function told(before: Workbook, after: Workbook, language: "zh" | "en" = "zh"): string[] {
  return compareWorkbooks(before, after, options).lists.flatMap((list) => entriesOf(list).map((entry) => `${entry.group}: ${describeEntry(entry)[language]}`));
}

const line = (cells: string): Workbook => bookOf(header + cells);
const task = "1 | 民生 | 新建城东农贸市场 | 市商务局 | 市财政局、市住建局 | 2026年6月底前 | 推进中 |";

test.each([
  { name: "nothing", after: task, says: [] },
  { name: "other width, spaces and points", after: "1 | 民生 | 新建城东农贸市场。 | 市商务局 | 市财政局，市住建局 | 2026年6月底前 | 推进中 |", says: [] },
  { name: "reworded", after: task.replace("新建", "改扩建"), says: ["reworded: “新”改为“改扩”"] },
  { name: "lead", after: task.replace("市商务局", "市市场监管局"), says: ["lead: 牵头部门去掉“市商务局”，增加“市市场监管局”"] },
  { name: "lead by its other name", before: task.replace("市商务局", "市发展改革委"), after: task.replace("市商务局", "市发展和改革委员会"), says: ["wording: 牵头部门由“市发展改革委”写成“市发展和改革委员会”，意思没有变"] },
  { name: "units as a set", after: task.replace("市财政局、市住建局", "市住建局、市审计局、市财政局"), says: ["units: 责任部门增加“市审计局”"] },
  { name: "units in another order, where there is a lead column", after: task.replace("市财政局、市住建局", "市住建局、市财政局"), says: ["wording: 责任部门由“市财政局、市住建局”写成“市住建局、市财政局”，意思没有变"] },
  { name: "deadline later", after: task.replace("2026年6月底前", "2026年9月30日前"), says: ["later: 完成时限推迟 92 天"] },
  { name: "deadline earlier", after: task.replace("2026年6月底前", "2026年3月底前"), says: ["earlier: 完成时限提前 91 天"] },
  { name: "the same day written otherwise", after: task.replace("2026年6月底前", "2026.6.30"), says: ["wording: 完成时限由“2026年6月底前”写成“2026.6.30”，意思没有变"] },
  { name: "deadline without a day", after: task.replace("2026年6月底前", "持续推进"), says: ["deadline: 完成时限改了，算不出差几天，请对照原文"] },
  { name: "deadline taken out", after: task.replace("2026年6月底前", ""), says: ["deadline: 完成时限原来是“2026年6月底前”，现在空着"] },
  { name: "status", after: task.replace("推进中", "已完成"), says: ["status: 完成状态由“推进中”改为“已完成”"] },
  { name: "a note", after: `${task} 已并入二期`, says: ["other: 备注填了“已并入二期”"] },
  { name: "number and category", after: task.replace("1 | 民生", "3 | 商贸"), says: ["placing: 序号由“1”改为“3”", "placing: 任务分类由“民生”改为“商贸”"] },
  { name: "several at once, by what they are about", after: task.replace("新建", "续建").replace("6月", "8月").replace("推进中", "已完成"), says: ["reworded: “新”改为“续”", "later: 完成时限推迟 62 天", "status: 完成状态由“推进中”改为“已完成”"] },
  { name: "5% is not 5‰", before: task.replace("新建城东农贸市场", "病床使用率提高5%"), after: task.replace("新建城东农贸市场", "病床使用率提高5‰"), says: ["reworded: “%”改为“‰”"] },
])("tells of a task: $name", ({ before = task, after, says }) => {
  expect(told(line(before), line(after))).toEqual(says);
});

test("an Excel date is the day that the text before it named", () => {
  const dated = bookOf(sheet(header + task.replace("2026年6月底前", "46203"), { formats: { "F2:F2": "yyyy/m/d" } }));
  expect(told(line(task), dated)).toEqual(["wording: 完成时限由“2026年6月底前”写成“2026-06-30”，意思没有变"]);
});

test("where no column says who leads, another unit in front is another lead", () => {
  const short = "主要任务 | 责任单位\n";
  expect(told(bookOf(`${short}整治雨污混接 | 市水务局、市城管局`), bookOf(`${short}整治雨污混接 | 市城管局、市水务局`))).toEqual(["lead: 责任单位没有增减，第一位改为“市城管局”；列第一位的为牵头单位时，就是牵头单位换了"]);
});

const whole = {
  before: `1 | 民生 | 新建城东农贸市场 | 市商务局 | | 2026年6月底前 | |
           2 |      | 更换老旧供水立管 | 市水务局 | | 2026年9月底前 | |
           3 | 产业 | 完善停车设施布局，新增公共泊位，健全收费标准动态调整机制 | 市城管局 | | | |
           4 |      | 开展从业人员培训 | 市人社局 | | | |`,
  after: `1 | 民生 | 新建城东农贸市场 | 市商务局 | | 2026年6月底前 | |
          2 | 产业 | 完善停车设施布局，新增公共泊位 | 市城管局 | | | |
          3 |      | 健全收费标准动态调整机制 | 市发展改革委 | | | |
          4 |      | 开展从业人员培训 | 市人社局 | | | |
          5 |      | 公布办事清单 | 市数据局 | | | |`,
};

test("a list: added, dropped, split, and how many are as they were", () => {
  const [old, fresh] = [line(whole.before), line(whole.after)];
  expect(told(old, fresh)).toEqual(["added: 新表第 6 行", "dropped: 原表第 3 行，新表里没有", "split: 原表第 4 行拆成新表第 3、4 行，请核对有没有漏掉内容"]);
  const [list] = compareWorkbooks(old, fresh, options).lists;
  expect(list === undefined ? undefined : describeList(list)).toEqual({ zh: "新增任务 1，删去任务 1，一项拆成几项 1；没有变化 2", en: "added 1, dropped 1, split 1; unchanged 2" });
  expect(list?.differences.map(({ kind }) => kind)).toEqual(["dropped", "split", "added"]);
});

test("compared backwards, what was added is dropped and what was split is joined", () => {
  expect(told(line(whole.after), line(whole.before)).map((text) => text.split(":")[0])).toEqual(["added", "dropped", "joined"]);
});

test("several lists, each by its name, title or tasks; lists and columns of one version only", () => {
  const list = (name: string, tasks: string, extra = "") => sheet(`重点任务 | 牵头部门 | 完成时限${extra}\n${tasks}`, { name });
  const before = bookOf(list("民生", "新建城东农贸市场 | 市商务局 | 2026年6月底前"), list("产业", "开展从业人员培训 | 市人社局 | 2026年6月底前"), list("生态", "整治雨污混接 | 市水务局 | 2026年6月底前"));
  const after = bookOf(list("产业（2月）", "开展从业人员培训 | 市教育局 | 2026年6月底前", " | 存在问题"), list("民生", "新建城西农贸市场 | 市商务局 | 2026年6月底前"), list("文旅", "修缮老街 | 市文旅局 | 2026年6月底前"));
  const comparison = compareWorkbooks(before, after, options);
  expect(comparison.lists.map((one) => [one.before.sheet, one.after.sheet, one.differences.length])).toEqual([["民生", "民生", 1], ["产业", "产业（2月）", 1]]);
  expect(describeLayout(comparison).map(({ zh }) => zh)).toEqual(["清单“生态”A1:C2（1 项）只在原工作簿里有", "清单“文旅”A1:C2（1 项）只在新工作簿里有", "“产业（2月）”多了“存在问题”这一栏"]);
});

test("English has no Chinese words but what it quotes", () => {
  const after = line(whole.after.replace("市商务局", "市审计局").replace("2026年6月底前", "2026年5月底前"));
  const unquoted = told(line(whole.before), after, "en").map((text) => text.replace(/“[^”]*”/g, "").replace(/牵头部门|完成时限/g, ""));
  expect(unquoted.join()).not.toMatch(/[\u4e00-\u9fff]/);
});

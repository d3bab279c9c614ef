import { matchTasks } from "../../src/merge/match-tasks";
import type { TaskTable } from "../../src/merge/list-records";
import { expectLinearTime } from "../support/linear-time";
import { listOf } from "./lists";

const header = "序号 | 重点任务 | 牵头部门 | 责任部门 | 完成时限\n";

/** Rows as they are counted on the sheet, from 1: "2>3" is a match, "2~3" a near one. */
function matched(before: string, after: string): string[] {
  const { matches, divided, unclear, dropped, added } = matchTasks(listOf(header + before), listOf(header + after));
  const rows = (list: readonly number[]): string => list.map((row) => row + 1).join(",");
  return [
    ...matches.map(({ before: old, after: fresh, basis }) => `${old + 1}${basis === "near" ? "~" : ">"}${fresh + 1}`),
    ...divided.map((one) => `${rows(one.before)}/${rows(one.after)}`),
    ...unclear.map((one) => `${rows(one.before)}?${rows(one.after)}`),
    ...dropped.map((row) => `-${row + 1}`),
    ...added.map((row) => `+${row + 1}`),
  ];
}

test.each([
  {
    name: "reordered and renumbered",
    before: `1 | 新建城东农贸市场   | 市商务局 | | 2026年6月底前
             2 | 更换老旧供水立管   | 市水务局 | | 2026年9月底前
             3 | 开展从业人员培训   | 市人社局 | | 2026年底前`,
    after: `1 | 开展从业人员培训   | 市人社局 | | 2026年底前
            2 | 新建城东农贸市场。 | 市商务局 | | 2026年6月底前
            3 | 更换老旧供水立管   | 市水务局 | | 2026年9月底前`,
    found: ["2>3", "3>4", "4>2"],
  },
  {
    name: "a task comes in at the top and moves every number",
    before: `1 | 清理楼道堆物 | 市城管局 | |
             2 | 修补单元门禁 | 市公安局 | |`,
    after: `1 | 公布办事清单 | 市数据局 | |
            2 | 清理楼道堆物 | 市城管局 | |
            3 | 修补单元门禁 | 市公安局 | |`,
    found: ["2>3", "3>4", "+2"],
  },
  {
    name: "reworded",
    before: `1 | 新增公共停车泊位2000个，优先布设在学校和医院周边 | 市城管局 | | 2026年底前
             2 | 推进错时共享停车 | 市住建局 | | 2026年底前`,
    after: `1 | 新增公共停车泊位2600个，优先布设在学校、医院和商圈周边 | 市城管局 | | 2026年底前
            2 | 推进错时共享停车 | 市住建局 | | 2026年底前`,
    found: ["2~2", "3>3"],
  },
  {
    name: "one word apart, and both there: no rewording",
    before: `1 | 新建城东农贸市场 | 市商务局 | |
             2 | 改建城东农贸市场 | 市商务局 | |`,
    after: `1 | 改建城东农贸市场 | 市商务局 | |
            2 | 新建城东农贸市场 | 市商务局 | |`,
    found: ["2>3", "3>2"],
  },
  {
    name: "one word apart, and the other one comes in",
    before: `1 | 新建城东农贸市场 | 市商务局 | |`,
    after: `1 | 新建城东农贸市场 | 市商务局 | |
            2 | 改建城东农贸市场 | 市商务局 | |`,
    found: ["2>2", "+3"],
  },
  {
    name: "one word apart from two others: nobody can tell",
    before: `1 | 新建城东农贸市场 | 市商务局 | |`,
    after: `7 | 改建城东农贸市场 | 市商务局 | |
            8 | 扩建城东农贸市场 | 市商务局 | |`,
    found: ["2?2,3"],
  },
  {
    name: "its number tells which of the two",
    before: `1 | 新建城东农贸市场 | 市商务局 | |`,
    after: `1 | 改建城东农贸市场 | 市商务局 | |
            8 | 扩建城东农贸市场 | 市商务局 | |`,
    found: ["2~2", "+3"],
  },
  {
    name: "another task under the same number",
    before: `1 | 新建城东农贸市场 | 市商务局 | |`,
    after: `1 | 开展从业人员培训 | 市商务局 | |`,
    found: ["-2", "+2"],
  },
  {
    name: "split in two",
    before: `1 | 完善停车设施布局，新增公共泊位；健全收费标准动态调整机制 | 市城管局 | |
             2 | 推进错时共享停车 | 市住建局 | |`,
    after: `1 | 完善停车设施布局，新增公共泊位 | 市城管局 | |
            2 | 健全收费标准动态调整机制 | 市发展改革委 | |
            3 | 推进错时共享停车 | 市住建局 | |`,
    found: ["3>4", "2/2,3"],
  },
  {
    name: "two joined",
    before: `1 | 完善停车设施布局，新增公共泊位 | 市城管局 | |
             2 | 健全收费标准动态调整机制 | 市发展改革委 | |`,
    after: `1 | 完善停车设施布局，新增公共泊位，健全收费标准动态调整机制 | 市城管局 | |`,
    found: ["2,3/2"],
  },
  {
    name: "a task that lost its second half is a reworded one",
    before: `1 | 完善停车设施布局，新增公共泊位2000个 | 市城管局 | |`,
    after: `1 | 完善停车设施布局，新增公共泊位 | 市城管局 | |`,
    found: ["2~2"],
  },
  {
    name: "the same words for several units",
    before: `1 | 加强政策宣传 | 市教育局 | |
             2 | 加强政策宣传 | 市财政局 | |
             3 | 加强政策宣传 | 市水务局 | |`,
    after: `1 | 加强政策宣传 | 市水务局 | |
            2 | 加强政策宣传 | 市教育局 | |`,
    found: ["2>3", "4>2", "-3"],
  },
  {
    name: "repeated and renumbered, told by what stands beside them",
    before: `1 | 清理楼道堆物 | 市城管局 | |
             2 | 加强政策宣传 | 市教育局 | |
             3 | 修补单元门禁 | 市公安局 | |
             4 | 加强政策宣传 | 市教育局 | |`,
    after: `2 | 清理楼道堆物 | 市城管局 | |
            3 | 加强政策宣传 | 市教育局 | |
            9 | 修补单元门禁 | 市公安局 | |
            8 | 加强政策宣传 | 市教育局 | |`,
    found: ["2>2", "3>3", "4>4", "5>5"],
  },
  {
    name: "repeated, all the same in every column: any may stand for any",
    before: `| 加强政策宣传 | 市教育局 | |
             | 加强政策宣传 | 市教育局 | |`,
    after: `| 加强政策宣传 | 市教育局 | |
            | 加强政策宣传 | 市教育局 | |`,
    found: ["2>2", "3>3"],
  },
  {
    name: "repeated, and told by nothing",
    before: `| 加强政策宣传 | 市教育局 | |
             | 加强政策宣传 | 市教育局 | |`,
    after: `| 加强政策宣传 | 市财政局 | |
            | 加强政策宣传 | 市水务局 | |
            | 加强政策宣传 | 市审计局 | |`,
    found: ["2,3?2,3,4"],
  },
  {
    name: "a task merged over the rows of its units",
    before: `1 | 建设信息服务平台 | 市数据局 | 市公安局 | 2026年6月底前
             ^ | ^ | ^ | 市住建局 | 2026年9月底前`,
    after: `1 | 建设信息服务平台 | 市数据局 | 市公安局 | 2026年6月底前
            ^ | ^ | ^ | 市住建局 | 2026年12月底前`,
    found: ["2>2", "3>3"],
  },
  {
    name: "totals are no tasks",
    before: `1 | 清理楼道堆物 | 市城管局 | |
             合计 | 1项 | | |`,
    after: `1 | 清理楼道堆物 | 市城管局 | |
            合计 | 2项 | | |`,
    found: ["2>2"],
  },
])("$name", ({ before, after, found }) => {
  expect(matched(before, after)).toEqual(found);
});

test("a list matches itself, row for row", () => {
  const lines = Array.from({ length: 60 }, (_, index) => `${index + 1} | ${["加强政策宣传", "新建农贸市场", "改建农贸市场"][index % 3] ?? ""} | 市教育局 | |`).join("\n");
  expect(matched(lines, lines)).toEqual(Array.from({ length: 60 }, (_, index) => `${index + 2}>${index + 2}`));
});

test("20,000 tasks of the same words, and none told apart, take no time that grows with their square", () => {
  const list = (unit: string): TaskTable => listOf(`${header}${Array.from({ length: 20_000 }, () => ` | 加强政策宣传 | ${unit} | |`).join("\n")}`);
  const [before, after] = [list("市教育局"), list("市财政局")];
  expectLinearTime(() => expect(matchTasks(before, after).unclear).toHaveLength(1));
});

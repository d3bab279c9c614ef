import type { Workbook } from "../../src/core/workbook";
import { createMemoryHost } from "../../src/host/memory-host";
import { compareWorkbooks } from "../../src/merge/compare-lists";
import { describeEntry } from "../../src/merge/describe-comparison";
import { entriesOf } from "../../src/merge/difference-groups";
import { describeMerge, describeOpen, placeText } from "../../src/merge/describe-merge";
import { mergeReplies, type Merge } from "../../src/merge/merge-replies";
import { resolveMerge, undecided } from "../../src/merge/resolve-merge";
import { expectLinearTime } from "../support/linear-time";
import { contentsOf, sheet } from "../support/sheet";
import { bookOf, options } from "./lists";

const header = "序号 | 重点任务 | 牵头部门 | 责任部门 | 完成时限 | 进展情况 | 完成状态 | 联系人";
const master = `${header}
  1 | 新建城东农贸市场 | 市商务局 | 市财政局 | 2026年6月底前 | | |
  2 | 改建城西农贸市场 | 市商务局 | 市住建局 | 2026年9月底前 | 已立项 | 推进中 |
  3 | 更换老旧供水立管 | 市水务局 | 市住建局 | 2026年9月底前 | | |
  4 | 整治雨污混接     | 市水务局 | 市商务局 | 2026年底前     | | |`;

type Drawings = { readonly master?: string; readonly base?: string; readonly replies: Readonly<Record<string, string | Workbook>> };

function merged({ master: drawing = master, base, replies }: Drawings): Merge {
  return mergeReplies({ master: bookOf(drawing), ...(base === undefined ? {} : { base: bookOf(base) }), replies: Object.entries(replies).map(([file, reply]) => ({ file, workbook: typeof reply === "string" ? bookOf(reply) : reply })), ...options });
}

/** F2 新: what is taken, `?` what is in conflict, `!` what is proposed. */
function cellsOf(merge: Merge): string[] {
  const place = (cell: Parameters<typeof placeText>[0]): string => placeText(cell).replace(/^.*!/, "");
  return [
    ...merge.taken.map((cell) => `${place(cell)} ${cell.version.words}`),
    ...merge.conflicts.map((cell) => `?${place(cell)} ${cell.versions.map(({ words, sources }) => `${words}(${sources.map(({ file }) => file).join()})`).join("|")}`),
    ...[...merge.reworded, ...merge.proposals].map((cell) => `!${place(cell)} ${cell.versions.map(({ words }) => words).join("|")}`),
  ];
}

const commerce = (first: string, second: string): string => `${header}\n${first}\n${second}`;
const rows = {
  first: "1 | 新建城东农贸市场 | 市商务局 | 市财政局 | 2026年6月底前 | 主体封顶 | 推进中 | 联络员甲",
  second: "2 | 改建城西农贸市场 | 市商务局 | 市住建局 | 2026年9月底前 | 已立项 | 推进中 |",
};

test.each([
  { name: "what a unit fills in", reply: commerce(rows.first, rows.second), cells: ["F2 主体封顶", "G2 推进中", "H2 联络员甲"] },
  { name: "sorted, renumbered, on a sheet of another name", reply: bookOf(sheet(commerce(rows.second.replace("2 ", "1 "), rows.first.replace("1 ", "2 ")), { name: "商务局3月" })), cells: ["F2 主体封顶", "G2 推进中", "H2 联络员甲"] },
  { name: "what it takes back", reply: commerce(rows.first, rows.second.replace("已立项", "")), cells: ["F2 主体封顶", "G2 推进中", "H2 联络员甲", "F3 "] },
  { name: "another deadline", reply: commerce(rows.first, rows.second.replace("9月", "12月")), cells: ["F2 主体封顶", "G2 推进中", "H2 联络员甲", "!E3 2026年12月底前"] },
  { name: "the same deadline as a date", reply: bookOf(sheet(commerce(rows.first, rows.second.replace("2026年9月底前", "46295")), { formats: { "E3:E3": "yyyy-mm-dd" } })), cells: ["F2 主体封顶", "G2 推进中", "H2 联络员甲"] },
  { name: "another task text", reply: commerce(rows.first, rows.second.replace("改建", "改扩建")), cells: ["F2 主体封顶", "G2 推进中", "H2 联络员甲", "!B3 改扩建城西农贸市场"] },
  { name: "another lead", reply: commerce(rows.first, rows.second.replace("市商务局", "市住建局")), cells: ["F2 主体封顶", "G2 推进中", "H2 联络员甲", "!C3 市住建局"] },
  { name: "a unit by its other name", reply: commerce(rows.first, rows.second.replace("市住建局", "市住房和城乡建设局")), cells: ["F2 主体封顶", "G2 推进中", "H2 联络员甲"] },
  { name: "other spaces and points", reply: commerce(rows.first, rows.second.replace("改建城西", "改建 城西").replace("已立项", " 已立项 ")), cells: ["F2 主体封顶", "G2 推进中", "H2 联络员甲"] },
])("takes what is to be filled and proposes the rest: $name", ({ reply, cells }) => {
  expect(cellsOf(merged({ replies: { "商务局.xlsx": reply } }))).toEqual(cells);
});

test("a date and a share that a unit enters come as they are shown", () => {
  const reply = bookOf(sheet(commerce(rows.first.replace("主体封顶", "46203").replace("推进中", "0.285"), rows.second), { formats: { "F2:F2": "yyyy-mm-dd", "G2:G2": "0.0%" } }));
  expect(cellsOf(merged({ replies: { a: reply } }))).toEqual(["F2 2026-06-30", "G2 28.5%", "H2 联络员甲"]);
});

test("text that begins with = stays text", () => {
  const { changes } = merged({ replies: { a: commerce(rows.first.replace("主体封顶", '"=已完成"'), rows.second) } });
  expect(changes[0]?.edits[0]).toMatchObject({ kind: "set-cell", before: null, after: "=已完成" });
});

const water = (first: string, second: string): string => `${header}\n3 | 更换老旧供水立管 | 市水务局 | 市住建局 | 2026年9月底前 | ${first} | |\n4 | 整治雨污混接 | 市水务局 | 市商务局 | 2026年底前 | ${second} | |`;

test("several replies, whatever their order; a conflict is told once, and the master keeps its own", async () => {
  const replies = { "商务局.xlsx": `${commerce(rows.first, rows.second)}\n4 | 整治雨污混接 | 市水务局 | 市商务局 | 2026年底前 | 配合完成摸底 | |`, "水务局.xlsx": water("完成30%", "完成摸底"), "水务局2.xlsx": water("完成30%", "完成摸底") };
  const merge = merged({ replies });
  expect(cellsOf(merge)).toEqual(["F2 主体封顶", "G2 推进中", "H2 联络员甲", "F4 完成30%", "?F5 配合完成摸底(商务局.xlsx)|完成摸底(水务局.xlsx,水务局2.xlsx)"]);
  expect(merge.taken.find(({ header: title, row }) => title === "进展情况" && row === 3)?.version.sources).toEqual([{ file: "水务局.xlsx", unit: "市水务局" }, { file: "水务局2.xlsx", unit: "市水务局" }]);
  const reversed = merged({ replies: Object.fromEntries(Object.entries(replies).reverse()) });
  expect(reversed).toEqual(merge);
  const host = createMemoryHost(bookOf(master));
  await host.apply(merge.changes);
  const [worksheet] = (await host.read()).worksheets;
  expect(worksheet === undefined ? [] : contentsOf(worksheet).cells.map((line) => line.slice(5))).toEqual([["进展情况", "完成状态", "联系人"], ["主体封顶", "推进中", "联络员甲"], ["已立项", "推进中", null], ["完成30%", null, null], [null, null, null]]);
  expect(describeMerge(merge).zh).toBe("并入 3 个文件的 4 格，1 处冲突");
  expect(describeOpen(merge).map(({ zh }) => zh)).toEqual(["任务“整治雨污混接”的进展情况：市商务局（商务局.xlsx）填“配合完成摸底”；市水务局（水务局.xlsx）、市水务局（水务局2.xlsx）填“完成摸底”；总表里空着。几个文件填得不一样，没有改动，请商定用哪一个"]);
});

test("what a person chooses becomes changes", () => {
  const merge = merged({ replies: { a: commerce(rows.first, rows.second.replace("9月", "12月").replace("已立项", "已开工")), b: commerce(rows.first, rows.second.replace("已立项", "已招标")) } });
  const cells = undecided(merge);
  expect(cells.map(placeText)).toEqual(["Sheet1!F3", "Sheet1!E3"]);
  const [progress, deadline] = cells;
  if (progress === undefined || deadline === undefined) throw new Error("nothing to choose");
  expect(resolveMerge(merge, [{ ...progress, version: 1 }, { ...deadline, version: 0 }])).toEqual([
    { title: { zh: "“改建城西农贸市场”：进展情况、完成时限（来自b、a）", en: "“改建城西农贸市场”: 进展情况, 完成时限 (from b, a)" }, edits: [expect.objectContaining({ row: 2, column: 5, before: "已立项", after: "已招标" }), expect.objectContaining({ column: 4, before: "2026年9月底前", after: "2026年12月底前" })] },
  ]);
  expect(() => resolveMerge(merge, [{ ...progress, version: 2 }])).toThrow("nothing to choose");
});

describe("against the master as it was sent out", () => {
  const now = master.replace("已立项", "已开工").replace("1 | 新建", "9 | 新建").replace(`4 | 整治雨污混接     | 市水务局 | 市商务局 | 2026年底前     | | |`, "5 | 公布办事清单 | 市数据局 | | 2026年底前 | | |");

  test("what only the unit changed is taken, where the row is by now", () => {
    expect(cellsOf(merged({ master: now, base: master, replies: { a: commerce(rows.first, rows.second) } }))).toEqual(["F2 主体封顶", "G2 推进中", "H2 联络员甲"]);
  });

  test("what both changed is a conflict, unless they say the same", () => {
    const merge = merged({ master: now, base: master, replies: { a: commerce(rows.first, rows.second.replace("已立项", "已招标")) } });
    expect(cellsOf(merge)).toContain("?F3 已招标(a)");
    expect(describeOpen(merge)[0]?.zh).toContain("总表里是“已开工”（发出时是“已立项”）");
    expect(cellsOf(merged({ master: now, base: master, replies: { a: commerce(rows.first, rows.second.replace("已立项", "已开工")) } }))).not.toContainEqual(expect.stringContaining("F3"));
  });

  test("a task that the master has no more is told of", () => {
    expect(merged({ master: now, base: master, replies: { a: water("完成30%", "完成摸底") } }).unplaced.map(({ reason, before }) => [reason, before[0]?.task])).toEqual([["not-in-master", "整治雨污混接"]]);
  });
});

test("tasks that a unit left out, added, split; lists and columns of its own", () => {
  const merge = merged({
    replies: {
      "市商务局.xlsx": `${header}\n${rows.first}\n3 | 开展夜市管理 | 市商务局 | | 2026年底前 | 已开始 | |`,
      "市水务局.xlsx": `${header} | 存在问题\n3 | 更换老旧供水立管 | 市水务局 | 市住建局 | 2026年9月底前 | | | | 缺少资金\n4 | 整治雨污混接     | 市水务局 | 市商务局 | 2026年底前     | | | |`,
      "说明.xlsx": "姓名 | 电话\n联络员甲 | 1",
    },
  });
  expect(merge.missing.map(({ source, task }) => [source.unit, task.task])).toEqual([["市商务局", "改建城西农贸市场"]]);
  expect(merge.added.map(({ at, cells }) => [at.task, cells.length])).toEqual([["开展夜市管理", 5]]);
  expect(describeOpen(merge).map(({ zh }) => zh)).toEqual([
    "市商务局.xlsx没有返回任务“2．改建城西农贸市场”（Sheet1第 3 行），总表里保留。请向该单位核实是漏报还是要求删去",
    "市商务局.xlsx第 3 行“3．开展夜市管理”在总表里没有，没有并入。请确认要不要加进总表",
    "市水务局.xlsx多了“存在问题”一栏（1 格有内容），总表里没有，没有并入",
    "说明.xlsx里没有认出任务清单，什么也没有并入。请看表头是不是被改了",
  ]);
});

test("what a unit adds is not another unit's task reworded, though it is much like it", () => {
  const merge = merged({ replies: { "市商务局.xlsx": `${commerce(rows.first, rows.second)}\n3 | 更换老旧供热立管 | 市商务局 | | 2026年底前 | 已招标 | |` } });
  expect(cellsOf(merge)).toEqual(["F2 主体封顶", "G2 推进中", "H2 联络员甲"]);
  expect(merge.added.map(({ at }) => at.task)).toEqual(["更换老旧供热立管"]);
  // its own, gone for another of the same lead, is one reworded
  expect(cellsOf(merged({ replies: { "市水务局.xlsx": water("", "").replace("供水", "供热") } }))).toEqual(["!B4 更换老旧供热立管"]);
});

test("a list of quite other tasks is none of the master's, whatever its sheet is called", () => {
  const merge = merged({ replies: { "市商务局.xlsx": `${header}\n1 | 举办消费促进活动 | 市商务局 | | 2026年底前 | 已开始 | |` } });
  expect([merge.missing, merge.added, merge.taken]).toEqual([[], [], []]);
  expect(describeOpen(merge).map(({ zh }) => zh)).toEqual(["市商务局.xlsx的清单“Sheet1”A1:H2在总表里没有对应的清单，没有并入"]);
});

test("a task that a unit has twice is told of and not taken", () => {
  const merge = merged({ replies: { "市商务局.xlsx": `${commerce(rows.first, rows.second)}\n${rows.first.replace("主体封顶", "完成验收")}` } });
  expect(merge.taken).toEqual([]);
  expect(describeOpen(merge).map(({ zh }) => zh)).toEqual(["市商务局.xlsx第 2、4 行与总表第 2 行分不清哪项对哪项，没有并入。请人工核对"]);
});

test("a unit that takes part only, and sends back what it takes part in", () => {
  const merge = merged({ replies: { "a.xlsx": `${header}\n2 | 改建城西农贸市场 | 市商务局 | 市住建局 | 2026年9月底前 | 已立项 | 推进中 |` , "市住建局.xlsx": `${header}\n3 | 更换老旧供水立管 | 市水务局 | 市住建局 | 2026年9月底前 | | |` } });
  expect(merge.missing.map(({ source, task }) => [source.file, task.number])).toEqual([["a.xlsx", "1"], ["市住建局.xlsx", "2"]]);
});

test("formulas stay formulas: typing over one is proposed, computing it anew is nothing", () => {
  const total = `${master}\n合计 | =COUNTA(B2:B5) → 4 | | | | =COUNTA(F2:F5) → 1 | |`;
  const computed = master.replace("| 已立项 | 推进中 |", "| =B2&C2 → 甲 | 推进中 |");
  const sent = `${header}\n${rows.first}\n${rows.second.replace("已立项", "=B2&C2 → 乙")}`;
  expect(cellsOf(merged({ master: computed, replies: { a: sent } }))).not.toContainEqual(expect.stringContaining("F3"));
  const typed = merged({ master: computed, replies: { a: commerce(rows.first, rows.second.replace("已立项", "完成")) } });
  expect(typed.proposals.map(({ fault, versions }) => [fault, versions[0]?.words])).toEqual([["over-formula", "完成"]]);
  expect(cellsOf(merged({ master: total, replies: { a: `${commerce(rows.first, rows.second)}\n合计 | 2 | | | | 2 | |` } }))).toEqual(["F2 主体封顶", "G2 推进中", "H2 联络员甲"]);
  // a formula of the unit's own comes as what it shows
  expect(cellsOf(merged({ replies: { a: commerce(rows.first.replace("主体封顶", "=1+1 → 2"), rows.second) } }))).toContain("F2 2");
  expect(merged({ replies: { a: commerce(rows.first.replace("主体封顶", "=1/0 → #DIV/0!"), rows.second) } }).proposals.map(({ fault }) => fault)).toEqual(["error"]);
});

test("merged cells: one cell of the master is told of once, and taking the merge away blanks nothing", () => {
  const drawing = `${header}
    1 | 建设信息服务平台 | 市数据局 | 市公安局 | 2026年6月底前 | 招标 | |
    ^ | ^ | ^ | 市住建局 | ^ | ^ | |`;
  const whole = drawing.replace("招标", "上线");
  expect(cellsOf(merged({ master: drawing, replies: { a: whole } }))).toEqual(["F2 上线"]);
  const taken = `${header}\n1 | 建设信息服务平台 | 市数据局 | 市公安局 | 2026年6月底前 | 上线 | |\n1 | 建设信息服务平台 | | 市住建局 | | | 办结 |`;
  expect(cellsOf(merged({ master: drawing, replies: { a: taken } }))).toEqual(["F2 上线", "G3 办结"]);
  const two = taken.replace("| 市住建局 | | |", "| 市住建局 | | 试运行 |");
  expect(cellsOf(merged({ master: drawing, replies: { a: two } }))).toEqual(["G3 办结", "?F2 上线(a)|试运行(a)"]);
});

test("a category written again on every row, or gone with the row that had it, is no alteration", () => {
  const drawing = "任务分类 | 重点任务 | 牵头部门 | 完成时限 | 进展情况\n民生 | 新建城东农贸市场 | 市商务局 | 2026年6月底前 |\n | 更换老旧供水立管 | 市水务局 | 2026年9月底前 |";
  const again = "任务分类 | 重点任务 | 牵头部门 | 完成时限 | 进展情况\n民生 | 更换老旧供水立管 | 市水务局 | 2026年9月底前 | 完成";
  expect(cellsOf(merged({ master: drawing, replies: { a: again, b: again.replace("民生", "") } }))).toEqual(["E3 完成"]);
});

test("a file that cannot be read is among the rest", () => {
  const problem = { zh: "打不开", en: "cannot be opened" };
  const merge = mergeReplies({ master: bookOf(master), replies: [{ file: "坏.xlsx", problem }, { file: "商务局.xlsx", workbook: bookOf(commerce(rows.first, rows.second)) }], ...options });
  expect(merge.unreadable).toEqual([{ file: "坏.xlsx", problem }]);
  expect(describeMerge(merge).zh).toBe("并入 1 个文件的 3 格，1 个文件读不了");
});

test("a reply that counts its days from 1904", () => {
  const reply = bookOf(sheet(commerce(rows.first.replace("主体封顶", "44741").replace("2026年6月底前", "44741"), rows.second), { formats: { "E2:F2": "yyyy-mm-dd" } }));
  expect(cellsOf(merged({ replies: { a: { ...reply, uses1904Dates: true } } }))).toEqual(["F2 2026-06-30", "G2 推进中", "H2 联络员甲"]);
});

test("cells of 100,000 characters", () => {
  const long = (text: string): string => text.repeat(Math.ceil(100_000 / text.length));
  const before = `${header}\n1 | ${long("新建、")} | ${long("市商务局、")} | ${long("（")} | ${long("2026年")} | ${long("已")} | |`;
  const after = `${header}\n1 | ${long("改建，")} | ${long("市水务局，")} | ${long("）")} | ${long("2027年")} | ${long("未")} | |`;
  expectLinearTime(() => {
    merged({ master: before, replies: { a: after } });
    compareWorkbooks(bookOf(before), bookOf(after), options).lists.forEach((list) => entriesOf(list).forEach(describeEntry));
  });
});

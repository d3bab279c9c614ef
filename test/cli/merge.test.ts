import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findTables } from "../../src/core/find-tables";
import { contentAt, findWorksheet, textOf, valueAt, type CellContent, type Workbook } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { templates } from "../../src/templates";
import { makeXlsx } from "../support/make-xlsx";
import { runCli, type CliAnswer } from "../support/run-cli";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "qingdan-merge-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(words: readonly string[], language: "zh" | "en" = "zh"): Promise<CliAnswer> {
  const { status, output, complaint } = await runCli(words, { language });
  return { status, output: output.replaceAll(`${folder}/`, ""), complaint: complaint.replaceAll(`${folder}/`, "") };
}

const at = (name: string): string => join(folder, name);

function put(name: string, cells: readonly (readonly CellContent[])[], sheet = "责任分工", more: { readonly merges?: readonly string[]; readonly isProtected?: boolean } = {}): string {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), makeXlsx([{ name: sheet, cells, ...more }]));
  return at(name);
}

async function read(name: string): Promise<Workbook> {
  return (await createXlsxHost(new Uint8Array(readFileSync(at(name))))).read();
}

/** The rows of a worksheet as text, empty cells and all. */
async function linesOf(name: string, sheet: string): Promise<string[]> {
  const worksheet = findWorksheet(await read(name), sheet);
  if (worksheet === undefined) throw new Error(`no sheet ${sheet}`);
  return Array.from({ length: worksheet.rowCount }, (_, row) => Array.from({ length: worksheet.columnCount }, (__, column) => textOf(valueAt(worksheet, row, column))).join("|"));
}

const header = ["序号", "重点任务", "牵头部门", "责任部门", "完成时限", "进展情况", "完成状态"];
const tasks = [
  [1, "新建城东农贸市场", "市商务局", "市财政局", "2026年6月底前", null, null],
  [2, "改建城西农贸市场", "市商务局", "市住建局", "2026年9月底前", "已立项", "推进中"],
  [3, "更换老旧供水立管", "市水务局", "市住建局", "2026年9月底前", null, null],
] as const;
const title = ["云溪市片区改造任务分解表"];

describe("compare", () => {
  const later = [
    [1, "公布办事清单", "市数据局", null, "2026年底前", null, null],
    [2, "新建城东农贸市场", "市商务局", "市财政局", "2026.6.30", "主体封顶", null],
    [3, "改扩建城西农贸市场", "市市场监管局", "市住建局", "2026年12月底前", "已立项", "推进中"],
  ] as const;
  const put2 = (): string[] => [put("二月.xlsx", [title, header, ...tasks]), put("三月.xlsx", [title, header, ...later])];

  test("tells what has changed, by what it is about", async () => {
    const { status, output, complaint } = await run(["compare", ...put2()]);
    expect([status, complaint]).toEqual([0, ""]);
    expect(output).toBe(`二月.xlsx → 三月.xlsx
  责任分工!A2:G5 → 责任分工!A2:G5  新增任务 1，删去任务 1，任务改写 1，牵头单位变化 1，时限推迟 1，进展情况变化 1，序号、分类变化 2，只是写法不同 1；没有变化 0
    新增任务
      1．公布办事清单  新表第 3 行
    删去任务
      3．更换老旧供水立管  原表第 5 行，新表里没有
    任务改写
      3．改扩建城西农贸市场  增加“扩”
    牵头单位变化
      3．改扩建城西农贸市场  牵头部门去掉“市商务局”，增加“市市场监管局”
    时限推迟
      3．改扩建城西农贸市场  完成时限推迟 92 天
    进展情况变化
      2．新建城东农贸市场  进展情况填了“主体封顶”
    序号、分类变化
      2．新建城东农贸市场  序号由“1”改为“2”
      3．改扩建城西农贸市场  序号由“2”改为“3”
    只是写法不同
      2．新建城东农贸市场  完成时限由“2026年6月底前”写成“2026.6.30”，意思没有变
`);
  });

  test("writes both side by side into a new workbook, the changed words marked", async () => {
    expect((await run(["compare", ...put2(), "--output", at("对比.xlsx")])).status).toBe(0);
    const lines = await linesOf("对比.xlsx", "对比");
    expect(lines[0]).toBe("任务清单对比：二月.xlsx → 三月.xlsx（清单核查）||||");
    expect(lines).toContain("3|3．改扩建城西农贸市场|改建城西农贸市场|改【扩】建城西农贸市场|增加“扩”");
    expect(lines).toContain("1|||1．公布办事清单\n牵头：市数据局\n时限：2026年底前|新表第 3 行");
    expect((await read("对比.xlsx")).worksheets.map(({ name }) => name)).toEqual(["对比"]);
    expect(findTables(await read("对比.xlsx"), templates)).toEqual([]);
  });

  test("as JSON", async () => {
    const report = JSON.parse((await run(["compare", ...put2(), "--format", "json"], "en")).output) as { lists: { counts: object; same: number; differences: { kind: string; changes: { column: string; kind: string; days?: number; message: string }[] }[] }[] };
    expect(report.lists[0]?.counts).toEqual({ added: 1, dropped: 1, reworded: 1, lead: 1, later: 1, progress: 1, placing: 2, wording: 1 });
    expect(report.lists[0]?.differences.map(({ kind }) => kind)).toEqual(["added", "changed", "changed", "dropped"]);
    expect(report.lists[0]?.differences[2]?.changes.find(({ column }) => column === "deadline")).toMatchObject({ kind: "deadline", days: 92, message: "完成时限: 92 days later" });
  });

  test("says when nothing changed, when there is no list, when a file cannot be read", async () => {
    const [old] = put2();
    expect((await run(["compare", old ?? "", put("四月.xlsx", [title, header, ...tasks])])).output).toContain("3 项任务没有变化");
    expect((await run(["compare", old ?? "", put("名单.xlsx", [["姓名", "电话"]])])).output).toContain("没有认出任务清单");
    const broken = await run(["compare", at("没有.xlsx"), at("也没有.xlsx")]);
    expect([broken.status, broken.output, broken.complaint.split("\n").length]).toEqual([2, "", 3]);
  });

  test("never writes over its inputs", async () => {
    const [old, fresh] = put2();
    expect((await run(["compare", old ?? "", fresh ?? "", "--output", fresh ?? ""])).status).toBe(2);
    expect((await read("三月.xlsx")).worksheets[0]?.name).toBe("责任分工");
  });
});

const commerce = (progress: string | null, deadline = "2026年9月底前"): (readonly CellContent[])[] => [
  [1, "新建城东农贸市场", "市商务局", "市财政局", "2026年6月底前", "主体封顶", "推进中"],
  [2, "改建城西农贸市场", "市商务局", "市住建局", deadline, progress, "推进中"],
];

describe("merge", () => {
  const total = ["合计", { formula: "=COUNTA(B3:B5)" }, null, null, null, { formula: "=COUNTA(F3:F5)" }, null];
  const putMaster = (): string => put("总表.xlsx", [title, header, ...tasks, total], "责任分工", { merges: ["A1:G1"] });

  test("puts what units have filled in into the master, and says what came from where", async () => {
    const master = putMaster();
    put("返回/市商务局.xlsx", [header, ...commerce("已开工")], "Sheet1");
    put("返回/市水务局.xlsx", [header, [1, "更换老旧供水立管", "市水务局", "市住建局", "2026年9月底前", "=摸底", null]]);
    const { status, output, complaint } = await run(["merge", master, at("返回"), "--output", at("合并.xlsx")]);
    expect([status, complaint, output]).toEqual([0, "", "并入 2 个文件的 4 格；写入 合并.xlsx\n"]);
    expect((await linesOf("合并.xlsx", "责任分工")).slice(2)).toEqual(["1|新建城东农贸市场|市商务局|市财政局|2026年6月底前|主体封顶|推进中", "2|改建城西农贸市场|市商务局|市住建局|2026年9月底前|已开工|推进中", "3|更换老旧供水立管|市水务局|市住建局|2026年9月底前|=摸底|", "合计||||||"]);
    const worksheet = findWorksheet(await read("合并.xlsx"), "责任分工");
    expect(worksheet === undefined ? null : contentAt(worksheet, 5, 5)).toEqual({ formula: "=COUNTA(F3:F5)" });
    expect(await linesOf("合并.xlsx", "合并情况")).toEqual([
      "合并情况（清单核查）||||||||",
      "并入 2 个文件的 4 格。冲突和待确认的格，总表里都还是原来的内容。||||||||",
      "序号|情况|位置|任务|栏目|总表原来|返回的内容|来自|说明",
      "1|已并入|责任分工!F3|1．新建城东农贸市场|进展情况||主体封顶|市商务局.xlsx|",
      "2|已并入|责任分工!G3|1．新建城东农贸市场|完成状态||推进中|市商务局.xlsx|",
      "3|已并入|责任分工!F4|2．改建城西农贸市场|进展情况|已立项|已开工|市商务局.xlsx|",
      "4|已并入|责任分工!F5|3．更换老旧供水立管|进展情况||=摸底|市水务局.xlsx|",
    ]);
    expect(findTables(await read("合并.xlsx"), templates)).toHaveLength(1);
  });

  test("leaves conflicts and alterations to a person, and takes what is chosen", async () => {
    const master = putMaster();
    const replies = [put("甲.xlsx", [header, ...commerce("已开工")]), put("乙.xlsx", [header, ...commerce("已招标", "2026年12月底前")])];
    const open = await run(["merge", master, ...replies, "--output", at("合并.xlsx")]);
    expect(open.status).toBe(1);
    expect(open.output).toBe(`并入 2 个文件的 2 格，1 处冲突，1 处改动待确认；写入 合并.xlsx
  任务“改建城西农贸市场”的进展情况：市商务局（乙.xlsx）填“已招标”；市商务局（甲.xlsx）填“已开工”；总表里是“已立项”。几个文件填得不一样，没有改动，请商定用哪一个
  任务“改建城西农贸市场”的完成时限：市商务局（乙.xlsx）填“2026年12月底前”；总表里是“2026年9月底前”。这一栏没有请各单位改，没有改动，请确认要不要采用
`);
    expect((await linesOf("合并.xlsx", "责任分工"))[3]).toBe("2|改建城西农贸市场|市商务局|市住建局|2026年9月底前|已立项|推进中");
    const chosen = await run(["merge", master, ...replies, "--output", at("合并.xlsx"), "--take", "甲.xlsx=责任分工!F4", "--take", "乙.xlsx=责任分工!E4"]);
    expect([chosen.status, chosen.output]).toEqual([0, "并入 2 个文件的 2 格，1 处冲突，1 处改动待确认，选定 2 处；写入 合并.xlsx\n"]);
    expect((await linesOf("合并.xlsx", "责任分工"))[3]).toBe("2|改建城西农贸市场|市商务局|市住建局|2026年12月底前|已开工|推进中");
    expect((await linesOf("合并.xlsx", "合并情况")).filter((line) => line.includes("已选定"))).toHaveLength(2);
    expect((await run(["merge", master, ...replies, "--output", at("合并.xlsx"), "--take", "乙.xlsx=all"])).status).toBe(0);
    expect((await linesOf("合并.xlsx", "责任分工"))[3]).toBe("2|改建城西农贸市场|市商务局|市住建局|2026年12月底前|已招标|推进中");
  });

  test.each([
    { name: "no such file", take: ["丙.xlsx=all"], says: "没有哪个返回文件的名字" },
    { name: "nothing open there", take: ["甲.xlsx=责任分工!F3"], says: "没有待定的内容" },
    { name: "two files for one cell", take: ["甲.xlsx=all", "乙.xlsx=责任分工!F4"], says: "请只选一个" },
  ])("refuses a choice that fits nothing, and writes nothing: $name", async ({ take, says }) => {
    const master = putMaster();
    const replies = [put("甲.xlsx", [header, ...commerce("已开工")]), put("乙.xlsx", [header, ...commerce("已招标")])];
    const { status, complaint } = await run(["merge", master, ...replies, "--output", at("合并.xlsx"), ...take.flatMap((each) => ["--take", each])]);
    expect([status, complaint]).toEqual([2, expect.stringContaining(says)]);
    expect(existsSync(at("合并.xlsx"))).toBe(false);
  });

  test("a file that cannot be read is said, and the others are merged", async () => {
    const master = putMaster();
    writeFileSync(at("坏.xlsx"), "not a workbook");
    const { status, output, complaint } = await run(["merge", master, at("坏.xlsx"), put("甲.xlsx", [header, ...commerce("已开工")]), "--output", at("合并.xlsx")], "en");
    expect([status, complaint]).toEqual([2, expect.stringContaining("坏.xlsx: This is not an Excel workbook")]);
    expect(output).toBe("3 cells of 1 files merged, 1 files that cannot be read; written to 合并.xlsx\n");
    expect((await linesOf("合并.xlsx", "合并情况")).filter((line) => line.includes("读不了|"))).toHaveLength(1);
  });

  test("holds replies against the master as it was sent out; the master in the folder is no reply", async () => {
    const base = put("发出.xlsx", [title, header, ...tasks]);
    const master = put("夹/总表.xlsx", [title, header, ["9", ...tasks[1].slice(1, 5), "已备案", "推进中"], ...tasks.slice(0, 1)]);
    put("夹/市商务局.xlsx", [header, ...commerce("已开工")]);
    const { status, output } = await run(["merge", master, at("夹"), "--base", base, "--output", at("合并.xlsx"), "--format", "json"]);
    expect(status).toBe(1);
    const report = JSON.parse(output) as { files: { file: string; unit: string }[]; merged: { address: string; after: string }[]; conflicts: { address: string; before: string; versions: { after: string }[]; taken: string | null }[] };
    expect(report.files.map(({ file, unit }) => [file, unit])).toEqual([["市商务局.xlsx", "市商务局"]]);
    expect(report.merged.map(({ address, after }) => [address, after])).toEqual([["F4", "主体封顶"], ["G4", "推进中"]]);
    expect(report.conflicts).toMatchObject([{ address: "F3", before: "已备案", versions: [{ after: "已开工" }], taken: null }]);
  });

  test("merged again, there is a sheet for either time", async () => {
    const master = putMaster();
    const reply = put("甲.xlsx", [header, ...commerce("已开工")]);
    await run(["merge", master, reply, "--output", at("一.xlsx")]);
    expect((await run(["merge", at("一.xlsx"), reply, "--output", at("二.xlsx")])).output).toBe("并入 1 个文件的 0 格；写入 二.xlsx\n");
    expect((await read("二.xlsx")).worksheets.map(({ name }) => name)).toEqual(["责任分工", "合并情况", "合并情况2"]);
  });

  test("a protected master, or one that cannot be read, is said and nothing is written", async () => {
    const reply = put("甲.xlsx", [header, ...commerce("已开工")]);
    const guarded = await run(["merge", put("保护.xlsx", [title, header, ...tasks], "责任分工", { isProtected: true }), reply, "--output", at("合并.xlsx")]);
    expect([guarded.status, guarded.output, guarded.complaint]).toEqual([2, "", expect.stringContaining("保护.xlsx：工作表“责任分工”有保护")]);
    expect((await run(["merge", at("没有.xlsx"), reply, "--output", at("合并.xlsx")])).status).toBe(2);
    expect(existsSync(at("合并.xlsx"))).toBe(false);
  });

  test.each([
    { name: "no replies", words: ["merge", "a.xlsx", "--output", "x.xlsx"], says: "merge 先写总表" },
    { name: "no output", words: ["merge", "a.xlsx", "b.xlsx"], says: "请用 --output" },
    { name: "compare: one file", words: ["compare", "a.xlsx"], says: "compare 要写两个工作簿" },
    { name: "compare: an option of another command", words: ["compare", "a.xlsx", "b.xlsx", "--base", "c.xlsx"], says: "compare 命令没有 --base" },
  ])("wrong words: $name", async ({ words, says }) => {
    const { status, output, complaint } = await run(words);
    expect([status, output, complaint]).toEqual([2, "", expect.stringContaining(says)]);
  });

  test("never writes over the master, the base or a reply", async () => {
    const [master, reply] = [putMaster(), put("甲.xlsx", [header, ...commerce("已开工")])];
    for (const output of [master, reply]) expect((await run(["merge", master, reply, "--output", output])).status).toBe(2);
    expect((await read("总表.xlsx")).worksheets).toHaveLength(1);
  });

  test.each(["zh", "en"] as const)("is in the help (%s)", async (language) => {
    expect((await run(["--help"], language)).output).toMatch(/qingdan compare [\s\S]*qingdan merge .*--output[\s\S]*--take/);
  });
});

test("what was parted by unit and filled in comes back whole, with columns that the master never had", async () => {
  const master = put("总表.xlsx", [["序号", "重点任务", "牵头单位", "责任单位", "完成时限", "备注"], [1, "普查管线", "市住建局", "市财政局", "2026年9月底前", null], [2, "更换路灯", "市城管局", null, "2026年9月底前", "急"], [3, "清淤河道", null, "市住建局", "2026年9月底前", null], [4, null, "市城管局", null, null, null]]);
  expect((await run(["split", master, "--output", at("分发")])).status).toBe(0);
  for (const [file, text] of [["01_市住建局.xlsx", "已完成普查三成"], ["02_市城管局.xlsx", "已招标"]] as const) {
    const host = await createXlsxHost(new Uint8Array(readFileSync(at(`分发/${file}`))));
    const [worksheet] = (await host.read()).worksheets;
    const column = worksheet?.columns.findIndex((each) => each?.values.includes("进展情况")) ?? -1;
    await host.apply([{ title: { zh: "填", en: "fill" }, edits: [{ kind: "set-cell", sheet: worksheet?.name ?? "", row: 1, column, before: null, after: text }] }]);
    writeFileSync(at(`分发/${file}`), await host.save());
  }
  const { status, output } = await run(["merge", master, at("分发"), "--output", at("合并.xlsx")]);
  expect({ status, first: output.split("\n")[0] }).toEqual({ status: 0, first: "并入 3 个文件的 2 格；写入 合并.xlsx" });
  expect(output).not.toMatch(/没有返回|多了/);
  const [merged] = (await read("合并.xlsx")).worksheets;
  const lines = [0, 1, 2, 3].map((row) => Array.from({ length: 7 }, (_, column) => (merged === undefined ? "" : textOf(valueAt(merged, row, column)))).join(" "));
  expect(lines).toEqual(["序号 重点任务 牵头单位 责任单位 完成时限 进展情况 备注", "1 普查管线 市住建局 市财政局 2026年9月底前 已完成普查三成 ", "2 更换路灯 市城管局  2026年9月底前 已招标 急", "3 清淤河道  市住建局 2026年9月底前  "]);
});

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { findWorksheet, formulaAt, textOf, valueAt } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { makeXlsx } from "../support/make-xlsx";
import { open, run, tasksIn } from "../split/run-split";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "qingdan-split-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const cells = [
  ["序号", "重点任务", "牵头单位", "完成时限"],
  [1, "改建农贸市场", "区商务局", "2026年9月底前"],
  [2, "增设充电桩", "区发展改革局、区商务局", "2026年6月底前"],
  [3, "整修步道", null, "2026年12月底前"],
];

function put(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const list = (): string => put("清单.xlsx", makeXlsx([{ name: "民生", cells }]));
const out = (name: string): string => join(folder, name);
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

test("a new folder gets a file a unit, one for tasks that nobody leads, and calendars; standard output says how many", async () => {
  const { status, output, complaint } = await run(["split", list(), "--output", out("分发"), "--calendar"]);
  expect([status, complaint]).toEqual([0, ""]);
  expect(output).toBe(`3 项任务按牵头单位分给 2 个单位，写入 ${out("分发")}\n  01_区商务局.xlsx  2 项\n  02_区发展改革局.xlsx  1 项\n  00_未填牵头单位.xlsx  1 项\n`);
  expect(readdirSync(out("分发")).sort()).toEqual(["00_全部任务.ics", "00_未填牵头单位.xlsx", "01_区商务局.ics", "01_区商务局.xlsx", "02_区发展改革局.ics", "02_区发展改革局.xlsx"]);
});

test("a .zip holds the same files as a folder, and is the same each time", async () => {
  const file = list();
  await run(["split", file, "--output", out("分发")]);
  await run(["split", file, "--output", out("分发.zip")]);
  await run(["split", file, "--output", out("又.zip")]);
  const packed = unzipSync(bytesOf(out("分发.zip")));
  expect(Object.keys(packed).sort()).toEqual(readdirSync(out("分发")).sort());
  for (const [name, bytes] of Object.entries(packed)) expect(tasksIn((await open(bytes)).workbook)).toEqual(tasksIn((await open(bytesOf(join(out("分发"), name)))).workbook));
  expect(Object.keys(unzipSync(bytesOf(out("又.zip"))))).toEqual(Object.keys(packed));
});

test("an empty folder is filled, one that holds something is left as it is", async () => {
  const file = list();
  mkdirSync(out("空"));
  expect((await run(["split", file, "--output", out("空")])).status).toBe(0);
  expect(readdirSync(out("空"))).toHaveLength(3);
  rmSync(join(out("空"), "01_区商务局.xlsx"));
  const again = await run(["split", file, "--output", out("空")]);
  expect([again.status, again.complaint]).toEqual([2, `文件夹“${out("空")}”里已有内容，为免覆盖没有写入；请换一个新文件夹\n`]);
  expect(readdirSync(out("空"))).toHaveLength(2);
});

test.each([
  ["a list without lead units", [["序号", "重点任务", "责任单位", "完成时限"], [1, "改建市场", "区商务局、区住建局", "2026年9月底前"]], "没有一项任务写明牵头单位"],
  ["no list", [["物资", "单价"], ["桌子", 3]], "没有认出任务清单"],
])("%s is told of in one sentence, and nothing is written", async (_, given, sentence) => {
  const { status, output, complaint } = await run(["split", put("x.xlsx", makeXlsx([{ name: "表", cells: given }])), "--output", out("分发")]);
  expect([status, output]).toEqual([2, ""]);
  expect(complaint).toContain(sentence);
  expect(readdirSync(folder)).toEqual(["x.xlsx"]);
});

test("a protected list is refused, and nothing is written", async () => {
  const { status, complaint } = await run(["split", put("x.xlsx", makeXlsx([{ name: "民生", cells, isProtected: true }])), "--output", out("分发")]);
  expect(status).toBe(2);
  expect(complaint).toContain("民生");
  expect(readdirSync(folder)).toEqual(["x.xlsx"]);
});

test.each([
  [["--output", "分发.xlsx"], "--as tabs"],
  [["--output", "分发", "--as", "tabs"], ".xlsx 结尾"],
  [["--output", "分发", "--as", "sheets"], "files、tabs"],
  [["--output", "分发", "--by", "deadline"], "lead-unit"],
  [["--output", "x.xlsx", "--as", "tabs", "--calendar"], "--calendar"],
  [[], "--output"],
])("%j are wrong words", async (words, hint) => {
  const { status, complaint } = await run(["split", list(), ...words.map((word) => (/^[分x]/.test(word) ? out(word) : word))]);
  expect(status).toBe(2);
  expect(complaint).toContain(hint);
});

describe("tabs", () => {
  test("a sheet a unit in the same workbook, with links; made again nothing doubles and notes beside stay", async () => {
    await run(["split", list(), "--output", out("一.xlsx"), "--as", "tabs", "--reminders"]);
    const { workbook } = await open(bytesOf(out("一.xlsx")));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["民生", "区商务局", "区发展改革局", "未填牵头单位", "催办单 区商务局", "催办单 区发展改革局"]);
    const tab = findWorksheet(workbook, "区商务局");
    if (tab === undefined) throw new Error("no tab");
    expect([valueAt(tab, 0, 0), valueAt(tab, 3, 0), valueAt(tab, 3, 2), valueAt(tab, 4, 8)]).toEqual(["区商务局牵头任务（清单核查）", 1, "改建农贸市场", "● 超期"]);
    expect(formulaAt(tab, 4, 9)).toBe('=HYPERLINK("#民生!A3","查看")');

    const host = await createXlsxHost(bytesOf(out("一.xlsx")));
    await host.apply([
      {
        title: { zh: "", en: "" },
        edits: [
          { kind: "set-cell", sheet: "区商务局", row: 4, column: 11, before: null, after: "已电话提醒" },
          { kind: "set-cell", sheet: "民生", row: 1, column: 2, before: "区商务局", after: "区市场监管局" },
          { kind: "set-cell", sheet: "民生", row: 2, column: 2, before: "区发展改革局、区商务局", after: "区商务局" },
        ],
      },
    ]);
    await run(["split", put("改.xlsx", await host.save()), "--output", out("二.xlsx"), "--as", "tabs", "--reminders"]);
    const { workbook: again } = await open(bytesOf(out("二.xlsx")));
    expect(again.worksheets.map(({ name }) => name)).toEqual(["民生", "区商务局", "未填牵头单位", "区市场监管局", "催办单 区商务局"]);
    const kept = findWorksheet(again, "区商务局");
    if (kept === undefined) throw new Error("no tab");
    expect([valueAt(kept, 3, 2), valueAt(kept, 3, 11), textOf(valueAt(kept, 4, 2))]).toEqual(["增设充电桩", "已电话提醒", ""]);
    expect(tasksIn(again)).toHaveLength(3);
  });
});

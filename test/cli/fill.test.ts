import { mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findWorksheet, valueAt } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { fillTools } from "../../src/plan-tools";
import { runCli } from "../support/run-cli";

const plan = `云溪市人民政府办公室关于印发《云溪市智慧停车行动方案》的通知

一、摸清底数
（一）开展停车资源普查。逐个登记公共停车场和路内泊位，2026年6月底前完成。（责任单位：市城管局、市公安局，列第一位的为牵头单位，下同）
（二）测算停车缺口。形成年度供需分析报告。（责任单位：市自然资源局）
二、建设平台
（三）=建成统一平台。接入泊位两万个。（责任单位：市数据局、市城管局等）

2026年1月5日印发
`;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "qingdan-fill-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: readonly string[], { language = "zh", input = "" }: { language?: "zh" | "en"; input?: string } = {}) => runCli(words, { language, today: "2026-02-01", fill: { ...fillTools, readStandardInput: async () => new TextEncoder().encode(input) } });

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

test("a plan becomes a workbook, and the report says what to look at", async () => {
  const output = join(folder, "分工.xlsx");
  const { status, output: said, complaint } = await run(["fill", write("方案.txt", plan), "--output", output]);
  expect({ status, complaint }).toEqual({ status: 0, complaint: "" });
  expect(said).toContain(`读到 3 项任务，写入 ${output}`);
  const book = await (await createXlsxHost(new Uint8Array(readFileSync(output)))).read();
  expect(book.worksheets.map(({ name }) => name)).toEqual(["责任分工"]);
  const sheet = findWorksheet(book, "责任分工");
  if (sheet === undefined) throw new Error("no sheet");
  const line = (row: number) => [0, 1, 2, 3, 4, 5].map((column) => valueAt(sheet, row, column));
  expect(line(1)).toEqual(["任务分类", "序号", "重点任务", "牵头部门", "责任部门", "完成时限"]);
  expect(line(2).slice(3)).toEqual(["市城管局", "市公安局", "2026年6月底前"]);
  expect(line(4).slice(2)).toEqual([expect.stringMatching(/^=建成统一平台/) as string, "市数据局", "市城管局等", null]);
});

test("the JSON is the contract's, from standard input too", async () => {
  const { status, output } = await run(["fill", "-", "--format", "json"], { input: plan });
  expect(status).toBe(0);
  const report = JSON.parse(output) as { version: number; document: object; tasks: Record<string, unknown>[]; indicators: unknown[]; notes: unknown[] };
  expect(Object.keys(report)).toEqual(["version", "document", "tasks", "indicators", "notes"]);
  expect(report.document).toEqual({ title: expect.stringContaining("智慧停车行动方案") as string, issued: "2026-01-05", validFrom: null, validTo: null, leadIsFirst: true });
  expect(Object.keys(report.tasks[0] ?? {})).toEqual(["category", "number", "task", "lead", "leads", "leadBasis", "responsible", "etc", "deadlineText", "deadlineDate", "milestones", "source"]);
  expect(report.tasks[0]).toMatchObject({ category: "摸清底数", number: "一", lead: "市城管局", leadBasis: "declared-first", responsible: ["市公安局"], etc: false, deadlineText: "2026年6月底前", deadlineDate: "2026-06-30" });
  expect(report.tasks[1]).toMatchObject({ lead: "市自然资源局", leadBasis: "single", responsible: [] });
  expect(report.tasks[2]).toMatchObject({ lead: "市数据局", responsible: ["市城管局"], etc: true, deadlineText: null });
});

test("the four-column list, and the first unit leads where the call says so", async () => {
  const output = join(folder, "清单.xlsx");
  expect((await run(["fill", write("a.txt", plan), "--output", output, "--template", "task-list"])).status).toBe(0);
  const book = await (await createXlsxHost(new Uint8Array(readFileSync(output)))).read();
  expect(book.worksheets.map(({ name }) => name)).toEqual(["任务清单"]);
  const undeclared = plan.replace("，列第一位的为牵头单位，下同", "");
  const leads = async (...options: string[]) => (JSON.parse((await run(["fill", write("b.txt", undeclared), "--format", "json", ...options])).output) as { tasks: { lead: string | null }[] }).tasks.map(({ lead }) => lead);
  expect(await leads()).toEqual([null, "市自然资源局", null]);
  expect(await leads("--lead-first")).toEqual(["市城管局", "市自然资源局", "市数据局"]);
});

test.each([
  [["fill"], /一个文件/],
  [["fill", "a.txt"], /--output/],
  [["fill", "a.txt", "--output", "b.xlsx", "--template", "花名册"], /没有“花名册”/],
  [["fill", "a.txt", "--output", "b.xlsx", "--as-of", "2026-01-01"], /没有 --as-of/],
  [["fill", "a.txt", "b.txt", "--output", "c.xlsx"], /一个文件/],
])("wrong words: %j", async (words, says) => {
  const { status, output, complaint } = await run(words);
  expect({ status, output }).toEqual({ status: 2, output: "" });
  expect(complaint).toMatch(says);
});

test("what cannot be read, or holds no tasks, is a sentence; nothing is written", async () => {
  const output = join(folder, "x.xlsx");
  for (const [file, says] of [
    [join(folder, "没有.txt"), /打不开|读不了|找不到/],
    [write("空.txt", ""), /空\.txt：.*没有文字/],
    [write("老.doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])), /另存为/],
    [write("散文.txt", "今天天气很好，我们去了公园。"), /没有读到任务/],
  ] as const) {
    const { status, complaint, output: said } = await run(["fill", file, "--output", output]);
    expect({ file, status, said }).toEqual({ file, status: 2, said: "" });
    expect(complaint).toMatch(says);
    expect(complaint.trim().split("\n")).toHaveLength(1);
  }
  expect(existsSync(output)).toBe(false);
  expect((await run(["fill", write("散文.txt", "nothing"), "--output", output], { language: "en" })).complaint).toMatch(/no tasks were read/);
});

test("the document is never written", async () => {
  const file = write("a.txt", plan);
  const { status, complaint } = await run(["fill", file, "--output", file]);
  expect(status).toBe(2);
  expect(complaint).toMatch(/不能是原文件/);
  expect(readFileSync(file, "utf8")).toBe(plan);
});

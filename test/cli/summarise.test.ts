import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPackage } from "../../src/host/xlsx/package";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { makeXlsx } from "../support/make-xlsx";
import { runCli } from "../support/run-cli";

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "summarise-"));
  writeFileSync(at("清单.xlsx"), makeXlsx([{ name: "任务", cells: [["任务分类", "重点任务", "牵头部门", "完成时限"], ["环境", "整治河道", "市水利局", "2026年2月底前"], ["民生", "新建口袋公园", "市城管局", "2026年9月底前"], ["民生", "更换路灯", "市城管局", "持续推进"]] }]));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sheetsIn = async (name: string): Promise<string[]> => (await (await createXlsxHost(new Uint8Array(readFileSync(at(name))))).read()).worksheets.map((worksheet) => worksheet.name);

test("all summaries are made, said what could not be, and made again there is nothing to do", async () => {
  const first = await runCli(["summarise", at("清单.xlsx"), "--output", at("汇总.xlsx")]);
  expect(first.status).toBe(0);
  expect(first.output).toBe(`已汇总，写入 ${at("汇总.xlsx")}\n  生成汇总表：按牵头单位、按完成时限、按任务分类、单位×分类、问题清单\n  未做：指标完成情况（工作簿里没有可汇总的内容）\n`);
  expect(await sheetsIn("汇总.xlsx")).toEqual(["任务", "按牵头单位", "按完成时限", "按任务分类", "单位×分类", "问题清单", "时限对照"]);
  const again = await runCli(["summarise", at("汇总.xlsx"), "--output", at("再.xlsx")]);
  expect(again.output).toContain("汇总表已是最新");
});

test("only what is asked for is made", async () => {
  await runCli(["summarise", at("清单.xlsx"), "--output", at("一张.xlsx"), "--by", "category"]);
  expect(await sheetsIn("一张.xlsx")).toEqual(["任务", "按任务分类", "时限对照"]);
});

test("taken out again, the file is what it was", async () => {
  await runCli(["summarise", at("清单.xlsx"), "--output", at("汇总.xlsx")]);
  expect((await runCli(["summarise", at("汇总.xlsx"), "--clear", "--output", at("原样.xlsx")])).status).toBe(0);
  const [was, is] = ["清单.xlsx", "原样.xlsx"].map((name) => readPackage(new Uint8Array(readFileSync(at(name)))));
  expect([...(is ?? [])].map(([name, bytes]) => [name, Buffer.from(bytes).toString("hex")]).sort()).toEqual([...(was ?? [])].map(([name, bytes]) => [name, Buffer.from(bytes).toString("hex")]).sort());
});

test.each<readonly [string, readonly string[], RegExp]>([
  ["no file", ["summarise", "--output", "x.xlsx"], /一次汇总一个工作簿/],
  ["no output", ["summarise", "清单.xlsx"], /不改原文件/],
  ["an unknown summary", ["summarise", "清单.xlsx", "--output", "x.xlsx", "--by", "month"], /没有“month”这种汇总/],
])("%s: one sentence, status 2", async (_, words, sentence) => {
  const { status, complaint } = await runCli(words);
  expect({ status, isSaid: sentence.test(complaint), lines: complaint.trim().split("\n").length }).toEqual({ status: 2, isSaid: true, lines: 1 });
});

test("the input is never written over, and a file that cannot be read is said to be so", async () => {
  expect((await runCli(["summarise", at("清单.xlsx"), "--output", at("清单.xlsx")])).status).toBe(2);
  writeFileSync(at("坏.xlsx"), "不是工作簿");
  const broken = await runCli(["summarise", at("坏.xlsx"), "--output", at("新.xlsx")]);
  expect(broken.status).toBe(2);
  expect(broken.complaint).toContain("坏.xlsx");
});

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Language } from "../../src/core/text";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { ignoreInWorkbook, keepIgnores } from "../../src/ignore/ignore";
import { rules } from "../../src/rules";
import { makeXlsx } from "../support/make-xlsx";
import { runCli } from "../support/run-cli";

const root = join(__dirname, "../..");
const shared = join(root, "../shared/workbooks");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "qingdan-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: readonly string[], language: Language = "zh") => runCli(words, { language });

function put(name: string, bytes: Uint8Array | string): string {
  const file = join(folder, name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, bytes);
  return file;
}

const header = ["序号", "重点任务", "牵头部门", "完成时限"];
const sound = makeXlsx([{ name: "表", cells: [header, [1, "开展普查", "市城管局", "2026年底前"]] }]);
const faulty = makeXlsx([{ name: "表", cells: [header, [1, "开展普查 ", null, "2026年底前"]] }]);
const guarded = makeXlsx([{ name: "表", cells: [header, [1, "开展普查 ", "市城管局", "2026年底前"]], isProtected: true }]);

type Report = { version: number; asOf: string; files: { file: string; tables: object[]; diagnostics: { rule: string; sheet: string; address: string }[]; counts: object; error: string | null }[] };

describe("check", () => {
  test("is silent about nothing: 0 where nothing must be mended, 1 where something must", async () => {
    expect((await run(["check", put("好.xlsx", sound)])).status).toBe(0);
    const { status, output } = await run(["check", put("坏.xlsx", faulty)]);
    expect(status).toBe(1);
    expect(output).toContain("表!C2  强制  ");
    expect(output).toContain("[require-lead-unit]");
  });

  test("checks folders and goes on after a file that cannot be read", async () => {
    put("a/好.xlsx", sound);
    put("a/b/坏的.xlsx", "不是工作簿");
    put("a/~$好.xlsx", "锁");
    put("a/说明.txt", "不看");
    const { status, output, complaint } = await run(["check", join(folder, "a"), join(folder, "没有.xlsx"), "--format", "json"]);
    expect(status).toBe(2);
    const report = JSON.parse(output) as Report;
    expect(report.files.map(({ file, error }) => [file.replace(folder, ""), error === null])).toEqual([["/a/b/坏的.xlsx", false], ["/a/好.xlsx", true], ["/没有.xlsx", false]]);
    expect(complaint.trim().split("\n")).toHaveLength(2);
    expect(complaint).toMatch(/坏的\.xlsx：这不是 Excel 工作簿/);
  });

  test("a folder without a workbook is said, not passed over", async () => {
    put("空夹/说明.txt", "不看");
    for (const language of ["zh", "en"] as const) {
      const { status, complaint } = await run(["check", join(folder, "空夹")], language);
      expect([status, complaint.trim().split("\n")]).toEqual([2, [expect.stringContaining("空夹")]]);
    }
  });

  // root may look into every folder
  (process.getuid?.() === 0 ? test.skip : test)("a folder that may not be looked into does not stop the others (skipped for root)", async () => {
    put("a/好.xlsx", sound);
    put("a/锁/乙.xlsx", sound);
    chmodSync(join(folder, "a/锁"), 0);
    const { status, output, complaint } = await run(["check", join(folder, "a"), "--format", "json"]);
    chmodSync(join(folder, "a/锁"), 0o755);
    expect([status, (JSON.parse(output) as Report).files.map(({ error }) => error === null)]).toEqual([2, [true, false]]);
    expect(complaint).not.toContain("程序出错了");
  });

  test.each([
    ["a link that leads to itself", () => (symlinkSync("圈.xlsx", join(folder, "圈.xlsx")), join(folder, "圈.xlsx"))],
    ["a name longer than any file's", () => join(folder, `${"长".repeat(200)}.xlsx`)],
    ["a device without an end", () => "/dev/zero"],
    ["a file taken for a folder", () => join(put("好.xlsx", sound), "里面.xlsx")],
  ])("%s is a file that cannot be read, and the others are checked", async (_, place) => {
    const { status, output, complaint } = await run(["check", place(), put("好.xlsx", sound), "--format", "json"]);
    expect([status, (JSON.parse(output) as Report).files.map(({ error }) => error === null)]).toEqual([2, [false, true]]);
    expect(complaint).toContain("读不了这个文件");
  });

  test("json has the shape of the contract", async () => {
    const file = put("坏.xlsx", faulty);
    const report = JSON.parse((await run(["check", file, "--format", "json", "--as-of", "2022-11-18"])).output) as Report;
    expect(report).toEqual({
      version: 1,
      asOf: "2022-11-18",
      files: [
        {
          file,
          tables: [{ sheet: "表", address: "A1:D2", kind: "task-list", template: "responsibility-division", rows: 1 }],
          diagnostics: [
            { rule: "no-stray-character", severity: "info", sheet: "表", address: "B2", message: expect.any(String) as string, fixes: [{ title: expect.any(String) as string, safe: true }] },
            { rule: "require-lead-unit", severity: "error", sheet: "表", address: "C2", message: expect.any(String) as string, fixes: [] },
          ],
          counts: { error: 1, warning: 0, info: 1 },
          error: null,
        },
      ],
    });
  });

  test("speaks English where the machine does", async () => {
    const { output } = await run(["check", put("坏.xlsx", faulty)], "en");
    expect(output).toContain("tasks");
    expect(output.replace(/“[^”]*”|\S*坏\.xlsx|表!\S*/g, "").replace(/表/g, "")).not.toMatch(/没有|请|建议/);
  });

  test("settings from a file, overruled by the call", async () => {
    const settings = put("设置.json", JSON.stringify({ asOf: "2020-01-01", rules: { "require-lead-unit": "off", "no-stray-character": "error" } }));
    const report = JSON.parse((await run(["check", put("坏.xlsx", faulty), "--rules", settings, "--as-of", "2026-01-01", "--format", "json"])).output) as Report;
    expect(report.asOf).toBe("2026-01-01");
    expect(report.files[0]?.counts).toEqual({ error: 1, warning: 0, info: 0 });
    for (const wrong of ['{"rules":{"no-such-rule":"off"}}', '{"dueSoonDays":"many"}', "{", "[]"]) {
      const { status, complaint } = await run(["check", put("好.xlsx", sound), "--rules", put("错.json", wrong)]);
      expect([status, complaint.includes("错.json")]).toEqual([2, true]);
    }
  });

  test("writes its report to a file, never over an input", async () => {
    const file = put("好.xlsx", sound);
    expect((await run(["check", file, "--output", file])).status).toBe(2);
    expect(readFileSync(file).equals(Buffer.from(sound))).toBe(true);
    const { status, output } = await run(["check", file, "--format", "json", "--output", join(folder, "报告.json")]);
    expect([status, output]).toEqual([0, ""]);
    expect((JSON.parse(readFileSync(join(folder, "报告.json"), "utf8")) as Report).files).toHaveLength(1);
  });

  test("names the settings file that cannot be read, and never writes over it", async () => {
    expect((await run(["check", put("好.xlsx", sound), "--rules", join(folder, "没有.json")])).complaint).toContain("没有.json");
    const settings = put("设置.json", '{"dueSoonDays":5}');
    expect((await run(["check", put("好.xlsx", sound), "--rules", settings, "--output", settings])).status).toBe(2);
    expect(readFileSync(settings, "utf8")).toBe('{"dueSoonDays":5}');
  });
});

describe("the other formats of check", () => {
  const goodAndBad = (): string[] => [put("报送/好.xlsx", sound), put("报送/坏.xlsx", faulty)];

  test("text is one line a finding, to the letter", async () => {
    const { output } = await run(["check", put("坏.xlsx", faulty)]);
    expect(output.replaceAll(folder, "")).toBe(
      "/坏.xlsx\n  责任分工表 表!A1:D2 1 项任务\n  表!B2  提示  单元格中有多余的空格或换行，建议去掉  [no-stray-character]\n  表!C2  强制  任务“开展普查”没有填写牵头单位，请填写一个单位  [require-lead-unit]\n  强制 1，核实 0，提示 1\n\n",
    );
  });

  test.each([
    ["html", /^<!DOCTYPE html>[\s\S]*没有填写牵头单位[\s\S]*<\/html>\n$/],
    ["sarif", /^\{"\$schema"[\s\S]*"ruleId":"require-lead-unit"/],
    ["opinion", /^关于《好》的审核意见[\s\S]*未发现问题[\s\S]*关于《坏》的审核意见[\s\S]*没有填写牵头单位/],
  ])("%s says the same, on the screen or in a file, with the same exit status", async (format, shape) => {
    const files = goodAndBad();
    const shown = await run(["check", ...files, "--format", format]);
    expect([shown.status, shown.complaint]).toEqual([1, ""]);
    expect(shown.output).toMatch(shape);
    const written = await run(["check", ...files, "--format", format, "--output", join(folder, "报告")]);
    expect([written.status, written.output, readFileSync(join(folder, "报告"), "utf8")]).toEqual([1, "", shown.output]);
    expect((await run(["check", ...files, join(folder, "没有.xlsx"), "--format", format])).status).toBe(2);
    expect((await run(["check", files[0] ?? "", "--format", format])).status).toBe(0);
  });

  test("xlsx is a workbook of the findings, never over an input", async () => {
    const [good = "", bad = ""] = goodAndBad();
    const { status, output } = await run(["check", good, bad, "--format", "xlsx", "--output", join(folder, "问题.xlsx")]);
    expect([status, output]).toEqual([1, ""]);
    const { worksheets } = await (await createXlsxHost(readFileSync(join(folder, "问题.xlsx")))).read();
    expect(worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([["汇总", 10], ["问题清单", 4]]);
    expect((await run(["check", good, "--format", "xlsx", "--output", good])).status).toBe(2);
    expect(readFileSync(good).equals(Buffer.from(sound))).toBe(true);
  });

  test("a reason kept in the workbook stands in every one of them", async () => {
    const host = await createXlsxHost(faulty);
    const workbook = await host.read();
    const change = keepIgnores(workbook, [ignoreInWorkbook("require-lead-unit", { reason: "牵头单位待会议确定", asOf: "2026-02-20" })]);
    if (change === undefined) throw new Error("there is nothing to keep");
    await host.apply([change]);
    const file = put("说明.xlsx", await host.save());
    for (const format of ["text", "json", "html", "sarif", "opinion"]) {
      const { status, output } = await run(["check", file, "--format", format]);
      expect([status, output.includes("牵头单位待会议确定"), /2026-02-20|2026年2月20日/.test(output)]).toEqual([0, true, true]);
    }
  });

  test("the lights of a list are shown", async () => {
    expect((await run(["check", put("好.xlsx", sound), "--format", "html"])).output).toMatch(/任务 1 项[\s\S]*正常 <b>1<\/b>/);
  });

  test.each(["html", "sarif", "opinion"])("%s in English where the machine speaks it", async (format) => {
    const { output } = await run(["check", put("坏.xlsx", faulty), "--format", format], "en");
    expect(output).toContain("has no lead unit");
  });
});

describe("fix", () => {
  test("writes a mended copy and leaves the input as it is", async () => {
    const file = put("坏.xlsx", faulty);
    const { status, output } = await run(["fix", file, "--output", join(folder, "修.xlsx")]);
    expect(status).toBe(1);
    expect(output).toContain("已修 1 处");
    expect(readFileSync(file).equals(Buffer.from(faulty))).toBe(true);
    const read = await (await createXlsxHost(readFileSync(join(folder, "修.xlsx")))).read();
    expect(read.worksheets[0]?.columns[1]?.values[1]).toBe("开展普查");
  });

  test("only the rules that are named", async () => {
    const { output } = await run(["fix", put("坏.xlsx", faulty), "--output", join(folder, "修.xlsx"), "--rule", "no-blank-row"]);
    expect(output).toContain("已修 0 处");
    expect((await run(["fix", put("坏.xlsx", faulty), "--output", join(folder, "修.xlsx"), "--rule", "no-such-rule"])).complaint).toContain("no-such-rule");
  });

  test.each([
    ["the input itself", () => put("坏.xlsx", faulty), "坏.xlsx"],
    ["a folder that is not there", () => put("坏.xlsx", faulty), "没有/修.xlsx"],
    ["a folder", () => (mkdirSync(join(folder, "夹")), put("坏.xlsx", faulty)), "夹"],
    ["a place below a file", () => (put("档.txt", "原样"), put("坏.xlsx", faulty)), "档.txt/修.xlsx"],
    ["a file that may not be written", () => (chmodSync(put("锁.xlsx", "原样"), 0o444), put("坏.xlsx", faulty)), "锁.xlsx"],
  ])("refuses to write to %s, and leaves nothing behind", async (_, prepare, output) => {
    const file = prepare();
    const before = readdirSync(folder).sort();
    const { status, complaint } = await run(["fix", file, "--output", join(folder, output)]);
    expect(status).toBe(2);
    expect(complaint.trim().split("\n")).toHaveLength(1);
    expect(complaint).not.toContain("程序出错了");
    expect(readdirSync(folder).sort()).toEqual(before);
    if (output === "锁.xlsx") expect(readFileSync(join(folder, output), "utf8")).toBe("原样");
  });

  test("a protected sheet is a clear sentence, and nothing is written", async () => {
    const { status, complaint } = await run(["fix", put("保护.xlsx", guarded), "--output", join(folder, "修.xlsx")]);
    expect(status).toBe(2);
    expect(complaint).toContain("工作表“表”有保护");
    expect(existsSync(join(folder, "修.xlsx"))).toBe(false);
  });
});

test("rules lists every rule", async () => {
  const { output } = await run(["rules", "--format", "json"]);
  expect((JSON.parse(output) as { rules: { id: string }[] }).rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
});

test("the sample has just the problems its README lists", async () => {
  const report = JSON.parse((await run(["check", join(root, "assets/samples/sample-task-list.xlsx"), "--as-of", "2026-07-10", "--format", "json"])).output) as Report;
  const listed = [...readFileSync(join(root, "assets/samples/README.md"), "utf8").matchAll(/^\| ([A-Z]\d+(?:, [A-Z]\d+)*) \| ([a-z-]+)/gm)].flatMap(([, cells = "", rule = ""]) => cells.split(", ").map((cell) => `${cell} ${rule}`));
  expect((report.files[0]?.diagnostics ?? []).map(({ address, rule }) => `${address} ${rule}`).sort()).toEqual(listed.sort());
});

const jingmen = [
  "责任分工 F3 no-overdue",
  "责任分工 F4 no-overdue",
  "责任分工 A14 no-repeated-category",
  "责任分工 F17 consistent-deadline",
  "责任分工 D36 no-vague-unit",
  "责任分工 E36 no-unseparated-units",
  "责任分工 E36 no-vague-unit",
];
const hunan = ["任务清单 C3 infer-lead-unit", "任务清单 A7 no-repeated-category", "任务清单 A10 no-repeated-category", "任务清单 A13 no-repeated-category", "任务清单 A25 no-repeated-category"];
const dueSoon = ["F5", "F15", "F18", "F21", "F23", "F33"].map((cell) => `责任分工 ${cell} no-due-soon`);

(existsSync(shared) ? test : test.skip)("the real workbooks give what their README says, and nothing else (skipped where ../shared is not there)", async () => {
  const findings = async (...options: string[]): Promise<string[][]> => {
    const { status, output } = await run(["check", join(shared, "jingmen.xlsx"), join(shared, "hunan.xlsx"), "--format", "json", ...options]);
    expect(status).toBe(1);
    return (JSON.parse(output) as Report).files.map(({ diagnostics }) => diagnostics.map(({ rule, sheet, address }) => `${sheet} ${address} ${rule}`));
  };
  expect(await findings("--as-of", "2022-11-18")).toEqual([jingmen, hunan]);
  const [soon, same] = await findings("--as-of", "2022-11-18", "--due-soon", "60");
  expect([[...(soon ?? [])].sort(), same]).toEqual([[...jingmen, ...dueSoon].sort(), hunan]);
  const later = await findings("--as-of", "2023-06-01");
  expect(later[1]).toEqual([...hunan.slice(0, 2), "任务清单 C7 no-renamed-unit", ...hunan.slice(2)]);
  const { output } = await run(["check", join(shared, "jingmen.xlsx"), join(shared, "hunan.xlsx"), "--as-of", "2022-11-18", "--format", "json"]);
  const report = JSON.parse(output) as Report;
  expect(report.files.flatMap(({ tables }) => tables)).toEqual([
    { sheet: "责任分工", address: "A2:F36", kind: "task-list", template: "responsibility-division", rows: 34 },
    { sheet: "任务清单", address: "A3:D27", kind: "task-list", template: "task-list", rows: 24 },
  ]);
});

describe("indicator sheets", () => {
  const byRow = makeXlsx([{ name: "监测", cells: [["指标名称", "分子", "分母", "指标值(%)"], ["泊位接入率", 30, 40, { formula: "=B2/C2*100" }], ["投诉办结率", 9, 10, { formula: "=B3/C3*100" }]] }]);
  const byPlace = makeXlsx([{ name: "各县", cells: [["地区", "县域内门急诊人次", "门急诊总人次", "县域就诊率(%)"], ["青石县", 30, 40, { formula: "=B2/C2*100" }], ["白沙县", 9, 10, { formula: "=B3/C3*100" }], ["临江县", 9, 12, { formula: "=B4/C4*100" }]] }]);

  test.each([
    ["one indicator a row", byRow, { sheet: "监测", address: "A1:D3", kind: "indicators", rows: 2 }, "监测!A1:D3 2 个指标"],
    ["one indicator a column", byPlace, { sheet: "各县", address: "A1:D4", kind: "indicators", rows: 3 }, "各县!A1:D4 3 行"],
  ])("%s: known by its kind alone, counted for what it holds", async (_, bytes, table, line) => {
    const file = put("指标.xlsx", bytes);
    expect((JSON.parse((await run(["check", file, "--format", "json"])).output) as Report).files[0]?.tables).toEqual([table]);
    expect((await run(["check", file])).output).toContain(line);
  });

  test("where nothing is recognised both kinds of table are described", async () => {
    const { output } = await run(["check", put("别的.xlsx", makeXlsx([{ name: "表", cells: [["甲", "乙"], [1, 2]] }]))]);
    expect(output).toMatch(/任务清单.*指标表/);
  });

  test("their rules are listed under their kind", async () => {
    const list = (JSON.parse((await run(["rules", "--format", "json"])).output) as { rules: { id: string; kind: string | null }[] }).rules;
    const kindOf = (id: string) => list.find((rule) => rule.id === id)?.kind;
    expect(["valid-indicator-formula", "require-lead-unit", "no-formula-error"].map(kindOf)).toEqual(["indicators", "task-list", null]);
  });

  test("the sample is sound", async () => {
    const { status, output } = await run(["check", join(__dirname, "../../assets/samples/sample-indicators.xlsx")]);
    expect([status, output]).toEqual([0, expect.stringContaining("没有发现问题")]);
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringifyAddress } from "../../src/core/address";
import { check } from "../../src/core/check";
import { setCell } from "../../src/core/edit";
import { keepSettings } from "../../src/core/kept";
import { defaultSettings, type Settings } from "../../src/core/settings";
import { contentAt, formulaAt, valueAt, type Workbook } from "../../src/core/workbook";
import { readPackage } from "../../src/host/xlsx/package";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { ignoreFinding, ignoreInWorkbook, keepIgnores, type Ignore } from "../../src/ignore/ignore";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { makeXlsx } from "../support/make-xlsx";
import { runCli } from "../support/run-cli";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "qingdan-flag-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (words: readonly string[], language: "zh" | "en" = "zh") => runCli(words, { language });

function put(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

const out = (name = "已标注.xlsx"): string => join(folder, name);
const cells = [
  ["序号", "重点任务", "牵头部门", "完成时限"],
  [1, "改建农贸市场", "区商务局", "2026年9月底前"],
  [2, "增设充电桩", null, "2026年2月底前"],
];
const list = makeXlsx([{ name: "民生", cells }]);

async function read(file: string): Promise<Workbook> {
  return (await createXlsxHost(new Uint8Array(readFileSync(file)))).read();
}

function textsOf(file: string, leaveOut = /^$/): Record<string, string> {
  const parts = [...readPackage(new Uint8Array(readFileSync(file)))].filter(([name]) => !leaveOut.test(name));
  return Object.fromEntries(parts.map(([name, part]) => [name, Buffer.from(part).toString("utf8")]));
}

describe("flag", () => {
  test("writes a flagged copy, says so, and tells by its status whether something must be mended", async () => {
    const file = put("清单.xlsx", list);
    const { status, output, complaint } = await run(["flag", file, "--output", out()]);
    expect([status, complaint]).toEqual([1, ""]);
    expect(output).toBe(`已标注，写入 ${out()}\n  标注“民生”的状态和剩余天数\n  “民生”的批注（2处）\n`);
    const [worksheet] = (await read(out())).worksheets;
    expect([worksheet?.columnCount, worksheet?.notes?.length, worksheet?.filter?.right]).toEqual([7, 2, 6]);
    expect(readFileSync(file)).toEqual(Buffer.from(list));
    expect((await run(["flag", put("好.xlsx", makeXlsx([{ name: "民生", cells: cells.slice(0, 2) }])), "--output", out("好了.xlsx")], "en")).status).toBe(0);
  });

  test("flags what is flagged already by changing nothing; clearing gives back the parts of before", async () => {
    const file = put("清单.xlsx", list);
    await run(["flag", file, "--output", out()]);
    expect((await run(["flag", out(), "--output", out("又.xlsx")])).output).toContain("标注已是最新");
    expect(readFileSync(out("又.xlsx"))).toEqual(readFileSync(out()));
    const { status, output } = await run(["flag", out(), "--clear", "--output", out("清.xlsx")]);
    expect([status, output]).toEqual([0, `已清除标注，写入 ${out("清.xlsx")}\n  清除“民生”的标注\n`]);
    expect(textsOf(out("清.xlsx"))).toEqual(textsOf(file));
    expect((await run(["flag", file, "--clear", "--output", out("再清.xlsx")], "en")).output).toContain("no flags to take off");
    expect(readFileSync(out("再清.xlsx"))).toEqual(readFileSync(file));
  });

  test("the day to check for decides what notes say and what formulas show before they are computed, and nothing else", async () => {
    const file = put("清单.xlsx", list);
    await run(["flag", file, "--output", out("三月.xlsx"), "--as-of", "2026-03-01"]);
    await run(["flag", file, "--output", out("十月.xlsx"), "--as-of", "2026-10-01"]);
    const notes = /comments|vmlDrawing/i;
    const unshown = (name: string): Record<string, string> => Object.fromEntries(Object.entries(textsOf(out(name), notes)).map(([part, text]) => [part, text.replace(/<\/f><v>[^<]*<\/v>/g, "</f>")]));
    expect(unshown("三月.xlsx")).toEqual(unshown("十月.xlsx"));
    expect(textsOf(out("三月.xlsx"), notes)).not.toEqual(unshown("三月.xlsx"));
    expect((await read(out("十月.xlsx"))).worksheets[0]?.notes?.map(({ text }) => text).join()).toContain("按2026-10-01");
  });

  test("what somebody has typed over a flag is left, and said each time", async () => {
    const file = put("民生.xlsx", makeXlsx([{ name: "民生", cells }]));
    expect((await run(["flag", file, "--output", out()])).complaint).toBe("");
    const host = await createXlsxHost(new Uint8Array(readFileSync(out())));
    const before = await host.read();
    const [worksheet] = before.worksheets;
    const column = worksheet?.columns.findIndex((one) => one?.values.includes("状态（清单核查）")) ?? -1;
    if (worksheet === undefined || column === -1) throw new Error("no flags");
    await host.apply([{ title: { zh: "改", en: "Edit" }, edits: [setCell("民生", 1, column, contentAt(worksheet, 1, column), "暂缓，等资金到位")] }]);
    writeFileSync(out("改.xlsx"), await host.save());
    const { output, complaint } = await run(["flag", out("改.xlsx"), "--output", out("又.xlsx")]);
    expect(complaint).toContain(`标注列里有 1 格是手工填写的，照原样留着，不会随日期变：民生 ${stringifyAddress({ top: 1, left: column, bottom: 1, right: column })}“暂缓，等资金到位”`);
    expect(output).toContain("标注已是最新");
    const after = (await read(out("又.xlsx"))).worksheets[0];
    expect(after === undefined ? undefined : valueAt(after, 1, column)).toBe("暂缓，等资金到位");
  });

  test("a protected sheet is said; what is not protected is flagged all the same", async () => {
    const guarded = put("保护.xlsx", makeXlsx([{ name: "民生", cells, isProtected: true }]));
    const none = await run(["flag", guarded, "--output", out()]);
    expect([none.status, none.complaint]).toEqual([2, expect.stringContaining("工作表“民生”有保护，没有写入任何内容")]);
    expect(existsSync(out())).toBe(false);
    const both = put("一半.xlsx", makeXlsx([{ name: "民生", cells, isProtected: true }, { name: "产业", cells }]));
    const some = await run(["flag", both, "--output", out()]);
    expect(some.complaint).toContain("工作表“民生”有保护，没有标注");
    expect((await read(out())).worksheets.map(({ columnCount }) => columnCount)).toEqual([4, 7]);
  });

  test.each([
    { name: "no file", words: ["flag", "--output", "x.xlsx"], says: "flag 一次标注一个工作簿" },
    { name: "two files", words: ["flag", "a.xlsx", "b.xlsx", "--output", "x.xlsx"], says: "flag 一次标注一个工作簿" },
    { name: "no output", words: ["flag", "a.xlsx"], says: "flag 不改原文件" },
    { name: "an option of another command", words: ["flag", "a.xlsx", "--output", "x.xlsx", "--unsafe"], says: "flag 命令没有 --unsafe" },
  ])("wrong words: $name", async ({ words, says }) => {
    const { status, output, complaint } = await run(words);
    expect([status, output, complaint]).toEqual([2, "", expect.stringContaining(says)]);
  });

  test("never writes over its input", async () => {
    const file = put("清单.xlsx", list);
    expect((await run(["flag", file, "--output", file])).status).toBe(2);
    expect(readFileSync(file)).toEqual(Buffer.from(list));
  });

  test.each(["zh", "en"] as const)("is in the help (%s)", async (language) => {
    expect((await run(["--help"], language)).output).toMatch(/qingdan flag .*--output.*--clear/);
  });
});

type Kept = { readonly settings?: Partial<Settings>; readonly ignores?: (workbook: Workbook) => Ignore[] };

/** The list with settings or reasons of its own. */
async function keeping({ settings, ignores }: Kept): Promise<string> {
  const host = await createXlsxHost(list);
  const workbook = await host.read();
  const changes = [settings === undefined ? undefined : keepSettings(workbook, { ...defaultSettings("2020-01-01"), ...settings }), ignores === undefined ? undefined : keepIgnores(workbook, ignores(workbook))];
  await host.apply(changes.filter((change) => change !== undefined));
  return put("随带.xlsx", await host.save());
}

const why = { reason: "充电桩由国网公司建设，\n牵头单位另行商定", asOf: "2026-02-20" };

const ignoringLead = (workbook: Workbook): Ignore[] => {
  const { tables, diagnostics } = check({ workbook, templates, rules, settings: defaultSettings("2026-03-01") });
  return diagnostics.filter(({ rule }) => rule === "require-lead-unit").flatMap((diagnostic) => ignoreFinding(diagnostic, why, { workbook, tables }) ?? []);
};

type Report = { asOf: string; files: { diagnostics: { rule: string; address: string }[]; counts: { error: number }; ignored?: object[] }[] };

describe("what a workbook keeps", () => {
  test("reasons: the findings are told of apart, count no more and are not mended", async () => {
    const file = await keeping({ ignores: ignoringLead });
    const { status, output } = await run(["check", file]);
    expect(status).toBe(0);
    expect(output).toContain("  已说明 1 处\n    民生!C3  强制  任务“增设充电桩”没有填写牵头单位，请填写一个单位  [require-lead-unit]  情况说明（2026-02-20）：充电桩由国网公司建设， 牵头单位另行商定\n");
    expect(output).toContain("强制 0，核实 1");
    const report = JSON.parse((await run(["check", file, "--format", "json"])).output) as Report;
    expect(report.files[0]?.diagnostics.map(({ rule }) => rule)).toEqual(["no-overdue"]);
    expect(report.files[0]?.counts.error).toBe(0);
    expect(report.files[0]?.ignored).toEqual([{ rule: "require-lead-unit", severity: "error", sheet: "民生", address: "C3", message: "任务“增设充电桩”没有填写牵头单位，请填写一个单位", reason: why.reason, asOf: "2026-02-20", scope: "finding" }]);
  });

  test("without reasons the report has the contract's shape and nothing more", async () => {
    const report = JSON.parse((await run(["check", put("清单.xlsx", list), "--format", "json"])).output) as { files: object[] };
    expect(Object.keys(report.files[0] ?? {})).toEqual(["file", "tables", "diagnostics", "counts", "error"]);
  });

  test("reasons: flags put no note there, and keep them", async () => {
    const file = await keeping({ ignores: ignoringLead });
    await run(["flag", file, "--output", out()]);
    const flagged = await read(out());
    expect(flagged.worksheets[0]?.notes?.map(({ column }) => column)).toEqual([3]);
    expect((await run(["check", out()])).output).toContain("已说明 1 处");
    await run(["flag", out(), "--clear", "--output", out("清.xlsx")]);
    expect((await read(out("清.xlsx"))).kept).toEqual((await read(file)).kept);
    expect(textsOf(out("清.xlsx"), /^customXml|^xl.workbook/)).toEqual(textsOf(file, /^customXml|^xl.workbook/));
  });

  test("settings: in effect unless the file or the call says otherwise; the day never", async () => {
    const file = await keeping({ settings: { dueSoonDays: 300, rules: { "no-overdue": "off", "require-lead-unit": "off" } } });
    const office = put("设置.json", new TextEncoder().encode(JSON.stringify({ dueSoonDays: 250, rules: { "no-overdue": "error" } })));
    const found = async (...words: string[]): Promise<string[]> => {
      const report = JSON.parse((await run(["check", file, "--format", "json", ...words])).output) as Report;
      expect(report.asOf).toBe("2026-03-01");
      return report.files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
    };
    expect(await found()).toEqual(["no-due-soon"]);
    expect(await found("--rules", office)).toEqual(["no-due-soon", "no-overdue"]);
    expect(await found("--rules", office, "--due-soon", "10")).toEqual(["no-overdue"]);
  });

  test("what cannot be read is said, and keeps nobody from checking", async () => {
    const host = await createXlsxHost(list);
    await host.apply([{ title: { zh: "坏", en: "Break" }, edits: [{ kind: "keep-text", key: "settings", before: null, after: '{"dueSoonDays":"很快"}' }, { kind: "keep-text", key: "ignores", before: null, after: "{" }] }]);
    const { status, complaint } = await run(["check", put("坏.xlsx", await host.save())]);
    expect(status).toBe(1);
    expect(complaint.trim().split("\n")).toEqual([expect.stringMatching(/坏\.xlsx：工作簿里存的设置有几项读不懂，未采用：dueSoonDays/), expect.stringMatching(/坏\.xlsx：工作簿里的情况说明读不懂/)]);
  });

  test("a rule ignored in the workbook", async () => {
    const { output } = await run(["check", await keeping({ ignores: () => [ignoreInWorkbook("no-overdue", why), ignoreInWorkbook("require-lead-unit", why)] })]);
    expect(output).toContain("没有发现问题\n  已说明 2 处");
  });
});

test("the states that are shown are formulas, and show the day's state where nobody computes", async () => {
  await run(["flag", put("清单.xlsx", list), "--output", out()]);
  const [worksheet] = (await read(out())).worksheets;
  expect(worksheet === undefined ? undefined : valueAt(worksheet, 1, 5)).toBe("■ 正常");
  expect(worksheet === undefined ? undefined : formulaAt(worksheet, 1, 5)).toContain("TODAY()");
});

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "../../src/core/check";
import { setCell } from "../../src/core/edit";
import { keepSettings } from "../../src/core/kept";
import { keptText } from "../../src/core/marks";
import { defaultSettings, settingsKey } from "../../src/core/settings";
import { contentAt } from "../../src/core/workbook";
import { clearFlags } from "../../src/flag/clear-flags";
import { createXlsxHost, type XlsxHost } from "../../src/host/xlsx/xlsx-host";
import { applyIgnores } from "../../src/ignore/apply-ignores";
import { ignoreFinding, ignoresKey, keepIgnores, parseIgnores } from "../../src/ignore/ignore";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";
import { soffice } from "../support/indicator-workbooks/recalculate";
import { sheet } from "../support/sheet";
import { workbookFile } from "../support/workbook-file";
import { flagUntilSettled } from "./flag-until-settled";

/** Fifty were tried; a few are enough to see something doubled or lost. */
const passes = Number(process.env["QINGDAN_PASSES"] ?? 4);

const drawn = sheet(
  `
  序号 | 重点任务     | 牵头部门   | 完成时限        | 完成状态
  1    | 改造供水管网 |            | 2026年10月底前  | 推进中
  2    | 建设污水处理站 | 县环境局 | 2026年2月底前   |
  3    | 整治黑臭水体 | 县水利局   | 长期坚持        |
`,
  { name: "治水" },
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hand-to-hand-"));
  mkdirSync(join(folder, "out"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function throughLibreOffice(bytes: Uint8Array): Uint8Array {
  const file = join(folder, "passed.xlsx");
  writeFileSync(file, bytes);
  execFileSync(soffice ?? "", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "out"), file], { stdio: "ignore", timeout: 120_000 });
  return new Uint8Array(readFileSync(join(folder, "out", "passed.xlsx")));
}

async function judged(host: XlsxHost): Promise<{ shown: string[]; ignored: string[] }> {
  const workbook = await host.read();
  const { tables, diagnostics } = check({ workbook, templates, rules, settings: defaultSettings("2026-03-01") });
  const kept = parseIgnores(keptText(workbook, ignoresKey));
  const { shown, ignored } = applyIgnores(diagnostics, "ignores" in kept ? kept.ignores : [], workbook, tables);
  return { shown: shown.map(({ rule }) => rule), ignored: ignored.map(({ diagnostic }) => diagnostic.rule) };
}

(soffice === undefined ? test.skip : test)("passed from hand to hand, nothing is lost or doubled (skipped without LibreOffice)", async () => {
  let host = await createXlsxHost(workbookFile({ worksheets: [drawn], uses1904Dates: false }));
  const workbook = await host.read();
  const { tables, diagnostics } = check({ workbook, templates, rules, settings: defaultSettings("2026-03-01") });
  const ignores = diagnostics.filter(({ rule }) => rule === "require-lead-unit").flatMap((diagnostic) => ignoreFinding(diagnostic, { reason: "待机构改革后明确", asOf: "2026-03-01" }, { workbook, tables }) ?? []);
  await host.apply([keepIgnores(workbook, ignores), keepSettings(workbook, { ...defaultSettings("2026-03-01"), dueSoonDays: 45 })].flatMap((change) => change ?? []));
  await flagUntilSettled(host, "2026-03-01");

  for (let pass = 0; pass < passes; pass++) {
    host = await createXlsxHost(throughLibreOffice(await host.save()));
    const [worksheet] = (await host.read()).worksheets;
    if (worksheet === undefined) throw new Error("no worksheet");
    const before = contentAt(worksheet, 2, 4);
    expect((await host.apply([{ title: { zh: "填进展", en: "Progress" }, edits: [setCell("治水", 2, 4, before, `第${pass + 1}次调度，推进中`)] }])).skipped).toEqual([]);
    await flagUntilSettled(host, "2026-03-01");
    const now = await host.read();
    expect(now.worksheets.map(({ columnCount, notes, ownFormats, filter }) => [columnCount, notes?.filter(({ isOwn }) => isOwn).length, ownFormats?.length, filter?.right])).toEqual([[8, 2, 7, 7]]);
    expect([...(now.kept ?? [])].map(([key]) => key).sort()).toEqual(["flag-notes", "flags", ignoresKey, settingsKey]);
    expect(await judged(host)).toEqual({ shown: ["no-overdue"], ignored: ["require-lead-unit"] });
  }

  await host.apply(clearFlags(await host.read()));
  const cleared = await host.read();
  expect(cleared.worksheets.map(({ columnCount, notes, ownFormats, filter }) => [columnCount, notes, ownFormats, filter])).toEqual([[5, undefined, undefined, undefined]]);
  expect([...(cleared.kept ?? [])].map(([key]) => key).sort()).toEqual([ignoresKey, settingsKey]);
}, 600_000);

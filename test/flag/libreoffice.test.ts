import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "../../src/core/settings";
import { textOf, valueAt, type CellContent, type CellValue } from "../../src/core/workbook";
import { clearFlags } from "../../src/flag/clear-flags";
import { readPackage, writePackage } from "../../src/host/xlsx/package";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { soffice } from "../support/indicator-workbooks/recalculate";
import { makeXlsx } from "../support/make-xlsx";
import { contentsOf, sheet } from "../support/sheet";
import { flagUntilSettled } from "./flag-until-settled";

const faketime = "/usr/bin/faketime";
const canTravel = soffice !== undefined && existsSync(faketime);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flags-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a workbook in LibreOffice on another day and has it saved there. */
function savedOn(day: string, bytes: Uint8Array): Uint8Array {
  const out = join(folder, day);
  mkdirSync(out, { recursive: true });
  const file = join(folder, "flagged.xlsx");
  writeFileSync(file, bytes);
  execFileSync(faketime, [`${day} 09:00:00`, soffice ?? "", "--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, file], { stdio: "ignore", timeout: 120_000 });
  return new Uint8Array(readFileSync(join(out, "flagged.xlsx")));
}

/** What our visible columns say, by row: ● 超期 -3. */
async function flagsIn(bytes: Uint8Array): Promise<string[]> {
  const [worksheet] = (await (await createXlsxHost(bytes)).read()).worksheets;
  const state = worksheet?.columns.findIndex((column) => column?.values.includes("状态（清单核查）")) ?? -1;
  if (worksheet === undefined || state === -1) return [];
  return Array.from({ length: worksheet.rowCount - 2 }, (_, index) => `${textOf(valueAt(worksheet, index + 2, state))} ${textOf(valueAt(worksheet, index + 2, state + 1))}`.trim());
}

const drawing = `
  灌区改造任务清单（2026年）
  序号 | 重点任务         | 牵头部门 | 完成时限        | 完成状态
  1    | 整修灌溉渠道     | 市水利局 | 2026年9月底前   | 推进中
  2    | 清淤排涝沟       |          | 2026年2月底前   |
  3    | 更新泵站机组     | 市水利局 | 2026年2月10日前 | 已办结
  4    | 开展巡查         | 市水利局 | 长期坚持        | 进度滞后
  5    | 编制水价方案     | 市水利局 | 尽快            |
  6    | 组织竣工验收     | 市水利局 |                 |
  7    | 移交管护单位     | 市水利局 | 46113           | 已完成选址，正在设计
  8    | 公布水量监测数据 | 市水利局 | 每季度末        | 竣工资料正在整理
  9    | 统计灌溉面积     | 市水利局 | "分两步：\\n一、2026年4月底前完成试点；\\n二、2026年8月底前全面完成" | 正在推进
  10   | 评估"节水"成效   | 市水利局 | 2026年8月15日（"大暑"后） | 未启动
`;
const drawn = sheet(drawing, { name: "灌区" });
// style 6 shows a date as its month
const bytesOf = (uses1904Dates: boolean): Uint8Array => makeXlsx([{ name: "灌区", cells: contentsOf(drawn).cells.map((line) => line.map((content) => (content === 46113 && uses1904Dates ? 46113 - 1462 : content))), styleOf: (row, column) => (row === 8 && column === 3 ? 6 : 0) }], { uses1904Dates });

const inFebruary = ["■ 正常 222", "▲ 临期（缺牵头单位） 8", "✔ 已完成", "▼ 滞后", "？ 无法识别", "？ 未填时限", "■ 正常 69", "◆ 持续推进", "■ 正常 192", "■ 正常 176"];
const inSeptember = ["▲ 临期 20", "● 超期（缺牵头单位） -194", "✔ 已完成", "▼ 滞后", "？ 无法识别", "？ 未填时限", "● 超期 -133", "◆ 持续推进", "● 超期 -10", "● 超期 -26"];

(canTravel ? test.each([false, true]) : test.skip.each([false, true]))("the flagged workbook opened later shows the lights of that day (1904 dates: %s; skipped without LibreOffice and faketime)", async (uses1904Dates) => {
  const host = await createXlsxHost(bytesOf(uses1904Dates));
  await flagUntilSettled(host, "2026-02-20");
  const bytes = await host.save();
  expect(await flagsIn(savedOn("2026-02-20", bytes))).toEqual(inFebruary);
  const later = savedOn("2026-09-10", bytes);
  expect(await flagsIn(later)).toEqual(inSeptember);

  // saved by another program, the flags are known again: nothing is doubled, and all of it can go
  const again = await createXlsxHost(later);
  await flagUntilSettled(again, "2026-02-20");
  expect((await again.read()).worksheets[0]?.columnCount).toBe(8);
  await again.apply(clearFlags(await again.read()));
  const [cleared] = (await again.read()).worksheets;
  expect(cleared === undefined ? undefined : contentsOf(cleared).cells).toEqual(contentsOf(drawn).cells.map((line) => line.map((content) => (content === 46113 && uses1904Dates ? 46113 - 1462 : content))));
  expect([cleared?.ownFormats, cleared?.filter, cleared?.notes]).toEqual([undefined, undefined, undefined]);
}, 240_000);

/** What the three columns say, row by row. */
async function shownIn(bytes: Uint8Array): Promise<CellValue[][]> {
  const [worksheet] = (await (await createXlsxHost(bytes)).read()).worksheets;
  const due = worksheet?.columns.findIndex((column) => column?.values.includes("到期日（清单核查）")) ?? -1;
  if (worksheet === undefined || due === -1) throw new Error("no flags");
  return Array.from({ length: worksheet.rowCount }, (_, row) => [0, 1, 2].map((offset) => valueAt(worksheet, row, due + offset)));
}

/** The same file without what its formulas are said to show: whoever opens it has to compute. */
function unsaid(bytes: Uint8Array): Uint8Array {
  const parts = [...readPackage(bytes)].map(([name, part]) => {
    if (!name.startsWith("xl/worksheets/")) return [name, part] as const;
    const xml = Buffer.from(part).toString("utf8").replace(/(<c r="[A-Z]+\d+"(?: s="\d+")?)(?: t="\w+")?(><f>[^<]*<\/f>)<v>[^<]*<\/v>/g, "$1$2");
    return [name, new Uint8Array(Buffer.from(xml, "utf8"))] as const;
  });
  return writePackage(new Map(parts));
}

const deadlines: CellContent[] = [
  "2026年9月底前", "2026年2月底前", "2026年3月20日前", "2026年3月1日", "2026-02-28", "2025.12", "长期坚持", "尽快", null, "印发后3个月内", "每季度末", '2026年"十一"前', "2026年6月底前；\n2026年12月底前",
  46082, 46081.75, 12, 20260930, 202609, 99999, " ", { error: "#N/A" }, `2026年10月底前完成${"主体工程并网验收".repeat(30)}`, "“十四五”期间", "2026年4月3日", "2026年4月8日", "今年上半年",
];
const statuses: CellContent[] = [null, "已完成", "推进中", "未完成", "进度滞后", "已延期完成", "已过半完成", "完成率80%", "√", true, 1, "已全部办结。", "基本完成", " ", "进展偏慢", { error: "#N/A" }, "是", "验收中", "完成\u3000", "无滞后"];
const leads: CellContent[] = ["市水利局", null, "  ", "\u3000", "市应急局、市水利局", "无", { error: "#REF!" }];

/** Every deadline under every kind of status and lead at least once. */
function mixed(header: string): CellContent[][] {
  const rows = Array.from({ length: deadlines.length * 8 }, (_, index): CellContent[] => [index + 1, index % 41 === 40 ? { error: "#N/A" } : `疏浚第${index + 1}段河道`, leads[(index * 3) % leads.length] ?? null, deadlines[index % deadlines.length] ?? null, statuses[(index + Math.floor(index / deadlines.length) * 7) % statuses.length] ?? null]);
  return [["序号", "重点任务", "牵头部门", "完成时限", header], ...rows];
}

const passes: { name: string; asOf: string; uses1904Dates: boolean; header: string; settings: Partial<Settings> }[] = [
  { name: "by days", asOf: "2026-03-01", uses1904Dates: false, header: "完成状态", settings: {} },
  { name: "by working days over a holiday", asOf: "2026-09-22", uses1904Dates: false, header: "完成状态", settings: { dueSoonInWorkdays: true, dueSoonDays: 5 } },
  { name: "with 1904 dates and a column of progress", asOf: "2026-03-30", uses1904Dates: true, header: "进展情况", settings: { documentYear: 2026, issued: "2026-01-15" } },
];

(canTravel ? test.each(passes) : test.skip.each(passes))("what flags show without an engine is what LibreOffice computes that day: $name (skipped without LibreOffice and faketime)", async ({ asOf, uses1904Dates, header, settings }) => {
  const host = await createXlsxHost(makeXlsx([{ name: "河道", cells: mixed(header) }], { uses1904Dates }));
  await flagUntilSettled(host, asOf, settings);
  const bytes = await host.save();
  const told = await shownIn(bytes);
  const bare = unsaid(bytes);
  expect((await shownIn(bare)).slice(1).flat()).toEqual(told.slice(1).flat().map(() => null));
  expect(told).toEqual(await shownIn(savedOn(asOf, bare)));
  expect(await flagUntilSettled(host, "2027-01-01", settings).then((receipts) => receipts.flatMap(({ applied }) => applied.flatMap(({ edits }) => edits.filter(({ kind }) => kind !== "set-note"))))).toEqual([]);
}, 240_000);

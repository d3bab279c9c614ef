import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findWorksheet, valueAt, type CellValue, type Workbook } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { soffice } from "../support/indicator-workbooks/recalculate";
import { sheet } from "../support/sheet";
import { workbookFile } from "../support/workbook-file";
import { flagUntilSettled } from "./flag-until-settled";

const faketime = "/usr/bin/faketime";
const canTravel = soffice !== undefined && existsSync(faketime);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flags-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Opens a workbook in LibreOffice on another day and has it saved there. */
async function openedOn(day: string, bytes: Uint8Array): Promise<Workbook> {
  const out = join(folder, day);
  mkdirSync(out, { recursive: true });
  const file = join(folder, "flagged.xlsx");
  writeFileSync(file, bytes);
  execFileSync(faketime, [`${day} 09:00:00`, soffice ?? "", "--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, file], { stdio: "ignore", timeout: 120_000 });
  return (await createXlsxHost(new Uint8Array(readFileSync(join(out, "flagged.xlsx"))))).read();
}

/** Our visible columns of a worksheet, by row: ["● 超期", -3]. */
function flagsOf(workbook: Workbook, name: string): (readonly [CellValue, CellValue])[] {
  const worksheet = findWorksheet(workbook, name);
  const state = worksheet?.columns.findIndex((column) => column?.values.includes("状态（清单核查）")) ?? -1;
  if (worksheet === undefined || state === -1) return [];
  return Array.from({ length: worksheet.rowCount - 1 }, (_, index) => [valueAt(worksheet, index + 1, state), valueAt(worksheet, index + 1, state + 1)] as const);
}

const list = `
  序号 | 重点任务     | 牵头部门 | 完成时限       | 完成状态
  1    | 整修灌溉渠道 | 市水利局 | 2026年9月底前  | 推进中
  2    | 清淤排涝沟   |          | 2026年2月底前  |
  3    | 更新泵站机组 | 市水利局 | 2026年2月10日前 | 已办结
  4    | 开展巡查     | 市水利局 | 长期坚持       | 进度滞后
  5    | 编制水价方案 | 市水利局 | 尽快           |
  6    | 组织竣工验收 | 市水利局 |                |
  7    | 移交管护单位 | 市水利局 | 46142          | 已完成选址，正在设计
  8    | 公布水量监测数据 | 市水利局 | 2026年6月30日前，逐月公布 | 竣工资料正在整理
  9    | 统计灌溉面积 | 市水利局 | 2026年"三秋"前完成；2026年5月底前通报 | 完成
`;

(canTravel ? test : test.skip)("the flagged workbook opened later shows the lights of that day (skipped without LibreOffice and faketime)", async () => {
  const workbook = { worksheets: [sheet(list, { name: "灌区", formats: { "D8:D8": "yyyy-mm-dd" } })], uses1904Dates: false };
  const host = await createXlsxHost(workbookFile(workbook));
  await flagUntilSettled(host, "2026-02-20");
  const bytes = await host.save();
  expect(flagsOf(await openedOn("2026-02-20", bytes), "灌区")).toEqual([]);
  expect(flagsOf(await openedOn("2026-09-10", bytes), "灌区")).toEqual([]);
}, 240_000);

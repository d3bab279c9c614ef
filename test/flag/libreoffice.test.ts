import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { textOf, valueAt } from "../../src/core/workbook";
import { clearFlags } from "../../src/flag/clear-flags";
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

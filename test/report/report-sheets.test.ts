import { readFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTables } from "../../src/core/find-tables";
import type { AddSheet } from "../../src/core/edit";
import { maxRows } from "../../src/core/address";
import { formulaAt, textOf, valueAt, type CellValue, type Worksheet } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import type { FileReport } from "../../src/report/file-report";
import type { ReportFacts } from "../../src/report/report-facts";
import { reportFilters, reportSheets } from "../../src/report/report-sheets";
import { reportTools } from "../../src/report-tools";
import { templates } from "../../src/templates";
import { soffice } from "../support/indicator-workbooks/recalculate";
import { checked, explained, facts, finding, hostileTexts, inEnglish, unread } from "./example-reports";

jest.setTimeout(60_000);

const reports: FileReport[] = [
  checked("报送/灌区任务.xlsx", [finding({ at: "任务!E36", fix: "将“市水利局”填为牵头单位" }), finding({ rule: "no-overdue", severity: "warning", at: "任务!D4", zh: "时限“2026年6月底前”已过10天" })], [explained({ rule: "no-overdue", severity: "warning", at: "任务!D9", zh: "时限“2026年5月底前”已过40天" }, "汛期停工")]),
  unread,
  checked("空.xlsx", []),
];

async function bytesOf(given: readonly FileReport[], by: ReportFacts): Promise<Uint8Array> {
  const sheets = reportSheets(given, by);
  return reportTools.makeWorkbook({ title: { zh: "核查报告", en: "Report" }, edits: [...sheets, ...reportFilters(sheets)] });
}

async function worksheetsOf(given: readonly FileReport[], by = facts): Promise<readonly Worksheet[]> {
  return (await (await createXlsxHost(await bytesOf(given, by))).read()).worksheets;
}

function rowsOf(worksheet: Worksheet | undefined): CellValue[][] {
  if (worksheet === undefined) return [];
  return Array.from({ length: worksheet.rowCount }, (_, row) => Array.from({ length: worksheet.columnCount }, (__, column) => valueAt(worksheet, row, column)));
}

test("every finding is a row, those that may stand with their reason", async () => {
  const [summary, findings, ...more] = await worksheetsOf(reports);
  expect([summary?.name, findings?.name, more.length]).toEqual(["汇总", "问题清单", 0]);
  expect(rowsOf(findings).slice(1)).toEqual([
    ["序号", "文件", "工作表", "单元格", "级别", "问题", "修改建议", "规则", "情况说明"],
    [1, "报送/灌区任务.xlsx", "任务", "E36", "强制", "任务“整修渠道”没有填写牵头单位", "将“市水利局”填为牵头单位", expect.stringContaining("每项任务须有单位负责"), null],
    [2, "报送/灌区任务.xlsx", "任务", "D4", "核实", "时限“2026年6月底前”已过10天", null, "超期的任务须书面说明", null],
    [3, "报送/灌区任务.xlsx", "任务", "D9", "核实", "时限“2026年5月底前”已过40天", null, "超期的任务须书面说明", "汛期停工（2026-07-01）"],
  ]);
  expect(findings?.filter).toEqual({ top: 1, left: 0, bottom: 4, right: 8 });
});

test("the summary counts by file and by rule, and names what could not be read", async () => {
  const [summary] = await worksheetsOf(reports);
  const rows = rowsOf(summary);
  expect(rows[1]?.[0]).toBe("核查日期：2026年7月10日");
  expect(rows.slice(3, 7)).toEqual([
    ["报送/灌区任务.xlsx", "责任分工表 任务!A2:F13 11 项任务", 1, 1, 0, 1, null],
    ["报送/坏的.xlsx", null, null, null, null, null, `未能核查：${unread.error.zh}`],
    ["空.xlsx", "责任分工表 任务!A2:F13 11 项任务", 0, 0, 0, 0, null],
    ["合计", null, 1, 1, 0, 1, null],
  ]);
  expect(rows.slice(9).map(([rule, , ...counts]) => [rule, ...counts])).toEqual([["require-lead-unit", 1, 0, 0, 0, 1], ["no-overdue", 0, 1, 0, 1, 1]]);
});

test("English where the machine speaks it", async () => {
  const [summary, findings] = await worksheetsOf([reports[0] ?? unread], inEnglish);
  expect([summary?.name, findings?.name]).toEqual(["Summary", "Findings"]);
  expect(rowsOf(findings)[1]).toContain("Suggestion");
});

test("nothing found is a list with its header", async () => {
  const [, findings] = await worksheetsOf([checked("空.xlsx", [])]);
  expect(rowsOf(findings)).toHaveLength(2);
});

test("a report is no task list, should it be checked with the folder it lies in", async () => {
  const workbook = await (await createXlsxHost(await bytesOf(reports, facts))).read();
  expect(findTables(workbook, templates)).toEqual([]);
});

test.each([...hostileTexts, "=HYPERLINK(\"http://a\",\"点\")", "+1+1", "-2", "@SUM(A1)", "=1+1|cmd"].map((text) => [text.slice(0, 20), text] as const))("%s stays text", async (_, text) => {
  const [, findings] = await worksheetsOf([checked(text.slice(0, 60), [finding({ zh: text, fix: text })], [explained({ zh: text }, text.slice(0, 500))])]);
  if (findings === undefined) throw new Error("there is no list of findings");
  for (const row of [2, 3]) {
    for (let column = 0; column < 9; column++) {
      expect(formulaAt(findings, row, column)).toBeUndefined();
      expect(textOf(valueAt(findings, row, column)).length).toBeLessThan(5000);
    }
  }
  expect(valueAt(findings, 2, 5)).toEqual(expect.any(String));
});

test("more findings than a worksheet has rows go on in the next, none lost", () => {
  const most = maxRows - 2;
  const one = finding();
  const many = Array.from({ length: most + 5 }, () => one);
  const [, first, second, ...more] = reportSheets([checked("大.xlsx", many)], facts);
  const lines = ({ cells }: AddSheet): number => cells.length - 2;
  if (first === undefined || second === undefined) throw new Error("two sheets are needed");
  expect([lines(first), lines(second), more.length, second.sheet]).toEqual([most, 5, 0, "问题清单2"]);
  expect(first.cells.length).toBe(maxRows);
  expect(second.cells[2]?.[0]).toBe(most + 1);
});

(soffice === undefined ? test.skip : test)("LibreOffice opens it and shows the same (skipped without LibreOffice)", async () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  writeFileSync(join(folder, "问题.xlsx"), await bytesOf(reports, facts));
  execFileSync(soffice ?? "", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2", "--outdir", folder, join(folder, "问题.xlsx")], { stdio: "ignore", timeout: 120_000 });
  const text = readFileSync(join(folder, "问题-问题清单.csv"), "utf8");
  rmSync(folder, { recursive: true, force: true });
  expect(text).toContain("报送/灌区任务.xlsx,任务,E36,强制,任务“整修渠道”没有填写牵头单位,将“市水利局”填为牵头单位");
}, 120_000);

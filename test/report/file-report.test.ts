import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "../../src/core/check";
import { settingsInEffect } from "../../src/core/settings";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { ignoreInWorkbook } from "../../src/ignore/ignore";
import { applyIgnores } from "../../src/ignore/apply-ignores";
import { reportOn } from "../../src/report/file-report";
import { reportTools } from "../../src/report-tools";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";

test.each(["sample-task-list.xlsx", "sample-indicators.xlsx"])("what is told of %s is plain data, so that it can come from a worker", async (name) => {
  const workbook = await (await createXlsxHost(readFileSync(join(__dirname, "../../assets/samples", name)))).read();
  const settings = settingsInEffect("2026-07-10");
  const { tables, diagnostics } = check({ workbook, templates, rules, settings });
  const { shown, ignored } = applyIgnores(diagnostics, [ignoreInWorkbook("no-overdue", { reason: "已报延期", asOf: "2026-07-01" })], workbook, tables);
  const report = reportOn(name, { result: { tables, diagnostics: shown }, ignored }, reportTools.countLights({ tables }, workbook, settings));
  expect(structuredClone(report)).toEqual(report);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  expect([report.tables.length, report.findings.length + report.explained.length]).toEqual([tables.length, diagnostics.length]);
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stringifyAddress } from "../../src/core/address";
import { check } from "../../src/core/check";
import { defaultSettings } from "../../src/core/settings";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { rules } from "../../src/rules";
import { templates } from "../../src/templates";

const shared = join(__dirname, "../../../shared/workbooks/changsha-indicators.xlsx");

(existsSync(shared) ? test : test.skip)("the indicator system of ../shared gives what its README says, and nothing else (skipped where ../shared is not there)", async () => {
  const workbook = await (await createXlsxHost(readFileSync(shared))).read();
  const { diagnostics, tables } = check({ workbook, templates, rules, settings: defaultSettings("2022-11-18") });
  expect(diagnostics.map(({ range, rule }) => `${stringifyAddress(range)} ${rule}`)).toEqual(["B4 consistent-indicator-name", "B5 consistent-indicator-name", "B19 single-indicator"]);
  // the header that stands twice is passed over
  expect(tables.map(({ template, bounds, rows }) => [template.id, stringifyAddress(bounds), rows.length])).toEqual([["indicators", "A2:D28", 25]]);
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { CellContent } from "../../src/core/workbook";
import { runCommandLine } from "../../src/cli/run";
import { flagTools } from "../../src/flag/flag-tools";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { mergeTools } from "../../src/merge-tools";
import { fillTools } from "../../src/plan-tools";
import { reportTools } from "../../src/report-tools";
import { rules } from "../../src/rules";
import { summaryTools } from "../../src/summary-tools";
import { splitTools } from "../../src/split-tools";
import { templates } from "../../src/templates";
import { describeInBrowser } from "../support/browser";
import { makeXlsx } from "../support/make-xlsx";
import { picture, servedPages } from "../support/served-pages";

const shared = join(__dirname, "../../../shared/workbooks");
const sample = join(__dirname, "../../assets/samples/sample-task-list.xlsx");
const counties = ["青石县", "白沙县", "临江县", "云岭县", "石门县", "东川县"];

/** address and message, as every door says them. */
type Finding = { readonly address: string; readonly message: string };

async function fromCommandLine(file: string): Promise<Finding[]> {
  let output = "";
  await runCommandLine(["check", file, "--format", "json"], {
    templates,
    rules,
    fill: { ...fillTools, readStandardInput: async () => new Uint8Array() },
    flag: flagTools,
    report: reportTools,
    merge: mergeTools,
    summary: summaryTools,
    split: splitTools,
    openWorkbook: (bytes) => createXlsxHost(bytes),
    today: new Date().toISOString().slice(0, 10),
    version: "0",
    language: "zh",
    write: (text) => (output += text),
    complain: (text) => {
      throw new Error(text);
    },
    showProgress: undefined,
  });
  const report = JSON.parse(output) as { files: { diagnostics: Finding[] }[] };
  return (report.files[0]?.diagnostics ?? []).map(({ address, message }) => ({ address, message }));
}

/** Scrolls the list from its top to its end and notes every finding that comes by. */
async function fromList(page: Page): Promise<Finding[]> {
  await page.waitForSelector('[role="list"], [role="status"]:not(:empty)');
  await page.waitForFunction(() => document.querySelector('[role="progressbar"]') === null);
  return page.evaluate(async () => {
    const found = new Map<string, { address: string; message: string }>();
    const scroller = document.querySelector('[role="list"]')?.parentElement;
    if (scroller === null || scroller === undefined) return [];
    for (let top = 0; ; top += 200) {
      scroller.scrollTop = top;
      await new Promise((drawn) => setTimeout(drawn, 40));
      for (const item of document.querySelectorAll('[role="listitem"]')) {
        const message = item.querySelector("p")?.textContent;
        const address = item.querySelector("button")?.textContent;
        if (message !== null && message !== undefined && address !== null && address !== undefined) found.set(`${address} ${message}`, { address, message });
      }
      if (top > scroller.scrollHeight) return [...found.values()];
    }
  });
}

function sorted(findings: readonly Finding[]): string[] {
  return findings.map(({ address, message }) => `${address} ${message}`).sort();
}

describeInBrowser("three doors, one core", () => {
  const pages = servedPages();
  const folder = mkdtempSync(join(tmpdir(), "doors-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  // a swapped numerator, a row that takes its neighbour's and a typed-in value among sound ones
  const faultyIndicators = makeXlsx([
    {
      name: "各县监测",
      cells: [
        ["地区", "参保人员县域内门急诊人次", "参保人员门急诊总人次", "县域就诊率(%)"],
        ...counties.map((county, index): CellContent[] => [county, 30_000 + index * 500, 40_000, index === 1 ? { formula: "=C3/B3*100" } : index === 3 ? { formula: "=B4/C4*100" } : index === 4 ? 80 : { formula: `=B${index + 2}/C${index + 2}*100` }]),
      ],
      shownOf: (row, column) => (column !== 3 || row === 0 || row === 5 ? undefined : row === 2 ? (40_000 / 30_500) * 100 : ((30_000 + (row === 4 ? 2 : row - 1) * 500) / 40_000) * 100),
    },
  ]);
  const indicatorFile = join(folder, "各县监测.xlsx");
  writeFileSync(indicatorFile, faultyIndicators);
  const files = [
    ["the sample", sample],
    ["a sheet of faulty indicators", indicatorFile],
    ["jingmen.xlsx", join(shared, "jingmen.xlsx")],
    ["hunan.xlsx", join(shared, "hunan.xlsx")],
  ] as const;
  for (const [name, file] of files) {
    // the workbooks of ../shared are not part of the project
    (existsSync(file) ? test : test.skip)(
      `command line, page and pane find the same in ${name}${existsSync(file) ? "" : " (skipped where ../shared is not there)"}`,
      async () => {
        const expected = sorted(await fromCommandLine(file));
        expect(expected.length).toBeGreaterThan(0);

        const page = await pages.open("workbench.html", { width: 1280 });
        await page.setInputFiles("input[type=file]", file);
        expect(sorted(await fromList(page))).toEqual(expected);

        const workbook = await (await createXlsxHost(new Uint8Array(readFileSync(file)))).read();
        const { page: pane } = await pages.openInExcel(workbook);
        expect(sorted(await fromList(pane))).toEqual(expected);
        await picture(pane, `pane-${name}`);
      },
      60_000,
    );
  }
});

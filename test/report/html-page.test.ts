import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { stringifyHtml } from "../../src/report/html/page";
import type { FileReport } from "../../src/report/file-report";
import { axeViolations } from "../support/axe";
import { browserPath, describeInBrowser } from "../support/browser";
import { checked, explained, facts, finding, hostileTexts, inEnglish, unread } from "./example-reports";

const tasks = Array.from({ length: 60 }, (_, index) => finding({ rule: index % 3 === 0 ? "no-overdue" : "require-lead-unit", severity: index % 3 === 0 ? "warning" : "error", at: `任务!D${index + 3}`, zh: `时限“2026年6月底前”已过${index + 1}天，状态未注明完成；请核实进展，已完成的请注明，未完成的请说明原因`, ...(index % 2 === 0 ? { fix: "改为“2026年12月底前”" } : {}) }));
const reports: readonly FileReport[] = [checked("报送/灌区任务.xlsx", tasks, [explained({ at: "任务!D90" }, "汛期停工，已报延期")]), unread, checked("空.xlsx", [])];
const pdfToText = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"].find((place) => existsSync(place));

jest.setTimeout(60_000);

describeInBrowser("the page in a browser", () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "report-page-"));
    browser = await chromium.launch({ executablePath: browserPath ?? "" });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(html: string, width: number, colorScheme: "light" | "dark" = "light", bypassCSP = false): Promise<{ page: Page; asked: string[] }> {
    const file = join(folder, "报告.html");
    writeFileSync(file, html);
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, bypassCSP });
    const page = await context.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => asked.push(String(error)));
    page.on("console", (message) => asked.push(message.text()));
    await page.goto(`file://${file}`);
    return { page, asked };
  }

  test.each([
    [350, "light", facts],
    [350, "dark", facts],
    [1000, "light", inEnglish],
    [1000, "dark", facts],
  ] as const)("at %i px, %s: nothing sticks out, and axe finds nothing", async (width, scheme, by) => {
    // axe itself is a script, which the page forbids
    const { page } = await open(stringifyHtml(reports, by), width, scheme, true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(scheme === "dark" ? "rgb(28, 29, 31)" : "rgb(255, 255, 255)");
    await page.context().close();
  });

  test("a narrow screen keeps what a table is for a screen reader, and says what a suggestion is", async () => {
    const { page } = await open(stringifyHtml(reports, facts), 350);
    expect(await page.getByRole("table").first().getByRole("columnheader").count()).toBeGreaterThan(2);
    const row = page.getByRole("row").filter({ hasText: "改为“2026年12月底前”" }).first();
    expect(await row.getByRole("cell").count()).toBe(2);
    expect(await row.locator(".fix").evaluate((cell) => getComputedStyle(cell, "::before").content)).toBe('"修改建议"');
    await page.context().close();
  });

  test("hostile texts run nothing and fetch nothing", async () => {
    const hostile = checked("坏.xlsx", hostileTexts.map((text, index) => finding({ at: `任务!C${index + 3}`, zh: text, fix: text })), hostileTexts.map((text) => explained({ zh: text }, text)));
    const { page, asked } = await open(stringifyHtml([hostile], facts), 350);
    expect(await page.title()).toBe("清单核查报告：坏");
    expect(asked).toEqual([page.url()]);
    expect(await page.evaluate(() => [document.documentElement.scrollWidth, getComputedStyle(document.body).display])).toEqual([350, "block"]);
    await page.context().close();
  });

  test("one click takes the whole opinion", async () => {
    const { page } = await open(stringifyHtml(reports, facts), 1000);
    await page.locator(".opinion p").first().click();
    const text = await page.evaluate(() => String(getSelection()));
    expect(text).toMatch(/^关于《灌区任务》的审核意见[\s\S]*一、须修改的问题[\s\S]*请按上述意见修改后重新报送。\s*$/);
    await page.context().close();
  });

  test("100,000 findings open at once", async () => {
    const many = Array.from({ length: 100_000 }, (_, index) => finding({ at: `任务!C${index + 3}` }));
    const html = stringifyHtml([checked("大.xlsx", many)], facts);
    const began = performance.now();
    const { page } = await open(html, 1000);
    expect(await page.locator(".findings tbody tr").count()).toBe(3000);
    expect(performance.now() - began).toBeLessThan(5000);
    await page.context().close();
  });

  test("of 2,000 files those told of in full are a click away", async () => {
    const many = Array.from({ length: 2000 }, (_, index) => checked(`报送/单位${index}.xlsx`, Array.from({ length: index > 1400 ? 20 : 3 }, (__, row) => finding({ at: `任务!C${row + 3}` }))));
    const { page } = await open(stringifyHtml(many, facts), 1000);
    await page.getByRole("link", { name: "报送/单位1499.xlsx" }).click();
    await page.waitForFunction(() => Math.abs(document.querySelector("#file-1500")?.getBoundingClientRect().top ?? 999) < 5);
    expect(await page.locator("#file-1500 h2").textContent()).toBe("单位1499.xlsx");
    await page.context().close();
  });

  (pdfToText === undefined ? test.skip : test)("printed, each page has its number, and a table's header stands on every page of it (skipped without pdftotext)", async () => {
    const { page } = await open(stringifyHtml(reports, facts), 1000);
    const file = join(folder, "报告.pdf");
    writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
    await page.context().close();
    execFileSync(pdfToText ?? "", ["-layout", file, join(folder, "报告.txt")]);
    const pages = readFileSync(join(folder, "报告.txt"), "utf8").split("\f").slice(0, -1);
    expect(pages.length).toBeGreaterThan(3);
    for (const [index, text] of pages.entries()) {
      expect(text).toMatch(new RegExp(`第 ${index + 1} 页，共 ${pages.length} 页`));
      const lines = text.split("\n").filter((line) => line.trim() !== "");
      const firstRow = lines.findIndex((line) => /^\s*D\d+\s/.test(line));
      if (firstRow !== -1) expect(lines.slice(0, firstRow).some((line) => /^\s*单元格\s+问题/.test(line))).toBe(true);
      // no header alone at a page's foot
      expect(lines.at(-2)).not.toMatch(/^\s*单元格\s+问题/);
    }
  });
});

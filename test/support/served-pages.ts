import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Workbook } from "../../src/core/workbook";
import { attachSimulatedExcel, launchChromium } from "../excel/chromium";
import { SimulatedExcel } from "../excel/simulated-excel";
import { axeViolations, lowTargets } from "./axe";
import { serveDist, type DistServer } from "./serve-dist";

export type Scheme = "light" | "dark";
export type PageOptions = { readonly width?: number; readonly height?: number; readonly scheme?: Scheme; /** The test is about a failure that the browser tells of too. */ readonly mayFail?: boolean };

export type ServedPages = {
  /** An empty page, shown as a person in China has it. */
  newPage(options?: PageOptions): Promise<Page>;
  open(path: string, options?: PageOptions): Promise<Page>;
  /** The task pane of a simulated Excel that holds this workbook. */
  openInExcel(workbook: Workbook, options?: PageOptions): Promise<{ readonly page: Page; readonly excel: SimulatedExcel }>;
  addressOf(path: string): string;
};

/**
 * A browser and a server for the tests of one suite. After each test its pages are closed: none may have told of an
 * error or have asked another machine for anything; office.js is answered from node_modules.
 */
export function servedPages(serve: () => Promise<DistServer> = serveDist): ServedPages {
  let browser: Browser;
  let server: DistServer;
  let opened: { readonly page: Page; readonly problems: string[]; readonly asked: string[] }[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
    server = await serve();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  afterEach(async () => {
    const pages = opened;
    opened = [];
    for (const { page } of pages) await page.close();
    const own = [server.address, "blob:", "data:", "https://appsforoffice.microsoft.com/"];
    expect(pages.flatMap(({ problems }) => problems)).toEqual([]);
    expect(pages.flatMap(({ asked }) => asked).filter((url) => !own.some((start) => url.startsWith(start)))).toEqual([]);
  });

  const pages: ServedPages = {
    async newPage({ width = 350, height = 700, scheme = "light", mayFail = false } = {}) {
      const page = await browser.newPage({ locale: "zh-CN", viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce", acceptDownloads: true });
      const [problems, asked]: [string[], string[]] = [[], []];
      page.on("request", (request) => asked.push(request.url()));
      if (!mayFail) {
        page.on("pageerror", (error) => problems.push(String(error)));
        page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      }
      opened.push({ page, problems, asked });
      return page;
    },
    async open(path, options) {
      const page = await pages.newPage(options);
      await page.goto(pages.addressOf(path));
      return page;
    },
    async openInExcel(workbook, options) {
      const page = await pages.newPage(options);
      const excel = new SimulatedExcel();
      excel.load(workbook);
      await attachSimulatedExcel(page, excel);
      await page.goto(pages.addressOf("taskpane.html"));
      return { page, excel };
    },
    addressOf: (path) => `${server.address}/${path}`,
  };
  return pages;
}

const screenshots = process.env["QINGDAN_SCREENSHOTS"];

/** Keeps a picture where somebody asked for them. */
export async function picture(page: Page, name: string): Promise<void> {
  if (screenshots !== undefined) await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** What is shown is still, fits its width, and has nothing for axe and nothing too low for a finger. */
export async function expectSound(page: Page, name?: string): Promise<void> {
  await page.waitForTimeout(100);
  if (name !== undefined) await picture(page, name);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  expect(await axeViolations(page)).toEqual([]);
  expect(await lowTargets(page)).toEqual([]);
}

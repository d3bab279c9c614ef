import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../excel/chromium";
import { axeViolations, lowTargets } from "../support/axe";
import { describeInBrowser } from "../support/browser";
import type { DistServer } from "../support/serve-dist";
import { serveStory } from "../support/serve-story";

const screenshots = process.env["QINGDAN_SCREENSHOTS"];

describeInBrowser("指标 beside a workbook in memory, with made-up indicators", () => {
  let browser: Browser;
  let server: DistServer;
  let page: Page;
  let problems: string[];
  beforeAll(async () => {
    browser = await launchChromium();
    server = await serveStory(join(__dirname, "../ui/indicators/story.tsx"));
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  const open = async (query: string, width = 350, colorScheme: "light" | "dark" = "light"): Promise<void> => {
    page = await browser.newPage({ locale: "zh-CN", viewport: { width, height: 700 }, colorScheme, reducedMotion: "reduce" });
    problems = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await page.goto(`${server.address}/index.html?${query}`);
    await page.getByRole("tab", { name: query.includes("lang=en") ? "Indicators" : "指标" }).click();
  };
  afterEach(async () => {
    await page.close();
    expect(problems).toEqual([]);
  });
  const look = async (name: string, width: number): Promise<void> => {
    await page.waitForTimeout(100);
    if (screenshots !== undefined) await page.screenshot({ path: join(screenshots, `indicators-${name}.png`) });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axeViolations(page)).toEqual([]);
    expect(await lowTargets(page)).toEqual([]);
  };

  const looks = [320, 350].flatMap((width) => (["light", "dark"] as const).flatMap((scheme) => [0, 3, 3000].map((entries) => [entries, width, scheme] as const)));
  test.each(looks)("%i indicators at %i px, %s: nothing for axe, nothing beyond the edge", async (entries, width, scheme) => {
    await open(`entries=${entries}`, width, scheme);
    await page.getByText(entries === 0 ? "没有认出指标" : `${entries.toLocaleString("zh-CN")} 个指标`).first().waitFor();
    expect(await page.getByRole("listitem").count()).toBeLessThan(40);
    await look(`${entries}-${width}-${scheme}`, width);
    if (entries === 0) return;
    await page.getByRole("region", { name: "指标" }).evaluate((list) => list.scrollBy(0, 420));
    await look(`${entries}-below-${width}-${scheme}`, width);
  }, 60_000);

  test("three thousand counties open, are searched and scroll", async () => {
    await open("entries=4");
    await page.getByRole("button", { name: "展开其余 2,997 处" }).click();
    await page.getByRole("searchbox").fill("第2017县");
    await page.getByRole("button", { name: /第2017县/ }).waitFor();
    expect(await page.getByRole("listitem").count()).toBeLessThan(40);
    await look("county", 350);
    await page.getByRole("button", { name: /第2017县/ }).press("Enter");
    await page.locator("[aria-current=location]").waitFor();
  }, 60_000);

  test.each([
    [320, "light"],
    [350, "dark"],
  ] as const)("a new sheet at %i px, %s: chosen, previewed, written, taken back", async (width, scheme) => {
    await open("entries=3", width, scheme);
    await page.getByRole("button", { name: "新建指标表" }).click();
    await page.getByRole("form").waitFor();
    await page.getByRole("checkbox", { name: /环境/ }).check();
    await page.getByRole("checkbox", { name: /图书借阅量增长率/ }).check();
    await look(`insert-${width}-${scheme}`, width);
    await page.getByLabel("按地区、单位填报").fill("青石县\n白沙县\n青石县");
    await page.getByText("“青石县”写了两次").scrollIntoViewIfNeeded();
    await look(`insert-end-${width}-${scheme}`, width);
    await page.getByLabel("按地区、单位填报").fill("");
    await page.getByLabel("统计期").fill("2025年");
    await page.getByRole("button", { name: "预览" }).click();
    await page.getByRole("button", { name: "写入", exact: true }).scrollIntoViewIfNeeded();
    await look(`insert-preview-${width}-${scheme}`, width);
    await page.getByRole("button", { name: "写入", exact: true }).click();
    await page.getByText("已新建指标表").waitFor();
    await look(`insert-outcome-${width}-${scheme}`, width);
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByText("已撤销").waitFor();
  }, 60_000);

  test("before the first check there is a way to it", async () => {
    await open("entries=3&unchecked");
    await look("unchecked", 350);
    await page.getByRole("button", { name: "去核查" }).click();
    await page.getByRole("tab", { name: "核查", selected: true }).waitFor();
  }, 60_000);

  test("in English", async () => {
    await open("entries=3&lang=en", 320);
    await page.getByText("3 indicators").waitFor();
    await look("english", 320);
  }, 60_000);
});

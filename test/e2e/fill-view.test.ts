import { join } from "node:path";
import type { Page } from "playwright-core";
import { describeInBrowser } from "../support/browser";
import { serveStory } from "../support/serve-story";
import { expectSound, servedPages, type Scheme } from "../support/served-pages";

describeInBrowser("填报 beside a workbook in memory, with a made-up plan", () => {
  const pages = servedPages(() => serveStory(join(__dirname, "../ui/fill/story.tsx")));
  let page: Page;
  const open = async (query: string, width = 350, scheme: Scheme = "light"): Promise<void> => {
    page = await pages.open(`index.html?${query}`, { width, scheme });
    await page.getByRole("tab", { name: query.includes("lang=en") ? "Fill" : "填报" }).click();
  };
  const look = (name: string): Promise<void> => expectSound(page, `fill-${name}`);

  const looks = [320, 350].flatMap((width) => (["light", "dark"] as const).flatMap((scheme) => [0, 3, 300].map((tasks) => [tasks, width, scheme] as const)));
  test.each(looks)("%i tasks at %i px, %s: nothing for axe, nothing beyond the edge", async (tasks, width, scheme) => {
    await open(`tasks=${tasks}`, width, scheme);
    if (tasks === 0) await look(`input-${width}-${scheme}`);
    await page.getByRole("button", { name: "试用示例" }).click();
    await page.getByText(tasks === 0 ? "没有读到任务" : `${tasks} 项任务`).first().waitFor();
    expect(await page.getByRole("listitem").count()).toBeLessThan(30);
    await look(`${tasks}-${width}-${scheme}`);
  }, 60_000);

  test.each([
    [320, "light"],
    [350, "dark"],
  ] as const)("correcting and writing at %i px, %s", async (width, scheme) => {
    await open("tasks=20", width, scheme);
    await page.getByRole("button", { name: "试用示例" }).click();
    const second = page.getByRole("listitem").filter({ hasText: "推进第2批" });
    await second.getByRole("button", { name: /^原文/ }).click();
    await second.getByRole("button", { name: /^改/ }).click();
    await look(`edit-${width}-${scheme}`);
    await second.getByLabel("完成时限").scrollIntoViewIfNeeded();
    await look(`edit-end-${width}-${scheme}`);
    await second.getByRole("button", { name: /^完成/ }).click();
    await second.getByRole("button", { name: /^删除/ }).click();
    await look(`deleted-${width}-${scheme}`);
    await page.getByRole("button", { name: "写入工作簿（19 项）" }).click();
    await page.getByRole("form").waitFor();
    await look(`write-${width}-${scheme}`);
    await page.getByLabel("工作表名称").fill("责任/分工");
    await look(`wrong-name-${width}-${scheme}`);
    await page.getByLabel("工作表名称").fill("养老任务分工");
    await page.getByRole("button", { name: "预览" }).click();
    await page.getByRole("button", { name: "写入", exact: true }).scrollIntoViewIfNeeded();
    await look(`preview-${width}-${scheme}`);
    await page.getByRole("button", { name: "写入", exact: true }).click();
    await page.getByText("已写入工作簿").waitFor();
    await look(`outcome-${width}-${scheme}`);
  }, 60_000);

  test("a long reading shows that it goes on and can be stopped", async () => {
    await open("tasks=3&delay=60000");
    await page.getByRole("button", { name: "试用示例" }).click();
    await page.getByText("正在读方案").waitFor();
    await look("reading");
    await page.getByRole("button", { name: "取消" }).click();
    await page.waitForFunction(() => document.querySelector('[role="progressbar"]') === null);
    await page.getByRole("button", { name: "选择文件" }).waitFor();
  }, 60_000);

  test("a document that cannot be read is answered in a sentence", async () => {
    await open("tasks=3", 320);
    await page.setInputFiles("input[type=file]", { name: "坏的.docx", mimeType: "application/octet-stream", buffer: Buffer.from("x") });
    await page.getByText("读不了").waitFor();
    await look("failure");
  }, 60_000);

  test("in English", async () => {
    await open("tasks=3&lang=en", 320);
    await page.getByRole("button", { name: "Try the sample" }).click();
    await page.getByText("3 tasks, 1 doubtful").waitFor();
    await look("english");
  }, 60_000);
});

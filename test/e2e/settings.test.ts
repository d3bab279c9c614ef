import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { CellContent } from "../../src/core/workbook";
import type { SimulatedExcel } from "../excel/simulated-excel";
import { describeInBrowser } from "../support/browser";
import { makeWorkbook } from "../support/make-workbook";
import { expectSound, servedPages, type Scheme } from "../support/served-pages";

const cells: CellContent[][] = [
  ["序号", "重点任务", "牵头部门", "责任部门", "完成时限", "状态"],
  [1, "推进老旧小区停车治理", "市公安局", "市城管局", "2030年12月底前", null],
  [2, "建成停车信息平台", null, "市大数据局", "2030年6月底前", null],
  [3, "公布停车收费标准", "市发展改革委", "市市场监管局", "2030年3月底前", null],
];

describeInBrowser("settings, roster and lists in the pane", () => {
  const pages = servedPages();
  let page: Page;
  let excel: SimulatedExcel;
  const open = async (width: number, scheme: Scheme): Promise<void> => {
    ({ page, excel } = await pages.openInExcel(makeWorkbook([{ name: "责任分工", cells }]), { width, height: 640, scheme }));
    await page.getByText("强制 1 处").waitFor();
  };
  const button = (name: string | RegExp) => page.getByRole("button", { name });
  const sheets = (): string[] => excel.dump().worksheets.map(({ name }) => name);
  const lists = (): string => JSON.stringify([...(excel.sheets[0]?.validations ?? [])]);
  const give = (text: string): Promise<void> => page.locator("input[type=file][accept*=json]").setInputFiles({ name: "设置.json", mimeType: "application/json", buffer: Buffer.from(text) });

  test("at 320 px: changes, exports, imports and keeps settings, makes the roster and lists, and takes all of it back", async () => {
    await open(320, "light");
    const look = (name: string): Promise<void> => expectSound(page, `settings-${name}-320-light`);
    const before = excel.dump();
    await button("设置").click();
    await page.getByLabel("提前几天算临期").fill("15");
    await page.getByLabel("亮灯").selectOption("blue-yellow-red");
    await look("form");

    const downloading = page.waitForEvent("download");
    await button("导出设置").click();
    const exported = readFileSync(await (await downloading).path(), "utf8");
    expect(JSON.parse(exported)).toEqual({ dueSoonDays: 15, lights: "blue-yellow-red" });
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await button("复制").click();
    await page.getByText("已复制").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(exported.trim());
    const devtools = await page.context().newCDPSession(page);
    const { browserContextId } = (await devtools.send("Target.getTargetInfo")).targetInfo;
    await devtools.send("Browser.setPermission", { permission: { name: "clipboard-write", allowWithoutSanitization: false }, setting: "denied", ...(browserContextId === undefined ? {} : { browserContextId }) });
    await button("复制").click();
    await page.getByText("请按 Ctrl+C").waitFor({ timeout: 5000 });
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(exported.trim());
    await look("exported");

    await give("不是设置");
    await page.getByText("这个文件不是设置文件").waitFor();
    await give(JSON.stringify({ dueSoonDays: 20, roster: [{ name: "市公安局", aliases: ["市公安"] }] }));
    await page.getByText("已读入文件里的设置").waitFor();
    expect(await page.getByLabel("提前几天算临期").inputValue()).toBe("20");
    expect(await page.getByLabel("亮灯").inputValue()).toBe("blue-yellow-red");
    expect(await page.getByLabel("单位名录").inputValue()).toBe("市公安局：市公安");
    await look("imported");
    // however far the form is scrolled
    expect(await button("存入工作簿").evaluate((one) => one.getBoundingClientRect().bottom)).toBeLessThan(640);
    await button("存入工作簿").click();
    await button("写入记录 1").waitFor();
    expect(JSON.stringify([...excel.customXml.values()])).toContain("blue-yellow-red");

    await button("更多").click();
    await button("生成单位名录").click();
    await button("写入记录 2").waitFor();
    expect(sheets()).toEqual(["责任分工", "单位名录"]);
    await look("roster");
    await button("加下拉列表").click();
    await button("写入记录 3").waitFor();
    expect(sheets()).toEqual(["责任分工", "单位名录", "下拉选项"]);
    expect(lists()).toContain("单位名录");
    expect(lists()).toContain("下拉选项");
    expect((await page.getByRole("region", { name: "问题清单" }).boundingBox())?.height).toBeGreaterThanOrEqual(240);

    await button("写入记录 3").click();
    await look("record");
    await page.getByRole("listitem").filter({ hasText: "把设置存入工作簿" }).getByRole("button").click();
    await page.getByText("已撤回 3 步").waitFor();
    await page.getByText("强制 1 处").waitFor();
    await look("taken-back");
    expect(excel.dump()).toEqual(before);
    expect(lists()).not.toContain("名录");
    expect(excel.customXml.size).toBe(0);
    await button("知道了").click();
    expect(await page.getByText("已撤回 3 步").count()).toBe(0);
  }, 60_000);

  test("at 350 px, dark: all of it is within reach of the keyboard, and the focus comes back", async () => {
    await open(350, "dark");
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    const press = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 40; presses++) {
        await page.keyboard.press("Tab");
        if ((await focused()).startsWith(name)) return page.keyboard.press("Enter");
      }
      throw new Error(`the keyboard does not reach ${name}`);
    };
    await press("设置");
    await expectSound(page, "settings-form-350-dark");
    await press("返回");
    expect(await focused()).toBe("设置");
    await press("说明 C3");
    await page.keyboard.type("平台由市大数据局直接建设");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("说明 C3");
    await press("更多");
    await press("生成单位名录");
    await button("写入记录 1").waitFor();
    await press("加下拉列表");
    await button("写入记录 2").waitFor();
    await press("写入记录");
    await press("撤回");
    await page.getByText("已撤回 1 步").waitFor();
    expect(sheets()).toEqual(["责任分工", "单位名录"]);
    expect(await focused()).toContain("写入记录");
    await expectSound(page, "settings-record-350-dark");
    await page.keyboard.press("Escape");
    expect(await focused()).toMatch(/^写入记录 1/);
    await page.getByText("强制 1 处").waitFor();
  }, 60_000);
});

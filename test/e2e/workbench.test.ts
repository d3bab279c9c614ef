import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { describeInBrowser } from "../support/browser";
import { makeXlsx } from "../support/make-xlsx";
import { expectSound, picture, servedPages, type Scheme } from "../support/served-pages";

describeInBrowser("the workbench page", () => {
  const pages = servedPages();
  let page: Page;
  const open = async (path: string, width = 1280, scheme: Scheme = "light"): Promise<void> => {
    page = await pages.open(path, { width, height: 800, scheme });
  };

  test("opens with the sample, jumps, fixes, undoes and saves a copy", async () => {
    await open("workbench.html?sample=1");
    await page.getByRole("button", { name: "跳到 责任分工 D7" }).click();
    await page.waitForSelector("#cell-6-3[aria-selected=true]");
    await picture(page, "workbench");

    const fixAll = page.getByRole("button", { name: /修复全部稳妥项（6）/ });
    await fixAll.click();
    await page.getByRole("button", { name: "确认修改 6 处" }).click();
    await page.getByText("已修改 6 项").waitFor();
    expect(await page.getByRole("button", { name: /修复全部稳妥项/ }).count()).toBe(0);

    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByText("已撤销").waitFor();
    await fixAll.waitFor();

    await fixAll.click();
    await page.getByRole("button", { name: "确认修改 6 处" }).click();
    await page.getByText("已修改 6 项").waitFor();
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "保存副本" }).click();
    const saved = await createXlsxHost(new Uint8Array(readFileSync(await (await downloading).path())));
    const sheet = (await saved.read()).worksheets[0];
    expect(sheet?.columns[2]?.values[4]).toBe("建立泊位编号规则，统一标牌样式。");
    expect((await downloading).suggestedFilename()).toBe("云溪市智慧停车任务分工-核查.xlsx");
  }, 60_000);

  test("edits a cell, and the finding goes", async () => {
    await open("workbench.html?sample=1");
    await page.getByRole("button", { name: "跳到 责任分工 D7" }).click();
    await page.locator("#cell-6-3").dblclick();
    await page.keyboard.type("市住建局");
    await page.keyboard.press("Enter");
    await page.getByText("市住建局", { exact: true }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-label="跳到 责任分工 D7"]') === null);
  }, 60_000);

  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 600],
    ["light", 320],
    ["dark", 350],
  ] as const)("axe finds nothing in the %s page, %i px wide", async (scheme, width) => {
    await open("workbench.html?sample=1", width, scheme);
    await page.getByRole("list").last().waitFor();
    await expectSound(page, `workbench-${scheme}-${width}`);
  }, 60_000);

  test("axe finds nothing before a workbook is opened", async () => {
    await open("workbench.html");
    await page.getByRole("heading").waitFor();
    await expectSound(page);
  }, 60_000);

  test("Escape leaves a cell as it was, Enter and a click elsewhere write it once", async () => {
    await open("workbench.html?sample=1");
    await page.getByRole("button", { name: "跳到 责任分工 D7" }).click();
    const cell = page.locator("#cell-6-3");
    await cell.dblclick();
    await page.keyboard.type("市住建局");
    await page.keyboard.press("Escape");
    await page.waitForTimeout(300);
    expect(await cell.textContent()).toBe("");
    await cell.dblclick();
    await page.keyboard.type("市住建局");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#cell-6-3")?.textContent === "市住建局");
    await cell.dblclick();
    await page.keyboard.type("、市公安局");
    await page.locator("#cell-3-3").click();
    await page.waitForFunction(() => document.querySelector("#cell-6-3")?.textContent === "市住建局、市公安局");
    await page.waitForTimeout(300);
    expect(await page.getByText("没有改成").count()).toBe(0);
  }, 60_000);

  test("an input method can begin to write in a cell", async () => {
    await open("workbench.html?sample=1");
    await page.getByRole("button", { name: "跳到 责任分工 D7" }).click();
    await page.locator("#cell-6-3").click();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", code: "KeyS", windowsVirtualKeyCode: 229 });
    await devtools.send("Input.imeSetComposition", { text: "shi", selectionStart: 3, selectionEnd: 3 });
    await devtools.send("Input.insertText", { text: "市住建局" });
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#cell-6-3")?.textContent === "市住建局");
  }, 60_000);

  test("a workbook of the same name takes nothing over from the one before", async () => {
    await open("workbench.html");
    const file = (task: string) => ({ name: "清单.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(makeXlsx([{ name: "表", cells: [["序号", "重点任务", "牵头部门", "完成时限"], [1, task, "市城管局", "2026年底前"]] }])) });
    await page.setInputFiles("input[type=file]", file("开展普查 "));
    await page.getByRole("button", { name: /修复全部稳妥项/ }).click();
    await page.getByRole("button", { name: "修改", exact: true }).click();
    await page.getByRole("button", { name: "撤销" }).waitFor();
    await page.setInputFiles("input[type=file]", file("开展统计 "));
    await page.getByRole("button", { name: /修复全部稳妥项/ }).waitFor();
    expect(await page.getByRole("button", { name: "撤销" }).count()).toBe(0);
  }, 60_000);

  test("says in a sentence why a file cannot be opened", async () => {
    await open("workbench.html");
    await page.setInputFiles("input[type=file]", { name: "坏的.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("不是工作簿") });
    await page.getByText("这不是 Excel 工作簿").waitFor();
  }, 60_000);

  test("says what to do where nothing is recognised", async () => {
    await open("workbench.html");
    await page.setInputFiles("input[type=file]", { name: "通讯录.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(makeXlsx([{ name: "表", cells: [["姓名", "电话"], ["某某", "0000"]] }])) });
    await page.getByText("没有认出任务清单或指标表").waitFor();
    await page.getByText("表头（前 30 行内）要有任务一列").waitFor();
  }, 60_000);
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { CellContent, Workbook } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import type { SimulatedExcel } from "../excel/simulated-excel";
import { describeInBrowser } from "../support/browser";
import { contentsOf, makeWorkbook } from "../support/make-workbook";
import { expectSound, servedPages, type Scheme } from "../support/served-pages";

const samplePlan = join(__dirname, "../../assets/samples/云溪市智慧停车三年行动方案.txt");

/** An invented plan that leaves open who leads, in its own words. */
const doubtfulPlan = `云溪市公共阅读空间建设方案

一、建设空间
1. 每个街道建成一处社区书房，开放到晚上九点，2027年6月底前完成。（责任单位：市文化和旅游局、市财政局、各区政府）
2. 为偏远村配备流动图书车，每月巡回一次。（责任单位：市交通运输局）
二、丰富活动
3. 举办全民阅读季，9月底前印发活动安排。（牵头单位：市委宣传部；责任单位：市教育局、市总工会）
`;
const file = (name: string, text: string | Buffer) => ({ name, mimeType: "application/octet-stream", buffer: typeof text === "string" ? Buffer.from(text) : text });

describeInBrowser("填报, from the document to the workbook", () => {
  const pages = servedPages();
  let page: Page;
  const openInExcel = async (cells: CellContent[][], width = 350, scheme: Scheme = "light"): Promise<SimulatedExcel> => {
    const opened = await pages.openInExcel(makeWorkbook([{ name: "表一", cells }]), { width, scheme });
    page = opened.page;
    await page.getByRole("tab", { name: "填报" }).click();
    return opened.excel;
  };
  const press = (name: string | RegExp): Promise<void> => page.getByRole("button", { name, exact: typeof name === "string" }).click();
  const choose = (name: string, text: string | Buffer): Promise<void> => page.setInputFiles('input[accept*=".docx"]', file(name, text));
  const cellsOf = (workbook: Workbook, sheet: string): CellContent[][] => {
    const found = workbook.worksheets.find(({ name }) => name === sheet);
    return found === undefined ? [] : contentsOf(found);
  };
  const look = (name: string): Promise<void> => expectSound(page, `filled-${name}`);

  test("in Excel the sample becomes a new sheet that the check finds, and is undone", async () => {
    const excel = await openInExcel([["说明"]]);
    await press("试用示例");
    await page.getByText("8 项任务").first().waitFor();
    await look("excel-rows");
    await press("写入工作簿（8 项）");
    await press("预览");
    await look("excel-preview");
    await press("写入");
    await page.getByText("已写入工作簿").waitFor();
    const written = cellsOf(excel.dump(), "责任分工");
    expect(written[1]).toEqual(["任务分类", "序号", "重点任务", "牵头部门", "责任部门", "完成时限", "备注"]);
    expect(written.filter((row) => typeof row[1] === "number")).toHaveLength(8);
    expect(written[2]?.slice(3, 5)).toEqual(["市城管局", "市自然资源局、市公安局"]);
    await look("excel-outcome");
    await page.getByRole("tab", { name: "核查" }).click();
    await page.getByText(/责任分工 A2:G10 · 8\s行/).waitFor();
    await page.getByRole("tab", { name: "填报" }).click();
    await press("撤销");
    await page.getByText("已撤销").waitFor();
    expect(excel.dump().worksheets.map(({ name }) => name)).toEqual(["表一"]);
  }, 60_000);

  test("in Excel gaps of a table are filled and missing tasks added, nothing overwritten", async () => {
    const excel = await openInExcel([["序号", "重点任务", "牵头部门", "责任部门", "完成时限"], [1, "举办全民阅读季，9月底前印发活动安排。", null, "市教育局", null], [2, "别的任务", "市民政局", "市财政局", "2027年底前"]], 320, "dark");
    await choose("方案.txt", doubtfulPlan);
    await page.getByText("3 项任务").first().waitFor();
    await page.getByLabel(/^选牵头单位：1/).selectOption("市财政局");
    await press("写入工作簿（3 项）");
    await page.getByText("工作簿里已有的表").click();
    await press("预览");
    await look("excel-table");
    await press("写入");
    await page.getByText("已写入工作簿").waitFor();
    const written = cellsOf(excel.dump(), "表一");
    expect(written[1]?.slice(0, 4)).toEqual([1, "举办全民阅读季，9月底前印发活动安排。", "市委宣传部", "市教育局"]);
    expect(written[2]).toEqual([2, "别的任务", "市民政局", "市财政局", "2027年底前"]);
    expect(written.slice(3).map((row) => [row[0], row[2], row[3] ?? null])).toEqual([[3, "市财政局", "市文化和旅游局、各区政府"], [4, "市交通运输局", null]]);
  }, 60_000);

  test.each([
    ["旧的.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "另存为"],
    ["空的.txt", Buffer.from(" \n"), "这个文档里没有文字"],
    ["扫描.pdf", Buffer.from("%PDF-1.7"), "这不是能读的文档"],
  ])("%s is answered in a sentence", async (name, bytes, sentence) => {
    await openInExcel([["说明"]], 320);
    await choose(name, bytes);
    await page.getByText(sentence).waitFor();
    await look(`refused-${name}`);
    await page.getByRole("button", { name: "选择文件" }).waitFor();
  }, 60_000);

  test("everything can be done with the keyboard alone, and the focus is never lost", async () => {
    const excel = await openInExcel([["说明"]]);
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    const tabTo = async (name: string | RegExp): Promise<void> => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press("Tab");
        const label = await focused();
        if (typeof name === "string" ? label === name : name.test(label)) return;
      }
      throw new Error(`the keyboard does not reach ${String(name)}; it stands on ${await focused()}`);
    };
    await page.getByRole("tab", { name: "填报" }).focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
    await tabTo("试用示例");
    await page.keyboard.press("Enter");
    await page.getByText("8 项任务").first().waitFor();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
    await tabTo(/^改：3/);
    await page.keyboard.press("Enter");
    await tabTo(/^与下一项合并/);
    await page.keyboard.press("Enter");
    await page.getByText("7 项任务").first().waitFor();
    await tabTo(/^删除：3/);
    await page.keyboard.press("Enter");
    await page.getByText("6 项任务").first().waitFor();
    expect(await focused()).toMatch(/^恢复：3/);
    await tabTo("写入工作簿（6 项）");
    await page.keyboard.press("Enter");
    await page.getByRole("form").waitFor();
    await tabTo("预览");
    await page.keyboard.press("Enter");
    await tabTo("写入");
    await page.keyboard.press("Enter");
    await page.getByText("已写入工作簿").waitFor();
    await tabTo("看一看");
    await page.keyboard.press("Enter");
    await tabTo("撤销");
    await page.keyboard.press("Enter");
    await page.getByText("已撤销").waitFor();
    expect(excel.dump().worksheets).toHaveLength(1);
  }, 60_000);

  test("what the clipboard holds is read as it is pasted, tables and all", async () => {
    await openInExcel([["说明"]]);
    await page.getByLabel("或者粘贴方案的文字、表格").evaluate((field) => {
      const data = new DataTransfer();
      data.setData("text/html", "<table><tr><td>序号</td><td>工作任务</td><td>牵头单位</td><td>责任单位</td><td>完成时限</td></tr><tr><td>1</td><td>建成社区书房二十处</td><td>市文化和旅游局</td><td>各区政府</td><td>2027年6月底前</td></tr></table>");
      data.setData("text/plain", "序号 工作任务");
      field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await page.getByText("建成社区书房二十处").waitFor();
  }, 60_000);

  test("on the page a plan that is dropped begins a workbook, which is saved with the sheet alone", async () => {
    page = await pages.open("workbench.html", { width: 1280, height: 800 });
    await page.getByText("手里只有方案文件").waitFor();
    await look("page-empty");
    const text = readFileSync(samplePlan, "utf8");
    await page.locator("main").evaluate((target, dropped) => {
      const data = new DataTransfer();
      data.items.add(new File([dropped], "方案.txt"));
      target.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }, text);
    await page.getByText("8 项任务").first().waitFor();
    await press("写入工作簿（8 项）");
    await press("预览");
    await press("写入");
    await page.getByText("已写入工作簿").waitFor();
    await press("看一看");
    await page.getByRole("tab", { name: "责任分工" }).and(page.locator("[aria-selected=true]")).waitFor();
    await look("page-written");
    const [download] = await Promise.all([page.waitForEvent("download"), press("保存副本")]);
    const saved = await (await createXlsxHost(new Uint8Array(readFileSync(await download.path())))).read();
    expect(saved.worksheets.map(({ name }) => name)).toEqual(["责任分工"]);
    expect(cellsOf(saved, "责任分工").filter((row) => typeof row[1] === "number")).toHaveLength(8);
    await press("撤销");
    await page.getByText("已撤销").waitFor();
    await page.getByRole("tab", { name: "Sheet1" }).waitFor();
    expect(await page.getByRole("tab", { name: "责任分工" }).count()).toBe(0);
  }, 60_000);

  test("a plan of many tasks leaves the page answering while it is read", async () => {
    await openInExcel([["说明"]]);
    const lines = Array.from({ length: 3000 }, (_, index) => `${index + 1}. 推进第${index + 1}处公共阅读空间建设，配齐图书和座席，免费向群众开放。（牵头单位：市文化和旅游局；责任单位：市财政局、各区政府）`);
    await page.evaluate(() => {
      const marks = window as unknown as { longest: number };
      marks.longest = 0;
      let last = performance.now();
      const tick = (): void => {
        const now = performance.now();
        marks.longest = Math.max(marks.longest, now - last);
        last = now;
        requestAnimationFrame(tick);
      };
      tick();
    });
    const start = Date.now();
    await choose("大方案.txt", `云溪市公共阅读空间建设方案\n\n一、建设空间\n${lines.join("\n")}`);
    await page.getByText("3000 项任务").first().waitFor();
    const took = Date.now() - start;
    const longest = await page.evaluate(() => (window as unknown as { longest: number }).longest);
    if (process.env["QINGDAN_SCREENSHOTS"] !== undefined) console.log(`3000 tasks read and shown in ${took} ms, longest frame ${Math.round(longest)} ms`);
    expect(longest).toBeLessThan(1000);
  }, 60_000);
});

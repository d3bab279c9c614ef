import type { Page } from "playwright-core";
import type { CellContent } from "../../src/core/workbook";
import type { SimulatedExcel } from "../excel/simulated-excel";
import { describeInBrowser } from "../support/browser";
import { makeWorkbook } from "../support/make-workbook";
import { expectSound, picture, servedPages, type Scheme } from "../support/served-pages";

const header: CellContent[] = ["序号", "重点任务", "牵头部门", "责任部门", "完成时限"];

/** A list in which every row has as many findings as asked for, none of them else. */
function listWith(findings: number): CellContent[][] {
  const rows = Math.max(findings, 3);
  return [header, ...Array.from({ length: rows }, (_, index): CellContent[] => [index + 1, `推进第${index + 1}项停车治理任务`, index < findings ? null : "市城管局", "市公安局", "2030年12月底前"])];
}

describeInBrowser("the task pane in Excel", () => {
  const pages = servedPages();
  let page: Page;
  let excel: SimulatedExcel;
  const open = async (cells: CellContent[][], width = 350, scheme: Scheme = "light"): Promise<void> => {
    ({ page, excel } = await pages.openInExcel(makeWorkbook([{ name: "责任分工", cells }]), { width, height: 640, scheme }));
  };

  test.each([
    [0, 350, "light"],
    [0, 350, "dark"],
    [0, 320, "light"],
    [0, 320, "dark"],
    [3, 350, "light"],
    [3, 350, "dark"],
    [3, 320, "light"],
    [3, 320, "dark"],
    [3000, 350, "light"],
    [3000, 350, "dark"],
    [3000, 320, "light"],
    [3000, 320, "dark"],
  ] as const)("%i findings at %i px, %s: nothing for axe, nothing beyond the edge", async (findings, width, scheme) => {
    await open(listWith(findings), width, scheme);
    if (findings === 0) await page.getByText("没有发现问题").waitFor();
    else await page.getByText(`强制 ${findings} 处`).waitFor();
    // three thousand scroll like three because only those in view are drawn
    expect(await page.locator('[role="listitem"]').count()).toBeLessThan(40);
    await expectSound(page, `pane-${findings}-${width}-${scheme}`);
  }, 60_000);

  test("its page answers for functions in cells too", async () => {
    await open(listWith(3));
    await page.getByText("强制 3 处").waitFor();
    const answers = await page.evaluate(async () => {
      type Call = (...given: unknown[]) => Promise<unknown>;
      const { mappings } = (globalThis as unknown as { CustomFunctions: { _association: { mappings: Record<string, Call> } } }).CustomFunctions._association;
      const refused = await mappings["DEADLINE"]?.("12月底前", null, {}).catch((error: { code: string }) => error.code);
      return { date: await mappings["DEADLINE"]?.("2030年12月底前", null, {}), units: await mappings["UNITS"]?.("市城管局、市公安局", {}), refused };
    });
    expect(answers).toMatchObject({ date: 47848, units: [["市城管局", "市公安局"]], refused: "#VALUE!" });
  }, 60_000);

  test("everything can be done with the keyboard alone", async () => {
    await open(listWith(30));
    await page.getByText("强制 30 处").waitFor();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press("Tab");
        if ((await focused()) === name) return;
      }
      throw new Error(`the keyboard does not reach ${name}`);
    };
    // far beyond what is drawn at first
    await tabTo("跳到 责任分工 C25");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "跳到 责任分工 C25");
    await tabTo("将“市公安局”填为牵头单位");
    await page.keyboard.press("Enter");
    await tabTo("修改");
    await page.keyboard.press("Enter");
    await page.getByText("已修改 1 项").waitFor();
    expect(excel.dump().worksheets[0]?.columns[2]?.values[24]).toBe("市公安局");
    await page.getByText("强制 29，").waitFor({ state: "attached" });
    // the button is gone with the finding; the next in line is still the next one
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("跳到 责任分工 C26");
    await page.getByRole("button", { name: "撤销" }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("已撤销").waitFor();
  }, 60_000);

  test.each([
    [320, "light"],
    [350, "dark"],
  ] as const)("settings at %i px, %s: the day moves, tasks become overdue", async (width, scheme) => {
    await open(listWith(3), width, scheme);
    await page.getByText("正常 3").waitFor();
    await page.getByRole("button", { name: "设置" }).click();
    await page.getByRole("form", { name: "设置" }).waitFor();
    await expectSound(page, `pane-settings-${width}-${scheme}`);
    await page.getByLabel("核查日期").fill("2031-01-31");
    await page.getByRole("button", { name: "应用并核查" }).click();
    await page.getByText("超期 3").waitFor();
    await page.getByText("截至2031-01-31，3 项任务").waitFor();
    expect(await page.getByText("已过31天").count()).toBe(3);
    await picture(page, `pane-overdue-${width}-${scheme}`);
  }, 60_000);

  test.each([
    [320, "light"],
    [350, "dark"],
  ] as const)("previews and messages at %i px, %s: nothing for axe, nothing too low for a finger", async (width, scheme) => {
    await open([header, [1, " 推进停车治理任务", null, "市公安局", "2030年12月底前"], [2, "建立台账 ", "市城管局", null, "2030年12月底前"]], width, scheme);
    const look = (name: string): Promise<void> => expectSound(page, `pane-${name}-${width}-${scheme}`);
    await page.getByRole("button", { name: "将“市公安局”填为牵头单位" }).click();
    await look("preview");
    await page.getByRole("button", { name: /修复全部稳妥项/ }).click();
    await look("preview-all");
    await page.getByRole("button", { name: "确认修改 2 处" }).click();
    await page.getByText("已修改 2 项").waitFor();
    await look("outcome");
    excel.isInCellEditMode = true;
    await page.getByRole("button", { name: "重新核查" }).click();
    await page.getByText("请先按回车或 Esc 结束编辑").waitFor();
    await look("failure");
  }, 60_000);

  test("jumps to the cell, applies a fix after its preview, and undoes it", async () => {
    await open(listWith(3));
    await page.getByRole("button", { name: "跳到 责任分工 C2" }).click();
    const fix = page.getByRole("listitem").filter({ hasText: "C2" }).getByRole("button").nth(1);
    await fix.click();
    await page.getByRole("button", { name: "修改", exact: true }).click();
    await page.getByText("已修改 1 项").waitFor();
    expect(excel.dump().worksheets[0]?.columns[2]?.values[1]).toBe("市公安局");
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByText("已撤销").waitFor();
    expect(excel.dump().worksheets[0]?.columns[2]?.values[1] ?? null).toBeNull();
  }, 60_000);

  test("checks again when somebody edits, without taking the focus", async () => {
    await open(listWith(3));
    await page.getByText("强制 3 处").waitFor();
    await page.getByRole("searchbox").focus();
    excel.userTypes("责任分工", "C2", [["市城管局"]]);
    await page.getByText("强制 2 处").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");
  }, 60_000);

  test("says what to do while a cell is being edited", async () => {
    await open(listWith(3));
    await page.getByText("强制 3 处").waitFor();
    excel.isInCellEditMode = true;
    await page.getByRole("button", { name: "重新核查" }).click();
    await page.getByText("请先按回车或 Esc 结束编辑").waitFor();
    excel.isInCellEditMode = false;
    await page.getByRole("button", { name: "再试一次" }).click();
    await page.waitForFunction(() => !document.body.textContent?.includes("结束编辑"));
  }, 60_000);

  test("says what to do where office.js cannot be loaded", async () => {
    page = await pages.newPage({ mayFail: true });
    await page.route("https://appsforoffice.microsoft.com/**", (route) => route.abort());
    await page.goto(pages.addressOf("taskpane.html"));
    await page.getByText("没有连上 Office 的脚本").waitFor();
  }, 60_000);
});

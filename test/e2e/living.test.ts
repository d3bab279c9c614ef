import type { Page } from "playwright-core";
import type { CellContent } from "../../src/core/workbook";
import type { SimulatedExcel } from "../excel/simulated-excel";
import { describeInBrowser } from "../support/browser";
import { makeWorkbook } from "../support/make-workbook";
import { expectSound, servedPages, type Scheme } from "../support/served-pages";

const cells: CellContent[][] = [
  ["序号", "重点任务", "牵头部门", "责任部门", "完成时限"],
  [1, "推进老旧小区停车治理", null, "市公安局", "2030年12月底前"],
  [2, "建成停车信息平台", null, "市大数据局", "2030年6月底前"],
  [3, "公布停车收费标准", "市发展改革委", "市市场监管局", "2030年3月底前"],
];

describeInBrowser("living in the pane", () => {
  const pages = servedPages();
  let page: Page;
  let excel: SimulatedExcel;
  const open = async (width: number, scheme: Scheme): Promise<void> => {
    ({ page, excel } = await pages.openInExcel(makeWorkbook([{ name: "责任分工", cells }]), { width, height: 640, scheme }));
    await page.getByText("强制 2 处").waitFor();
  };

  test.each([
    [320, "light"],
    [350, "light"],
    [320, "dark"],
    [350, "dark"],
  ] as const)("at %i px, %s: flags, edits, explains, and takes all of it back", async (width, scheme) => {
    await open(width, scheme);
    const look = (name: string): Promise<void> => expectSound(page, `living-${name}-${width}-${scheme}`);
    const before = excel.dump();
    await page.getByRole("button", { name: "在表里标注" }).click();
    await page.getByRole("button", { name: /^写入记录/ }).waitFor();
    await page.getByText("强制 2 处").waitFor();
    expect(excel.dump().worksheets[0]?.columns.some((column) => column?.values.some((value) => typeof value === "string" && value.includes("清单核查")))).toBe(true);
    // an Excel without notes is not asked for any, so nothing is left out
    expect(await page.getByText(/项没有改/).count()).toBe(0);
    await look("flagged");

    await page.getByRole("searchbox").focus();
    excel.userTypes("责任分工", "C2", [["市城管局"]]);
    await page.getByText("强制 1 处").waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("search");

    await page.getByRole("button", { name: "说明 C3" }).click();
    expect(await page.getByRole("button", { name: "存入工作簿" }).isDisabled()).toBe(true);
    await page.getByLabel("情况说明（必填）").fill("平台由市大数据局直接建设，已经市政府同意");
    await look("explaining");
    await page.getByRole("button", { name: "存入工作簿" }).click();
    await page.getByRole("button", { name: "情况说明 1" }).click();
    await page.getByRole("button", { name: "取消说明" }).waitFor();
    await page.waitForFunction(() => !document.body.textContent?.includes("强制 1 处"));
    await look("explained");

    await page.getByRole("button", { name: /^写入记录/ }).click();
    await look("history");
    await page.getByRole("button", { name: /^撤回/ }).last().click();
    await page.getByText(/已撤回 \d+ 步/).waitFor();
    await page.getByText("强制 1 处").waitFor();
    excel.userTypes("责任分工", "C2", [[""]]);
    await page.getByText("强制 2 处").waitFor();
    expect(excel.dump()).toEqual(before);
  }, 120_000);

  test("rows that are filtered away are seen to be, and nothing is left hidden when the flags go", async () => {
    await open(350, "light");
    await page.getByRole("button", { name: "在表里标注" }).click();
    await page.getByRole("button", { name: /^写入记录/ }).waitFor();
    const sheet = excel.findSheet("责任分工");
    excel.userDoes(() => sheet?.marks.filterBy(sheet.marks.filter?.left ?? 0, (text) => text !== "2"));
    await page.getByText(/第3行被隐藏/).waitFor();
    await expectSound(page, "living-filtered");
    await page.getByRole("button", { name: "清除标注" }).click();
    await page.waitForFunction(() => !document.body.textContent?.includes("第3行被隐藏"));
    expect(excel.dump().worksheets[0]?.hiddenRows).toEqual([]);
    expect(sheet?.marks.filter).toBeUndefined();
  }, 60_000);

  test("a co-author's change is told, not checked", async () => {
    await open(350, "light");
    excel.isRemote = true;
    excel.userTypes("责任分工", "C2", [["市城管局"]]);
    await page.getByText("别人改了这个工作簿").waitFor();
    expect(await page.getByText("强制 2 处").count()).toBe(1);
    await page.getByRole("button", { name: "重新核查" }).click();
    await page.getByText("强制 1 处").waitFor();
  }, 60_000);

  test("nothing is said while a cell is being edited; afterwards the list is right", async () => {
    await open(350, "light");
    excel.isInCellEditMode = true;
    excel.userTypes("责任分工", "C2", [["市城管局"]]);
    await page.waitForTimeout(700);
    expect(await page.getByText("结束编辑").count()).toBe(0);
    excel.isInCellEditMode = false;
    await page.getByText("强制 1 处").waitFor();
  }, 60_000);

  test("switched off, it waits to be asked", async () => {
    await open(350, "light");
    await page.getByRole("button", { name: "设置" }).click();
    await page.getByLabel("边改边查").click();
    await page.getByRole("button", { name: "返回" }).click();
    excel.userTypes("责任分工", "C2", [["市城管局"]]);
    await page.getByText("内容有改动").waitFor();
    expect(await page.getByText("强制 2 处").count()).toBe(1);
  }, 60_000);
});

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { CellContent, Workbook } from "../../src/core/workbook";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { describeInBrowser } from "../support/browser";
import { contentsOf, makeWorkbook } from "../support/make-workbook";
import { makeXlsx } from "../support/make-xlsx";
import { expectSound, picture, servedPages } from "../support/served-pages";

const counties = ["青石县", "白沙县", "临江县", "云岭县", "石门县", "东川县"];
const over = (index: number): number => 31_000 + index * 700;
/** The second county's quotient stands upside down. */
const cells: CellContent[][] = [
  ["各县医疗服务监测表"],
  ["地区", "参保人员县域内门急诊人次", "参保人员门急诊总人次", "县域就诊率(%)"],
  ...counties.map((county, index): CellContent[] => [county, over(index), 40_000, { formula: index === 1 ? "=C4/B4*100" : `=B${index + 3}/C${index + 3}*100` }]),
];
const shown = (row: number): number => (row === 3 ? 40_000 / over(1) : over(row - 2) / 40_000) * 100;
const bytes = makeXlsx([{ name: "各县监测", cells, shownOf: (row, column) => (column === 3 && row > 1 ? shown(row) : undefined) }]);

describeInBrowser("指标 of a real workbook", () => {
  const pages = servedPages();
  const read = async (): Promise<Workbook> => (await createXlsxHost(bytes)).read();

  async function openIndicators(page: Page): Promise<void> {
    await page.getByRole("tab", { name: "指标", exact: true }).click();
    await page.getByText("1 个指标，6 个数值").waitFor();
  }

  async function insert(page: Page, entities: string): Promise<void> {
    await page.getByRole("button", { name: "新建指标表" }).click();
    await page.getByRole("checkbox", { name: /县域就诊率/ }).check();
    if (entities !== "") await page.getByLabel("按地区、单位填报").fill(entities);
    await page.getByRole("button", { name: "预览" }).click();
    await page.getByRole("button", { name: "写入", exact: true }).click();
    await page.getByText("已新建指标表").waitFor();
  }

  test.each([
    [320, "light"],
    [320, "dark"],
    [350, "light"],
    [350, "dark"],
  ] as const)("in Excel at %i px, %s: listed with what is wrong, selected by a press", async (width, scheme) => {
    const { page, excel } = await pages.openInExcel(await read(), { width, scheme });
    await openIndicators(page);
    await page.getByRole("region", { name: "指标" }).getByText("分子分母颠倒").waitFor();
    await expectSound(page, `pane-real-indicators-${width}-${scheme}`);
    await page.getByRole("button", { name: /白沙县/ }).click();
    await page.locator("[aria-current=location]").waitFor();
    await page.waitForTimeout(200);
    expect(excel.selection.Address).toBe("各县监测!D4");
  }, 60_000);

  test.each(["", "青石县\n白沙县"])("in Excel a new sheet for %j is written and taken back whole", async (entities) => {
    const { page, excel } = await pages.openInExcel(await read());
    const before = excel.dump();
    await openIndicators(page);
    await insert(page, entities);
    expect(excel.dump().worksheets.map(({ name }) => name)).toEqual(["各县监测", "指标监测表"]);
    await picture(page, `pane-real-inserted-${entities === "" ? "rows" : "counties"}`);
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByText("已撤销").waitFor();
    const after = excel.dump();
    expect(after.worksheets.map(({ name }) => name)).toEqual(["各县监测"]);
    expect(after.worksheets.map(contentsOf)).toEqual(before.worksheets.map(contentsOf));
  }, 60_000);

  test("on the page: a press shows the cell; written, taken back and saved, the copy is the file that was opened", async () => {
    const page = await pages.open("workbench.html", { width: 1280 });
    await page.setInputFiles("input[type=file]", { name: "各县监测.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
    await openIndicators(page);
    await page.getByRole("button", { name: /白沙县/ }).click();
    await page.locator("[aria-current=location]").waitFor();
    await insert(page, "");
    await page.getByRole("tab", { name: "指标监测表" }).waitFor();
    // the same definition, written out in the new sheet, is the same indicator
    await page.getByText("1 个指标，7 个数值").waitFor();
    await expectSound(page, "page-real-indicators");
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByText("已撤销").waitFor();
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "保存副本" }).click();
    const saved = new Uint8Array(readFileSync(await (await saving).path()));
    const [after, before] = [await (await createXlsxHost(saved)).read(), await read()];
    expect(after).toEqual(before);
  }, 60_000);

  test("beside a workbook with nothing to check one press adds the sample, and it can be taken back", async () => {
    const { page, excel } = await pages.openInExcel(makeWorkbook([{ name: "Sheet1", cells: [] }]));
    await page.getByText("没有认出任务清单或指标表").waitFor();
    await expectSound(page, "pane-no-tables");
    await page.getByRole("button", { name: "放入一张示例清单" }).click();
    await page.getByText(/强制 \d+ 处/).first().waitFor();
    expect(excel.dump().worksheets.map(({ name }) => name)).toEqual(["Sheet1", "示例清单"]);
    await picture(page, "pane-sample");
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByText("没有认出任务清单或指标表").waitFor();
    expect(excel.dump().worksheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  }, 60_000);
});

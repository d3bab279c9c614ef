import type { Browser, Frame, Page } from "playwright-core";
import { attachSimulatedExcel, launchChromium, openInExcelOnTheWeb } from "./chromium";
import { describeInBrowser } from "../support/browser";
import { officeJsAddress } from "./jsdom-loader";
import { SimulatedExcel } from "./simulated-excel";

const pane = `<!doctype html><html><head><script src="${officeJsAddress}office.js"></script></head><body></body></html>`;
const address = "https://localhost/taskpane.html";

let browser: Browser;
let page: Page;
let excel: SimulatedExcel;

describeInBrowser("office.js in Chromium", () => {
beforeAll(async () => { browser = await launchChromium(); }, 30_000);
afterAll(() => browser.close());
beforeEach(async () => {
  excel = new SimulatedExcel();
  excel.userTypes("Sheet1", "A1", [["督查事项"]]);
  page = await browser.newPage({ ignoreHTTPSErrors: true });
  await page.route(address, (route) => route.fulfill({ contentType: "text/html", body: pane }));
});
afterEach(() => page.close());

async function readsAndWrites(frame: Page | Frame): Promise<unknown> {
  return frame.evaluate(async () => {
    const { host, platform } = await Office.onReady();
    const value: unknown = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load({ values: true });
      context.workbook.worksheets.getItem("Sheet1").getRange("A2").values = [["'=1+1"]];
      await context.sync();
      return range.values;
    });
    return { host, platform, value };
  });
}

test("a page is a task pane of Excel on Windows", async () => {
  await attachSimulatedExcel(page, excel);
  await page.goto(address);
  expect(await readsAndWrites(page)).toEqual({ host: "Excel", platform: "PC", value: [["督查事项"]] });
  expect(excel.dump().worksheets[0]?.columns[0]?.values).toEqual(["督查事项", "=1+1"]);
}, 30_000);

test("events reach the pane", async () => {
  await attachSimulatedExcel(page, excel);
  await page.goto(address);
  await page.evaluate(async () => {
    await Office.onReady();
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => void Object.assign(window, { changed: event.address }));
      await context.sync();
    });
  });
  excel.userTypes("Sheet1", "C3", [[5]]);
  await page.waitForFunction(() => "changed" in window && window.changed === "C3");
}, 30_000);

test("a frame is a task pane of Excel on the web", async () => {
  const frame = await openInExcelOnTheWeb(page, excel, address);
  await frame.waitForFunction(() => "Office" in window);
  expect(await readsAndWrites(frame)).toEqual({ host: "Excel", platform: "OfficeOnline", value: [["督查事项"]] });
  expect(excel.dump().worksheets[0]?.columns[0]?.values).toEqual(["督查事项", "=1+1"]);
}, 30_000);
});

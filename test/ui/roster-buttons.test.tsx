/** @jest-environment jsdom */
import { webLightTheme } from "@fluentui/react-components";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { defaultSettings } from "../../src/core/settings";
import { createMemoryHost, type MemoryHost } from "../../src/host/memory-host";
import { keepParts } from "../../src/keep-parts";
import { countLights, describeRule, prepareCheck } from "../../src/product";
import { Pane } from "../../src/ui/Pane";
import { makeWorkbook } from "../support/make-workbook";

// jsdom has no layout: a list needs some height to draw rows in
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 4000 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 320 });
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, get: () => 100 });
});
afterEach(cleanup);

const list = [["序号", "重点任务", "牵头部门", "完成时限"], [1, "整治背街小巷路面", "市城管局", "2026年8月底前"], [2, "更换老旧路灯", "市住建局", "2026年12月底前"]];

async function show(): Promise<MemoryHost> {
  const host = createMemoryHost(makeWorkbook([{ name: "任务分工", cells: list }]));
  const describeError = (error: unknown) => ({ zh: String(error), en: String(error) });
  render(<Pane host={host} prepare={prepareCheck} keep={keepParts} countLights={countLights} initialSettings={defaultSettings("2026-07-10")} describeError={describeError} describeRule={describeRule} language="zh" theme={webLightTheme} startsAtOnce />);
  await screen.findByText(/任务分工 A1/);
  return host;
}

const press = async (name: string): Promise<void> => void fireEvent.click((await screen.findAllByRole("button", { name }))[0] as HTMLElement);
const sheetsOf = async (host: MemoryHost): Promise<string[]> => (await host.read()).worksheets.map(({ name }) => name);

test("a roster is made in one click, and taken back", async () => {
  const host = await show();
  await press("更多");
  await press("生成单位名录");
  await waitFor(async () => expect(await sheetsOf(host)).toEqual(["任务分工", "单位名录"]));
  await press("撤销");
  await waitFor(async () => expect(await sheetsOf(host)).toEqual(["任务分工"]));
});

test.each(["生成单位名录", "加下拉列表", "在表里标注"])("%s pressed again says that there is nothing left to do", async (name) => {
  await show();
  if (name !== "在表里标注") await press("更多");
  await press(name);
  expect(await screen.findByText(/^已修改 \d+ 项/, undefined, { timeout: 10_000 })).toBeTruthy();
  await waitFor(() => expect(screen.getAllByRole("button", { name })[0]).toHaveProperty("disabled", false), { timeout: 10_000 });
  await press(name);
  expect(await screen.findByText("已是最新，没有要改的", undefined, { timeout: 10_000 })).toBeTruthy();
  expect(screen.queryByText(/已修改/)).toBeNull();
}, 40_000);

test("lists to choose from come with the roster they are from", async () => {
  const host = await show();
  await press("更多");
  await press("加下拉列表");
  await waitFor(async () => expect(await sheetsOf(host)).toEqual(expect.arrayContaining(["单位名录", "下拉选项"])));
  const { worksheets } = await host.read();
  expect(worksheets[0]?.validations?.map(({ source }) => source?.sheet).sort()).toEqual(["下拉选项", "单位名录"]);
});

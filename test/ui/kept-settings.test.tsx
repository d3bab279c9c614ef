/** @jest-environment jsdom */
import { webLightTheme } from "@fluentui/react-components";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { keptText } from "../../src/core/marks";
import { defaultSettings, settingsKey, type Settings } from "../../src/core/settings";
import type { Workbook } from "../../src/core/workbook";
import { createMemoryHost, type MemoryHost } from "../../src/host/memory-host";
import { countLights, describeRule, prepareCheck } from "../../src/product";
import { chooseSettings, settingsReader } from "../../src/ui/kept-settings";
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

function bookKeeping(text?: string): Workbook {
  const workbook = makeWorkbook([{ name: "任务分工", cells: list }]);
  return text === undefined ? workbook : { ...workbook, kept: new Map([[settingsKey, text]]) };
}

type Shown = { readonly host: MemoryHost; /** What each check ran by. */ readonly checks: Settings[]; readonly kept: () => Promise<string | undefined> };

async function show(text?: string): Promise<Shown> {
  const host = createMemoryHost(bookKeeping(text));
  const checks: Settings[] = [];
  const prepare: typeof prepareCheck = (workbook, settings) => {
    checks.push(settings);
    return prepareCheck(workbook, settings);
  };
  const describeError = (error: unknown) => ({ zh: String(error), en: String(error) });
  render(<Pane host={host} prepare={prepare} countLights={countLights} initialSettings={defaultSettings("2026-07-10")} describeError={describeError} describeRule={describeRule} language="zh" theme={webLightTheme} startsAtOnce />);
  await screen.findByRole("button", { name: "重新核查" });
  await screen.findByText(/任务分工 A1/);
  return { host, checks, kept: async () => keptText(await host.read(), settingsKey) };
}

const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole("button", { name }));
const field = (label: string): HTMLInputElement => screen.getByLabelText(label);
const type = (label: string, value: string): void => void fireEvent.change(field(label), { target: { value } });

test("a workbook is checked by what it keeps, and the form shows it", async () => {
  const { checks } = await show('{"dueSoonDays":60,"leadFirst":true,"asOf":"2020-01-01"}');
  expect(checks.at(-1)).toEqual({ ...defaultSettings("2026-07-10"), dueSoonDays: 60, leadFirst: true });
  press("设置");
  expect(field("提前几天算临期").value).toBe("60");
  expect(field("列第一位的为牵头单位").checked).toBe(true);
  expect(field("核查日期").value).toBe("2026-07-10");
});

test("what is chosen here stands over what is kept, also where it is nothing or what everybody starts with", async () => {
  const { checks, kept } = await show('{"dueSoonDays":60,"documentYear":2024,"abruptChange":0.5}');
  press("设置");
  type("提前几天算临期", "30");
  type("文件年份", "");
  press("应用并核查");
  await waitFor(() => expect(checks.at(-1)).toMatchObject({ dueSoonDays: 30, abruptChange: 0.5 }));
  expect(checks.at(-1)?.documentYear).toBeUndefined();
  expect(await kept()).toBe('{"dueSoonDays":60,"documentYear":2024,"abruptChange":0.5}');
});

test("settings are kept without the day, and taken back", async () => {
  const { checks, kept } = await show();
  press("设置");
  type("核查日期", "2026-09-01");
  type("提前几天算临期", "45");
  press("存入工作簿");
  await waitFor(async () => expect(JSON.parse((await kept()) ?? "{}")).toEqual({ dueSoonDays: 45 }));
  await waitFor(() => expect(checks.at(-1)).toMatchObject({ asOf: "2026-09-01", dueSoonDays: 45 }));
  fireEvent.click((await screen.findAllByRole("button", { name: "撤销" }))[0] as HTMLElement);
  await waitFor(async () => expect(await kept()).toBeUndefined());
  await waitFor(() => expect(checks.at(-1)).toMatchObject({ asOf: "2026-09-01", dueSoonDays: 30 }));
});

test("keeping what everybody starts with leaves nothing in the workbook", async () => {
  const { kept } = await show('{"dueSoonDays":60}');
  press("设置");
  type("提前几天算临期", "30");
  press("存入工作簿");
  await waitFor(async () => expect(await kept()).toBeUndefined());
});

test("what somebody else keeps meanwhile holds from the next check on", async () => {
  const { host, checks } = await show();
  host.replace(bookKeeping('{"dueSoonDays":90}'));
  await waitFor(() => expect(checks.at(-1)?.dueSoonDays).toBe(90));
});

test.each([
  ["broken text", '{"dueSoonDays":', "工作簿里存的设置读不懂，没有采用，也没有改动它。", 30],
  ["something else of that name", '["红","黄"]', "工作簿里存的设置读不懂，没有采用，也没有改动它。", 30],
  ["a wrong value and one of a newer version", '{"dueSoonDays":60,"issued":"去年","tone":"loud"}', "工作簿里存的设置有几项读不懂，没有采用，也没有改动：“文件印发日期”（issued）、“tone”", 60],
])("%s is told of and left alone", async (_, text, sentence, days) => {
  const { checks, kept } = await show(text);
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(checks.at(-1)?.dueSoonDays).toBe(days);
  press("设置");
  expect(screen.queryByRole("button", { name: "存入工作簿" })).toBeNull();
  type("提前几天算临期", "7");
  press("应用并核查");
  await waitFor(() => expect(checks.at(-1)?.dueSoonDays).toBe(7));
  expect(await kept()).toBe(text);
});

test("the same settings come again as long as the same text is kept", () => {
  const read = settingsReader({ asOf: "2026-07-10" });
  const first = read(bookKeeping('{"leadFirst":true}'));
  expect(read(bookKeeping('{"leadFirst":true}'))).toBe(first);
  expect(read(bookKeeping()).settings).toEqual(defaultSettings("2026-07-10"));
  expect(read(undefined).settings).toEqual(defaultSettings("2026-07-10"));
});

test("only what differs is chosen, over what was chosen before", () => {
  const inEffect: Settings = { ...defaultSettings("2026-07-10"), documentYear: 2024, leadFirst: true };
  const wanted = { ...inEffect, asOf: "2026-08-01", documentYear: undefined };
  expect(chooseSettings({ asOf: "2026-07-10", leadFirst: true }, inEffect, wanted)).toStrictEqual({ asOf: "2026-08-01", leadFirst: true, documentYear: undefined });
});

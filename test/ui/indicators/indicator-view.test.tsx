/** @jest-environment jsdom */
import { webLightTheme } from "@fluentui/react-components";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { defaultSettings } from "../../../src/core/settings";
import type { Range } from "../../../src/core/workbook";
import type { Host } from "../../../src/host/host";
import { createMemoryHost, type MemoryHost } from "../../../src/host/memory-host";
import { countLights, describeRule, prepareCheck } from "../../../src/product";
import type { IndicatorParts, IndicatorSheetChoice } from "../../../src/ui/indicators/indicator-parts";
import { Pane } from "../../../src/ui/Pane";
import { makeWorkbook } from "../../support/make-workbook";
import { indicatorParts } from "./made-up-parts";

// jsdom has no layout: a list needs some height to draw rows in
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 4000 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 320 });
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, get: () => 100 });
});
afterEach(cleanup);

type Shown = { readonly host: MemoryHost; readonly selected: Range[]; readonly choices: IndicatorSheetChoice[]; readonly read: { times: number } };

async function show(entries: number, { parts = {}, refuses = false }: { readonly parts?: Partial<IndicatorParts>; readonly refuses?: boolean } = {}): Promise<Shown> {
  const host = createMemoryHost(makeWorkbook([{ name: "指标监测表", cells: [["序号", "指标名称"], [1, "学前三年毛入园率"]] }]));
  const shown: Shown = { host, selected: [], choices: [], read: { times: 0 } };
  const made = indicatorParts(entries);
  const indicators: IndicatorParts = {
    ...made,
    entriesOf: (...of) => {
      shown.read.times++;
      return made.entriesOf(...of);
    },
    sheetChanges: (choice, workbook) => {
      shown.choices.push(choice);
      return made.sheetChanges(choice, workbook);
    },
    ...parts,
  };
  const watched: Host = {
    ...host,
    select: async (range) => {
      if (refuses) throw new Error("工作表没有了");
      shown.selected.push(range);
    },
  };
  const describeError = (error: unknown) => ({ zh: `不行：${String(error)}`, en: String(error) });
  render(<Pane host={watched} prepare={prepareCheck} countLights={countLights} initialSettings={defaultSettings("2026-07-01")} describeError={describeError} describeRule={describeRule} indicators={indicators} language="zh" theme={webLightTheme} startsAtOnce />);
  await screen.findByText("没有认出任务清单或指标表");
  expect(shown.read.times).toBe(0);
  fireEvent.click(screen.getByRole("tab", { name: "指标" }));
  return shown;
}

const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole("button", { name }));
const place = () => within(screen.getByRole("tabpanel", { name: "指标" }));

test("without its parts there is no such place", () => {
  const host = createMemoryHost(makeWorkbook([{ name: "表", cells: [["甲"]] }]));
  render(<Pane host={host} prepare={prepareCheck} countLights={countLights} initialSettings={defaultSettings("2026-07-01")} describeError={() => ({ zh: "", en: "" })} describeRule={describeRule} language="zh" theme={webLightTheme} />);
  expect(screen.getAllByRole("tab").map(({ textContent }) => textContent)).toEqual(["核查"]);
});

test("each indicator with its definition, certainty, source, values and what is wrong", async () => {
  await show(3);
  expect(await screen.findByText(/3 个指标，6 个数值/)).toBeTruthy();
  expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual(["农村生活垃圾资源化回收率（%）", "上级医院向基层转诊率（%）", "学前三年毛入园率（%）"]);
  expect(screen.getByRole("img", { name: "回收量/清运量×100%" })).toBeTruthy();
  expect(screen.getByText("口径待确认")).toBeTruthy();
  expect(screen.getByText(/没有读到正式文件里的算法/)).toBeTruthy();
  expect(screen.getByText("出处：教育事业统计手册")).toBeTruthy();
  expect(screen.getByRole("img", { name: "本期 93.40，目标 ≥92%，达标，上期 91.8%" })).toBeTruthy();
  expect(screen.getByText(/分子分母颠倒/)).toBeTruthy();
  expect(screen.getByText("这里算的是：清运量÷回收量×10000")).toBeTruthy();
});

test("a press shows the cell, and says so where it cannot", async () => {
  const { selected } = await show(3);
  press(/^西坪镇 · 2025年/);
  expect(selected).toEqual([{ sheet: "指标监测表", top: 6, left: 6, bottom: 6, right: 6 }]);
  cleanup();
  await show(3, { refuses: true });
  press(/^西坪镇 · 2025年/);
  expect(await screen.findByText(/工作表没有了/)).toBeTruthy();
});

test("searches, and leaves only what is wrong", async () => {
  await show(3);
  press("有问题的（2）");
  expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(2);
  fireEvent.change(place().getByRole("searchbox"), { target: { value: "入园" } });
  expect(screen.getByText(/按现在的筛选没有指标/)).toBeTruthy();
  press("有问题的（2）");
  expect(screen.getAllByRole("heading", { level: 2 })).toHaveLength(1);
});

test("what nobody looks at is not read anew", async () => {
  const { host, read } = await show(3);
  expect(read.times).toBe(1);
  fireEvent.click(screen.getByRole("tab", { name: "核查" }));
  await host.apply([{ title: { zh: "", en: "" }, edits: [{ kind: "set-cell", sheet: "指标监测表", row: 1, column: 1, before: "学前三年毛入园率", after: "入园率" }] }]);
  press("重新核查");
  await screen.findByRole("button", { name: "重新核查" });
  await new Promise((rest) => setTimeout(rest, 50));
  expect(read.times).toBe(1);
  fireEvent.click(screen.getByRole("tab", { name: "指标" }));
  expect(read.times).toBe(2);
});

describe("a new sheet", () => {
  test("is chosen, previewed, written, shown and taken back", async () => {
    const { host, choices, selected } = await show(0);
    expect(screen.getByText("没有认出指标")).toBeTruthy();
    press("新建指标表");
    await screen.findByRole("form");
    const category = screen.getByRole<HTMLInputElement>("checkbox", { name: "环境（3）" });
    fireEvent.click(category);
    expect(screen.getByText("已选 3 个")).toBeTruthy();
    fireEvent.click(screen.getByRole("checkbox", { name: /^户均清运费/ }));
    expect(category.indeterminate).toBe(true);
    fireEvent.change(screen.getByLabelText("统计期（可不填）"), { target: { value: " 2025年 " } });
    press("预览");
    expect(choices).toEqual([{ indicators: ["垃圾分类达标小区占比", "有物业小区占比"], sheet: "指标监测表(2)", title: "指标监测表", entities: [], period: "2025年", withTargets: true }]);
    expect(screen.getByText(/垃圾分类达标小区占比\(%\)=达标小区数/)).toBeTruthy();
    press("写入");
    expect(await screen.findByText("已新建指标表")).toBeTruthy();
    expect((await host.read()).worksheets.map(({ name }) => name)).toEqual(["指标监测表", "指标监测表(2)"]);
    press("看一看");
    expect(selected.map(({ sheet }) => sheet)).toEqual(["指标监测表(2)"]);
    press("撤销");
    await screen.findByText("已撤销");
    expect((await host.read()).worksheets).toHaveLength(1);
  });

  test.each([
    ["nothing chosen", "", "指标监测表(2)", true],
    ["a name twice", "青石县\n青石县", "指标监测表(2)", false],
    ["a sheet that is there", "", "指标监测表", false],
  ])("is not previewed with %s", async (_, entities, sheet, isEmpty) => {
    const { choices } = await show(0);
    press("新建指标表");
    await screen.findByRole("form");
    if (!isEmpty) fireEvent.click(screen.getByRole("checkbox", { name: /^全选/ }));
    fireEvent.change(screen.getByLabelText("按地区、单位填报（可不填）"), { target: { value: entities } });
    fireEvent.change(screen.getByLabelText("工作表名称"), { target: { value: sheet } });
    press("预览");
    fireEvent.submit(screen.getByRole("form"));
    expect(choices).toEqual([]);
  });

  test("a choice that changes takes its preview away", async () => {
    await show(0);
    press("新建指标表");
    await screen.findByRole("form");
    fireEvent.click(screen.getByRole("checkbox", { name: /^全选/ }));
    press("预览");
    screen.getByRole("button", { name: "写入" });
    fireEvent.change(screen.getByLabelText("按地区、单位填报（可不填）"), { target: { value: "青石县" } });
    expect(screen.queryByRole("button", { name: "写入" })).toBeNull();
    press("回到指标");
    expect(screen.queryByRole("form")).toBeNull();
  });
});

/** @jest-environment jsdom */
import { cleanup, createEvent, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { webLightTheme } from "@fluentui/react-components";
import { defaultSettings } from "../../../src/core/settings";
import { createMemoryHost, type MemoryHost } from "../../../src/host/memory-host";
import { countLights, describeRule, prepareCheck } from "../../../src/product";
import type { FillChoice, FillParts, PlanSource } from "../../../src/ui/fill/fill-parts";
import { Pane } from "../../../src/ui/Pane";
import { contentsOf, makeWorkbook } from "../../support/make-workbook";
import { fillParts, plainChanges } from "./made-up-parts";
import { madeUpPlan } from "./made-up-plan";

// jsdom has no layout: a list needs some height to draw rows in
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, get: () => 4000 });
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, get: () => 320 });
  Object.defineProperty(HTMLElement.prototype, "offsetHeight", { configurable: true, get: () => 100 });
});
afterEach(cleanup);

const list = [["序号", "重点任务", "牵头部门", "责任部门", "完成时限"], [1, "开展停车资源普查", null, "市公安局", "2030年12月底前"], [2, "建设停车楼", "市住建局", "市财政局", "2030年12月底前"]];

type Shown = { readonly host: MemoryHost; readonly sources: PlanSource[]; readonly choices: { readonly choice: FillChoice; readonly tasks: readonly string[] }[] };

function show(tasks: number, parts: Partial<FillParts> = {}): Shown {
  const host = createMemoryHost(makeWorkbook([{ name: "责任分工表", cells: list }]));
  const sources: PlanSource[] = [];
  const choices: Shown["choices"] = [];
  const made = fillParts(tasks);
  const fill: FillParts = {
    ...made,
    readPlan: (source, signal) => {
      sources.push(source);
      return made.readPlan(source, signal);
    },
    planChanges: (rows, choice, ...rest) => {
      choices.push({ choice, tasks: rows.map(({ task }) => task) });
      return plainChanges(rows, choice, ...rest);
    },
    ...parts,
  };
  const describeError = (error: unknown) => ({ zh: `读不了：${String(error)}`, en: String(error) });
  render(<Pane host={host} prepare={prepareCheck} countLights={countLights} initialSettings={defaultSettings("2026-07-01")} describeError={describeError} describeRule={describeRule} fill={fill} language="zh" theme={webLightTheme} startsAtOnce />);
  fireEvent.click(screen.getByRole("tab", { name: "填报" }));
  return { host, sources, choices };
}

const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole("button", { name }));
const cards = (): HTMLElement[] => screen.getAllByRole("listitem").filter((item) => item.hasAttribute("data-index"));
const card = (text: string): HTMLElement => {
  const found = cards().find((item) => item.textContent?.includes(text) === true);
  if (found === undefined) throw new Error(`no row says ${text}`);
  return found;
};
const inCard = (text: string, name: RegExp): HTMLElement => within(card(text)).getByRole("button", { name });
const cardTexts = (): string[] => cards().map((item) => item.textContent ?? "");
async function readSample(): Promise<void> {
  press("试用示例");
  await screen.findByRole("region", { name: "任务" });
}

describe("the tabs", () => {
  test("keep each other's state, by mouse and arrow keys", async () => {
    show(10);
    await readSample();
    fireEvent.change(screen.getByLabelText("显示"), { target: { value: "document" } });
    fireEvent.keyDown(screen.getByRole("tablist", { name: "做什么" }), { key: "ArrowLeft" });
    expect(document.activeElement).toBe(screen.getByRole("tab", { name: "核查" }));
    expect(screen.getByRole("tab", { name: "核查" }).getAttribute("aria-selected")).toBe("true");
    fireEvent.change(await screen.findByRole("searchbox"), { target: { value: "C2" } });
    expect(screen.queryByLabelText("显示")?.closest("[inert]")).not.toBeNull();
    fireEvent.keyDown(screen.getByRole("tablist", { name: "做什么" }), { key: "End" });
    expect(screen.getByLabelText<HTMLSelectElement>("显示").value).toBe("document");
    fireEvent.click(screen.getByRole("tab", { name: "核查" }));
    expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("C2");
  });
});

describe("ways in", () => {
  const pasteInto = (parts: Readonly<Record<string, string>>): void => {
    const field = screen.getByLabelText("或者粘贴方案的文字、表格");
    const event = createEvent.paste(field, { clipboardData: { getData: (type: string) => parts[type] ?? "" } });
    fireEvent(field, event);
  };

  test("the clipboard's html goes with its text", async () => {
    const { sources } = show(3);
    pasteInto({ "text/plain": "一、任务", "text/html": "<p>一、任务</p>" });
    await screen.findByText("3 项任务", { exact: false, selector: "p" });
    expect(sources).toEqual([{ kind: "pasted", text: "一、任务", html: "<p>一、任务</p>" }]);
  });

  test("plain text has no html; nothing is nothing", async () => {
    const { sources } = show(3);
    pasteInto({});
    pasteInto({ "text/plain": "一、任务" });
    await screen.findByRole("region", { name: "任务" });
    expect(sources).toEqual([{ kind: "pasted", text: "一、任务" }]);
  });

  test("typed text is read when asked", async () => {
    const { sources } = show(3);
    fireEvent.change(screen.getByLabelText("或者粘贴方案的文字、表格"), { target: { value: "1.开展普查。（责任单位：市统计局）" } });
    press("读取这段文字");
    await screen.findByRole("region", { name: "任务" });
    expect(sources).toEqual([{ kind: "pasted", text: "1.开展普查。（责任单位：市统计局）" }]);
  });

  test("a file is dropped anywhere in the place", async () => {
    const { sources } = show(3);
    const file = new File([new Uint8Array([80, 75])], "方案.docx");
    Object.defineProperty(file, "arrayBuffer", { value: async () => new Uint8Array([80, 75]).buffer });
    fireEvent.drop(screen.getByText("把文件拖到这里"), { dataTransfer: { files: [file], getData: () => "" } });
    await screen.findByRole("region", { name: "任务" });
    expect(sources).toEqual([{ kind: "file", name: "方案.docx", bytes: new Uint8Array([80, 75]) }]);
  });

  test("a failure is a sentence and the ways in stay", async () => {
    show(3, { readPlan: async () => { throw new Error("损坏"); } });
    press("试用示例");
    await screen.findByText("读不了：Error: 损坏");
    expect(screen.getByRole("button", { name: "选择文件" })).toBeTruthy();
  });

  test("what is stopped brings nothing any more", async () => {
    let finish: () => void = () => undefined;
    let wasAborted = false;
    const made = fillParts(3);
    show(3, {
      readPlan: async (source, signal) => {
        await new Promise<void>((done) => (finish = done));
        wasAborted = signal.aborted;
        return made.readPlan(source, new AbortController().signal);
      },
    });
    press("试用示例");
    await screen.findByText("正在读方案…");
    press("取消");
    finish();
    await new Promise((later) => setTimeout(later, 20));
    expect(wasAborted).toBe(true);
    expect(screen.queryByRole("region", { name: "任务" })).toBeNull();
    expect(screen.getByRole("button", { name: "选择文件" })).toBeTruthy();
  });

  test("a document without tasks says what a task needs", async () => {
    show(0);
    press("试用示例");
    await screen.findByText("没有读到任务");
    press("换一份");
    expect(screen.getByRole("button", { name: "选择文件" })).toBeTruthy();
  });
});

test("looking for another plan loses nothing until one is read", async () => {
  const { sources } = show(3);
  await readSample();
  fireEvent.click(inCard("推进第2批", /^删除/));
  press("换一份");
  press("回到刚才的方案");
  expect(screen.getByRole("button", { name: "写入工作簿（2 项）" })).toBeTruthy();
  press("换一份");
  press("试用示例");
  await screen.findByRole("button", { name: "写入工作簿（3 项）" });
  expect(sources).toHaveLength(2);
});

test("indicators are counted and written with the tasks, or alone", async () => {
  const indicators = [{ category: null, name: "每千名老人床位数", unit: "张", formula: null, dataSource: null, note: null }];
  const { choices } = show(0, { readPlan: async () => ({ ...madeUpPlan(0), indicators }) });
  press("试用示例");
  await screen.findByText(/，1 项指标/);
  press("把 1 项指标写入工作簿");
  expect((await screen.findByLabelText<HTMLInputElement>("工作表名称")).value).toBe("指标");
  press("预览");
  expect(choices[0]?.choice).toMatchObject({ kind: "new-sheet", indicators: true });
});

describe("looking through the rows", () => {
  test("doubtful ones come first, with the reasons and a count", async () => {
    show(20);
    await readSample();
    expect(cardTexts()[0]).toBe("有疑问，先看（3）");
    expect(cardTexts()[1]).toContain("有多个责任单位，没有说明由谁牵头");
    expect(screen.getByText("3 项有疑问，先看")).toBeTruthy();
    fireEvent.change(screen.getByLabelText("显示"), { target: { value: "doubtful" } });
    expect(cardTexts()).toHaveLength(4);
    fireEvent.change(screen.getByLabelText("显示"), { target: { value: "document" } });
    expect(cardTexts()[0]).toContain("每个街道");
  });

  test("the source stands beside on demand", async () => {
    show(1);
    await readSample();
    expect(screen.queryByText(/牵头单位：市民政局；责任单位/)).toBeNull();
    fireEvent.click(inCard("每个街道", /^原文/));
    expect(screen.getByText(/牵头单位：市民政局；责任单位/)).toBeTruthy();
  });

  test("a lead is picked from the row's units and the focus stays; what is left to doubt is counted down", async () => {
    show(3);
    await readSample();
    const choice = within(card("推进第2批")).getByLabelText(/^选牵头单位/);
    choice.focus();
    fireEvent.change(choice, { target: { value: "市残联" } });
    expect(document.activeElement).toBe(choice);
    expect(card("推进第2批").textContent).toContain("牵头单位市残联");
    expect(card("推进第2批").textContent).toContain("责任单位市住建局、各区政府等");
    expect(screen.getByText("1 项有疑问，先看")).toBeTruthy();
    fireEvent.click(inCard("推进第2批", /^看过了/));
    expect(screen.getByText("疑问都看过了")).toBeTruthy();
    press("撤回");
    press("撤回");
    expect(card("推进第2批").textContent).toContain("牵头单位（空）");
    press("重做");
    expect(card("推进第2批").textContent).toContain("牵头单位市残联");
  });

  test("the first unit leads, for all at once", async () => {
    show(20);
    await readSample();
    press("列第一位的为牵头单位（3）");
    expect(cardTexts().filter((text) => text.includes("牵头单位市住建局"))).toHaveLength(3);
  });

  test("a cell is taken over when it is left; Esc leaves it as it was", async () => {
    show(1);
    await readSample();
    fireEvent.click(inCard("每个街道", /^改/));
    const deadline = screen.getByLabelText("完成时限");
    fireEvent.change(deadline, { target: { value: "2028年底前" } });
    fireEvent.blur(deadline);
    const category = screen.getByLabelText("类别");
    fireEvent.change(category, { target: { value: "别的" } });
    fireEvent.keyDown(category, { key: "Escape" });
    fireEvent.blur(category);
    fireEvent.click(inCard("补齐", /^完成/));
    expect(card("每个街道").textContent).toContain("完成时限2028年底前");
    expect(card("每个街道").textContent).toContain("补齐养老服务短板");
  });

  test("a row is split at the caret and merged with the next again", async () => {
    show(1);
    await readSample();
    fireEvent.click(inCard("每个街道", /^改/));
    const task = screen.getByLabelText<HTMLTextAreaElement>("任务", { selector: "textarea" });
    task.setSelectionRange(17, 17);
    fireEvent.select(task);
    fireEvent.click(screen.getByRole("button", { name: "从光标处拆开" }));
    expect(cardTexts()).toHaveLength(2);
    expect(cardTexts()[1]).toContain(task.value === "" ? "" : "提供助餐");
    fireEvent.click(screen.getByRole("button", { name: /^与下一项合并：/ }));
    expect(cardTexts()).toHaveLength(1);
    expect(screen.getByLabelText<HTMLTextAreaElement>("任务", { selector: "textarea" }).value).toContain("\n");
  });

  test("a deleted row stays in view, is not written, and comes back; the button keeps the focus", async () => {
    const { choices } = show(3);
    await readSample();
    const button = inCard("推进第2批", /^删除/);
    button.focus();
    fireEvent.click(button);
    expect(card("推进第2批").textContent).toContain("已删除，不会写入");
    expect(document.activeElement?.textContent).toBe("恢复");
    press("写入工作簿（2 项）");
    fireEvent.click(await screen.findByRole("button", { name: "预览" }));
    expect(choices[0]?.tasks.some((task) => task.includes("推进第2批"))).toBe(false);
    press("回到任务");
    fireEvent.click(inCard("推进第2批", /^恢复/));
    expect(screen.getByRole("button", { name: "写入工作簿（3 项）" })).toBeTruthy();
  });
});

describe("writing", () => {
  test("a new sheet: previewed with its rows, written, undone; the check runs again", async () => {
    const { host, choices } = show(3);
    await readSample();
    press("写入工作簿（3 项）");
    const name = await screen.findByLabelText<HTMLInputElement>("工作表名称");
    expect(name.value).toBe("责任分工表(2)");
    fireEvent.click(screen.getByLabelText("进展情况"));
    fireEvent.change(name, { target: { value: "责任分工表" } });
    expect(screen.getByText("已有同名的工作表，请换一个名称")).toBeTruthy();
    press("预览");
    expect(choices).toEqual([]);
    fireEvent.change(name, { target: { value: "养老分工" } });
    press("预览");
    expect(choices[0]?.choice).toEqual({ kind: "new-sheet", name: "养老分工", title: "望川市老年友好城市建设行动方案（2026—2028年）责任分工表", form: { kind: "template", id: "responsibility-division" }, extras: ["progress", "note"], indicators: false });
    expect(screen.getByLabelText("预览", { selector: "ul" }).textContent).toContain("推进第2批老旧小区加装电梯");
    press("写入");
    await screen.findByText("已写入工作簿。", { exact: false });
    const written = (await host.read()).worksheets.find((sheet) => sheet.name === "养老分工");
    expect(written === undefined ? [] : contentsOf(written)).toHaveLength(5);
    press("看一看");
    await waitFor(() => expect(host.selection?.sheet).toBe("养老分工"));
    // the other place has heard of it, though the host tells only of others' changes
    await waitFor(() => expect(document.getElementById("place-check")?.textContent).toContain("养老分工"));
    press("撤销");
    await screen.findByText("已撤销");
    expect((await host.read()).worksheets).toHaveLength(1);
  });

  test.each([
    ["task-list", { kind: "template", id: "task-list" }, "任务清单"],
    ["责任分工表!A1:E3", { kind: "like-table", table: { sheet: "责任分工表", top: 0, left: 0, bottom: 2, right: 4 } }, "责任分工表(2)"],
  ])("the form %s", async (value, form, name) => {
    const { choices } = show(1);
    await readSample();
    press("写入工作簿（1 项）");
    fireEvent.change(await screen.findByLabelText("表格样式"), { target: { value } });
    press("预览");
    expect(choices[0]?.choice).toMatchObject({ kind: "new-sheet", form, name, extras: value === "task-list" ? ["note"] : [] });
  });

  test("into a table that is there", async () => {
    const { choices, host } = show(1);
    await readSample();
    press("写入工作簿（1 项）");
    fireEvent.click(await screen.findByLabelText("工作簿里已有的表"));
    fireEvent.click(screen.getByLabelText("只把没有的加在后面，已有的不动"));
    press("预览");
    expect(choices[0]?.choice).toEqual({ kind: "table", table: { sheet: "责任分工表", top: 0, left: 0, bottom: 2, right: 4 }, how: "append" });
    press("写入");
    await screen.findByText("已写入工作簿。", { exact: false });
    expect((await host.read()).worksheets[0]?.rowCount).toBe(4);
  });

  test("where the table has it all there is nothing to write", async () => {
    show(1, { planChanges: () => [] });
    await readSample();
    press("写入工作簿（1 项）");
    fireEvent.click(await screen.findByRole("button", { name: "预览" }));
    expect(screen.getByText("表里已经都有了，没有要写的。")).toBeTruthy();
  });

  test("a preview that fails and a sheet that is protected are told in a sentence", async () => {
    const { host } = show(1, { planChanges: () => { throw new Error("写不进去"); } });
    await readSample();
    press("写入工作簿（1 项）");
    fireEvent.click(await screen.findByRole("button", { name: "预览" }));
    expect(screen.getByText("读不了：Error: 写不进去")).toBeTruthy();
    expect((await host.read()).worksheets).toHaveLength(1);
  });
});

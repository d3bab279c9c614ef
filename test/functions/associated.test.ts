import { closeExcel, makeCurrent, startExcel, type StartedExcel } from "../excel/start-excel";

type Call = (...given: unknown[]) => Promise<unknown>;
type Genuine = { readonly _association: { readonly mappings: Readonly<Record<string, Call>> } };

let started: StartedExcel | undefined;

/** Loads the functions beside the genuine office.js, as the pane's page does. */
async function load({ uses1904Dates = false, language = "zh-CN" } = {}): Promise<Readonly<Record<string, Call>>> {
  started = await startExcel({ locale: language });
  started.excel.uses1904Dates = uses1904Dates;
  makeCurrent(started);
  const { CustomFunctions } = started.globals as unknown as { CustomFunctions: Genuine };
  Object.assign(globalThis, { CustomFunctions });
  await jest.isolateModulesAsync(async () => void (await import("../../src/functions")));
  return CustomFunctions._association.mappings;
}

afterEach(() => {
  if (started !== undefined) closeExcel(started);
  started = undefined;
  Reflect.deleteProperty(globalThis, "CustomFunctions");
});

test("office.js knows them by the names they are described with", async () => {
  expect(Object.keys(await load()).sort()).toEqual(["DAYSLEFT", "DEADLINE", "LEAD", "UNITS"]);
});

test("they answer as Excel asks: left-out arguments null, what Excel tells of the call behind them", async () => {
  const calls = await load();
  const invocation = { functionName: "DEADLINE", address: "Sheet1!F2" };
  expect(await calls["DEADLINE"]?.("2025年底前", null, invocation)).toBe(46022);
  expect(await calls["DEADLINE"]?.("2025年底前", invocation)).toBe(46022);
  expect(await calls["DAYSLEFT"]?.("2025年底前", 46000, invocation)).toBe(22);
  expect(await calls["UNITS"]?.("市教育局、市体育局", invocation)).toEqual([["市教育局", "市体育局"]]);
  expect(await calls["LEAD"]?.("市教育局牵头，市体育局配合", invocation)).toBe("市教育局");
});

test.each([
  ["zh-CN", "12月底前", "#VALUE!", /没有写年份/],
  ["en-US", "12月底前", "#VALUE!", /names no year/],
  ["zh-CN", "持续推进", "#N/A", /没有到期日/],
  ["en-GB", "持续推进", "#N/A", /has no last day/],
])("in %s QD.DEADLINE of %s is office.js' own error %s", async (language, text, code, message) => {
  const calls = await load({ language });
  const { CustomFunctions } = globalThis as unknown as { CustomFunctions: { Error: new () => object } };
  const error: unknown = await calls["DEADLINE"]?.(text, null, {}).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CustomFunctions.Error);
  expect(error).toMatchObject({ code, message: expect.stringMatching(message) as string });
});

test("in a workbook with 1904 dates Excel shows the same day", async () => {
  const calls = await load({ uses1904Dates: true });
  expect(await calls["DEADLINE"]?.("2025年底前", null, {})).toBe(46022 - 1462);
});

test("while a cell is being edited Excel cannot be asked; the answer comes all the same", async () => {
  const calls = await load();
  // what office.js asks by itself when it starts is over by then
  await new Promise((resolve) => setTimeout(resolve, 100));
  if (started !== undefined) started.excel.isInCellEditMode = true;
  expect(await calls["DEADLINE"]?.("2025年底前", null, {})).toBe(46022);
});

test("where office.js has not come nothing happens", async () => {
  await jest.isolateModulesAsync(async () => void (await import("../../src/functions")));
});

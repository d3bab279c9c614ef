import { setCell, type Change, type Edit } from "../../../src/core/edit";
import type { OwnFormat } from "../../../src/core/marks";
import { contentAt, type CellContent, type Workbook } from "../../../src/core/workbook";
import { laidOutTasks } from "../../support/laid-out";
import { contentsOf, makeWorkbook, type SheetParts } from "../../support/make-workbook";
import { excelHostFactory } from "./excel-host-factory";

const change = (...edits: Edit[]): Change => ({ title: { zh: "试改", en: "try" }, edits });

const header = ["序号", "工作任务", "牵头单位", "责任单位", "完成时限", "进展情况", "完成率", "备注"];
function taskSheet(name: string, rows: number, more: Partial<SheetParts> = {}): SheetParts {
  const lines = Array.from({ length: rows - 1 }, (_, row): CellContent[] => [
    row + 1,
    `建成第${row + 1}处便民停车点并向市民开放，完善标识标牌和引导设施`,
    "市城管局",
    "市公安局、市发展改革委",
    "2026年9月底前",
    row % 3 === 0 ? "已完成选址和施工图设计，正在办理用地手续" : null,
    { formula: `=ROW()/${rows}` },
    null,
  ]);
  return { name, cells: [header, ...lines], ...more };
}
const fiveSheets = (): Workbook => makeWorkbook(["城管", "交通", "教育", "卫生", "水利"].map((name) => taskSheet(name, 1_000)));
const small = (): Workbook => makeWorkbook([taskSheet("清单", 30, { merges: ["H1:I1"] }), { name: "说明", cells: [["填表说明"]] }]);

describe("round trips", () => {
  test("5 worksheets of 1,000 rows are read in 2", async () => {
    const workbook = fiveSheets();
    const host = await excelHostFactory(workbook);
    const { result, cost } = await host.excel.meter.during("read", () => host.read());
    expect(cost.trips).toBe(2);
    // 40,000 cells; a text comes once, not as a value and as a formula
    expect(cost.responseBytes).toBeLessThan(2_000_000);
    expect(result.worksheets.map(contentsOf)).toEqual(workbook.worksheets.map(contentsOf));
  });

  test("40 small worksheets are read in 2 as well", async () => {
    const host = await excelHostFactory(makeWorkbook(Array.from({ length: 40 }, (_, index) => taskSheet(`表${index + 1}`, 20))));
    const { result, cost } = await host.excel.meter.during("read", () => host.read());
    expect(cost.trips).toBe(2);
    expect(result.worksheets).toHaveLength(40);
  });

  test("100 edits on 5 worksheets are applied in 2, and undone in 2", async () => {
    const host = await excelHostFactory(fiveSheets());
    const before = host.dump();
    const names = before.worksheets.map(({ name }) => name);
    const changes = Array.from({ length: 100 }, (_, index) => change(setCell(names[index % 5] ?? "", 3 + index * 9, 2, "市城管局", "市交通运输局")));
    const applied = await host.excel.meter.during("apply", () => host.apply(changes));
    expect(applied.cost.trips).toBe(2);
    expect(applied.cost.requestBytes).toBeLessThan(200_000);
    expect(applied.result).toMatchObject({ skipped: [], altered: [] });
    expect(applied.result.applied).toHaveLength(100);
    const undone = await host.excel.meter.during("undo", () => host.undo(applied.result));
    expect(undone.cost.trips).toBe(2);
    expect(host.dump()).toEqual(before);
  });

  test("a column of 100 neighbouring cells is one range", async () => {
    const host = await excelHostFactory(fiveSheets());
    const { cost } = await host.excel.meter.during("apply", () => host.apply([change(...Array.from({ length: 100 }, (_, row) => setCell("城管", row + 1, 7, null, "已核")))]));
    expect(cost.trips).toBe(2);
    expect(cost.requestBytes).toBeLessThan(10_000);
  });

  test("jumping to a finding is 1", async () => {
    const host = await excelHostFactory(small());
    const { cost } = await host.excel.meter.during("select", () => host.select({ sheet: "说明", top: 0, left: 0, bottom: 0, right: 0 }));
    expect(cost.trips).toBe(1);
    expect(host.excel.selection.Address).toBe("说明!A1");
  });

  test("watching is 1, and stopping leaves nothing registered", async () => {
    const host = await excelHostFactory(small());
    const { result: stop, cost } = await host.excel.meter.during("watch", () => host.watch(() => undefined));
    expect(cost.trips).toBe(1);
    expect(host.excel.events.registrations).toBeGreaterThan(0);
    await stop();
    expect(host.excel.events.registrations).toBe(0);
  });

  test("every range is let go of in the end", async () => {
    const host = await excelHostFactory(small());
    await host.read();
    await new Promise((done) => setTimeout(done, 50));
    expect(host.excel.heldReferences).toBe(0);
  });
});

describe("what is read", () => {
  test("equals what was loaded: formats, merges, hidden rows and columns", async () => {
    const workbook = makeWorkbook([taskSheet("清单", 40, { merges: ["A1:B1", "A3:A9"], hiddenRows: [{ first: 4, last: 6 }, { first: 11, last: 11 }], hiddenColumns: [{ first: 3, last: 4 }] })]);
    const host = await excelHostFactory(workbook);
    host.excel.findSheet("清单")?.GetRange("E2:E9").put("yyyy\"年\"m\"月\"", (cell, format) => { cell.format = String(format); });
    host.excel.findSheet("清单")?.GetRange("G2:G40").put("0.0%", (cell, format) => { cell.format = String(format); });
    const [read] = (await host.read()).worksheets;
    const [dumped] = host.dump().worksheets;
    expect(read && contentsOf(read)).toEqual(dumped && contentsOf(dumped));
    expect(read?.merges).toEqual(dumped?.merges);
    expect(read?.hiddenRows).toEqual(dumped?.hiddenRows);
    expect(read?.hiddenColumns).toEqual(dumped?.hiddenColumns);
    expect(read?.columns.map((column) => column?.formats ?? [])).toEqual(dumped?.columns.map((column) => column?.formats ?? []).slice(0, read?.columns.length));
    expect(read?.columns[6]?.formats).toEqual([{ first: 1, last: 39, format: "0.0%" }]);
  });

  test("an error is an error, its text is text, and a text that begins with = is no formula", async () => {
    const host = await excelHostFactory(makeWorkbook([{ name: "表", cells: [[{ error: "#N/A" }, "#N/A", { formula: "=1/0" }, "=1+1", { formula: "=1+1" }]] }]));
    const cell = host.excel.findSheet("表")?.store.at(0, 2);
    if (cell !== undefined) cell.value = { error: "#DIV/0!" };
    const { result, cost } = await host.excel.meter.during("read", () => host.read());
    const sheet = result.worksheets[0];
    expect(sheet && contentsOf(sheet)[0]).toEqual([{ error: "#N/A" }, "#N/A", { formula: "=1/0" }, "=1+1", { formula: "=1+1" }]);
    expect(sheet?.columns[2]?.values[0]).toEqual({ error: "#DIV/0!" });
    // one more than usual, only because a constant looks like an error
    expect(cost.trips).toBe(3);
  });

  test("more than 512 merged areas", async () => {
    const merges = Array.from({ length: 1_200 }, (_, index) => `${index % 2 === 0 ? "A" : "C"}${Math.floor(index / 2) * 2 + 1}:${index % 2 === 0 ? "A" : "C"}${Math.floor(index / 2) * 2 + 2}`);
    const host = await excelHostFactory(makeWorkbook([{ name: "表", cells: [["甲"]], merges }]));
    expect((await host.read()).worksheets[0]?.merges).toHaveLength(1_200);
  });

  test("merged areas that lie thick", async () => {
    const merges = Array.from({ length: 600 }, (_, index) => { const column = String.fromCharCode(65 + (index % 3) * 2); const row = Math.floor(index / 3) + 1; return `${column}${row}:${String.fromCharCode(column.charCodeAt(0) + 1)}${row}`; });
    const host = await excelHostFactory(makeWorkbook([{ name: "表", cells: [["甲"]], merges }]));
    expect((await host.read()).worksheets[0]?.merges).toHaveLength(600);
  });

  test("before ExcelApi 1.13 no merged areas, and no call that such an Excel refuses", async () => {
    const host = await excelHostFactory(small(), { excelApi: "1.9" });
    expect((await host.read()).worksheets[0]?.merges).toEqual([]);
  });
});

describe("more than one response can hold", () => {
  const wide = (): Workbook =>
    makeWorkbook([taskSheet("长表", 3_000), { name: "宽表", cells: Array.from({ length: 60 }, (_, row) => Array.from({ length: 40 }, (_, column) => `第${row}行第${column}列`)) }]);

  test.each([60_000, 200_000, 1_000_000])("is read whole in chunks of %i bytes", async (payloadLimit) => {
    const workbook = wide();
    const host = await excelHostFactory(workbook, { payloadLimit });
    const progress: [number, number][] = [];
    const { result, cost } = await host.excel.meter.during("read", () => host.read({ onProgress: (done, total) => progress.push([done, total]) }));
    expect(result.worksheets.map(contentsOf)).toEqual(workbook.worksheets.map(contentsOf));
    const total = 3_000 * header.length + 60 * 40;
    expect(progress.at(-1)).toEqual([total, total]);
    expect(progress.map(([done]) => done)).toEqual([...progress.map(([done]) => done)].sort((a, b) => a - b));
    // chunks are planned at seven tenths of what is allowed; a first try too large is one more trip
    expect(cost.trips).toBeLessThanOrEqual(3 + Math.ceil(cost.responseBytes / (payloadLimit * 0.5)));
  });

  test("stops between two chunks when cancelled", async () => {
    const host = await excelHostFactory(wide(), { payloadLimit: 60_000 });
    const controller = new AbortController();
    const reading = host.read({ signal: controller.signal, onProgress: () => controller.abort() });
    await expect(reading).rejects.toMatchObject({ name: "HostError", code: "cancelled" });
    expect(host.excel.meter.entries.filter(({ isCleanup }) => !isCleanup).length).toBeLessThan(5);
  });

  test("100,000 rows", async () => {
    const host = await excelHostFactory(makeWorkbook([taskSheet("长表", 100_000)]));
    const { result, cost } = await host.excel.meter.during("read", () => host.read());
    expect(result.worksheets[0]?.rowCount).toBe(100_000);
    expect(contentAt(result.worksheets[0]!, 99_999, 2)).toBe("市城管局");
    expect(cost.trips).toBeLessThanOrEqual(2 + Math.ceil(cost.responseBytes / 3_000_000));
  }, 60_000);
});

describe("what Excel refuses", () => {
  const edit = change(setCell("清单", 2, 2, "市城管局", "市教育局"));

  test("a protected worksheet: its name, and nothing is written anywhere", async () => {
    const host = await excelHostFactory(makeWorkbook([taskSheet("清单", 5), { name: "保护", cells: [["甲"]], isProtected: true }]));
    const before = host.dump();
    await expect(host.apply([edit, change(setCell("保护", 0, 0, "甲", "乙"))])).rejects.toMatchObject({ code: "protected-sheet", detail: "保护" });
    expect(host.dump()).toEqual(before);
  });

  test("a protected workbook: no worksheets come or go", async () => {
    const host = await excelHostFactory(small());
    host.excel.isStructureProtected = true;
    await expect(host.apply([change({ kind: "add-sheet", sheet: "汇总", cells: [] })])).rejects.toMatchObject({ code: "protected-workbook" });
    expect((await host.apply([edit])).applied).toHaveLength(1);
  });

  test("a read-only workbook, where it lets nothing be written", async () => {
    const host = await excelHostFactory(small());
    host.excel.isReadOnly = true;
    await expect(host.apply([edit])).rejects.toMatchObject({ name: "HostError", code: "read-only" });
    expect((await host.read()).worksheets).toHaveLength(2);
  });

  test.each(["read", "apply", "select"] as const)("%s while a cell is being edited", async (action) => {
    const host = await excelHostFactory(small());
    host.excel.isInCellEditMode = true;
    const doing = { read: () => host.read(), apply: () => host.apply([edit]), select: () => host.select({ sheet: "清单", top: 0, left: 0, bottom: 0, right: 0 }) };
    await expect(doing[action]()).rejects.toMatchObject({ name: "HostError", code: "cell-edit-mode" });
  });

  test("a sheet protected in the midst of it: what was written already is taken back", async () => {
    const host = await excelHostFactory(makeWorkbook([taskSheet("清单", 5), { name: "说明", cells: [["填表说明"]] }]));
    const before = host.dump();
    let requests = 0;
    host.excel.beforeAnswer = () => {
      requests += 1;
      if (requests === 2) host.excel.findSheet("说明")?.protection.Protect();
    };
    await expect(host.apply([edit, change(setCell("说明", 0, 0, "填表说明", "说明"))])).rejects.toMatchObject({ name: "HostError", code: "host-failure", detail: "AccessDenied" });
    expect(host.dump().worksheets.map(contentsOf)).toEqual(before.worksheets.map(contentsOf));
  });

  test("more than it takes at once", async () => {
    const host = await excelHostFactory(small());
    host.excel.payloadLimit = 3_000;
    const cells = Array.from({ length: 200 }, (_, row) => [`新任务${row}`]);
    await expect(host.apply([change({ kind: "insert-rows", sheet: "清单", at: 2, cells })])).rejects.toMatchObject({ code: "payload-limit" });
  });

  test("anything else keeps Excel's own code and error", async () => {
    const host = await excelHostFactory(small());
    host.excel.failNext("Timeout");
    await expect(host.read()).rejects.toMatchObject({ name: "HostError", code: "host-failure", detail: "Timeout", cause: expect.objectContaining({ code: "Timeout" }) as unknown });
  });
});

describe("writing", () => {
  test("what Excel alters is said, and can be undone all the same", async () => {
    const host = await excelHostFactory(small());
    host.excel.findSheet("清单")?.GetRange("H5").put("@", (cell, format) => { cell.format = String(format); });
    const receipt = await host.apply([change(setCell("清单", 4, 7, null, { formula: "=1+1" }), setCell("清单", 5, 7, null, { formula: "=sum(A1:A2)" }))]);
    expect(receipt.altered).toEqual([{ sheet: "清单", top: 4, left: 7, bottom: 4, right: 7 }]);
    const undone = await host.undo(receipt);
    expect(undone.skipped).toEqual([]);
  });

  test("what is under a merged area is not written", async () => {
    const host = await excelHostFactory(makeWorkbook([{ name: "表", cells: [["甲", null, "乙"]], merges: ["A1:B2"] }]));
    expect((await host.apply([change(setCell("表", 1, 1, null, "丙"))])).skipped).toMatchObject([{ reason: "covered-cell" }]);
  });

  test("before ExcelApi 1.13, where nobody can tell of merged areas, Excel's silence is said", async () => {
    const host = await excelHostFactory(makeWorkbook([{ name: "表", cells: [["甲", null, "乙"]], merges: ["A1:B2"] }]), { excelApi: "1.9" });
    expect((await host.apply([change(setCell("表", 1, 1, null, "丙"))])).altered).toMatchObject([{ top: 1, left: 1 }]);
  });

  test("undo after somebody has moved nothing but changed one cell", async () => {
    const host = await excelHostFactory(small());
    const receipt = await host.apply([change(setCell("清单", 3, 2, "市城管局", "甲局"), { kind: "insert-rows", sheet: "清单", at: 1, cells: [["新", "'任务", "=1+1"]] })]);
    host.excel.userTypes("清单", "C5", [["别人改的"]]);
    const undone = await host.undo(receipt);
    expect(undone.skipped).toMatchObject([{ reason: "stale", at: { top: 3, left: 2 } }]);
    expect(host.dump().worksheets[0]?.columns[2]?.values.slice(0, 5)).toEqual(["牵头单位", "市城管局", "市城管局", "别人改的", "市城管局"]);
  });

  test("formulas that a deletion breaks are whole again after undo, in 2 trips each way", async () => {
    const cells: CellContent[][] = [["工作量", "备注"], [1, null], [2, null], [3, null], [{ formula: "=SUM(A2:A4)" }, { formula: "=A3*2" }]];
    const host = await excelHostFactory(makeWorkbook([{ name: "表", cells }]));
    const before = host.dump().worksheets.map(contentsOf);
    const applied = await host.excel.meter.during("apply", () => host.apply([change({ kind: "delete-rows", sheet: "表", at: 2, before: [[2]] })]));
    expect(host.dump().worksheets.map(contentsOf)[0]?.[3]).toEqual([{ formula: "=SUM(A2:A3)" }, { formula: "=#REF!*2" }]);
    const undone = await host.excel.meter.during("undo", () => host.undo(applied.result));
    expect([applied.cost.trips, undone.cost.trips]).toEqual([2, 2]);
    expect(undone.result.skipped).toEqual([]);
    expect(host.dump().worksheets.map(contentsOf)).toEqual(before);
  });

  test("a deleted worksheet comes back", async () => {
    const host = await excelHostFactory(small());
    const receipt = await host.apply([change({ kind: "delete-sheet", sheet: "说明", before: [["填表说明"]] })]);
    expect(host.dump().worksheets.map(({ name }) => name)).toEqual(["清单"]);
    await host.undo(receipt);
    expect(host.dump().worksheets.map(contentsOf)[1]).toEqual([["填表说明"]]);
  });
});

describe.each(["1.9", "1.15"])("a worksheet with a layout, with ExcelApi %s", (excelApi) => {
  const lists = [{ range: { top: 2, left: 3, bottom: 61, right: 3 }, source: { sheet: "清 单", top: 1, left: 2, bottom: 20, right: 2 } }];
  const open = () => excelHostFactory(makeWorkbook([taskSheet("清 单", 30), { name: "说明", cells: [["填表说明"]] }]), { excelApi });
  const sheetOf = (host: Awaited<ReturnType<typeof open>>) => {
    const sheet = host.excel.findSheet("任务分解表");
    if (sheet === undefined) throw new Error("no worksheet");
    return sheet;
  };

  test("is made in 2 trips and taken back in 2", async () => {
    const host = await open();
    const before = host.dump();
    const add = laidOutTasks("任务分解表", 60, { lists });
    const applied = await host.excel.meter.during("apply", () => host.apply([change(add)]));
    expect(applied.cost.trips).toBe(2);
    expect(applied.cost.requestBytes).toBeLessThan(60_000);
    expect(applied.result).toMatchObject({ skipped: [], altered: [] });
    expect(host.dump().worksheets[2]?.merges).toEqual(add.layout?.merges);
    expect(contentsOf(host.dump().worksheets[2]!)).toEqual(add.cells.map((line) => [...line]));
    const undone = await host.excel.meter.during("undo", () => host.undo(applied.result));
    expect(undone.cost.trips).toBe(2);
    expect(host.dump()).toEqual(before);
  });

  test("looks as it should", async () => {
    const host = await open();
    await host.apply([change(laidOutTasks("任务分解表", 60, { lists }))]);
    const sheet = sheetOf(host);
    const format = (address: string) => sheet.GetRange(address).Format;
    expect(format("A1")).toMatchObject({ HorizontalAlignment: "Center", ShrinkToFit: true, WrapText: false });
    expect(format("A1").Font).toMatchObject({ Bold: true, Size: 16 });
    expect(format("A2:F2")).toMatchObject({ HorizontalAlignment: "Center", VerticalAlignment: "Center", WrapText: true });
    expect(format("A2:F2").Fill.Color).toBe("#DDEBF7");
    expect(format("B3:B62").HorizontalAlignment).toBe("Center");
    expect(format("C3:F62")).toMatchObject({ HorizontalAlignment: "General", VerticalAlignment: "Center", WrapText: true });
    for (const side of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"]) expect(format("C3:F62").Borders.GetItem(side).Style).toBe("Continuous");
    expect(format("C:C").ColumnWidth).toBeCloseTo(285);
    expect(sheet.FreezePanes.frozenRows).toBe(2);
    expect(sheet.PageLayout.settings).toMatchObject({ orientation: "Landscape", paperSize: "A4", zoom: { horizontalFitToPages: 1 }, titleRows: "$2:$2" });
    expect(sheet.PageLayout.HeadersFooters.DefaultForAllPages.CenterFooter).toBe("第 &P 页，共 &N 页");
    expect(sheet.GetRange("D3:D62").DataValidation).toMatchObject({ Rule: { list: { inCellDropDown: true, source: "='清 单'!$C$2:$C$21" } }, ErrorAlert: { showAlert: false } });
  });

  test("keeps its contents where Excel refuses the page for want of a printer", async () => {
    const host = await open();
    host.excel.hasPrinter = false;
    const before = host.dump();
    const add = laidOutTasks("任务分解表", 10, { lists });
    const { result, cost } = await host.excel.meter.during("apply", () => host.apply([change(add, setCell("说明", 0, 0, "填表说明", { formula: "=sum(1,2)" }))]));
    expect(result).toMatchObject({ skipped: [], altered: [] });
    expect(result.applied).toHaveLength(1);
    // one more, only because of the refusal
    expect(cost.trips).toBe(3);
    expect(contentsOf(host.dump().worksheets[2]!)).toEqual(add.cells.map((line) => [...line]));
    expect(sheetOf(host).GetRange("D3:D62").DataValidation.Rule).toHaveProperty("list");
    expect((await host.undo(result)).skipped).toEqual([]);
    expect(host.dump().worksheets.map(contentsOf)).toEqual(before.worksheets.map(contentsOf));
  });

  test("is not told of by watching", async () => {
    const host = await open();
    const listener = jest.fn();
    const stop = await host.watch(listener);
    await host.apply([change(laidOutTasks("任务分解表", 10, { lists }))]);
    await new Promise((done) => setTimeout(done, 40));
    expect(listener).not.toHaveBeenCalled();
    await stop();
  });
});

describe.each(["1.9", "1.14"])("watching with ExcelApi %s", (excelApi) => {
  const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 40));

  test("tells where others change something, not what the host writes or selects itself", async () => {
    const host = await excelHostFactory(small(), { excelApi });
    const listener = jest.fn();
    const stop = await host.watch(listener);
    await host.apply([change(setCell("清单", 2, 2, "市城管局", "市教育局"), { kind: "insert-rows", sheet: "清单", at: 9, cells: [["新"]] }), change({ kind: "add-sheet", sheet: "汇总", cells: [["甲"]] })]);
    await host.select({ sheet: "说明", top: 0, left: 0, bottom: 0, right: 0 });
    await settle();
    expect(listener).not.toHaveBeenCalled();
    host.excel.userTypes("清单", "B2:B3", "改了");
    await settle();
    expect(listener.mock.calls).toEqual([[{ sheet: "清单", ranges: [{ sheet: "清单", top: 1, left: 1, bottom: 2, right: 1 }] }]]);
    host.excel.userDoes((excel) => excel.findSheet("清单")?.GetRange("2:2").Delete("Up"));
    host.excel.userDoes((excel) => excel.findSheet("清单")?.Activate());
    host.excel.userDoes((excel) => void excel.addSheet("新表"));
    await settle();
    expect(listener.mock.calls.slice(1)).toEqual([[{ sheet: "清单" }], [{ sheet: "说明", isGlance: true }], [{ sheet: "清单", isGlance: true }], [{}]]);
    await stop();
    host.excel.userTypes("清单", "B2", "又改了");
    await settle();
    expect(listener).toHaveBeenCalledTimes(5);
  });
});

describe("marks", () => {
  const format: OwnFormat = { id: "期限", range: { top: 1, left: 0, bottom: 29, right: 7 }, formula: "=$E2<TODAY()", look: "overdue", lights: "green-yellow-red" };
  const marks: Edit[] = [
    { kind: "keep-text", key: "设置", before: null, after: "{}" },
    { kind: "set-conditional-formats", sheet: "清单", before: [], after: [format, { ...format, id: "临期", look: "due-soon" }] },
    { kind: "set-filter", sheet: "清单", before: null, after: { top: 0, left: 0, bottom: 29, right: 7 } },
    { kind: "set-list", range: { sheet: "清单", top: 1, left: 2, bottom: 29, right: 2 }, before: null, after: { sheet: "说明", top: 0, left: 0, bottom: 0, right: 0 } },
  ];

  test("are made in 2 trips, changed in 2, and taken back in 2", async () => {
    const host = await excelHostFactory(makeWorkbook([taskSheet("清单", 30), { name: "说明", cells: [["填表说明"]] }]));
    const made = await host.excel.meter.during("apply", () => host.apply([change(...marks)]));
    expect(made.result.skipped).toEqual([]);
    expect(made.cost.trips).toBe(2);
    const changed = await host.excel.meter.during("apply", () => host.apply([change({ kind: "keep-text", key: "设置", before: "{}", after: '{"a":1}' }, { kind: "set-conditional-formats", sheet: "清单", before: [format, { ...format, id: "临期", look: "due-soon" }], after: [format] })]));
    expect(changed.result.skipped).toEqual([]);
    expect(changed.cost.trips).toBe(2);
    const undone = await host.excel.meter.during("undo", () => host.undo(changed.result));
    expect(undone.cost.trips).toBe(2);
    expect((await host.undo(made.result)).skipped).toEqual([]);
    expect(host.excel.customXml.size).toBe(0);
    expect(host.excel.findSheet("清单")?.marks).toMatchObject({ formats: [], filter: undefined });
  });

  test("cost a reader one trip more, and only where there are any", async () => {
    const host = await excelHostFactory(small());
    await host.apply([change(...marks.slice(0, 3))]);
    const { result, cost } = await host.excel.meter.during("read", () => host.read());
    expect(cost.trips).toBe(3);
    expect([...(result.kept ?? [])]).toEqual([["设置", "{}"]]);
    expect(result.worksheets[0]).toMatchObject({ filter: { top: 0, left: 0, bottom: 29, right: 7 }, ownFormats: [format, { ...format, id: "临期" , look: "due-soon" }] });
  });

  test("come behind a person's own format, and leave it", async () => {
    const host = await excelHostFactory(small());
    const store = host.excel.findSheet("清单")?.marks;
    store?.formats.push({ id: "{own}", type: "Custom", area: { top: 1, left: 0, bottom: 9, right: 3 }, formula: "=$A2>3", look: new Map() });
    const receipt = await host.apply([change(...marks.slice(1, 2))]);
    expect(store?.formats.map(({ formula }) => formula.includes("qingdan:"))).toEqual([false, true, true]);
    await host.undo(receipt);
    expect(store?.formats.map(({ id }) => id)).toEqual(["{own}"]);
  });

  test("do not lie on a condition of a person's own", async () => {
    const host = await excelHostFactory(small());
    host.excel.findSheet("清单")?.validations.set("C5", { rule: { list: { inCellDropDown: true, source: "=说明!$A$1" } } });
    expect(await host.apply([change(...marks.slice(3))])).toMatchObject({ applied: [], skipped: [{ reason: "not-ours" }] });
  });

  test("a text that another add-in's session has kept is found before it is replaced", async () => {
    const host = await excelHostFactory(small());
    host.excel.customXml.set("{other}", '<kept xmlns="urn:qingdan:kept"><text key="说明">甲</text></kept>');
    expect(await host.apply([change({ kind: "keep-text", key: "说明", before: null, after: "乙" })])).toMatchObject({ applied: [], skipped: [{ reason: "stale" }] });
    await host.apply([change({ kind: "keep-text", key: "设置", before: null, after: "{}" })]);
    expect([...((await host.read()).kept ?? [])]).toEqual([["说明", "甲"], ["设置", "{}"]]);
  });

  test("a new column beside texts is formatted before its formulas come", async () => {
    const cells: CellContent[][] = [["任务"], ["甲"], ["乙"]];
    const host = await excelHostFactory({ ...makeWorkbook([{ name: "清单", cells }]) });
    const receipt = await host.apply([change({ kind: "insert-columns", sheet: "清单", at: 1, cells: [["剩余天数", { formula: "=LEN(A2)" }, { formula: "=LEN(A3)" }]], layout: [{ width: 10, formats: [{ first: 0, last: 2, format: "General" }] }] })]);
    expect(receipt.altered).toEqual([]);
    expect(contentAt((await host.read()).worksheets[0] ?? (() => { throw new Error("no sheet"); })(), 1, 1)).toEqual({ formula: "=LEN(A2)" });
  });
});

import { setCell, type AddSheet, type Change, type Edit, type SkipReason } from "../../src/core/edit";
import type { SheetLayout } from "../../src/core/sheet-layout";
import { findWorksheet, numberFormatAt, type CellContent, type Worksheet } from "../../src/core/workbook";
import type { Host } from "../../src/host/host";
import type { HostUnderTest } from "./host-contract";
import { contentsOf, makeWorkbook, type SheetParts } from "./make-workbook";

const list: SheetParts = {
  name: "责任分工",
  cells: [
    ["云溪市智慧停车重点任务"],
    ["序号", "重点任务", "牵头部门", "完成时限"],
    [1, "建成停车信息平台", "市城管局", "2026年6月底前"],
    [2, "划定夜间泊位", null, "持续推进"],
  ],
};

const change = (...edits: Edit[]): Change => ({ title: { zh: "试改", en: "try" }, edits });

async function sheetNamed(host: Host, name: string): Promise<Worksheet> {
  const worksheet = findWorksheet(await host.read(), name);
  if (worksheet === undefined) throw new Error(`no worksheet ${name}`);
  return worksheet;
}

/** A small table as it is printed: title, header, two categories of which one is merged, and text that looks like a formula. */
function laidOut(layout: Partial<SheetLayout> = {}): AddSheet {
  return {
    kind: "add-sheet",
    sheet: "任务分解表",
    cells: [
      ["云溪市老旧小区改造任务分解表"],
      ["类别", "序号", "重点任务", "牵头部门", "完成时限", "备注"],
      ["管网改造", 1, "=更换供水立管并消除漏点", "市住建局", "2026年9月底前", "+待核"],
      [null, 2, "整治雨污混接", "市水务局", "2026-03", "-"],
      ["加装电梯", 3, "公布办事流程", "@市住建局", "持续推进"],
    ],
    layout: {
      widths: [10, 6, 40, 16, 16, 12],
      looks: [
        { range: { top: 0, left: 0, bottom: 0, right: 5 }, look: "title" },
        { range: { top: 1, left: 0, bottom: 1, right: 5 }, look: "header" },
        { range: { top: 2, left: 0, bottom: 4, right: 1 }, look: "body-centred" },
        { range: { top: 2, left: 2, bottom: 4, right: 5 }, look: "body" },
      ],
      merges: [{ top: 0, left: 0, bottom: 0, right: 5 }, { top: 2, left: 0, bottom: 3, right: 0 }, { top: 4, left: 0, bottom: 4, right: 0 }],
      frozenRows: 2,
      print: { landscape: true, repeatRows: { first: 1, last: 1 } },
      lists: [{ range: { top: 2, left: 3, bottom: 4, right: 3 }, source: { sheet: "责任分工", top: 2, left: 2, bottom: 4, right: 2 } }],
      ...layout,
    },
  };
}

/** A small sheet of indicators: counts, a ratio that is computed, and a text that begins like a formula. */
const figures: AddSheet = {
  kind: "add-sheet",
  sheet: "指标监测表",
  cells: [
    ["县区", "出院人次", "占比", "备注", "报送日期"],
    ["东岭县", 12500, { formula: "=IF(B4=0,0,B2/B4)" }, "=待核", 46000],
    ["西塘县", 7500, { formula: "=IF(B4=0,0,B3/B4)" }, null, 46001],
    ["合计", { formula: "=SUM(B2:B3)" }, { formula: "=SUM(C2:C3)" }],
  ],
  layout: {
    widths: [12, 12, 10, 16, 14],
    looks: [
      { range: { top: 0, left: 0, bottom: 0, right: 4 }, look: "header" },
      { range: { top: 1, left: 0, bottom: 3, right: 2 }, look: "body" },
    ],
    merges: [],
    formats: [
      { range: { top: 1, left: 1, bottom: 3, right: 1 }, format: "#,##0" },
      { range: { top: 1, left: 2, bottom: 3, right: 2 }, format: "0.00%" },
      { range: { top: 1, left: 3, bottom: 2, right: 3 }, format: "@" },
      { range: { top: 1, left: 4, bottom: 2, right: 4 }, format: 'yyyy"年"m"月"d"日"' },
    ],
  },
};

/** What every host promises of worksheets that come with a layout. */
export function describeLayouts({ open, knowsMerges = true }: HostUnderTest): void {
  const sheetAfter = async (host: Host, name = "责任分工"): Promise<CellContent[][]> => contentsOf(await sheetNamed(host, name));

  describe("a worksheet with a layout", () => {
    test("has its contents and its merged areas; text stays text", async () => {
      const host = await open(makeWorkbook([list]));
      const add = change(laidOut());
      const receipt = await host.apply([add]);
      expect(receipt).toMatchObject({ applied: [add], skipped: [], altered: [] });
      expect(await sheetAfter(host, "任务分解表")).toEqual(laidOut().cells);
      expect(await sheetAfter(host)).toEqual(list.cells.map((row) => [...row]));
      if (knowsMerges) expect(findWorksheet(await host.read(), "任务分解表")?.merges).toEqual(laidOut().layout?.merges.slice(0, 2));
    });

    test("is taken back whole, and made again", async () => {
      const host = await open(makeWorkbook([list]));
      const before = await host.read();
      const undone = await host.undo(await host.apply([change(laidOut())]));
      expect(undone.skipped).toEqual([]);
      expect(await host.read()).toEqual(before);
      expect((await host.undo(undone)).skipped).toEqual([]);
      expect(await sheetAfter(host, "任务分解表")).toEqual(laidOut().cells);
      if (knowsMerges) expect(findWorksheet(await host.read(), "任务分解表")?.merges).toHaveLength(2);
    });

    test("is left where somebody has written into it since", async () => {
      const host = await open(makeWorkbook([list]));
      const receipt = await host.apply([change(laidOut())]);
      await host.apply([change(setCell("任务分解表", 6, 1, null, "又一项"))]);
      expect((await host.undo(receipt)).skipped).toMatchObject([{ reason: "stale" }]);
      expect((await sheetAfter(host, "任务分解表"))[6]).toEqual([null, "又一项"]);
    });

    test.each<readonly [string, AddSheet, SkipReason]>([
      ["whose name is taken", { ...laidOut(), sheet: "责任分工" }, "missing-sheet"],
      ["whose merged areas would hide contents", laidOut({ merges: [{ top: 1, left: 0, bottom: 1, right: 1 }] }), "covered-cell"],
      ["whose merged areas lie over one another", laidOut({ merges: [{ top: 0, left: 0, bottom: 0, right: 4 }, { top: 0, left: 4, bottom: 1, right: 5 }] }), "covered-cell"],
      ["whose list is from a worksheet that is not there", laidOut({ lists: [{ range: { top: 2, left: 3, bottom: 4, right: 3 }, source: { sheet: "单位名录", top: 1, left: 0, bottom: 5, right: 0 } }] }), "missing-sheet"],
    ])("is not added %s", async (_, edit, reason) => {
      const host = await open(makeWorkbook([list]));
      const before = await host.read();
      expect(await host.apply([change(edit)])).toMatchObject({ applied: [], skipped: [{ reason }] });
      expect(await host.read()).toEqual(before);
    });

    test("comes together with the worksheet its list is from", async () => {
      const host = await open(makeWorkbook([list]));
      const source = { sheet: "单位名录", top: 1, left: 0, bottom: 2, right: 0 };
      const receipt = await host.apply([change(laidOut({ lists: [{ range: { top: 2, left: 3, bottom: 4, right: 3 }, source }] }), { kind: "add-sheet", sheet: "单位名录", cells: [["单位名称"], ["市城管局"], ["市公安局"]] })]);
      expect(receipt.skipped).toEqual([]);
      expect((await host.read()).worksheets.map((worksheet) => worksheet.name)).toEqual(["责任分工", "任务分解表", "单位名录"]);
    });

    test("takes the place of an empty one in one change", async () => {
      const host = await open(makeWorkbook([{ name: "Sheet1", cells: [] }]));
      const receipt = await host.apply([change({ kind: "delete-sheet", sheet: "Sheet1", before: [] }, laidOut({ lists: [] }))]);
      expect(receipt.skipped).toEqual([]);
      expect((await host.read()).worksheets.map((worksheet) => worksheet.name)).toEqual(["任务分解表"]);
      expect((await host.undo(receipt)).skipped).toEqual([]);
      expect((await host.read()).worksheets.map((worksheet) => worksheet.name)).toEqual(["Sheet1"]);
    });
  });

  describe("a worksheet with number formats", () => {
    const formatsOf = (worksheet: Worksheet): string[][] => contentsOf(worksheet).map((line, row) => line.map((_, column) => numberFormatAt(worksheet, row, column)));
    const date = 'yyyy"年"m"月"d"日"';
    const expected = [
      ["General", "General", "General", "General", "General"],
      ["General", "#,##0", "0.00%", "@", date],
      ["General", "#,##0", "0.00%", "@", date],
      ["General", "#,##0", "0.00%"],
    ];

    test("has them, its formulas compute and its text stays text", async () => {
      const host = await open(makeWorkbook([list]));
      const receipt = await host.apply([change(figures)]);
      expect(receipt).toMatchObject({ skipped: [], altered: [] });
      const worksheet = await sheetNamed(host, "指标监测表");
      expect(contentsOf(worksheet)).toEqual(figures.cells);
      expect(formatsOf(worksheet)).toEqual(expected);
    });

    test("is taken back whole, and made again with them", async () => {
      const host = await open(makeWorkbook([list]));
      const before = await host.read();
      const undone = await host.undo(await host.apply([change(figures)]));
      expect(undone.skipped).toEqual([]);
      expect((await host.read()).worksheets).toEqual(before.worksheets);
      expect((await host.undo(undone)).skipped).toEqual([]);
      const again = await sheetNamed(host, "指标监测表");
      expect(contentsOf(again)).toEqual(figures.cells);
      expect(formatsOf(again)).toEqual(expected);
    });
  });
}

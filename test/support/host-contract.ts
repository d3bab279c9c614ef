import { emptyWorksheet } from "../../src/core/apply-steps";
import { setCell, type Change, type Edit } from "../../src/core/edit";
import { findWorksheet, formulaAt, valueAt, type CellContent, type CellValue, type Workbook } from "../../src/core/workbook";
import type { Host } from "../../src/host/host";
import { describeCharts } from "./charts-contract";
import { describeLayouts } from "./layout-contract";
import { contentsOf, makeWorkbook, type SheetParts } from "./make-workbook";
import { describeMarks } from "./marks-contract";
import { describeNamedPlaces } from "./named-places-contract";
import { describeReadingAgain } from "./reread-contract";

export type HostUnderTest = {
  readonly name: string;
  /** Opens a host on a workbook that holds just this. */
  readonly open: (workbook: Workbook) => Promise<Host>;
  /** Excel before ExcelApi 1.13 does not tell of merged areas; nobody in Excel is told of 1904 dates. */
  readonly knowsMerges?: boolean;
  readonly knows1904?: boolean;
  /** Excel tells of conditions only where it is asked about the very cells. */
  readonly knowsLists?: boolean;
  /** Excel calculates by itself and shows nothing it is merely told. */
  readonly calculates?: boolean;
  /** Excel before ExcelApi 1.18 has no notes for add-ins. */
  readonly hasNotes?: boolean;
};

const list: SheetParts = {
  name: "责任分工",
  cells: [
    ["云溪市智慧停车重点任务"],
    ["序号", "重点任务", "牵头部门", "完成时限"],
    [1, "建成停车信息平台", "市城管局", "2026年6月底前"],
    [2, "划定夜间泊位", null, "持续推进"],
    [3, "公布收费标准", "市发展改革委", "2026年3月底前"],
  ],
  merges: ["A1:D1"],
};

const change = (...edits: Edit[]): Change => ({ title: { zh: "试改", en: "try" }, edits });
const set = (row: number, column: number, before: CellContent, after: CellContent): Edit => setCell("责任分工", row, column, before, after);

/** What every host promises; each host's own test file runs it. */
export function describeHostContract(host: HostUnderTest): void {
  const { name, open, knowsMerges = true, knows1904 = true, calculates = false } = host;
  const sheetAfter = async (host: Host, sheet = "责任分工"): Promise<CellContent[][]> => {
    const worksheet = findWorksheet(await host.read(), sheet);
    if (worksheet === undefined) throw new Error(`no worksheet ${sheet}`);
    return contentsOf(worksheet);
  };

  describe(`the host contract: ${name}`, () => {
    describe("read", () => {
      test("gives contents, merges, hidden rows and columns, visibility and protection", async () => {
        const workbook = makeWorkbook([
          { ...list, hiddenRows: [{ first: 3, last: 3 }], hiddenColumns: [{ first: 2, last: 2 }] },
          { name: "公式", cells: [[1, 2, { formula: "=A1+B1" }], [true, "=不是公式", "2026-03"], [{ error: "#DIV/0!" }, "#N/A", 0]] },
          { name: "隐藏表", cells: [["单位名称"], ["市教育局"]], visibility: "hidden" },
          { name: "保护表", cells: [["甲"]], isProtected: true },
          { name: "空表", cells: [] },
        ]);
        const read = await (await open(workbook)).read();
        expect(read.worksheets.map((worksheet) => [worksheet.name, worksheet.visibility, worksheet.isProtected])).toEqual([
          ["责任分工", "visible", false],
          ["公式", "visible", false],
          ["隐藏表", "hidden", false],
          ["保护表", "visible", true],
          ["空表", "visible", false],
        ]);
        expect(read.worksheets.map(contentsOf)).toEqual(workbook.worksheets.map(contentsOf));
        const first = read.worksheets[0];
        expect(first?.hiddenRows).toEqual([{ first: 3, last: 3 }]);
        expect(first?.hiddenColumns).toEqual([{ first: 2, last: 2 }]);
        if (knowsMerges) expect(first?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 3 }]);
        expect(read.worksheets[4]).toMatchObject({ rowCount: 0, columnCount: 0 });
      });

      test("starts at A1 where the used cells do not", async () => {
        const read = await (await open(makeWorkbook([{ name: "表", cells: [[], [], [null, null, "丙"]] }]))).read();
        expect(read.worksheets[0]).toMatchObject({ rowCount: 3, columnCount: 3 });
        expect(read.worksheets[0]?.columns[2]?.values[2]).toBe("丙");
      });

      test("reads 20,000 rows", async () => {
        const cells = Array.from({ length: 20_000 }, (_, row): CellContent[] => [row, `任务${row}`]);
        const read = await (await open(makeWorkbook([{ name: "大表", cells }]))).read();
        expect(read.worksheets[0]?.rowCount).toBe(20_000);
        expect(read.worksheets[0]?.columns[1]?.values[19_999]).toBe("任务19999");
      });

      if (knows1904) {
        test("tells of 1904 dates", async () => {
          expect((await (await open(makeWorkbook([list], true))).read()).uses1904Dates).toBe(true);
        });
      }

      test("stops when cancelled, with a clear error", async () => {
        const host = await open(makeWorkbook([list]));
        await expect(host.read({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "HostError", code: "cancelled" });
      });
    });

    describe("apply", () => {
      test("makes a change whole and says so", async () => {
        const host = await open(makeWorkbook([list]));
        const fix = change(set(3, 2, null, "市公安局"), set(3, 3, "持续推进", "2026年9月底前"));
        const receipt = await host.apply([fix]);
        expect(receipt).toMatchObject({ applied: [fix], skipped: [], altered: [] });
        expect((await sheetAfter(host))[3]).toEqual([2, "划定夜间泊位", "市公安局", "2026年9月底前"]);
      });

      test("leaves out a change whole where one of its cells was changed meanwhile", async () => {
        const host = await open(makeWorkbook([list]));
        const before = await sheetAfter(host);
        const receipt = await host.apply([change(set(3, 2, null, "市公安局"), set(4, 2, "市财政局", "市教育局"))]);
        expect(receipt.applied).toEqual([]);
        expect(receipt.skipped).toMatchObject([{ reason: "stale", at: { sheet: "责任分工", top: 4, left: 2 } }]);
        expect(await sheetAfter(host)).toEqual(before);
      });

      test("leaves out the second of two changes to a cell", async () => {
        const host = await open(makeWorkbook([list]));
        const receipt = await host.apply([change(set(3, 2, null, "市公安局")), change(set(3, 2, null, "市城管局"))]);
        expect(receipt.skipped).toMatchObject([{ reason: "conflict" }]);
        expect((await sheetAfter(host))[3]?.[2]).toBe("市公安局");
      });

      test("skips a worksheet that is gone", async () => {
        const host = await open(makeWorkbook([list]));
        expect(await host.apply([change(setCell("没有的表", 0, 0, null, "甲"))])).toMatchObject({ applied: [], skipped: [{ reason: "missing-sheet" }] });
      });

      test.each(["=1+1", "+86", "-", "@市教育局", "2026-03", "1/2", "'引号", "１２", "007", "TRUE", " 前后有空格 ", "第一行\n第二行"])("keeps the text %j text", async (text) => {
        const host = await open(makeWorkbook([list]));
        expect((await host.apply([change(set(3, 2, null, text))])).altered).toEqual([]);
        expect((await sheetAfter(host))[3]?.[2]).toBe(text);
      });

      test("writes numbers, booleans, formulas and blanks", async () => {
        const host = await open(makeWorkbook([list]));
        await host.apply([change(set(3, 0, 2, { formula: "=A3+1" }), set(4, 0, 3, 3.5), set(4, 2, "市发展改革委", null), set(2, 3, "2026年6月底前", true))]);
        const after = await sheetAfter(host);
        expect([after[3]?.[0], after[4]?.[0], after[4]?.[2], after[2]?.[3]]).toEqual([{ formula: "=A3+1" }, 3.5, null, true]);
      });

      test.each<[string, CellValue]>([
        ["a number", 46203.5],
        ["nothing left", 0],
        ["text", "● 超期 <A&B> _x0041_"],
        ["text that begins like a formula", "=1+1"],
        ["empty text", ""],
        ["text with spaces around it", " 两格 "],
        ["a truth", false],
        ["an error", { error: "#DIV/0!" }],
        ["nothing that is known", null],
      ])(calculates ? "leaves it to Excel what a formula shows that is said to show %s" : "shows beside a formula what it is said to show: %s", async (_, shows) => {
        const host = await open(makeWorkbook([list]));
        const told = { formula: '=D2&""', shows };
        const receipt = await host.apply([
          change(set(3, 0, 2, told), { kind: "insert-rows", sheet: "责任分工", at: 5, cells: [[told]] }),
          change({ kind: "add-sheet", sheet: "算出的", cells: [[null, told]] }),
        ]);
        expect(receipt).toMatchObject({ skipped: [], altered: [] });
        const { worksheets } = await host.read();
        const [first, added] = [worksheets[0], worksheets.at(-1)];
        const places = [[first, 3, 0], [first, 5, 0], [added, 0, 1]] as const;
        for (const [worksheet, row, column] of places) {
          if (worksheet === undefined) throw new Error("a worksheet is gone");
          expect(formulaAt(worksheet, row, column)).toBe(told.formula);
          if (calculates) expect([null, "", "完成时限", 0]).toContainEqual(valueAt(worksheet, row, column));
          else expect(valueAt(worksheet, row, column)).toEqual(shows);
        }
        expect((await host.undo(receipt)).skipped).toEqual([]);
        expect(await sheetAfter(host)).toEqual(contentsOf(makeWorkbook([list]).worksheets[0] ?? emptyWorksheet("")));
      });

      test("brings columns in with what their formulas are said to show", async () => {
        const host = await open(makeWorkbook([list]));
        const told = { formula: "=A3*2", shows: 77 };
        await host.apply([change({ kind: "insert-columns", sheet: "责任分工", at: 4, cells: [[null, "两倍", told]] })]);
        const worksheet = findWorksheet(await host.read(), "责任分工") ?? emptyWorksheet("");
        expect(formulaAt(worksheet, 2, 4)).toBe(told.formula);
        if (calculates) expect(valueAt(worksheet, 2, 4)).not.toBe(77);
        else expect(valueAt(worksheet, 2, 4)).toBe(77);
      });

      test("deletes and inserts rows by the places of the snapshot, together with cells", async () => {
        const host = await open(makeWorkbook([list]));
        const receipt = await host.apply([
          change({ kind: "delete-rows", sheet: "责任分工", at: 3, before: [[2, "划定夜间泊位", null, "持续推进"]] }),
          change(set(4, 2, "市发展改革委", "市发改委")),
          change({ kind: "insert-rows", sheet: "责任分工", at: 2, cells: [["新"]] }),
        ]);
        expect(receipt.skipped).toEqual([]);
        expect((await sheetAfter(host)).slice(2)).toEqual([["新"], [1, "建成停车信息平台", "市城管局", "2026年6月底前"], [3, "公布收费标准", "市发改委", "2026年3月底前"]]);
      });

      test("inserts a column with its contents, and widens what is merged over it", async () => {
        const host = await open(makeWorkbook([list]));
        await host.apply([change({ kind: "insert-columns", sheet: "责任分工", at: 3, cells: [[null, "责任部门", "市公安局"]] })]);
        expect((await sheetAfter(host))[2]).toEqual([1, "建成停车信息平台", "市城管局", "市公安局", "2026年6月底前"]);
        if (knowsMerges) expect((await host.read()).worksheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 4 }]);
      });

      test("does not delete a row that is no longer empty", async () => {
        const host = await open(makeWorkbook([list]));
        expect(await host.apply([change({ kind: "delete-rows", sheet: "责任分工", at: 3, before: [[]] })])).toMatchObject({ applied: [], skipped: [{ reason: "stale" }] });
      });

      test("adds a worksheet with its contents; not where the name is taken", async () => {
        const host = await open(makeWorkbook([list]));
        await host.apply([change({ kind: "add-sheet", sheet: "单位名录", cells: [["标准名称"], ["=市教育局"]] })]);
        expect(await sheetAfter(host, "单位名录")).toEqual([["标准名称"], ["=市教育局"]]);
        expect(await host.apply([change({ kind: "add-sheet", sheet: "责任分工", cells: [] })])).toMatchObject({ applied: [], skipped: [{ reason: "missing-sheet" }] });
      });

      describeLayouts(host);

      if (knowsMerges) {
        test("unmerges and fills in one change", async () => {
          const host = await open(makeWorkbook([{ name: "责任分工", cells: [["序号", "牵头部门"], [1, "市城管局"], [2, null]], merges: ["B2:B3"] }]));
          const receipt = await host.apply([change({ kind: "unmerge", range: { sheet: "责任分工", top: 1, left: 1, bottom: 2, right: 1 } }, set(2, 1, null, "市城管局"))]);
          expect(receipt.skipped).toEqual([]);
          expect(await sheetAfter(host)).toEqual([["序号", "牵头部门"], [1, "市城管局"], [2, "市城管局"]]);
          expect((await host.read()).worksheets[0]?.merges).toEqual([]);
          await host.undo(receipt);
          expect((await host.read()).worksheets[0]?.merges).toHaveLength(1);
        });
      }

      test("writes nothing at all when a sheet it would touch is protected", async () => {
        const host = await open(makeWorkbook([list, { name: "保护表", cells: [["甲"]], isProtected: true }]));
        await expect(host.apply([change(set(3, 2, null, "市公安局")), change(setCell("保护表", 0, 0, "甲", "乙"))])).rejects.toMatchObject({ name: "HostError", code: "protected-sheet", detail: "保护表" });
        expect((await sheetAfter(host))[3]?.[2] ?? null).toBeNull();
      });
    });

    describeNamedPlaces(host);
    describeMarks(host);
    describeCharts(open);
    describeReadingAgain(host);

    describe("undo", () => {
      test("takes everything back", async () => {
        const host = await open(makeWorkbook([list]));
        const before = await host.read();
        const receipt = await host.apply([
          change(set(3, 2, null, "市公安局")),
          change({ kind: "delete-rows", sheet: "责任分工", at: 4, before: [[3, "公布收费标准", "市发展改革委", "2026年3月底前"]] }),
          change({ kind: "insert-columns", sheet: "责任分工", at: 0, cells: [["", "类别"]] }),
          change({ kind: "add-sheet", sheet: "新表", cells: [["甲"]] }),
        ]);
        expect(receipt.skipped).toEqual([]);
        const undone = await host.undo(receipt);
        expect(undone.skipped).toEqual([]);
        const after = await host.read();
        expect(after.worksheets.map(contentsOf)).toEqual(before.worksheets.map(contentsOf));
        expect(after.worksheets.map(({ merges }) => merges)).toEqual(before.worksheets.map(({ merges }) => merges));
      });

      test("can itself be undone", async () => {
        const host = await open(makeWorkbook([list]));
        const undone = await host.undo(await host.apply([change(set(3, 2, null, "市公安局"))]));
        await host.undo(undone);
        expect((await sheetAfter(host))[3]?.[2]).toBe("市公安局");
      });

      test("leaves a cell that was changed since", async () => {
        const host = await open(makeWorkbook([list]));
        const first = await host.apply([change(set(3, 2, null, "市公安局")), change(set(4, 2, "市发展改革委", "市发改委"))]);
        await host.apply([change(set(3, 2, "市公安局", "市教育局"))]);
        const undone = await host.undo(first);
        expect(undone.skipped).toMatchObject([{ reason: "stale", at: { top: 3, left: 2 } }]);
        expect((await sheetAfter(host)).slice(3).map((row) => row[2])).toEqual(["市教育局", "市发展改革委"]);
      });
    });

    test("select refuses a worksheet that is gone", async () => {
      const host = await open(makeWorkbook([list]));
      await host.select({ sheet: "责任分工", top: 2, left: 1, bottom: 2, right: 1 });
      await expect(host.select({ sheet: "没有的表", top: 0, left: 0, bottom: 0, right: 0 })).rejects.toMatchObject({ name: "HostError", code: "missing-sheet" });
    });

    test("watch does not tell of the host's own writing, and can be stopped", async () => {
      const host = await open(makeWorkbook([list]));
      const listener = jest.fn();
      const stop = await host.watch(listener);
      await host.apply([change(set(3, 2, null, "市公安局"))]);
      await new Promise((done) => setTimeout(done, 20));
      expect(listener).not.toHaveBeenCalled();
      await stop();
    });
  });
}

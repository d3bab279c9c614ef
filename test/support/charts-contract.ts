import type { OwnChart } from "../../src/core/chart";
import { setCell, type AddSheet, type Change, type Edit, type SetCharts } from "../../src/core/edit";
import { findWorksheet, type CellContent, type Workbook } from "../../src/core/workbook";
import type { Host } from "../../src/host/host";
import { contentsOf, makeWorkbook } from "./make-workbook";

const sheet = "按牵头单位";
const cells: CellContent[][] = [
  ["智慧停车重点任务汇总"],
  ["牵头单位", "超期", "临期", "正常"],
  ["市城管局", 2, 1, 5],
  ["市公安局", 0, 3, 4],
  ["市发展改革委", 1, 0, 2],
  ["市财政局", null, 2, 6],
];
const workbook: Workbook = makeWorkbook([
  { name: sheet, cells },
  { name: "O'明细 (2)", cells: [["说明"], ["无"]] },
]);

const rows = (column: number): { top: number; left: number; bottom: number; right: number } => ({ top: 2, left: column, bottom: 5, right: column });

export const stacked: OwnChart = {
  id: "各单位进度",
  title: '各单位任务进度 "A&B" <甲>\n第二行',
  kind: "stacked-bar",
  anchor: { top: 7, left: 0, bottom: 22, right: 5 },
  categories: rows(0),
  series: [
    { name: { row: 1, column: 1 }, values: rows(1), color: "overdue" },
    { name: { row: 1, column: 2 }, values: rows(2), color: "due-soon" },
    { name: { row: 1, column: 3 }, values: rows(3), color: "on-track" },
  ],
  lights: "blue-yellow-red",
};
export const ring: OwnChart = {
  id: "状态/占比",
  title: "状态占比",
  kind: "doughnut",
  anchor: { top: 7, left: 6, bottom: 22, right: 10 },
  categories: { top: 1, left: 1, bottom: 1, right: 3 },
  series: [{ name: "市城管局", values: { top: 2, left: 1, bottom: 2, right: 3 }, pointColors: ["overdue", "due-soon", "#2E75B6"] }],
};
const kinds: readonly OwnChart[] = (["column", "stacked-column", "bar", "pie", "line"] as const).map((kind, index) => ({
  id: `图${index}`,
  title: `第${index}张图`,
  kind,
  anchor: { top: 30 + 20 * index, left: 0, bottom: 44 + 20 * index, right: 5 },
  categories: rows(0),
  series: kind === "pie" ? [{ name: "合计", values: rows(3) }] : [{ name: { row: 1, column: 2 }, values: rows(2) }, { name: "正常", values: rows(3), color: "#7F7F7F" }],
}));

export const setCharts: SetCharts = { kind: "set-charts", sheet, before: [], after: [stacked, ring] };

async function chartsOf(host: Host, name = sheet): Promise<readonly OwnChart[] | undefined> {
  const worksheet = findWorksheet(await host.read(), name);
  if (worksheet === undefined) throw new Error(`no worksheet ${name}`);
  return worksheet.ownCharts && [...worksheet.ownCharts].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const both = [ring, stacked].sort((a, b) => (a.id < b.id ? -1 : 1));

/** What every host promises of charts of ours. */
export function describeCharts(open: (workbook: Workbook) => Promise<Host>): void {
  const change = (...edits: Edit[]): Change => ({ title: { zh: "试改", en: "try" }, edits });

  describe("charts of ours", () => {
    test("are made, read again, taken back and made again", async () => {
      const host = await open(workbook);
      const receipt = await host.apply([change(setCharts)]);
      expect(receipt).toMatchObject({ skipped: [], altered: [] });
      expect(await chartsOf(host)).toEqual(both);
      const read = await host.read();
      expect(read.worksheets.map(contentsOf)).toEqual(workbook.worksheets.map(contentsOf));
      expect(read.names ?? []).toEqual(workbook.names ?? []);
      const undone = await host.undo(receipt);
      expect(undone.skipped).toEqual([]);
      expect(await chartsOf(host)).toBeUndefined();
      expect((await host.undo(undone)).skipped).toEqual([]);
      expect(await chartsOf(host)).toEqual(both);
    });

    test("of every kind are read as they were made", async () => {
      const host = await open(workbook);
      expect((await host.apply([change({ ...setCharts, after: kinds })])).skipped).toEqual([]);
      expect(await chartsOf(host)).toEqual(kinds);
    });

    test("give way to others, and come back", async () => {
      const host = await open(workbook);
      await host.apply([change(setCharts)]);
      const taller: OwnChart = { ...stacked, title: "改名", kind: "bar", anchor: { ...stacked.anchor, bottom: 30 }, series: stacked.series.slice(1) };
      const receipt = await host.apply([change({ ...setCharts, before: [ring, stacked], after: [taller] })]);
      expect(receipt.skipped).toEqual([]);
      expect(await chartsOf(host)).toEqual([taller]);
      expect((await host.undo(receipt)).skipped).toEqual([]);
      expect(await chartsOf(host)).toEqual(both);
    });

    test("lie on more than one worksheet", async () => {
      const host = await open(workbook);
      const other: OwnChart = { ...ring, series: [{ name: "甲", values: { top: 2, left: 1, bottom: 2, right: 3 } }] };
      expect((await host.apply([change(setCharts, { kind: "set-charts", sheet: "O'明细 (2)", before: [], after: [other] })])).skipped).toEqual([]);
      expect(await chartsOf(host)).toEqual(both);
      expect(await chartsOf(host, "O'明细 (2)")).toEqual([other]);
      await host.apply([change({ kind: "set-charts", sheet: "O'明细 (2)", before: [other], after: [] })]);
      expect(await chartsOf(host)).toEqual(both);
      expect(await chartsOf(host, "O'明细 (2)")).toBeUndefined();
    });

    test.each<readonly [string, SetCharts, string]>([
      ["when others are there already", setCharts, "stale"],
      ["when one of them looks otherwise", { ...setCharts, before: [stacked, { ...ring, title: "别的" }] }, "stale"],
      ["on a worksheet that is not there", { ...setCharts, sheet: "没有的表" }, "missing-sheet"],
    ])("are left as they are %s", async (_, edit, reason) => {
      const host = await open(workbook);
      await host.apply([change(setCharts)]);
      expect(await host.apply([change({ ...edit, after: [] })])).toMatchObject({ applied: [], skipped: [{ reason }] });
      expect(await chartsOf(host)).toEqual(both);
    });

    test("of two changes to them the second is left out; so is one that would shift them", async () => {
      const host = await open(workbook);
      const receipt = await host.apply([change(setCharts), change({ ...setCharts, after: [ring] }), change({ kind: "insert-rows", sheet, at: 0, cells: [[]] }), change(setCell(sheet, 2, 1, 2, 3))]);
      expect(receipt.skipped.map(({ reason }) => reason)).toEqual(["conflict", "conflict"]);
      expect(await chartsOf(host)).toEqual(both);
    });

    test("are kept where somebody changed them since", async () => {
      const host = await open(workbook);
      const first = await host.apply([change(setCharts)]);
      await host.apply([change({ ...setCharts, before: [stacked, ring], after: [ring] })]);
      expect((await host.undo(first)).skipped).toMatchObject([{ reason: "stale", at: { sheet } }]);
      expect(await chartsOf(host)).toEqual([ring]);
    });

    const added: AddSheet = { kind: "add-sheet", sheet: "汇总 2026", cells, layout: { widths: [16, 8, 8, 8], looks: [{ range: { top: 1, left: 0, bottom: 1, right: 3 }, look: "header" }, { range: { top: 2, left: 1, bottom: 5, right: 3 }, look: "number" }], merges: [], charts: [stacked, ring], print: { landscape: true, title: "汇总 A&B" } } };

    test("come with a new worksheet, go with it and come back", async () => {
      const host = await open(workbook);
      const receipt = await host.apply([change(added)]);
      expect(receipt).toMatchObject({ skipped: [], altered: [] });
      expect(await chartsOf(host, "汇总 2026")).toEqual(both);
      const undone = await host.undo(receipt);
      expect((await host.read()).worksheets).toHaveLength(2);
      expect((await host.undo(undone)).skipped).toEqual([]);
      expect(await chartsOf(host, "汇总 2026")).toEqual(both);
    });

    test("come back with a worksheet that was taken out", async () => {
      const host = await open(workbook);
      await host.apply([change(added)]);
      const receipt = await host.apply([change({ kind: "delete-sheet", sheet: "汇总 2026", before: cells, ...(added.layout && { layout: added.layout }) })]);
      expect(receipt.skipped).toEqual([]);
      expect((await host.undo(receipt)).skipped).toEqual([]);
      expect(await chartsOf(host, "汇总 2026")).toEqual(both);
    });

    test.each<readonly [string, Edit, number, number]>([
      ["rows that come in above", { kind: "insert-rows", sheet, at: 1, cells: [["说明"], []] }, 2, 0],
      ["a column that comes in on the left", { kind: "insert-columns", sheet, at: 0, cells: [[]] }, 0, 1],
    ])("move with their cells: %s", async (_, edit, down, right) => {
      const host = await open(workbook);
      await host.apply([change(setCharts)]);
      const receipt = await host.apply([change(edit)]);
      expect(receipt.skipped).toEqual([]);
      const [found] = (await chartsOf(host))?.filter(({ id }) => id === stacked.id) ?? [];
      expect(found).toMatchObject({
        anchor: { top: 7 + down, left: right, bottom: 22 + down, right: 5 + right },
        categories: { top: 2 + down, left: right, bottom: 5 + down, right },
        series: [{ name: { row: 1 + down, column: 1 + right }, values: { top: 2 + down, left: 1 + right } }, {}, {}],
      });
      expect((await host.undo(receipt)).skipped).toEqual([]);
      expect(await chartsOf(host)).toEqual(both);
    });

    test("lose what a row that goes takes along, and have it again with it", async () => {
      const host = await open(workbook);
      await host.apply([change(setCharts)]);
      const receipt = await host.apply([change({ kind: "delete-rows", sheet, at: 3, before: cells.slice(3, 4) })]);
      expect((await chartsOf(host))?.filter(({ id }) => id === stacked.id)).toMatchObject([{ categories: { top: 2, bottom: 4 }, series: [{ values: { top: 2, bottom: 4 } }, {}, {}], anchor: { top: 6, bottom: 21 } }]);
      expect((await host.undo(receipt)).skipped).toEqual([]);
      expect(await chartsOf(host)).toEqual(both);
    });

    test("whose values are gone are none of ours, and are made again with them", async () => {
      const host = await open(workbook);
      await host.apply([change(setCharts)]);
      const receipt = await host.apply([change({ kind: "delete-rows", sheet, at: 2, before: cells.slice(2) })]);
      expect(await chartsOf(host)).toBeUndefined();
      expect((await host.undo(receipt)).skipped).toEqual([]);
      expect(await chartsOf(host)).toEqual(both);
    });
  });
}

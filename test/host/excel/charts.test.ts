import type { OwnChart } from "../../../src/core/chart";
import { setCell, type AddSheet, type Change, type Edit } from "../../../src/core/edit";
import { findWorksheet, type Rectangle } from "../../../src/core/workbook";
import { ChartSeriesNode, type ChartNode } from "../../excel/nodes/charts";
import { ExcelError } from "../../excel/wire";
import { setCharts, ring, stacked } from "../../support/charts-contract";
import { makeWorkbook } from "../../support/make-workbook";
import { excelHostFactory, type ExcelHostUnderTest } from "./excel-host-factory";

const sheet = "按牵头单位";
const workbook = makeWorkbook([{ name: sheet, cells: [["汇总"], ["牵头单位", "超期", "临期", "正常"], ["市城管局", 2, 1, 5], ["市公安局", 0, 3, 4], ["市发展改革委", 1, 0, 2], ["市财政局", null, 2, 6]] }]);
const change = (...edits: Edit[]): Change => ({ title: { zh: "图表", en: "charts" }, edits });

function chartsIn(host: ExcelHostUnderTest, name = sheet): readonly ChartNode[] {
  return host.excel.findSheet(name)?.charts ?? [];
}

test("show what was asked for, in the colours of the lights and with their values beside them", async () => {
  const host = await excelHostFactory(workbook);
  expect((await host.apply([change(setCharts)])).skipped).toEqual([]);
  const [bars, doughnut] = chartsIn(host);
  expect(bars).toMatchObject({ Name: "qingdan:各单位进度", ChartType: "BarStacked", place: stacked.anchor });
  expect(bars?.series.map(({ Name, values, categories }) => [Name, values, categories])).toEqual([1, 2, 3].map((column) => [["超期", "临期", "正常"][column - 1], { top: 2, left: column, bottom: 5, right: column }, { top: 2, left: 0, bottom: 5, right: 0 }]));
  expect(bars?.series.map(({ look }) => [look.get("fill"), look.get("labels color"), look.get("labels position"), look.get("overlap")])).toEqual([
    ["#9C0006", "#FFFFFF", "Center", 100],
    ["#2E75B6", "#FFFFFF", "Center", 100],
    ["#D0CECE", "#000000", "Center", 100],
  ]);
  expect(Object.fromEntries(bars?.look ?? [])).toMatchObject({ title: stacked.title, "legend visible": true, "legend position": "Bottom", "category axis reversed": true, "value axis minimum": 0, "value axis visible": false, plotVisibleOnly: false });
  expect(doughnut?.series).toHaveLength(1);
  expect([0, 1, 2].map((point) => doughnut?.series[0]?.look.get(`point ${point} fill`))).toEqual(["#9C0006", "#FFD966", "#2E75B6"]);
});

test("their names are hidden, and nobody else's names are touched", async () => {
  const host = await excelHostFactory({ ...workbook, names: [{ name: "单位", sheet, formula: `=${sheet}!$A$3:$A$6` }] });
  await host.apply([change(setCharts)]);
  expect(host.excel.names.map(({ Name, Visible }) => [Name, Visible])).toEqual([["单位", true], ...["1", "1.1", "1.2", "1.3", "2", "2.1"].map((place) => [`_qd.chart.${place}`, false])]);
  expect((await host.read()).names).toEqual([{ name: "单位", sheet, formula: `=${sheet}!$A$3:$A$6` }]);
  await host.apply([change({ ...setCharts, before: [stacked, ring], after: [] })]);
  expect(host.excel.names.map(({ Name }) => Name)).toEqual(["单位"]);
});

test("a person's own charts stay, whatever comes and goes", async () => {
  const host = await excelHostFactory(workbook);
  const { excel } = host;
  excel.userDoes(() => void excel.activeSheet.Charts.Add("Pie", excel.activeSheet.GetRange("B3:B6")));
  await host.apply([change(setCharts)]);
  excel.userDoes(() => void excel.activeSheet.Charts.Add("Line", excel.activeSheet.GetRange("C3:C6")));
  expect(findWorksheet(await host.read(), sheet)?.ownCharts).toEqual([stacked, ring]);
  await host.apply([change({ ...setCharts, before: [stacked, ring], after: [ring] })]);
  await host.apply([change({ ...setCharts, before: [ring], after: [] })]);
  expect(chartsIn(host).map(({ ChartType }) => ChartType)).toEqual(["Pie", "Line"]);
});

test("what stays among them stays, with what a person has done to its looks; unless lines moved", async () => {
  const host = await excelHostFactory(workbook);
  await host.apply([change(setCharts)]);
  host.excel.userDoes(() => chartsIn(host)[1]?.look.set("fill", "#00B050"));
  await host.apply([change({ ...setCharts, before: [stacked, ring], after: [{ ...stacked, title: "改名" }, ring] })]);
  expect(chartsIn(host).map(({ Name, look }) => [Name, look.get("fill")])).toEqual([["qingdan:状态/占比", "#00B050"], ["qingdan:各单位进度", undefined]]);
  expect((await host.apply([change({ kind: "insert-rows", sheet, at: 0, cells: [[]] }, { ...setCharts, before: [{ ...stacked, title: "改名" }, ring], after: [ring] })])).skipped).toEqual([]);
  expect(chartsIn(host).map(({ Name, place, look }) => [Name, place, look.get("fill")])).toEqual([["qingdan:状态/占比", ring.anchor, undefined]]);
  expect(findWorksheet(await host.read(), sheet)?.ownCharts).toEqual([ring]);
});

test("one that a person has deleted is none of ours any more, and its leftovers go with the next ones", async () => {
  const host = await excelHostFactory(workbook);
  await host.apply([change(setCharts)]);
  host.excel.userDoes(() => chartsIn(host)[0]?.Delete());
  expect(findWorksheet(await host.read(), sheet)?.ownCharts).toEqual([ring]);
  expect((await host.apply([change({ ...setCharts, before: [ring], after: [ring] })])).skipped).toEqual([]);
  expect(host.excel.names.map(({ Name }) => Name)).toEqual(["_qd.chart.1", "_qd.chart.1.1"]);
});

test("cost no round trip: two to read, two to write", async () => {
  const host = await excelHostFactory(workbook);
  const trips = async (work: () => Promise<unknown>): Promise<number> => (await host.excel.meter.during("charts", work)).cost.trips;
  expect(await trips(() => host.apply([change(setCharts, setCell(sheet, 2, 1, 2, 3))]))).toBe(2);
  expect(await trips(() => host.read())).toBe(2);
  expect(await trips(() => host.apply([change({ ...setCharts, before: [stacked, ring], after: [] })]))).toBe(2);
});

test("an old workbook with tens of thousands of names still lets rows go", async () => {
  const names = Array.from({ length: 3_000 }, (_, index) => ({ name: `旧名_${index}`, sheet, formula: "=#REF!" }));
  const host = await excelHostFactory({ ...workbook, names }, { payloadLimit: 60_000 });
  const receipt = await host.apply([change({ kind: "delete-rows", sheet, at: 5, before: [["市财政局", null, 2, 6]] })]);
  expect(receipt.skipped).toEqual([]);
  expect(receipt.applied).toHaveLength(1);
});

test("an Excel that refuses their looks has them all the same", async () => {
  const host = await excelHostFactory(workbook);
  // what a real Excel refuses is not known; points stand for it
  const refuse = jest.spyOn(ChartSeriesNode.prototype, "Points", "get").mockImplementation(() => {
    throw new ExcelError("GeneralException", "refused", 500);
  });
  expect(await host.apply([change(setCharts)])).toMatchObject({ applied: [{}], skipped: [] });
  expect(refuse).toHaveBeenCalled();
  refuse.mockRestore();
  expect(findWorksheet(await host.read(), sheet)?.ownCharts).toEqual([stacked, ring]);
});

test("series are named as their cells will read; what Excel has yet to compute keeps Excel's own name", async () => {
  const host = await excelHostFactory(workbook);
  const chart: OwnChart = { ...stacked, anchor: { top: 4, left: 0, bottom: 20, right: 4 }, categories: { top: 1, left: 0, bottom: 2, right: 0 }, series: [1, 2].map((column) => ({ name: { row: 0, column }, values: { top: 1, left: column, bottom: 2, right: column } })) };
  const add: AddSheet = { kind: "add-sheet", sheet: "汇总", cells: [["单位", "超期", { formula: '="临"&"期"' }], ["甲", 1, 2], ["乙", 3, 4]], layout: { widths: [], looks: [], merges: [], charts: [chart] } };
  expect((await host.apply([change(add)])).skipped).toEqual([]);
  expect(chartsIn(host, "汇总")[0]?.series.map(({ Name }) => Name)).toEqual(["超期", "系列2"]);
});

test("numbers, totals, links and notes look as what they are", async () => {
  const host = await excelHostFactory(workbook);
  const row = (at: number, right = 2): Rectangle => ({ top: at, left: 0, bottom: at, right });
  const looks = [{ range: row(0), look: "number" }, { range: row(1), look: "total" }, { range: row(2), look: "link" }, { range: row(3), look: "note" }] as const;
  await host.apply([change({ kind: "add-sheet", sheet: "汇总", cells: [[1, 2, 3], ["合计", 2, 3], ["市城管局"], ["注：截至三月底"]], layout: { widths: [], looks, merges: [] } })]);
  const format = (address: string) => host.excel.findSheet("汇总")?.GetRange(address).Format;
  expect(format("A1:C1")).toMatchObject({ HorizontalAlignment: "Right", WrapText: true });
  expect(format("A2:C2")?.Font.Bold).toBe(true);
  expect(format("A2:C2")?.HorizontalAlignment).toBe("Center");
  expect(format("A2:C2")?.Borders.GetItem("EdgeTop")).toMatchObject({ Style: "Continuous", Weight: "Medium" });
  expect(format("A3:C3")?.Font).toMatchObject({ Color: "#0563C1", Underline: "Single" });
  expect(format("A4:C4")?.Font).toMatchObject({ Color: "#595959", Size: 9 });
  expect(format("A4:C4")?.Borders.GetItem("EdgeTop").Style).toBe("None");
});

test("a page has its title at the head, however it is written", async () => {
  const host = await excelHostFactory(workbook);
  await host.apply([change({ kind: "add-sheet", sheet: "汇总", cells: [["甲"]], layout: { widths: [], looks: [], merges: [], print: { landscape: false, title: "水电&燃气 2026\n汇总", onePage: true } } })]);
  expect(host.excel.findSheet("汇总")?.PageLayout.HeadersFooters.DefaultForAllPages).toMatchObject({ CenterHeader: "水电&&燃气 2026 汇总", CenterFooter: "第 &P 页，共 &N 页" });
  expect(host.excel.findSheet("汇总")?.PageLayout.settings.zoom).toEqual({ horizontalFitToPages: 1, verticalFitToPages: 1 });
});

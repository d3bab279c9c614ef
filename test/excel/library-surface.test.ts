import { membersOf } from "./engine";
import { readSurface, type ClassSurface } from "./library-surface";
import type { ServerObject } from "./server-object";
import { closeExcel, startExcel, type StartedExcel } from "./start-excel";
import { AreasNode, RangeCollectionNode } from "./nodes/areas";
import { RangeNode } from "./nodes/range";
import { WorkbookNode } from "./nodes/workbook";

let started: StartedExcel;
let surface: Map<string, ClassSurface>;

beforeAll(async () => {
  started = await startExcel({ debug: true });
  surface = readSurface(started.globals.Excel);
});
afterAll(() => closeExcel(started));

/** One object of every kind that the simulation has. */
function everyNode(): ServerObject[] {
  const { excel } = started;
  const workbook = new WorkbookNode(excel);
  const sheet = excel.activeSheet;
  const range = new RangeNode(sheet, { top: 0, left: 0, bottom: 1, right: 1 });
  const table = workbook.Tables.Add(range, true);
  const chart = sheet.Charts.Add("LineMarkers", range);
  const series = chart.Series.GetItemAt(0);
  series.HasDataLabels = true;
  const { Axes: axes } = chart;
  const charts = [
    sheet.Charts, chart, chart.Title, chart.Title.Format, chart.Title.Format.Font, chart.Legend, chart.Series, series, series.Format, series.Format.Fill, series.Format.Line, series.DataLabels, series.DataLabels.Format,
    series.Points, series.Points.GetItemAt(0), series.Points.GetItemAt(0).Format, series.Points.GetItemAt(0).DataLabel, axes, axes.ValueAxis, axes.ValueAxis.MajorGridlines, axes.ValueAxis.Format,
  ];
  return [
    ...charts,
    workbook, workbook.Worksheets, workbook.Application, workbook.Protection, workbook.Functions, workbook.Functions.Date(2026, 1, 1), workbook._Runtime,
    workbook.Names, workbook.Names.Add("范围", range), workbook.Settings, workbook.Settings.Add("键", 1), workbook.Tables, table, table.Columns, ...table.Columns.items(), sheet.Names,
    sheet, sheet.Protection, range, range.Format, range.Format.Fill, range.Format.Font, range.Format.Borders, range.Format.Borders.GetItem("EdgeTop"), range.DataValidation,
    sheet.AutoFilter, sheet.FreezePanes, sheet.PageLayout, sheet.PageLayout.HeadersFooters, sheet.PageLayout.HeadersFooters.DefaultForAllPages, new AreasNode([range]), new RangeCollectionNode([range]),
  ];
}

test("the library is read: many classes, and their members by the names of the wire", () => {
  expect(surface.size).toBeGreaterThan(150);
  expect([...(surface.get("Range")?.properties ?? [])]).toEqual(expect.arrayContaining(["Values", "Formulas", "RowHidden", "Format"]));
  expect([...(surface.get("Range")?.methods ?? [])]).toEqual(expect.arrayContaining(["GetBoundingRect", "GetMergedAreasOrNullObject", "Insert"]));
});

test("every simulated member is one that the library can ask for", () => {
  const strangers = everyNode().flatMap((node) => {
    const known = surface.get(node.className);
    if (known === undefined) return [node.className];
    return membersOf(node)
      .filter(({ name, kind }) => !(kind === "property" ? known.properties : known.methods).has(name))
      .map(({ name }) => `${node.className}.${name}`);
  });
  expect(strangers).toEqual([]);
});

import { stringifyAddress } from "../../core/address";
import type { ChartKind, ChartSeries, OwnChart } from "../../core/chart";
import type { Rectangle } from "../../core/workbook";
import { chartLine, chartText, fillOf, hasLegend, hasLevelNames, isOfParts, isRound, labelFormat, textOn } from "../chart-colors";
import { chartMarks, chartName } from "../chart-mark";
import type { OwnInExcel } from "./own-charts";

/** A chart that was just made, of which only the looks are missing. */
export type MadeChart = { readonly chart: Excel.Chart; readonly own: OwnChart };

/** What a cell of the worksheet says; undefined where that is not known before Excel has computed it. */
export type TextAt = (row: number, column: number) => string | undefined;

const types: { readonly [K in ChartKind]: `${Excel.ChartType}` } = {
  column: "ColumnClustered",
  "stacked-column": "ColumnStacked",
  bar: "BarClustered",
  "stacked-bar": "BarStacked",
  pie: "Pie",
  doughnut: "Doughnut",
  line: "LineMarkers",
};

/** Queues charts with what they show, but for those that are there, and the hidden names that keep it; gives what is to be taken away when others come. */
export function queueCharts(sheet: Excel.Worksheet, sheetName: string, charts: readonly OwnChart[], there: ReadonlySet<string>, textAt: TextAt): { readonly made: MadeChart[]; readonly own: OwnInExcel } {
  const made = charts.flatMap((own) => (there.has(chartName(own)) ? [] : addChart(sheet, own, textAt)));
  const marks = chartMarks(charts, sheetName);
  for (const { name, formula } of marks) sheet.names.add(name, formula).visible = false;
  return { made, own: { charts: charts.map(chartName), names: marks.map(({ name }) => name) } };
}

function addChart(sheet: Excel.Worksheet, own: OwnChart, textAt: TextAt): MadeChart[] {
  const [first, ...others] = own.series;
  if (first === undefined) return [];
  const isRow = first.values.right > first.values.left;
  // one row or one column makes one series
  const chart = sheet.charts.add(types[own.kind], sheet.getRange(stringifyAddress(first.values)), isRow ? Excel.ChartSeriesBy.rows : Excel.ChartSeriesBy.columns);
  chart.name = chartName(own);
  chart.title.text = own.title;
  chart.setPosition(corner(own.anchor.top, own.anchor.left), corner(own.anchor.bottom, own.anchor.right));
  show(sheet, chart.series.getItemAt(0), first, own.categories, textAt);
  for (const one of others) show(sheet, chart.series.add(), one, own.categories, textAt);
  return [{ chart, own }];
}

function show(sheet: Excel.Worksheet, series: Excel.ChartSeries, { name, values }: ChartSeries, categories: Rectangle, textAt: TextAt): void {
  const text = typeof name === "string" ? name : textAt(name.row, name.column);
  // as many as Excel takes
  if (text !== undefined && text !== "") series.name = text.slice(0, 255);
  series.setValues(sheet.getRange(stringifyAddress(values)));
  series.setXAxisValues(sheet.getRange(stringifyAddress(categories)));
}

function corner(row: number, column: number): string {
  return stringifyAddress({ top: row, left: column, bottom: row, right: column });
}

export function queueChartLooks(made: readonly MadeChart[]): void {
  for (const { chart, own } of made) {
    chart.plotVisibleOnly = false;
    chart.title.format.font.size = 12;
    chart.title.format.font.bold = true;
    chart.title.format.font.color = `#${chartText}`;
    chart.legend.visible = hasLegend(own);
    if (hasLegend(own)) chart.legend.position = Excel.ChartLegendPosition.bottom;
    for (const [index, series] of own.series.entries()) queueSeriesLook(chart.series.getItemAt(index), own, series, index);
    if (!isRound(own.kind)) queueAxes(chart, own);
  }
}

function queueSeriesLook(series: Excel.ChartSeries, own: OwnChart, { values, color, pointColors }: ChartSeries, index: number): void {
  const fill = fillOf(color, index, own);
  series.hasDataLabels = true;
  const { dataLabels } = series;
  dataLabels.showValue = true;
  const format = labelFormat(own);
  if (format !== undefined) dataLabels.numberFormat = format;
  if (isRound(own.kind)) return queuePoints(series, own, values, pointColors);
  if (own.kind === "line") {
    series.format.line.color = `#${fill}`;
    series.markerBackgroundColor = `#${fill}`;
    series.markerForegroundColor = `#${fill}`;
    series.markerStyle = markers[index % markers.length] ?? "Circle";
    dataLabels.position = Excel.ChartDataLabelPosition.top;
  } else {
    series.format.fill.setSolidColor(`#${fill}`);
    series.gapWidth = 60;
    if (isOfParts(own.kind)) series.overlap = 100;
    dataLabels.position = isOfParts(own.kind) ? Excel.ChartDataLabelPosition.center : Excel.ChartDataLabelPosition.outsideEnd;
  }
  dataLabels.format.font.color = `#${isOfParts(own.kind) ? textOn(fill) : chartText}`;
}

/** Lines are told apart in grey print by their points. */
const markers = ["Circle", "Square", "Triangle", "Diamond"] as const;

function queuePoints(series: Excel.ChartSeries, own: OwnChart, { top, left, bottom, right }: Rectangle, colors: ChartSeries["pointColors"]): void {
  const count = (bottom - top + 1) * (right - left + 1);
  for (let point = 0; point < count; point++) {
    const fill = fillOf(colors?.[point], point, own);
    const item = series.points.getItemAt(point);
    item.format.fill.setSolidColor(`#${fill}`);
    item.dataLabel.format.font.color = `#${textOn(fill)}`;
  }
  if (own.kind === "doughnut") series.doughnutHoleSize = 55;
}

/** Values stand at their bars, so only lines have an axis to read them off. */
function queueAxes({ axes: { categoryAxis, valueAxis } }: Excel.Chart, own: OwnChart): void {
  const { kind, mayBeNegative } = own;
  if (hasLevelNames(own)) categoryAxis.textOrientation = 0;
  categoryAxis.majorTickMark = Excel.ChartAxisTickMark.none;
  categoryAxis.tickLabelPosition = Excel.ChartAxisTickLabelPosition.low;
  categoryAxis.format.line.color = `#${chartLine}`;
  // bars are read from the top down
  if (kind.endsWith("bar")) categoryAxis.reversePlotOrder = true;
  if (kind === "line") return;
  if (mayBeNegative !== true) valueAxis.minimum = 0;
  valueAxis.majorGridlines.visible = false;
  valueAxis.visible = false;
}

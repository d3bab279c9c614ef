import type { Edit } from "../../../src/core/edit";
import { movedArea, movement } from "../../../src/core/movement";
import type { Rectangle } from "../../../src/core/workbook";
import { parseReference } from "../reference";
import { ServerCollection, ServerObject } from "../server-object";
import { ExcelError, invalidArgument, notFound } from "../wire";
import { ChartAxesNode, ChartDataLabelsNode, ChartLegendNode, ChartPointFormatNode, ChartSeriesFormatNode, ChartTitleNode, LookOfChart } from "./chart-looks";
import { RangeNode } from "./range";
import type { WorksheetNode } from "./worksheet";

const types = ["ColumnClustered", "ColumnStacked", "BarClustered", "BarStacked", "Pie", "Doughnut", "Line", "LineMarkers"];

/** The charts of one worksheet, in the order in which they came. */
export class ChartCollectionNode extends ServerCollection {
  readonly className = "ChartCollection";
  constructor(private readonly sheet: WorksheetNode) {
    super();
  }
  items() { return this.sheet.charts; }
  get Count() { return this.sheet.charts.length; }
  GetCount() { return this.sheet.charts.length; }
  GetItemOrNullObject(name: string) { return this.sheet.charts.find(({ Name }) => Name === name) ?? null; }
  /** The library asks for items it has loaded by their ids. */
  GetItem(key: string) {
    const chart = this.sheet.charts.find(({ Id }) => Id === key) ?? this.GetItemOrNullObject(key);
    if (chart === null) throw notFound();
    return chart;
  }
  GetItemAt(index: number) {
    const chart = this.sheet.charts[index];
    if (chart === undefined) throw notFound();
    return chart;
  }
  /** One series for each column of the source, or for each row. */
  Add(type: string, source: unknown, seriesBy = "Auto") {
    this.sheet.refuseIfProtected();
    if (!types.includes(type) || !(source instanceof RangeNode)) throw invalidArgument();
    const chart = new ChartNode(this.sheet, type);
    const { top, left, bottom, right } = source.area;
    const byRows = seriesBy === "Rows" || (seriesBy === "Auto" && right - left > bottom - top);
    if (byRows) for (let row = top; row <= bottom; row++) chart.addSeries().values = { top: row, left, bottom: row, right };
    else for (let column = left; column <= right; column++) chart.addSeries().values = { top, left: column, bottom, right: column };
    this.sheet.charts.push(chart);
    return chart;
  }
}

export class ChartNode extends ServerObject {
  readonly className = "Chart";
  override readonly links = ["Axes", "Legend", "Series", "Title"];
  readonly series: ChartSeriesNode[] = [];
  readonly look = new LookOfChart();
  /** The cells under it. */
  place: Rectangle = { top: 0, left: 0, bottom: 14, right: 7 };
  private name: string;
  private readonly id: string;
  private readonly title = new ChartTitleNode(this.look);
  private readonly legend = new ChartLegendNode(this.look);
  private readonly axes: ChartAxesNode;

  constructor(readonly sheet: WorksheetNode, readonly type: string) {
    super();
    sheet.chartCount += 1;
    const number = sheet.chartCount;
    this.name = `图表 ${number}`;
    this.id = `{chart-${sheet.Id}-${number}}`;
    this.axes = new ChartAxesNode(this.look);
  }

  override identity() { return { Id: this.id }; }
  get Id() { return this.id; }
  get Name() { return this.name; }
  set Name(name: string) { this.name = name; }
  get ChartType() { return this.type; }
  get Title() { return this.title; }
  get Legend() { return this.legend; }
  get Series() { return new ChartSeriesCollectionNode(this); }
  /** A round chart has none. */
  get Axes() {
    if (isRound(this.type)) throw new ExcelError("InvalidOperation", "This operation is not permitted for the current object.");
    return this.axes;
  }
  get PlotVisibleOnly() { return this.look.get("plotVisibleOnly") ?? true; }
  set PlotVisibleOnly(value: unknown) { this.look.set("plotVisibleOnly", value); }
  SetPosition(start: unknown, end?: unknown) {
    const [first, last] = [areaOf(start), areaOf(end ?? start)];
    this.place = { top: first.top, left: first.left, bottom: last.bottom, right: last.right };
  }
  Delete() {
    this.sheet.refuseIfProtected();
    this.sheet.charts.splice(this.sheet.charts.indexOf(this), 1);
  }

  addSeries(name?: string): ChartSeriesNode {
    const series = new ChartSeriesNode(this, name ?? `系列${this.series.length + 1}`);
    this.series.push(series);
    return series;
  }

  follow(step: Edit): void {
    const moving = movement(step);
    if (moving === undefined || moving.sheet !== this.sheet.Name) return;
    // a chart whose cells all go stays, without any height
    this.place = movedArea(this.place, moving) ?? this.place;
    for (const series of this.series) {
      series.values = series.values && movedArea(series.values, moving);
      series.categories = series.categories && movedArea(series.categories, moving);
    }
  }
}

function areaOf(cell: unknown): Rectangle {
  return cell instanceof RangeNode ? cell.area : parseReference(String(cell)).area;
}

function isRound(type: string): boolean {
  return type === "Pie" || type === "Doughnut";
}

export class ChartSeriesCollectionNode extends ServerCollection {
  readonly className = "ChartSeriesCollection";
  constructor(private readonly chart: ChartNode) {
    super();
  }
  items() { return this.chart.series; }
  get Count() { return this.chart.series.length; }
  GetCount() { return this.chart.series.length; }
  GetItemAt(index: number) {
    const series = this.chart.series[index];
    if (series === undefined) throw notFound();
    return series;
  }
  Add(name?: string | null) { return this.chart.addSeries(name ?? undefined); }
}

export class ChartSeriesNode extends ServerObject {
  readonly className = "ChartSeries";
  override readonly links = ["DataLabels", "Format", "Points"];
  values: Rectangle | undefined;
  categories: Rectangle | undefined;
  readonly look = new LookOfChart();
  private readonly format = new ChartSeriesFormatNode(this.look);
  private readonly labels: ChartDataLabelsNode;

  constructor(private readonly chart: ChartNode, private name: string) {
    super();
    this.labels = new ChartDataLabelsNode(this.look, chart.type);
  }
  get Name() { return this.name; }
  set Name(name: string) {
    if (name.length > 255) throw invalidArgument();
    this.name = name;
  }
  get Format() { return this.format; }
  get DataLabels() {
    if (this.look.get("hasDataLabels") !== true) throw new ExcelError("InvalidOperation", "The series has no data labels.");
    return this.labels;
  }
  get Points() { return new ChartPointsCollectionNode(this); }
  get HasDataLabels() { return this.look.get("hasDataLabels") ?? false; }
  set HasDataLabels(value: unknown) { this.look.set("hasDataLabels", value); }
  get GapWidth() { return this.look.get("gapWidth"); }
  set GapWidth(value: unknown) { this.set("gapWidth", value, /^(?:Column|Bar)/); }
  get Overlap() { return this.look.get("overlap"); }
  set Overlap(value: unknown) { this.set("overlap", value, /^(?:Column|Bar)/); }
  get DoughnutHoleSize() { return this.look.get("hole"); }
  set DoughnutHoleSize(value: unknown) { this.set("hole", value, /^Doughnut/); }
  get MarkerStyle() { return this.look.get("marker"); }
  set MarkerStyle(value: unknown) { this.set("marker", value, /^Line/); }
  get MarkerBackgroundColor() { return this.look.get("markerFill"); }
  set MarkerBackgroundColor(value: unknown) { this.set("markerFill", value, /^Line/); }
  get MarkerForegroundColor() { return this.look.get("markerLine"); }
  set MarkerForegroundColor(value: unknown) { this.set("markerLine", value, /^Line/); }
  SetValues(source: unknown) { this.values = areaOf(source); }
  SetXAxisValues(source: unknown) { this.categories = areaOf(source); }

  private set(key: string, value: unknown, types: RegExp): void {
    if (!types.test(this.chart.type)) throw invalidArgument();
    this.look.set(key, value);
  }
}

export class ChartPointsCollectionNode extends ServerCollection {
  readonly className = "ChartPointsCollection";
  constructor(private readonly series: ChartSeriesNode) {
    super();
  }
  items() { return Array.from({ length: this.Count }, (_, index) => new ChartPointNode(this.series, index)); }
  get Count() {
    const { values } = this.series;
    return values === undefined ? 0 : (values.bottom - values.top + 1) * (values.right - values.left + 1);
  }
  GetItemAt(index: number) {
    if (index < 0 || index >= this.Count) throw invalidArgument();
    return new ChartPointNode(this.series, index);
  }
}

export class ChartPointNode extends ServerObject {
  readonly className = "ChartPoint";
  override readonly links = ["DataLabel", "Format"];
  constructor(private readonly series: ChartSeriesNode, private readonly index: number) {
    super();
  }
  get Format() { return new ChartPointFormatNode(this.series.look, `point ${this.index}`); }
  get DataLabel() { return new ChartDataLabelsNode(this.series.look, "Point", `point ${this.index} label`); }
}

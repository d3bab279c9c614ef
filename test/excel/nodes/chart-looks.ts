import { ServerObject } from "../server-object";
import { invalidArgument } from "../wire";

/** What was set on a part of a chart, by the part's name. */
export class LookOfChart extends Map<string, unknown> {}

export class ChartTitleNode extends ServerObject {
  readonly className = "ChartTitle";
  override readonly links = ["Format"];
  constructor(private readonly look: LookOfChart) {
    super();
  }
  get Text() { return this.look.get("title") ?? ""; }
  set Text(text: unknown) { this.look.set("title", text); }
  get Format() { return new FontFormatNode("ChartTitleFormat", this.look, "title"); }
}

export class FontFormatNode extends ServerObject {
  override readonly links = ["Font"];
  constructor(readonly className: "ChartTitleFormat" | "ChartDataLabelFormat", private readonly look: LookOfChart, private readonly part: string) {
    super();
  }
  get Font() { return new ChartFontNode(this.look, this.part); }
}

export class ChartFontNode extends ServerObject {
  readonly className = "ChartFont";
  constructor(private readonly look: LookOfChart, private readonly part: string) {
    super();
  }
  get Color() { return this.look.get(`${this.part} color`); }
  set Color(value: unknown) { this.look.set(`${this.part} color`, value); }
  get Size() { return this.look.get(`${this.part} size`); }
  set Size(value: unknown) { this.look.set(`${this.part} size`, value); }
  get Bold() { return this.look.get(`${this.part} bold`); }
  set Bold(value: unknown) { this.look.set(`${this.part} bold`, value); }
}

export class ChartLegendNode extends ServerObject {
  readonly className = "ChartLegend";
  constructor(private readonly look: LookOfChart) {
    super();
  }
  get Visible() { return this.look.get("legend visible") ?? true; }
  set Visible(value: unknown) { this.look.set("legend visible", value); }
  get Position() { return this.look.get("legend position") ?? "Right"; }
  set Position(value: unknown) { this.look.set("legend position", value); }
}

export class ChartSeriesFormatNode extends ServerObject {
  readonly className = "ChartSeriesFormat";
  override readonly links = ["Fill", "Line"];
  constructor(private readonly look: LookOfChart) {
    super();
  }
  get Fill() { return new ChartFillNode(this.look, "fill"); }
  get Line() { return new ChartLineFormatNode(this.look, "line"); }
}

export class ChartPointFormatNode extends ServerObject {
  readonly className = "ChartPointFormat";
  override readonly links = ["Fill"];
  constructor(private readonly look: LookOfChart, private readonly part: string) {
    super();
  }
  get Fill() { return new ChartFillNode(this.look, `${this.part} fill`); }
}

export class ChartFillNode extends ServerObject {
  readonly className = "ChartFill";
  constructor(private readonly look: LookOfChart, private readonly part: string) {
    super();
  }
  SetSolidColor(color: unknown) {
    if (typeof color !== "string" || !/^(?:#[0-9A-F]{6}|[a-z]+)$/i.test(color)) throw invalidArgument();
    this.look.set(this.part, color);
  }
  Clear() { this.look.delete(this.part); }
}

export class ChartLineFormatNode extends ServerObject {
  readonly className = "ChartLineFormat";
  constructor(private readonly look: LookOfChart, private readonly part: string) {
    super();
  }
  get Color() { return this.look.get(this.part); }
  set Color(value: unknown) { this.look.set(this.part, value); }
}

/** Which positions a kind of chart takes for its labels; a doughnut none. */
const positions: readonly (readonly [RegExp, readonly string[]])[] = [
  [/Stacked$/, ["Center", "InsideEnd", "InsideBase"]],
  [/^(?:Column|Bar)/, ["Center", "InsideEnd", "InsideBase", "OutsideEnd"]],
  [/^Line/, ["Center", "Left", "Right", "Top", "Bottom"]],
  [/^Pie/, ["Center", "InsideEnd", "OutsideEnd", "BestFit"]],
];

/** The labels of a series, or that of a point. */
export class ChartDataLabelsNode extends ServerObject {
  readonly className: "ChartDataLabel" | "ChartDataLabels";
  override readonly links = ["Format"];
  constructor(private readonly look: LookOfChart, private readonly type: string, private readonly part = "labels") {
    super();
    this.className = type === "Point" ? "ChartDataLabel" : "ChartDataLabels";
  }
  get ShowValue() { return this.look.get(`${this.part} value`); }
  set ShowValue(value: unknown) { this.look.set(`${this.part} value`, value); }
  get NumberFormat() { return this.look.get(`${this.part} format`); }
  set NumberFormat(value: unknown) { this.look.set(`${this.part} format`, value); }
  get Position() { return this.look.get(`${this.part} position`); }
  set Position(value: unknown) {
    const taken = positions.find(([types]) => types.test(this.type))?.[1] ?? [];
    if (!taken.includes(String(value))) throw invalidArgument();
    this.look.set(`${this.part} position`, value);
  }
  get Format() { return new FontFormatNode("ChartDataLabelFormat", this.look, this.part); }
}

export class ChartAxesNode extends ServerObject {
  readonly className = "ChartAxes";
  override readonly links = ["CategoryAxis", "ValueAxis"];
  constructor(private readonly look: LookOfChart) {
    super();
  }
  get CategoryAxis() { return new ChartAxisNode(this.look, "category axis"); }
  get ValueAxis() { return new ChartAxisNode(this.look, "value axis"); }
}

export class ChartAxisNode extends ServerObject {
  readonly className = "ChartAxis";
  override readonly links = ["Format", "MajorGridlines"];
  constructor(private readonly look: LookOfChart, private readonly part: string) {
    super();
  }
  get Visible() { return this.look.get(`${this.part} visible`) ?? true; }
  set Visible(value: unknown) { this.look.set(`${this.part} visible`, value); }
  get Minimum() { return this.read("minimum"); }
  set Minimum(value: unknown) { this.write("minimum", value); }
  get ReversePlotOrder() { return this.read("reversed") ?? false; }
  set ReversePlotOrder(value: unknown) { this.write("reversed", value); }
  get MajorTickMark() { return this.read("ticks"); }
  set MajorTickMark(value: unknown) { this.write("ticks", value); }
  get TickLabelPosition() { return this.read("labels"); }
  set TickLabelPosition(value: unknown) { this.write("labels", value); }
  get TextOrientation() { return this.read("turned"); }
  set TextOrientation(value: unknown) { this.write("turned", value); }
  get MajorGridlines() { return new ChartGridlinesNode(this.look, `${this.part} grid`); }
  get Format() { return new ChartAxisFormatNode(this.look, this.part); }

  private read(key: string): unknown { return this.look.get(`${this.part} ${key}`); }
  /** What is not to be seen cannot be set. */
  private write(key: string, value: unknown): void {
    if (this.Visible === false) throw invalidArgument();
    this.look.set(`${this.part} ${key}`, value);
  }
}

export class ChartAxisFormatNode extends ServerObject {
  readonly className = "ChartAxisFormat";
  override readonly links = ["Line"];
  constructor(private readonly look: LookOfChart, private readonly part: string) {
    super();
  }
  get Line() { return new ChartLineFormatNode(this.look, `${this.part} line`); }
}

export class ChartGridlinesNode extends ServerObject {
  readonly className = "ChartGridlines";
  constructor(private readonly look: LookOfChart, private readonly part: string) {
    super();
  }
  get Visible() { return this.look.get(this.part) ?? true; }
  set Visible(value: unknown) { this.look.set(this.part, value); }
}

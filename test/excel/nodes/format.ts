import { ServerCollection, ServerObject } from "../server-object";
import { invalidArgument } from "../wire";
import type { RangeNode } from "./range";

const defaults: Readonly<Record<string, unknown>> = {
  wrap: false, shrink: false, horizontal: "General", vertical: "Bottom", indent: 0, fill: "#FFFFFF",
  color: "#000000", bold: false, italic: false, underline: "None", fontName: "宋体", size: 11,
};

function read(range: RangeNode, key: string): unknown {
  return range.common((cell) => cell?.look?.get(key) ?? defaults[key]);
}
function write(range: RangeNode, key: string, value: unknown): void {
  range.sheet.refuseIfProtected();
  range.put(value, (cell, one) => {
    cell.look ??= new Map();
    cell.look.set(key, one);
  });
}

export class FormatNode extends ServerObject {
  readonly className = "RangeFormat";
  override readonly links = ["Borders", "Fill", "Font"];

  constructor(private readonly range: RangeNode) {
    super();
  }

  get Borders() { return new BordersNode(this.range); }
  get Fill() { return new FillNode(this.range); }
  get Font() { return new FontNode(this.range); }
  get WrapText() { return read(this.range, "wrap"); }
  set WrapText(value: unknown) { write(this.range, "wrap", value); }
  get ShrinkToFit() { return read(this.range, "shrink"); }
  set ShrinkToFit(value: unknown) { write(this.range, "shrink", value); }
  get HorizontalAlignment() { return read(this.range, "horizontal"); }
  set HorizontalAlignment(value: unknown) { write(this.range, "horizontal", value); }
  get VerticalAlignment() { return read(this.range, "vertical"); }
  set VerticalAlignment(value: unknown) { write(this.range, "vertical", value); }
  get IndentLevel() { return read(this.range, "indent"); }
  set IndentLevel(value: unknown) { write(this.range, "indent", value); }
  get RowHeight() { return this.size("row", 14.25); }
  set RowHeight(value: unknown) { this.resize("row", Number(value)); }
  get ColumnWidth() { return this.size("column", 48); }
  set ColumnWidth(value: unknown) { this.resize("column", Number(value)); }
  AutofitRows() { this.range.sheet.refuseIfProtected(); }
  AutofitColumns() { this.range.sheet.refuseIfProtected(); }

  private span(axis: "row" | "column"): readonly [number, number] {
    const { area } = this.range;
    return axis === "row" ? [area.top, area.bottom] : [area.left, area.right];
  }
  private size(axis: "row" | "column", usual: number): number | null {
    const [first, last] = this.span(axis);
    const sizes = new Set<number>();
    for (let index = first; index <= last && sizes.size < 2; index++) sizes.add(this.range.sheet.store.sizes[axis].get(index) ?? usual);
    return sizes.size === 1 ? ([...sizes][0] ?? null) : null;
  }
  private resize(axis: "row" | "column", size: number): void {
    this.range.sheet.refuseIfProtected();
    const [first, last] = this.span(axis);
    for (let index = first; index <= last; index++) this.range.sheet.store.sizes[axis].set(index, size);
  }
}

const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"];

export class BordersNode extends ServerCollection {
  readonly className = "RangeBorderCollection";
  constructor(private readonly range: RangeNode) {
    super();
  }
  items() { return sides.map((side) => new BorderNode(this.range, side)); }
  GetItem(side: string) {
    if (!sides.includes(side)) throw invalidArgument();
    return new BorderNode(this.range, side);
  }
}

export class BorderNode extends ServerObject {
  readonly className = "RangeBorder";
  constructor(
    private readonly range: RangeNode,
    private readonly side: string,
  ) {
    super();
  }
  override identity() { return { SideIndex: this.side }; }
  get SideIndex() { return this.side; }
  get Style() { return read(this.range, `border ${this.side}`) ?? "None"; }
  /** What lies inside a single row or column has no lines. */
  set Style(style: unknown) {
    if ((this.side === "InsideHorizontal" && this.range.RowCount === 1) || (this.side === "InsideVertical" && this.range.ColumnCount === 1)) throw invalidArgument();
    write(this.range, `border ${this.side}`, style);
  }
  get Weight() { return read(this.range, `border ${this.side} weight`) ?? "Thin"; }
  set Weight(weight: unknown) { write(this.range, `border ${this.side} weight`, weight); }
}

export class FillNode extends ServerObject {
  readonly className = "RangeFill";
  constructor(private readonly range: RangeNode) {
    super();
  }
  get Color() { return read(this.range, "fill"); }
  set Color(value: unknown) { write(this.range, "fill", value); }
  Clear() { write(this.range, "fill", "#FFFFFF"); }
}

export class FontNode extends ServerObject {
  readonly className = "RangeFont";
  constructor(private readonly range: RangeNode) {
    super();
  }
  get Color() { return read(this.range, "color"); }
  set Color(value: unknown) { write(this.range, "color", value); }
  get Bold() { return read(this.range, "bold"); }
  set Bold(value: unknown) { write(this.range, "bold", value); }
  get Italic() { return read(this.range, "italic"); }
  set Italic(value: unknown) { write(this.range, "italic", value); }
  get Underline() { return read(this.range, "underline"); }
  set Underline(value: unknown) { write(this.range, "underline", value); }
  get Name() { return read(this.range, "fontName"); }
  set Name(value: unknown) { write(this.range, "fontName", value); }
  get Size() { return read(this.range, "size"); }
  set Size(value: unknown) { write(this.range, "size", value); }
}

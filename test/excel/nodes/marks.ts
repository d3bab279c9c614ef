import type { Edit } from "../../../src/core/edit";
import { movedArea, movedLines, movement } from "../../../src/core/movement";
import { overlaps, type Rectangle } from "../../../src/core/workbook";
import { moveFormula } from "../../../src/formula/move-formula";
import { parseReference, stringifyReference } from "../reference";
import { ServerCollection, ServerObject } from "../server-object";
import { invalidArgument, notFound } from "../wire";
import { AreasNode } from "./areas";
import { RangeNode } from "./range";
import type { TableNode } from "./tables";
import type { WorksheetNode } from "./worksheet";

type StoredFormat = { readonly id: string; readonly type: string; area: Rectangle; formula: string; readonly look: Map<string, unknown> };

/** What lies on the cells of a simulated worksheet; formats in the order of their priorities. */
export class SheetMarks {
  formats: StoredFormat[] = [];
  filter: Rectangle | undefined;
  /** By column: which of its texts the filter shows. */
  private criteria = new Map<number, (text: string) => boolean>();
  private count = 0;

  constructor(readonly sheet: WorksheetNode) {}

  nextId(): string {
    this.count += 1;
    return `{format-${this.count}}`;
  }

  get isFiltered(): boolean {
    return this.criteria.size > 0;
  }
  /** A person filters by a column. */
  filterBy(column: number, shows: (text: string) => boolean): void {
    const { filter } = this;
    if (filter === undefined || column < filter.left || column > filter.right) throw new Error("no filter over this column");
    this.criteria.set(column, shows);
    const rows = Array.from({ length: filter.bottom - filter.top }, (_, index) => filter.top + 1 + index);
    this.sheet.hideRows(rows.filter((row) => [...this.criteria].some(([at, isShown]) => !isShown(this.sheet.textAt(row, at)))), true);
  }
  /** Excel does not tell rows that the filter hides from those hidden by hand. */
  showAll(): void {
    const { filter } = this;
    if (filter === undefined || !this.isFiltered) return;
    this.criteria.clear();
    this.sheet.hideRows([...this.sheet.store.hidden.row].filter((row) => row > filter.top && row <= filter.bottom), false);
  }

  /** Whole rows or columns come or go, here or on another worksheet. */
  follow(step: Edit): void {
    const moving = movement(step);
    if (moving === undefined) return;
    const isOwn = moving.sheet === this.sheet.Name;
    const place = (area: Rectangle): Rectangle | undefined => (isOwn ? movedArea(area, moving) : area);
    this.formats = this.formats.flatMap((format) => {
      const area = place(format.area);
      return area === undefined ? [] : [{ ...format, area, formula: moveFormula(format.formula, this.sheet.Name, step) }];
    });
    this.filter = this.filter && place(this.filter);
    // a column takes its criterion along, and what that hid stays hidden
    if (isOwn && moving.axis === "column") {
      this.criteria = new Map([...this.criteria].flatMap(([column, shows]) => {
        const at = movedLines(column, column, moving.at, moving.count);
        return at === undefined ? [] : [[at.first, shows] as const];
      }));
    }
    const lists = [...this.sheet.validations];
    this.sheet.validations.clear();
    for (const [address, kept] of lists) {
      const area = place(parseReference(address).area);
      if (area !== undefined) this.sheet.validations.set(stringifyReference(area), kept);
    }
  }
}

export class ConditionalFormatCollectionNode extends ServerCollection {
  readonly className = "ConditionalFormatCollection";
  constructor(private readonly range: RangeNode) {
    super();
  }
  /** Those that meet the range. */
  items() { return this.marks.formats.filter(({ area }) => overlaps(area, this.range.area)).map((format) => new ConditionalFormatNode(this.marks, format.id)); }
  GetCount() { return this.items().length; }
  GetItem(id: string) {
    const found = this.items().find(({ Id }) => Id === id);
    if (found === undefined) throw notFound();
    return found;
  }
  GetItemAt(index: number) {
    const found = this.items()[index];
    if (found === undefined) throw notFound();
    return found;
  }
  /** A new one comes first. */
  Add(type: string) {
    this.range.sheet.refuseIfProtected();
    const format: StoredFormat = { id: this.marks.nextId(), type, area: this.range.area, formula: "", look: new Map() };
    this.marks.formats.unshift(format);
    return new ConditionalFormatNode(this.marks, format.id);
  }
  private get marks() { return this.range.sheet.marks; }
}

export class ConditionalFormatNode extends ServerObject {
  readonly className = "ConditionalFormat";
  override readonly links = ["Custom", "CustomOrNullObject"];
  constructor(
    private readonly marks: SheetMarks,
    private readonly id: string,
  ) {
    super();
  }
  override identity() { return { Id: this.id }; }
  get Id() { return this.id; }
  get Type() { return this.stored.type; }
  get Priority() { return this.marks.formats.indexOf(this.stored); }
  /** A negative one counts from the back. */
  set Priority(priority: number) {
    const { stored } = this;
    const others = this.marks.formats.filter((format) => format !== stored);
    const at = priority < 0 ? Math.max(0, others.length + 1 + priority) : Math.min(priority, others.length);
    this.marks.formats = [...others.slice(0, at), stored, ...others.slice(at)];
  }
  get Custom() {
    if (this.stored.type !== "Custom") throw invalidArgument();
    return new CustomConditionalFormatNode(this);
  }
  get CustomOrNullObject() { return this.stored.type === "Custom" ? new CustomConditionalFormatNode(this) : null; }
  GetRange() { return new RangeNode(this.marks.sheet, this.stored.area); }
  GetRanges() { return new AreasNode([this.GetRange()]); }
  Delete() {
    this.marks.sheet.refuseIfProtected();
    this.marks.formats = this.marks.formats.filter(({ id }) => id !== this.id);
  }
  get stored(): StoredFormat {
    const found = this.marks.formats.find(({ id }) => id === this.id);
    if (found === undefined) throw notFound();
    return found;
  }
}

export class CustomConditionalFormatNode extends ServerObject {
  readonly className = "CustomConditionalFormat";
  override readonly links = ["Format", "Rule"];
  constructor(private readonly format: ConditionalFormatNode) {
    super();
  }
  get Rule() { return new ConditionalFormatRuleNode(this.format); }
  get Format() { return new ConditionalRangeFormatNode(this.format); }
}

export class ConditionalFormatRuleNode extends ServerObject {
  readonly className = "ConditionalFormatRule";
  constructor(private readonly format: ConditionalFormatNode) {
    super();
  }
  get Formula() { return this.format.stored.formula; }
  set Formula(formula: string) {
    if (!formula.startsWith("=")) throw invalidArgument();
    this.format.stored.formula = formula;
  }
}

export class ConditionalRangeFormatNode extends ServerObject {
  readonly className = "ConditionalRangeFormat";
  override readonly links = ["Fill", "Font"];
  constructor(private readonly format: ConditionalFormatNode) {
    super();
  }
  get Fill() { return new ConditionalColorNode("ConditionalRangeFill", this.format); }
  get Font() { return new ConditionalColorNode("ConditionalRangeFont", this.format); }
}

export class ConditionalColorNode extends ServerObject {
  constructor(
    readonly className: "ConditionalRangeFill" | "ConditionalRangeFont",
    private readonly format: ConditionalFormatNode,
  ) {
    super();
  }
  get Color() { return this.format.stored.look.get(this.className) ?? ""; }
  set Color(color: unknown) { this.format.stored.look.set(this.className, color); }
}

export class AutoFilterNode extends ServerObject {
  readonly className = "AutoFilter";
  constructor(private readonly marks: SheetMarks) {
    super();
  }
  get Enabled() { return this.marks.filter !== undefined; }
  get IsDataFiltered() { return this.marks.isFiltered; }
  GetRangeOrNullObject() { return this.marks.filter === undefined ? null : new RangeNode(this.marks.sheet, this.marks.filter); }
  Apply(range: unknown) {
    this.marks.sheet.refuseIfProtected();
    this.marks.filter = range instanceof RangeNode ? range.area : parseReference(String(range)).area;
  }
  ClearCriteria() {
    this.marks.sheet.refuseIfProtected();
    this.marks.showAll();
  }
  Remove() {
    this.marks.sheet.refuseIfProtected();
    this.marks.showAll();
    this.marks.filter = undefined;
  }
}

/** The tables that meet a range. */
export class TableScopedCollectionNode extends ServerCollection {
  readonly className = "TableScopedCollection";
  constructor(private readonly tables: readonly TableNode[]) {
    super();
  }
  items() { return this.tables; }
  GetCount() { return this.tables.length; }
}

import { intersection, SheetStore } from "../sheet-store";
import type { Rectangle } from "../../../src/core/workbook";
import type { Change, SimulatedExcel } from "../simulated-excel";
import { parseReference, wholeSheet } from "../reference";
import { ServerCollection, ServerObject } from "../server-object";
import { accessDenied, ExcelError, invalidArgument, notFound } from "../wire";
import { AreasNode } from "./areas";
import { ChartCollectionNode, type ChartNode } from "./charts";
import { AutoFilterNode, SheetMarks } from "./marks";
import { NamedItemCollectionNode } from "./names";
import { FreezePanesNode, PageLayoutNode } from "./page";
import { RangeNode } from "./range";
import { TableCollectionNode } from "./tables";

export class WorksheetNode extends ServerObject {
  readonly className = "Worksheet";
  override readonly links = ["AutoFilter", "Charts", "FreezePanes", "Names", "PageLayout", "Protection", "Tables"];
  readonly store = new SheetStore();
  readonly protection = new WorksheetProtectionNode();
  private readonly panes = new FreezePanesNode(this);
  private readonly page = new PageLayoutNode(this);
  /** By the address they were set on. */
  readonly validations = new Map<string, { rule?: unknown; errorAlert?: unknown }>();
  readonly marks = new SheetMarks(this);
  readonly charts: ChartNode[] = [];
  chartCount = 0;
  private visibility = "Visible";
  private tabColor = "";

  constructor(
    readonly excel: SimulatedExcel,
    private name: string,
    private readonly id: string,
  ) {
    super();
  }

  override identity() { return { Id: this.id }; }
  get Id() { return this.id; }
  get Name() { return this.name; }
  set Name(name: string) {
    checkName(name);
    if (this.excel.findSheet(name) !== undefined && this.excel.findSheet(name) !== this) throw alreadyExists();
    this.name = name;
  }
  get Position() { return this.excel.sheets.indexOf(this); }
  get Visibility() { return this.visibility; }
  set Visibility(visibility: string) { this.visibility = visibility; }
  get TabColor() { return this.tabColor; }
  set TabColor(color: string) { this.tabColor = color; }
  get Protection() { return this.protection; }
  get AutoFilter() { return new AutoFilterNode(this.marks); }
  get Charts() { return new ChartCollectionNode(this); }
  get FreezePanes() { return this.panes; }
  get PageLayout() { return this.page; }
  get Names() { return new NamedItemCollectionNode(this.excel, this); }
  get Tables() { return new TableCollectionNode(this.excel, this); }

  GetRange(address?: string | null) {
    return new RangeNode(this, address === undefined || address === null || address === "" ? wholeSheet : parseReference(address).area);
  }
  GetRangeByIndexes(row: number, column: number, rows: number, columns: number) {
    return new RangeNode(this, { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });
  }
  GetCell(row: number, column: number) { return this.GetRangeByIndexes(row, column, 1, 1); }
  GetRanges(addresses?: string) {
    if (addresses === undefined) return new AreasNode([this.GetRange()]);
    if (addresses.length > 8_192) throw invalidArgument();
    return new AreasNode(addresses.split(",").map((address) => this.GetRange(address)));
  }
  /** An empty worksheet's used range is its first cell. */
  GetUsedRange(valuesOnly?: boolean) { return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0); }
  GetUsedRangeOrNullObject(valuesOnly?: boolean) {
    const used = this.store.used(valuesOnly === true);
    return used === undefined ? null : new RangeNode(this, used);
  }
  Activate() {
    if (this.visibility !== "Visible") throw new ExcelError("InvalidOperation", "The operation is not valid for a hidden worksheet.");
    this.excel.activate(this);
  }
  Delete() { this.excel.deleteSheet(this); }
  GetNextOrNullObject() { return this.excel.sheets[this.Position + 1] ?? null; }
  GetPreviousOrNullObject() { return this.excel.sheets[this.Position - 1] ?? null; }

  _RegisterDataChangedEvent() { this.excel.events.register(this.id, 10); }
  _UnregisterDataChangedEvent() { this.excel.events.unregister(this.id, 10); }
  _RegisterActivatedEvent() { this.excel.events.register(this.id, 11); }
  _UnregisterActivatedEvent() { this.excel.events.unregister(this.id, 11); }
  _RegisterDeactivatedEvent() { this.excel.events.register(this.id, 12); }
  _UnregisterDeactivatedEvent() { this.excel.events.unregister(this.id, 12); }
  _RegisterRowHiddenChangedEvent() { this.excel.events.register(this.id, 22); }
  _UnregisterRowHiddenChangedEvent() { this.excel.events.unregister(this.id, 22); }
  _RegisterSelectionChangedEvent() { this.excel.events.register(this.id, 14); }
  _UnregisterSelectionChangedEvent() { this.excel.events.unregister(this.id, 14); }

  refuseIfProtected(): void {
    if (this.protection.Protected || this.excel.isReadOnly) throw accessDenied();
  }
  textAt(row: number, column: number): string {
    const value = this.store.at(row, column)?.value ?? null;
    return value === null ? "" : typeof value === "object" ? value.error : String(value);
  }
  /** Rows that are so already are not told of. */
  hideRows(rows: readonly number[], isHidden: boolean): void {
    const { row: hidden } = this.store.hidden;
    const changed = rows.filter((row) => hidden.has(row) !== isHidden);
    for (const row of changed) {
      if (isHidden) hidden.add(row);
      else hidden.delete(row);
    }
    if (changed.length > 0) this.excel.rowsHidden(this, changed, isHidden);
  }
  changed(area: Rectangle, changeType: Change): void {
    this.excel.dataChanged(this, intersection(area, wholeSheet) ?? area, changeType);
  }
}

export class WorksheetProtectionNode extends ServerObject {
  readonly className = "WorksheetProtection";
  private isOn = false;
  get Protected() { return this.isOn; }
  Protect() {
    if (this.isOn) throw accessDenied();
    this.isOn = true;
  }
  Unprotect() { this.isOn = false; }
}

export class WorksheetCollectionNode extends ServerCollection {
  readonly className = "WorksheetCollection";

  constructor(private readonly excel: SimulatedExcel) {
    super();
  }

  items() { return this.excel.sheets; }
  GetCount() { return this.excel.sheets.length; }
  GetItem(key: string) {
    const sheet = this.excel.findSheet(key);
    if (sheet === undefined) throw notFound();
    return sheet;
  }
  GetItemOrNullObject(key: string) { return this.excel.findSheet(key) ?? null; }
  GetActiveWorksheet() { return this.excel.activeSheet; }
  GetFirst() { return this.excel.sheets[0] ?? null; }
  GetLast() { return this.excel.sheets.at(-1) ?? null; }
  Add(name?: string) {
    if (name !== undefined && name !== null) checkName(name);
    if (this.excel.isStructureProtected) throw accessDenied();
    if (name !== undefined && this.excel.findSheet(name) !== undefined) throw alreadyExists();
    return this.excel.addSheet(name);
  }

  _RegisterDataChangedEvent() { this.excel.events.register("Workbook", 10); }
  _UnregisterDataChangedEvent() { this.excel.events.unregister("Workbook", 10); }
  _RegisterActivatedEvent() { this.excel.events.register("Workbook", 11); }
  _UnregisterActivatedEvent() { this.excel.events.unregister("Workbook", 11); }
  _RegisterDeactivatedEvent() { this.excel.events.register("Workbook", 12); }
  _UnregisterDeactivatedEvent() { this.excel.events.unregister("Workbook", 12); }
  _RegisterRowHiddenChangedEvent() { this.excel.events.register("Workbook", 22); }
  _UnregisterRowHiddenChangedEvent() { this.excel.events.unregister("Workbook", 22); }
  _RegisterAddedEvent() { this.excel.events.register("Workbook", 13); }
  _UnregisterAddedEvent() { this.excel.events.unregister("Workbook", 13); }
  _RegisterSelectionChangedEvent() { this.excel.events.register("Workbook", 14); }
  _UnregisterSelectionChangedEvent() { this.excel.events.unregister("Workbook", 14); }
  _RegisterDeletedEvent() { this.excel.events.register("Workbook", 15); }
  _UnregisterDeletedEvent() { this.excel.events.unregister("Workbook", 15); }
}

function checkName(name: string): void {
  if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name)) throw invalidArgument();
}

function alreadyExists(): ExcelError {
  return new ExcelError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", 409);
}

import type { Edit } from "../../../src/core/edit";
import { listObjectsAfter } from "../../../src/core/named-places";
import type { ListObject } from "../../../src/core/workbook";
import { parseReference } from "../reference";
import { ServerCollection, ServerObject } from "../server-object";
import type { SimulatedExcel } from "../simulated-excel";
import { invalidArgument, notFound } from "../wire";
import { RangeNode } from "./range";
import type { WorksheetNode } from "./worksheet";

/** Excel tables, as far as a reader of a sheet needs them. */
export class TableCollectionNode extends ServerCollection {
  readonly className = "TableCollection";

  constructor(
    private readonly excel: SimulatedExcel,
    private readonly sheet?: WorksheetNode,
  ) {
    super();
  }

  items() { return this.excel.tables.filter((table) => this.sheet === undefined || table.sheet === this.sheet); }
  get Count() { return this.items().length; }
  GetCount() { return this.items().length; }
  GetItem(key: string) {
    const table = this.GetItemOrNullObject(key);
    if (table === null) throw notFound();
    return table;
  }
  GetItemOrNullObject(key: string) { return this.items().find(({ Id, Name }) => Id === String(key) || Name.toLowerCase() === String(key).toLowerCase()) ?? null; }
  Add(address: unknown, hasHeaders: boolean) {
    const range = address instanceof RangeNode ? address : this.rangeOf(address);
    const columnNames = Array.from({ length: range.ColumnCount }, (_, index) => `Column${index + 1}`);
    return this.excel.addTable(range.sheet, { name: `Table${this.excel.tables.length + 1}`, range: { sheet: range.sheet.Name, ...range.area }, columnNames, hasHeaderRow: hasHeaders, hasTotalRow: false });
  }
  private rangeOf(address: unknown): RangeNode {
    if (typeof address !== "string") throw invalidArgument();
    const { sheet, area } = parseReference(address);
    return new RangeNode((sheet === undefined ? undefined : this.excel.findSheet(sheet)) ?? this.sheet ?? this.excel.activeSheet, area);
  }
}

export class TableNode extends ServerObject {
  readonly className = "Table";
  override readonly links = ["Columns", "Worksheet"];

  constructor(
    readonly sheet: WorksheetNode,
    private readonly id: string,
    private listObject: ListObject,
  ) {
    super();
  }

  override identity() { return { Id: this.id }; }
  get Id() { return this.id; }
  get Name() { return this.listObject.name; }
  set Name(name: string) { this.listObject = { ...this.listObject, name }; }
  get ShowHeaders() { return this.listObject.hasHeaderRow; }
  get ShowTotals() { return this.listObject.hasTotalRow; }
  get Worksheet() { return this.sheet; }
  get Columns() { return new TableColumnCollectionNode(this.columnNames().map((name, index) => new TableColumnNode(String(index + 1), name))); }
  GetRange() { return new RangeNode(this.sheet, this.listObject.range); }
  GetHeaderRowRange() { return new RangeNode(this.sheet, { ...this.listObject.range, bottom: this.listObject.range.top }); }
  GetDataBodyRange() {
    const { range, hasHeaderRow, hasTotalRow } = this.listObject;
    return new RangeNode(this.sheet, { ...range, top: range.top + (hasHeaderRow ? 1 : 0), bottom: range.bottom - (hasTotalRow ? 1 : 0) });
  }
  Delete() { this.sheet.excel.tables.splice(this.sheet.excel.tables.indexOf(this), 1); }

  follow(step: Edit): void {
    const [next] = listObjectsAfter([this.listObject], step);
    if (next === undefined) this.Delete();
    else this.listObject = next;
  }
  snapshot(): ListObject { return { ...this.listObject, columnNames: this.columnNames() }; }

  /** A header and its column have one name. */
  private columnNames(): readonly string[] {
    const { hasHeaderRow, columnNames } = this.listObject;
    return hasHeaderRow ? (this.GetHeaderRowRange().Text?.flat().map(String) ?? []) : columnNames;
  }
}

export class TableColumnCollectionNode extends ServerCollection {
  readonly className = "TableColumnCollection";
  constructor(private readonly columns: readonly TableColumnNode[]) {
    super();
  }
  items() { return this.columns; }
  get Count() { return this.columns.length; }
}

export class TableColumnNode extends ServerObject {
  readonly className = "TableColumn";
  constructor(
    private readonly id: string,
    private readonly name: string,
  ) {
    super();
  }
  override identity() { return { Id: this.id }; }
  get Id() { return this.id; }
  get Name() { return this.name; }
}

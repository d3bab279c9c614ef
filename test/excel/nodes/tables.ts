import type { Rectangle } from "../../../src/core/workbook";
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
    const table = new TableNode(range.sheet, range.area, String(this.excel.tables.length + 1), hasHeaders);
    this.excel.tables.push(table);
    return table;
  }
  private rangeOf(address: unknown): RangeNode {
    if (typeof address !== "string") throw invalidArgument();
    const { sheet, area } = parseReference(address);
    return new RangeNode((sheet === undefined ? undefined : this.excel.findSheet(sheet)) ?? this.sheet ?? this.excel.activeSheet, area);
  }
}

export class TableNode extends ServerObject {
  readonly className = "Table";
  override readonly links = ["Worksheet"];
  private name: string;

  constructor(
    readonly sheet: WorksheetNode,
    private readonly area: Rectangle,
    private readonly id: string,
    private readonly hasHeaders: boolean,
  ) {
    super();
    this.name = `Table${id}`;
  }

  override identity() { return { Id: this.id }; }
  get Id() { return this.id; }
  get Name() { return this.name; }
  set Name(name: string) { this.name = name; }
  get ShowHeaders() { return this.hasHeaders; }
  get Worksheet() { return this.sheet; }
  GetRange() { return new RangeNode(this.sheet, this.area); }
  GetHeaderRowRange() { return new RangeNode(this.sheet, { ...this.area, bottom: this.area.top }); }
  GetDataBodyRange() { return new RangeNode(this.sheet, { ...this.area, top: this.area.top + (this.hasHeaders ? 1 : 0) }); }
  Delete() { this.sheet.excel.tables.splice(this.sheet.excel.tables.indexOf(this), 1); }
}

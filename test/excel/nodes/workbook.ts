import { ServerCollection, ServerObject } from "../server-object";
import type { SimulatedExcel } from "../simulated-excel";
import { accessDenied, invalidArgument, notFound } from "../wire";
import { CustomXmlPartCollectionNode } from "./custom-xml";
import { NamedItemCollectionNode } from "./names";
import { RangeNode } from "./range";
import { TableCollectionNode } from "./tables";
import { WorksheetCollectionNode } from "./worksheet";

export class WorkbookNode extends ServerObject {
  readonly className = "Workbook";
  override readonly links = ["CustomXmlParts", "Worksheets", "Tables", "Names", "Application", "Settings", "Functions", "Protection", "_Runtime"];
  readonly Worksheets: WorksheetCollectionNode;
  readonly Application = new ApplicationNode();

  constructor(private readonly excel: SimulatedExcel) {
    super();
    this.Worksheets = new WorksheetCollectionNode(excel);
  }

  get Name() { return "清单.xlsx"; }
  get ReadOnly() { return this.excel.isReadOnly; }
  get Protection() { return new WorkbookProtectionNode(this.excel); }
  get Tables() { return new TableCollectionNode(this.excel); }
  get Names() { return new NamedItemCollectionNode(this.excel); }
  get CustomXmlParts() { return new CustomXmlPartCollectionNode(this.excel); }
  get Settings() { return new SettingCollectionNode(this.excel); }
  get Functions() { return new FunctionsNode(this.excel); }
  get _Runtime() { return new RuntimeNode(this.excel); }
  GetSelectedRange() { return this.excel.selection; }
  GetActiveCell() { return this.excel.selection.GetCell(0, 0); }
  _GetRangeForEventByReferenceId(id: string) { return this.excel.events.rangeOf(id); }
  _GetRangeOrNullObjectForEventByReferenceId(id: string) { return this.excel.events.rangeOf(id); }
}

export class WorkbookProtectionNode extends ServerObject {
  readonly className = "WorkbookProtection";
  constructor(private readonly excel: SimulatedExcel) {
    super();
  }
  get Protected() { return this.excel.isStructureProtected; }
}

export class ApplicationNode extends ServerObject {
  readonly className = "Application";
  private mode = "Automatic";
  calculations = 0;
  suspensions = 0;
  get CalculationMode() { return this.mode; }
  set CalculationMode(mode: string) { this.mode = mode; }
  Calculate() { this.calculations += 1; }
  SuspendApiCalculationUntilNextSync() { this.suspensions += 1; }
  SuspendScreenUpdatingUntilNextSync() { this.suspensions += 1; }
}

export class RuntimeNode extends ServerObject {
  readonly className = "Runtime";
  constructor(private readonly excel: SimulatedExcel) {
    super();
  }
  get EnableEvents() { return this.excel.events.areOn; }
  set EnableEvents(areOn: boolean) { this.excel.events.areOn = areOn; }
}

/** Worksheet functions run in the workbook, so DATE answers in the workbook's own date system. */
export class FunctionsNode extends ServerObject {
  readonly className = "Functions";
  constructor(private readonly excel: SimulatedExcel) {
    super();
  }
  Date(year: number, month: number, day: number) {
    const days = Math.round((Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000);
    return new FunctionResultNode(days - (this.excel.uses1904Dates ? 1_462 : 0));
  }
  /** An empty text that a formula gives counts too. */
  CountA(given: unknown) {
    const ranges = Array.isArray(given) ? given : [given];
    let count = 0;
    for (const range of ranges) {
      if (!(range instanceof RangeNode)) throw invalidArgument("only ranges are simulated");
      range.sheet.store.forEach(range.area, ({ value, formula }) => void (count += value !== null || formula !== undefined ? 1 : 0));
    }
    return new FunctionResultNode(count);
  }
}

export class FunctionResultNode extends ServerObject {
  readonly className = "FunctionResult<T>";
  constructor(private readonly result: number) {
    super();
  }
  get Value() { return this.result; }
  get Error() { return null; }
}

export class SettingCollectionNode extends ServerCollection {
  readonly className = "SettingCollection";
  constructor(private readonly excel: SimulatedExcel) {
    super();
  }
  items() { return [...this.excel.settings.keys()].map((key) => new SettingNode(this.excel, key)); }
  GetCount() { return this.excel.settings.size; }
  GetItemOrNullObject(key: string) { return this.excel.settings.has(key) ? new SettingNode(this.excel, key) : null; }
  GetItem(key: string) {
    const setting = this.GetItemOrNullObject(key);
    if (setting === null) throw notFound();
    return setting;
  }
  Add(key: string, value: unknown) {
    if (this.excel.isReadOnly) throw accessDenied();
    this.excel.settings.set(key, value);
    return new SettingNode(this.excel, key);
  }
}

export class SettingNode extends ServerObject {
  readonly className = "Setting";
  constructor(
    private readonly excel: SimulatedExcel,
    private readonly key: string,
  ) {
    super();
  }
  override identity() { return { _Id: this.key }; }
  get _Id() { return this.key; }
  get Key() { return this.key; }
  get Value() { return this.excel.settings.get(this.key); }
  set Value(value: unknown) { this.excel.settings.set(this.key, value); }
  Delete() { this.excel.settings.delete(this.key); }
}

/** What the library tells the host of its own accord; not a part of the Excel surface. */
export class AddinInternalServiceNode extends ServerObject {
  readonly className = "AddinInternalService";
  NotifyActionHandlerReady() { return undefined; }
}

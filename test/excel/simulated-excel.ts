import type { Edit } from "../../src/core/edit";
import type { CellValue, ListObject, Rectangle, Workbook } from "../../src/core/workbook";
import { moveFormula } from "../../src/formula/move-formula";
import { Engine } from "./engine";
import { Events } from "./events";
import { isCleanup, Meter } from "./meter";
import { RangeNode } from "./nodes/range";
import { NamedItemNode } from "./nodes/names";
import { AddinInternalServiceNode, WorkbookNode } from "./nodes/workbook";
import { TableNode } from "./nodes/tables";
import { WorksheetNode } from "./nodes/worksheet";
import { stringifyReference } from "./reference";
import { dumpWorkbook, fillSheet, spansOf } from "./snapshot";
import { accessDenied, ExcelError, type WireRequest } from "./wire";

export type Change = "RangeEdited" | "RowInserted" | "RowDeleted" | "ColumnInserted" | "ColumnDeleted" | "CellInserted" | "CellDeleted";
export type SimulatedExcelOptions = {
  /** The highest ExcelApi set this Excel has, such as "1.9". */
  readonly excelApi?: string;
  readonly locale?: string;
  /** Bytes a request or a response may have; Excel on the web has 5 MB. */
  readonly payloadLimit?: number;
};
export type Evaluate = (formula: string, sheet: string, row: number, column: number) => CellValue;

/** The codes of Office's own answers, before any rich-API answer. */
export const officeErrors = { cellEditMode: 5004, requestTooLarge: 5103, responseTooLarge: 5104 } as const;

/** An Excel to which the genuine client library talks: workbook, faults, meter and events, whatever the transport. */
export class SimulatedExcel {
  readonly meter = new Meter();
  readonly events = new Events();
  readonly sheets: WorksheetNode[] = [];
  readonly names: NamedItemNode[] = [];
  readonly tables: TableNode[] = [];
  readonly settings = new Map<string, unknown>();
  /** Custom XML parts by their ids. */
  readonly customXml = new Map<string, string>();
  readonly locale: string;
  readonly excelApi: string;
  uses1904Dates = false;
  isReadOnly = false;
  hasPrinter = true;
  isStructureProtected = false;
  isInCellEditMode = false;
  /** What is typed is typed by somebody else who has the same workbook open. */
  isRemote = false;
  latency = 0;
  payloadLimit: number;
  /** Answers what a formula gives; Excel computes, the simulation does not. */
  evaluate: Evaluate = () => 0;
  /** What happens just before a request of the add-in is answered: somebody else is quicker. */
  beforeAnswer: (() => void) | undefined;
  /** The document settings of the common API, which are not the workbook's settings. */
  documentSettings: readonly (readonly [string, string])[] = [];
  private active: WorksheetNode | undefined;
  private selected: RangeNode | undefined;
  private failure: ExcelError | undefined;
  private sheetCount = 0;
  private isAnswering = false;
  private readonly engine: Engine;

  constructor(options: SimulatedExcelOptions = {}) {
    this.excelApi = options.excelApi ?? "1.15";
    this.locale = options.locale ?? "zh-CN";
    this.payloadLimit = options.payloadLimit ?? 5_000_000;
    this.engine = new Engine(new WorkbookNode(this), (name) => (name.endsWith("AddinInternalService") ? new AddinInternalServiceNode() : undefined));
    this.addSheet("Sheet1");
  }

  get requirementSets(): Readonly<Record<string, string>> {
    return { ExcelApi: this.excelApi, RichApiRuntime: "1.1", DialogApi: "1.2" };
  }

  /** One request as JSON text → the response as JSON text, or the number of Office's own error. */
  answer(requestText: string): string | number {
    if (this.isInCellEditMode) return officeErrors.cellEditMode;
    if (Buffer.byteLength(requestText) > this.payloadLimit) return officeErrors.requestTooLarge;
    const request = JSON.parse(requestText) as WireRequest;
    if (!isCleanup(request)) this.beforeAnswer?.();
    this.isAnswering = true;
    try {
      const response = this.failure === undefined || isCleanup(request) ? this.engine.execute(request) : this.fail(this.failure);
      const responseText = JSON.stringify(response);
      this.meter.record(request, requestText, responseText);
      return Buffer.byteLength(responseText) > this.payloadLimit ? officeErrors.responseTooLarge : responseText;
    } finally {
      this.isAnswering = false;
      this.events.send();
    }
  }

  /** The next request of the add-in fails with this code, whatever it asks. */
  failNext(code: string, message = code): void {
    this.failure = new ExcelError(code, message);
  }

  /** Takes back every fault and setting of a test, not the workbook. */
  reset(): void {
    Object.assign(this, { isReadOnly: false, hasPrinter: true, isStructureProtected: false, isInCellEditMode: false, isRemote: false, latency: 0, beforeAnswer: undefined, payloadLimit: 5_000_000, evaluate: () => 0 });
    this.failure = undefined;
    this.settings.clear();
    this.meter.reset();
  }

  /** References the client has not let go of. */
  get heldReferences(): number {
    return this.engine.heldReferences;
  }

  /** Replaces the whole workbook. */
  load(workbook: Workbook): void {
    this.sheets.length = 0;
    this.tables.length = 0;
    this.customXml.clear();
    this.names.length = 0;
    this.active = undefined;
    this.selected = undefined;
    this.uses1904Dates = workbook.uses1904Dates;
    for (const worksheet of workbook.worksheets) fillSheet(this.addSheet(worksheet.name), worksheet);
    for (const { name, formula, sheet } of workbook.names ?? []) this.names.push(new NamedItemNode(this, name, formula, sheet === undefined ? undefined : this.findSheet(sheet)));
    for (const listObject of workbook.listObjects ?? []) {
      const sheet = this.findSheet(listObject.range.sheet);
      if (sheet !== undefined) this.addTable(sheet, listObject);
    }
    this.active = this.sheets.find(({ Visibility }) => Visibility === "Visible") ?? this.sheets[0];
  }

  dump(): Workbook {
    return { ...dumpWorkbook(this.sheets, this.uses1904Dates), listObjects: this.tables.map((table) => table.snapshot()) };
  }

  /** A person types into cells: one value for all, or a matrix. */
  userTypes(sheet: string, address: string, values: unknown): void {
    const node = this.findSheet(sheet);
    if (node === undefined) throw new Error(`no worksheet ${sheet}`);
    node.GetRange(address).Values = values;
    this.events.send();
  }
  userDoes(action: (excel: SimulatedExcel) => void): void {
    action(this);
    this.events.send();
  }

  findSheet(key: string): WorksheetNode | undefined {
    return this.sheets.find(({ Id, Name }) => Id === key || Name.toLowerCase() === key.toLowerCase());
  }
  get activeSheet(): WorksheetNode {
    const sheet = this.active ?? this.sheets[0];
    if (sheet === undefined) throw new Error("a workbook without a worksheet");
    return sheet;
  }
  get selection(): RangeNode {
    return this.selected ?? this.activeSheet.GetRange("A1");
  }

  addSheet(name?: string): WorksheetNode {
    this.sheetCount += 1;
    const sheet = new WorksheetNode(this, name ?? `Sheet${this.sheetCount}`, `{${String(this.sheetCount).padStart(8, "0")}-0001-0000-0000-000000000000}`);
    this.sheets.push(sheet);
    this.active ??= sheet;
    this.events.raise(13, ["Workbook"], { type: "WorksheetAdded", source: "Local", worksheetId: sheet.Id });
    return sheet;
  }
  deleteSheet(sheet: WorksheetNode): void {
    if (this.isStructureProtected || this.sheets.filter(({ Visibility }) => Visibility === "Visible").length < 2) throw accessDenied();
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    for (const item of [...this.names, ...this.tables].filter((one) => one.sheet === sheet)) item.Delete();
    if (this.active === sheet) this.active = this.sheets[0];
    this.events.raise(15, ["Workbook"], { type: "WorksheetDeleted", source: "Local", worksheetId: sheet.Id });
  }
  addTable(sheet: WorksheetNode, listObject: ListObject): TableNode {
    const table = new TableNode(sheet, String(this.tables.length + 1), listObject);
    this.tables.push(table);
    return table;
  }
  activate(sheet: WorksheetNode): void {
    const left = this.activeSheet;
    if (left === sheet) return;
    this.active = sheet;
    this.events.raise(12, [left.Id, "Workbook"], { type: "WorksheetDeactivated", worksheetId: left.Id });
    this.events.raise(11, [sheet.Id, "Workbook"], { type: "WorksheetActivated", worksheetId: sheet.Id });
  }
  select(range: RangeNode): void {
    this.activate(range.sheet);
    this.selected = range;
    const details = { type: "WorksheetSelectionChanged", address: stringifyReference(range.area), worksheetId: range.sheet.Id };
    this.events.raise(14, [range.sheet.Id, "Workbook"], details);
  }

  moveFormulas(step: Edit): void {
    for (const item of [...this.names, ...this.tables]) item.follow(step);
    for (const sheet of this.sheets) {
      sheet.marks.follow(step);
      for (const chart of sheet.charts) chart.follow(step);
    }
    for (const sheet of this.sheets) {
      for (const cells of sheet.store.cells.values()) {
        for (const cell of cells.values()) if (cell.formula !== undefined) cell.formula = moveFormula(cell.formula, sheet.Name, step);
      }
    }
  }

  dataChanged(sheet: WorksheetNode, area: Rectangle, changeType: Change): void {
    const knowsTrigger = Number(this.excelApi.split(".")[1]) >= 14;
    this.events.raise(10, [sheet.Id, "Workbook"], {
      type: "WorksheetChanged",
      changeType,
      source: this.isRemote ? "Remote" : "Local",
      worksheetId: sheet.Id,
      address: stringifyReference(area),
      referenceId: this.events.remember(new RangeNode(sheet, area)),
      shiftDirection: "None",
      ...(knowsTrigger ? { triggerSource: this.isAnswering ? "ThisLocalAddin" : "Unknown" } : {}),
    });
  }

  /** One event for all rows; how many a real Excel raises is not said. */
  rowsHidden(sheet: WorksheetNode, rows: readonly number[], isHidden: boolean): void {
    const address = spansOf(new Set(rows)).map(({ first, last }) => `${first + 1}:${last + 1}`).join(",");
    this.events.raise(22, [sheet.Id, "Workbook"], { type: "WorksheetRowHiddenChanged", changeType: isHidden ? "Hidden" : "Unhidden", source: this.isRemote ? "Remote" : "Local", worksheetId: sheet.Id, address });
  }

  private fail(error: ExcelError): object {
    this.failure = undefined;
    return { Results: [], Error: { Code: error.code, Message: error.message, Location: "", ActionIndex: 0, HttpStatusCode: 400 } };
  }
}

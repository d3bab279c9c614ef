import { ServerObject } from "../server-object";
import { ExcelError, invalidArgument } from "../wire";
import type { WorksheetNode } from "./worksheet";

export class FreezePanesNode extends ServerObject {
  readonly className = "WorksheetFreezePanes";
  frozenRows = 0;
  constructor(private readonly sheet: WorksheetNode) {
    super();
  }
  FreezeRows(count = 1) {
    this.sheet.refuseIfProtected();
    if (count < 1) throw invalidArgument();
    this.frozenRows = count;
  }
  Unfreeze() { this.frozenRows = 0; }
}

/** An Excel that knows no printer refuses whatever is asked of a page. */
export class PageLayoutNode extends ServerObject {
  readonly className = "PageLayout";
  override readonly links = ["HeadersFooters"];
  readonly settings: Record<string, unknown> = { orientation: "Portrait", paperSize: "Letter", zoom: { scale: 100 }, centerHorizontally: false };
  private readonly headersFooters = new HeaderFooterGroupNode();
  constructor(private readonly sheet: WorksheetNode) {
    super();
  }

  get Orientation() { return this.settings.orientation; }
  set Orientation(value: unknown) { this.set("orientation", value); }
  get PaperSize() { return this.settings.paperSize; }
  set PaperSize(value: unknown) { this.set("paperSize", value); }
  get Zoom() { return this.settings.zoom; }
  set Zoom(value: unknown) { this.set("zoom", value); }
  get CenterHorizontally() { return this.settings.centerHorizontally; }
  set CenterHorizontally(value: unknown) { this.set("centerHorizontally", value); }
  get HeadersFooters() { return this.headersFooters; }
  SetPrintMargins(unit: string, margins: unknown) {
    if (!["Points", "Inches", "Centimeters"].includes(unit)) throw invalidArgument();
    this.set("margins", { unit, ...Object(margins) });
  }
  SetPrintTitleRows(rows: unknown) {
    if (typeof rows !== "string" || !/^\$?\d+:\$?\d+$/.test(rows)) throw invalidArgument();
    this.set("titleRows", rows);
  }

  private set(name: string, value: unknown): void {
    if (!this.sheet.excel.hasPrinter) throw new ExcelError("GeneralException", "There was an internal error while processing the request.", 500);
    this.sheet.refuseIfProtected();
    this.settings[name] = value;
  }
}

export class HeaderFooterGroupNode extends ServerObject {
  readonly className = "HeaderFooterGroup";
  override readonly links = ["DefaultForAllPages"];
  private readonly forAllPages = new HeaderFooterNode();
  get DefaultForAllPages() { return this.forAllPages; }
}

export class HeaderFooterNode extends ServerObject {
  readonly className = "HeaderFooter";
  private header = "";
  private footer = "";
  get CenterHeader() { return this.header; }
  set CenterHeader(header: string) { this.header = header; }
  get CenterFooter() { return this.footer; }
  set CenterFooter(footer: string) { this.footer = footer; }
}

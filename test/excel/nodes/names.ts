import { moveFormula } from "../../../src/formula/move-formula";
import type { Edit } from "../../../src/core/edit";
import { ServerCollection, ServerObject } from "../server-object";
import type { SimulatedExcel } from "../simulated-excel";
import { ExcelError, invalidArgument, notFound } from "../wire";
import { RangeNode } from "./range";
import type { WorksheetNode } from "./worksheet";

/** The names of the whole workbook, or those of one worksheet. */
export class NamedItemCollectionNode extends ServerCollection {
  readonly className = "NamedItemCollection";
  constructor(
    private readonly excel: SimulatedExcel,
    private readonly sheet?: WorksheetNode,
  ) {
    super();
  }
  items() { return this.excel.names.filter(({ sheet }) => sheet === this.sheet); }
  GetCount() { return this.items().length; }
  GetItemOrNullObject(name: string) { return this.items().find(({ Name }) => Name.toLowerCase() === name.toLowerCase()) ?? null; }
  GetItem(name: string) {
    const item = this.GetItemOrNullObject(name);
    if (item === null) throw notFound();
    return item;
  }
  Add(name: string, reference: unknown) {
    // "A1" and its like are cells, not names
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) || name.length > 255) throw invalidArgument();
    if (this.GetItemOrNullObject(name) !== null) throw new ExcelError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", 409);
    const item = new NamedItemNode(this.excel, name, reference instanceof RangeNode ? `=${reference.Address}` : String(reference), this.sheet);
    this.excel.names.push(item);
    return item;
  }
}

export class NamedItemNode extends ServerObject {
  readonly className = "NamedItem";
  private isVisible = true;
  constructor(
    private readonly excel: SimulatedExcel,
    private readonly name: string,
    private formula: string,
    readonly sheet?: WorksheetNode,
  ) {
    super();
  }
  override identity() { return { Name: this.name }; }
  get Name() { return this.name; }
  get Type() { return this.GetRangeOrNullObject() === null ? "String" : "Range"; }
  get Value() { return this.formula; }
  get Formula() { return this.formula; }
  get Scope() { return this.sheet === undefined ? "Workbook" : "Worksheet"; }
  get Visible() { return this.isVisible; }
  set Visible(isVisible: boolean) { this.isVisible = isVisible; }
  GetRangeOrNullObject() {
    const [, name, address] = /^=(.+)!([$A-Z\d:]+)$/.exec(this.formula) ?? [];
    const sheet = name === undefined ? undefined : this.excel.findSheet(name.replace(/^'(.*)'$/, "$1").replaceAll("''", "'"));
    return sheet === undefined || address === undefined ? null : sheet.GetRange(address);
  }
  Delete() { this.excel.names.splice(this.excel.names.indexOf(this), 1); }
  follow(step: Edit): void { this.formula = moveFormula(this.formula, this.sheet?.Name ?? "", step); }
}

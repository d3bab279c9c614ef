import { parseReference, stringifyReference } from "../reference";
import { ServerObject } from "../server-object";
import { intersection } from "../sheet-store";
import { invalidArgument } from "../wire";
import type { RangeNode } from "./range";

/** Only lists, by a formula that names a range of the workbook. */
export class DataValidationNode extends ServerObject {
  readonly className = "DataValidation";
  constructor(private readonly range: RangeNode) {
    super();
  }

  get Type() {
    const { validations } = this.range.sheet;
    const own = stringifyReference(this.range.area);
    const met = [...validations].filter(([address, { rule }]) => rule !== undefined && intersection(parseReference(address).area, this.range.area) !== undefined);
    return met.length === 0 ? "None" : met.every(([address]) => address === own) ? "List" : "Inconsistent";
  }
  Clear() {
    this.range.sheet.refuseIfProtected();
    this.range.sheet.validations.delete(stringifyReference(this.range.area));
  }
  get Rule() { return this.kept().rule ?? {}; }
  set Rule(rule: unknown) {
    this.range.sheet.refuseIfProtected();
    const source: unknown = Reflect.get(Object(Reflect.get(Object(rule), "list")), "source");
    if (typeof source !== "string" || !source.startsWith("=")) throw invalidArgument("only lists from a range are simulated");
    const { sheet } = parseReference(source.slice(1));
    if (sheet !== undefined && this.range.sheet.excel.findSheet(sheet) === undefined) throw invalidArgument();
    this.kept().rule = rule;
  }
  get ErrorAlert() { return this.kept().errorAlert ?? { showAlert: true, style: "Stop", title: "", message: "" }; }
  set ErrorAlert(alert: unknown) { this.kept().errorAlert = alert; }

  private kept(): { rule?: unknown; errorAlert?: unknown } {
    const { validations } = this.range.sheet;
    const address = stringifyReference(this.range.area);
    let kept = validations.get(address);
    if (kept === undefined) validations.set(address, (kept = {}));
    return kept;
  }
}

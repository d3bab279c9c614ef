import { isError, isInside, type CellValue, type Rectangle } from "../../../src/core/workbook";
import { asTyped } from "../as-typed";
import { isWholeColumns, isWholeRows, parseReference, stringifyReference, wholeSheet } from "../reference";
import { ServerObject } from "../server-object";
import { around, intersection, type StoredCell } from "../sheet-store";
import { accessDenied, badSize, ExcelError, invalidArgument } from "../wire";
import { AreasNode } from "./areas";
import { FormatNode } from "./format";
import { ConditionalFormatCollectionNode, TableScopedCollectionNode } from "./marks";
import { DataValidationNode } from "./validation";
import type { WorksheetNode } from "./worksheet";

const mostCells = 5_000_000;
const mostMergedAreas = 512;

/** A rectangle on a simulated worksheet, with Excel's own manners of reading and writing. */
export class RangeNode extends ServerObject {
  readonly className = "Range";
  override readonly links = ["ConditionalFormats", "DataValidation", "Format", "Worksheet"];

  constructor(
    readonly sheet: WorksheetNode,
    readonly area: Rectangle,
  ) {
    super();
    if (area.top < 0 || area.left < 0 || area.bottom > 1_048_575 || area.right > 16_383) throw invalidArgument();
  }

  get Address() { return stringifyReference(this.area, this.sheet.Name); }
  get RowIndex() { return this.area.top; }
  get ColumnIndex() { return this.area.left; }
  get RowCount() { return this.area.bottom - this.area.top + 1; }
  get ColumnCount() { return this.area.right - this.area.left + 1; }
  get CellCount() { return this.RowCount * this.ColumnCount; }
  get IsEntireRow() { return isWholeRows(this.area); }
  get IsEntireColumn() { return isWholeColumns(this.area); }
  get Worksheet() { return this.sheet; }
  get Format() { return new FormatNode(this); }
  get ConditionalFormats() { return new ConditionalFormatCollectionNode(this); }
  GetTables(fullyContained?: boolean) {
    const tables = this.sheet.excel.tables.filter((table) => table.sheet === this.sheet && isMet(this.area, table.snapshot().range, fullyContained === true));
    return new TableScopedCollectionNode(tables);
  }
  get DataValidation() { return new DataValidationNode(this); }

  get Values() { return this.grid((cell) => shown(cell?.value ?? null)); }
  set Values(values: unknown) { this.write(values); }
  get Formulas() { return this.grid((cell) => cell?.formula ?? shown(cell?.value ?? null)); }
  set Formulas(formulas: unknown) { this.write(formulas); }
  get Text() { return this.grid((cell) => String(shown(cell?.value ?? null))); }
  get ValueTypes() { return this.grid((cell) => typeOf(cell?.value ?? null)); }
  get NumberFormat() { return this.grid((cell) => cell?.format ?? "General"); }
  set NumberFormat(formats: unknown) {
    this.sheet.refuseIfProtected();
    this.put(formats, (cell, format) => { cell.format = String(format); });
  }

  get RowHidden() { return this.hidden("row"); }
  set RowHidden(isHidden: unknown) { this.hide("row", isHidden === true); }
  get ColumnHidden() { return this.hidden("column"); }
  set ColumnHidden(isHidden: unknown) { this.hide("column", isHidden === true); }
  get Hidden() {
    const [row, column] = [this.RowHidden, this.ColumnHidden];
    return row === true || column === true ? true : row === null || column === null ? null : false;
  }

  GetRowProperties(wanted: unknown) { return this.lines("row", "rowHidden", wanted); }
  GetColumnProperties(wanted: unknown) { return this.lines("column", "columnHidden", wanted); }

  GetCell(row: number, column: number) { return this.at({ top: row, left: column, bottom: row, right: column }); }
  GetRow(row: number) { return this.at({ top: row, left: 0, bottom: row, right: this.ColumnCount - 1 }); }
  GetColumn(column: number) { return this.at({ top: 0, left: column, bottom: this.RowCount - 1, right: column }); }
  GetLastCell() { return this.GetCell(this.RowCount - 1, this.ColumnCount - 1); }
  GetLastRow() { return this.GetRow(this.RowCount - 1); }
  GetLastColumn() { return this.GetColumn(this.ColumnCount - 1); }
  GetOffsetRange(rows: number, columns: number) { return this.at({ top: rows, left: columns, bottom: rows + this.RowCount - 1, right: columns + this.ColumnCount - 1 }); }
  GetResizedRange(rows: number, columns: number) { return this.at({ top: 0, left: 0, bottom: this.RowCount - 1 + rows, right: this.ColumnCount - 1 + columns }); }
  GetAbsoluteResizedRange(rows: number, columns: number) { return this.at({ top: 0, left: 0, bottom: rows - 1, right: columns - 1 }); }
  GetEntireRow() { return new RangeNode(this.sheet, { ...this.area, left: 0, right: 16_383 }); }
  GetEntireColumn() { return new RangeNode(this.sheet, { ...this.area, top: 0, bottom: 1_048_575 }); }
  GetBoundingRect(other: unknown) { return new RangeNode(this.sheet, around(this.area, areaOf(other))); }
  GetIntersection(other: unknown) {
    const range = this.GetIntersectionOrNullObject(other);
    if (range === null) throw new ExcelError("ItemNotFound", "The requested resource doesn't exist.", 404);
    return range;
  }
  GetIntersectionOrNullObject(other: unknown) { return this.rangeOrNull(intersection(this.area, areaOf(other))); }
  GetUsedRange(valuesOnly?: boolean) { return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0); }
  GetUsedRangeOrNullObject(valuesOnly?: boolean) { return this.rangeOrNull(this.sheet.store.used(valuesOnly === true, this.area)); }

  /** Excel answers only the merged areas whose first cell is in the range, and fails beyond 512 of them. */
  GetMergedAreasOrNullObject() {
    const merges = this.sheet.store.merges.filter(({ top, left }) => isInside(this.area, top, left));
    if (merges.length > mostMergedAreas) throw new ExcelError("InvalidOperation", "The operation is not valid for the current object.");
    return merges.length === 0 ? null : new AreasNode(merges.map((area) => new RangeNode(this.sheet, area)));
  }

  /** Excel answers for the whole sheet where the range is a single cell, and refuses on a protected sheet. */
  GetSpecialCellsOrNullObject(cellType: string, valueType?: string) {
    if (cellType !== "Formulas" || (valueType !== undefined && valueType !== null)) throw invalidArgument("only formulas are simulated");
    if (this.sheet.protection.Protected) throw accessDenied();
    const areas = this.sheet.store.formulaAreas(this.CellCount === 1 ? wholeSheet : this.area);
    return areas.length === 0 ? null : new AreasNode(areas.map((area) => new RangeNode(this.sheet, area)));
  }

  Insert(shift: string) {
    this.sheet.refuseIfProtected();
    this.moveFormulas(true);
    this.sheet.store.insert(this.area, shift === "Right" ? "column" : "row");
    this.sheet.changed(this.area, isWholeRows(this.area) ? "RowInserted" : isWholeColumns(this.area) ? "ColumnInserted" : "CellInserted");
    return this;
  }
  Delete(shift: string) {
    this.sheet.refuseIfProtected();
    this.moveFormulas(false);
    this.sheet.store.remove(this.area, shift === "Left" ? "column" : "row");
    this.sheet.changed(this.area, isWholeRows(this.area) ? "RowDeleted" : isWholeColumns(this.area) ? "ColumnDeleted" : "CellDeleted");
  }
  Merge(across?: boolean) {
    this.sheet.refuseIfProtected();
    if (across !== true) this.sheet.store.merge(this.area);
    else for (let row = this.area.top; row <= this.area.bottom; row++) this.sheet.store.merge({ ...this.area, top: row, bottom: row });
  }
  Unmerge() {
    this.sheet.refuseIfProtected();
    this.sheet.store.merges = this.sheet.store.merges.filter((merge) => intersection(merge, this.area) === undefined);
  }
  Clear(applyTo = "All") {
    this.sheet.refuseIfProtected();
    this.sheet.store.forEach(this.area, (cell) => {
      if (applyTo !== "Formats") {
        cell.value = null;
        delete cell.formula;
      }
      if (applyTo !== "Contents") {
        delete cell.format;
        delete cell.look;
      }
    });
    this.sheet.changed(this.area, "RangeEdited");
  }
  /** Excel selects only on the active sheet, and brings the sheet to the front itself. */
  Select() {
    if (this.sheet.Visibility !== "Visible") throw new ExcelError("InvalidOperation", "The operation is not valid for a hidden worksheet.");
    this.sheet.excel.select(this);
  }
  _ValidateArraySize(rows: number, columns: number) {
    if (rows !== this.RowCount || columns !== this.ColumnCount) throw badSize();
  }

  /** Excel rewrites references when whole rows or columns come or go; of parts of them nothing here makes use. */
  private moveFormulas(isInsert: boolean): void {
    const step = { sheet: this.sheet.Name, at: isWholeRows(this.area) ? this.area.top : this.area.left };
    const lines = Array.from({ length: isWholeRows(this.area) ? this.RowCount : this.ColumnCount }, () => []);
    if (isWholeRows(this.area)) this.sheet.excel.moveFormulas(isInsert ? { kind: "insert-rows", ...step, cells: lines } : { kind: "delete-rows", ...step, before: lines });
    else if (isWholeColumns(this.area)) this.sheet.excel.moveFormulas(isInsert ? { kind: "insert-columns", ...step, cells: lines } : { kind: "delete-columns", ...step, before: lines });
  }

  /** What all cells of the range share, or null where they differ. */
  common(read: (cell: StoredCell | undefined) => unknown): unknown {
    const seen = new Set<unknown>();
    for (let row = this.area.top; row <= this.area.bottom && seen.size < 2; row++) {
      for (let column = this.area.left; column <= this.area.right; column++) seen.add(read(this.sheet.store.at(row, column)));
    }
    return seen.size === 1 ? [...seen][0] : null;
  }

  /** Sets every cell from one value or from a matrix; null in a matrix leaves its cell alone. */
  put(given: unknown, set: (cell: StoredCell, value: unknown, row: number, column: number) => void): void {
    if (Array.isArray(given) && (given.length !== this.RowCount || given.some((line: unknown) => !Array.isArray(line) || line.length !== this.ColumnCount))) throw badSize();
    for (let row = 0; row < this.RowCount; row++) {
      const line: unknown = Array.isArray(given) ? given[row] : undefined;
      for (let column = 0; column < this.ColumnCount; column++) {
        const value: unknown = Array.isArray(line) ? line[column] : given;
        if (value !== null) set(this.sheet.store.ensure(this.area.top + row, this.area.left + column), value, this.area.top + row, this.area.left + column);
      }
    }
  }

  private write(given: unknown): void {
    this.sheet.refuseIfProtected();
    const { store, excel } = this.sheet;
    this.put(given, (cell, value, row, column) => {
      if (store.isCovered(row, column)) return;
      const typed = asTyped(value, cell.format ?? "General");
      delete cell.formula;
      cell.value = typed.value;
      if (typed.formula !== undefined) {
        cell.formula = typed.formula;
        cell.value = excel.evaluate(typed.formula, this.sheet.Name, row, column);
      }
      if (typed.format !== undefined && (cell.format ?? "General") === "General") cell.format = typed.format;
    });
    this.sheet.changed(this.area, "RangeEdited");
  }

  private grid(read: (cell: StoredCell | undefined) => unknown): unknown[][] | null {
    if (this.CellCount > mostCells) return null;
    const lines: unknown[][] = [];
    for (let row = this.area.top; row <= this.area.bottom; row++) {
      const line: unknown[] = [];
      for (let column = this.area.left; column <= this.area.right; column++) line.push(read(this.sheet.store.at(row, column)));
      lines.push(line);
    }
    return lines;
  }

  private indexes(axis: "row" | "column"): number[] {
    const [first, count] = axis === "row" ? [this.area.top, this.RowCount] : [this.area.left, this.ColumnCount];
    return Array.from({ length: count }, (_, index) => first + index);
  }
  private hidden(axis: "row" | "column"): boolean | null {
    const count = this.indexes(axis).filter((index) => this.sheet.store.hidden[axis].has(index)).length;
    return count === 0 ? false : count === this.indexes(axis).length ? true : null;
  }
  private hide(axis: "row" | "column", isHidden: boolean): void {
    this.sheet.refuseIfProtected();
    if (axis === "row") return this.sheet.hideRows(this.indexes(axis), isHidden);
    for (const index of this.indexes(axis)) {
      if (isHidden) this.sheet.store.hidden[axis].add(index);
      else this.sheet.store.hidden[axis].delete(index);
    }
  }
  private lines(axis: "row" | "column", name: string, wanted: unknown): Record<string, unknown>[] {
    const names = typeof wanted === "object" && wanted !== null ? Object.keys(wanted) : [];
    if (names.some((other) => other !== name)) throw invalidArgument(`only ${name} is simulated`);
    return this.indexes(axis).map((index) => ({ [name]: this.sheet.store.hidden[axis].has(index) }));
  }

  private at({ top, left, bottom, right }: Rectangle): RangeNode {
    return new RangeNode(this.sheet, { top: this.area.top + top, left: this.area.left + left, bottom: this.area.top + bottom, right: this.area.left + right });
  }
  private rangeOrNull(area: Rectangle | undefined): RangeNode | null {
    return area === undefined ? null : new RangeNode(this.sheet, area);
  }
}

function isMet(area: Rectangle, other: Rectangle, isWhole: boolean): boolean {
  return isWhole ? isInside(area, other.top, other.left) && isInside(area, other.bottom, other.right) : intersection(other, area) !== undefined;
}

function areaOf(other: unknown): Rectangle {
  if (other instanceof RangeNode) return other.area;
  if (typeof other === "string") return parseReference(other).area;
  throw invalidArgument();
}

/** Excel reads an empty cell as "" and an error as its text. */
function shown(value: CellValue): string | number | boolean {
  if (value === null) return "";
  return typeof value === "object" ? value.error : value;
}

function typeOf(value: CellValue): string {
  if (value === null) return "Empty";
  if (isError(value)) return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

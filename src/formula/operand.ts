import { stringifyAddress } from "../core/address";
import type { Range } from "../core/workbook";

/** `criterion` as SUMIF takes it: "甲", ">=5", or the cell that holds it. */
export type Condition = { readonly range: Range; readonly criterion: string | Range };

/** What a key of a formula's expression stands for. */
export type Operand =
  /** `isLookedUp`: found by VLOOKUP, INDEX and the like; the formula's text does not name the cell. */
  | { readonly kind: "cell"; readonly range: Range; readonly isLookedUp?: true }
  /** The sum of a range too long to be spelled out cell by cell. */
  | { readonly kind: "sum"; readonly range: Range }
  | { readonly kind: "sum-where"; readonly range: Range; readonly conditions: readonly Condition[] }
  | { readonly kind: "count"; readonly range: Range; readonly counts: "numbers" | "filled" | "blank" }
  | { readonly kind: "count-where"; readonly conditions: readonly Condition[] };

/** The key of a cell in expressions; the same however a formula writes the sheet and the `$`. */
export function keyOfCell(sheet: string, row: number, column: number): string {
  return keyOfRange({ sheet, top: row, left: column, bottom: row, right: column });
}

/** Two operands have the same key where they are the same. */
export function keyOfOperand(operand: Operand): string {
  switch (operand.kind) {
    case "cell":
      return keyOfRange(operand.range);
    case "sum":
      return `sum(${keyOfRange(operand.range)})`;
    case "count":
      return `count(${operand.counts},${keyOfRange(operand.range)})`;
    case "sum-where":
      return `sum-where(${keyOfRange(operand.range)},${keyOfConditions(operand.conditions)})`;
    case "count-where":
      return `count-where(${keyOfConditions(operand.conditions)})`;
  }
}

function keyOfRange(range: Range): string {
  return `${range.sheet.toLowerCase()}!${stringifyAddress(range)}`;
}

function keyOfConditions(conditions: readonly Condition[]): string {
  return conditions
    .map(({ range, criterion }) => `${keyOfRange(range)}=${typeof criterion === "string" ? JSON.stringify(criterion.toLowerCase().replace(/^=(?=.)/, "")) : keyOfRange(criterion)}`)
    .sort()
    .join(",");
}

import { parseColumn } from "../core/address";
import { hashOf } from "../core/hash";
import { formulaAt, isError, textOf, valueAt, type CellValue, type Worksheet } from "../core/workbook";

export { hashOf } from "../core/hash";

/** A text for knowing it again: width and spaces do not count. */
export function plainText(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}

/** What a cell holds, so that a change shows: its value, and its formula as seen from where it stands. */
export function hashOfCell(worksheet: Worksheet, row: number, column: number): string {
  const formula = formulaAt(worksheet, row, column);
  const value = stringifyValue(valueAt(worksheet, row, column));
  return hashOf(formula === undefined ? value : `${relativeFormula(formula, row, column)} ${value}`);
}

/** A number without the last digits: two programs compute them otherwise. */
function stringifyValue(value: CellValue): string {
  if (typeof value === "number") return `n${String(Number(value.toPrecision(12)))}`;
  return isError(value) ? `e${value.error}` : `${typeof value === "boolean" ? "b" : "s"}${textOf(value)}`;
}

const reference = /(?<![A-Za-z0-9_.])\$?([A-Za-z]{1,3})\$?(\d{1,7})(?![A-Za-z0-9_.(])/g;

/** Rows that move as a whole do not change what a formula does; how far its cells lie from it does. */
function relativeFormula(formula: string, row: number, column: number): string {
  return formula.replace(reference, (whole, letters: string, digits: string) => {
    const found = parseColumn(letters);
    return found === undefined ? whole : `[${Number(digits) - 1 - row},${found - column}]`;
  });
}

import type { Column, Range, Worksheet } from "../core/workbook";

/** What long ranges ask of a column again and again; dropped with the workbook it belongs to. */
type Facts = { readonly numbersBefore: Uint32Array; readonly subtotals: readonly number[] };

const facts = new WeakMap<Column, Facts>();

const subtotal = /\b(?:SUBTOTAL|AGGREGATE)\s{0,9}\(/i;

export function isSubtotal(formula: string | undefined): boolean {
  return formula !== undefined && subtotal.test(formula);
}

/** How many cells of a range hold a number; a formula that was never computed does. */
export function countNumbers({ top, left, bottom, right }: Range, worksheet: Worksheet): number {
  let count = 0;
  for (let column = left; column <= right; column++) {
    const numbersBefore = factsOf(worksheet.columns[column])?.numbersBefore;
    if (numbersBefore !== undefined) count += at(numbersBefore, bottom + 1) - at(numbersBefore, top);
  }
  return count;
}

export function hasSubtotal({ top, left, bottom, right }: Range, worksheet: Worksheet): boolean {
  for (let column = left; column <= right; column++) {
    if (factsOf(worksheet.columns[column])?.subtotals.some((row) => row >= top && row <= bottom) === true) return true;
  }
  return false;
}

function at(numbersBefore: Uint32Array, row: number): number {
  return numbersBefore[Math.min(row, numbersBefore.length - 1)] ?? 0;
}

function factsOf(column: Column | undefined): Facts | undefined {
  if (column === undefined) return undefined;
  const known = facts.get(column);
  if (known !== undefined) return known;
  const subtotals: number[] = [];
  let last = column.values.length - 1;
  for (const [row, formula] of column.formulas) {
    if (row > last) last = row;
    if (isSubtotal(formula)) subtotals.push(row);
  }
  const numbersBefore = new Uint32Array(last + 2);
  for (let row = 0; row <= last; row++) {
    const value = column.values[row] ?? null;
    const isNumber = typeof value === "number" || (value === null && column.formulas.has(row));
    numbersBefore[row + 1] = (numbersBefore[row] ?? 0) + (isNumber ? 1 : 0);
  }
  const made = { numbersBefore, subtotals };
  facts.set(column, made);
  return made;
}

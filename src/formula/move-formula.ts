import { tokenize } from "@borgar/fx";
import { maxColumns, maxRows, parseColumn, stringifyColumn } from "../core/address";
import type { MoveFormula } from "../core/apply-steps";
import { movedLines, movement, type Movement } from "../core/movement";

type Corner = { readonly column: number | undefined; readonly isColumnFixed: boolean; readonly row: number | undefined; readonly isRowFixed: boolean };
/** `prefix` is the sheet as written, with its exclamation mark. */
type Reference = { readonly prefix: string; readonly sheet: string | undefined; readonly from: Corner; readonly to: Corner | undefined };

const dead = "#REF!";

/** The formula `rows` further down and `columns` further right, as a shared formula's other cells have it. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  return formulaOffsetter(formula)(rows, columns);
}

/** The same for many cells: the formula is taken apart once. */
export function formulaOffsetter(formula: string): (rows: number, columns: number) => string {
  const parts = partsOf(formula);
  return (rows, columns) => {
    let text = "";
    for (const part of parts) text += typeof part === "string" ? part : offsetReference(part, rows, columns);
    return text;
  };
}

function offsetReference({ prefix, from, to }: Reference, rows: number, columns: number): string {
  const first = offsetCorner(from, rows, columns);
  const second = to === undefined ? "" : offsetCorner(to, rows, columns);
  if (first === undefined || second === undefined) return `${prefix}${dead}`;
  return to === undefined ? prefix + first : `${prefix}${first}:${second}`;
}

function offsetCorner(corner: Corner, rows: number, columns: number): string | undefined {
  const row = corner.row === undefined || corner.isRowFixed ? corner.row : corner.row + rows;
  const column = corner.column === undefined || corner.isColumnFixed ? corner.column : corner.column + columns;
  return isOnSheet(row, column) ? writeCorner(column, corner.isColumnFixed, row, corner.isRowFixed) : undefined;
}

/** A formula's text after rows or columns came or went, as Excel rewrites it; a reference to what is gone becomes #REF!. */
export const moveFormula: MoveFormula = (formula, sheet, step) => {
  const moving = movement(step);
  return moving === undefined || !reaches(formula, moving) ? formula : moveLines(formula, sheet, moving);
};

/** Whether anything in the formula might be a reference to a line from `at` on: most formulas name none, and need not be taken apart. */
function reaches(formula: string, { axis, at }: Movement): boolean {
  return axis === "row" ? namesRowFrom(formula, at) : namesColumnFrom(formula, at);
}

function namesRowFrom(formula: string, at: number): boolean {
  for (let index = 0; index < formula.length; index++) {
    let code = formula.charCodeAt(index);
    let number = 0;
    for (; code >= 48 && code <= 57; code = formula.charCodeAt(++index)) number = number * 10 + (code - 48);
    if (number > at) return true;
  }
  return false;
}

/** A column's letters have a digit, a dollar sign or a colon beside them. */
function namesColumnFrom(formula: string, at: number): boolean {
  for (let index = 0; index < formula.length; index++) {
    const start = index;
    let code = formula.charCodeAt(index) | 32;
    let column = 0;
    for (; code >= 97 && code <= 122; code = formula.charCodeAt(++index) | 32) column = column * 26 + (code - 96);
    if (column <= at || index - start > 3) continue;
    const next = formula.charCodeAt(index);
    const previous = formula.charCodeAt(start - 1);
    if ((next >= 48 && next <= 57) || next === 36 || next === 58 || previous === 36 || previous === 58) return true;
  }
  return false;
}

function moveLines(formula: string, own: string, { sheet: moved, axis, at, count }: Movement): string {
  return mapReferences(formula, (reference) => {
    if ((reference.sheet ?? own).toLowerCase() !== moved.toLowerCase()) return reference;
    const first = reference.from[axis];
    if (first === undefined) return reference;
    const last = reference.to?.[axis] ?? first;
    const span = movedLines(Math.min(first, last), Math.max(first, last), at, count);
    if (span === undefined) return undefined;
    const [low, high] = first <= last ? [span.first, span.last] : [span.last, span.first];
    const max = axis === "row" ? maxRows : maxColumns;
    if (Math.max(low, high) >= max && reference.to === undefined) return undefined;
    const from = { ...reference.from, [axis]: Math.min(low, max - 1) };
    return reference.to === undefined ? { ...reference, from } : { ...reference, from, to: { ...reference.to, [axis]: Math.min(high, max - 1) } };
  });
}

function mapReferences(formula: string, map: (reference: Reference) => Reference | undefined): string {
  return partsOf(formula)
    .map((part) => {
      if (typeof part === "string") return part;
      const mapped = map(part);
      if (mapped === part) return part.text;
      return mapped === undefined ? `${part.prefix}${dead}` : stringifyReference(mapped);
    })
    .join("");
}

/** A formula's references to cells, and what stands between them. */
function partsOf(formula: string): (string | (Reference & { readonly text: string }))[] {
  // nothing that looks like a cell: spare the tokenizer
  if (!/[A-Za-z$]\$?\d|[A-Z]:\$?[A-Z]|\d:\$?\d/i.test(formula)) return [formula];
  const parts: (string | (Reference & { readonly text: string }))[] = [];
  let between = "";
  for (const { type, value } of tokenize(formula.startsWith("=") ? formula : `=${formula}`)) {
    const reference = type === "range" || type === "range_beam" || type === "range_ternary" ? parseReference(value) : undefined;
    if (reference === undefined) {
      between += value;
      continue;
    }
    parts.push(between, { ...reference, text: value });
    between = "";
  }
  parts.push(between);
  const [first] = parts;
  if (!formula.startsWith("=") && typeof first === "string") parts[0] = first.slice(1);
  return parts;
}

function parseReference(text: string): Reference | undefined {
  const bang = text.lastIndexOf("!");
  const prefix = text.slice(0, bang + 1);
  // a reference into another workbook moves with that one; one through several sheets is left as Excel leaves it
  if (prefix.includes("[") || (!prefix.startsWith("'") && prefix.includes(":"))) return undefined;
  const sheet = prefix === "" ? undefined : prefix.slice(0, -1).replace(/^'|'$/g, "").replace(/''/g, "'");
  const [first = "", second] = text.slice(bang + 1).split(":");
  const from = parseCorner(first);
  const to = second === undefined ? undefined : parseCorner(second);
  return from === undefined || (second !== undefined && to === undefined) ? undefined : { prefix, sheet, from, to };
}

function parseCorner(text: string): Corner | undefined {
  const match = /^(\$?)([A-Za-z]{0,3})(\$?)(\d{0,7})$/.exec(text);
  if (match === null || text === "") return undefined;
  const [, first = "", letters = "", second = "", digits = ""] = match;
  return {
    column: letters === "" ? undefined : parseColumn(letters),
    isColumnFixed: letters !== "" && first === "$",
    row: digits === "" ? undefined : Number(digits) - 1,
    isRowFixed: digits !== "" && (letters === "" ? first === "$" || second === "$" : second === "$"),
  };
}

function stringifyReference({ prefix, from, to }: Reference): string {
  return `${prefix}${stringifyCorner(from)}${to === undefined ? "" : `:${stringifyCorner(to)}`}`;
}

function stringifyCorner({ column, isColumnFixed, row, isRowFixed }: Corner): string {
  return writeCorner(column, isColumnFixed, row, isRowFixed);
}

function writeCorner(column: number | undefined, isColumnFixed: boolean, row: number | undefined, isRowFixed: boolean): string {
  const letters = column === undefined ? "" : `${isColumnFixed ? "$" : ""}${stringifyColumn(column)}`;
  return `${letters}${row === undefined ? "" : `${isRowFixed ? "$" : ""}${row + 1}`}`;
}

function isOnSheet(row: number | undefined, column: number | undefined): boolean {
  return (row === undefined || (row >= 0 && row < maxRows)) && (column === undefined || (column >= 0 && column < maxColumns));
}

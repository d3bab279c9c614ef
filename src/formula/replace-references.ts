import { tokenize } from "@borgar/fx";
import { maxColumns, maxRows, parseAddress, quoteSheetName, stringifyColumn } from "../core/address";
import type { Range, Workbook } from "../core/workbook";
import type { FormulaPlace } from "./formula-place";
import { rangeOfStructure, splitReference } from "./reference";
import { Unreadable } from "./unreadable";

/**
 * The formula with its references pointed elsewhere: `map` is asked for each one and answers with the new range, or undefined
 * to leave it. `$`, the sheet as written, spaces and everything else stay. References of an Excel table are asked for where
 * the workbook is given, and become addresses.
 */
export function replaceReferences(formula: string, place: FormulaPlace, map: (range: Range) => Range | undefined, workbook?: Workbook): string {
  const hasPrefix = formula.startsWith("=");
  const text = tokenize(hasPrefix ? formula : `=${formula}`)
    .map(({ type, value }) => {
      if (type === "range" || type === "range_beam") return replaced(value, place, map);
      return type === "structured" && workbook !== undefined ? replacedStructure(value, place, map, workbook) : value;
    })
    .join("");
  return hasPrefix ? text : text.slice(1);
}

/** The formula with two ranges swapped wherever it names one of them. */
export function swapReferences(formula: string, place: FormulaPlace, a: Range, b: Range, workbook?: Workbook): string {
  return replaceReferences(formula, place, (range) => (isSameRange(range, a) ? b : isSameRange(range, b) ? a : undefined), workbook);
}

export function isSameRange(a: Range, b: Range): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right && a.sheet.toLowerCase() === b.sheet.toLowerCase();
}

function replaced(text: string, place: FormulaPlace, map: (range: Range) => Range | undefined): string {
  const split = quietly(() => splitReference(text));
  const area = split && parseAddress(split.rest);
  if (split === undefined || area === undefined) return text;
  const from: Range = { sheet: split.sheet ?? place.sheet, ...area };
  const to = map(from);
  if (to === undefined || isSameRange(from, to)) return text;
  const isSameSheet = to.sheet.toLowerCase() === from.sheet.toLowerCase();
  const prefix = isSameSheet ? text.slice(0, text.length - split.rest.length) : prefixFor(to, place);
  const [first = "", second = first] = split.rest.split(":");
  return `${prefix}${stringifyRange(to, dollarsOf(first), dollarsOf(second))}`;
}

function replacedStructure(text: string, place: FormulaPlace, map: (range: Range) => Range | undefined, workbook: Workbook): string {
  const from = quietly(() => rangeOfStructure(text, place, workbook));
  const to = from && map(from);
  if (from === undefined || to === undefined || isSameRange(from, to)) return text;
  // a row of its own stays relative; a whole column of a table must not slide
  const isOwnRow = to.top === to.bottom && to.top === place.row;
  const dollars = { column: !isOwnRow, row: !isOwnRow };
  return `${prefixFor(to, place)}${stringifyRange(to, dollars, dollars)}`;
}

function prefixFor({ sheet }: Range, place: FormulaPlace): string {
  return sheet.toLowerCase() === place.sheet.toLowerCase() ? "" : `${quoteSheetName(sheet)}!`;
}

type Dollars = { readonly column: boolean; readonly row: boolean };

function dollarsOf(corner: string): Dollars {
  return { column: /^\$[A-Za-z]/.test(corner), row: /\$\d/.test(corner) };
}

function stringifyRange({ top, left, bottom, right }: Range, from: Dollars, to: Dollars): string {
  const columns = top === 0 && bottom === maxRows - 1;
  const rows = left === 0 && right === maxColumns - 1;
  const corner = (row: number, column: number, { column: isColumnFixed, row: isRowFixed }: Dollars): string =>
    `${rows ? "" : `${isColumnFixed ? "$" : ""}${stringifyColumn(column)}`}${columns ? "" : `${isRowFixed ? "$" : ""}${row + 1}`}`;
  const first = corner(top, left, from);
  return top === bottom && left === right ? first : `${first}:${corner(bottom, right, to)}`;
}

function quietly<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

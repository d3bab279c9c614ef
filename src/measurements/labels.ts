import { mergeOver } from "../core/merged-areas";
import { textOf, valueAt, type CellValue, type Worksheet } from "../core/workbook";

/** What the cells around a number say of it: its row's words from the nearest leftwards, its column's from the nearest upwards. */
export type Labels = { readonly row: readonly string[]; readonly column: readonly string[] };

/** A header takes at most so many rows, a row's words so many cells. */
const mostLines = 3;
/** Further up no header is looked for. */
const reach = 2000;

/** Words, not numbers stored as text, dates or signs. */
function wordsOf(value: CellValue): string {
  if (typeof value !== "string") return "";
  const text = textOf(value);
  return /[\p{L}]/u.test(text) && !/^[\d,.，．]+\s*(?:%|％|人次|万元|元|人|万)?$/.test(text) ? text : "";
}

function shownAt(worksheet: Worksheet, row: number, column: number): CellValue {
  const merge = mergeOver(worksheet, row, column);
  return valueAt(worksheet, merge?.top ?? row, merge?.left ?? column);
}

/** Labels of a cell of any worksheet, recognised as a table or not. */
export function labelsOf(worksheet: Worksheet, row: number, column: number): Labels {
  return { row: rowLabels(worksheet, row, column), column: columnLabels(worksheet, row, column) };
}

function rowLabels(worksheet: Worksheet, row: number, column: number): string[] {
  const found: string[] = [];
  for (let left = column - 1; left >= 0 && found.length < mostLines; left--) {
    const words = wordsOf(shownAt(worksheet, row, left));
    if (words !== "" && words !== found.at(-1)) found.push(words);
  }
  return found;
}

function columnLabels(worksheet: Worksheet, row: number, column: number): string[] {
  const found: string[] = [];
  for (let up = row - 1; up >= Math.max(0, row - reach) && found.length < mostLines; up--) {
    const value = shownAt(worksheet, up, column);
    const words = isHeading(worksheet, up) ? wordsOf(value) : "";
    if (words !== "") {
      if (words !== found.at(-1)) found.push(words);
      continue;
    }
    // above the first line of words a number, or nothing at all, ends the header
    if (found.length > 0) break;
  }
  return found;
}

/** A heading row holds words in most of its filled cells: the 合计 of a record is none. */
function isHeading(worksheet: Worksheet, row: number): boolean {
  let words = 0;
  let others = 0;
  for (let column = 0; column < Math.min(worksheet.columnCount, 64); column++) {
    const value = worksheet.columns[column]?.values[row];
    if (value === null || value === undefined || value === "") continue;
    if (wordsOf(value) !== "") words += 1;
    else others += 1;
  }
  return words > others;
}

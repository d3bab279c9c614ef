import { isEmpty, type Line } from "./join-lines";
import { beginsItem, isClosed, isLabelled } from "./line-shape";
import { textOfLines, type TextCell, type TextTable } from "./table-grid";
import { readNumbering } from "../language/numbering";

type OpenCell = { readonly lines: string[]; readonly source: number };

/** How far ahead a question may look, in lines. */
const reach = 200;
const mostColumns = 15;

const isTabbed = (line: Line | undefined): boolean => line?.text.startsWith("\t") ?? false;

/** A table written cell after cell: a tab begins a cell, lines without one go on in it, a blank line ends the row. */
export function readCellStream(lines: readonly Line[], start: number): TextTable | undefined {
  const header = headerOf(lines, start);
  if (header === undefined) return undefined;
  const width = header.length;
  const rows: TextCell[][] = [];
  let row: OpenCell[] = [];
  let isAfterBlank = false;
  const endRow = (): void => {
    if (row.length > 0) rows.push(closeRow(row, width));
    row = [];
  };
  let index = start;
  for (; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    if (isTabbed(line)) {
      if (row.length >= width || (isAfterBlank && row.length > 0 && row.length + cellsAhead(lines, index, width) > width)) endRow();
      for (const [place, text] of line.text.slice(1).split("\t").entries()) {
        // a tab at the line's end closes the cell and begins none
        if (place > 0 && text === "" && row.length >= width) continue;
        if (row.length >= width) endRow();
        row.push({ lines: [text], source: line.source });
      }
      isAfterBlank = false;
    } else if (isEmpty(line)) isAfterBlank = true;
    else {
      if (isAfterBlank && !goesOn(lines, index, row, width, header[0] ?? "")) break;
      row[row.length - 1]?.lines.push(line.text);
      isAfterBlank = false;
    }
  }
  endRow();
  return { rows, end: index };
}

function closeRow(row: readonly OpenCell[], width: number): TextCell[] {
  const cells: TextCell[] = row.map(({ lines, source }) => ({ text: textOfLines(lines), source }));
  while (cells.length < width) cells.push({ text: "", source: row[row.length - 1]?.source ?? 1 });
  return cells;
}

/** The first row's cells, if it looks like a header over further rows of the kind, and not like indented paragraphs. */
function headerOf(lines: readonly Line[], start: number): readonly string[] | undefined {
  if (!isTabbed(lines[start])) return undefined;
  const cells: string[] = [];
  let index = start;
  for (; index < lines.length && !isEmpty(lines[index]); index++) {
    const text = lines[index]?.text ?? "";
    if (!text.startsWith("\t")) cells[cells.length - 1] += text.trim();
    else if (text.includes("\t", 1)) return undefined;
    else cells.push(text.trim());
    if (cells.length > mostColumns || index - start > 2 * mostColumns) return undefined;
  }
  if (cells.length < 2 || cells.some((cell) => cell.length > 30 || cell.endsWith("。"))) return undefined;
  while (index < lines.length && isEmpty(lines[index]) && index - start < reach) index += 1;
  return isTabbed(lines[index]) ? cells : undefined;
}

/** How many cells stand from here to the next blank line that a new cell follows; no more than `most` and one. */
function cellsAhead(lines: readonly Line[], start: number, most: number): number {
  let cells = 0;
  let isAfterBlank = false;
  for (let index = start; index < Math.min(lines.length, start + reach) && cells <= most; index++) {
    const line = lines[index];
    if (isEmpty(line)) isAfterBlank = true;
    else {
      if (isTabbed(line)) {
        if (isAfterBlank) return cells;
        cells += 1;
      }
      isAfterBlank = false;
    }
  }
  return cells;
}

/** Whether lines behind a blank one still belong to the cell, or the table is over. */
function goesOn(lines: readonly Line[], start: number, row: readonly OpenCell[], width: number, firstHeader: string): boolean {
  let index = start;
  const between: string[] = [];
  for (; index < Math.min(lines.length, start + reach) && !isTabbed(lines[index]); index++) if (!isEmpty(lines[index])) between.push((lines[index]?.text ?? "").trim());
  const first = between[0] ?? "";
  if (/^附[ \u3000]?件/.test(first)) return false;
  const isOver = !isTabbed(lines[index]) || lines[index]?.text.trim() === firstHeader;
  const isSection = (readNumbering(first)?.level ?? 3) < 3 || isLabelled(first);
  if (isOver) return row.length < width && !isSection && first.length <= 40 && !isClosed(first);
  if (row.length < width) return true;
  const isFilled = row[row.length - 1]?.lines.some((line) => line.trim() !== "") ?? false;
  return isFilled && between.every((text) => text.length <= 30 && !beginsItem(text));
}

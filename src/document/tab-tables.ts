import type { Line } from "./join-lines";
import { beginsItem, isClosed, isLabelled } from "./line-shape";
import { readNumbering } from "../language/numbering";

export type TextCell = { readonly text: string; readonly source: number; readonly rowSpan?: number; readonly columnSpan?: number };
export type TextTable = { readonly rows: readonly (readonly TextCell[])[]; readonly end: number };

type OpenCell = { readonly lines: string[]; readonly source: number };

/** How far ahead a question may look, in lines. */
const reach = 200;
const mostColumns = 15;

const isTabbed = (line: Line | undefined): boolean => line?.text.startsWith("\t") ?? false;
const isEmpty = (line: Line | undefined): boolean => line === undefined || (line.text.trim() === "" && !line.text.includes("\t"));

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
  const cells: TextCell[] = row.map(({ lines, source }) => ({ text: textOf(lines), source }));
  while (cells.length < width) cells.push({ text: "", source: row[row.length - 1]?.source ?? 1 });
  return cells;
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).filter((line) => line !== "").join("\n");
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

type TabRecord = { readonly parts: readonly string[]; readonly next: number };

/** A line's cells; a cell in quotes may go on over several lines, as a spreadsheet copies it. */
function recordAt(lines: readonly Line[], start: number): TabRecord {
  const text = lines[start]?.text ?? "";
  if (!text.includes('"')) return { parts: text.split("\t"), next: start + 1 };
  let whole = text;
  let next = start + 1;
  while (isOpenQuote(whole) && next < Math.min(lines.length, start + 50)) whole += `\n${lines[next++]?.text ?? ""}`;
  if (isOpenQuote(whole)) return { parts: text.split("\t"), next: start + 1 };
  return { parts: splitQuoted(whole), next };
}

function isOpenQuote(text: string): boolean {
  const last = text.slice(text.lastIndexOf("\t") + 1);
  return last.startsWith('"') && (last.split('"').length - 1) % 2 === 1;
}

function splitQuoted(text: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= text.length; ) {
    const end = text.charAt(at) === '"' ? closingQuote(text, at + 1) : -1;
    if (end >= 0) {
      cells.push(text.slice(at + 1, end).replace(/""/g, '"'));
      at = end + 2;
    } else {
      const tab = text.indexOf("\t", at);
      cells.push(text.slice(at, tab < 0 ? text.length : tab));
      if (tab < 0) break;
      at = tab + 1;
    }
  }
  return cells;
}

/** The quote that closes a cell: a tab or nothing follows it. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text.charAt(at + 1) !== '"') return at + 1 === text.length || text.charAt(at + 1) === "\t" ? at : -1;
  }
  return -1;
}

/** Plain rows of a\tb\tc; a cell may go on over lines that hold no tab. */
export function readTabRows(lines: readonly Line[], start: number): TextTable | undefined {
  if (!(lines[start]?.text.includes("\t", 1) ?? false)) return undefined;
  const width = widthOfRows(lines, start);
  if (width < 2) return undefined;
  const rows: { cells: { text: string; source: number }[]; isOpen: boolean }[] = [];
  let index = start;
  while (index < lines.length) {
    const line = lines[index];
    if (line === undefined) break;
    if (isEmpty(line)) {
      if (!isRow(lines[index + 1]) && !(isEmpty(lines[index + 1]) && isRow(lines[index + 2]))) break;
      index += 1;
      continue;
    }
    const row = rows[rows.length - 1];
    const last = row?.cells[row.cells.length - 1];
    if (line.text.includes("\t")) {
      const { parts, next } = recordAt(lines, index);
      const isRest = row !== undefined && row.cells.length < width && (row.isOpen ? row.cells.length + parts.length - 1 <= width : index > 0 && !isEmpty(lines[index - 1]) && row.cells.length + parts.length - 1 === width && parts[0]?.trim() !== "" && row.cells.length > 1);
      if (isRest && last !== undefined) {
        last.text += `\n${parts[0] ?? ""}`;
        row.cells.push(...parts.slice(1).map((text) => ({ text, source: line.source })));
      } else rows.push({ cells: parts.map((text) => ({ text, source: line.source })), isOpen: false });
      index = next;
      continue;
    }
    const end = endOfPlain(lines, index);
    const texts = lines.slice(index, end);
    const isBeforeRow = isRow(lines[end]);
    const nextParts = isBeforeRow ? recordAt(lines, end).parts.length : 0;
    if (row === undefined || last === undefined) break;
    const isShort = texts.every(({ text }) => text.trim().length <= 20 && !beginsItem(text.trim()));
    if (row.cells.length < width && (isBeforeRow || isShort)) {
      last.text += `\n${textOf(texts.map(({ text }) => text))}`;
      row.isOpen = true;
    } else if (isBeforeRow && nextParts < width && last.text.trim() === "") rows.push({ cells: [{ text: textOf(texts.map(({ text }) => text)), source: line.source }], isOpen: true });
    else if (isBeforeRow && last.text.trim() === "") rows.push({ cells: [{ text: textOf(texts.map(({ text }) => text)), source: line.source }], isOpen: false });
    else if (isBeforeRow ? texts.length <= 30 : isShort && last.text.trim() !== "") last.text += `\n${textOf(texts.map(({ text }) => text))}`;
    else break;
    index = end;
  }
  if (rows.filter(({ cells }) => cells.length > 1).length < 2) return undefined;
  return { rows: rows.map(({ cells }) => cells.map(({ text, source }) => ({ text: textOf(text.split("\n")), source }))), end: index };
}

const isRow = (line: Line | undefined): boolean => line?.text.includes("\t") ?? false;

function endOfPlain(lines: readonly Line[], start: number): number {
  let index = start;
  while (index < Math.min(lines.length, start + reach) && !isEmpty(lines[index]) && !isRow(lines[index])) index += 1;
  return index;
}

/** The most cells that a line among the first has. */
function widthOfRows(lines: readonly Line[], start: number): number {
  let width = 0;
  let seen = 0;
  for (let index = start; index < Math.min(lines.length, start + reach) && seen < 20; index++) {
    const line = lines[index];
    if (isEmpty(line) && isEmpty(lines[index + 1])) break;
    if (line === undefined || !line.text.includes("\t")) continue;
    seen += 1;
    width = Math.max(width, line.text.split("\t").length);
  }
  return seen < 2 ? 0 : width;
}

import { isEmpty, type Line } from "./join-lines";
import { readNumbering } from "../language/numbering";
import { beginsItem } from "./line-shape";
import { textOfLines, type TextTable } from "./table-grid";

/** How far ahead a question may look, in lines. */
const reach = 200;

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
      last.text += `\n${textOfLines(texts.map(({ text }) => text))}`;
      row.isOpen = true;
    } else if (isBeforeRow && nextParts < width && last.text.trim() === "") rows.push({ cells: [{ text: textOfLines(texts.map(({ text }) => text)), source: line.source }], isOpen: true });
    else if (isBeforeRow && last.text.trim() === "") rows.push({ cells: [{ text: textOfLines(texts.map(({ text }) => text)), source: line.source }], isOpen: false });
    else if (isBeforeRow && row.cells.length >= width && texts.length === 1 && isSection(texts[0]?.text ?? "")) rows.push({ cells: [{ text: texts[0]?.text.trim() ?? "", source: line.source }], isOpen: false });
    else if (isBeforeRow ? texts.length <= 30 : isShort && last.text.trim() !== "") last.text += `\n${textOfLines(texts.map(({ text }) => text))}`;
    else break;
    index = end;
  }
  if (rows.filter(({ cells }) => cells.length > 1).length < 2) return undefined;
  return { rows: rows.map(({ cells }) => cells.map(({ text, source }) => ({ text: textOfLines(text.split("\n")), source }))), end: index };
}

/** 一、强化基础 between two rows heads those below it. */
function isSection(text: string): boolean {
  const numbering = readNumbering(text.trim());
  return numbering !== undefined && numbering.level <= 2 && /^[（(第]?[一二三四五六七八九十]/.test(text.trim());
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

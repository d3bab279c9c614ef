import { parseColumn } from "../../core/address";
import { HostError } from "../host-error";

/** Where a cell stands in the XML; the same object is handed out again and again, copy what you keep. */
export type ScannedCell = {
  row: number;
  column: number;
  style: number;
  /** The `t` attribute: "s", "str", "inlineStr", "b", "e", "d", "n" or "". */
  type: string;
  start: number;
  /** Between the tags; equal where the cell is one empty tag. */
  contentStart: number;
  contentEnd: number;
  end: number;
};

export type ScannedRow = { row: number; start: number; tagEnd: number; isEmptyTag: boolean };

export type SheetScan = {
  /** Return false to pass over the row's cells. */
  readonly onRow?: (row: ScannedRow) => boolean;
  readonly onCell?: (cell: ScannedCell) => void;
};

export type SheetParts = {
  /** "" or "x:", as the sheet writes its elements. */
  readonly prefix: string;
  /** From after <sheetData> to before its end tag; equal where it is empty. */
  readonly dataStart: number;
  readonly dataEnd: number;
  /** The whole element, tags and all; both -1 where there is none. */
  readonly outerStart: number;
  readonly outerEnd: number;
};

/** Finds the cells' part of a worksheet. */
export function sheetParts(xml: string): SheetParts {
  const root = /<(?:([A-Za-z_][\w.-]*):)?worksheet[\s>]/.exec(xml.slice(0, 20_000));
  const prefix = root?.[1] === undefined ? "" : `${root[1]}:`;
  const open = `<${prefix}sheetData`;
  const outerStart = xml.indexOf(open);
  if (outerStart === -1) return { prefix, dataStart: -1, dataEnd: -1, outerStart: -1, outerEnd: -1 };
  const tagEnd = xml.indexOf(">", outerStart);
  if (xml.charCodeAt(tagEnd - 1) === slash) return { prefix, dataStart: tagEnd + 1, dataEnd: tagEnd + 1, outerStart, outerEnd: tagEnd + 1 };
  const close = xml.lastIndexOf(`</${prefix}sheetData`);
  const dataEnd = close === -1 ? xml.length : close;
  return { prefix, dataStart: tagEnd + 1, dataEnd, outerStart, outerEnd: close === -1 ? xml.length : xml.indexOf(">", close) + 1 };
}

/** A sheet that breaks off must not pass for a short one. */
export function refuseBroken(xml: string, { prefix, outerStart, outerEnd, dataEnd }: SheetParts, sheet: string): void {
  const root = /<(?:[A-Za-z_][\w.-]*:)?worksheet(?:\s[^<>]*)?>/.exec(xml.slice(0, 20_000));
  const isClosed = root?.[0].endsWith("/>") === true || xml.includes(`</${prefix}worksheet`, Math.max(outerEnd, 0));
  if (root === null || !isClosed || (outerStart !== -1 && dataEnd === xml.length)) throw new HostError("damaged", sheet);
}

const slash = 47;
const space = 32;
const equals = 61;

/**
 * Walks rows and cells by their tags alone, without building anything. Rows and cells without `r` follow the one
 * before; what lies outside Excel's limits is passed over.
 */
export function scanSheet(xml: string, { prefix, dataStart, dataEnd }: SheetParts, { onRow, onCell }: SheetScan): void {
  const rowOpen = `<${prefix}row`;
  const cellOpen = `<${prefix}c`;
  const cellClose = `</${prefix}c>`;
  const rowClose = `</${prefix}row>`;
  const cell: ScannedCell = { row: 0, column: 0, style: 0, type: "", start: 0, contentStart: 0, contentEnd: 0, end: 0 };
  let row = -1;
  let position = dataStart;
  while (position !== -1 && position < dataEnd) {
    const start = nextTag(xml, rowOpen, position, dataEnd);
    if (start === -1) return;
    const tagEnd = xml.indexOf(">", start) + 1;
    if (tagEnd === 0) throw new HostError("damaged");
    const isEmptyTag = xml.charCodeAt(tagEnd - 2) === slash;
    const given = numberAttribute(xml, start + rowOpen.length, tagEnd, 114);
    row = given > 0 ? given - 1 : row + 1;
    const wantsCells = (onRow?.({ row, start, tagEnd, isEmptyTag }) ?? true) && onCell !== undefined && row < 1_048_576;
    position = tagEnd;
    if (isEmptyTag) continue;
    if (!wantsCells) {
      const close = xml.indexOf(rowClose, tagEnd);
      position = close === -1 ? dataEnd : close;
      continue;
    }
    let column = -1;
    for (;;) {
      const next = xml.indexOf("<", position);
      if (next === -1 || next >= dataEnd || !xml.startsWith(cellOpen, next)) {
        position = next === -1 ? dataEnd : next;
        // anything else inside a row (extLst) is passed over up to the next cell or the row's end
        if (next !== -1 && next < dataEnd && !xml.startsWith(rowClose, next) && !xml.startsWith(rowOpen, next)) {
          position = next + 1;
          continue;
        }
        break;
      }
      const after = xml.charCodeAt(next + cellOpen.length);
      if (after !== space && after !== 62 && after !== slash && after !== 10 && after !== 13 && after !== 9) {
        position = next + 1;
        continue;
      }
      const end = readCellTag(xml, next, next + cellOpen.length, cell);
      if (end === -1) throw new HostError("damaged");
      column = cell.column >= 0 ? cell.column : column + 1;
      cell.row = row;
      cell.column = column;
      if (xml.charCodeAt(end - 2) === slash) {
        cell.contentEnd = end;
        cell.end = end;
      } else {
        const close = xml.indexOf(cellClose, end);
        if (close === -1) throw new HostError("damaged");
        cell.contentEnd = close;
        cell.end = close + cellClose.length;
      }
      position = cell.end;
      if (column < 16_384) onCell(cell);
    }
  }
}

function nextTag(xml: string, open: string, from: number, limit: number): number {
  let start = xml.indexOf(open, from);
  while (start !== -1 && start < limit) {
    const after = xml.charCodeAt(start + open.length);
    if (after === space || after === 62 || after === slash || after === 10 || after === 13 || after === 9) return start;
    start = xml.indexOf(open, start + 1);
  }
  return -1;
}

/** A number of a one-letter attribute inside a tag; 0 where it is not there. */
function numberAttribute(xml: string, from: number, to: number, letter: number): number {
  for (let index = from; index < to; index++) {
    if (xml.charCodeAt(index) !== letter || xml.charCodeAt(index + 1) !== equals || xml.charCodeAt(index - 1) > space) continue;
    let value = 0;
    for (let digit = index + 3; digit < to; digit++) {
      const code = xml.charCodeAt(digit);
      if (code < 48 || code > 57) break;
      value = value * 10 + (code - 48);
    }
    return value;
  }
  return 0;
}

/** Reads r, s and t of a cell's tag; gives where the tag ends, or -1 where it does not. */
function readCellTag(xml: string, start: number, from: number, cell: ScannedCell): number {
  cell.start = start;
  cell.column = -1;
  cell.style = 0;
  cell.type = "";
  let index = from;
  for (;;) {
    let code = xml.charCodeAt(index);
    while (code <= space) code = xml.charCodeAt(++index);
    if (Number.isNaN(code)) return -1;
    if (code === 62) break;
    if (code === slash) {
      index += 1;
      continue;
    }
    const name = index;
    while (code !== equals && code > space && code !== 62) code = xml.charCodeAt(++index);
    const nameEnd = index;
    while (code !== 34 && code !== 39 && code !== 62 && !Number.isNaN(code)) code = xml.charCodeAt(++index);
    if (code === 62) break;
    if (Number.isNaN(code)) return -1;
    const valueStart = index + 1;
    const valueEnd = xml.indexOf(code === 34 ? '"' : "'", valueStart);
    if (valueEnd === -1) return -1;
    if (nameEnd === name + 1) {
      const letter = xml.charCodeAt(name);
      if (letter === 114) cell.column = columnOf(xml, valueStart, valueEnd);
      else if (letter === 115) cell.style = Number(xml.slice(valueStart, valueEnd)) || 0;
      else if (letter === 116) cell.type = xml.slice(valueStart, valueEnd);
    }
    index = valueEnd + 1;
  }
  cell.contentStart = index + 1;
  return index + 1;
}

function columnOf(xml: string, from: number, to: number): number {
  let column = 0;
  for (let index = from; index < to; index++) {
    const code = xml.charCodeAt(index);
    if (code >= 65 && code <= 90) column = column * 26 + (code - 64);
    else if (code >= 97 && code <= 122) column = column * 26 + (code - 96);
    else break;
  }
  return column === 0 || column > 16_384 ? (parseColumn(xml.slice(from, to)) ?? -1) : column - 1;
}

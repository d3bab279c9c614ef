import { stringifyColumn } from "../../core/address";
import type { Contents, Edit } from "../../core/edit";
import { movedLines, movement, type Movement } from "../../core/movement";
import { moveFormula } from "../../formula/move-formula";
import { moveSheetReferences } from "./move-references";
import { expandSharedFormulas, withoutSpans } from "./patch-cells";
import { scanSheet, sheetParts, type ScannedRow } from "./scan-sheet";
import { writeCell } from "./write-cell";
import { attributeOf, decodeEntities, encodeEntities } from "./xml";

type Row = ScannedRow & { cells: { column: number; style: number; text: string }[]; tag: string };

/** A worksheet's XML after rows or columns came into it or went out of it. */
export function moveLines(source: string, sheet: string, step: Edit): string {
  const moving = movement(step);
  if (moving === undefined) return source;
  const xml = expandSharedFormulas(source);
  const parts = sheetParts(xml);
  const { prefix, outerStart, outerEnd } = parts;
  const rows = readRows(xml, parts, sheet, step);
  const contents = step.kind === "insert-rows" || step.kind === "insert-columns" ? step.cells : [];
  const moved = moving.axis === "row" ? moveRows(rows, prefix, moving, contents) : moveColumns(rows, prefix, moving, contents);
  const head = moving.axis === "column" ? moveColumnWidths(xml.slice(0, outerStart), moving) : xml.slice(0, outerStart);
  return `${moveSheetReferences(head, sheet, step)}<${prefix}sheetData>${moved}</${prefix}sheetData>${moveSheetReferences(xml.slice(outerEnd), sheet, step)}`;
}

/** Formulas of a sheet after lines moved on another one. */
export function moveFormulas(source: string, sheet: string, step: Edit): string {
  const xml = expandSharedFormulas(source);
  return xml.replace(/(<(?:\w+:)?(?:f|formula|formula1|formula2)(?:\s[^>]*)?>)([^<]+)(<\/)/g, (whole: string, open: string, text: string, close: string) => {
    const plain = decodeEntities(text);
    const next = moveFormula(plain, sheet, step);
    return next === plain ? whole : `${open}${encodeEntities(next)}${close}`;
  });
}

function readRows(xml: string, parts: ReturnType<typeof sheetParts>, sheet: string, step: Edit): Row[] {
  const rows: Row[] = [];
  scanSheet(xml, parts, {
    onRow: (row) => {
      rows.push({ ...row, cells: [], tag: xml.slice(row.start, row.tagEnd) });
      return true;
    },
    onCell: ({ column, style, start, end }) => {
      const text = xml.slice(start, end);
      rows.at(-1)?.cells.push({ column, style, text: text.includes("f>") || text.includes("<f ") || /<\w+:f\s/.test(text) ? moveFormulasIn(text, sheet, step) : text });
    },
  });
  return rows;
}

function moveFormulasIn(cell: string, sheet: string, step: Edit): string {
  const withArea = cell.replace(/<(?:\w+:)?f\s[^>]*>/, (tag) => moveSheetReferences(tag, sheet, step));
  return moveFormulas(withArea, sheet, step);
}

function moveRows(rows: readonly Row[], prefix: string, { at, count }: Movement, contents: Contents): string {
  const pieces: string[] = [];
  const above = rows.filter(({ row }) => row < at).at(-1);
  let isInserted = false;
  const insert = (): void => {
    if (isInserted || count <= 0) return;
    isInserted = true;
    for (const [index, line] of contents.entries()) pieces.push(newRow(prefix, at + index, line, above?.row === at - 1 ? above : undefined));
  };
  for (const row of rows) {
    if (row.row >= at) insert();
    const place = movedLines(row.row, row.row, at, count)?.first;
    if (place === undefined) continue;
    pieces.push(writeRow(row, prefix, place, row.cells.map(({ column, text }) => renamed(text, column, place)).join("")));
  }
  insert();
  return pieces.join("");
}

/** Looks like the row above it: the same styles under the same columns, the same height. */
function newRow(prefix: string, row: number, line: Contents[number], above: Row | undefined): string {
  const styles = new Map<number, number>(above?.cells.map(({ column, style }) => [column, style]));
  const last = Math.max(line.length - 1, ...(above?.cells ?? []).map(({ column }) => column));
  const cells: string[] = [];
  for (let column = 0; column <= last; column++) {
    const content = line[column] ?? null;
    const style = styles.get(column) ?? 0;
    if (content !== null || style !== 0) cells.push(writeCell(prefix, row, column, style, content));
  }
  const format = above === undefined ? "" : ["s", "customFormat", "ht", "customHeight"].flatMap((name) => (attributeOf(above.tag, name) === undefined ? [] : [` ${name}="${attributeOf(above.tag, name) ?? ""}"`])).join("");
  return `<${prefix}row r="${row + 1}"${format}>${cells.join("")}</${prefix}row>`;
}

function moveColumns(rows: readonly Row[], prefix: string, { at, count }: Movement, contents: Contents): string {
  const pieces: string[] = [];
  const extra = new Map<number, Map<number, Contents[number][number]>>();
  for (const [index, line] of contents.entries()) {
    for (const [row, content] of line.entries()) {
      if (content === null) continue;
      let cells = extra.get(row);
      if (cells === undefined) extra.set(row, (cells = new Map<number, Contents[number][number]>()));
      cells.set(at + index, content);
    }
  }
  const rowsToCome = [...extra.keys()].sort((a, b) => a - b);
  const flushBefore = (row: number): void => {
    for (let next = rowsToCome[0]; next !== undefined && next < row; next = rowsToCome[0]) {
      rowsToCome.shift();
      pieces.push(`<${prefix}row r="${next + 1}">${[...(extra.get(next) ?? [])].map(([column, content]) => writeCell(prefix, next, column, 0, content)).join("")}</${prefix}row>`);
    }
  };
  for (const row of rows) {
    flushBefore(row.row);
    if (rowsToCome[0] === row.row) rowsToCome.shift();
    const left = row.cells.find(({ column }) => column === at - 1)?.style ?? 0;
    const fresh = Array.from({ length: Math.max(count, 0) }, (_, index) => {
      const content = extra.get(row.row)?.get(at + index) ?? null;
      return content === null && left === 0 ? "" : writeCell(prefix, row.row, at + index, left, content);
    }).join("");
    const before = row.cells.filter(({ column }) => column < at).map(({ column, text }) => renamed(text, column, row.row));
    const after = row.cells.flatMap(({ column, text }) => {
      const place = column < at ? undefined : movedLines(column, column, at, count)?.first;
      return place === undefined ? [] : [renamed(text, place, row.row)];
    });
    pieces.push(writeRow(row, prefix, row.row, `${before.join("")}${fresh}${after.join("")}`));
  }
  flushBefore(Infinity);
  return pieces.join("");
}

function writeRow({ tag }: Row, prefix: string, row: number, cells: string): string {
  const open = withoutSpans(tag).replace(/\sr\s*=\s*"[^"]*"/, "").replace(/\s*\/?>$/, "").replace(/^<(?:\w+:)?row/, (start) => `${start} r="${row + 1}"`);
  return cells === "" ? `${open}/>` : `${open}>${cells}</${prefix}row>`;
}

/** The cell's XML with another address. */
function renamed(cell: string, column: number, row: number): string {
  const tagEnd = cell.indexOf(">");
  const tag = cell.slice(0, tagEnd).replace(/\sr\s*=\s*(?:"[^"]*"|'[^']*')/, "").replace(/^<(?:\w+:)?c/, (start) => `${start} r="${stringifyColumn(column)}${row + 1}"`);
  return `${tag}${cell.slice(tagEnd)}`;
}

/** Widths go with their columns; a new column is as wide as the one to its left. */
function moveColumnWidths(head: string, { at, count }: Movement): string {
  return head.replace(/<(?:\w+:)?col\s[^>]*>/g, (tag) => {
    const first = Number(attributeOf(tag, "min")) - 1;
    const last = Number(attributeOf(tag, "max")) - 1;
    const span = count > 0 && last === at - 1 ? { first, last: last + count } : movedLines(first, last, at, count);
    if (span === undefined) return "";
    return tag.replace(/\smin\s*=\s*"\d+"/, ` min="${span.first + 1}"`).replace(/\smax\s*=\s*"\d+"/, ` max="${Math.min(span.last, 16_383) + 1}"`);
  }).replace(/<((?:\w+:)?)cols>\s*<\/\1cols>/, "");
}

import { stringifyColumn } from "../../core/address";
import type { Contents, Edit } from "../../core/edit";
import { movedLines, movement, type Movement } from "../../core/movement";
import { moveColumns, type StyleWith } from "./move-columns";
import { moveFormulasIn } from "./move-formulas";
import { moveSheetReferences } from "./move-references";
import { withoutSpans } from "./patch-cells";
import { scanSheet, sheetParts, type ScannedRow } from "./scan-sheet";
import { expandSharedFormulas, tearsSharedFormulas } from "./shared-formulas";
import { writeCell } from "./write-cell";
import { attributeOf } from "./xml";

type Row = ScannedRow & { cells: { column: number; style: number; text: string }[]; tag: string };

/** A worksheet's XML after rows or columns came into it or went out of it. */
export function moveLines(source: string, sheet: string, step: Edit, styleWith: StyleWith): string {
  const moving = movement(step);
  if (moving === undefined) return source;
  const xml = tearsSharedFormulas(source, sheet, step) ? expandSharedFormulas(source) : source;
  if (moving.axis === "column") return moveColumns(xml, sheet, step, styleWith);
  const parts = sheetParts(xml);
  const { prefix, outerStart, outerEnd } = parts;
  const rows = readRows(xml, parts, sheet, step);
  const moved = moveRows(rows, prefix, moving, step.kind === "insert-rows" ? step.cells : []);
  return `${moveSheetReferences(xml.slice(0, outerStart), sheet, step)}<${prefix}sheetData>${moved}</${prefix}sheetData>${moveSheetReferences(xml.slice(outerEnd), sheet, step)}`;
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

import { stringifyColumn } from "../../core/address";
import type { Contents, Edit } from "../../core/edit";
import { movedLines, movement, type Movement } from "../../core/movement";
import { moveColumns, type StyleWith } from "./move-columns";
import { moveFormulasIn, tearsShared } from "./move-formulas";
import { moveSheetReferences } from "./move-references";
import { withoutSpans } from "./patch-cells";
import { scanSheet, sheetParts, type ScannedRow } from "./scan-sheet";
import { expandSharedFormulas } from "./shared-formulas";
import { writeCell } from "./write-cell";
import { attributeOf } from "./xml";

type Row = ScannedRow & { cells: { column: number; style: number; text: string }[]; tag: string };

/** A worksheet's XML after rows or columns came into it or went out of it. Several steps take rows out, from the end. */
export function moveLines(source: string, sheet: string, steps: readonly Edit[], styleWith: StyleWith): string {
  const [step] = steps;
  const moving = step === undefined ? undefined : movement(step);
  if (step === undefined || moving === undefined) return source;
  const xml = tearsShared(source, sheet, steps) ? expandSharedFormulas(source) : source;
  if (moving.axis === "column") return moveColumns(xml, sheet, step, styleWith);
  const parts = sheetParts(xml);
  const { prefix, outerStart, outerEnd } = parts;
  const placeOf = steps.length > 1 ? placeAfter(steps) : (row: number): number | undefined => movedLines(row, row, moving.at, moving.count)?.first;
  const rows = readRows(xml, parts, { sheet, steps, placeOf });
  const moved = moveRows(rows, prefix, { moving, placeOf, contents: step.kind === "insert-rows" ? step.cells : [] });
  return `${moveSheetReferences(xml.slice(0, outerStart), sheet, steps)}<${prefix}sheetData>${moved}</${prefix}sheetData>${moveSheetReferences(xml.slice(outerEnd), sheet, steps)}`;
}

type PlaceOf = (row: number) => number | undefined;

/** Where a row stands after rows went out, by halving. */
function placeAfter(steps: readonly Edit[]): PlaceOf {
  const gone = steps.flatMap((step) => movement(step) ?? []).map(({ at, count }) => ({ first: at, last: at - count - 1, before: 0 })).reverse();
  let before = 0;
  for (const span of gone) {
    span.before = before;
    before += span.last - span.first + 1;
  }
  return (row) => {
    let [low, high] = [0, gone.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((gone[middle]?.first ?? 0) <= row) low = middle + 1;
      else high = middle;
    }
    const span = gone[low - 1];
    if (span === undefined) return row;
    return row <= span.last ? undefined : row - span.before - (span.last - span.first + 1);
  };
}

function readRows(xml: string, parts: ReturnType<typeof sheetParts>, { sheet, steps, placeOf }: { readonly sheet: string; readonly steps: readonly Edit[]; readonly placeOf: PlaceOf }): Row[] {
  const rows: Row[] = [];
  scanSheet(xml, parts, {
    onRow: (row) => {
      if (placeOf(row.row) === undefined) return false;
      rows.push({ ...row, cells: [], tag: xml.slice(row.start, row.tagEnd) });
      return true;
    },
    onCell: ({ column, style, start, end }) => {
      const text = xml.slice(start, end);
      rows.at(-1)?.cells.push({ column, style, text: text.includes("f>") || text.includes("<f ") || /<\w+:f\s/.test(text) ? moveFormulasIn(text, sheet, steps) : text });
    },
  });
  return rows;
}

function moveRows(rows: readonly Row[], prefix: string, { moving: { at, count }, placeOf, contents }: { readonly moving: Movement; readonly placeOf: PlaceOf; readonly contents: Contents }): string {
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
    const place = placeOf(row.row);
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

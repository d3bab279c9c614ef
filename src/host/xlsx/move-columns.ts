import { stringifyColumn } from "../../core/address";
import type { Contents, Edit } from "../../core/edit";
import { movedLines, movement, type Movement } from "../../core/movement";
import { spanAt } from "../../core/workbook";
import { moveColumnWidths } from "./column-widths";
import { moveFormulasIn } from "./move-formulas";
import { moveSheetReferences } from "./move-references";
import { withoutSpans } from "./patch-cells";
import { scanSheet, sheetParts, type ScannedRow } from "./scan-sheet";
import { applySplices, type Splice } from "./splices";
import { writeCell } from "./write-cell";
import { attributeOf } from "./xml";

/** The number of a cell style that is like another but for its number format. */
export type StyleWith = (style: number, format: string) => number;

type Cell = { readonly column: number; readonly style: number; readonly start: number; readonly end: number };
type Row = ScannedRow & { readonly cells: Cell[] };

/** What comes into one row, from the first new column on; undefined where nothing does. */
type Fresh = (row: Row) => readonly (string | undefined)[];

/** A worksheet's XML after columns came into it or went out of it; what stands to the left of them stays to the letter. */
export function moveColumns(xml: string, sheet: string, step: Edit, styleWith: StyleWith): string {
  const moving = movement(step);
  if (moving === undefined) return xml;
  const parts = sheetParts(xml);
  const { prefix, outerStart, outerEnd, dataEnd } = parts;
  const rows: Row[] = [];
  const splices: Splice[] = [];
  scanSheet(xml, parts, {
    onRow: (row) => rows.push({ ...row, cells: [] }) > 0,
    onCell: ({ column, style, start, end }) => {
      rows.at(-1)?.cells.push({ column, style, start, end });
      const text = xml.slice(start, end);
      const moved = movedCell(text, column, rows.at(-1)?.row ?? 0, moving, sheet, step);
      if (moved !== text) splices.push({ start, end, text: moved });
    },
  });
  const contents = step.kind === "insert-columns" ? step.cells : [];
  const layout = step.kind === "insert-columns" ? (step.layout ?? []) : [];
  const fresh: Fresh = ({ row, cells }) => {
    const left = cells.find(({ column }) => column === moving.at - 1)?.style ?? 0;
    return Array.from({ length: Math.max(moving.count, 0) }, (_, index) => {
      const content = contents[index]?.[row] ?? null;
      const format = spanAt(layout[index]?.formats ?? [], row)?.format;
      const style = format === undefined || (content === null && left === 0) ? left : styleWith(left, format);
      return content === null && style === 0 ? undefined : writeCell(prefix, row, moving.at + index, style, content);
    });
  };
  for (const row of rows) splices.push(...rowSplices(xml, prefix, row, moving, fresh(row)));
  splices.push(...newRows(prefix, rows, contents, dataEnd, fresh));
  const head = moveSheetReferences(moveColumnWidths(xml.slice(0, outerStart), prefix, moving, layout), sheet, [step]);
  const inside = splices.map(({ start, end, text }) => ({ start: start - outerStart, end: end - outerStart, text }));
  return `${head}${opened(applySplices(xml.slice(outerStart, outerEnd), inside), prefix)}${moveSheetReferences(xml.slice(outerEnd), sheet, [step])}`;
}

/** An empty <sheetData/> into which rows have come. */
function opened(data: string, prefix: string): string {
  const tag = /^<[^>]*\/>/.exec(data)?.[0];
  return tag === undefined || tag === data ? data : `${tag.replace(/\/>$/, ">")}${data.slice(tag.length)}</${prefix}sheetData>`;
}

function movedCell(text: string, column: number, row: number, moving: Movement, sheet: string, step: Edit): string {
  const place = movedLines(column, column, moving.at, moving.count)?.first;
  if (place === undefined) return "";
  const moved = /<(?:\w+:)?f[\s>]/.test(text) ? moveFormulasIn(text, sheet, [step]) : text;
  if (place === column) return moved;
  const tagEnd = moved.indexOf(">");
  const address = `${stringifyColumn(place)}${row + 1}`;
  const tag = moved.slice(0, tagEnd);
  const named = /\sr\s*=\s*["']/.test(tag) ? tag.replace(/(\sr\s*=\s*["'])[^"']*/, `$1${address}`) : tag.replace(/^<(?:\w+:)?c/, (start) => `${start} r="${address}"`);
  return `${named}${moved.slice(tagEnd)}`;
}

function rowSplices(xml: string, prefix: string, row: Row, moving: Movement, fresh: readonly (string | undefined)[]): Splice[] {
  const { start, tagEnd, isEmptyTag, cells } = row;
  const tag = xml.slice(start, tagEnd);
  const text = fresh.join("");
  const isLeftEmpty = cells.length > 0 && cells.every(({ column }) => movedLines(column, column, moving.at, moving.count) === undefined);
  if (isLeftEmpty) {
    const end = xml.indexOf(">", xml.indexOf(`</${prefix}row`, cells.at(-1)?.end ?? tagEnd)) + 1;
    // a row that says nothing but its number came in with the columns
    const closed = /^<(?:\w+:)?row\sr="\d+">$/.test(tag) ? "" : withSpans(tag, moving, false).replace(/>$/, "/>");
    return [{ start, end: tagEnd, text: closed }, { start: cells.at(-1)?.end ?? tagEnd, end, text: "" }];
  }
  const next = withSpans(tag, moving, text !== "");
  if (text === "") return next === tag ? [] : [{ start, end: tagEnd, text: next }];
  if (isEmptyTag) return [{ start, end: tagEnd, text: `${next.replace(/\/>$/, ">")}${text}</${prefix}row>` }];
  const at = cells.find(({ column }) => column >= moving.at)?.start ?? cells.at(-1)?.end ?? tagEnd;
  return [...(next === tag ? [] : [{ start, end: tagEnd, text: next }]), { start: at, end: at, text }];
}

/** From where to where a row has cells is only a hint, but a wrong one makes Excel distrust the row; what comes in apart is a span of its own. */
function withSpans(tag: string, { at, count }: Movement, hasFresh: boolean): string {
  const spans = attributeOf(tag, "spans");
  if (spans === undefined) return tag;
  const old = spans.split(" ").map((span) => span.split(":").map((number) => Number(number) - 1));
  let isIn = !hasFresh;
  const moved = old.flatMap(([first = Number.NaN, last = Number.NaN]) => {
    const joins = hasFresh && last >= at - 1 && first <= at;
    isIn ||= joins;
    return joins ? [{ first, last: last + count }] : (movedLines(first, last, at, count) ?? []);
  });
  const all = isIn ? moved : [...moved, { first: at, last: at + count - 1 }].sort((a, b) => a.first - b.first);
  if (all.length === 0 || all.some(({ first, last }) => Number.isNaN(first + last))) return withoutSpans(tag);
  const text = all.map(({ first, last }) => `${first + 1}:${last + 1}`).join(" ");
  return text === spans ? tag : tag.replace(/(\sspans\s*=\s*["'])[^"']*/, `$1${text}`);
}

/** Rows that hold nothing but what comes in. */
function newRows(prefix: string, rows: readonly Row[], contents: Contents, dataEnd: number, fresh: Fresh): Splice[] {
  const known = new Set(rows.map(({ row }) => row));
  const length = contents.reduce((most, column) => Math.max(most, column.length), 0);
  let index = 0;
  return Array.from({ length }, (_, row) => row)
    .filter((row) => !known.has(row) && contents.some((column) => (column[row] ?? null) !== null))
    .map((row) => {
      while (index < rows.length && (rows[index]?.row ?? Infinity) < row) index += 1;
      const at = rows[index]?.start ?? dataEnd;
      return { start: at, end: at, text: `<${prefix}row r="${row + 1}">${fresh({ row, start: at, tagEnd: at, isEmptyTag: false, cells: [] }).join("")}</${prefix}row>` };
    });
}

import { readDeadline } from "../language/deadline";
import { readNumbering } from "../language/numbering";
import { readUnits } from "../language/unit";
import type { DocumentCell, DocumentTable } from "./document";
import { isUnitKind, kindOfLabel, type LabelKind } from "./labels";
import type { TableLine, Written } from "./written-lines";

/** A table whose cells a page's text puts on lines of their own: its header stands as a run of column names. */
export function withFlatTables(lines: readonly (Written | TableLine)[]): (Written | TableLine)[] {
  const result: (Written | TableLine)[] = [];
  for (let index = 0; index < lines.length; index++) {
    const header = headerAt(lines, index);
    const found = header === undefined ? undefined : readFlatTable(lines, index, header);
    const line = lines[index];
    if (found !== undefined) {
      result.push({ kind: "table", table: found.table });
      index = found.end - 1;
    } else if (line !== undefined) result.push(line);
  }
  return result;
}

type Header = { readonly kinds: readonly LabelKind[]; readonly names: readonly string[] };

const mostColumns = 10;
/** No row of a table has more lines. */
const longestRow = 60;

function headerAt(lines: readonly (Written | TableLine)[], from: number): Header | undefined {
  const kinds: LabelKind[] = [];
  const names: string[] = [];
  for (let index = from; index < lines.length && kinds.length <= mostColumns; index++) {
    const line = lines[index];
    const name = line?.kind === "written" && line.text.length <= 24 ? line.text.replace(/\s+/g, "") : "";
    const kind = name === "" ? undefined : kindOfLabel(name);
    if (kind === undefined) break;
    kinds.push(kind);
    names.push(name);
  }
  return kinds.length >= 2 && kinds.length <= mostColumns && kinds.includes("task") && kinds.some(isUnitKind) ? { kinds, names } : undefined;
}

type Cells = { readonly table: DocumentTable; readonly end: number };

function readFlatTable(lines: readonly (Written | TableLine)[], from: number, { kinds, names }: Header): Cells | undefined {
  const width = kinds.length;
  const first = from + width;
  const source = sourceAt(lines, from);
  const rows: (DocumentCell | undefined)[][] = [names.map((text) => cell(text, source))];
  const end = kinds.includes("number") ? readNumbered(lines, first, kinds, names, rows) : readCycles(lines, first, kinds, rows);
  return rows.length < 2 ? undefined : { table: { kind: "table", rows, source }, end };
}

function cell(text: string, source: number): DocumentCell {
  return { text, rowSpan: 1, columnSpan: 1, source };
}

function textAt(lines: readonly (Written | TableLine)[], index: number): string | undefined {
  const line = lines[index];
  return line?.kind === "written" ? line.text : undefined;
}

function sourceAt(lines: readonly (Written | TableLine)[], index: number): number {
  const line = lines[index];
  return line?.kind === "written" ? line.source : 0;
}

/** Rows that a running number begins; blank cells leave no line, so that others are told by what they hold. */
function readNumbered(lines: readonly (Written | TableLine)[], first: number, kinds: readonly LabelKind[], names: readonly string[], rows: (DocumentCell | undefined)[][]): number {
  const place = kinds.indexOf("number");
  const behind = kinds.length - place - 1;
  const isNumber = (index: number, value: number): boolean => textAt(lines, index)?.replace(/[.．、]$/, "") === String(value);
  let index = first;
  let value = 1;
  let category: string | undefined;
  while (index < lines.length && index - first <= place + 1 && !isNumber(index, value)) category = textAt(lines, index++);
  if (!isNumber(index, value)) return first;
  for (;;) {
    const start = index + 1;
    let next = start;
    while (next < lines.length && next - start < longestRow && textAt(lines, next) !== undefined && !isNumber(next, value + 1)) next += 1;
    const isLast = !isNumber(next, value + 1);
    const texts = lines.slice(start, isLast ? Math.min(next, start + behind) : next).map((_, offset) => textAt(lines, start + offset) ?? "").filter((text) => !names.includes(text.replace(/\s+/g, "")));
    const { cells, rest } = assign(texts, kinds.slice(place + 1));
    const source = sourceAt(lines, index);
    if (category !== undefined && place === 0) rows.push(kinds.map((_, column) => (column === 0 ? { text: category ?? "", rowSpan: 1, columnSpan: kinds.length, source } : undefined)));
    rows.push(kinds.map((_, column) => cell(column === place ? String(value) : column < place ? (column === 0 ? (category ?? "") : "") : (cells[column - place - 1] ?? ""), source)));
    if (isLast) return start + texts.length - rest.length;
    category = rest.at(-1);
    index = next;
    value += 1;
  }
}

/** Texts to columns: one each where their number fits, else by what they say. */
function assign(texts: readonly string[], kinds: readonly LabelKind[]): { readonly cells: string[]; readonly rest: readonly string[] } {
  const isWhole = texts.length === kinds.length && kinds.every((kind, index) => !(isUnitKind(kind) || kind === "deadline" || kind === "person") || holds(kind, texts[index] ?? ""));
  if (isWhole) return { cells: [...texts], rest: [] };
  const cells = kinds.map(() => "");
  const task = kinds.indexOf("task");
  let column = 0;
  for (const [index, text] of texts.entries()) {
    if (column >= kinds.length) return { cells, rest: texts.slice(index) };
    const at = column <= task ? task : kinds.findIndex((kind, place) => place >= column && holds(kind, text));
    if (at >= 0 && !(column > task && isBand(text))) {
      cells[at] = cells[at] === "" || cells[at] === undefined ? text : `${cells[at]}\n${text}`;
      column = at + 1;
    } else if (column === task + 1 && !isBand(text)) cells[task] += `\n${text}`;
    else return { cells, rest: texts.slice(index) };
  }
  return { cells, rest: [] };
}

function isBand(text: string): boolean {
  return (readNumbering(text)?.level ?? 9) <= 2;
}

function holds(kind: LabelKind, text: string): boolean {
  if (isUnitKind(kind)) return namesUnits(text);
  if (kind === "deadline") return text.length < 60 && readDeadline(text).kind !== "unreadable";
  return kind === "person" ? /^[\u4e00-\u9fff·]{2,4}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,5}$/.test(text) && !namesUnits(text) : false;
}

function namesUnits(text: string): boolean {
  if (text.length > 200 || text.includes("。")) return false;
  const { units } = readUnits(text);
  return units.length > 0 && units.filter(({ kind }) => kind !== "unknown").length * 2 > units.length;
}

/** Without a number every row must be whole; most of them must name units where units belong. */
function readCycles(lines: readonly (Written | TableLine)[], first: number, kinds: readonly LabelKind[], rows: (DocumentCell | undefined)[][]): number {
  const width = kinds.length;
  const unit = kinds.findIndex(isUnitKind);
  let index = first;
  for (; index + width <= lines.length; index += width) {
    const texts = kinds.map((_, offset) => textAt(lines, index + offset));
    if (texts.includes(undefined) || !namesUnits(texts[unit] ?? "")) break;
    rows.push(texts.map((text, offset) => cell(text ?? "", sourceAt(lines, index + offset))));
  }
  return index;
}

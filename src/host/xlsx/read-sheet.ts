import { parseAddress } from "../../core/address";
import type { Marks } from "../../core/marks";
import type { CellError, CellValue, FormatRun, Rectangle, Span, Visibility, Worksheet } from "../../core/workbook";
import { extentOf } from "../../core/worksheet-draft";
import { formulaOffsetter } from "../../formula/move-formula";
import { HostError } from "../host-error";
import { readOwnFormats } from "./own-formats";
import { refuseBroken, scanSheet, sheetParts, type ScannedCell } from "./scan-sheet";
import { readText } from "./shared-strings";
import { readFilter } from "./sheet-filter";
import { readValidations } from "./validations";
import { attributeOf, decodeCellText, decodeEntities, isTrue } from "./xml";

export type SheetContext = {
  readonly name: string;
  readonly visibility: Visibility;
  readonly strings: readonly string[];
  /** Style index → number format. */
  readonly formats: readonly string[];
  readonly uses1904Dates: boolean;
};

/** A worksheet, and what only a writer needs to know of it. */
export type ReadSheet = {
  readonly worksheet: Worksheet;
  /** Areas of array formulas: their cells are written as one or not at all. */
  readonly arrays: readonly Rectangle[];
};

type ColumnDraft = { values: CellValue[]; formulas: Map<number, string>; formats: FormatRun[] };
type SharedMaster = { readonly offset: (rows: number, columns: number) => string; readonly row: number; readonly column: number };

export function readSheet(xml: string, context: SheetContext): ReadSheet {
  const parts = sheetParts(xml);
  refuseBroken(xml, parts, context.name);
  const columns: ColumnDraft[] = [];
  const shared = new Map<string, SharedMaster>();
  const arrays: Rectangle[] = [];
  const hiddenRows: Span[] = [];
  const errors = new Map<string, CellError>();

  const onCell = (cell: ScannedCell): void => {
    const { row, column } = cell;
    const format = cell.style === 0 ? undefined : context.formats[cell.style];
    if (cell.contentStart >= cell.contentEnd && (format === undefined || format === "General")) return;
    const draft = (columns[column] ??= { values: [], formulas: new Map(), formats: [] });
    if (format !== undefined && format !== "General") addFormat(draft.formats, row, format);
    if (cell.contentStart >= cell.contentEnd) return;
    const value = readCell(xml, cell, draft, shared, arrays, context, errors);
    if (value !== null) {
      // holes would make the array slow; far-off rows are kept sparse on purpose
      if (row - draft.values.length < 1000) while (draft.values.length < row) draft.values.push(null);
      draft.values[row] = value;
    }
  };
  scanSheet(xml, parts, {
    onRow: ({ row, start, tagEnd }) => {
      const tag = xml.slice(start, tagEnd);
      if (tag.includes("hidden") && isHidden(tag)) addSpan(hiddenRows, row);
      return true;
    },
    onCell,
  });

  const merges = readMerges(xml, parts.outerEnd);
  const head = xml.slice(0, Math.max(parts.outerStart, 0));
  return {
    worksheet: {
      name: context.name,
      visibility: context.visibility,
      isProtected: isTrue(attributeOf(/<(?:\w+:)?sheetProtection\b[^>]*>/.exec(xml.slice(parts.outerEnd))?.[0] ?? "", "sheet")),
      ...extentOf(columns, merges),
      columns,
      merges,
      hiddenRows,
      hiddenColumns: readHiddenColumns(head),
      ...readMarks(xml, context.name),
    },
    arrays,
  };
}

function readMarks(xml: string, sheet: string): Marks {
  const [ownFormats, validations] = [readOwnFormats(xml), readValidations(xml, sheet)];
  return { ...readFilter(xml), ...(ownFormats.length > 0 && { ownFormats }), ...(validations.length > 0 && { validations }) };
}

function isHidden(tag: string): boolean {
  return isTrue(attributeOf(tag, "hidden"));
}

function addSpan(spans: Span[], index: number): void {
  const last = spans.at(-1);
  if (last !== undefined && last.last === index - 1) spans[spans.length - 1] = { first: last.first, last: index };
  else spans.push({ first: index, last: index });
}

function addFormat(runs: FormatRun[], row: number, format: string): void {
  const last = runs.at(-1);
  if (last !== undefined && last.last === row - 1 && last.format === format) runs[runs.length - 1] = { first: last.first, last: row, format };
  else runs.push({ first: row, last: row, format });
}

function readCell(xml: string, cell: ScannedCell, draft: ColumnDraft, shared: Map<string, SharedMaster>, arrays: Rectangle[], { strings, uses1904Dates }: SheetContext, errors: Map<string, CellError>): CellValue {
  let raw: string | undefined;
  let inline: string | undefined;
  let position = cell.contentStart;
  while (position < cell.contentEnd) {
    const open = xml.indexOf("<", position);
    if (open === -1 || open >= cell.contentEnd) break;
    const tagEnd = xml.indexOf(">", open);
    if (tagEnd === -1) break;
    let nameStart = open + 1;
    let letter = xml.charCodeAt(nameStart);
    for (let index = nameStart; index < tagEnd && xml.charCodeAt(index) > 32; index++) if (xml.charCodeAt(index) === 58) nameStart = index + 1;
    letter = xml.charCodeAt(nameStart);
    const isEmpty = xml.charCodeAt(tagEnd - 1) === 47;
    const name = xml.slice(open + 1, nameEnd(xml, open + 1, tagEnd));
    const close = isEmpty ? tagEnd + 1 : xml.indexOf(`</${name}`, tagEnd);
    if (close === -1 || close > cell.contentEnd) break;
    const text = isEmpty ? "" : xml.slice(tagEnd + 1, close);
    if (letter === 118) raw = text;
    else if (letter === 102) readFormula(xml.slice(open, tagEnd + 1), text, cell, draft, shared, arrays);
    else if (letter === 105) inline = readText(text);
    position = isEmpty ? close : xml.indexOf(">", close) + 1;
    if (position === 0) break;
  }
  return valueOf(cell.type, raw, inline, strings, uses1904Dates, errors);
}

function nameEnd(xml: string, from: number, limit: number): number {
  let index = from;
  while (index < limit) {
    const code = xml.charCodeAt(index);
    if (code <= 32 || code === 47 || code === 62) break;
    index += 1;
  }
  return index;
}

function valueOf(type: string, raw: string | undefined, inline: string | undefined, strings: readonly string[], uses1904Dates: boolean, errors: Map<string, CellError>): CellValue {
  if (type === "inlineStr" || (raw === undefined && inline !== undefined)) return inline ?? null;
  if (raw === undefined) return null;
  switch (type) {
    case "s": {
      const text = strings[Number(raw)];
      if (text === undefined) throw new HostError("damaged", "sharedStrings");
      return text;
    }
    case "str":
      return decodeCellText(unwrapped(raw));
    case "b":
      return isTrue(raw.trim());
    case "e": {
      const error = decodeEntities(raw.trim());
      let known = errors.get(error);
      if (known === undefined) errors.set(error, (known = { error }));
      return known;
    }
    case "d":
      return serialOf(raw.trim(), uses1904Dates);
    default: {
      if (raw === "") return null;
      const number = Number(raw);
      return Number.isNaN(number) ? decodeCellText(unwrapped(raw)) : number;
    }
  }
}

function unwrapped(text: string): string {
  const data = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(text);
  return data?.[1] === undefined ? text : data[1].replace(/&/g, "&amp;");
}

const dayMilliseconds = 86_400_000;

/** An ISO date as Excel counts days: from 1899-12-30, or from 1904-01-01. */
function serialOf(iso: string, uses1904Dates: boolean): CellValue {
  const time = Date.parse(/T/.test(iso) ? (/Z|[+-]\d\d:\d\d$/.test(iso) ? iso : `${iso}Z`) : `${iso}T00:00:00Z`);
  return Number.isNaN(time) ? iso : (time - Date.UTC(uses1904Dates ? 1904 : 1899, uses1904Dates ? 0 : 11, uses1904Dates ? 1 : 30)) / dayMilliseconds;
}

function readFormula(tag: string, text: string, { row, column }: ScannedCell, { formulas }: ColumnDraft, shared: Map<string, SharedMaster>, arrays: Rectangle[]): void {
  const type = tag.length < 8 ? undefined : attributeOf(tag, "t");
  const formula = decodeEntities(unwrapped(text));
  if (type === "shared") {
    const index = attributeOf(tag, "si") ?? "";
    if (formula !== "") shared.set(index, { offset: formulaOffsetter(`=${formula}`), row, column });
    const master = shared.get(index);
    if (master !== undefined) formulas.set(row, formula === "" ? master.offset(row - master.row, column - master.column) : `=${formula}`);
    return;
  }
  if (type === "array") {
    const area = parseAddress(attributeOf(tag, "ref") ?? "");
    if (area !== undefined) arrays.push(area);
  }
  if (formula !== "") formulas.set(row, `=${formula}`);
}

function readMerges(xml: string, from: number): Rectangle[] {
  const merges: Rectangle[] = [];
  for (const match of xml.slice(Math.max(from, 0)).matchAll(/<(?:\w+:)?mergeCell\s[^>]*>/g)) {
    const area = parseAddress(attributeOf(match[0], "ref") ?? "");
    if (area !== undefined && (area.top !== area.bottom || area.left !== area.right)) merges.push(area);
  }
  return withoutOverlaps(merges.sort((a, b) => a.top - b.top || a.left - b.left));
}

/** Excel allows no two merged areas to overlap; of a broken file's the first in reading order counts. */
function withoutOverlaps(merges: readonly Rectangle[]): Rectangle[] {
  const bottoms: number[] = [];
  return merges.filter(({ top, left, bottom, right }) => {
    for (let column = left; column <= right; column++) if ((bottoms[column] ?? -1) >= top) return false;
    for (let column = left; column <= right; column++) bottoms[column] = bottom;
    return true;
  });
}

function readHiddenColumns(head: string): Span[] {
  const spans: Span[] = [];
  for (const match of head.matchAll(/<(?:\w+:)?col\s[^>]*>/g)) {
    if (!isHidden(match[0])) continue;
    const first = Number(attributeOf(match[0], "min")) - 1;
    const last = Number(attributeOf(match[0], "max")) - 1;
    if (!(first >= 0 && last >= first)) continue;
    const before = spans.at(-1);
    if (before !== undefined && before.last === first - 1) spans[spans.length - 1] = { first: before.first, last };
    else spans.push({ first, last });
  }
  return spans;
}

import { parseAddress, stringifyAddress } from "../../core/address";
import type { CellContent } from "../../core/workbook";
import { HostError } from "../host-error";
import { scanSheet, sheetParts, type ScannedRow } from "./scan-sheet";
import { expandSharedFormulas, holdsSharedText } from "./shared-formulas";
import { applySplices, type Splice } from "./splices";
import { attributeOf } from "./xml";
import { writeCell } from "./write-cell";

/** Row → column → what is to stand there. */
export type CellWrites = ReadonlyMap<number, ReadonlyMap<number, CellContent>>;

type FoundCell = { readonly column: number; readonly start: number; readonly end: number; readonly style: number };

/** Replaces or adds cells in a worksheet's XML; every other character stays as it is. */
export function patchCells(source: string, writes: CellWrites): string {
  const xml = holdsSharedText(source, writes) ? expandSharedFormulas(source) : source;
  const parts = sheetParts(xml);
  if (parts.outerStart === -1) throw new HostError("damaged");
  const rows: ScannedRow[] = [];
  const cells = new Map<number, FoundCell[]>();
  scanSheet(xml, parts, {
    onRow: (row) => {
      rows.push(row);
      if (!writes.has(row.row)) return false;
      cells.set(row.row, []);
      return true;
    },
    onCell: ({ row, column, start, end, style }) => cells.get(row)?.push({ column, start, end, style }),
  });
  const styleOf = columnStyles(xml.slice(0, parts.outerStart));
  const known = new Map(rows.map((row) => [row.row, row]));
  const splices: Splice[] = [];
  const added: { row: number; text: string }[] = [];
  for (const [row, line] of [...writes].sort((a, b) => a[0] - b[0])) {
    const found = known.get(row);
    if (found === undefined) {
      const content = [...line].filter(([, after]) => after !== null).sort((a, b) => a[0] - b[0]);
      if (content.length > 0) added.push({ row, text: `<${parts.prefix}row r="${row + 1}">${content.map(([column, after]) => writeCell(parts.prefix, row, column, styleOf(column), after)).join("")}</${parts.prefix}row>` });
    } else splices.push(...patchRow(xml, parts.prefix, found, cells.get(row) ?? [], line, styleOf));
  }
  splices.push(...placeRows(added, rows, parts.dataEnd));
  const patched = applySplices(xml, openData(xml, parts, splices));
  return withDimension(patched, writes);
}

function patchRow(xml: string, prefix: string, row: ScannedRow, cells: readonly FoundCell[], line: ReadonlyMap<number, CellContent>, styleOf: (column: number) => number): Splice[] {
  const tag = xml.slice(row.start, row.tagEnd);
  const rowStyle = attributeOf(tag, "customFormat") === "1" ? Number(attributeOf(tag, "s") ?? 0) : undefined;
  const splices: Splice[] = [];
  const fresh: { at: number; column: number; text: string }[] = [];
  for (const [column, content] of line) {
    const cell = cells.find((found) => found.column === column);
    if (cell !== undefined) splices.push({ start: cell.start, end: cell.end, text: writeCell(prefix, row.row, column, cell.style, content) });
    else if (content !== null) {
      const next = cells.find((found) => found.column > column);
      fresh.push({ at: next?.start ?? cells.at(-1)?.end ?? row.tagEnd, column, text: writeCell(prefix, row.row, column, rowStyle ?? styleOf(column), content) });
    }
  }
  if (fresh.length === 0) return splices;
  fresh.sort((a, b) => a.at - b.at || a.column - b.column);
  if (row.isEmptyTag) {
    const text = `${tag.replace(/\s*\/>$/, ">")}${fresh.map((cell) => cell.text).join("")}</${prefix}row>`;
    return [{ start: row.start, end: row.tagEnd, text: withoutSpans(text) }];
  }
  for (const { at, text } of fresh) splices.push({ start: at, end: at, text });
  // `spans` is only a hint, but a wrong one makes Excel distrust the row
  if (/\sspans=/.test(tag)) splices.push({ start: row.start, end: row.tagEnd, text: withoutSpans(tag) });
  return splices;
}

export function withoutSpans(tag: string): string {
  return tag.replace(/\sspans\s*=\s*"[^"]*"/, "");
}

function placeRows(added: readonly { row: number; text: string }[], rows: readonly ScannedRow[], dataEnd: number): Splice[] {
  let index = 0;
  return added.map(({ row, text }) => {
    while (index < rows.length && (rows[index]?.row ?? Infinity) < row) index += 1;
    const at = rows[index]?.start ?? dataEnd;
    return { start: at, end: at, text };
  });
}

/** An empty <sheetData/> becomes a pair of tags before rows come in. */
function openData(xml: string, { outerStart, outerEnd, dataStart, dataEnd, prefix }: ReturnType<typeof sheetParts>, splices: readonly Splice[]): Splice[] {
  if (dataStart !== outerEnd || splices.length === 0) return [...splices];
  const inside = splices.filter(({ start }) => start === dataEnd).map(({ text }) => text).join("");
  return [{ start: outerStart, end: outerEnd, text: `${xml.slice(outerStart, outerEnd).replace(/\s*\/>$/, ">")}${inside}</${prefix}sheetData>` }];
}

function columnStyles(head: string): (column: number) => number {
  const spans = [...head.matchAll(/<(?:\w+:)?col\s[^>]*>/g)].map(([tag]) => ({ first: Number(attributeOf(tag, "min")) - 1, last: Number(attributeOf(tag, "max")) - 1, style: Number(attributeOf(tag, "style") ?? 0) }));
  return (column) => spans.find(({ first, last }) => column >= first && column <= last)?.style ?? 0;
}

function withDimension(xml: string, writes: CellWrites): string {
  const match = /<(?:\w+:)?dimension\s[^>]*>/.exec(xml.slice(0, 20_000));
  const area = match === null ? undefined : parseAddress(attributeOf(match[0], "ref") ?? "");
  if (match === null || area === undefined) return xml;
  const rows = [...writes.keys()];
  const columns = [...writes.values()].flatMap((line) => [...line.keys()]);
  const wide = {
    top: rows.reduce((a, b) => Math.min(a, b), area.top),
    left: columns.reduce((a, b) => Math.min(a, b), area.left),
    bottom: rows.reduce((a, b) => Math.max(a, b), area.bottom),
    right: columns.reduce((a, b) => Math.max(a, b), area.right),
  };
  const address = stringifyAddress(wide);
  if (address === stringifyAddress(area)) return xml;
  return xml.slice(0, match.index) + match[0].replace(/ref\s*=\s*"[^"]*"/, `ref="${address}"`) + xml.slice(match.index + match[0].length);
}

import type { Rectangle } from "../../core/workbook";
import { sizeOf } from "./group-cells";

/** A part of a worksheet, by the worksheet's index, that is still to be read. */
export type Part = { readonly sheet: number; readonly area: Rectangle };
type Size = { readonly rows: number; readonly columns: number };

/** More cells than this Excel does not answer in one range, on any platform. */
const mostCells = 5_000_000;
/** Estimates are wrong by as much: text further down may be longer. */
const margin = 0.7;

/** What a window from A1 leaves of a worksheet: what is right of it, and what is below. */
export function restOf(sheet: number, { rows, columns }: Size, window: Size): Part[] {
  const parts: Part[] = [];
  if (columns > window.columns) parts.push({ sheet, area: { top: 0, left: window.columns, bottom: Math.min(rows, window.rows) - 1, right: columns - 1 } });
  if (rows > window.rows) parts.push({ sheet, area: { top: window.rows, left: 0, bottom: rows - 1, right: columns - 1 } });
  return parts;
}

/** Cuts the parts by rows and packs them, in order, into as few responses as the limit allows. */
export function planChunks(parts: readonly Part[], payloadLimit: number, bytesPerCell: number): Part[][] {
  const budget = Math.max(1, Math.min(mostCells, Math.floor((payloadLimit * margin) / Math.max(8, bytesPerCell))));
  const chunks: Part[][] = [];
  let room = 0;
  for (const { sheet, area } of parts) {
    const columns = area.right - area.left + 1;
    for (let top = area.top; top <= area.bottom; ) {
      let rows = Math.floor(room / columns);
      if (rows <= 0 || chunks.length === 0) {
        chunks.push([]);
        room = budget;
        rows = Math.max(1, Math.floor(room / columns));
      }
      const piece = { ...area, top, bottom: Math.min(area.bottom, top + rows - 1) };
      chunks.at(-1)?.push({ sheet, area: piece });
      room -= sizeOf(piece);
      top = piece.bottom + 1;
    }
  }
  return chunks;
}

/** About what a value weighs in a response. */
export function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

import { parseAddress } from "../../core/address";
import type { Rectangle } from "../../core/workbook";
import { isSupported } from "./office-error";

/** Excel fails on a range with more than 512 merged areas, so it is asked about a few rows at a time. */
const usualBand = 256;
const smallBand = 16;

/** How Excel is asked: sparingly, and once more plainly where it does not take that. */
export type Way = { readonly band: number; readonly formulasApart: boolean; readonly withNames: boolean };
export const sparing: Way = { band: usualBand, formulasApart: true, withNames: true };
export const plain: Way = { band: smallBand, formulasApart: false, withNames: false };

export type MergedAreas = { readonly areas: Excel.RangeAreas; readonly top: number };

export function canReadMerges(): boolean {
  return isSupported("1.13");
}

/** Asks for the merged areas that begin in these rows; before ExcelApi 1.13 nobody can tell. */
export function loadMergedAreas(sheet: Excel.Worksheet, top: number, bottom: number, band: number): MergedAreas[] {
  if (!canReadMerges()) return [];
  const asked: MergedAreas[] = [];
  for (let first = top; first <= bottom; first += band) {
    const rows = sheet.getRange(`${first + 1}:${Math.min(first + band - 1, bottom) + 1}`);
    asked.push({ top: first, areas: rows.getMergedAreasOrNullObject().load("areas/items/address") });
  }
  return asked;
}

export function mergesFrom(asked: readonly MergedAreas[]): Rectangle[] {
  const merges = asked.flatMap(({ areas }) => (areas.isNullObject ? [] : areas.areas.items.map(({ address }) => rectangleOf(address))));
  return merges.sort((a, b) => a.top - b.top || a.left - b.left);
}

/** "'a sheet'!B2:C3" → its rectangle. */
export function rectangleOf(address: string): Rectangle {
  const area = parseAddress(address.slice(address.lastIndexOf("!") + 1));
  if (area === undefined) throw new Error(`Excel gave ${address} as an address`);
  return area;
}

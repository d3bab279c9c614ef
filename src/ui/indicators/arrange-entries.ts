import { parseAddress } from "../../core/address";
import { severities, type Counts } from "../../core/diagnostic";
import type { IndicatorEntry, PlaceList } from "./indicator-parts";
import { scaleOf, type Scale } from "./scale";

/** An entry with what its places come to, counted once. */
export type EntrySummary = {
  readonly entry: IndicatorEntry;
  readonly scale: Scale;
  readonly counts: Counts;
  readonly met: number;
  readonly unmet: number;
};

export type IndicatorItem =
  | { readonly kind: "entry"; readonly key: string; readonly summary: EntrySummary; readonly isLast: boolean }
  | { readonly kind: "place"; readonly key: string; readonly summary: EntrySummary; /** Its number among the entry's places. */ readonly index: number; readonly isLast: boolean }
  | { readonly kind: "rest"; readonly key: string; readonly summary: EntrySummary; readonly count: number; readonly isOpen: boolean; readonly isLast: true };

export type EntryFilter = { readonly search: string; readonly onlyFlagged: boolean; /** Ids of entries whose places are all shown. */ readonly open: ReadonlySet<string> };

/** How many places of an entry are shown before anybody asks for more. */
const shownPlaces = 3;

export function summarise(entry: IndicatorEntry): EntrySummary {
  const { places } = entry;
  const counts = { error: 0, warning: 0, info: 0 };
  let met = 0;
  let unmet = 0;
  for (const index of places.flagged) for (const { severity } of places.findingsAt(index)) counts[severity] += 1;
  for (let index = 0; index < places.count; index++) {
    const target = places.targetAt(index);
    if (target?.isMet === true) met += 1;
    else if (target?.isMet === false) unmet += 1;
  }
  return { entry, scale: scaleOf(entry.unit, places), counts, met, unmet };
}

/** Those with findings first, the gravest of them at the top; else as they stand in the workbook. */
export function inOrder(summaries: readonly EntrySummary[]): EntrySummary[] {
  return [...summaries].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ counts }: EntrySummary): number {
  const rank = severities.findIndex((severity) => counts[severity] > 0);
  return rank < 0 ? severities.length : rank;
}

/** The list as it is drawn, one item a card's head, place or button below. */
export function arrangeEntries(summaries: readonly EntrySummary[], { search, onlyFlagged, open }: EntryFilter): IndicatorItem[] {
  const wanted = search.trim().toLowerCase();
  return summaries.flatMap((summary) => {
    const found = placesFor(summary.entry, wanted, onlyFlagged);
    return found === undefined ? [] : itemsOf(summary, found, open.has(summary.entry.id));
  });
}

/** Places by their numbers: how many there are, and the first so many of them. */
type Found = { readonly count: number; readonly first: (count: number) => readonly number[] };

/** Undefined where the filter leaves the entry out. A word that is in the indicator's own text asks for all its places. */
function placesFor({ name, category = "", definition, places }: IndicatorEntry, wanted: string, onlyFlagged: boolean): Found | undefined {
  const { flagged } = places;
  if (onlyFlagged && flagged.length === 0) return undefined;
  if (wanted === "" || [name, category, definition].some((text) => text.toLowerCase().includes(wanted))) return onlyFlagged ? listed(flagged) : { count: places.count, first: (count) => flaggedFirst(places, count) };
  const says = placeTest(places, wanted);
  const found = (onlyFlagged ? flagged : flaggedFirst(places, places.count)).filter(says);
  return found.length === 0 ? undefined : listed(found);
}

function listed(found: readonly number[]): Found {
  return { count: found.length, first: (count) => found.slice(0, count) };
}

/** Whether a place's words, cell, worksheet or findings are what is looked for. */
function placeTest(places: PlaceList, wanted: string): (index: number) => boolean {
  const cell = parseAddress(wanted.toUpperCase());
  return (index) => {
    if (places.labelAt(index).toLowerCase().includes(wanted)) return true;
    const { sheet, top, left } = places.rangeAt(index);
    return (cell?.top === top && cell.left === left) || sheet.toLowerCase().includes(wanted) || places.findingsAt(index).some(({ message }) => message.zh.includes(wanted));
  };
}

function flaggedFirst({ count: all, flagged }: PlaceList, count: number): number[] {
  const found = flagged.slice(0, count);
  for (let index = 0, next = 0; index < all && found.length < count; index++) {
    if (flagged[next] === index) next += 1;
    else found.push(index);
  }
  return found;
}

function itemsOf(summary: EntrySummary, { count, first }: Found, isOpen: boolean): IndicatorItem[] {
  const { id } = summary.entry;
  const isLong = count > shownPlaces + 1;
  const shown = first(isLong && !isOpen ? shownPlaces : count);
  const items: IndicatorItem[] = [{ kind: "entry", key: id, summary, isLast: count === 0 }];
  for (const [at, index] of shown.entries()) items.push({ kind: "place", key: `${id} ${index}`, summary, index, isLast: !isLong && at === shown.length - 1 });
  if (isLong) items.push({ kind: "rest", key: `${id} …`, summary, count: count - shownPlaces, isOpen, isLast: true });
  return items;
}

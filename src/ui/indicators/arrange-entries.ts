import { stringifyAddress } from "../../core/address";
import { severities, type Counts } from "../../core/diagnostic";
import type { IndicatorEntry, IndicatorPlace } from "./indicator-parts";
import { scaleOf, type Scale } from "./scale";

/** An entry with what its places come to, counted once. */
export type EntrySummary = {
  readonly entry: IndicatorEntry;
  readonly scale: Scale;
  readonly counts: Counts;
  readonly flagged: readonly IndicatorPlace[];
  readonly met: number;
  readonly unmet: number;
};

export type IndicatorItem =
  | { readonly kind: "entry"; readonly key: string; readonly summary: EntrySummary; readonly isLast: boolean }
  | { readonly kind: "place"; readonly key: string; readonly summary: EntrySummary; readonly place: IndicatorPlace; readonly isLast: boolean }
  | { readonly kind: "rest"; readonly key: string; readonly summary: EntrySummary; readonly count: number; readonly isOpen: boolean; readonly isLast: true };

export type EntryFilter = { readonly search: string; readonly onlyFlagged: boolean; /** Ids of entries whose places are all shown. */ readonly open: ReadonlySet<string> };

/** How many places of an entry are shown before anybody asks for more. */
const shownPlaces = 3;

export function summarise(entry: IndicatorEntry): EntrySummary {
  const counts = { error: 0, warning: 0, info: 0 };
  let met = 0;
  let unmet = 0;
  for (const { findings, target } of entry.places) {
    for (const { severity } of findings) counts[severity] += 1;
    if (target?.isMet === true) met += 1;
    else if (target?.isMet === false) unmet += 1;
  }
  return { entry, scale: scaleOf(entry.unit, entry.places), counts, flagged: entry.places.filter(({ findings }) => findings.length > 0), met, unmet };
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
    const places = placesFor(summary, wanted, onlyFlagged);
    return places === undefined ? [] : itemsOf(summary, places, open.has(summary.entry.id));
  });
}

/** Undefined where the filter leaves the entry out. A word that is in the indicator's own text asks for all its places. */
function placesFor({ entry, flagged }: EntrySummary, wanted: string, onlyFlagged: boolean): readonly IndicatorPlace[] | undefined {
  const places = onlyFlagged ? flagged : flaggedFirst(entry.places, flagged);
  if (onlyFlagged && places.length === 0) return undefined;
  if (wanted === "" || [entry.name, entry.category ?? "", entry.definition].some((text) => text.toLowerCase().includes(wanted))) return places;
  const found = places.filter(({ label, range, findings }) => label.toLowerCase().includes(wanted) || stringifyAddress(range).toLowerCase() === wanted || range.sheet.toLowerCase().includes(wanted) || findings.some(({ message }) => message.zh.includes(wanted)));
  return found.length === 0 ? undefined : found;
}

function flaggedFirst(places: readonly IndicatorPlace[], flagged: readonly IndicatorPlace[]): readonly IndicatorPlace[] {
  return flagged.length === 0 || flagged.length === places.length ? places : [...flagged, ...places.filter(({ findings }) => findings.length === 0)];
}

function itemsOf(summary: EntrySummary, places: readonly IndicatorPlace[], isOpen: boolean): IndicatorItem[] {
  const { id } = summary.entry;
  const isLong = places.length > shownPlaces + 1;
  const shown = isLong && !isOpen ? places.slice(0, shownPlaces) : places;
  const items: IndicatorItem[] = [{ kind: "entry", key: id, summary, isLast: places.length === 0 }];
  for (const [index, place] of shown.entries()) items.push({ kind: "place", key: `${id} ${place.range.sheet}!${stringifyAddress(place.range)}`, summary, place, isLast: !isLong && index === shown.length - 1 });
  if (isLong) items.push({ kind: "rest", key: `${id} …`, summary, count: places.length - shownPlaces, isOpen, isLast: true });
  return items;
}

import type { IndicatorSheetChoice, OfferedIndicator } from "./indicator-parts";

export type OfferedGroup = { readonly category: string | undefined; readonly indicators: readonly OfferedIndicator[] };

/** By category, in the order in which each first comes; those without one last. */
export function groupOffered(offered: readonly OfferedIndicator[], search: string): OfferedGroup[] {
  const wanted = search.trim().toLowerCase();
  const groups = new Map<string | undefined, OfferedIndicator[]>();
  for (const indicator of offered) {
    const { name, category, definition } = indicator;
    if (![name, category ?? "", definition].some((text) => text.toLowerCase().includes(wanted))) continue;
    const group = groups.get(category);
    if (group === undefined) groups.set(category, [indicator]);
    else group.push(indicator);
  }
  const found = [...groups].map(([category, indicators]) => ({ category, indicators }));
  return [...found.filter(({ category }) => category !== undefined), ...found.filter(({ category }) => category === undefined)];
}

/** The names a person wrote, one a line; a list that was pasted from a sheet or a sentence is taken as well. */
export function entitiesOf(text: string): string[] {
  return text.split(/[\n\r\t、;；]/).map((name) => name.trim()).filter((name) => name !== "");
}

/** The first name that stands there twice. */
export function twiceIn(names: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return names.find((name) => seen.size === seen.add(name).size);
}

/** The chosen ones in the order they are offered, whatever the order of the clicks. */
export function choiceFrom(offered: readonly OfferedIndicator[], chosen: ReadonlySet<string>, rest: Omit<IndicatorSheetChoice, "indicators">): IndicatorSheetChoice {
  return { indicators: offered.flatMap(({ id }) => (chosen.has(id) ? [id] : [])), ...rest };
}

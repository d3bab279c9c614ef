import { keysOfName } from "../indicators/name-keys";
import type { Indicator } from "../indicators/indicator";
import type { Series } from "./series";

/** One indicator with every series of a workbook that measures it by the same definition. */
export type MeasuredIndicator = { readonly id: string; readonly indicator: Indicator; readonly series: readonly Series[] };

/** In the order in which each first stands in the workbook. */
export function groupByIndicator(series: readonly Series[]): MeasuredIndicator[] {
  const groups = new Map<string, { id: string; indicator: Indicator; series: Series[] }>();
  const ids = new Map<Indicator, string>();
  for (const one of series) {
    let id = ids.get(one.indicator);
    if (id === undefined) ids.set(one.indicator, (id = idOf(one.indicator)));
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { id, indicator: one.indicator, series: [one] });
    else {
      group.series.push(one);
      // written out in the sheet as the dictionary has it, it is as sure as there
      if (group.indicator.certainty === "workbook" && one.indicator.certainty !== "workbook") group.indicator = one.indicator;
    }
  }
  return [...groups.values()];
}

/** The same name by another definition is another indicator. */
function idOf({ name, formula }: Indicator): string {
  return `${keysOfName(name)[0] ?? name}\u0000${formula}`;
}

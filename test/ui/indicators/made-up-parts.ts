import { indicatorForm } from "../../../src/fill/indicator-form";
import type { IndicatorParts } from "../../../src/ui/indicators/indicator-parts";
import { entriesFor } from "./made-up-entries";
import { madeUpIndicators } from "./made-up-indicators";

/** The parts of 指标, with as many entries as are asked for whatever the workbook holds. */
export function indicatorParts(count: number): IndicatorParts {
  const entries = entriesFor(count);
  return {
    entriesOf: () => entries,
    offeredIn: () => madeUpIndicators.map(({ formula, ...indicator }) => ({ ...indicator, id: indicator.name, definition: formula })),
    sheetChanges: ({ indicators, ...choice }) => [
      { title: { zh: "新建指标表", en: "New indicator sheet" }, edits: [indicatorForm(madeUpIndicators.filter(({ name }) => indicators.includes(name)), choice)] },
    ],
  };
}

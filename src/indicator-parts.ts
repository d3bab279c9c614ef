import { indicatorForm } from "./fill/indicator-form";
import { makeDictionary } from "./indicators/dictionary";
import { readHeader } from "./indicators/header";
import type { Indicator } from "./indicators/indicator";
import { FindingsOfPlaces } from "./measurements/findings-of-places";
import { groupByIndicator, type MeasuredIndicator } from "./measurements/measured-indicators";
import { MeasuredPlaces, type ShowCell } from "./measurements/measured-places";
import { measuredBy } from "./measurements/measurements";
import type { IndicatorEntry, IndicatorParts, OfferedIndicator } from "./ui/indicators/indicator-parts";
import { cellText } from "./ui/workbench/cell-text";

const entriesOf: IndicatorParts["entriesOf"] = (result, workbook) => {
  const { series, verdicts } = measuredBy(result, workbook);
  const findings = new FindingsOfPlaces(result.diagnostics, series, verdicts);
  const show: ShowCell = (value, format) => cellText(value, format, workbook.uses1904Dates);
  return groupByIndicator(series).map((measured) => entryOf(measured, new MeasuredPlaces(measured.series, workbook, findings, show)));
};

function entryOf({ id, indicator, series }: MeasuredIndicator, places: MeasuredPlaces): IndicatorEntry {
  const [first] = series;
  const category = indicator.category ?? (first?.table.has("category") === true && first.rows[0] !== undefined ? first.table.carried(first.rows[0], "category") : "");
  return {
    ...describe(indicator),
    id,
    ...(category === "" ? {} : { category }),
    source: first !== undefined && /^[A-Z]+\d+$/.test(indicator.source) ? `${first.table.sheet}!${indicator.source}` : indicator.source,
    ...(indicator.note === undefined ? {} : { note: indicator.note }),
    places,
  };
}

function describe({ name, unit, formula, certainty }: Indicator): Pick<OfferedIndicator, "name" | "unit" | "definition" | "certainty"> {
  return { name: readHeader(name).name || name, unit, definition: formula, certainty };
}

/** By their names, each once. */
function offeredBy(dictionary: ReturnType<typeof makeDictionary>): Map<string, Indicator> {
  const found = new Map<string, Indicator>();
  for (const indicator of dictionary.indicators) if (!found.has(indicator.name)) found.set(indicator.name, indicator);
  return found;
}

const offeredIn: IndicatorParts["offeredIn"] = (workbook) => [...offeredBy(makeDictionary(workbook))].map(([id, indicator]) => ({ ...describe(indicator), id, ...(indicator.category === undefined ? {} : { category: indicator.category }) }));

const sheetChanges: IndicatorParts["sheetChanges"] = ({ indicators, ...options }, workbook) => {
  const known = offeredBy(makeDictionary(workbook));
  const chosen = indicators.flatMap((id) => known.get(id) ?? []);
  const { sheet } = options;
  return [{ title: { zh: `新建工作表“${sheet}”，放入 ${chosen.length} 个指标`, en: `Add the worksheet “${sheet}” with ${chosen.length} indicators` }, edits: [indicatorForm(chosen, options)] }];
};

/** What 指标 is made of, in either pane. */
export const indicatorParts: IndicatorParts = { entriesOf, offeredIn, sheetChanges };

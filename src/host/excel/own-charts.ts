import type { OwnChart } from "../../core/chart";
import type { DefinedName } from "../../core/workbook";
import { chartName, isChartMark, isOwnChartName, readChartMarks } from "../chart-mark";

/** What tells of charts of ours on one worksheet: the charts that are there, and the names that keep what they show. */
export type ChartsLoad = { readonly charts: Excel.ChartCollection; readonly names: Excel.NamedItemCollection };

export function loadCharts(sheet: Excel.Worksheet): Excel.ChartCollection {
  return sheet.charts.load("items/name");
}

export function loadChartsAndNames(sheet: Excel.Worksheet): ChartsLoad {
  return { charts: loadCharts(sheet), names: sheet.names.load("items/name,items/formula") };
}

export function ownChartsFrom(charts: Excel.ChartCollection, names: readonly DefinedName[]): OwnChart[] {
  const there = new Set(charts.items.map(({ name }) => name));
  return readChartMarks(names).filter((chart) => there.has(chartName(chart)));
}

export function ownChartsLoaded({ charts, names }: ChartsLoad): OwnChart[] {
  return ownChartsFrom(charts, names.items.map(({ name, formula }) => ({ name, formula: String(formula) })));
}

/** What is to be taken away before others come, leftovers among them. */
export type OwnInExcel = { readonly charts: readonly string[]; readonly names: readonly string[] };

export function ownInExcel({ charts, names }: ChartsLoad): OwnInExcel {
  const namesOf = (items: readonly { readonly name: string }[]): string[] => items.map(({ name }) => name);
  return { charts: namesOf(charts.items).filter(isOwnChartName), names: namesOf(names.items).filter(isChartMark) };
}

/** By their names: the library knows the items of a collection by their places, which shift as they go. */
export function queueChartsAway(sheet: Excel.Worksheet, { charts, names }: OwnInExcel): void {
  for (const name of charts) sheet.charts.getItem(name).delete();
  for (const name of names) sheet.names.getItem(name).delete();
}

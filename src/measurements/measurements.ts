import type { CheckContext } from "../core/rule";
import { tablesOfKind, type Table } from "../core/table";
import type { Workbook } from "../core/workbook";
import { makeDictionary } from "../indicators/dictionary";
import { keysOfName } from "../indicators/name-keys";
import { indicatorKind, type IndicatorKey } from "../templates/indicator-kind";
import { seriesInColumns } from "./column-series";
import { notesOf } from "./definition-in-effect";
import { judge, type Judgement } from "./judge";
import { seriesInRows } from "./row-series";
import type { Series } from "./series";
import type { VerdictOf, Verdict } from "./verdict";

type Known = { readonly workbook: Workbook; readonly abruptChange: number; readonly series: readonly Series[]; readonly judgement: Judgement };

/** Kept as long as the tables it was read from, so that every rule asks once. */
const known = new WeakMap<readonly Table[], Known>();

function measure({ workbook, tables, settings }: CheckContext): Known {
  const before = known.get(tables);
  if (before?.workbook === workbook && before.abruptChange === settings.abruptChange) return before;
  const series = tablesOfKind(tables, indicatorKind).flatMap((table) => seriesOf(table, workbook));
  const made = { workbook, abruptChange: settings.abruptChange, series, judgement: judge(series, workbook, settings) };
  known.set(tables, made);
  return made;
}

/** All measurements of a table, by series. */
export function seriesOf(table: Table<IndicatorKey>, workbook: Workbook): Series[] {
  const dictionary = makeDictionary(workbook);
  return table.has("indicator") ? seriesInRows(table, workbook, dictionary) : seriesInColumns(table, dictionary, notesOf(table, workbook, foldName), foldName);
}

function foldName(name: string): string {
  return keysOfName(name)[0] ?? name;
}

/** What a check has measured, without judging it once more; where it judged nothing (its rules were off), the series alone. */
export function measuredBy({ tables }: Pick<CheckContext, "tables">, workbook: Workbook): { readonly series: readonly Series[]; readonly verdicts: readonly Verdict[] } {
  const before = known.get(tables);
  if (before?.workbook === workbook) return { series: before.series, verdicts: before.judgement.verdicts };
  return { series: tablesOfKind(tables, indicatorKind).flatMap((table) => seriesOf(table, workbook)), verdicts: [] };
}

/** Every series of the workbook's indicator tables. */
export function allSeries(context: CheckContext): readonly Series[] {
  return measure(context).series;
}

export function judgementOf(context: CheckContext): Judgement {
  return measure(context).judgement;
}

/** What is wrong by one rule. */
export function verdictsOf<Rule extends Verdict["rule"]>(rule: Rule, context: CheckContext): VerdictOf<Rule>[] {
  return judgementOf(context).verdicts.filter((verdict): verdict is VerdictOf<Rule> => verdict.rule === rule);
}

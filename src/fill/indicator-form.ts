import type { AddSheet } from "../core/edit";
import type { Indicator } from "../indicators/indicator";
import { indicatorsByColumn } from "./indicators-by-column";
import { indicatorsByRow } from "./indicators-by-row";

export type IndicatorFormOptions = {
  readonly sheet: string;
  readonly title: string;
  /** Counties, units: one row each and a total. Without them there is one row an indicator. */
  readonly entities?: readonly string[];
  readonly period?: string;
  /** Room for targets, and without entities for last year's values. */
  readonly withTargets: boolean;
};

/** A sheet to fill in: its inputs empty, its formulas, guards and formats in place. */
export function indicatorForm(indicators: readonly Indicator[], options: IndicatorFormOptions): AddSheet {
  const { period = "", entities = [], title, sheet, withTargets } = options;
  const wholeTitle = period === "" || title.includes(period) ? title : `${title}（${period}）`;
  const form = { sheet, title: wholeTitle, withTargets };
  return entities.length === 0 ? indicatorsByRow(indicators, form) : indicatorsByColumn(indicators, entities, form);
}

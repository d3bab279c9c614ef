import { stringifyAddress, stringifyColumn } from "../core/address";
import type { AddSheet, Contents } from "../core/edit";
import type { CellContent, Rectangle } from "../core/workbook";
import { keysOf } from "../formula/expression";
import type { Indicator } from "../indicators/indicator";
import { guardedFormula } from "./guarded-formula";
import { definitionOf, headingOf, valueFormatOf } from "./indicator-words";

/** Below the title and the header. */
const top = 2;
/** Number and name. */
const leading = 2;

/** One row an entity: a column each term, once though several indicators share it, a column each indicator, a total of the inputs. */
export function indicatorsByColumn(indicators: readonly Indicator[], entities: readonly string[], { sheet, title, withTargets }: { readonly sheet: string; readonly title: string; readonly withTargets: boolean }): AddSheet {
  const terms = [...new Set(indicators.flatMap(({ expression }) => (expression === undefined ? [] : keysOf(expression))))];
  const columnOf = new Map(terms.map((term, index) => [term, leading + index]));
  const firstValue = leading + terms.length;
  const right = firstValue + indicators.length - 1;
  const total = top + entities.length;
  const valuesAt = (row: number): CellContent[] => indicators.map(({ expression }) => (expression === undefined ? null : guardedFormula(expression, (term) => `${stringifyColumn(columnOf.get(term) ?? 0)}${row + 1}`)));
  const lines = entities.map((entity, index): CellContent[] => [index + 1, entity, ...terms.map(() => null), ...valuesAt(top + index)]);
  const sums = terms.map((_, index): CellContent => ({ formula: `=SUM(${stringifyAddress({ top, left: leading + index, bottom: total - 1, right: leading + index })})` }));
  const totals: CellContent[] = [null, "合计", ...sums, ...valuesAt(total)];
  const targets: Contents = withTargets ? [[null, "目标值"]] : [];
  const bottom = total + targets.length;
  const definitions = indicators.map(definitionOf).filter((text) => text !== "");
  // a row apart, so that the table ends where its rows end
  const below: Contents = definitions.length === 0 ? [] : [[], ...definitions.map((text) => [text])];
  const across = (row: number): Rectangle => ({ top: row, left: 0, bottom: row, right });
  return {
    kind: "add-sheet",
    sheet,
    cells: [[title], ["序号", headerFor(entities), ...terms, ...indicators.map(headingOf)], ...lines, totals, ...targets, ...below],
    layout: {
      widths: [6, 18, ...terms.map(widthFor), ...indicators.map((indicator) => widthFor(headingOf(indicator)))],
      looks: [
        { range: across(0), look: "title" },
        { range: across(1), look: "header" },
        { range: { top, left: 0, bottom, right: 0 }, look: "body-centred" },
        { range: { top, left: 1, bottom, right: 1 }, look: "body" },
        ...(right < leading ? [] : [{ range: { top, left: leading, bottom, right }, look: "body-centred" as const }]),
      ],
      merges: [across(0), ...definitions.map((_, index) => across(bottom + 2 + index))],
      frozenRows: top,
      print: { landscape: true, repeatRows: { first: 1, last: 1 } },
      formats: indicators.flatMap((indicator, index) => {
        const format = valueFormatOf(indicator);
        return format === "General" ? [] : [{ range: { top, left: firstValue + index, bottom: total, right: firstValue + index }, format }];
      }),
    },
  };
}

function headerFor(entities: readonly string[]): string {
  return entities.every((entity) => /[省市县区旗州盟镇乡]$/.test(entity)) ? "地区" : "单位";
}

/** Wide enough for half of a long header, which then wraps. */
function widthFor(header: string): number {
  return Math.min(Math.max(header.length + 2, 12), 22);
}

import { stringifyAddress, stringifyReference } from "../../core/address";
import type { Edit, MarkEdit, SetCharts, SetFilter } from "../../core/edit";
import type { OwnFormat } from "../../core/marks";
import { chartsInBoth } from "../../core/chart";
import { cellRange } from "../../core/workbook";
import { chartName } from "../chart-mark";
import { colorsOf, markedFormula } from "../format-mark";
import { markedNote } from "../note-mark";
import { queueChartsAway, type OwnInExcel } from "./own-charts";
import { queueCharts, type MadeChart, type TextAt } from "./write-charts";

/** What of ours lies on each worksheet by now, to be taken away. */
export type OwnMarksByNow = { readonly formats: Map<string, readonly Excel.ConditionalFormat[]>; readonly charts: Map<string, OwnInExcel> };

/** Takes away what steps replace, before columns go that would take it with them: Excel does not find what is gone. */
export function queueFormatsAway(steps: readonly Edit[], { formats }: OwnMarksByNow): void {
  for (const step of steps) {
    if (step.kind !== "set-conditional-formats") continue;
    for (const format of formats.get(step.sheet) ?? []) format.delete();
    formats.set(step.sheet, []);
  }
}

/** Takes off the filters that steps replace before columns go: what a filter hides by a column that is gone stays hidden. The answer is which steps need not do so any more. */
export function queueFiltersAway({ workbook }: Excel.RequestContext, steps: readonly Edit[]): ReadonlySet<Edit> {
  const first = new Map<string, SetFilter>();
  for (const step of steps) if (step.kind === "set-filter" && !first.has(step.sheet)) first.set(step.sheet, step);
  const done = [...first.values()].filter(({ before }) => before !== null);
  for (const { sheet } of done) workbook.worksheets.getItem(sheet).autoFilter.remove();
  return new Set(done);
}

/** What of ours is taken away by now. */
type Away = { readonly formats: OwnMarksByNow["formats"]; readonly filters: ReadonlySet<Edit> };

export function queueMark({ workbook }: Excel.RequestContext, step: Exclude<MarkEdit, SetCharts>, { formats, filters }: Away): void {
  const sheet = workbook.worksheets.getItem(step.kind === "set-list" ? step.range.sheet : step.sheet);
  switch (step.kind) {
    case "set-conditional-formats":
      for (const format of formats.get(step.sheet) ?? []) format.delete();
      formats.set(step.sheet, step.after.map((format) => addFormat(sheet, format)));
      return;
    case "set-filter":
      if (step.before !== null && !filters.has(step)) sheet.autoFilter.remove();
      if (step.after !== null) sheet.autoFilter.apply(sheet.getRange(stringifyAddress(step.after)));
      return;
    case "set-note": {
      const address = stringifyAddress(cellRange(step.sheet, step.row, step.column));
      if (step.before === null && step.after !== null) sheet.notes.add(address, markedNote(step.after));
      else if (step.after === null) sheet.notes.getItem(address).delete();
      else sheet.notes.getItem(address).content = markedNote(step.after);
      return;
    }
    case "set-list": {
      const { dataValidation } = sheet.getRange(stringifyAddress(step.range));
      if (step.after === null) return dataValidation.clear();
      dataValidation.rule = { list: { inCellDropDown: true, source: `=${stringifyReference(step.after)}` } };
      // another value may be typed
      dataValidation.errorAlert = { showAlert: false, style: Excel.DataValidationAlertStyle.information, title: "", message: "" };
      return;
    }
  }
}

/** Gives the charts that were made, whose looks are still missing. */
export function queueSetCharts({ workbook }: Excel.RequestContext, { sheet, before, after }: Omit<SetCharts, "kind">, { charts }: OwnMarksByNow, textAt: TextAt): MadeChart[] {
  const worksheet = workbook.worksheets.getItem(sheet);
  const staying = new Set(chartsInBoth(before, after).map(chartName));
  const there = charts.get(sheet);
  if (there !== undefined) queueChartsAway(worksheet, { ...there, charts: there.charts.filter((name) => !staying.has(name)) });
  const { made, own } = queueCharts(worksheet, sheet, after, staying, textAt);
  charts.set(sheet, own);
  return made;
}

function addFormat(sheet: Excel.Worksheet, format: OwnFormat): Excel.ConditionalFormat {
  const added = sheet.getRange(stringifyAddress(format.range)).conditionalFormats.add(Excel.ConditionalFormatType.custom);
  const { text, fill } = colorsOf(format);
  added.custom.rule.formula = `=${markedFormula(format)}`;
  added.custom.format.font.color = `#${text}`;
  added.custom.format.fill.color = `#${fill}`;
  // behind a person's own: from the back
  added.priority = -1;
  return added;
}

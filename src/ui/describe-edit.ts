import { stringifyAddress, stringifyColumn, stringifyReference } from "../core/address";
import type { OwnChart } from "../core/chart";
import type { Edit } from "../core/edit";
import type { OwnFormat } from "../core/marks";
import type { Text } from "../core/text";
import { isError, isFormula, type CellContent, type Range, type Rectangle } from "../core/workbook";
import { strings } from "./strings";

/** One line of a preview: where, what stands there now, what will. */
export type EditLine = { readonly at: string; readonly before: Text; readonly after: Text; /** What new rows or a new sheet hold, one text a row. */ readonly contents?: readonly string[] };

export function contentText(content: CellContent): Text {
  if (content === null || content === "") return strings.empty;
  const text = isFormula(content) ? content.formula : isError(content) ? content.error : typeof content === "boolean" ? String(content).toUpperCase() : String(content);
  // a preview shows that something changes, not a whole essay
  const short = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return { zh: short, en: short };
}

export function describeEdit(edit: Edit): EditLine {
  switch (edit.kind) {
    case "set-cell":
      return { at: `${stringifyColumn(edit.column)}${edit.row + 1}`, before: contentText(edit.before), after: contentText(edit.after) };
    case "insert-rows":
      return { at: `${edit.at + 1}`, before: strings.empty, after: lines(strings.insertRow, edit.cells.length), contents: edit.cells.map(rowText) };
    case "delete-rows":
      return { at: `${edit.at + 1}`, before: lines(strings.deleteRow, edit.before.length), after: strings.empty };
    case "insert-columns":
      return { at: stringifyColumn(edit.at), before: strings.empty, after: lines(strings.insertColumn, edit.cells.length) };
    case "delete-columns":
      return { at: stringifyColumn(edit.at), before: lines(strings.deleteColumn, edit.before.length), after: strings.empty };
    case "merge":
      return { at: stringifyAddress(edit.range), before: strings.unmerged, after: strings.merged };
    case "unmerge":
      return { at: stringifyAddress(edit.range), before: strings.merged, after: strings.unmerged };
    case "add-sheet":
      return { at: edit.sheet, before: strings.empty, after: strings.newSheet, contents: edit.cells.map(rowText) };
    case "delete-sheet":
      return { at: edit.sheet, before: strings.goneSheet, after: strings.empty };
    case "keep-text":
      return { at: edit.key, before: edit.before === null ? strings.empty : strings.kept, after: edit.after === null ? strings.empty : strings.kept };
    case "set-conditional-formats":
      return { at: edit.sheet, before: formats(edit.before), after: formats(edit.after) };
    case "set-charts":
      return { at: edit.sheet, before: charts(edit.before), after: charts(edit.after) };
    case "set-filter":
      return { at: edit.sheet, before: filter(edit.before), after: filter(edit.after) };
    case "set-note":
      return { at: `${stringifyColumn(edit.column)}${edit.row + 1}`, before: contentText(edit.before), after: contentText(edit.after) };
    case "set-list":
      return { at: stringifyAddress(edit.range), before: list(edit.before), after: list(edit.after) };
  }
}

function formats(all: readonly OwnFormat[]): Text {
  return all.length === 0 ? strings.empty : strings.formats(all.length);
}

function charts(all: readonly OwnChart[]): Text {
  return all.length === 0 ? strings.empty : strings.charts(all.length);
}

function filter(area: Rectangle | null): Text {
  return area === null ? strings.empty : strings.filter(stringifyAddress(area));
}

function list(source: Range | null): Text {
  return source === null ? strings.empty : strings.list(stringifyReference(source));
}

function rowText(cells: readonly CellContent[]): string {
  return cells.map((cell) => (cell === null ? "" : contentText(cell).zh)).join(" ｜ ");
}

function lines(name: Text, count: number): Text {
  return count === 1 ? name : { zh: `${name.zh} × ${count}`, en: `${name.en} × ${count}` };
}

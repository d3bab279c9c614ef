import type { MoveFormula } from "./apply-steps";
import type { Edit, InsertColumns } from "./edit";
import { movedArea, movement, type Movement } from "./movement";
import { isFormula, isInside, textOf, type CellContent, type DefinedName, type ListObject } from "./workbook";

export function namesAfter(names: readonly DefinedName[], step: Edit, move: MoveFormula): readonly DefinedName[] {
  if (step.kind === "delete-sheet") return names.filter(({ sheet }) => sheet !== step.sheet);
  // a name of the whole workbook stands on no sheet, and its formula names the sheets it means
  return movement(step) === undefined ? names : names.map((name) => ({ ...name, formula: move(name.formula, name.sheet ?? "", step) }));
}

/** A header that is written over is the column's new name, as in Excel. */
export function listObjectsAfter(listObjects: readonly ListObject[], step: Edit): readonly ListObject[] {
  if (step.kind === "delete-sheet") return listObjects.filter(({ range }) => range.sheet !== step.sheet);
  if (step.kind === "set-cell") return listObjects.map((listObject) => (isHeader(listObject, step.sheet, step.row, step.column) ? renamed(listObject, step.column, step.after) : listObject));
  const moving = movement(step);
  return moving === undefined ? listObjects : listObjects.flatMap((listObject) => (listObject.range.sheet === moving.sheet ? (moved(listObject, moving, step) ?? []) : [listObject]));
}

function isHeader({ range, hasHeaderRow }: ListObject, sheet: string, row: number, column: number): boolean {
  return hasHeaderRow && range.sheet === sheet && row === range.top && isInside(range, row, column);
}

function renamed(listObject: ListObject, column: number, content: CellContent): ListObject {
  const place = column - listObject.range.left;
  return { ...listObject, columnNames: listObject.columnNames.map((name, index) => (index === place ? headerText(content, place) : name)) };
}

/** Excel lets no header be empty or computed. */
function headerText(content: CellContent, index: number): string {
  return isFormula(content) || textOf(content) === "" ? `Column${index + 1}` : textOf(content);
}

function moved(listObject: ListObject, moving: Movement, step: Edit): ListObject | undefined {
  const range = movedArea(listObject.range, moving);
  if (range === undefined) return undefined;
  if (moving.axis === "row") return { ...listObject, range };
  const columnNames = [...listObject.columnNames];
  const { left, right, top } = listObject.range;
  if (step.kind === "insert-columns") {
    if (moving.at > left && moving.at <= right) columnNames.splice(moving.at - left, 0, ...newNames(step, moving.at - left, top));
  } else columnNames.splice(Math.max(0, moving.at - left), Math.max(0, Math.min(right + 1, moving.at - moving.count) - Math.max(left, moving.at)));
  return { ...listObject, range, columnNames };
}

function newNames({ cells }: InsertColumns, from: number, headerRow: number): string[] {
  return cells.map((line, index) => headerText(line[headerRow] ?? null, from + index));
}

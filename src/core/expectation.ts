import { sheetOf, type Contents, type Edit, type MarkEdit, type SkipReason } from "./edit";
import { areSameCharts } from "./chart";
import { areSameFormats, keptText, noteAt } from "./marks";
import { mergeInTheWay } from "./sheet-layout";
import { contentAt, findWorksheet, isInside, isSameContent, overlaps, textOf, valueAt, type CellContent, type Range, type Rectangle, type Workbook, type Worksheet } from "./workbook";

/**
 * Whether the workbook still is as an edit expects: undefined, or why not. `together` are the edits made with it: an
 * unmerge among them frees the cells under it, a set-cell among them empties a cell before a merge, an add-sheet among
 * them brings what a list is from.
 */
export function checkEdit(workbook: Workbook, edit: Edit, together: readonly Edit[]): SkipReason | undefined {
  if (edit.kind === "add-sheet") {
    const name = edit.sheet.toLowerCase();
    if (workbook.worksheets.some((worksheet) => worksheet.name.toLowerCase() === name)) return "missing-sheet";
    if (edit.layout?.lists?.some(({ source }) => !willBeThere(workbook, source.sheet, together)) === true) return "missing-sheet";
    return mergeInTheWay(edit.layout, edit.cells) === undefined ? undefined : "covered-cell";
  }
  if (edit.kind === "keep-text") return (keptText(workbook, edit.key) ?? null) === edit.before ? undefined : "stale";
  const worksheet = findWorksheet(workbook, sheetOf(edit));
  if (worksheet === undefined) return "missing-sheet";
  switch (edit.kind) {
    case "set-cell": {
      if (!isSameContent(contentAt(worksheet, edit.row, edit.column), edit.before)) return "stale";
      const merge = worksheet.merges.find((area) => isInside(area, edit.row, edit.column));
      const isCovered = merge !== undefined && (merge.top !== edit.row || merge.left !== edit.column);
      return isCovered && !together.some((other) => other.kind === "unmerge" && isSameArea(other.range, merge)) ? "covered-cell" : undefined;
    }
    case "merge":
      return canMerge(worksheet, edit.range, together) ? undefined : "stale";
    case "unmerge":
      return worksheet.merges.some((merge) => isSameArea(merge, edit.range)) ? undefined : "stale";
    case "delete-rows":
      return hasRows(worksheet, edit.at, edit.before) ? undefined : "stale";
    case "delete-columns":
      return hasColumns(worksheet, edit.at, edit.before) ? undefined : "stale";
    case "delete-sheet":
      return holdsJust(worksheet, edit.before) ? undefined : "stale";
    case "set-conditional-formats":
    case "set-filter":
    case "set-note":
    case "set-list":
    case "set-charts":
      return checkMark(workbook, worksheet, edit, together);
    default:
      return undefined;
  }
}

/** What lies on cells is changed only where nobody else's lies. */
function checkMark(workbook: Workbook, worksheet: Worksheet, edit: MarkEdit, together: readonly Edit[]): SkipReason | undefined {
  switch (edit.kind) {
    case "set-conditional-formats":
      return areSameFormats(worksheet.ownFormats ?? [], edit.before) ? undefined : "stale";
    case "set-charts":
      return areSameCharts(worksheet.ownCharts ?? [], edit.before) ? undefined : "stale";
    case "set-filter": {
      const { filter } = worksheet;
      if (edit.before === null && filter !== undefined) return "not-ours";
      if (edit.before !== null && (filter === undefined || !isSameArea(filter, edit.before))) return "stale";
      const { after } = edit;
      return after !== null && workbook.listObjects?.some(({ range }) => range.sheet === edit.sheet && overlaps(range, after)) === true ? "not-ours" : undefined;
    }
    case "set-note": {
      const found = noteAt(worksheet, edit.row, edit.column);
      if (found?.isOwn === false) return "not-ours";
      if ((found?.text ?? null) !== edit.before) return "stale";
      const merge = worksheet.merges.find((area) => isInside(area, edit.row, edit.column));
      return merge === undefined || edit.after === null || (merge.top === edit.row && merge.left === edit.column) ? undefined : "covered-cell";
    }
    case "set-list": {
      const met = (worksheet.validations ?? []).filter(({ range }) => overlaps(range, edit.range));
      if (edit.before === null && met.length > 0) return "not-ours";
      if (edit.before !== null && !met.some(({ range, source }) => isSameArea(range, edit.range) && isSameSource(source, edit.before ?? undefined))) return "stale";
      return edit.after === null || willBeThere(workbook, edit.after.sheet, together) ? undefined : "missing-sheet";
    }
  }
}

export function isSameSource(a: Range | undefined, b: Range | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.sheet === b.sheet && isSameArea(a, b);
}

function willBeThere(workbook: Workbook, sheet: string, together: readonly Edit[]): boolean {
  return together.some((edit) => edit.kind === "add-sheet" && edit.sheet === sheet) || (findWorksheet(workbook, sheet) !== undefined && !together.some((edit) => edit.kind === "delete-sheet" && edit.sheet === sheet));
}

export function isSameArea(a: Rectangle, b: Rectangle): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

function canMerge(worksheet: Worksheet, range: Rectangle, together: readonly Edit[]): boolean {
  const isFreed = (area: Rectangle): boolean => together.some((edit) => edit.kind === "unmerge" && isSameArea(edit.range, area));
  if (worksheet.merges.some((area) => overlaps(area, range) && !isFreed(area))) return false;
  for (let column = range.left; column <= Math.min(range.right, worksheet.columnCount - 1); column++) {
    for (let row = range.top; row <= Math.min(range.bottom, worksheet.rowCount - 1); row++) {
      if (row === range.top && column === range.left) continue;
      if (textOf(valueAt(worksheet, row, column)) === "") continue;
      if (!together.some((edit) => edit.kind === "set-cell" && edit.row === row && edit.column === column && edit.after === null)) return false;
    }
  }
  return true;
}

/** To Excel an empty worksheet still has one row. */
function holdsJust(worksheet: Worksheet, before: Contents): boolean {
  const rows = before.length === 0 ? [[]] : before;
  return worksheet.rowCount <= rows.length && hasRows(worksheet, 0, rows);
}

function hasRows(worksheet: Worksheet, at: number, before: Contents): boolean {
  return before.every((cells, index) => isSameLine(cells, worksheet.columnCount, (column) => contentAt(worksheet, at + index, column)));
}

function hasColumns(worksheet: Worksheet, at: number, before: Contents): boolean {
  return before.every((cells, index) => isSameLine(cells, worksheet.rowCount, (row) => contentAt(worksheet, row, at + index)));
}

function isSameLine(cells: readonly CellContent[], length: number, found: (index: number) => CellContent): boolean {
  for (let index = 0; index < Math.max(cells.length, length); index++) {
    if (!isSameContent(cells[index] ?? null, found(index))) return false;
  }
  return true;
}

import { isMarkEdit, sheetOf, type Change, type Contents, type Edit, type KeepText, type MarkEdit, type Skipped } from "./edit";
import { placeOf } from "./arrange";
import { checkEdit, isSameArea } from "./expectation";
import type { ColumnLayout } from "./marks";
import { markDifferences, MarksDraft } from "./marks-draft";
import { listObjectsAfter, namesAfter } from "./named-places";
import { mergesOf, type SheetLayout } from "./sheet-layout";
import { contentAt, findWorksheet, isSameContent, type CellContent, type Rectangle, type Workbook, type Worksheet } from "./workbook";
import { WorksheetDraft } from "./worksheet-draft";

/** A formula after a step moved rows or columns; `sheet` is where the formula stands. */
export type MoveFormula = (formula: string, sheet: string, step: Edit) => string;

const leave: MoveFormula = (formula) => formula;

/** The workbook after sequential steps. Without `move`, formulas keep their text when rows or columns move under them. */
export function applySteps(workbook: Workbook, steps: readonly Edit[], move: MoveFormula = leave): Workbook {
  let worksheets = [...workbook.worksheets];
  const drafts = new Map<string, WorksheetDraft>();
  const draftOf = (sheet: string): WorksheetDraft => {
    let draft = drafts.get(sheet);
    if (draft === undefined) {
      const source = worksheets.find(({ name }) => name === sheet);
      if (source === undefined) throw new Error(`no worksheet ${sheet}: steps must have been arranged`);
      drafts.set(sheet, (draft = new WorksheetDraft(source)));
    }
    return draft;
  };
  let { names, listObjects } = workbook;
  const marks = new MarksDraft(workbook);
  for (const step of steps) {
    const filtered = step.kind === "set-filter" ? marks.filtered(step.sheet) : undefined;
    if (step.kind === "set-filter" && filtered !== undefined) draftOf(step.sheet).showRows(filtered.top + 1, filtered.bottom);
    marks.make(step, worksheets, move);
    names &&= namesAfter(names, step, move);
    listObjects &&= listObjectsAfter(listObjects, step);
    if (step.kind === "add-sheet") {
      worksheets.push(emptyWorksheet(step.sheet));
      const draft = draftOf(step.sheet);
      draft.insertRows(0, step.cells);
      for (const area of mergesOf(step.layout)) draft.merge(area);
      for (const { range, format } of step.layout?.formats ?? []) draft.format(range, format);
      continue;
    }
    if (step.kind === "delete-sheet") {
      worksheets = worksheets.filter(({ name }) => name !== step.sheet);
      drafts.delete(step.sheet);
      continue;
    }
    if (step.kind === "keep-text" || isMarkEdit(step)) continue;
    // formulas that come in with the step stay as they are given, and those that go out need not be moved
    const goesOut = step.kind === "delete-rows" || step.kind === "delete-columns";
    if (goesOut) applyTo(draftOf(sheetOf(step)), step);
    if (movesCells(step) && move !== leave) {
      for (const { name } of worksheets) draftOf(name).rewriteFormulas((formula) => move(formula, name, step));
    }
    if (!goesOut) applyTo(draftOf(sheetOf(step)), step);
  }
  const finished = worksheets.map((worksheet) => marks.on(drafts.get(worksheet.name)?.finish() ?? worksheet));
  return { ...workbook, worksheets: finished, ...(names && { names }), ...(listObjects && { listObjects }), ...marks.texts };
}

function applyTo(draft: WorksheetDraft, step: Exclude<Edit, { kind: "add-sheet" | "delete-sheet" } | KeepText | MarkEdit>): void {
  switch (step.kind) {
    case "set-cell":
      return draft.set(step.row, step.column, step.after);
    case "insert-rows":
      return draft.insertRows(step.at, step.cells);
    case "delete-rows":
      return draft.deleteRows(step.at, step.before.length);
    case "insert-columns":
      return draft.insertColumns(step.at, step.cells, step.layout);
    case "delete-columns":
      return draft.deleteColumns(step.at, step.before.length);
    case "merge":
      return draft.merge(step.range);
    case "unmerge":
      return draft.unmerge(step.range);
  }
}

export function movesCells(step: Edit): boolean {
  return step.kind === "insert-rows" || step.kind === "delete-rows" || step.kind === "insert-columns" || step.kind === "delete-columns";
}

export function emptyWorksheet(name: string): Worksheet {
  return { name, visibility: "visible", isProtected: false, rowCount: 0, columnCount: 0, columns: [], merges: [], hiddenRows: [], hiddenColumns: [] };
}

/** The steps that take `steps` back, in order. Exact: what moving rows or columns broke for good is set again at the end. */
export function invertSteps(workbook: Workbook, steps: readonly Edit[], move: MoveFormula = leave): Edit[] {
  const inverse: Edit[] = [];
  let current = workbook;
  // sets and merges do not disturb one another's places, so they are inverted in one go
  const firstMove = steps.findIndex((step) => step.kind !== "set-cell" && step.kind !== "merge" && step.kind !== "unmerge");
  const still = firstMove === -1 ? steps : steps.slice(0, firstMove);
  for (const step of still) inverse.unshift(...invert(current, step));
  if (firstMove === -1) return inSetLast(inverse);
  current = applySteps(current, still, move);
  for (const step of steps.slice(firstMove)) {
    inverse.unshift(...invert(current, step));
    current = applySteps(current, [step], move);
  }
  // a merge that moving rows did away with cannot be unmerged any more; the differences make up for it
  const possible = arrangeUndo(current, { title: { zh: "", en: "" }, edits: inverse }, move).steps;
  return [...possible, ...differences(applySteps(current, possible, move), workbook)];
}

/** A cell under a merge can be set only once the merge is gone, and a merge wants empty cells. */
function inSetLast(inverse: readonly Edit[]): Edit[] {
  const rank = (edit: Edit): number => (edit.kind === "unmerge" ? 0 : edit.kind === "set-cell" ? 1 : 2);
  return [...inverse].sort((a, b) => rank(a) - rank(b));
}

function invert(workbook: Workbook, step: Edit): Edit[] {
  const worksheet = findWorksheet(workbook, sheetOf(step)) ?? emptyWorksheet(sheetOf(step));
  switch (step.kind) {
    case "set-cell":
      return [{ ...step, before: step.after, after: step.before }];
    case "insert-rows":
      return [{ kind: "delete-rows", sheet: step.sheet, at: step.at, before: step.cells }];
    case "delete-rows":
      return [{ kind: "insert-rows", sheet: step.sheet, at: step.at, cells: rowsOf(worksheet, step.at, step.before.length) }];
    case "insert-columns":
      return [{ kind: "delete-columns", sheet: step.sheet, at: step.at, before: step.cells, ...laidOut(step) }];
    case "delete-columns":
      return [{ kind: "insert-columns", sheet: step.sheet, at: step.at, cells: columnsOf(worksheet, step.at, step.before.length), ...laidOut(step) }];
    case "merge":
      return [{ kind: "unmerge", range: step.range }];
    case "unmerge":
      return [{ kind: "merge", range: step.range }];
    case "add-sheet":
      return [{ kind: "delete-sheet", sheet: step.sheet, before: reachingTo(step.cells, mergesOf(step.layout)), ...laidOut(step) }];
    case "delete-sheet":
      return [{ kind: "add-sheet", sheet: step.sheet, cells: rowsOf(worksheet, 0, worksheet.rowCount), ...laidOut(step) }];
    case "set-conditional-formats":
      // as they are by now, which lines that moved may have changed
      return [{ ...step, before: step.after, after: worksheet.ownFormats ?? [] }];
    case "set-charts":
      return [{ ...step, before: step.after, after: worksheet.ownCharts ?? [] }];
    case "set-filter":
      return [{ ...step, before: step.after, after: worksheet.filter ?? null }];
    case "keep-text":
    case "set-note":
    case "set-list":
      return [exchanged(step)];
  }
}

function exchanged(step: Extract<Edit, { kind: "keep-text" | "set-note" | "set-list" }>): Edit {
  return step.kind === "set-list" ? { ...step, before: step.after, after: step.before } : { ...step, before: step.after, after: step.before };
}

function laidOut<L extends SheetLayout | readonly ColumnLayout[]>({ layout }: { readonly layout?: L }): { readonly layout?: L } {
  return layout === undefined ? {} : { layout };
}

/** As many lines as the worksheet will count: a merged area counts even where it is empty. */
function reachingTo(cells: Contents, merges: readonly Rectangle[]): Contents {
  const missing = merges.reduce((most, { bottom }) => Math.max(most, bottom + 1), 0) - cells.length;
  return missing <= 0 ? cells : [...cells, ...Array.from({ length: missing }, () => [])];
}

/** Whole rows, as edits hold them; the end of a row that holds nothing is left off. */
export function rowsOf(worksheet: Worksheet, at: number, count: number): Contents {
  return Array.from({ length: count }, (_, index) => trimmed(worksheet.columnCount, (column) => contentAt(worksheet, at + index, column)));
}

export function columnsOf(worksheet: Worksheet, at: number, count: number): Contents {
  return Array.from({ length: count }, (_, index) => trimmed(worksheet.rowCount, (row) => contentAt(worksheet, row, at + index)));
}

function trimmed(length: number, content: (index: number) => CellContent): CellContent[] {
  let end = length;
  while (end > 0 && content(end - 1) === null) end -= 1;
  return Array.from({ length: end }, (_, index) => content(index));
}

/** Edits that make the cells and merges of `from` those of `to`; both have the same worksheets. */
function differences(from: Workbook, to: Workbook): Edit[] {
  return to.worksheets.flatMap((target) => {
    const source = findWorksheet(from, target.name) ?? emptyWorksheet(target.name);
    const sheet = target.name;
    const unmerge = source.merges.filter((area) => !target.merges.some((other) => isSameArea(area, other)));
    const merge = target.merges.filter((area) => !source.merges.some((other) => isSameArea(area, other)));
    const cells: Edit[] = [];
    for (let column = 0; column < Math.max(source.columnCount, target.columnCount); column++) {
      if (source.columns[column] === target.columns[column]) continue;
      for (let row = 0; row < Math.max(source.rowCount, target.rowCount); row++) {
        const [before, after] = [contentAt(source, row, column), contentAt(target, row, column)];
        if (!isSameContent(before, after)) cells.push({ kind: "set-cell", sheet, row, column, before, after });
      }
    }
    return [
      ...unmerge.map((area): Edit => ({ kind: "unmerge", range: { sheet, ...area } })),
      ...cells,
      ...merge.map((area): Edit => ({ kind: "merge", range: { sheet, ...area } })),
      ...markDifferences(source, target),
    ];
  });
}

/**
 * Which steps of an inverse may still be made: one whose place has been changed since is skipped, and once moving rows
 * or columns back has failed on a worksheet, whatever follows there is skipped with it.
 */
export function arrangeUndo(workbook: Workbook, undo: Change, move: MoveFormula = leave): { steps: Edit[]; skipped: Skipped[] } {
  const steps: Edit[] = [];
  const skipped: Skipped[] = [];
  const lost = new Set<string>();
  let current = workbook;
  // cells set one after another do not change what the next one expects; any other step does look at them
  let pending: Edit[] = [];
  for (const step of undo.edits) {
    if (step.kind !== "set-cell" && pending.length > 0) {
      current = applySteps(current, pending, move);
      pending = [];
    }
    const reason = lost.has(sheetOf(step)) ? "stale" : checkEdit(current, step, [step]);
    if (reason !== undefined) {
      skipped.push({ change: { title: undo.title, edits: [step] }, reason, at: placeOf(step) });
      if (movesCells(step)) lost.add(sheetOf(step));
      continue;
    }
    steps.push(step);
    if (step.kind === "set-cell") pending.push(step);
    else current = applySteps(current, [step], move);
  }
  return { steps, skipped };
}

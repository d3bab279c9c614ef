import type { AddSheet, Contents } from "../core/edit";
import type { CellLook, SheetLayout } from "../core/sheet-layout";
import type { Table } from "../core/table";
import { valueAt, type CellContent, type Range, type Rectangle } from "../core/workbook";
import type { DeadlineContext } from "../language/deadline";
import { taskColumns } from "../templates/task-columns";
import type { TaskKey } from "../templates/task-list-kind";
import { categoryRuns, cellsOfRows, type FillRow, type RowCells } from "./fill-row";

export type FillTemplate = "responsibility-division" | "task-list";

/** Columns that stay empty for the office to fill in. */
export type ExtraColumn = "progress" | "status" | "note";

export type NewSheetOptions = {
  readonly name: string;
  readonly title: string;
  /** One of the product's forms, or a table of the office's own whose header is taken over. */
  readonly form: FillTemplate | Table<TaskKey>;
  readonly extras: readonly ExtraColumn[];
  readonly deadline: DeadlineContext;
  /** A line below the table, such as where it was taken from. */
  readonly note?: string;
  /** Where the names of units stand, for the lead units' dropdown. */
  readonly units?: Range;
};

type Form = {
  /** The header's rows, one entry a row. */
  readonly header: Contents;
  readonly headerMerges: readonly Rectangle[];
  readonly columns: ReadonlyMap<TaskKey, number>;
  readonly widths: readonly number[];
};

/** The worksheet that a plan becomes: title, header, rows, categories merged, laid out for A4. */
export function newTaskSheet(rows: readonly FillRow[], options: NewSheetOptions): AddSheet {
  const form = typeof options.form === "string" ? formOf(options.form, options.extras, rows) : formLike(options.form);
  const width = form.widths.length;
  const top = 1 + form.header.length;
  const contents = cellsOfRows(rows, { hasLead: form.columns.has("leadUnit"), deadline: options.deadline });
  const body = rows.map((_, row) => lineOf(row, form, contents));
  const cells: Contents = [[options.title], ...form.header, ...withoutRepeats(body, rows, form), ...(options.note === undefined ? [] : [[options.note]])];
  return { kind: "add-sheet", sheet: options.name, cells, layout: layoutOf(rows, form, { top, width, options }) };
}

const headers: { readonly [F in FillTemplate]: readonly (readonly [TaskKey, string])[] } = {
  "responsibility-division": [
    ["category", "任务分类"],
    ["number", "序号"],
    ["task", "重点任务"],
    ["leadUnit", "牵头部门"],
    ["responsibleUnit", "责任部门"],
    ["deadline", "完成时限"],
  ],
  "task-list": [
    ["category", "类别"],
    ["task", "主要任务"],
    ["responsibleUnit", "责任单位"],
  ],
};

/** In digits: a Chinese character takes two. */
const widths: { readonly [K in TaskKey]: number } = { category: 16, number: 6, task: 52, leadUnit: 16, responsibleUnit: 24, supportingUnit: 24, deadline: 17, progress: 24, status: 12, note: 14 };

const extraOrder: readonly ExtraColumn[] = ["progress", "status", "note"];

/** A document without headings has no categories: an empty column would only ask to be filled. */
function formOf(template: FillTemplate, extras: readonly ExtraColumn[], rows: readonly FillRow[]): Form {
  const hasCategories = rows.some(({ category }) => category !== "");
  const columns = [...headers[template].filter(([key]) => key !== "category" || hasCategories), ...extraOrder.filter((key) => extras.includes(key)).map((key) => [key, taskColumns[key].headers[0]] as const)];
  return {
    header: [columns.map(([, header]) => header)],
    headerMerges: [],
    columns: new Map(columns.map(([key], index) => [key, index])),
    widths: columns.map(([key]) => widths[key]),
  };
}

/** The office's own header, moved to the sheet's left edge. */
function formLike({ worksheet, bounds, headerBottom, columns }: Table<TaskKey>): Form {
  const { top, left, right } = bounds;
  const lines = Array.from({ length: headerBottom - top + 1 }, (_, row) => Array.from({ length: right - left + 1 }, (__, column) => valueAt(worksheet, top + row, left + column)));
  const merges = worksheet.merges.filter((merge) => merge.top >= top && merge.bottom <= headerBottom && merge.left >= left && merge.right <= right);
  const keys = new Map([...columns].map(([key, column]) => [column - left, key]));
  return {
    header: lines,
    // below the title, which takes the first row
    headerMerges: merges.map((merge) => ({ top: merge.top - top + 1, bottom: merge.bottom - top + 1, left: merge.left - left, right: merge.right - left })),
    columns: new Map([...columns].map(([key, column]) => [key, column - left])),
    widths: Array.from({ length: right - left + 1 }, (_, column) => widths[keys.get(column) ?? "note"]),
  };
}

function lineOf(row: number, { columns, widths: { length } }: Form, contents: RowCells): CellContent[] {
  const line = Array.from({ length }, (): CellContent => null);
  for (const [key, column] of columns) line[column] = contents.get(key)?.[row] ?? null;
  return line;
}

/** A category stands once, in the first cell of its merged area. */
function withoutRepeats(body: CellContent[][], rows: readonly FillRow[], { columns }: Form): CellContent[][] {
  const column = columns.get("category");
  if (column === undefined) return body;
  for (const { first, last } of categoryRuns(rows)) {
    for (let row = first + 1; row <= last; row++) {
      const line = body[row];
      if (line !== undefined) line[column] = null;
    }
  }
  return body;
}

function layoutOf(rows: readonly FillRow[], form: Form, { top, width, options }: { readonly top: number; readonly width: number; readonly options: NewSheetOptions }): SheetLayout {
  const bottom = top + rows.length - 1;
  const band = (first: number, last: number, look: CellLook, left = 0, right = width - 1) => ({ range: { top: first, left, bottom: last, right }, look });
  const centred = new Set(["number", "category", "leadUnit", "deadline", "status"].flatMap((key) => form.columns.get(key as TaskKey) ?? []));
  const bodies = rows.length === 0 ? [] : Array.from({ length: width }, (_, column) => band(top, bottom, centred.has(column) ? "body-centred" : "body", column, column));
  const category = form.columns.get("category");
  const categories = category === undefined ? [] : categoryRuns(rows).map(({ first, last }) => ({ top: top + first, left: category, bottom: top + last, right: category }));
  const lead = form.columns.get("leadUnit");
  const lists = options.units === undefined || lead === undefined || rows.length === 0 ? [] : [{ range: { top, left: lead, bottom, right: lead }, source: options.units }];
  const note = options.note === undefined ? [] : [{ top: bottom + 1, left: 0, bottom: bottom + 1, right: width - 1 }];
  return {
    widths: form.widths,
    looks: [band(0, 0, "title"), band(1, top - 1, "header"), ...bodies],
    merges: [{ top: 0, left: 0, bottom: 0, right: width - 1 }, ...form.headerMerges, ...categories, ...note],
    frozenRows: top,
    print: { landscape: true, repeatRows: { first: 1, last: top - 1 } },
    ...(lists.length === 0 ? {} : { lists }),
  };
}

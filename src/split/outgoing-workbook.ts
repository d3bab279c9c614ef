import { rowsOf } from "../core/apply-steps";
import type { Change, Edit } from "../core/edit";
import { keepText } from "../core/kept";
import { isOwnSheet } from "../core/own-columns";
import type { CheckContext } from "../core/rule";
import { settingsKey } from "../core/settings";
import { tablesOfKind, type Table } from "../core/table";
import { findWorksheet, type Workbook, type Worksheet } from "../core/workbook";
import { isNotes } from "../tasks/document-lines";
import { reportColumnChanges, reportKeys } from "../tasks/report-columns";
import { taskColumns } from "../templates/task-columns";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";
import { settleFormulas } from "./lasting-formulas";

/**
 * What makes of a master the workbook that is parted, whole tasks and all, in stages: each speaks of the workbook that the
 * ones before it leave. Flags are taken off beforehand.
 */
export const outgoingStages: readonly ((context: CheckContext) => Change[])[] = [
  (context) => [...settleFormulas(context, taskLists(context), wholeSheets(context)), ...takeFiltersOff(context)],
  (context) => [...dropSheets(context), ...dropKeptTexts(context.workbook), ...reportColumnChanges(context)],
  widenMerges,
];

export function taskLists({ tables }: CheckContext): Table<TaskKey>[] {
  return tablesOfKind(tables, taskListKind);
}

/** Sheets that go out as they are: notes, and what dropdowns on the lists choose from. */
function wholeSheets(context: CheckContext): Set<string> {
  const { workbook } = context;
  const lists = new Set(taskLists(context).map(({ sheet }) => sheet));
  const whole = new Set(workbook.worksheets.filter((worksheet) => isNotes(worksheet.name) && !isOwnSheet(worksheet)).map(({ name }) => name));
  const validations = workbook.worksheets.filter(({ name }) => lists.has(name)).flatMap((worksheet) => worksheet.validations ?? []);
  for (const { source } of validations) if (source !== undefined) whole.add(source.sheet);
  // a list by a name does not say which, and not every sheet that has one is for others to see
  if (validations.some(({ source }) => source === undefined)) for (const sheet of namedSheets(workbook)) if (holdsOptions.test(sheet)) whole.add(sheet);
  for (const sheet of lists) whole.delete(sheet);
  return whole;
}

const holdsOptions = /名[录单]|选项|下拉|字典|参数|数据源|基础数据|列表|序列|代码/;

function namedSheets({ worksheets, names = [] }: Workbook): string[] {
  const formulas = names.filter(({ name }) => !name.startsWith("_xlnm.")).map(({ formula }) => formula);
  return worksheets.filter(({ name }) => formulas.some((formula) => formula.includes(`${name}!`) || formula.includes(`'${name.replace(/'/g, "''")}'!`))).map(({ name }) => name);
}

function dropSheets(context: CheckContext): Change[] {
  const { workbook } = context;
  const stays = new Set([...wholeSheets(context), ...taskLists(context).map(({ sheet }) => sheet)]);
  const edits = workbook.worksheets.filter(({ name }) => !stays.has(name)).map(dropSheet);
  return edits.length === 0 || stays.size === 0 ? [] : [{ title: { zh: "去掉不发给单位的工作表", en: "Take out the sheets that do not go to the units" }, edits }];
}

export function dropSheet(worksheet: Worksheet): Edit {
  return { kind: "delete-sheet", sheet: worksheet.name, before: rowsOf(worksheet, 0, worksheet.rowCount) };
}

/** Reasons are the office's own; settings may go along. */
function dropKeptTexts(workbook: Workbook): Change[] {
  const edits = [...(workbook.kept?.keys() ?? [])].filter((key) => key !== settingsKey).flatMap((key) => keepText(workbook, key, null));
  return edits.length === 0 ? [] : [{ title: { zh: "去掉只给本单位看的记录", en: "Take out what only the office itself keeps" }, edits }];
}

/** Rows that a filter hides are tasks too: taken off and put on again it hides none. */
function takeFiltersOff(context: CheckContext): Change[] {
  const sheets = new Set(taskLists(context).map(({ sheet }) => sheet));
  return context.workbook.worksheets.flatMap(({ name, filter, isFiltered }): Change[] => {
    if (filter === undefined || isFiltered !== true || !sheets.has(name)) return [];
    return [{ title: { zh: `显示“${name}”里筛选掉的行`, en: `Show the rows of “${name}” that a filter hides` }, edits: [{ kind: "set-filter", sheet: name, before: filter, after: null }] }];
  });
}

/** A title or band over the whole width still is one with the new columns; their header is merged like the one beside it. */
function widenMerges(context: CheckContext): Change[] {
  const lists = taskLists(context);
  const changes = lists.flatMap((table): Change[] => {
    const added = addedColumns(table);
    if (added.length === 0 || added.at(-1) !== table.bounds.right) return [];
    const before = table.bounds.right - added.length;
    const edits = table.worksheet.merges.filter(({ left, right, top, bottom }) => top === bottom && left <= table.bounds.left && right === before && isOf(table, top)).flatMap((area): Edit[] => [
      { kind: "unmerge", range: { sheet: table.sheet, ...area } },
      { kind: "merge", range: { sheet: table.sheet, ...area, right: table.bounds.right } },
    ]);
    return edits.length === 0 ? [] : [{ title: { zh: "让标题盖过新加的列", en: "Let titles reach over the new columns" }, edits }];
  });
  return [...changes, ...headerMerges(lists)];
}

function isOf({ bounds, captions }: Table<TaskKey>, row: number): boolean {
  return (row >= bounds.top && row <= bounds.bottom) || captions.some(({ range }) => range.top === row);
}

function headerMerges(lists: readonly Table<TaskKey>[]): Change[] {
  return lists.flatMap((table): Change[] => {
    const { bounds, headerBottom, worksheet, sheet } = table;
    if (headerBottom === bounds.top) return [];
    const edits = addedColumns(table).flatMap((column): Edit[] => {
      const area = { top: bounds.top, bottom: headerBottom, left: column, right: column };
      return worksheet.merges.some(({ top, bottom, left, right }) => left <= column && right >= column && top <= headerBottom && bottom >= bounds.top) ? [] : [{ kind: "merge", range: { sheet, ...area } }];
    });
    return edits.length === 0 ? [] : [{ title: { zh: "合并新列的表头", en: "Merge the headers of the new columns" }, edits }];
  });
}

/** The columns that hold nothing but the header we give them. */
function addedColumns(table: Table<TaskKey>): number[] {
  return reportKeys.flatMap((key) => {
    const column = table.columns.get(key);
    if (column === undefined || table.header(key) !== taskColumns[key].headers[0]) return [];
    return table.rows.every((row) => table.isEmpty(row, key)) ? [column] : [];
  });
}

/** The filters that were taken off, on again. */
export function filtersAgain(master: Workbook, context: CheckContext): Change[] {
  const { workbook } = context;
  return master.worksheets.flatMap(({ name, filter, isFiltered }): Change[] => {
    const now = findWorksheet(workbook, name);
    const list = taskLists(context).find(({ sheet }) => sheet === name);
    if (filter === undefined || isFiltered !== true || now === undefined || now.filter !== undefined || list === undefined) return [];
    return [{ title: { zh: `“${name}”仍可筛选`, en: `Let “${name}” be filtered again` }, edits: [{ kind: "set-filter", sheet: name, before: null, after: { ...filter, right: list.bounds.right } }] }];
  });
}

import type { Change, InsertColumns } from "../core/edit";
import type { CheckContext } from "../core/rule";
import { tablesOfKind, type Table } from "../core/table";
import type { CellContent, Workbook } from "../core/workbook";
import { taskColumns } from "../templates/task-columns";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";

const columns = [
  { key: "progress", width: 30 },
  { key: "status", width: 12 },
] as const;

export type ReportKey = (typeof columns)[number]["key"];
export const reportKeys: readonly ReportKey[] = columns.map(({ key }) => key);

/** What must be done for lists to have the columns in which a unit reports, 进展情况 and 完成状态: before the notes or behind the last column. */
export function reportColumnChanges(context: CheckContext, keys: readonly ReportKey[] = reportKeys): Change[] {
  const lists = tablesOfKind(context.tables, taskListKind);
  return [...new Set(lists.map(({ sheet }) => sheet))].flatMap((sheet): Change[] => {
    const edits = insertsOn(lists.filter((table) => table.sheet === sheet), keys, context);
    return edits.length === 0 ? [] : [{ title: { zh: `在“${sheet}”里加上填报进展的列`, en: `Add the columns for reports on “${sheet}”` }, edits }];
  });
}

/** Lists below one another share the columns of their sheet: they grow together or, where they differ, only the widest does. */
function insertsOn(lists: readonly Table<TaskKey>[], keys: readonly ReportKey[], { workbook }: CheckContext): InsertColumns[] {
  const widest = Math.max(...lists.map(({ bounds }) => bounds.right));
  const growing = lists.filter((table) => table.bounds.right === widest);
  const [first] = growing;
  if (first === undefined) return [];
  const missing = columns.filter(({ key }) => keys.includes(key) && growing.every((table) => !table.has(key)));
  const at = placeFor(growing, workbook);
  if (missing.length === 0) return [];
  const last = Math.max(0, first.worksheet.rowCount - 1);
  return [
    {
      kind: "insert-columns",
      sheet: first.sheet,
      at,
      cells: missing.map(({ key }) => headerLine(growing, taskColumns[key].headers[0])),
      layout: missing.map(({ width }) => ({ width, formats: [{ first: 0, last, format: "General" }] })),
    },
  ];
}

function placeFor(lists: readonly Table<TaskKey>[], { listObjects = [] }: Workbook): number {
  const end = (lists[0]?.bounds.right ?? 0) + 1;
  const endsInNotes = lists.every((table) => table.columns.get("note") === end - 1);
  // a host cannot put a column into an Excel table
  const isListObject = listObjects.some(({ range }) => range.sheet === lists[0]?.sheet && range.right >= end - 1 && range.left < end - 1);
  return endsInNotes && !isListObject ? end - 1 : end;
}

function headerLine(lists: readonly Table<TaskKey>[], header: string): CellContent[] {
  const rows = lists.map(({ bounds }) => bounds.top);
  return Array.from({ length: Math.max(...rows) + 1 }, (_, row) => (rows.includes(row) ? header : null));
}

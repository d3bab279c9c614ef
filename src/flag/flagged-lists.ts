import { tablesOfKind, type Table } from "../core/table";
import type { Workbook, Worksheet } from "../core/workbook";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";
import { findFlagColumns, flagKeys, type FlagColumns } from "./flag-columns";

/** Task lists of a worksheet that share columns, one above the other, and so the columns of ours beside them. */
export type ListGroup = {
  readonly tables: readonly Table<TaskKey>[];
  /** Before which column ours come in. */
  readonly at: number;
  /** Where ours stand already, all three side by side. */
  readonly columns: FlagColumns | undefined;
};

export type FlaggedSheet = { readonly worksheet: Worksheet; readonly groups: readonly ListGroup[] };

/** Worksheets with task lists that have deadlines, and where flags belong on them. */
export function listsToFlag(workbook: Workbook, tables: readonly Table[]): FlaggedSheet[] {
  return workbook.worksheets.flatMap((worksheet) => {
    const here = tables.filter(({ sheet }) => sheet === worksheet.name);
    const lists = tablesOfKind(here, taskListKind).filter((table) => table.has("deadline"));
    if (lists.length === 0) return [];
    const groups = stacksOf(here).flatMap(({ left, right }): ListGroup[] => {
      const inside = lists.filter(({ bounds }) => bounds.left >= left && bounds.right <= right);
      const columns = columnsBeside(worksheet, inside);
      return inside.length === 0 ? [] : [{ tables: inside, at: besideObjects(workbook, worksheet.name, right + 1), columns }];
    });
    return [{ worksheet, groups: withoutDoubles(groups) }];
  });
}

/** Worksheets whose lists cannot be flagged as long as they are protected. */
export function protectedLists(workbook: Workbook, tables: readonly Table[]): string[] {
  return listsToFlag(workbook, tables).flatMap(({ worksheet }) => (worksheet.isProtected ? [worksheet.name] : []));
}

type Stack = { left: number; right: number };

/** Columns that tables of a worksheet take, whatever their kind: what stands one above the other is one stack. */
function stacksOf(tables: readonly Table[]): Stack[] {
  const stacks: Stack[] = [];
  for (const { left, right } of tables.map(({ bounds }) => bounds).sort((a, b) => a.left - b.left)) {
    const last = stacks.at(-1);
    if (last !== undefined && left <= last.right) last.right = Math.max(last.right, right);
    else stacks.push({ left, right });
  }
  return stacks;
}

/** Columns cannot come in through an Excel table. */
function besideObjects({ listObjects = [] }: Workbook, sheet: string, at: number): number {
  const cut = listObjects.find(({ range }) => range.sheet === sheet && range.left < at && range.right >= at);
  return cut === undefined ? at : besideObjects({ worksheets: [], uses1904Dates: false, listObjects }, sheet, cut.range.right + 1);
}

/** Ours stand within or to the right of their list; all three side by side, or they are put in anew. */
function columnsBeside(worksheet: Worksheet, tables: readonly Table<TaskKey>[]): FlagColumns | undefined {
  const found = findFlagColumns(worksheet);
  const isWhole = (index: number): boolean => flagKeys.every((key, offset) => found[index + offset]?.key === key && found[index + offset]?.column === (found[index]?.column ?? 0) + offset);
  const first = found.find(({ column }, index) => isWhole(index) && tables.some(({ bounds }) => column > bounds.left));
  return first === undefined ? undefined : { due: first.column, state: first.column + 1, days: first.column + 2 };
}

/** Two groups never share columns of ours: the nearer one has them. */
function withoutDoubles(groups: readonly ListGroup[]): ListGroup[] {
  const taken = new Set<number>();
  return [...groups].reverse().map((group) => {
    const { columns } = group;
    const isFree = columns !== undefined && !taken.has(columns.due);
    if (isFree) taken.add(columns.due);
    return isFree ? group : { ...group, columns: undefined };
  }).reverse();
}

import { normaliseHeader } from "../core/match-header";
import { mergeOver } from "../core/merged-areas";
import { isOwnHeader } from "../core/own-columns";
import { formulaAt, numberFormatAt, textOf, valueAt, type CellValue } from "../core/workbook";
import type { TaskKey } from "../templates/task-list-kind";
import type { TaskTable } from "./list-records";

/** A column of a list, also one that no template knows. */
export type ListColumn = { readonly column: number; readonly key: TaskKey | undefined; /** As written; "" where it has none. */ readonly header: string };

/** The columns of a list from left to right, without ours. */
export function listColumns(table: TaskTable): ListColumn[] {
  const keys = new Map([...table.columns].map(([key, column]) => [column, key]));
  const columns: ListColumn[] = [];
  for (let column = table.bounds.left; column <= table.bounds.right; column++) {
    const header = headerOf(table, column);
    if (!isOwnHeader(header)) columns.push({ column, key: keys.get(column), header });
  }
  return columns;
}

/** A header of several rows from top to bottom, each text once. */
function headerOf({ worksheet, bounds, headerBottom }: TaskTable, column: number): string {
  const texts: string[] = [];
  for (let row = bounds.top; row <= headerBottom; row++) {
    const text = textOf(shownAt(worksheet, row, column).value);
    if (text !== "" && !texts.includes(text)) texts.push(text);
  }
  return texts.join(" ");
}

export type ColumnPairs = { readonly pairs: readonly { readonly before: ListColumn; readonly after: ListColumn }[]; readonly dropped: readonly ListColumn[]; readonly added: readonly ListColumn[] };

/** Columns of two versions by their headers, the second of one name with the second; then by what they mean. */
export function pairColumns(before: readonly ListColumn[], after: readonly ListColumn[]): ColumnPairs {
  const pairs: { before: ListColumn; after: ListColumn }[] = [];
  const taken = new Set<ListColumn>();
  const pairBy = (signs: (columns: readonly ListColumn[]) => (string | undefined)[]): void => {
    const free = after.filter((column) => !taken.has(column));
    const signsOfFree = signs(free);
    const open = before.filter((column) => !taken.has(column));
    for (const [index, sign] of signs(open).entries()) {
      const [old, fresh] = [open[index], sign === undefined ? undefined : free[signsOfFree.indexOf(sign)]];
      if (old === undefined || fresh === undefined) continue;
      pairs.push({ before: old, after: fresh });
      taken.add(old).add(fresh);
    }
  };
  pairBy(numberedHeaders);
  pairBy((columns) => columns.map(({ key }) => key));
  pairs.sort((a, b) => a.before.column - b.before.column);
  return { pairs, dropped: before.filter((column) => !taken.has(column)), added: after.filter((column) => !taken.has(column)) };
}

function numberedHeaders(columns: readonly ListColumn[]): (string | undefined)[] {
  const counts = new Map<string, number>();
  return columns.map(({ header }) => {
    const bare = normaliseHeader(header);
    if (bare === "") return undefined;
    const count = (counts.get(bare) ?? 0) + 1;
    counts.set(bare, count);
    return `${bare} ${count}`;
  });
}

/** What a cell shows: of a merged area its first cell's, and where that stands. */
export type ShownCell = { readonly row: number; readonly column: number; readonly value: CellValue; /** Below the first row of a merged area. */ readonly isCovered: boolean };

export function shownAt(worksheet: TaskTable["worksheet"], row: number, column: number): ShownCell {
  const merge = mergeOver(worksheet, row, column);
  if (merge === undefined) return { row, column, value: valueAt(worksheet, row, column), isCovered: false };
  return { row: merge.top, column: merge.left, value: valueAt(worksheet, merge.top, merge.left), isCovered: merge.top < row };
}

export function formulaIn(worksheet: TaskTable["worksheet"], { row, column }: Pick<ShownCell, "row" | "column">): string | undefined {
  return formulaAt(worksheet, row, column);
}

export function formatIn(worksheet: TaskTable["worksheet"], { row, column }: Pick<ShownCell, "row" | "column">): string {
  return numberFormatAt(worksheet, row, column);
}

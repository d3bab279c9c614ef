import { setCell, type Change, type SetCell } from "../core/edit";
import type { Table } from "../core/table";
import { quote, type Text } from "../core/text";
import { contentAt, isFormula, type CellContent } from "../core/workbook";
import { comparable } from "../language/comparable";
import type { DeadlineContext } from "../language/deadline";
import { ordinalOf, writeOrdinal } from "../language/ordinal";
import type { TaskKey } from "../templates/task-list-kind";
import { cellsOfRows, type FillRow, type RowCells } from "./fill-row";

export const messages = {
  append: (count: number): Text => ({ zh: `在表末增加 ${count} 项任务`, en: `Add ${count} tasks below the table` }),
  fill: (task: string): Text => ({ zh: `补填“${quote(task, 20)}”的空白`, en: `Fill in what “${quote(task, 20)}” leaves blank` }),
};

/** What of a task a plan may fill in where the table leaves it blank. */
const gaps: readonly TaskKey[] = ["leadUnit", "responsibleUnit", "deadline"];
/** So much of a task's beginning tells it from others: a table may hold its heading only, or more than the plan says. */
const telling = 8;

/**
 * The changes that write rows into a table that is there: tasks it has already are recognised and only their blanks
 * are filled (with `fillsGaps`), the others are added below its last row. Nothing that is written is overwritten.
 */
export function changeTable(rows: readonly FillRow[], table: Table<TaskKey>, { fillsGaps, deadline }: { readonly fillsGaps: boolean; readonly deadline: DeadlineContext }): Change[] {
  const find = taskFinder(table);
  const places = rows.map(({ task }) => find(task));
  const hasLead = table.has("leadUnit");
  const filled = fillsGaps ? gapChanges(rows, places, table, cellsOfRows(rows, { hasLead, deadline })) : [];
  const fresh = rows.filter((_, index) => places[index] === undefined);
  if (fresh.length === 0) return filled;
  return [...filled, { title: messages.append(fresh.length), edits: [{ kind: "insert-rows", sheet: table.sheet, at: Math.max(table.bounds.bottom, table.headerBottom) + 1, cells: newLines(fresh, table, cellsOfRows(fresh, { hasLead, deadline })) }] }];
}

/** The row of the table that holds a task, by its text without width, spaces and punctuation. */
function taskFinder(table: Table<TaskKey>): (task: string) => number | undefined {
  const known = table.rows.map((row) => ({ row, text: comparable(table.text(row, "task")) })).filter(({ text }) => text !== "");
  const exact = new Map(known.map(({ row, text }) => [text, row]));
  return (task) => {
    const text = comparable(task);
    if (text === "") return undefined;
    return exact.get(text) ?? known.find((one) => Math.min(one.text.length, text.length) >= telling && (one.text.startsWith(text) || text.startsWith(one.text)))?.row;
  };
}

function gapChanges(rows: readonly FillRow[], places: readonly (number | undefined)[], table: Table<TaskKey>, contents: RowCells): Change[] {
  return rows.flatMap(({ task }, index) => {
    const row = places[index];
    if (row === undefined) return [];
    const edits = gaps.flatMap((key): SetCell[] => {
      const content = contents.get(key)?.[index] ?? null;
      if (content === null || !table.has(key) || !table.isEmpty(row, key) || table.merge(row, key) !== undefined) return [];
      const { top, left } = table.range(row, key);
      const before = contentAt(table.worksheet, top, left);
      return isFormula(before) ? [] : [setCell(table.sheet, top, left, before, content)];
    });
    return edits.length === 0 ? [] : [{ title: messages.fill(task), edits }];
  });
}

/** One line a row from column A on, numbered on from the table's last number, categories written as the table writes them. */
function newLines(rows: readonly FillRow[], table: Table<TaskKey>, contents: RowCells): CellContent[][] {
  const numbers = numbersAfter(rows, table, contents);
  const writesEach = writesEveryCategory(table);
  let category = table.rows.length === 0 ? "" : table.carried(table.rows.at(-1) ?? 0, "category");
  return rows.map((row, index) => {
    const line: CellContent[] = [];
    for (const [key, column] of table.columns) {
      const isRepeated = key === "category" && row.category === category && !writesEach;
      line[column] = key === "number" ? (numbers[index] ?? null) : isRepeated ? null : (contents.get(key)?.[index] ?? null);
    }
    if (row.category !== "") category = row.category;
    return Array.from(line, (content) => content ?? null);
  });
}

function numbersAfter(rows: readonly FillRow[], table: Table<TaskKey>, contents: RowCells): CellContent[] {
  const last = [...table.rows].reverse().find((row) => !table.isEmpty(row, "number"));
  if (!table.has("number") || last === undefined) return [...(contents.get("number") ?? [])];
  const like = table.value(last, "number");
  const value = typeof like === "number" ? like : ordinalOf(table.text(last, "number"));
  if (value === undefined) return rows.map(() => null);
  return rows.map((_, index) => (typeof like === "string" ? writeOrdinal(like, value + index + 1) : value + index + 1));
}

/** Every row names its category, also where it is that of the row above. */
function writesEveryCategory(table: Table<TaskKey>): boolean {
  const isWritten = (row: number): boolean => !table.isEmpty(row, "category") && table.merge(row, "category") === undefined;
  const isRestated = (row: number, index: number): boolean => index > 0 && table.text(row, "category") === table.text(table.rows[index - 1] ?? row, "category");
  return table.has("category") && table.rows.every(isWritten) && table.rows.some(isRestated);
}

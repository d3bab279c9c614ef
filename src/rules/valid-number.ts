import type { Fix } from "../core/diagnostic";
import { setCell, type SetCell } from "../core/edit";
import { defineRule, type Report } from "../core/rule";
import type { Derivation, Table } from "../core/table";
import { contentAt, isFormula, isSameContent, type CellContent } from "../core/workbook";
import { ordinalOf, writeOrdinal } from "../language/ordinal";
import { readSequence, type Break, type Numbered, type SequenceReading } from "../language/sequence";
import { isTotalRow } from "../tasks/total-row";
import { taskListKind, type TaskKey } from "../templates/task-list-kind";

export const messages = {
  empty: () => ({ zh: "“序号”一列全部空白，请填写", en: "The column of numbers is empty; please fill it in" }),
  missing: () => ({ zh: "这一行没有序号，请补上", en: "This row has no number; please add it" }),
  repeated: (value: number) => ({ zh: `序号${value}重复，请核对`, en: `The number ${value} occurs twice; please check` }),
  jump: (previous: number | undefined, value: number, expected: number) => ({
    zh: previous === undefined ? `序号从${value}开始，应为${expected}，请核对是否缺行` : `序号从${previous}跳到${value}，缺${expected}，请核对是否缺行`,
    en: previous === undefined ? `The numbers begin at ${value} instead of ${expected}; please check for missing rows` : `The numbers jump from ${previous} to ${value}, leaving out ${expected}; please check for missing rows`,
  }),
  disorder: (value: number, expected: number) => ({
    zh: `序号${value}次序不对，此处应为${expected}，请核对`,
    en: `The number ${value} is out of order where ${expected} is expected; please check`,
  }),
  renumber: () => ({ zh: "重新编排本表序号", en: "Number the table anew" }),
};

export default defineRule({
  id: "valid-number",
  description: {
    zh: "序号缺号、重号、跳号往往意味着漏行或错行；换一个类别从1重新编号是允许的，1.1这类分级编号不查",
    en: "A gap or a repeated number often means a lost row; starting again at 1 with a new category is legitimate, numbers such as 1.1 are passed over",
  },
  severity: "warning",
  scope: "table",
  kind: taskListKind,
  // a row that is checked again has a task before and after
  reads: ["category", "number"],
  *check(table) {
    if (!table.has("number")) return;
    const { rows, cells } = numbersOf(table);
    const first = rows[0];
    const style = styleOf(cells);
    if (first === undefined || style === "other") return;
    const reading = readSequence(cells);
    const fixes = renumber(table, rows, cells, reading);
    if (style === "empty") {
      yield { range: table.range(first, "number"), message: messages.empty(), fixes };
      return;
    }
    for (const found of reading.breaks) {
      const row = rows[found.index];
      if (row !== undefined) yield { ...reportOf(table, row, found), fixes };
    }
  },
});

function reportOf(table: Table<TaskKey>, row: number, found: Break): Report {
  const range = table.range(row, "number");
  switch (found.kind) {
    case "missing":
      return { range, message: messages.missing() };
    case "repeated":
      return { range, message: messages.repeated(found.value) };
    case "jump":
      return { range, message: messages.jump(found.previous, found.value, found.expected) };
    case "disorder":
      return { range, message: messages.disorder(found.value, found.expected) };
  }
}

/** The rows that ought to have a number, with what stands there. */
type Numbers = { readonly rows: readonly number[]; readonly cells: readonly Numbered[]; /** What stands in each row's own category cell. */ readonly categories: readonly string[] };
type Kept = { numbers: Numbers | undefined; readonly stale: Set<number> };

const keptOf: Derivation<Kept, TaskKey> = { make: () => ({ numbers: undefined, stale: new Set() }), forget: ({ stale }, rows) => rows.forEach((row) => stale.add(row)) };

function numbersOf(table: Table<TaskKey>): Numbers {
  const kept = table.derived(keptOf);
  kept.numbers = (kept.numbers === undefined ? undefined : withChanged(kept.numbers, table, kept.stale)) ?? readNumbers(table);
  kept.stale.clear();
  return kept.numbers;
}

function readNumbers(table: Table<TaskKey>): Numbers {
  const rows: number[] = [];
  const cells: Numbered[] = [];
  const categories: string[] = [];
  let category: string | undefined;
  for (const row of table.rows) {
    if (table.isCovered(row, "number")) continue;
    const value = numberAt(table, row);
    if (value === undefined) continue;
    const current = table.carried(row, "category");
    rows.push(row);
    cells.push({ value, isStart: category === undefined || current !== category });
    categories.push(table.text(row, "category"));
    category = current;
  }
  return { rows, cells, categories };
}

/** In a long list one number is put in its place; undefined where the count of numbers may have changed. */
function withChanged({ rows, cells, categories }: Numbers, table: Table<TaskKey>, stale: ReadonlySet<number>): Numbers | undefined {
  const changed = [...cells];
  const own = [...categories];
  let isRegrouped = false;
  for (const row of stale) {
    const index = placeIn(rows, row);
    const [cell, value] = [cells[index], numberAt(table, row)];
    if (cell === undefined || value === undefined) return undefined;
    changed[index] = { ...cell, value };
    own[index] = table.text(row, "category");
    isRegrouped ||= own[index] !== categories[index];
  }
  const numbers = { rows, cells: changed, categories: own };
  return isRegrouped ? regrouped(numbers, table) : numbers;
}

/** The same numbers under categories that have moved. */
function regrouped({ rows, cells, categories }: Numbers, table: Table<TaskKey>): Numbers {
  const moved = [...cells];
  let category: string | undefined;
  for (let index = 0; index < rows.length; index++) {
    const cell = cells[index];
    const current = table.carried(rows[index] ?? 0, "category");
    const isStart = category === undefined || current !== category;
    category = current;
    if (cell !== undefined && cell.isStart !== isStart) moved[index] = { ...cell, isStart };
  }
  return { rows, cells: moved, categories };
}

/** By halving: the rows are in order. */
function placeIn(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row ? low : -1;
}

/** Undefined for a row that needs none: a total, or a row without a task. */
function numberAt(table: Table<TaskKey>, row: number): Numbered["value"] | undefined {
  if (isTotalRow(table, row)) return undefined;
  const value = table.value(row, "number");
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  const text = table.text(row, "number");
  if (text !== "") return ordinalOf(text) ?? "unreadable";
  return (table.has("task") && table.isEmpty(row, "task")) || table.isCovered(row, "task") ? undefined : "blank";
}

/** "other": codes, numbers of several levels, or a number written once for a group of rows. */
function styleOf(cells: readonly Numbered[]): "plain" | "empty" | "other" {
  let [blank, unreadable] = [0, 0];
  for (const { value } of cells) {
    if (value === "blank") blank += 1;
    else if (value === "unreadable") unreadable += 1;
  }
  const readable = cells.length - blank - unreadable;
  if (readable + unreadable === 0) return "empty";
  return unreadable > 0 && unreadable * 2 >= readable ? "other" : isGrouped(cells, blank) ? "other" : "plain";
}

/** Most rows are blank, and behind the blanks the numbers go on by one. */
function isGrouped(cells: readonly Numbered[], blank: number): boolean {
  if (blank * 2 <= cells.length) return false;
  let previous: number | undefined;
  let isAfterBlank = false;
  let groups = 0;
  for (const { value } of cells) {
    if (typeof value === "number") {
      if (isAfterBlank && value === (previous ?? 0) + 1) groups += 1;
      previous = value;
    }
    isAfterBlank = value === "blank";
  }
  return groups >= 2;
}

/** One set of edits for all reports of a table; none where numbers are computed. */
function renumber(table: Table<TaskKey>, rows: readonly number[], cells: readonly Numbered[], { breaks, restarts, first }: SequenceReading): Fix[] {
  if (breaks.length === 0) return [];
  const column = table.columns.get("number") ?? 0;
  const content = (index: number): CellContent => {
    const { top, left } = table.range(rows[index] ?? 0, "number");
    return contentAt(table.worksheet, top, left);
  };
  // where numbers are computed nobody types them anew
  if ((table.worksheet.columns[column]?.formulas.size ?? 0) > 0 && cells.some((_, index) => isFormula(content(index)))) return [];
  const edits: SetCell[] = [];
  let next = first;
  let like = -1;
  for (let index = 0; index < cells.length; index++) {
    const value = cells[index]?.value;
    if (value === undefined || value === "unreadable") continue;
    if (restarts.has(index)) next = 1;
    if (value !== "blank") like = index;
    if (value !== next) {
      const model = like < 0 ? null : content(like);
      const [before, after] = [content(index), typeof model === "string" ? writeOrdinal(model, next) : next];
      const { top, left } = table.range(rows[index] ?? 0, "number");
      if (!isSameContent(before, after)) edits.push(setCell(table.sheet, top, left, before, after));
    }
    next += 1;
  }
  return edits.length === 0 ? [] : [{ title: messages.renumber(), edits, safe: false }];
}

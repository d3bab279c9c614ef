import { columnsOf } from "../core/apply-steps";
import { setCell, type Change, type Edit } from "../core/edit";
import { keepText } from "../core/kept";
import type { Text } from "../core/text";
import { contentAt, type Workbook, type Worksheet } from "../core/workbook";
import { bareHeader, findFlagColumns, flagHeader, flagKeys, flagLayout, isOurs, type FoundColumn } from "./flag-columns";
import { isFlagFormat } from "./flag-formats";

/** The workbook keeps that it has flags, so that a host can put back with the last of them what it changed on their account. */
export const flagsKey = "flags";
export const flagsText = JSON.stringify({ version: 1 });

/** Kept as long as there are notes of ours, so that an Excel that cannot see them knows of them. */
export const flagNotesKey = "flag-notes";

export const clearTitle = (sheet: string): Text => ({ zh: `清除“${sheet}”的标注`, en: `Take the flags off “${sheet}”` });

export const leftNotesTitle: Text = { zh: "清除标注的批注", en: "Take away the notes of flags" };

const forgetTitle: Text = { zh: "不再记着有标注", en: "Forget that there were flags" };

/** Takes every flag out of the workbook; what somebody has written into a column of ours stays, and the column with it. */
export function clearFlags(workbook: Workbook): Change[] {
  const changes = workbook.worksheets.flatMap((worksheet): Change[] => {
    const edits = clearEdits(worksheet);
    return edits.length === 0 ? [] : [{ title: clearTitle(worksheet.name), edits }];
  });
  const areNotesLeft = workbook.lacksNotes === true && workbook.kept?.has(flagNotesKey) === true;
  const forgotten = [...keepText(workbook, flagsKey, null), ...(areNotesLeft ? [] : keepText(workbook, flagNotesKey, null))];
  // told by being skipped: notes are there, and this Excel has no way to them
  const left = areNotesLeft ? workbook.worksheets.slice(0, 1).map(({ name: sheet }): Change => ({ title: leftNotesTitle, edits: [{ kind: "set-note", sheet, row: 0, column: 0, before: "", after: null }] })) : [];
  const [first = { title: forgetTitle, edits: [] }, ...others] = changes;
  return [...(forgotten.length === 0 ? changes : [{ ...first, edits: [...first.edits, ...forgotten] }, ...others]), ...left];
}

function clearEdits(worksheet: Worksheet): Edit[] {
  const { name: sheet, ownFormats = [], filter, notes = [] } = worksheet;
  const found = findFlagColumns(worksheet);
  const edits = dropColumns(worksheet, found);
  const gone = edits.flatMap((edit) => (edit.kind === "delete-columns" ? edit.before.map((_, index) => edit.at + index) : []));
  const others = ownFormats.filter((format) => !isFlagFormat(format));
  // formats in columns that go are told of as they were read
  if (others.length < ownFormats.length) edits.push({ kind: "set-conditional-formats", sheet, before: ownFormats, after: others });
  // a filter over our columns is the one that came with them
  if (filter !== undefined && found.some(({ column }) => column >= filter.left && column <= filter.right)) edits.push({ kind: "set-filter", sheet, before: filter, after: null });
  for (const { row, column, text, isOwn } of notes) {
    if (isOwn && !gone.includes(column)) edits.push({ kind: "set-note", sheet, row, column: column - gone.filter((other) => other < column).length, before: text, after: null });
  }
  return edits;
}

/** Takes columns of ours out; one that holds something else besides is the person's from now on. */
export function dropColumns(worksheet: Worksheet, columns: readonly FoundColumn[]): Edit[] {
  const isWhole = ({ column }: FoundColumn): boolean => rowsOf(worksheet).every((row) => isOurs(worksheet, row, column));
  const whole = columns.filter(isWhole);
  const kept = columns.filter((each) => !whole.includes(each));
  return [...kept.flatMap((each) => handOver(worksheet, each)), ...runsOf(whole.map(({ column }) => column)).map(([at, count]) => deletion(worksheet, at, count))];
}

function deletion(worksheet: Worksheet, at: number, count: number): Edit {
  return { kind: "delete-columns", sheet: worksheet.name, at, before: columnsOf(worksheet, at, count), ...(count === flagKeys.length ? { layout: flagLayout(0, Math.max(0, worksheet.rowCount - 1)) } : {}) };
}

function handOver(worksheet: Worksheet, { column, key }: FoundColumn): Edit[] {
  return rowsOf(worksheet).flatMap((row) => {
    const before = contentAt(worksheet, row, column);
    if (before === null || !isOurs(worksheet, row, column)) return [];
    return [setCell(worksheet.name, row, column, before, before === flagHeader(key) ? bareHeader(key) : null)];
  });
}

function rowsOf({ rowCount }: Worksheet): number[] {
  return Array.from({ length: rowCount }, (_, row) => row);
}

/** 5 6 7 9 → five to seven, nine. */
function runsOf(columns: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last !== undefined && column === last[0] + last[1]) last[1] += 1;
    else runs.push([column, 1]);
  }
  return runs;
}

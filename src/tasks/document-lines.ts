import { isOwnSheet } from "../core/own-columns";
import type { CheckContext } from "../core/rule";
import type { Derivation, Table } from "../core/table";
import { textOf, type Workbook } from "../core/workbook";
import { readDocumentDates, type DocumentDates } from "../language/document-dates";
import type { TaskKey } from "../templates/task-list-kind";

/** What "the document says" of a table: the lines above it, those below it, and what stands on a sheet called 说明. */
export type DocumentLines = { readonly titles: readonly string[]; readonly lines: readonly string[] };

type Kept = { lines: DocumentLines | undefined; dates: DocumentDates | undefined };

/** The lines around a table and the notes stay as they are while its records change. */
const keptOf: Derivation<Kept, TaskKey> = { make: () => ({ lines: undefined, dates: undefined }), forget: () => undefined };

export function documentLines(table: Table<TaskKey>, { workbook }: CheckContext): DocumentLines {
  const kept = table.derived(keptOf);
  return (kept.lines ??= readLines(table, workbook));
}

function readLines(table: Table<TaskKey>, workbook: Workbook): DocumentLines {
  const above = table.captions.filter(({ range }) => range.top < table.bounds.top).map(({ text }) => text);
  const below = table.captions.filter(({ range }) => range.top >= table.bounds.top).map(({ text }) => text);
  const notes = workbook.worksheets
    .filter((worksheet) => isNotes(worksheet.name) && !isOwnSheet(worksheet))
    .flatMap(({ columns }) => columns.flatMap((column) => column?.values.flatMap((value) => textOf(value ?? null) || []) ?? []));
  return { titles: above, lines: [...below, ...notes] };
}

/** A sheet that says what the others leave unsaid: 说明, 填报说明. */
export function isNotes(sheet: string): boolean {
  return sheet.trim().endsWith("说明");
}

/** The document's year, issue and validity; what the settings say stands over what the workbook says. */
export function documentDates(table: Table<TaskKey>, context: CheckContext): DocumentDates {
  const kept = table.derived(keptOf);
  const found = (kept.dates ??= readDates(table, documentLines(table, context)));
  const { documentYear, issued, validTo } = context.settings;
  return { ...found, ...(documentYear === undefined ? {} : { year: documentYear }), ...(issued === undefined ? {} : { issued }), ...(validTo === undefined ? {} : { validTo }) };
}

function readDates(table: Table<TaskKey>, { titles, lines: others }: DocumentLines): DocumentDates {
  // the column's own header may say it: 完成时限（2024年）
  const found = readDocumentDates(table.has("deadline") ? [...titles, table.header("deadline")] : titles, others);
  // a sheet called 2024年 speaks where no title does
  const year = found.year ?? (titles.some((title) => /\d{4}年/.test(title)) ? undefined : readDocumentDates([table.sheet], []).year);
  return { ...found, ...(year === undefined ? {} : { year }) };
}

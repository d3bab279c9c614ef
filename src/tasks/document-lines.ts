import type { CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import { textOf } from "../core/workbook";
import { readDocumentDates, type DocumentDates } from "../language/document-dates";
import type { TaskKey } from "../templates/task-list-kind";

/** What "the document says" of a table: the lines above it, those below it, and what stands on a sheet called 说明. */
export type DocumentLines = { readonly titles: readonly string[]; readonly lines: readonly string[] };

const linesOfTable = new WeakMap<Table<TaskKey>, DocumentLines>();
const datesOfTable = new WeakMap<Table<TaskKey>, DocumentDates>();

export function documentLines(table: Table<TaskKey>, { workbook }: CheckContext): DocumentLines {
  let lines = linesOfTable.get(table);
  if (lines === undefined) {
    const above = table.captions.filter(({ range }) => range.top < table.bounds.top).map(({ text }) => text);
    const below = table.captions.filter(({ range }) => range.top >= table.bounds.top).map(({ text }) => text);
    const notes = workbook.worksheets
      .filter(({ name }) => name.trim().endsWith("说明"))
      .flatMap(({ columns }) => columns.flatMap((column) => column?.values.flatMap((value) => textOf(value ?? null) || []) ?? []));
    linesOfTable.set(table, (lines = { titles: above, lines: [...below, ...notes] }));
  }
  return lines;
}

/** The document's year, issue and validity; what the settings say stands over what the workbook says. */
export function documentDates(table: Table<TaskKey>, context: CheckContext): DocumentDates {
  let dates = datesOfTable.get(table);
  if (dates === undefined) {
    const { titles, lines } = documentLines(table, context);
    // the column's own header may say it: 完成时限（2024年）
    const found = readDocumentDates(table.has("deadline") ? [...titles, table.header("deadline")] : titles, lines);
    // a sheet called 2024年 speaks where no title does
    const year = found.year ?? (titles.some((title) => /\d{4}年/.test(title)) ? undefined : readDocumentDates([table.sheet], []).year);
    datesOfTable.set(table, (dates = { ...found, ...(year === undefined ? {} : { year }) }));
  }
  const { documentYear, issued, validTo } = context.settings;
  return { ...dates, ...(documentYear === undefined ? {} : { year: documentYear }), ...(issued === undefined ? {} : { issued }), ...(validTo === undefined ? {} : { validTo }) };
}

import type { CellValue, Worksheet } from "./workbook";

/** What our own columns and sheets are headed with, so that whoever sees them knows whose they are, and we know them again. */
export const ownMark = "（清单核查）";

/** Whether a header, or a sheet's title, says that what stands below it is ours and no part of the person's table. */
export function isOwnHeader(value: CellValue | undefined): value is string {
  // asked of every cell of long lists: its last character is a cheap question
  if (typeof value !== "string" || value.length > 40) return false;
  const last = value.charCodeAt(value.length - 1);
  return (last === 0xff09 || last === 0x29) && /[（(]清单核查[)）]$/.test(value);
}

const columnsOf = new WeakMap<Worksheet, ReadonlySet<number>>();

/** The columns of a worksheet that we have put there: those under a header of ours that holds formulas. */
export function ownColumns(worksheet: Worksheet): ReadonlySet<number> {
  const known = columnsOf.get(worksheet);
  if (known !== undefined) return known;
  const found = new Set<number>();
  for (const [index, column] of worksheet.columns.entries()) {
    if (column !== undefined && column.formulas.size > 0 && column.values.some((value) => isOwnHeader(value))) found.add(index);
  }
  columnsOf.set(worksheet, found);
  return found;
}

/** Whether a worksheet is one that we have made to be read, and make again when asked: its first cell says so. */
export function isOwnSheet({ columns }: Worksheet): boolean {
  return isOwnHeader(columns[0]?.values[0]);
}

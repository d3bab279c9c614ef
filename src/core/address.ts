import type { Range, Rectangle, Span } from "./workbook";

/** Excel's own limits. */
export const maxRows = 1_048_576;
export const maxColumns = 16_384;

/** 0 → A, 25 → Z, 26 → AA. */
export function stringifyColumn(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A → 0; undefined for what is no column of a worksheet. */
export function parseColumn(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column <= maxColumns ? column - 1 : undefined;
}

/** The A1 text of a range, without the sheet and without `$`. */
export function stringifyAddress({ top, left, bottom, right }: Rectangle): string {
  const first = `${stringifyColumn(left)}${top + 1}`;
  return top === bottom && left === right ? first : `${first}:${stringifyColumn(right)}${bottom + 1}`;
}

/**
 * "B3", "$B$3:D9", "C:D" or "4:7" → rows and columns from 0; undefined for anything else.
 * A reversed address is put right: B2:A1 → A1:B2.
 */
export function parseAddress(address: string): Rectangle | undefined {
  const [first, second, ...more] = address.split(":");
  if (first === undefined || more.length > 0) return undefined;
  const from = parseCorner(first);
  const to = second === undefined ? from : parseCorner(second);
  if (from === undefined || to === undefined) return undefined;
  // "C:D" has no rows and "4:7" no columns; one such corner alone is no address
  const wholeColumns = from.row === undefined && to.row === undefined && second !== undefined;
  const wholeRows = from.column === undefined && to.column === undefined && second !== undefined;
  const isCells = from.row !== undefined && to.row !== undefined && from.column !== undefined && to.column !== undefined;
  if (!isCells && !wholeColumns && !wholeRows) return undefined;
  const rows = [from.row ?? 0, to.row ?? maxRows - 1] as const;
  const columns = [from.column ?? 0, to.column ?? maxColumns - 1] as const;
  return { top: Math.min(...rows), left: Math.min(...columns), bottom: Math.max(...rows), right: Math.max(...columns) };
}

function parseCorner(text: string): { row: number | undefined; column: number | undefined } | undefined {
  const match = /^\$?([A-Za-z]{0,3})\$?(\d{0,7})$/.exec(text);
  if (match === null || text === "") return undefined;
  const letters = match[1] ?? "";
  const digits = match[2] ?? "";
  const column = letters === "" ? undefined : parseColumn(letters);
  const row = digits === "" ? undefined : Number(digits) - 1;
  if (letters !== "" && column === undefined) return undefined;
  if (row !== undefined && (row < 0 || row >= maxRows)) return undefined;
  return column === undefined && row === undefined ? undefined : { row, column };
}

/** A sheet's name as a formula writes it: quoted where it must be. */
export function quoteSheetName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** A range as a formula anywhere in the workbook names it: 单位名录!$A$2:$A$9. */
export function stringifyReference({ sheet, ...area }: Range): string {
  return `${quoteSheetName(sheet)}!${stringifyAddress(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`)}`;
}

/** Whole rows as a formula names them: $2:$3. */
export function stringifyRows({ first, last }: Span): string {
  return `$${first + 1}:$${last + 1}`;
}

import { isBlank, isError, textOf, type CellContent } from "../core/workbook";
import { isDateFormat, serialOfDay } from "../language/calendar";
import { isShare, wordsOf, type FormattedValue } from "./cell-words";
import { compareCells, type CellReader } from "./compare-cells";
import { formatIn, formulaIn, shownAt, type ListColumn, type ShownCell } from "./list-columns";
import { type TaskTable } from "./list-records";

/** A list as it was sent out, or as it came back. */
export type ListSide = { readonly table: TaskTable; readonly reader: CellReader; readonly uses1904Dates: boolean };

/** What a reply says in a cell instead of what was sent out. */
export type ReplyCell = { /** What of it can be written into the master. */ readonly after: CellContent; readonly words: string; readonly fault: ReplyFault | undefined };

/** Why a reply's value is not taken by itself though its column is one to fill: it was typed over a formula, is an error, or a formula that nobody has computed. */
export type ReplyFault = "over-formula" | "error" | "uncomputed";

export type CellPlaces = { readonly base: { readonly side: ListSide; readonly row: number; readonly column: ListColumn }; readonly reply: { readonly side: ListSide; readonly row: number; readonly column: ListColumn } };

/** Undefined where the reply leaves the cell as it was sent out; `isToFill`: whoever got the list was to write there. */
export function readReplyCell({ base, reply }: CellPlaces, isToFill: boolean): ReplyCell | undefined {
  const [sent, came] = [shownAt(base.side.table.worksheet, base.row, base.column.column), shownAt(reply.side.table.worksheet, reply.row, reply.column.column)];
  // most cells are as they were sent out
  if (sent.value === came.value && (typeof sent.value !== "number" || base.side.uses1904Dates === reply.side.uses1904Dates)) return formulaIn(reply.side.table.worksheet, came) === undefined || sent.value !== null ? undefined : uncomputed(base.side, sent, reply.side, came);
  if (isBlank(came.value)) {
    // what stood merged over several rows is blank below once somebody has taken the merge away
    if (sent.isCovered) return undefined;
    const faulty = uncomputed(base.side, sent, reply.side, came);
    if (faulty !== undefined || formulaIn(reply.side.table.worksheet, came) !== undefined) return faulty;
  }
  const [old, fresh] = [formatted(base.side, sent), formatted(reply.side, came)];
  const words = wordsOf(fresh);
  if (wordsOf(old) === words) return undefined;
  if (formulaIn(base.side.table.worksheet, sent) !== undefined) return formulaIn(reply.side.table.worksheet, came) === undefined ? { after: textOrNull(fresh), words, fault: "over-formula" } : undefined;
  if (isError(came.value)) return { after: textOf(came.value), words, fault: "error" };
  if (!isToFill && isUnaltered({ base, reply }, wordsOf(old), words)) return undefined;
  return { after: textOrNull(fresh), words, fault: undefined };
}

function formatted({ table, uses1904Dates }: ListSide, cell: ShownCell): FormattedValue {
  return { value: cell.value, format: formatIn(table.worksheet, cell), uses1904Dates };
}

/** A formula of the reply's own whose value is not known; one that was sent out says nothing new. */
function uncomputed(base: ListSide, sent: ShownCell, reply: ListSide, came: ShownCell): ReplyCell | undefined {
  const formula = formulaIn(reply.table.worksheet, came);
  if (formula === undefined || formulaIn(base.table.worksheet, sent) !== undefined) return undefined;
  return { after: formula, words: formula, fault: "uncomputed" };
}

/** The same said otherwise: a text that Excel made a date of, a category written again on every row. */
function isUnaltered({ base, reply }: CellPlaces, before: string, after: string): boolean {
  const { key } = base.column;
  if (key === "category") return after === "" || compare("category", base.side.table.carried(base.row, key), reply.side.table.carried(reply.row, key)) === undefined;
  const found = compare(key, before, after);
  return found === undefined || found.kind === "wording";

  function compare(each: ListColumn["key"], one: string, other: string) {
    return compareCells({ key: each, header: base.column.header, before: one, after: other }, { before: base.row, after: reply.row }, { before: base.side.reader, after: reply.side.reader });
  }
}

/** Values as they are; dates and shares as the text they show, since a number format does not come along. */
function textOrNull(value: FormattedValue): CellContent {
  if (isBlank(value.value)) return null;
  return typeof value.value === "number" && (isDateFormat(value.format) || isShare(value.format)) ? wordsOf(value) : value.value;
}

/** The same content for a cell that shows dates or shares itself: there a date is a date again. */
export function contentFor(after: CellContent, target: Omit<FormattedValue, "value">): CellContent {
  if (typeof after !== "string") return after;
  if (isDateFormat(target.format) && /^\d{4}-\d{2}-\d{2}$/.test(after)) return serialOfDay(after, target.uses1904Dates) ?? after;
  return isShare(target.format) && /^-?\d+(?:\.\d+)?%$/.test(after) ? Number((Number(after.slice(0, -1)) / 100).toPrecision(12)) : after;
}


import type { DraftRow } from "./rows";

/** Doubtful rows before the others; those alone; or all as the document has them. */
export const rowOrders = ["doubtful-first", "doubtful", "document"] as const;
export type RowOrder = (typeof rowOrders)[number];

export type RowItem = { readonly kind: "heading"; readonly key: string; readonly of: "doubtful" | "rest"; readonly count: number } | { readonly kind: "row"; readonly key: string; readonly row: DraftRow };

/** A row that is settled stays where it is, so that nothing jumps while one corrects. */
export function arrangeRows(rows: readonly DraftRow[], order: RowOrder): RowItem[] {
  const itemOf = (row: DraftRow): RowItem => ({ kind: "row", key: `row ${row.id}`, row });
  if (order === "document") return rows.map(itemOf);
  const doubtful = rows.filter(({ doubts }) => doubts.length > 0);
  const rest = rows.filter(({ doubts }) => doubts.length === 0);
  const withHeading = (of: "doubtful" | "rest", some: readonly DraftRow[]): RowItem[] => (some.length === 0 ? [] : [{ kind: "heading", key: of, of, count: some.length }, ...some.map(itemOf)]);
  return [...withHeading("doubtful", doubtful), ...(order === "doubtful" ? [] : doubtful.length === 0 ? rest.map(itemOf) : withHeading("rest", rest))];
}

/** How many still wait to be looked at. */
export function openDoubts(rows: readonly DraftRow[]): number {
  return rows.filter(({ openDoubts: open, isDeleted }) => open.length > 0 && !isDeleted).length;
}

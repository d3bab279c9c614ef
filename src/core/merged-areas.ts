import { isInside, spanAt, type Rectangle, type Span, type Worksheet } from "./workbook";

type MergedSpan = Span & { readonly merge: Rectangle };

// a snapshot never changes, so what was found out of one holds as long as the snapshot lives
const indexes = new WeakMap<readonly Rectangle[], Map<number, readonly MergedSpan[]>>();

/** The merged area that covers a cell. */
export function mergeOver(worksheet: Worksheet, row: number, column: number): Rectangle | undefined {
  // asked for every cell of long lists, most of which have no merged area at all
  if (worksheet.merges.length === 0) return undefined;
  return spanAt(mergesInColumn(worksheet, column), row)?.merge;
}

/** The merged areas that cover cells of a column, from top to bottom. */
export function mergesInColumn({ merges }: Worksheet, column: number): readonly MergedSpan[] {
  let index = indexes.get(merges);
  if (index === undefined) indexes.set(merges, (index = new Map<number, readonly MergedSpan[]>()));
  let spans = index.get(column);
  if (spans === undefined) {
    spans = merges.flatMap((merge) => (isInside(merge, merge.top, column) ? [{ first: merge.top, last: merge.bottom, merge }] : []));
    index.set(column, spans);
  }
  return spans;
}

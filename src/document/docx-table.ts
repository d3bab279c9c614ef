import type { Block } from "./document";
import { layOut, type DraftCell } from "./table-grid";

export type DocxCell = { readonly blocks: Block[]; readonly source: number; span: number; merge: "restart" | "continue" | undefined; goesOnLeft: boolean };
export type DocxRow = { readonly cells: DocxCell[]; before: number; after: number; isDeleted: boolean };
export type DocxTable = { readonly rows: DocxRow[]; readonly source: number; cells: number; isCut: boolean };

type OpenCell = { blocks: readonly Block[]; rowSpan: number; columnSpan: number; source: number };

/** A table's blocks: the table, or what stands in it where it has but one column and is only a frame. */
export function closeTable({ rows, source, isCut }: DocxTable): { readonly blocks: readonly Block[]; readonly isCut: boolean } {
  const drafts = toDrafts(rows.filter(({ isDeleted }) => !isDeleted));
  if (drafts.every((row) => row.length <= 1)) return { blocks: drafts.flatMap((row) => row.flatMap((cell) => cell.blocks)), isCut };
  const { table, isCut: isGridCut } = layOut(drafts, source);
  return { blocks: [table], isCut: isCut || isGridCut };
}

/** Cells that go on from above or from the left are counted into the cell they belong to. */
function toDrafts(rows: readonly DocxRow[]): DraftCell[][] {
  let above = new Map<number, OpenCell>();
  return rows.map(({ cells, before, after }) => {
    const line: OpenCell[] = [];
    const next = new Map<number, OpenCell>();
    let column = before;
    const source = cells[0]?.source ?? 1;
    if (before > 0) line.push({ blocks: [], rowSpan: 1, columnSpan: before, source });
    for (const { blocks, span, merge, source: at, goesOnLeft } of cells) {
      const upper = merge === "continue" ? above.get(column) : undefined;
      const left = line[line.length - 1];
      if (upper !== undefined) {
        upper.rowSpan += 1;
        next.set(column, upper);
      } else if (goesOnLeft && left !== undefined) left.columnSpan += span;
      else {
        const cell: OpenCell = { blocks, rowSpan: 1, columnSpan: span, source: at };
        line.push(cell);
        if (merge !== undefined) next.set(column, cell);
      }
      column += span;
    }
    if (after > 0) line.push({ blocks: [], rowSpan: 1, columnSpan: after, source });
    above = next;
    return line;
  });
}

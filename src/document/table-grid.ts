import type { Block, DocumentCell, DocumentTable, Paragraph } from "./document";

/** A cell as a reader meets it: what stands in it, and how far it says to reach. */
export type DraftCell = { readonly blocks: readonly Block[]; readonly rowSpan: number; readonly columnSpan: number; readonly source: number };

/** A grid beyond this is no table that anybody fills in. */
const limits = { columns: 1000, places: 2_000_000 };

type Placed = { readonly cell: DraftCell; readonly left: number; readonly right: number; readonly row: number; readonly bottom: number };

/** Lays cells out as a browser does and gives the full grid; what is beyond all measure is left out. */
export function layOut(rows: readonly (readonly DraftCell[])[], source: number): { readonly table: DocumentTable; readonly isCut: boolean } {
  const placed: Placed[] = [];
  const starts = new Set<number>();
  let active: Placed[] = [];
  let work = 0;
  let height = 0;
  let isCut = false;
  for (const [row, cells] of rows.entries()) {
    active = active.filter(({ bottom }) => bottom > row);
    work += active.length + cells.length + starts.size;
    if (work > limits.places) {
      isCut = true;
      break;
    }
    height = row + 1;
    let left = 0;
    let next = 0;
    const added: Placed[] = [];
    for (const cell of cells) {
      for (let span = active[next]; span !== undefined && span.left <= left; span = active[++next]) left = Math.max(left, span.right);
      // a cell that would run into one from above ends where that begins
      const right = Math.min(left + cell.columnSpan, active[next]?.left ?? Number.POSITIVE_INFINITY);
      if (!starts.has(left) && starts.size >= limits.columns) {
        isCut = true;
        break;
      }
      starts.add(left);
      added.push({ cell, left, right, row, bottom: Math.min(row + cell.rowSpan, rows.length) });
      left = right;
    }
    placed.push(...added);
    active = [...active, ...added].sort((one, other) => one.left - other.left);
  }
  return { table: { kind: "table", rows: fill(placed, starts, height), source }, isCut };
}

/** Columns in which no cell begins are the layout's, not the reader's: they fall away. */
function fill(placed: readonly Placed[], starts: ReadonlySet<number>, height: number): (DocumentCell | undefined)[][] {
  const columns = [...starts].sort((one, other) => one - other);
  const indexOf = new Map(columns.map((start, index) => [start, index]));
  const grid: (DocumentCell | undefined | "free")[][] = Array.from({ length: height }, () => Array<"free">(columns.length).fill("free"));
  for (const { cell, left, right, row, bottom } of placed) {
    const first = indexOf.get(left) ?? 0;
    let last = first + 1;
    while (last < columns.length && (columns[last] ?? 0) < right) last += 1;
    const end = Math.min(bottom, height);
    for (let line = row; line < end; line++) grid[line]?.fill(undefined, first, last);
    const line = grid[row];
    if (line !== undefined) line[first] = { text: textOfBlocks(cell.blocks), rowSpan: end - row, columnSpan: last - first, source: cell.source };
  }
  return grid.map((line, row) => line.map((place) => (place === "free" ? emptyCell(placed, row) : place)));
}

function emptyCell(placed: readonly Placed[], row: number): DocumentCell {
  return { text: "", rowSpan: 1, columnSpan: 1, source: placed[Math.min(row, placed.length - 1)]?.cell.source ?? 1 };
}

/** The text of a cell: its paragraphs, and the rows of tables within it, each on a line. */
function textOfBlocks(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === "paragraph" ? block.text : textOfTable(block))).filter((text) => text !== "").join("\n");
}

function textOfTable({ rows }: DocumentTable): string {
  return rows.map((row) => row.flatMap((cell) => (cell === undefined || cell.text === "" ? [] : [cell.text])).join("\t")).filter((text) => text !== "").join("\n");
}

export type TextCell = { readonly text: string; readonly source: number; readonly rowSpan?: number; readonly columnSpan?: number };
/** A table found in lines of text, and the line it ends before. */
export type TextTable = { readonly rows: readonly (readonly TextCell[])[]; readonly end: number };

/** The lines of a cell: its line breaks stay, blank lines and white space around do not. */
export function textOfLines(lines: readonly string[]): string {
  return lines.map((line) => line.trim()).filter((line) => line !== "").join("\n");
}

export function plainTable(rows: TextTable["rows"], source: number): { readonly table: DocumentTable; readonly isCut: boolean } {
  return layOut(
    rows.map((row) => row.map(({ text, source: at, rowSpan = 1, columnSpan = 1 }) => ({ blocks: [{ kind: "paragraph", text, source: at } satisfies Paragraph], rowSpan, columnSpan, source: at }))),
    source,
  );
}

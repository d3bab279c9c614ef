import type { Block } from "./document";
import { countOf } from "./html-shape";
import type { Attributes } from "./html-tokens";
import { layOut, type DraftCell } from "./table-grid";

type OpenTable = { readonly rows: DraftCell[][]; readonly source: number; readonly depth: number; cells: number; isCut: boolean; cell: OpenCell | undefined };
type OpenCell = { readonly blocks: Block[]; readonly rowSpan: number; readonly columnSpan: number; readonly source: number; readonly depth: number };

/** Pages lay themselves out in tables within tables, but not in so many. */
const maxNesting = 50;
const limits = { cells: 200_000, columnSpan: 1000, rowSpan: 65_534 };

const cellNames = new Set(["td", "th"]);
const groupNames = new Set(["tbody", "thead", "tfoot", "colgroup", "caption"]);

export type HtmlTables = {
  readonly put: (block: Block) => void;
  /** A tag that only means something inside a table. */
  readonly isPart: (name: string) => boolean;
  /** Ends the cell or the row that a tag ends by beginning; gives the depth to go back to. */
  readonly enter: (name: string, depth: number) => number;
  readonly open: (name: string, attributes: Attributes, depth: number) => void;
  /** Gives the depth to go back to, where the tag ends a part of a table. */
  readonly close: (name: string) => number | undefined;
  /** The depth below which nothing can be closed from here. */
  readonly floor: () => number;
  readonly end: () => { readonly blocks: readonly Block[]; readonly isCut: boolean };
};

export function createTables(nextSource: () => number): HtmlTables {
  const blocks: Block[] = [];
  const tables: OpenTable[] = [];
  let ignored = 0;
  let isCut = false;
  const innermost = (): OpenTable | undefined => tables[tables.length - 1];

  const put = (block: Block): void => {
    (innermost()?.cell?.blocks ?? outside()).push(block);
  };
  /** Text in a table but in no cell of it stands before it, as in browsers. */
  const outside = (): Block[] => {
    for (let index = tables.length - 2; index >= 0; index--) {
      const cell = tables[index]?.cell;
      if (cell !== undefined) return cell.blocks;
    }
    return blocks;
  };

  const endCell = (table: OpenTable): void => {
    if (table.cell === undefined) return;
    const { blocks: content, rowSpan, columnSpan, source } = table.cell;
    table.cell = undefined;
    table.cells += 1;
    if (table.cells > limits.cells) table.isCut = true;
    else table.rows[table.rows.length - 1]?.push({ blocks: content, rowSpan, columnSpan, source });
  };

  const endTable = (): void => {
    const table = tables.pop();
    if (table === undefined) return;
    endCell(table);
    isCut ||= table.isCut;
    const rows = table.rows.filter((row) => row.length > 0);
    if (rows.length === 0) return;
    if (isLayout(rows)) {
      for (const row of rows) for (const cell of row) for (const block of cell.blocks) put(block);
      return;
    }
    const laid = layOut(rows, table.source);
    isCut ||= laid.isCut;
    put(laid.table);
  };

  return {
    put,
    isPart: (name) => innermost() !== undefined && (cellNames.has(name) || name === "tr" || groupNames.has(name)),
    enter: (_, depth) => {
      const table = innermost();
      if (table === undefined || ignored > 0) return depth;
      endCell(table);
      return table.depth;
    },
    open: (name, attributes, depth) => {
      if (name === "table") {
        if (tables.length >= maxNesting) ignored += 1;
        else tables.push({ rows: [], source: nextSource(), depth, cells: 0, isCut: false, cell: undefined });
        return;
      }
      const table = innermost();
      if (table === undefined || ignored > 0) return;
      if (name === "tr") {
        if (!table.isCut) table.rows.push([]);
      } else if (cellNames.has(name)) {
        if (table.rows.length === 0) table.rows.push([]);
        const rowSpan = countOf(attributes.get("rowspan"), 1, limits.rowSpan);
        table.cell = {
          blocks: [],
          // 0 means down to the last row
          rowSpan: rowSpan === 0 ? limits.rowSpan : Math.max(rowSpan, 1),
          columnSpan: Math.max(countOf(attributes.get("colspan"), 1, limits.columnSpan), 1),
          source: nextSource(),
          depth,
        };
      }
    },
    close: (name) => {
      const table = innermost();
      if (table === undefined) return undefined;
      if (name === "table") {
        if (ignored > 0) {
          ignored -= 1;
          return undefined;
        }
        endTable();
        return table.depth - 1;
      }
      if (ignored > 0 || !(cellNames.has(name) || name === "tr")) return undefined;
      endCell(table);
      return table.depth;
    },
    floor: () => innermost()?.cell?.depth ?? innermost()?.depth ?? 0,
    end: () => {
      while (tables.length > 0) endTable();
      return { blocks, isCut };
    },
  };
}

/** A table that only places things on the page: one column, or cells that hold whole chapters or bigger tables. */
function isLayout(rows: readonly (readonly DraftCell[])[]): boolean {
  const cells = rows.flat();
  const filled = cells.filter(({ blocks }) => blocks.length > 0);
  if (filled.length <= 1 || rows.every((row) => row.length <= 1)) return true;
  if (cells.length > 12) return false;
  return filled.some(({ blocks }) => blocks.length >= 20 || blocks.some((block) => (block.kind === "paragraph" ? block.heading !== undefined && blocks.length > 3 : block.rows.length * (block.rows[0]?.length ?? 0) >= Math.max(6, 2 * cells.length))));
}

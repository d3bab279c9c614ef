import { readBoxTable } from "./box-tables";
import { readCellStream } from "./cell-stream";
import type { Block, PlanDocument } from "./document";
import { joinLines, type Line } from "./join-lines";
import { splitRunOn } from "./split-run-on";
import { readTabRows } from "./tab-rows";
import { plainTable } from "./table-grid";
import { isPageNumber, withoutMarks } from "./text-marks";

/** The blocks of a plain text: paragraphs broken by pages put together, tables of tabs or drawn lines as tables. */
export function readText(text: string): PlanDocument {
  const lines = toLines(text);
  const blocks: Block[] = [];
  const notes: string[] = [];
  let prose: Line[] = [];
  const endProse = (): void => {
    for (const paragraph of joinLines(prose)) blocks.push(...splitRunOn(paragraph));
    prose = [];
  };
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (line === undefined) break;
    const table = readBoxTable(lines, index) ?? readCellStream(lines, index) ?? readTabRows(lines, index);
    if (table === undefined || table.rows.length === 0) {
      const end = table?.end ?? index + 1;
      for (; index < end; index++) prose.push(lines[index] ?? line);
      continue;
    }
    endProse();
    const { table: grid, isCut } = plainTable(table.rows, line.source);
    blocks.push(grid);
    if (isCut) notes.push(`第${line.source}行的表格太大，只读了前${grid.rows.length}行`);
    index = Math.max(table.end, index + 1);
  }
  endProse();
  return { blocks, notes };
}

/** The lines of a text, numbered as an editor numbers them; a page's number leaves a blank line. */
function toLines(text: string): Line[] {
  const lines = text.split(/\r\n?|\n/).flatMap((whole, index) =>
    whole.split(/[\u000b\u000c\u0085\u2028\u2029]/).map((piece): Line => {
      const plain = withoutMarks(piece);
      return { text: isPageNumber(plain) ? "" : plain, source: index + 1 };
    }),
  );
  const numbers = findBarePageNumbers(lines);
  return numbers.size === 0 ? lines : lines.map((line, index) => (numbers.has(index) ? { ...line, text: "" } : line));
}

/** No page holds less text; what a table's row holds is mostly shorter. */
const shortestPage = 250;

/** Lines that hold a number and nothing else, each one more than the last, a page's text apart. */
function findBarePageNumbers(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let before: { readonly index: number; readonly value: number } | undefined;
  let length = 0;
  for (const [index, { text }] of lines.entries()) {
    const digits = text.length <= 12 && !text.startsWith("\t") ? /^\s*(\d{1,4})\s*$/.exec(text)?.[1] : undefined;
    if (digits === undefined) {
      length += text.length;
      continue;
    }
    const value = Number(digits);
    if (before !== undefined && value === before.value + 1 && length >= (found.has(before.index) ? shortestPage / 3 : shortestPage)) found.add(before.index).add(index);
    before = { index, value };
    length = 0;
  }
  return found;
}

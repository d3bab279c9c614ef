import type { Line } from "./join-lines";
import type { TextCell, TextTable } from "./table-grid";

const upright = /[│┃║|｜]/;
const border = /^[\s\u2500-\u257f|+\-=:_·.]+$/;
const drawn = /[\u2500-\u257f]|\+[-=]{2,}|[-=]{3,}|[│┃║|｜]/;
const separators = /[│┃║|｜├┤┼┝┥┿┠┨╂┣┫╋╟╢╫╠╣╬+]/;

const isBorder = (text: string): boolean => border.test(text) && drawn.test(text) && /[-=\u2500\u2501\u2550]{2}/.test(text);
const isContent = (text: string): boolean => !isBorder(text) && text.split(upright).length > 2;

/** A row that a border does not part in every column: which of its cells go on below. */
type Part = { readonly cells: readonly string[]; readonly isRule: readonly boolean[]; readonly source: number };

/** Lines that look drawn and are no table give no rows. A table drawn with │ ─ or | + -, of one line or of several to a row; a column without a rule between rows spans them. */
export function readBoxTable(lines: readonly Line[], start: number): TextTable | undefined {
  const first = lines[start]?.text ?? "";
  if (!drawn.test(first.slice(0, 2000)) || !(isBorder(first) || isContent(first))) return undefined;
  let end = start;
  while (end < lines.length && (isBorder(lines[end]?.text ?? "") || isContent(lines[end]?.text ?? ""))) end += 1;
  const parts = lines.slice(start, end).map(toPart);
  const contents = parts.filter(({ isRule }) => isRule.some((rule) => !rule));
  const width = Math.max(0, ...contents.slice(0, 50).map(({ cells }) => cells.length));
  if (contents.length < 2 || width < 2) return { rows: [], end };
  const isGrid = hasRuleBetweenRows(parts);
  const rows = isGrid ? readGrid(parts, width) : contents.map(({ cells, source }) => widen(cells.map((text) => ({ text, source })), width));
  return { rows, end };
}

function toPart({ text, source }: Line): Part {
  if (isBorder(text) && !/[│┃║|｜]\s*[^\s\u2500-\u257f|+\-=:]/.test(text)) {
    const pieces = trimEnds(text.trim().split(separators));
    return { cells: pieces.map(() => ""), isRule: pieces.map((piece) => /[-=\u2500-\u257f]/.test(piece)), source };
  }
  const pieces = trimEnds(text.trim().split(separatesRules(text) ? separators : upright));
  return { cells: pieces.map((piece) => (isRulePiece(piece) ? "" : piece.trim())), isRule: pieces.map(isRulePiece), source };
}

/** │ 一 ├────┤: text beside a rule. */
const separatesRules = (text: string): boolean => /[├┼┝┿┠╂┣╋╟╫╠╬]/.test(text);
const isRulePiece = (piece: string): boolean => /^[-=─━═]{2,}$/.test(piece.trim());

function trimEnds(pieces: string[]): string[] {
  const from = pieces[0]?.trim() === "" ? 1 : 0;
  const to = pieces.length > 1 && pieces[pieces.length - 1]?.trim() === "" ? pieces.length - 1 : pieces.length;
  return pieces.slice(from, to);
}

/** Rules between all rows, not only under the header. */
function hasRuleBetweenRows(parts: readonly Part[]): boolean {
  const groups: number[] = [0];
  for (const { isRule } of parts) {
    if (isRule.some((rule) => rule)) groups.push(0);
    else groups[groups.length - 1] = (groups[groups.length - 1] ?? 0) + 1;
  }
  return groups.filter((count) => count > 0).length >= 3 || parts.some(({ isRule }) => isRule.includes(true) && isRule.includes(false));
}

function readGrid(parts: readonly Part[], width: number): TextCell[][] {
  type Open = { lines: string[]; source: number; rowSpan: number };
  const rows: (Open | undefined)[][] = [];
  let open: Open[] = [];
  let ruled: readonly boolean[] | undefined = [];
  for (const { cells, isRule, source } of parts) {
    const isWhole = isRule.every((rule) => rule);
    if (isRule.includes(true)) ruled = isWhole ? [] : isRule;
    if (isWhole) continue;
    if (ruled !== undefined) {
      const goesOn = ruled;
      const before = open;
      open = widen(cells.map((text) => ({ text, source })), width).map(({ columnSpan = 1 }, column) => {
        const above = before[column];
        const isSpanned = goesOn.length === width && goesOn[column] === false && above !== undefined && columnSpan === 1;
        if (isSpanned) above.rowSpan += 1;
        return isSpanned ? above : { lines: [], source, rowSpan: 1 };
      });
      rows.push(open.map((cell, column) => (cell === before[column] ? undefined : cell)));
      ruled = undefined;
    }
    for (const [column, text] of cells.entries()) if (text !== "") open[column]?.lines.push(text);
  }
  return rows.map((row) => {
    const cells = row.flatMap((cell) => (cell === undefined ? [] : [{ text: cell.lines.join("\n"), source: cell.source, rowSpan: cell.rowSpan }]));
    return row.length < width ? widen(cells, width) : cells;
  });
}

/** A row of one cell reaches over the whole width. */
function widen(cells: readonly TextCell[], width: number): TextCell[] {
  return cells.length === 1 && width > 1 ? cells.map((cell) => ({ ...cell, columnSpan: width })) : [...cells];
}

import { mergeOver } from "./merged-areas";
import { columnsOfTemplate, type ColumnTemplate, type Template } from "./table";
import { textOf, valueAt, type Worksheet } from "./workbook";

/** A header that a template knows: which rows it takes and which column says what. */
export type HeaderMatch = {
  readonly template: Template;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly columns: ReadonlyMap<string, number>;
  /** Further columns whose header fits a key that another column has taken. */
  readonly rivals: ReadonlyMap<string, readonly number[]>;
};

/** A header's text for comparing: no width, white space, content of brackets or closing colon. */
export function normaliseHeader(text: string): string {
  if (text.length > 60) return "";
  const plain = text.normalize("NFKC").replace(/[\s\u200b\ufeff]+/g, "");
  const bare = plain.replace(/[(（〔[【][^()（）〔〕[\]【】]*[)）〕\]】]/g, "").replace(/[:：*]+$/, "");
  return bare === "" ? plain : bare;
}

/** The text a cell shows as a header: of a merged area the area's. */
export function headerText(worksheet: Worksheet, row: number, column: number): string {
  const merge = mergeOver(worksheet, row, column);
  return normaliseHeader(textOf(valueAt(worksheet, merge?.top ?? row, merge?.left ?? column)));
}

/** All tables whose header begins in this row, from left to right; side-by-side tables have a blank column between them. */
export function matchHeaders(worksheet: Worksheet, row: number, templates: readonly Template[]): HeaderMatch[] {
  const single = textsOfRow(worksheet, row);
  // a title merged over the table says the same in every column
  if (new Set(single.values()).size < 2) return [];
  const whole = bestMatch(worksheet, row, single, templates);
  const segments = segmentsOf(single);
  if (segments.length > 1) {
    const parts = segments.flatMap((segment) => bestMatch(worksheet, row, segment, templates) ?? []);
    // one table with an unnamed column keeps more of its columns when it is read as a whole
    if (parts.length > 1) return parts;
  }
  return whole === undefined ? [] : [whole];
}

function textsOfRow(worksheet: Worksheet, row: number): Map<number, string> {
  const texts = new Map<number, string>();
  for (let column = 0; column < worksheet.columnCount; column++) {
    const text = headerText(worksheet, row, column);
    if (text !== "") texts.set(column, text);
  }
  return texts;
}

function segmentsOf(texts: ReadonlyMap<number, string>): Map<number, string>[] {
  const segments: Map<number, string>[] = [];
  let last = -2;
  for (const [column, text] of texts) {
    if (column !== last + 1) segments.push(new Map());
    segments.at(-1)?.set(column, text);
    last = column;
  }
  return segments;
}

function bestMatch(worksheet: Worksheet, row: number, upper: ReadonlyMap<number, string>, templates: readonly Template[]): HeaderMatch | undefined {
  let best: HeaderMatch | undefined;
  for (const template of templates) {
    const one = matchTexts(template, [...upper].map(([column, text]) => ({ column, texts: [text] })));
    const two = isTwoRowsHigh(worksheet, row, upper) ? matchTexts(template, composedTexts(worksheet, row, upper)) : undefined;
    const isTwo = two !== undefined && (one === undefined || two.columns.size >= one.columns.size);
    const found = isTwo ? two : one;
    if (found === undefined || (best !== undefined && found.columns.size <= best.columns.size)) continue;
    const places = [...upper.keys()];
    best = { template, top: row, bottom: isTwo ? row + 1 : row, left: Math.min(...places), right: Math.max(...places), ...found };
  }
  return best;
}

/** Two rows where some cells span both and others have a second text below them. */
function isTwoRowsHigh(worksheet: Worksheet, row: number, upper: ReadonlyMap<number, string>): boolean {
  const columns = [...upper.keys()];
  return columns.some((column) => {
    const merge = mergeOver(worksheet, row, column);
    if (merge === undefined || merge.top !== row) return false;
    return merge.bottom === row + 1 || (merge.bottom === row && merge.right > merge.left);
  });
}

type HeaderCell = { readonly column: number; /** What the header may be called, the likeliest first. */ readonly texts: readonly string[] };

function composedTexts(worksheet: Worksheet, row: number, upper: ReadonlyMap<number, string>): HeaderCell[] {
  return [...upper].map(([column, text]) => {
    const merge = mergeOver(worksheet, row, column);
    const lower = merge !== undefined && merge.bottom > row ? "" : headerText(worksheet, row + 1, column);
    return { column, texts: lower === "" || lower === text ? [text] : [lower, `${text}${lower}`, `${lower}${text}`] };
  });
}

function matchTexts(template: Template, cells: readonly HeaderCell[]): Pick<HeaderMatch, "columns" | "rivals"> | undefined {
  const excludes = template.excludes ?? [];
  if (cells.some(({ texts }) => texts.some((text) => excludes.includes(text)))) return undefined;
  const columns = new Map<string, number>();
  const rivals = new Map<string, number[]>();
  const taken = new Set<number>();
  for (const isListed of [true, false]) {
    for (const [key, column] of columnsOfTemplate(template)) {
      const places = cells
        .filter((cell) => !taken.has(cell.column))
        .map((cell) => ({ place: cell.column, rank: isListed ? rankOf(column, cell) : patternRank(column, cell) }))
        .filter(({ rank }) => rank >= 0)
        .sort((a, b) => a.rank - b.rank || a.place - b.place);
      const [first, ...others] = places;
      if (first === undefined) continue;
      if (!columns.has(key)) {
        columns.set(key, first.place);
        taken.add(first.place);
      } else others.unshift(first);
      if (others.length > 0) rivals.set(key, [...(rivals.get(key) ?? []), ...others.map(({ place }) => place)]);
    }
  }
  const isEvident = template.evidence.some((keys) => keys.every((key) => columns.has(key)));
  return isEvident ? { columns, rivals } : undefined;
}

function rankOf(column: ColumnTemplate, cell: HeaderCell): number {
  for (const text of cell.texts) {
    const rank = column.headers.indexOf(text);
    if (rank >= 0) return rank;
  }
  return -1;
}

function patternRank(column: ColumnTemplate, cell: HeaderCell): number {
  return column.pattern !== undefined && cell.texts.some((text) => column.pattern?.test(text)) ? 0 : -1;
}

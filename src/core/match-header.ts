import { mergeOver } from "./merged-areas";
import { isOwnHeader } from "./own-columns";
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

/** Headers repeat one another across rows and templates; so many at a time are remembered. */
const mostKnown = 2_000;
const known = new Map<string, string>();

/** A header's text for comparing: no width, white space, content of brackets or closing colon. */
export function normaliseHeader(text: string): string {
  if (text.length > 60) return "";
  let normal = known.get(text);
  if (normal === undefined) {
    if (known.size >= mostKnown) known.clear();
    known.set(text, (normal = bareHeader(text)));
  }
  return normal;
}

function bareHeader(text: string): string {
  const plain = plainHeader(text);
  const bare = plain.replace(/[(（〔[【][^()（）〔〕[\]【】]*[)）〕\]】]/g, "").replace(/^[*★☆※]+|[:：*]+$/g, "");
  return bare === "" ? plain : bare;
}

function plainHeader(text: string): string {
  return text.normalize("NFKC").replace(/[\s\u200b\ufeff]+/g, "");
}

/** What a header may be called besides its bare text, the likeliest first: 责任部门(牵头) is 牵头责任部门. */
function namesOf(text: string, bare: string): string[] {
  const note = /^[^()]+\(([^()]{1,4})\)$/.exec(plainHeader(text.slice(0, 60)))?.[1];
  return note === undefined ? [bare] : [`${note}${bare}`, bare];
}

/** The text a cell shows: of a merged area the area's. */
function shownText(worksheet: Worksheet, row: number, column: number): string {
  const merge = mergeOver(worksheet, row, column);
  return textOf(valueAt(worksheet, merge?.top ?? row, merge?.left ?? column));
}

/** Columns of our own beside a table are no part of it: their header says nothing. */
function headerText(worksheet: Worksheet, row: number, column: number): string {
  const text = shownText(worksheet, row, column);
  return isOwnHeader(text) ? "" : normaliseHeader(text);
}

/** All tables whose header begins in this row, from left to right: side by side with a blank column between them, or with the same headers again. */
export function matchHeaders(worksheet: Worksheet, row: number, templates: readonly Template[]): HeaderMatch[] {
  const single = textsOfRow(worksheet, row);
  // a title merged over the table says the same in every column
  if (new Set(single.values()).size < 2) return [];
  const segments = segmentsOf(single).flatMap(repetitionsOf);
  if (segments.length > 1) {
    const parts = segments.flatMap((segment) => bestMatch(worksheet, row, segment, templates) ?? []);
    // one table with an unnamed column keeps more of its columns when it is read as a whole
    if (parts.length > 1) return parts;
  }
  const whole = bestMatch(worksheet, row, single, templates);
  return whole === undefined ? [] : [whole];
}

type Texts = ReadonlyMap<number, string>;

function textsOfRow(worksheet: Worksheet, row: number): Texts {
  const texts = new Map<number, string>();
  for (let column = 0; column < worksheet.columnCount; column++) {
    const text = headerText(worksheet, row, column);
    if (text !== "") texts.set(column, text);
  }
  return texts;
}

function segmentsOf(texts: Texts): Texts[] {
  const segments: Map<number, string>[] = [];
  let last = -2;
  for (const [column, text] of texts) {
    if (column !== last + 1) segments.push(new Map());
    segments.at(-1)?.set(column, text);
    last = column;
  }
  return segments;
}

/** 任务 单位 任务 单位: two tables that touch. A text merged over two columns is none. */
function repetitionsOf(segment: Texts): Texts[] {
  const cells = [...segment];
  const length = cells.findIndex(([, text], index) => index > 1 && text === cells[0]?.[1]);
  if (length === -1 || cells.length % length !== 0 || cells.some(([, text], index) => text !== cells[index % length]?.[1])) return [segment];
  return Array.from({ length: cells.length / length }, (_, part) => new Map(cells.slice(part * length, (part + 1) * length)));
}

/** No office's header takes more rows. */
const maxHeight = 3;

function bestMatch(worksheet: Worksheet, row: number, upper: Texts, templates: readonly Template[]): HeaderMatch | undefined {
  let best: HeaderMatch | undefined;
  const one = [...upper].map(([column, text]) => ({ column, texts: namesOf(shownText(worksheet, row, column), text) }));
  const height = mergedHeight(worksheet, row, upper);
  const high = height > 1 ? composedTexts(worksheet, row, height, upper) : undefined;
  for (const template of templates) {
    const low = matchTexts(template, one);
    const spread = high === undefined ? spreadTexts(worksheet, row, upper, template) : undefined;
    const composed = high ?? spread;
    const tall = composed === undefined ? undefined : matchTexts(template, composed);
    const isTall = tall !== undefined && (low === undefined || tall.columns.size >= low.columns.size);
    const found = isTall ? tall : low;
    if (found === undefined || (best !== undefined && found.columns.size <= best.columns.size)) continue;
    const places = (isTall && composed !== undefined ? composed : one).map(({ column }) => column);
    best = { template, top: row, bottom: row + (isTall ? (high === undefined ? 2 : height) - 1 : 0), left: Math.min(...places), right: Math.max(...places), ...found };
  }
  return best;
}

/** How many rows the header takes: some cells span all of them, others have further texts below. */
function mergedHeight(worksheet: Worksheet, row: number, upper: Texts): number {
  let height = 1;
  for (const column of upper.keys()) {
    const merge = mergeOver(worksheet, row, column);
    if (merge === undefined || merge.top !== row || merge.bottom - row >= maxHeight) continue;
    height = Math.max(height, merge.bottom - row + 1, merge.right > merge.left && merge.bottom === row ? 2 : 1);
  }
  return height;
}

type HeaderCell = { readonly column: number; /** What the header may be called, the likeliest first. */ readonly texts: readonly string[] };

function composedTexts(worksheet: Worksheet, row: number, height: number, upper: Texts): HeaderCell[] {
  return [...upper].map(([column, text]) => {
    const texts = [text];
    for (let lower = row + 1; lower < row + height; lower++) {
      const below = headerText(worksheet, lower, column);
      if (below !== "" && below !== texts.at(-1)) texts.push(below);
    }
    const last = texts.at(-1) ?? text;
    const above = texts.slice(0, -1).join("");
    return { column, texts: above === "" ? namesOf(shownText(worksheet, row, column), text) : [last, `${above}${last}`, `${last}${above}`] };
  });
}

/** Two rows without merged cells: under 责任分工 and beside it stand 牵头单位 and 配合单位, under the others nothing. */
function spreadTexts(worksheet: Worksheet, row: number, upper: Texts, template: Template): HeaderCell[] | undefined {
  const first = Math.min(...upper.keys());
  const cells: HeaderCell[] = [];
  let below = 0;
  for (let column = first; column <= Math.max(...upper.keys()) + 1; column++) {
    const lower = headerText(worksheet, row + 1, column);
    const text = upper.get(column);
    if (lower !== "") {
      if (!columnsOfTemplate(template).some(([, { headers }]) => headers.includes(lower))) return undefined;
      below += 1;
    }
    if (lower !== "" || text !== undefined) cells.push({ column, texts: lower === "" ? [text ?? ""] : [lower] });
  }
  // a header that says the same again one row below is a table of its own
  return below >= 2 && below < upper.size ? cells : undefined;
}

function matchTexts(template: Template, cells: readonly HeaderCell[]): Pick<HeaderMatch, "columns" | "rivals"> | undefined {
  const excludes = template.excludes ?? [];
  if (cells.some(({ texts }) => texts.some((text) => excludes.includes(text)))) return undefined;
  const columns = new Map<string, number>();
  const rivals = new Map<string, number[]>();
  const taken = new Set<number>();
  const listed = new Set(columnsOfTemplate(template).flatMap(([, { headers }]) => headers));
  for (const rank of [(column: ColumnTemplate, cell: HeaderCell) => listedRank(column, cell, listed), patternRank, firstPartRank]) {
    for (const [key, column] of columnsOfTemplate(template)) {
      const places = cells
        .filter((cell) => !taken.has(cell.column))
        .map((cell) => ({ place: cell.column, rank: rank(column, cell) }))
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

function listedRank(column: ColumnTemplate, cell: HeaderCell, listed: ReadonlySet<string>): number {
  for (const text of cell.texts) {
    const rank = column.headers.indexOf(text);
    if (rank >= 0) return rank;
    // the likelier name is another column's
    if (listed.has(text)) return -1;
  }
  return -1;
}

function patternRank(column: ColumnTemplate, cell: HeaderCell): number {
  return column.pattern !== undefined && cell.texts.some((text) => column.pattern?.test(text)) ? 0 : -1;
}

/** 责任单位及责任人 is 责任单位: the first of two things that share a column. */
function firstPartRank(column: ColumnTemplate, cell: HeaderCell): number {
  const part = /^([^及和与、/]{2,})[及和与、/]/.exec(cell.texts.at(-1) ?? "")?.[1];
  return part === undefined ? -1 : column.headers.indexOf(part);
}

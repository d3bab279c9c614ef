import { normaliseHeader, type HeaderMatch } from "./match-header";
import { mergeOver } from "./merged-areas";
import { columnsOfTemplate, type Table } from "./table";
import { isBlank, textOf, valueAt, type Worksheet } from "./workbook";

export type TableRows = {
  readonly rows: readonly number[];
  readonly blankRows: readonly number[];
  readonly bands: ReadonlyMap<number, string>;
  /** The table's last row. */
  readonly bottom: number;
};

/** So many blank rows in a run end a table. */
const blankStretch = 3;
/** A title takes at most so many rows above its header. */
const titleReach = 4;

const footer = /^(?:备?注|说明|附注|填表|制表|填报|审核|审批|联系人|联系电话|报送|单位负责人|负责人签|盖章|（盖章|日期)[^。]{0,12}[:：]|^(?:备?注|说明)$|^注\s*\d|^[★☆※＊*]/;
const taskFooter = /^(?:备?注|说明|附注)\s*[:：]/;
/** Who signs the form: nobody's task, wherever in the row it stands. */
const signature = /^(?:填表|制表|填报|审核|审批|审定|经办|复核|联系|单位负责|分管负责|主要负责)(?:人|单位|领导|电话|方式|时间|日期)\s*(?:[（(][^（()）]{0,8}[)）])?\s*[:：]/;
/** 2026年3月1日印发: the day on which the whole was signed. */
const signingDay = /^(?:\d{4}|[二〇○Ｏ零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日(?:印发|印|发布)?$/;
/** A printed page's number between two rows. */
const pageNumber = /^(?:第\s{0,3}\d{1,3}\s{0,3}页|[—–－-]\s{0,3}\d{1,3}\s{0,3}[—–－-]$)/;
/** A header may be spaced, bracketed or full-width; a text without any of these is compared as it is. */
const dressed = /[\s()（）:：〔【[*\uff01-\uff5e]/;
const chineseNumber = /^(?:第?[一二三四五六七八九十]{1,3}[、．.]?|[（(][一二三四五六七八九十]{1,3}[)）])$/;
const sectionNumber = /^(?:第?[一二三四五六七八九十]{1,3}[、．.章节]|[（(][一二三四五六七八九十]{1,3}[)）])/;

/** Says of each row below a header what it is, and where the table ends. */
export function classifyRows(worksheet: Worksheet, match: HeaderMatch, headersAt: (row: number) => readonly HeaderMatch[]): TableRows {
  const rows: number[] = [];
  const blankRows: number[] = [];
  const bands = new Map<number, string>();
  const filled: number[] = [];
  // most rows show by their number that they are no header
  const places = [...match.columns].sort(([a], [b]) => Number(b === "number") - Number(a === "number")).map(([, column]) => column);
  const known = new Set(columnsOfTemplate(match.template).flatMap(([, { headers }]) => headers));
  let bottom = match.bottom;
  let pending: number[] = [];
  let row = match.bottom + 1;
  for (; row < worksheet.rowCount; row++) {
    findFilled(worksheet, match, row, filled);
    if (filled.length === 0) {
      if (isCovered(worksheet, match, row)) {
        bottom = row;
        continue;
      }
      pending.push(row);
      if (pending.length >= blankStretch) break;
      continue;
    }
    if (row === match.bottom + 1 && isColumnCount(worksheet, match, row)) {
      bottom = row;
      continue;
    }
    // below a gap a header may stand beside this table's columns
    if (pending.length > 0 || isHeader(worksheet, places, known, row)) {
      const found = headersAt(row).find(({ left, right }) => left <= match.right && right >= match.left);
      if (found !== undefined) {
        if (pending.length > 0 || !isSameHeader(found, match)) break;
        row = found.bottom;
        bottom = row;
        continue;
      }
    }
    if (isFooter(worksheet, match, row, filled)) break;
    if (filled.length < 3 && isSigningOff(worksheet, match, row, filled)) break;
    if (filled.length === 1 && pageNumber.test(textOf(valueAt(worksheet, row, filled[0] ?? match.left)))) {
      bottom = row;
      continue;
    }
    if (pending.length > 0 && isOtherList(worksheet, match, row, filled)) break;
    const isLone = filled.length === 1;
    if (isLone && headerFollows(row, headersAt, worksheet)) break;
    // after a gap a lone text is something else than a further task
    if (pending.length > 1 && isLone) break;
    if (pending.length > 0) {
      blankRows.push(...pending);
      pending = [];
    }
    const band = isLone ? bandText(worksheet, match, row, filled[0] ?? match.left) : numberedBandText(worksheet, match, row, filled);
    if (band === undefined) rows.push(row);
    else bands.set(row, band);
    bottom = row;
  }
  return { rows, blankRows, bands, bottom };
}

/** Whether a row is a record whatever stands around it: numbered, with a subject and something else, and so no header, band, note or gap. */
export function isPlainRecord(worksheet: Worksheet, { bounds, columns, template }: Table, row: number): boolean {
  const [number, subject] = [columns.get("number"), columns.get(template.subject)];
  if (number === undefined || subject === undefined) return false;
  const text = textOf(valueAt(worksheet, row, subject));
  const isCounted = typeof valueAt(worksheet, row, number) === "number" || /^\d+$/.test(textOf(valueAt(worksheet, row, number)));
  let filled = 0;
  for (let column = bounds.left; column <= bounds.right; column++) {
    const value = worksheet.columns[column]?.values[row];
    if (isBlank(value)) continue;
    filled += 1;
    // 填表人：, 注： and their like end a table
    if (column !== subject && typeof value === "string" && /[:：]/.test(value)) return false;
  }
  return isCounted && filled >= 3 && text.length >= 4 && !/[:：]/.test(text.slice(0, 16));
}

/** The first three columns that hold something: more make no difference to what a row is. The same array serves every row of a long list. */
function findFilled(worksheet: Worksheet, { left, right }: HeaderMatch, row: number, filled: number[]): void {
  filled.length = 0;
  for (let column = left; column <= right && filled.length < 3; column++) {
    if (!isBlank(worksheet.columns[column]?.values[row])) filled.push(column);
  }
}

/** Whether a row belongs to the record above it: its task, number or unit is merged down over it. */
function isCovered(worksheet: Worksheet, { columns, bottom }: HeaderMatch, row: number): boolean {
  if (worksheet.merges.length === 0) return false;
  for (const [key, column] of columns) {
    if (key === "category") continue;
    const merge = mergeOver(worksheet, row, column);
    if (merge !== undefined && merge.top < row && merge.bottom > bottom) return true;
  }
  return false;
}

/** 1 2 3 4 or 甲 乙 丙 丁 below the header, as statistical forms count their columns. */
function isColumnCount(worksheet: Worksheet, { left, right }: HeaderMatch, row: number): boolean {
  if (right - left < 2 || right - left > 30) return false;
  const texts = Array.from({ length: right - left + 1 }, (_, index) => textOf(valueAt(worksheet, row, left + index)));
  return texts.every((text, index) => text === String(index + 1)) || texts.every((text, index) => text === "甲乙丙丁戊己庚辛壬癸"[index]);
}

const ordinal = /^[第（(]?[\d０-９一二三四五六七八九十百①-⑳]+/;

/** Below a gap, words where this table counts begin something else: 单位 联系人 电话. */
function isOtherList(worksheet: Worksheet, { columns }: HeaderMatch, row: number, filled: readonly number[]): boolean {
  const number = columns.get("number");
  if (number === undefined || filled.length < 2 || !filled.includes(number)) return false;
  const text = textOf(valueAt(worksheet, row, number));
  return !ordinal.test(text) && /^[\u4e00-\u9fff]{2,8}$/.test(text);
}

/** A cheap question before the dear one: do two of the columns hold a text that is some header? */
function isHeader(worksheet: Worksheet, places: readonly number[], known: ReadonlySet<string>, row: number): boolean {
  let hits = 0;
  let asked = 0;
  for (const column of places) {
    // a header says nothing but headers: three columns without one are an answer
    if (hits === 0 && ++asked > 3) return false;
    const value = valueAt(worksheet, row, column);
    if (typeof value === "number") return false;
    if (typeof value !== "string" || value.length > 20) continue;
    if (known.has(value) || (dressed.test(value) && known.has(normaliseHeader(value)))) hits += 1;
  }
  return hits >= 2;
}

function isSameHeader(found: HeaderMatch, match: HeaderMatch): boolean {
  return [...match.columns].every(([key, column]) => found.columns.get(key) === column || match.rivals.get(key)?.includes(found.columns.get(key) ?? -1) === true);
}

function isFooter(worksheet: Worksheet, { columns, template }: HeaderMatch, row: number, filled: readonly number[]): boolean {
  const first = filled[0];
  if (first === undefined) return false;
  const value = valueAt(worksheet, row, first);
  // most rows begin with a number or are too full to be a note
  if (typeof value !== "string" || (filled.length > 2 && !/[:：]/.test(value))) return false;
  const text = textOf(value).slice(0, 40);
  if (signature.test(text)) return true;
  if (filled.length > 2) return false;
  // a task may begin with 审核…：, hardly with 注：
  return columns.get(template.subject) === first ? filled.length === 1 && taskFooter.test(text) : footer.test(text);
}

/** The office and the day below the last task, wherever in the row they stand. */
function isSigningOff(worksheet: Worksheet, match: HeaderMatch, row: number, filled: readonly number[]): boolean {
  const { columns, template } = match;
  const subject = columns.get(template.subject) ?? match.left;
  const number = columns.get("number");
  for (let next = row + 1; next <= row + blankStretch; next++) if (!isBlank(worksheet.columns[subject]?.values[next])) return false;
  const holdsDay = (place: number): boolean => signingDay.test(textOf(valueAt(worksheet, row, place)));
  if (filled.some(holdsDay)) return !filled.some((place) => !holdsDay(place) && (place === subject || (place === number && ordinal.test(textOf(valueAt(worksheet, row, place))))));
  const below: number[] = [];
  findFilled(worksheet, match, row + 1, below);
  return filled.length === 1 && filled[0] !== subject && below.length === 1 && signingDay.test(textOf(valueAt(worksheet, row + 1, below[0] ?? match.left)));
}

/** A lone text that a header follows is the title of the next table. */
function headerFollows(row: number, headersAt: (row: number) => readonly HeaderMatch[], worksheet: Worksheet): boolean {
  for (let next = row + 1; next <= row + titleReach && next < worksheet.rowCount; next++) {
    let filled = 0;
    for (const column of worksheet.columns) {
      if (!isBlank(column?.values[next])) filled += 1;
    }
    if (filled >= 2) return headersAt(next).length > 0;
  }
  return false;
}

/** 一 | 强化督查: a section with its number in a cell of its own, where the tasks below count 1, 2, 3. */
function numberedBandText(worksheet: Worksheet, { columns, template }: HeaderMatch, row: number, filled: readonly number[]): string | undefined {
  if (filled.length !== 2) return undefined;
  const number = columns.get("number");
  const subject = columns.get(template.subject);
  if (number === undefined || subject === undefined || !filled.includes(number) || !filled.includes(subject)) return undefined;
  const countsBelow = /^\d/.test(textOf(valueAt(worksheet, row + 1, number)));
  if (!countsBelow || !chineseNumber.test(textOf(valueAt(worksheet, row, number)))) return undefined;
  return textOf(valueAt(worksheet, row, subject));
}

/** The category that a full-width row names; undefined where the row is a record with little in it. */
function bandText(worksheet: Worksheet, match: HeaderMatch, row: number, column: number): string | undefined {
  const text = textOf(valueAt(worksheet, row, column));
  const merge = mergeOver(worksheet, row, column);
  const width = match.right - match.left + 1;
  if (merge !== undefined && merge.top === row && merge.bottom === row && merge.right - merge.left + 1 > width / 2) return text;
  if (/^[\d０-９.．、()（）]+$/.test(text)) return undefined;
  const key = [...match.columns].find(([, place]) => place === column)?.[0];
  if (key === "category") return text;
  if (column !== match.left) return undefined;
  return key === match.template.subject && !sectionNumber.test(text) ? undefined : text;
}

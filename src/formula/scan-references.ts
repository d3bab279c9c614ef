import { maxColumns, maxRows } from "../core/address";
import type { Rectangle } from "../core/workbook";

/** One end of a reference; a whole column has no row and a whole row no column. */
export type ReferenceCorner = {
  readonly column: number | undefined;
  readonly isColumnFixed: boolean;
  readonly row: number | undefined;
  readonly isRowFixed: boolean;
};

/** A reference to cells as it stands in a formula's text, from `start` to before `end`. */
export type FormulaReference = {
  readonly start: number;
  readonly end: number;
  /** The sheet as written with its exclamation mark; empty for the formula's own sheet. */
  readonly prefix: string;
  readonly from: ReferenceCorner;
  readonly to: ReferenceCorner | undefined;
};

/** Every reference to cells, in reading order; names, texts, functions and structured references are passed over. */
export function scanReferences(formula: string): FormulaReference[] {
  const found: FormulaReference[] = [];
  let at = 0;
  let prefixStart: number | undefined;
  while (at < formula.length) {
    const code = formula.charCodeAt(at);
    let end = at + 1;
    let isPrefix = false;
    if (code === quotation) end = endOfQuoted(formula, at, quotation);
    else if (code === apostrophe) isPrefix = formula.charCodeAt((end = endOfQuoted(formula, at, apostrophe))) === bang;
    else if (code === leftBracket) {
      end = endOfBrackets(formula, at);
      // [1]Sheet1!A1: the other workbook is a part of the sheet's name
      isPrefix = isWord(formula.charCodeAt(end)) && formula.charCodeAt(endOfWord(formula, end)) === bang;
      if (isPrefix) end = endOfWord(formula, end);
    } else if (code === hash) end = endOfErrorText(formula, at + 1);
    else if (isWord(code)) {
      end = endOfWord(formula, at);
      if (formula.charCodeAt(end) === bang) isPrefix = true;
      else if (isSheetSpan(formula, end)) {
        end = endOfWord(formula, end + 1);
        isPrefix = true;
      } else {
        const start = prefixStart ?? at;
        const reference = readReference(formula, at, end);
        if (reference !== undefined) {
          found.push({ ...reference, start, prefix: formula.slice(start, at) });
          end = reference.end;
        } else if (formula.charCodeAt(end) === leftBracket) end = endOfBrackets(formula, end);
      }
    }
    if (isPrefix) {
      prefixStart ??= at;
      end += 1;
    } else prefixStart = undefined;
    at = end;
  }
  return found;
}

/** The sheet that a prefix names; undefined for the formula's own, for another workbook's and for several sheets at once. */
export function sheetOfPrefix(prefix: string): string | undefined {
  const name = prefix.slice(0, -1);
  if (name === "" || name.includes("[")) return undefined;
  if (name.startsWith("'")) return name.slice(1, -1).replace(/''/g, "'");
  return name.includes(":") ? undefined : name;
}

/** The cells of a reference, from its upper left corner to its lower right. */
export function areaOf({ from, to }: FormulaReference): Rectangle {
  const other = to ?? from;
  const [rowA, rowB] = [from.row ?? 0, other.row ?? maxRows - 1];
  const [columnA, columnB] = [from.column ?? 0, other.column ?? maxColumns - 1];
  return { top: Math.min(rowA, rowB), left: Math.min(columnA, columnB), bottom: Math.max(rowA, rowB), right: Math.max(columnA, columnB) };
}

const quotation = 34;
const hash = 35;
const dollar = 36;
const apostrophe = 39;
const colon = 58;
const bang = 33;
const leftBracket = 91;
const rightBracket = 93;
const leftParenthesis = 40;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** What a name, a number or a reference is made of. */
function isWord(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === dollar || code === 46 || code === 95 || code === 92 || code === 63 || code > 127;
}

function endOfWord(text: string, at: number): number {
  let end = at;
  while (end < text.length && isWord(text.charCodeAt(end))) end += 1;
  return end;
}

/** A doubled quotation mark stands for itself. */
function endOfQuoted(text: string, at: number, mark: number): number {
  for (let end = at + 1; end < text.length; end++) {
    if (text.charCodeAt(end) !== mark) continue;
    if (text.charCodeAt(end + 1) !== mark) return end + 1;
    end += 1;
  }
  return text.length;
}

/** In a structured reference an apostrophe takes the meaning from the bracket after it. */
function endOfBrackets(text: string, at: number): number {
  let depth = 0;
  for (let end = at; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === apostrophe) end += 1;
    else if (code === leftBracket) depth += 1;
    else if (code === rightBracket && --depth === 0) return end + 1;
  }
  return text.length;
}

/** #DIV/0!, #N/A, #REF!; a # alone is a spilled range's. */
function endOfErrorText(text: string, at: number): number {
  let end = at;
  while (end < text.length && (isLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)) || text.charCodeAt(end) === 47)) end += 1;
  const last = text.charCodeAt(end);
  return end > at && (last === bang || last === 63) ? end + 1 : end;
}

/** Whether at `end` goes on as in Sheet1:Sheet3!A1. */
function isSheetSpan(text: string, end: number): boolean {
  if (text.charCodeAt(end) !== colon || !isWord(text.charCodeAt(end + 1))) return false;
  return text.charCodeAt(endOfWord(text, end + 1)) === bang;
}

function readReference(text: string, at: number, wordEnd: number): { readonly from: ReferenceCorner; readonly to: ReferenceCorner | undefined; readonly end: number } | undefined {
  const from = readCorner(text, at, wordEnd);
  if (from === undefined) return undefined;
  const isCell = from.row !== undefined && from.column !== undefined;
  if (text.charCodeAt(wordEnd) === colon) {
    const end = endOfWord(text, wordEnd + 1);
    const to = readCorner(text, wordEnd + 1, end);
    const isSameKind = to !== undefined && (to.row === undefined) === (from.row === undefined) && (to.column === undefined) === (from.column === undefined);
    if (isSameKind && text.charCodeAt(end) !== leftParenthesis) return { from, to, end };
  }
  return isCell && text.charCodeAt(wordEnd) !== leftParenthesis ? { from, to: undefined, end: wordEnd } : undefined;
}

/** `$A$1`, `A` or `1`, where nothing else stands between `at` and `end`. */
function readCorner(text: string, at: number, end: number): ReferenceCorner | undefined {
  let index = at;
  const isFirstFixed = text.charCodeAt(index) === dollar;
  if (isFirstFixed) index += 1;
  let column = 0;
  const lettersFrom = index;
  while (index < end && isLetter(text.charCodeAt(index))) column = column * 26 + ((text.charCodeAt(index++) & 31));
  const letters = index - lettersFrom;
  if (letters > 3 || column > maxColumns) return undefined;
  const isSecondFixed = letters > 0 && text.charCodeAt(index) === dollar;
  if (isSecondFixed) index += 1;
  let row = 0;
  const digitsFrom = index;
  while (index < end && isDigit(text.charCodeAt(index))) row = row * 10 + (text.charCodeAt(index++) - 48);
  const digits = index - digitsFrom;
  if (index !== end || letters + digits === 0 || (isSecondFixed && digits === 0) || row > maxRows || (digits > 0 && row === 0)) return undefined;
  return {
    column: letters === 0 ? undefined : column - 1,
    isColumnFixed: letters > 0 && isFirstFixed,
    row: digits === 0 ? undefined : row - 1,
    isRowFixed: digits > 0 && (letters === 0 ? isFirstFixed : isSecondFixed),
  };
}

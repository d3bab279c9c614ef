import { roleOfBracket, roleOfLabel, type UnitRole } from "./unit-role";

/** What stands between two separators of a cell. */
export type Piece = {
  readonly text: string;
  /** Where each character of the text stands in the cell. */
  readonly at: readonly number[] | number;
  readonly separator: string;
  /** A label before it: 牵头单位：. */
  readonly label?: UnitRole | "none";
  /** A bracket behind it, or before it: （牵头）. */
  readonly role?: UnitRole;
  /** It is no name: 牵头 on a line of its own. */
  readonly isBreak?: boolean;
};

const openers = "（(〔[【〖";
const closers = "）)〕]】〗";
const separators = "、，,；;/。\n|｜";
const bullets = "·•●◆■▪◇-—–―*“”\"'‘’《》「」：:!！?？…";

export function offsetIn(piece: Piece, index: number): number {
  return typeof piece.at === "number" ? piece.at + index : (piece.at[index] ?? 0);
}

export function slicePiece(piece: Piece, from: number, to: number): Piece {
  return { ...piece, text: piece.text.slice(from, to), at: typeof piece.at === "number" ? piece.at + from : piece.at.slice(from, to) };
}

/** For each opening bracket that is closed where it is closed; an unclosed one ends with its line. */
function closingsOf(text: string): Map<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    if (openers.includes(letter)) open.push(index);
    else if (closers.includes(letter)) {
      const from = open.pop();
      if (from !== undefined) closings.set(from, index);
    }
  }
  return closings;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 160 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a);
}

/** ① to ⒛: the number of a line. */
function isCircled(code: number): boolean {
  return code >= 0x2460 && code <= 0x249b;
}

function isInvisible(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

/** Of several separators in a row the one that says most. */
export function stronger(before: string, next: string): string {
  const rank = (separator: string): number => (separator === "" ? 0 : separator === " " ? 1 : separator === "\n" ? 2 : separator === "（" ? 3 : 4);
  return rank(next) > rank(before) ? next : before;
}

/** A cell's pieces in order; brackets that belong to a name stay with it, those that hold roles or whole lists are opened. */
export function piecesOf(text: string): Piece[] {
  const hasBracket = /[（(〔[【〖]/.test(text);
  const closings = hasBracket ? closingsOf(text) : undefined;
  const pieces: Piece[] = [];
  let start = -1;
  let separator = "";
  let label: UnitRole | "none" | undefined;
  let role: UnitRole | undefined;

  const flush = (end: number, own?: UnitRole): void => {
    if (start >= 0) {
      const piece = trimmed(text, start, end);
      if (piece !== undefined) {
        const given = own ?? role;
        pieces.push({ ...piece, separator, ...(label === undefined ? {} : { label }), ...(given === undefined ? {} : { role: given }) });
        label = undefined;
        role = undefined;
        separator = "";
      }
    }
    start = -1;
  };

  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    if (closings !== undefined && openers.includes(letter)) {
      const close = closings.get(index);
      const isFirst = start < 0 || text.slice(start, index).trim() === "";
      if (close === undefined) {
        if (start < 0) start = index;
        const line = text.indexOf("\n", index);
        index = (line < 0 ? text.length : line) - 1;
        continue;
      }
      const content = close - index <= 60 ? text.slice(index + 1, close).trim() : undefined;
      const own = content === undefined ? undefined : roleOfBracket(content);
      if (own !== undefined) {
        if (isFirst && pieces.length > 0 && isAlone(text, close)) giveRole(pieces, own);
        else if (isFirst) role = own;
        else flush(index, own);
        // two units with only （牵头） between them are not run together
        if (!isFirst) separator = stronger(separator, "（");
        index = close;
        continue;
      }
      if (content !== undefined && remark.test(content)) {
        flush(index);
        index = close;
        continue;
      }
      if (isFirst && content !== undefined && isNumber(content)) {
        flush(index);
        start = -1;
        index = close;
        continue;
      }
      if (isFirst ? holdsList(text, index, close, pieces.length > 0) : holdsLabel(content ?? text.slice(index + 1, index + 40))) {
        flush(index);
        continue;
      }
      if (start < 0) start = index;
      index = close;
      continue;
    }
    if (closings !== undefined && closers.includes(letter)) {
      flush(index);
      continue;
    }
    const code = text.charCodeAt(index);
    if (letter === "：" || letter === ":") {
      const before = start < 0 ? "" : text.slice(start, index).trim();
      const said = roleOfLabel(before.replace(/^(?:\d{1,2}[.．)）]|[（(]\d{1,2}[)）])\s*/, ""));
      if (said !== undefined || before === "" || before.length > 40) {
        label = said ?? label;
        start = -1;
      } else {
        flush(index);
        separator = stronger(separator, "：");
      }
      continue;
    }
    if (separators.includes(letter)) {
      flush(index);
      separator = stronger(separator, letter);
      continue;
    }
    if (isSpace(code) || isCircled(code)) {
      flush(index);
      separator = stronger(separator, " ");
      continue;
    }
    if (start < 0 && !isInvisible(code)) start = index;
  }
  flush(text.length);
  return pieces;
}

/** 列第一位的为牵头单位, 下同: said of the cell, no other name of the unit. */
const remark = /^(?:以?下同|.{0,20}(?:第[一1]|首位|最前|在前).{0,30})$/;

/** Whether nothing follows a bracket in its line. */
function isAlone(text: string, close: number): boolean {
  const next = text.charAt(close + 1);
  return next === "" || separators.includes(next) || isSpace(next.charCodeAt(0));
}

function giveRole(pieces: Piece[], role: UnitRole): void {
  const last = pieces.pop();
  if (last !== undefined) pieces.push({ ...last, role });
}

function isNumber(content: string): boolean {
  return /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})$/.test(content);
}

function holdsLabel(content: string): boolean {
  return /^[^：:]{2,10}[：:]/.test(content) && roleOfLabel(content.slice(0, content.search(/[：:]/)).trim()) !== undefined;
}

/** A bracket before any name: the whole cell in brackets, （责任单位：…）; （国资委） on a second line belongs to the name above. */
function holdsList(text: string, open: number, close: number, hasBefore: boolean): boolean {
  if (!hasBefore) return true;
  return holdsLabel(text.slice(open + 1, Math.min(close, open + 20))) || /[、，,；;]/.test(text.slice(open + 1, Math.min(close, open + 60)));
}

const numbering = /^(?:\d{1,3}[.．)）]\s*(?=[^\d])|[①-⑳㉑-㉟⑴-⒇⒈-⒛]\s*|第[一二三四五六七八九十]{1,3}[是、]?(?=[：:])|[一二三]是)/;

/** Without numbers, bullets and invisible characters; undefined where nothing is left. */
function trimmed(text: string, start: number, end: number): Pick<Piece, "text" | "at"> | undefined {
  let from = start;
  let to = end;
  while (from < to && (bullets.includes(text.charAt(from)) || isSpace(text.charCodeAt(from)))) from += 1;
  while (to > from && (bullets.includes(text.charAt(to - 1)) || isSpace(text.charCodeAt(to - 1)))) to -= 1;
  const first = text.charCodeAt(from);
  if ((first >= 48 && first <= 57) || first === 31532 || (first >= 0x2460 && first <= 0x32bf) || text.charAt(from + 1) === "是") {
    from += numbering.exec(text.slice(from, Math.min(to, from + 8)))?.[0].length ?? 0;
  }
  if (from >= to) return undefined;
  for (let index = from; index < to; index++) {
    if (isInvisible(text.charCodeAt(index))) return withoutInvisible(text, from, to);
  }
  return { text: text.slice(from, to), at: from };
}

function withoutInvisible(text: string, from: number, to: number): Pick<Piece, "text" | "at"> | undefined {
  const at: number[] = [];
  let result = "";
  for (let index = from; index < to; index++) {
    if (isInvisible(text.charCodeAt(index))) continue;
    result += text.charAt(index);
    at.push(index);
  }
  return result === "" ? undefined : { text: result, at };
}

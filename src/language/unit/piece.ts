import { bracketAt, closingsOf, isCloser, isOpener } from "./bracket";
import { isEnd } from "./kind";
import { roleOfLabel, type UnitRole } from "./role";

/** What stands between two separators of a cell. */
export type Piece = {
  readonly text: string;
  /** Where the text stands in the cell; of a torn one each character. */
  readonly at: number | readonly number[];
  readonly separator: string;
  /** A label before it: 牵头单位：. */
  readonly label?: UnitRole;
  /** A bracket behind it, or before it: （牵头）. */
  readonly role?: UnitRole;
  /** A colon follows: 市级：, or a name with what it is to do. */
  readonly isHeading?: boolean;
};

export function offsetIn({ at }: Piece, index: number): number {
  return typeof at === "number" ? at + index : (at[index] ?? 0);
}

export function slicePiece(piece: Piece, from: number, to: number): Piece {
  return { ...piece, text: piece.text.slice(from, to), at: typeof piece.at === "number" ? piece.at + from : piece.at.slice(from, to) };
}

const separators = "、，,；;/。\n|｜";
const bullets = "·•●◆■▪◇-—–―*“”\"'‘’《》「」：:!！?？…";
const number = /^\d{1,2}[.．、)）](?=[^\d\s])/;
const numbering = /^(?:\d{1,3}[.．)）]\s*(?=[^\d])|第[一二三四五六七八九十]{1,3}是?(?=[：:])|[一二三]是)/;
const numberBeforeLabel = /^(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）])\s*/;
const longestLabel = 40;

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 160 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a);
}

/** ① to ⒛: the number of a line. */
function isCircled(code: number): boolean {
  return code >= 0x2460 && code <= 0x249b;
}

function isInvisible(code: number): boolean {
  return code < 32 || (code >= 0x7f && code <= 0x9f) || code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function weight(separator: string): number {
  return separator === "" ? 0 : separator === " " ? 1 : separator === "\n" ? 2 : separator === "（" ? 3 : 4;
}

/** Of several separators in a row the one that says most. */
export function stronger(before: string, next: string): string {
  return weight(next) > weight(before) ? next : before;
}

/** A cell's pieces in order; brackets that belong to a name stay with it, others are opened or heard. */
export function piecesOf(text: string): Piece[] {
  const closings = /[（(〔[【〖]/.test(text) ? closingsOf(text) : undefined;
  const pieces: Piece[] = [];
  let start = -1;
  let separator = "";
  let label: UnitRole | undefined;
  let role: UnitRole | undefined;

  const flush = (end: number, own?: UnitRole, isHeading = false): void => {
    const piece = start < 0 ? undefined : trimmed(text, start, end);
    start = -1;
    if (piece === undefined) return;
    const given = own ?? role;
    pieces.push({ ...piece, separator, ...(label === undefined ? {} : { label }), ...(given === undefined ? {} : { role: given }), ...(isHeading ? { isHeading } : {}) });
    label = role = undefined;
    separator = "";
  };
  /** Where reading goes on behind a bracket. */
  const passBracket = (open: number, close: number | undefined): number => {
    if (close === undefined) {
      if (start < 0) start = open;
      const line = text.indexOf("\n", open);
      return (line < 0 ? text.length : line) - 1;
    }
    const isFirst = start < 0 || text.slice(start, open).trim() === "";
    const bracket = bracketAt(text, open, close, isFirst, pieces.length > 0 && weight(separator) < weight("（"));
    if (bracket.kind === "name") {
      if (start < 0) start = open;
      return close;
    }
    if (bracket.kind === "role" && isFirst) {
      const last = isAlone(text, close) ? pieces.pop() : undefined;
      if (last === undefined) role = bracket.role;
      else pieces.push({ ...last, role: bracket.role });
      return close;
    }
    flush(open, bracket.kind === "role" ? bracket.role : undefined);
    // two units with only （牵头） between them are not run together
    if (bracket.kind === "role" || (bracket.kind === "aside" && !isFirst)) separator = stronger(separator, "（");
    return bracket.kind === "list" ? open : close;
  };
  const passColon = (at: number): void => {
    const before = start < 0 || at - start > longestLabel ? "" : text.slice(start, at).trim();
    const said = roleOfLabel(before.replace(numberBeforeLabel, ""));
    if (said === undefined && before !== "") {
      flush(at, undefined, true);
      separator = stronger(separator, "：");
      return;
    }
    label = said ?? label;
    start = -1;
  };

  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // most characters are none of the below
    if (code >= 0x4e00 && code <= 0x9fff) {
      if (start < 0) start = index;
      continue;
    }
    const letter = text.charAt(index);
    if (closings !== undefined && isOpener(letter)) index = passBracket(index, closings.get(index));
    else if (letter === "：" || letter === ":") passColon(index);
    else if (separators.includes(letter)) {
      flush(index);
      separator = stronger(separator, letter);
    } else if (isSpace(code)) {
      flush(index);
      separator = stronger(separator, " ");
    } else if (isCircled(code)) {
      flush(index);
      separator = stronger(separator, letter);
    } else if (closings !== undefined && isCloser(letter)) flush(index);
    else if (start >= 0 && index > start && isDigit(code) && isEnd(text.charCodeAt(index - 1)) && number.test(text.slice(index, index + 4))) {
      flush(index);
      separator = stronger(separator, letter);
      start = index;
      index += 1;
    } else if (start < 0 && !isInvisible(code)) start = index;
  }
  flush(text.length);
  return pieces;
}

/** Whether nothing follows a bracket in its line. */
function isAlone(text: string, close: number): boolean {
  const next = text.charAt(close + 1);
  return next === "" || separators.includes(next) || isSpace(next.charCodeAt(0));
}

/** Without numbers, bullets and invisible characters; undefined where nothing is left. */
function trimmed(text: string, start: number, end: number): Pick<Piece, "text" | "at"> | undefined {
  let from = start;
  let to = end;
  while (from < to && isMargin(text, from)) from += 1;
  while (to > from && isMargin(text, to - 1)) to -= 1;
  if (isDigit(text.charCodeAt(from)) || text.charAt(from) === "第" || text.charAt(from + 1) === "是") {
    from += numbering.exec(text.slice(from, Math.min(to, from + 8)))?.[0].length ?? 0;
  }
  if (from >= to) return undefined;
  for (let index = from; index < to; index++) {
    if (isInvisible(text.charCodeAt(index))) return withoutInvisible(text, from, to);
  }
  return { text: text.slice(from, to), at: from };
}

function isMargin(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code >= 0x4e00 && code <= 0x9fff) return false;
  return isSpace(code) || bullets.includes(text.charAt(index));
}

function withoutInvisible(text: string, from: number, to: number): Pick<Piece, "text" | "at"> | undefined {
  const at: number[] = [];
  const letters: string[] = [];
  for (let index = from; index < to; index++) {
    if (isInvisible(text.charCodeAt(index))) continue;
    letters.push(text.charAt(index));
    at.push(index);
  }
  return at.length === 0 ? undefined : { text: letters.join(""), at };
}

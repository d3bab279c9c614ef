import type { Paragraph } from "./document";
import { beginsItem, isBracketed, isClosed, isCutShort, joinHalves } from "./line-shape";

/** A line of a text file; `text` keeps the white space it begins with. */
export type Line = { readonly text: string; readonly source: number };

/** A line with nothing on it; a tab is the beginning of a cell. */
export function isEmpty(line: Line | undefined): boolean {
  return line === undefined || (line.text.trim() === "" && !line.text.includes("\t"));
}

type Piece = { readonly text: string; readonly source: number; readonly indent: number; readonly isApart: boolean; readonly width: number };

/** A paragraph under way: its halves, and of a long one only what its look depends on. */
type Growing = { readonly halves: string[]; shape: string };

/** More of a paragraph's beginning and of its end than any question asks for. */
const shapeLength = { head: 100, whole: 1000 };

function begin(text: string): Growing {
  return { halves: [text], shape: shapeOf(text) };
}

function add(growing: Growing, text: string): void {
  const joint = joinHalves(growing.shape.slice(-1), text.slice(0, 1));
  growing.halves.push(joint.length > 2 ? ` ${text}` : text);
  growing.shape = shapeOf(growing.shape + text);
}

function shapeOf(text: string): string {
  return text.length <= shapeLength.whole ? text : text.slice(0, shapeLength.head) + text.slice(shapeLength.head - shapeLength.whole);
}

/** Lines of running text as paragraphs: what a fixed width or a page's end has broken is put together again. */
export function joinLines(lines: readonly Line[]): Paragraph[] {
  const pieces = toPieces(lines);
  const wrap = wrapOf(pieces);
  const usesIndent = wrap !== undefined && pieces.filter(({ indent }) => indent >= 2).length > pieces.length / 20;
  const paragraphs: (Piece & { growing: Growing })[] = [];
  let before: Piece | undefined;
  for (const piece of pieces) {
    const last = paragraphs[paragraphs.length - 1];
    const goesOn = last !== undefined && before !== undefined && wrap !== undefined && !piece.isApart && isWrapped(last.growing.shape, before.width, piece, wrap, usesIndent);
    if (goesOn) add(last.growing, piece.text);
    else paragraphs.push({ ...piece, growing: begin(piece.text) });
    before = piece;
  }
  // where paragraphs are indented, an indented one goes on with nothing
  const indented = new Set(paragraphs.filter(({ indent }) => indent >= 2).map(({ source }) => source));
  const isIndented = indented.size > paragraphs.length / 3;
  return joinBroken(
    paragraphs.map(({ growing, source }): Paragraph => ({ kind: "paragraph", text: growing.halves.join(""), source })),
    ({ source }) => isIndented && indented.has(source),
  );
}

/** Puts paragraphs together that a page's end has broken, wherever they come from. */
export function joinBroken<T extends Paragraph>(paragraphs: readonly T[], startsAnew: (paragraph: T) => boolean = () => false): T[] {
  const joined: { readonly first: T; readonly growing: Growing }[] = [];
  for (const paragraph of paragraphs) {
    const last = joined[joined.length - 1];
    const goesOn = last !== undefined && !isHeading(last.first) && !isHeading(paragraph) && !startsAnew(paragraph) && isCutShort(last.growing.shape, paragraph.text);
    if (goesOn) add(last.growing, paragraph.text);
    else joined.push({ first: paragraph, growing: begin(paragraph.text) });
  }
  return joined.map(({ first, growing }) => (growing.halves.length === 1 ? first : { ...first, text: growing.halves.join("") }));
}

function isHeading({ heading, isTitle }: Paragraph): boolean {
  return heading !== undefined || isTitle === true;
}

function toPieces(lines: readonly Line[]): Piece[] {
  const pieces: Piece[] = [];
  let isApart = true;
  for (const { text, source } of lines) {
    const trimmed = text.trim();
    if (trimmed === "") {
      isApart = true;
      continue;
    }
    const indent = widthOf(text.slice(0, text.length - text.trimStart().length));
    pieces.push({ text: trimmed, source, indent, isApart, width: indent + widthOf(trimmed) });
    isApart = false;
  }
  return pieces;
}

/** Columns on a screen: a Chinese character takes two. */
function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    width += code === 9 ? 4 : code >= 0x1100 && !(code >= 0xd800 && code <= 0xdfff) ? 2 : 1;
  }
  return width;
}

/** The narrowest and widest lines that a program breaks at, in columns. */
const narrowest = 20;
const widest = 100;
/** How far a full line may fall short: punctuation that may not begin a line takes a character along. */
const slack = 6;

/** The width at which the lines were broken; undefined where each line is a paragraph. */
function wrapOf(pieces: readonly Piece[]): number | undefined {
  if (pieces.length < 5) return undefined;
  const widths = pieces.map(({ width }) => width).sort((one, other) => one - other);
  const wrap = widths[Math.floor((widths.length - 1) * 0.98)] ?? 0;
  if (wrap < narrowest || wrap > widest || (widths[widths.length - 1] ?? 0) > wrap + 2 * slack) return undefined;
  const full = pieces.filter(({ width }) => width >= wrap - slack);
  const open = full.filter(({ text }) => !isClosed(text));
  return full.length >= 4 && full.length > pieces.length * 0.3 && open.length > full.length * 0.6 ? wrap : undefined;
}

function isWrapped(before: string, width: number, next: Piece, wrap: number, usesIndent: boolean): boolean {
  if (width < wrap - (/^[A-Za-z0-9]/.test(next.text) ? 2 * slack : slack)) return false;
  if (usesIndent && next.indent >= 2) return false;
  if (beginsItem(next.text)) return isBracketed(next.text) || isCutShort(before, next.text);
  // a sentence that ends where the line does: only what stands around it tells
  return !isClosed(before) || (width >= wrap - 2 && !/[）)〕：:]/.test(before.slice(-1)));
}

import { roleOfBracket, roleOfLabel, type UnitRole } from "./role";

/** What a bracket among names is. */
export type Bracket =
  /** Part of a name: （国资委）. */
  | { readonly kind: "name" }
  /** Around names of its own: （责任单位：…）. */
  | { readonly kind: "list" }
  /** （牵头）. */
  | { readonly kind: "role"; readonly role: UnitRole }
  /** （1）, （下同）: no part of any name. */
  | { readonly kind: "aside" };

const openers = "（(〔[【〖";
const closers = "）)〕]】〗";
const longest = 60;

export function isOpener(letter: string): boolean {
  return openers.includes(letter);
}

export function isCloser(letter: string): boolean {
  return closers.includes(letter);
}

/** For each opening bracket that is closed where it is closed. */
export function closingsOf(text: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    if (isOpener(letter)) open.push(index);
    else if (isCloser(letter)) {
      const from = open.pop();
      if (from !== undefined) closings.set(from, index);
    }
  }
  return closings;
}

/** 列第一位的为牵头单位, 下同: said of the cell, no other name of the unit. */
const remark = /^(?:以?下同|.{0,20}(?:第[一1]|首位|最前|在前).{0,30})$/;
const number = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})$/;

/** `isFirst`: no name has begun before it; `hasBefore`: a name stands on the line above, or before a space. */
export function bracketAt(text: string, open: number, close: number, isFirst: boolean, hasBefore: boolean): Bracket {
  const content = close - open <= longest ? text.slice(open + 1, close).trim() : undefined;
  const start = text.slice(open + 1, Math.min(close, open + longest));
  if (content !== undefined) {
    const role = roleOfBracket(content);
    if (role !== undefined) return { kind: "role", role };
    if (remark.test(content) || (number.test(content) && (isFirst || /[\u4e00-\u9fff]/.test(text.charAt(close + 1))))) return { kind: "aside" };
  }
  if (holdsLabel(start) || (isFirst && (!hasBefore || /[、，,；;]/.test(start)))) return { kind: "list" };
  return { kind: "name" };
}

function holdsLabel(content: string): boolean {
  const colon = content.search(/[：:]/);
  return colon >= 2 && colon <= 10 && roleOfLabel(content.slice(0, colon).trim()) !== undefined;
}

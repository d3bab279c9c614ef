import { joinsOverSpace } from "./unit";

/** What stands in a cell and belongs to no text. */
export type Stray = "space" | "invisible" | "backtick" | "bookmark";

export type StrayFound = { readonly kinds: readonly Stray[]; readonly cleaned: string };

// no zero-width joiner before an emoji: there it is part of the picture
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2028\u2029\u2060\ufeff\ufffc]|\u200d(?!\p{Extended_Pictographic})/gu;
const bookmark = /\[bookmark:[^\]]{0,100}\]/gi;
const backtick = /[`｀]/g;
const edges = /^\s+|\s+$/g;

/** The same as all of the above in one look, for the many cells where nothing is wrong. */
const anything = /^\s|\s$|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060\ufeff\ufffc`｀]|\[bookmark:/i;
const innerSpace = /[ \u3000\u00a0]/;

/** Undefined where a text is clean, or where nothing but white space is there: such a cell counts as empty. */
export function findStray(text: string, isUnit: boolean): StrayFound | undefined {
  if (!anything.test(text) && !(isUnit && innerSpace.test(text))) return undefined;
  const kinds: Stray[] = [];
  let cleaned = text;
  const take = (kind: Stray, next: string): void => {
    if (next === cleaned) return;
    if (!kinds.includes(kind)) kinds.push(kind);
    cleaned = next;
  };
  take("bookmark", cleaned.replace(bookmark, ""));
  take("invisible", cleaned.replace(invisible, ""));
  take("backtick", cleaned.replace(backtick, ""));
  take("space", cleaned.replace(edges, ""));
  if (isUnit && innerSpace.test(cleaned)) take("space", withoutInnerSpaces(cleaned));
  return cleaned === "" || kinds.length === 0 ? undefined : { kinds, cleaned };
}

const spaceRun = /[ \u3000\u00a0]+/g;
const separators = "、，,；;/\n：:";

/** A space between two whole names separates them and stays. */
function withoutInnerSpaces(text: string): string {
  let cleaned = "";
  let from = 0;
  for (const match of text.matchAll(spaceRun)) {
    const end = match.index + match[0].length;
    const left = lastPiece(cleaned + text.slice(from, match.index));
    const right = firstPiece(text.slice(end));
    cleaned += text.slice(from, match.index);
    if (left === "" || right === "" || !joinsOverSpace(left, right)) cleaned += match[0];
    from = end;
  }
  return cleaned + text.slice(from);
}

function lastPiece(text: string): string {
  let start = text.length;
  while (start > 0 && !separators.includes(text.charAt(start - 1)) && !/\s/.test(text.charAt(start - 1))) start -= 1;
  return text.slice(start);
}

function firstPiece(text: string): string {
  let end = 0;
  while (end < text.length && !separators.includes(text.charAt(end)) && !/\s/.test(text.charAt(end))) end += 1;
  return text.slice(0, end);
}

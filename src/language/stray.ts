import { joinsOverSpace } from "./unit";

/** What stands in a cell and belongs to no text. */
export type Stray = "space" | "invisible" | "backtick" | "bookmark";

export type StrayFound = { readonly kinds: readonly Stray[]; readonly cleaned: string };

// no zero-width joiner before an emoji: there it is part of the picture
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2028\u2029\u2060\ufeff\ufffc]|\u200d(?!\p{Extended_Pictographic})/gu;
const bookmark = /\[bookmark:[^\]]{0,100}\]/gi;
const backtick = /[`｀]/g;

/** All of the above but spaces in one look, for the many cells where nothing is wrong. */
const anything = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060\ufeff\ufffc`｀[]/;
const space = /\s/;
const innerSpace = /[ \u3000\u00a0]/;

/** Undefined where a text is clean, or where nothing but white space is there: such a cell counts as empty. */
export function findStray(text: string, isUnit: boolean): StrayFound | undefined {
  if (!space.test(text.charAt(0)) && !space.test(text.charAt(text.length - 1)) && !anything.test(text) && !(isUnit && innerSpace.test(text))) return undefined;
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
  take("space", cleaned.trim());
  if (isUnit && innerSpace.test(cleaned)) take("space", withoutInnerSpaces(cleaned));
  return cleaned === "" || kinds.length === 0 ? undefined : { kinds, cleaned };
}

const spaceRun = /[ \u3000\u00a0]+/g;

/** No name is longer. */
const reach = 60;

/** A space between two whole names separates them and stays. */
function withoutInnerSpaces(text: string): string {
  const parts: string[] = [];
  let before = "";
  let from = 0;
  for (const match of text.matchAll(spaceRun)) {
    const end = match.index + match[0].length;
    const part = text.slice(from, match.index);
    parts.push(part);
    before = (before + part).slice(-reach);
    const [left, right] = [lastPiece(before), firstPiece(text.slice(end, end + reach))];
    if (left === "" || right === "" || !joinsOverSpace(left, right)) {
      parts.push(match[0]);
      before = "";
    }
    from = end;
  }
  return parts.join("") + text.slice(from);
}

function lastPiece(text: string): string {
  return text.slice(text.search(/[^、，,；;/\s：:]*$/));
}

function firstPiece(text: string): string {
  return text.slice(0, (text + " ").search(/[、，,；;/\s：:]/));
}

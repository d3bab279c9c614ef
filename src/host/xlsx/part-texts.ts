import { withPart, type Parts } from "./package";
import { decodeXml, encodeXml } from "./xml";

/** Parts as texts while steps are made: a part that many steps change is decoded once and encoded once. */
type Texts = {
  readonly decoded: WeakMap<Uint8Array, string>;
  /** What stands in for a part that is yet to be encoded, and whether it begins with a byte order mark. */
  readonly pending: Map<Uint8Array, { readonly text: string; readonly isMarked: boolean }>;
};

let current: Texts | undefined;

/** Parts that are set during `work` are encoded at its end. */
export function withTexts(work: () => Parts): Parts {
  if (current !== undefined) return work();
  const texts: Texts = { decoded: new WeakMap(), pending: new Map() };
  current = texts;
  try {
    return settled(work(), texts);
  } finally {
    current = undefined;
  }
}

function settled(parts: Parts, { pending }: Texts): Parts {
  let next = parts;
  for (const [name, bytes] of parts) {
    const set = pending.get(bytes);
    if (set !== undefined) next = withPart(next, name, encoded(set.text, set.isMarked));
  }
  return next;
}

export function readText(parts: Parts, name: string): string | undefined {
  const bytes = parts.get(name);
  if (bytes === undefined) return undefined;
  const known = current?.pending.get(bytes)?.text ?? current?.decoded.get(bytes);
  if (known !== undefined) return known;
  const text = decodeXml(bytes);
  current?.decoded.set(bytes, text);
  return text;
}

/** A part that began with a byte order mark still does. */
export function setText(parts: Parts, name: string, text: string): Parts {
  const before = parts.get(name);
  const isMarked = before !== undefined && (current?.pending.get(before)?.isMarked ?? hasMark(before));
  if (current === undefined) return withPart(parts, name, encoded(text, isMarked));
  const place = new Uint8Array();
  current.pending.set(place, { text, isMarked });
  return withPart(parts, name, place);
}

function encoded(text: string, isMarked: boolean): Uint8Array {
  const bytes = encodeXml(text);
  if (!isMarked || hasMark(bytes)) return bytes;
  const all = new Uint8Array(bytes.length + 3);
  all.set([0xef, 0xbb, 0xbf]);
  all.set(bytes, 3);
  return all;
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

import { decodeReferences } from "./html-entities";

export type Attributes = ReadonlyMap<string, string>;

export type HtmlEvents = { readonly open: (name: string, attributes: Attributes) => void; readonly close: (name: string) => void; readonly text: (text: string) => void };

/** Elements whose content is not markup; none of it is text for a reader. */
const raw = new Set(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript"]);

const nameEnd = /[\s/>]/g;
const attribute = /[\s/]*([^\s=>/"'][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/y;
const noAttributes: Attributes = new Map();

/** Reads HTML as browsers do, forgiving everything, in one pass. Comments, also Word's conditional ones, are passed over. */
export function tokenizeHtml(html: string, events: HtmlEvents): void {
  let at = 0;
  while (at < html.length) {
    const start = html.indexOf("<", at);
    if (start < 0) break;
    const next = html.charAt(start + 1);
    if (!/[A-Za-z/!?]/.test(next)) {
      events.text(decodeReferences(html.slice(at, start + 1)));
      at = start + 1;
      continue;
    }
    if (start > at) events.text(decodeReferences(html.slice(at, start)));
    if (next === "!" || next === "?") at = endOfComment(html, start);
    else if (next === "/") {
      const end = html.indexOf(">", start);
      const name = /^[A-Za-z][^\s/>]*/.exec(html.slice(start + 2, start + 40))?.[0];
      if (name !== undefined) events.close(name.toLowerCase());
      at = end < 0 ? html.length : end + 1;
    } else at = readTag(html, start, events);
  }
  if (at < html.length) events.text(decodeReferences(html.slice(at)));
}

function endOfComment(html: string, start: number): number {
  const isComment = html.startsWith("<!--", start);
  if (!isComment) return after(html, ">", start);
  if (html.startsWith("<!-->", start)) return start + 5;
  return after(html, "-->", start + 4);
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function readTag(html: string, start: number, events: HtmlEvents): number {
  nameEnd.lastIndex = start;
  const nameStop = nameEnd.exec(html)?.index ?? html.length;
  const name = html.slice(start + 1, Math.min(nameStop, start + 40)).toLowerCase();
  let at = nameStop;
  let attributes: Map<string, string> | undefined;
  while (at < html.length && html.charAt(at) !== ">") {
    attribute.lastIndex = at;
    const match = attribute.exec(html);
    if (match === null) {
      at += 1;
      continue;
    }
    const [whole, key = "", double, single, bare] = match;
    attributes ??= new Map();
    const value = double ?? single ?? bare ?? "";
    if (!attributes.has(key.toLowerCase())) attributes.set(key.toLowerCase(), decodeReferences(value));
    at += whole.length;
  }
  at = Math.min(at + 1, html.length);
  if (raw.has(name)) {
    const end = new RegExp(`</${name}(?=[\\s/>])`, "gi");
    end.lastIndex = at;
    const found = end.exec(html);
    return found === null ? html.length : after(html, ">", found.index);
  }
  events.open(name, attributes ?? noAttributes);
  return at;
}

import { SaxesParser } from "saxes";
import { HostError } from "../host-error";

/** An element without its namespaces' prefixes; `prefix` is how the document writes them. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

/** Bytes of a part as text, by its mark or its declaration; UTF-8 where neither says otherwise. */
export function decodeXml(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

const encodingName = /^(\ufeff?<\?xml\s[^>]*?\sencoding\s*=\s*)(?:"([^"]*)"|'([^']*)')/;

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  const declared = encodingName.exec(String.fromCharCode(...bytes.subarray(0, 200)));
  const name = declared?.[2] ?? declared?.[3] ?? "utf-8";
  // the bytes themselves have shown that it is none
  return /^utf-?16/i.test(name) ? "utf-8" : name;
}

/** A part as it is written: always UTF-8, whatever it was before. */
export function encodeXml(text: string): Uint8Array {
  return new TextEncoder().encode(text.replace(encodingName, (whole, head: string, name: string | undefined, other: string | undefined) => (/^utf-?8$/i.test(name ?? other ?? "") ? whole : `${head}"UTF-8"`)));
}

/** No workbook nests deeper; a hostile one might, to exhaust the stack. */
const maxDepth = 200;

/** Small parts as a tree: workbook, relationships, styles. Sheets are scanned instead. */
export function parseXml(text: string, part: string): XmlElement {
  const root: Draft = { name: "", attributes: new Map(), children: [], text: "" };
  const stack: Draft[] = [root];
  const parser = new SaxesParser();
  let failure: Error | undefined;
  parser.on("error", (error) => {
    failure ??= error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Draft = { name: withoutPrefix(name), attributes: new Map(Object.entries(attributes).map(([key, value]) => [withoutPrefix(key), value])), children: [], text: "" };
    stack.at(-1)?.children.push(element);
    if (stack.push(element) > maxDepth) throw new HostError("damaged", part);
  });
  parser.on("closetag", () => {
    stack.pop();
  });
  const addText = (more: string): void => {
    const element = stack.at(-1);
    if (element !== undefined) element.text += more;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  try {
    parser.write(text).close();
  } catch (error) {
    throw error instanceof HostError ? error : new HostError("damaged", part, { cause: error });
  }
  const [first] = root.children;
  if (failure !== undefined || first === undefined) throw new HostError("damaged", part, { cause: failure });
  return first;
}

type Draft = { name: string; attributes: Map<string, string>; children: Draft[]; text: string };

export function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** xsd:boolean as Office writes it. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true" || value === "on";
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const entity = /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/y;

export function decodeEntities(text: string): string {
  let at = text.indexOf("&");
  if (at === -1) return text;
  let decoded = "";
  let from = 0;
  for (; at !== -1; at = text.indexOf("&", at + 1)) {
    entity.lastIndex = at;
    const match = entity.exec(text);
    const letter = match === null ? undefined : letterOf(match[1], match[2], match[3]);
    if (match === null || letter === undefined) continue;
    decoded += text.slice(from, at) + letter;
    from = at + match[0].length;
  }
  return decoded + text.slice(from);
}

function letterOf(hex: string | undefined, decimal: string | undefined, name: string | undefined): string | undefined {
  if (name !== undefined) return named[name];
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

export function encodeEntities(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => (letter === "&" ? "&amp;" : letter === "<" ? "&lt;" : letter === ">" ? "&gt;" : "&quot;"));
}

/** Text between tags, where quotes stay as Excel writes them. */
export function encodeElementText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Text as SpreadsheetML keeps it: characters that XML cannot hold stand as _xHHHH_, and so does what looks like that. */
export function encodeCellText(text: string): string {
  const escaped = text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_").replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
  return encodeEntities(escaped);
}

export function decodeCellText(text: string): string {
  return decodeEscapes(decodeEntities(text));
}

/** _x000a_ and its like, which stand for what XML cannot hold or would not keep. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The value of an attribute in a start tag's text; linear, for tags outside the hot loop. */
export function attributeOf(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s(?:[A-Za-z]\\w*:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : decodeEntities(value);
}

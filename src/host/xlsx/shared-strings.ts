import { HostError } from "../host-error";
import { decodeCellText, parseXml, type XmlElement } from "./xml";

/** The workbook's shared strings in order; runs of rich text are joined, phonetic guides left out. */
export function readSharedStrings(xml: string): string[] {
  const prefix = /<(?:([A-Za-z_][\w.-]*):)?sst[\s>]/.exec(xml.slice(0, 20_000))?.[1];
  const open = `<${prefix === undefined ? "" : `${prefix}:`}si`;
  const close = `</${prefix === undefined ? "" : `${prefix}:`}si>`;
  const strings: string[] = [];
  let position = xml.indexOf(open);
  while (position !== -1) {
    const tagEnd = xml.indexOf(">", position);
    if (tagEnd === -1) throw new HostError("damaged", "sharedStrings");
    if (xml.charCodeAt(tagEnd - 1) === 47) {
      strings.push("");
      position = xml.indexOf(open, tagEnd);
      continue;
    }
    const end = xml.indexOf(close, tagEnd);
    if (end === -1) throw new HostError("damaged", "sharedStrings");
    strings.push(readText(xml.slice(tagEnd + 1, end)));
    position = xml.indexOf(open, end + close.length);
  }
  return strings;
}

/** The text of an <si> or <is>: one <t>, or runs each with their own. */
export function readText(content: string): string {
  const simple = /^\s*<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)<\/(?:\w+:)?t>\s*$/.exec(content);
  if (simple?.[1] !== undefined) return decodeCellText(simple[1]);
  if (content.trim() === "") return "";
  return decodeCellText(joinRuns(parseXml(`<si ${namespaces(content)}>${content}</si>`, "sharedStrings")));
}

function joinRuns(element: XmlElement): string {
  // text is decoded once more for _xHHHH_ by the caller; entities are plain here already, so they are put back
  return element.children
    .map((child) => (child.name === "t" ? child.text.replace(/&/g, "&amp;") : child.name === "r" ? joinRuns(child) : ""))
    .join("");
}

/** Declares the prefixes that a fragment uses, since it is read outside its document. */
function namespaces(content: string): string {
  const prefixes = new Set([...content.matchAll(/[<\s/]([A-Za-z_]\w{0,20}):\w/g)].map((match) => match[1] ?? ""));
  return [...prefixes].filter((prefix) => prefix !== "xml").map((prefix) => `xmlns:${prefix}="urn:x"`).join(" ");
}

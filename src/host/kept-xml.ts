import { childrenNamed, decodeEscapes, encodeCellText, encodeEntities, parseXml } from "./xlsx/xml";

/** Where a workbook keeps texts of ours: a custom XML part whose root is in this namespace. */
export const keptNamespace = "urn:qingdan:kept";

export function writeKept(texts: ReadonlyMap<string, string>): string {
  const entries = [...texts].map(([key, text]) => `<text key="${encodeEntities(key)}" xml:space="preserve">${encodeCellText(text)}</text>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<kept xmlns="${keptNamespace}">${entries.join("")}</kept>`;
}

export function readKept(xml: string): Map<string, string> {
  return new Map(childrenNamed(parseXml(xml, "customXml"), "text").map(({ attributes, text }) => [attributes.get("key") ?? "", decodeEscapes(text)]));
}

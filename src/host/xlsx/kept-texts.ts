import { keptNamespace, readKept, writeKept } from "../kept-xml";
import type { Parts } from "./package";
import { setText } from "./package-entries";
import { addRelated, dropRelated, freePart } from "./related-parts";
import { readText, relationshipsOf, type Layout } from "./read-workbook";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/";
const propertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
/** Any will do that no other part has. */
const itemId = "{5B0E1D0C-6A53-4D0B-9C1E-71A6D0C5E2F7}";

/** Never shown: what the workbook was like before, to be put back when the last text goes. */
const recordKey = "urn:qingdan:before";

export function readKeptTexts(parts: Parts): ReadonlyMap<string, string> {
  const texts = allTexts(parts);
  texts.delete(recordKey);
  return texts;
}

/** The last text takes the part with it. */
export function keepText(parts: Parts, layout: Layout, key: string, text: string | null): Parts {
  const part = keptPart(parts);
  const texts = allTexts(parts);
  if (text === null) texts.delete(key);
  else texts.set(key, text);
  if ([...texts.keys()].every((other) => other === recordKey)) return part === undefined ? parts : dropKept(parts, layout, part);
  if (part === undefined) return addKept(parts, layout, writeKept(texts));
  const isInPlace = relationshipsOf(parts, layout.workbookPart).some(({ target }) => target === part);
  return isInPlace ? setText(parts, part, writeKept(texts)) : addKept(dropKept(parts, layout, part), layout, writeKept(texts));
}

export function readRecord(parts: Parts): string | undefined {
  return allTexts(parts).get(recordKey);
}

/** Only beside a text. */
export function keepRecord(parts: Parts, record: string): Parts {
  const part = keptPart(parts);
  return part === undefined ? parts : setText(parts, part, writeKept(allTexts(parts).set(recordKey, record)));
}

export function withoutKept(parts: Parts, layout: Layout): Parts {
  const part = keptPart(parts);
  return part === undefined ? parts : dropKept(parts, layout, part);
}

function allTexts(parts: Parts): Map<string, string> {
  const part = keptPart(parts);
  return part === undefined ? new Map<string, string>() : readKept(readText(parts, part) ?? "");
}

const keptRoot = new RegExp(`<(?:\\w+:)?kept\\s[^>]*"${keptNamespace}"`);

/** LibreOffice hangs the part on the package instead of the workbook, and elsewhere it may hang on nothing. */
function keptPart(parts: Parts): string | undefined {
  return [...parts.keys()].find((name) => /^customXml\/item\d+\.xml$/.test(name) && keptRoot.test(readText(parts, name)?.slice(0, 500) ?? ""));
}

function addKept(parts: Parts, layout: Layout, xml: string): Parts {
  const name = freePart(parts, "customXml/item", ".xml");
  const { parts: next } = addRelated(parts, layout.workbookPart, { name, text: xml, relation: `${office}relationships/customXml` });
  const properties = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="${itemId}" xmlns:ds="${office}customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${keptNamespace}"/></ds:schemaRefs></ds:datastoreItem>`;
  return addRelated(next, name, { name: freePart(next, "customXml/itemProps", ".xml"), text: properties, contentType: propertiesType, relation: `${office}relationships/customXmlProps` }).parts;
}

function dropKept(parts: Parts, layout: Layout, part: string): Parts {
  const properties = relationshipsOf(parts, part);
  const bare = properties.reduce((next, { target }) => dropRelated(next, part, target), parts);
  return dropRelated(dropRelated(bare, "", part), layout.workbookPart, part);
}

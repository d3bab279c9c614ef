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

export function readKeptTexts(parts: Parts, layout: Layout): ReadonlyMap<string, string> {
  const texts = allTexts(parts, layout);
  texts.delete(recordKey);
  return texts;
}

/** The last text takes the part with it. */
export function keepText(parts: Parts, layout: Layout, key: string, text: string | null): Parts {
  const part = keptPart(parts, layout);
  const texts = allTexts(parts, layout);
  if (text === null) texts.delete(key);
  else texts.set(key, text);
  if ([...texts.keys()].every((other) => other === recordKey)) return part === undefined ? parts : dropKept(parts, layout, part);
  return part === undefined ? addKept(parts, layout, writeKept(texts)) : setText(parts, part, writeKept(texts));
}

export function readRecord(parts: Parts, layout: Layout): string | undefined {
  return allTexts(parts, layout).get(recordKey);
}

/** Only beside a text. */
export function keepRecord(parts: Parts, layout: Layout, record: string): Parts {
  const part = keptPart(parts, layout);
  return part === undefined ? parts : setText(parts, part, writeKept(allTexts(parts, layout).set(recordKey, record)));
}

export function withoutKept(parts: Parts, layout: Layout): Parts {
  const part = keptPart(parts, layout);
  return part === undefined ? parts : dropKept(parts, layout, part);
}

function allTexts(parts: Parts, layout: Layout): Map<string, string> {
  const part = keptPart(parts, layout);
  return part === undefined ? new Map<string, string>() : readKept(readText(parts, part) ?? "");
}

function keptPart(parts: Parts, layout: Layout): string | undefined {
  return relationshipsOf(parts, layout.workbookPart).find(({ type, target }) => type.endsWith("/customXml") && readText(parts, target)?.includes(`"${keptNamespace}"`) === true)?.target;
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
  return dropRelated(bare, layout.workbookPart, part);
}

import { keptNamespace, readKept, writeKept } from "../kept-xml";
import type { Parts } from "./package";
import { setText } from "./package-entries";
import { addRelated, dropRelated, freePart } from "./related-parts";
import { readText, relationshipsOf, type Layout } from "./read-workbook";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/";
const propertiesType = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml";
/** Any will do that no other part has. */
const itemId = "{5B0E1D0C-6A53-4D0B-9C1E-71A6D0C5E2F7}";

export function readKeptTexts(parts: Parts, layout: Layout): ReadonlyMap<string, string> | undefined {
  const part = keptPart(parts, layout);
  return part === undefined ? undefined : readKept(readText(parts, part) ?? "");
}

/** The last text takes the part with it. */
export function keepText(parts: Parts, layout: Layout, key: string, text: string | null): Parts {
  const part = keptPart(parts, layout);
  const texts = new Map(part === undefined ? [] : readKept(readText(parts, part) ?? ""));
  if (text === null) texts.delete(key);
  else texts.set(key, text);
  if (part === undefined) return texts.size === 0 ? parts : addKept(parts, layout, writeKept(texts));
  return texts.size > 0 ? setText(parts, part, writeKept(texts)) : dropKept(parts, layout, part);
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

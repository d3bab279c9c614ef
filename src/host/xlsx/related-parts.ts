import { withPart, type Parts } from "./package";
import { setText } from "./package-entries";
import { readText, relationshipsOf, relationshipsPart, type Relationship } from "./read-workbook";
import { attributeOf } from "./xml";

const emptyRelationships = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
const contentTypes = "[Content_Types].xml";

export type NewPart = {
  readonly name: string;
  readonly text: string;
  /** Undefined where the default of its extension does. */
  readonly contentType?: string;
  /** The whole name of what it is to its owner, such as "…/relationships/comments". */
  readonly relation: string;
};

/** A new part, with its content type and the relationship from its owner to it; gives that one's id. */
export function addRelated(parts: Parts, owner: string, { name, text, contentType, relation }: NewPart): { parts: Parts; id: string } {
  let next = setText(parts, name, text);
  if (contentType !== undefined) next = beforeEnd(next, contentTypes, "Types", (prefix) => `<${prefix}Override PartName="/${name}" ContentType="${contentType}"/>`);
  const list = relationshipsPart(owner);
  if (!next.has(list)) next = setText(next, list, emptyRelationships);
  const known = readText(next, list) ?? "";
  let id = 1;
  while (known.includes(`"rId${id}"`)) id += 1;
  return { parts: beforeEnd(next, list, "Relationships", (prefix) => `<${prefix}Relationship Id="rId${id}" Type="${relation}" Target="/${name}"/>`), id: `rId${id}` };
}

/** Takes out a part, its own relationships, its content type and the relationship that leads to it. */
export function dropRelated(parts: Parts, owner: string, name: string): Parts {
  const relationship = relationshipsOf(parts, owner).find(({ target }) => target === name);
  let next = withPart(withPart(parts, name, undefined), relationshipsPart(name), undefined);
  next = withoutTags(next, contentTypes, /<(?:\w+:)?Override\s[^>]*>/g, (tag) => attributeOf(tag, "PartName") === `/${name}`);
  if (relationship === undefined) return next;
  const list = relationshipsPart(owner);
  next = withoutTags(next, list, /<(?:\w+:)?Relationship\s[^>]*>/g, (tag) => attributeOf(tag, "Id") === relationship.id);
  return /<(?:\w+:)?Relationship\s/.test(readText(next, list) ?? "") ? next : withPart(next, list, undefined);
}

/** In single quotes, by which it is known for ours when the last such part goes. */
export function addDefaultType(parts: Parts, extension: string, type: string): Parts {
  const known = [...(readText(parts, contentTypes) ?? "").matchAll(/<(?:\w+:)?Default\s[^>]*>/g)].some(([tag]) => attributeOf(tag, "Extension")?.toLowerCase() === extension);
  if (known) return parts;
  return beforeEnd(parts, contentTypes, "Types", (prefix) => `<${prefix}Default Extension='${extension}' ContentType='${type}'/>`);
}

export function dropDefaultType(parts: Parts, extension: string): Parts {
  if ([...parts.keys()].some((name) => name.toLowerCase().endsWith(`.${extension}`))) return parts;
  return withoutTags(parts, contentTypes, /<(?:\w+:)?Default\s[^>]*>/g, (tag) => tag.includes(`Extension='${extension}'`));
}

export function relatedPart(parts: Parts, owner: string, kind: string): Relationship | undefined {
  return relationshipsOf(parts, owner).find(({ type }) => type.endsWith(`/${kind}`));
}

/** A name that is free: prefix, number, suffix. */
export function freePart(parts: Parts, prefix: string, suffix: string): string {
  let number = 1;
  while (parts.has(`${prefix}${number}${suffix}`)) number += 1;
  return `${prefix}${number}${suffix}`;
}

function beforeEnd(parts: Parts, name: string, root: string, element: (prefix: string) => string): Parts {
  const text = readText(parts, name) ?? "";
  // a list without entries may be one tag
  const opened = text.replace(new RegExp(`<((?:\\w+:)?)${root}(\\s[^>]*)?/>`), (_, prefix: string, attributes: string | undefined) => `<${prefix}${root}${attributes ?? ""}></${prefix}${root}>`);
  return setText(parts, name, opened.replace(new RegExp(`</((?:\\w+:)?)${root}\\s*>`), (close: string, prefix: string) => `${element(prefix)}${close}`));
}

function withoutTags(parts: Parts, name: string, tags: RegExp, isOut: (tag: string) => boolean): Parts {
  const text = readText(parts, name);
  return text === undefined ? parts : setText(parts, name, text.replace(tags, (tag) => (isOut(tag) ? "" : tag)));
}

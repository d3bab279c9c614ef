import { parseAddress, stringifyColumn } from "../../core/address";
import type { SetNote } from "../../core/edit";
import type { Note } from "../../core/marks";
import { markedNote, noteAuthor, readNote } from "../note-mark";
import { changeBoxes, emptyBoxes } from "./note-boxes";
import type { Parts } from "./package";
import { namespaceOf, relationOf, setText } from "./package-entries";
import { addDefaultType, addRelated, dropDefaultType, dropRelated, freePart, relatedPart } from "./related-parts";
import { readText as readPart, type Layout } from "./read-workbook";
import { readText } from "./shared-strings";
import { sheetParts } from "./scan-sheet";
import { changeInTail, insertInTail } from "./sheet-tail";
import { attributeOf, encodeCellText } from "./xml";

const types = "application/vnd.openxmlformats-officedocument.";
const comment = /<((?:\w+:)?)comment\s[^>]*>[\s\S]*?<\/\1comment>/g;

export function readNotes(parts: Parts, sheetPart: string): Note[] {
  const part = relatedPart(parts, sheetPart, "comments")?.target;
  const xml = part === undefined ? undefined : readPart(parts, part);
  const notes = [...(xml ?? "").matchAll(comment)].flatMap(([element]): Note[] => {
    const area = parseAddress(attributeOf(element.slice(0, element.indexOf(">") + 1), "ref") ?? "");
    const text = /<(?:\w+:)?text(?:\s[^>]*)?>([\s\S]*)<\/(?:\w+:)?text>/.exec(element)?.[1] ?? "";
    return area === undefined ? [] : [{ row: area.top, column: area.left, ...readNote(readText(text)) }];
  });
  return notes.sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Notes of one worksheet, one after the other; parts that come with the first go with the last. */
export function setNotes(parts: Parts, layout: Layout, sheet: string, steps: readonly SetNote[]): Parts {
  const sheetPart = layout.sheets.find(({ name }) => name === sheet)?.part;
  if (sheetPart === undefined) return parts;
  const prepared = steps.some(({ after }) => after !== null) ? withNoteParts(parts, layout, sheetPart) : parts;
  const [comments, drawing] = [relatedPart(prepared, sheetPart, "comments")?.target, relatedPart(prepared, sheetPart, "vmlDrawing")?.target];
  if (comments === undefined) return parts;
  const places = new Map(steps.map(({ row, column, after }) => [addressOf(row, column), after]));
  const xml = withComments(readPart(prepared, comments) ?? "", places);
  const next = setText(prepared, comments, xml);
  return withoutNoteParts(drawing === undefined ? next : setText(next, drawing, changeBoxes(readPart(next, drawing) ?? emptyBoxes, steps.map(({ row, column, after }) => ({ row, column, text: after })))), sheetPart, comments, drawing);
}

/** What came in with notes of ours goes when cells that went took the last of them along. */
export function tidyNotes(parts: Parts, layout: Layout, sheet: string): Parts {
  const sheetPart = layout.sheets.find(({ name }) => name === sheet)?.part ?? "";
  const comments = relatedPart(parts, sheetPart, "comments")?.target;
  return comments !== undefined && readPart(parts, comments)?.includes(noteAuthor) === true ? setNotes(parts, layout, sheet, []) : parts;
}

function addressOf(row: number, column: number): string {
  return `${stringifyColumn(column)}${row + 1}`;
}

function withNoteParts(parts: Parts, layout: Layout, sheetPart: string): Parts {
  let next = parts;
  const folder = sheetPart.slice(0, sheetPart.lastIndexOf("/") + 1).replace(/worksheets\/$/, "");
  const relations = relationOf(layout);
  if (relatedPart(next, sheetPart, "comments") === undefined) {
    const namespace = namespaceOf(readPart(parts, layout.workbookPart) ?? "");
    const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;
    next = addRelated(next, sheetPart, { name: freePart(next, `${folder}comments`, ".xml"), text, contentType: `${types}spreadsheetml.comments+xml`, relation: `${relations}/comments` }).parts;
  }
  if (relatedPart(next, sheetPart, "vmlDrawing") === undefined) {
    const added = addRelated(addDefaultType(next, "vml", `${types}vmlDrawing`), sheetPart, { name: freePart(next, `${folder}drawings/vmlDrawing`, ".vml"), text: emptyBoxes, relation: `${relations}/vmlDrawing` });
    const xml = readPart(added.parts, sheetPart) ?? "";
    next = setText(added.parts, sheetPart, insertInTail(xml, "legacyDrawing", `<${sheetParts(xml).prefix}legacyDrawing r:id="${added.id}" xmlns:r="${relations}"/>`));
  }
  return next;
}

function withoutNoteParts(parts: Parts, sheetPart: string, comments: string, drawing: string | undefined): Parts {
  if (/<(?:\w+:)?comment\s/.test(readPart(parts, comments) ?? "")) return parts;
  const next = dropRelated(parts, sheetPart, comments);
  if (drawing === undefined || readPart(parts, drawing) !== emptyBoxes) return next;
  const id = relatedPart(parts, sheetPart, "vmlDrawing")?.id;
  const xml = changeInTail(readPart(parts, sheetPart) ?? "", "legacyDrawing", (element) => (attributeOf(element, "id") === id ? "" : element));
  return dropDefaultType(dropRelated(setText(next, sheetPart, xml), sheetPart, drawing), "vml");
}

/** `places`: what is to stand at an address, or null for nothing. */
function withComments(source: string, places: ReadonlyMap<string, string | null>): string {
  const bare = source.replace(comment, (element) => (places.has(attributeOf(element.slice(0, element.indexOf(">") + 1), "ref") ?? "") ? "" : element));
  const added = [...places].flatMap(([address, text]) => (text === null ? [] : [{ address, text }]));
  const { xml, author, prefix: p } = withAuthor(bare);
  const elements = added.map(({ address, text }) => `<${p}comment ref="${address}" authorId="${author}"><${p}text><${p}t xml:space="preserve">${encodeCellText(markedNote(text))}</${p}t></${p}text></${p}comment>`).join("");
  const opened = xml.replace(/<((?:\w+:)?)commentList\s*\/>/, "<$1commentList></$1commentList>");
  return withoutAuthor(opened.replace(/<\/(?:\w+:)?commentList>/, (close) => `${elements}${close}`), author);
}

function withAuthor(xml: string): { xml: string; author: number; prefix: string } {
  const authors = [...xml.matchAll(/<(?:\w+:)?author(?:\s[^>]*)?(?:\/>|>([^<]*)<)/g)].map((match) => match[1] ?? "");
  const prefix = /<((?:\w+:)?)comments[\s>]/.exec(xml)?.[1] ?? "";
  const known = authors.indexOf(noteAuthor);
  if (known !== -1) return { xml, author: known, prefix };
  return { xml: xml.replace(/<((?:\w+:)?)authors\s*\/>/, "<$1authors></$1authors>").replace(/<\/(?:\w+:)?authors>/, (close) => `<${prefix}author>${noteAuthor}</${prefix}author>${close}`), author: authors.length, prefix };
}

/** Authors are numbered, so ours goes only from the end. */
function withoutAuthor(xml: string, author: number): string {
  if (new RegExp(`\\sauthorId\\s*=\\s*"${author}"`).test(xml)) return xml;
  return xml.replace(new RegExp(`<((?:\\w+:)?)author>${noteAuthor}</\\1author>(?=</(?:\\w+:)?authors>)`), "");
}

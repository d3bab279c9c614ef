import type { ListObject, Rectangle, Visibility, Workbook, Worksheet } from "../../core/workbook";
import { isChartMark } from "../chart-mark";
import { HostError } from "../host-error";
import { readDefinedNames } from "./defined-names";
import { readKeptTexts } from "./kept-texts";
import { readListObject } from "./list-objects";
import { readNotes } from "./notes";
import { readNumberFormats } from "./number-formats";
import { readOwnCharts } from "./own-charts";
import type { Parts } from "./package";
import { readText } from "./part-texts";
import { readSheet } from "./read-sheet";
import { readSharedStrings } from "./shared-strings";
import { childNamed, childrenNamed, isTrue, parseXml, type XmlElement } from "./xml";

export type Relationship = { readonly id: string; readonly type: string; readonly target: string };

/** Where the parts of a workbook are; names are those of the package. */
export type Layout = {
  readonly workbookPart: string;
  readonly root: XmlElement;
  readonly relationships: readonly Relationship[];
  readonly sheets: readonly SheetEntry[];
  readonly uses1904Dates: boolean;
  readonly isStructureProtected: boolean;
  readonly isSigned: boolean;
};

/** A sheet that holds cells; chart sheets are none. */
export type SheetEntry = { readonly name: string; readonly visibility: Visibility; readonly part: string };

/** What a writer must not touch of a sheet: a table's headers stand in another part too. */
export type Guard = { readonly arrays: readonly Rectangle[]; readonly tables: readonly Rectangle[]; readonly tableHeaders: readonly Rectangle[] };
/** By sheet name. */
export type Guards = ReadonlyMap<string, Guard>;

export { readText } from "./part-texts";

export function readLayout(parts: Parts): Layout {
  const workbookPart = relationshipsOf(parts, "").find(({ type }) => type.endsWith("/officeDocument"))?.target;
  const text = workbookPart === undefined ? undefined : readText(parts, workbookPart);
  if (workbookPart === undefined || text === undefined) throw new HostError(parts.size === 0 || hasOfficeParts(parts) ? "damaged" : "not-a-workbook");
  if (!/<(?:\w+:)?workbook[\s>]/.test(text.slice(0, 20_000))) throw new HostError("not-a-workbook");
  const root = parseXml(text, workbookPart);
  const relationships = relationshipsOf(parts, workbookPart);
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]));
  const sheets = childrenNamed(childNamed(root, "sheets"), "sheet").flatMap(({ attributes }): SheetEntry[] => {
    const name = attributes.get("name") ?? "";
    const relationship = byId.get(attributes.get("id") ?? "");
    // a sheet that is listed and not there must not pass for a workbook without it
    if (relationship === undefined || !parts.has(relationship.target)) throw new HostError("damaged", name);
    if (!relationship.type.endsWith("/worksheet")) return [];
    const state = attributes.get("state");
    return [{ name, visibility: state === "hidden" || state === "veryHidden" ? state : "visible", part: relationship.target }];
  });
  return {
    workbookPart,
    root,
    relationships,
    sheets,
    uses1904Dates: isTrue(childNamed(root, "workbookPr")?.attributes.get("date1904")),
    isStructureProtected: isTrue(childNamed(root, "workbookProtection")?.attributes.get("lockStructure")),
    isSigned: [...parts.keys()].some((name) => name.startsWith("_xmlsignatures/")),
  };
}

function hasOfficeParts(parts: Parts): boolean {
  return [...parts.keys()].some((name) => name.startsWith("xl/"));
}

/** The relationships of a part ("" = the package), targets as names of the package; external ones are left out. */
export function relationshipsOf(parts: Parts, part: string): Relationship[] {
  const text = readText(parts, relationshipsPart(part));
  if (text === undefined) return [];
  return childrenNamed(parseXml(text, relationshipsPart(part)), "Relationship").flatMap(({ attributes }) => {
    if (attributes.get("TargetMode") === "External") return [];
    return [{ id: attributes.get("Id") ?? "", type: attributes.get("Type") ?? "", target: resolveTarget(part, attributes.get("Target") ?? "") }];
  });
}

export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

function resolveTarget(part: string, target: string): string {
  const path = target.replace(/\\/g, "/");
  const from = path.startsWith("/") ? [] : part.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") from.pop();
    else if (step !== "" && step !== ".") from.push(step);
  }
  return from.join("/");
}

/** Reads every worksheet; `onSheet` is told of each, so that a person sees it move. */
export function readWorkbook(parts: Parts, layout: Layout, onSheet?: (done: number, total: number) => void): { workbook: Workbook; guards: Guards } {
  const [strings, formats] = [sharedStringsOf(parts, layout), numberFormatsOf(parts, layout)];
  const allNames = readDefinedNames(layout.root);
  const [chartNames, names] = [allNames.filter((one) => isChartMark(one.name)), allNames.filter((one) => !isChartMark(one.name))];
  const guards = new Map<string, Guard>();
  const listObjects: ListObject[] = [];
  const worksheets = layout.sheets.map(({ name, visibility, part }, index) => {
    const { worksheet, arrays } = readSheet(readText(parts, part) ?? "", { name, visibility, strings, formats, uses1904Dates: layout.uses1904Dates });
    const own = listObjectsOf(parts, name, part);
    listObjects.push(...own);
    guards.set(name, { arrays, tables: own.map(({ range }) => range), tableHeaders: own.flatMap(({ range, hasHeaderRow }) => (hasHeaderRow ? [{ ...range, bottom: range.top }] : [])) });
    onSheet?.(index + 1, layout.sheets.length);
    const notes = readNotes(parts, part);
    const ownCharts = readOwnCharts(parts, part, chartNames.filter(({ sheet }) => sheet === name));
    return { ...worksheet, ...(notes.length > 0 && { notes }), ...(ownCharts.length > 0 && { ownCharts }) };
  });
  return { workbook: { worksheets, uses1904Dates: layout.uses1904Dates, names, listObjects, kept: readKeptTexts(parts) }, guards };
}

/** The cells of one worksheet alone. */
export function readOneSheet(parts: Parts, layout: Layout, sheet: string): Worksheet | undefined {
  const entry = layout.sheets.find(({ name }) => name === sheet);
  if (entry === undefined) return undefined;
  return readSheet(readText(parts, entry.part) ?? "", { name: sheet, visibility: entry.visibility, strings: sharedStringsOf(parts, layout), formats: numberFormatsOf(parts, layout), uses1904Dates: layout.uses1904Dates }).worksheet;
}

function numberFormatsOf(parts: Parts, layout: Layout): string[] {
  const part = layout.relationships.find(({ type }) => type.endsWith("/styles"))?.target;
  const text = part === undefined ? undefined : readText(parts, part);
  return text === undefined ? [] : readNumberFormats(parseXml(text, "styles"));
}

function sharedStringsOf(parts: Parts, layout: Layout): string[] {
  const part = layout.relationships.find(({ type }) => type.endsWith("/sharedStrings"))?.target;
  const text = part === undefined ? undefined : readText(parts, part);
  return text === undefined ? [] : readSharedStrings(text);
}

function listObjectsOf(parts: Parts, sheet: string, sheetPart: string): ListObject[] {
  return relationshipsOf(parts, sheetPart).flatMap(({ type, target }) => {
    const text = type.endsWith("/table") ? readText(parts, target) : undefined;
    return (text === undefined ? undefined : readListObject(text, target, sheet)) ?? [];
  });
}

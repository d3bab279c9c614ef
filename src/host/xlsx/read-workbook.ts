import type { Rectangle, Visibility, Workbook } from "../../core/workbook";
import { parseAddress } from "../../core/address";
import { HostError } from "../host-error";
import { readNumberFormats } from "./number-formats";
import type { Parts } from "./package";
import { readSheet } from "./read-sheet";
import { readSharedStrings } from "./shared-strings";
import { childNamed, childrenNamed, decodeXml, isTrue, parseXml, type XmlElement } from "./xml";

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

/** What a writer must not touch, by sheet name. */
export type Guards = ReadonlyMap<string, { readonly arrays: readonly Rectangle[]; readonly tables: readonly Rectangle[]; readonly tableHeaders: readonly Rectangle[] }>;

export function readText(parts: Parts, name: string): string | undefined {
  const bytes = parts.get(name);
  return bytes === undefined ? undefined : decodeXml(bytes);
}

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
  const strings = sharedStringsOf(parts, layout);
  const styles = layout.relationships.find(({ type }) => type.endsWith("/styles"))?.target;
  const stylesText = styles === undefined ? undefined : readText(parts, styles);
  const formats = stylesText === undefined ? [] : readNumberFormats(parseXml(stylesText, "styles"));
  const guards = new Map<string, { arrays: readonly Rectangle[]; tables: readonly Rectangle[]; tableHeaders: readonly Rectangle[] }>();
  const worksheets = layout.sheets.map(({ name, visibility, part }, index) => {
    const { worksheet, arrays } = readSheet(readText(parts, part) ?? "", { name, visibility, strings, formats, uses1904Dates: layout.uses1904Dates });
    guards.set(name, { arrays, ...tablesOf(parts, part) });
    onSheet?.(index + 1, layout.sheets.length);
    return worksheet;
  });
  return { workbook: { worksheets, uses1904Dates: layout.uses1904Dates }, guards };
}

function sharedStringsOf(parts: Parts, layout: Layout): string[] {
  const part = layout.relationships.find(({ type }) => type.endsWith("/sharedStrings"))?.target;
  const text = part === undefined ? undefined : readText(parts, part);
  return text === undefined ? [] : readSharedStrings(text);
}

/** Excel tables on a sheet: their areas, and their header cells, whose text stands in another part too. */
function tablesOf(parts: Parts, sheetPart: string): { tables: Rectangle[]; tableHeaders: Rectangle[] } {
  const tables: Rectangle[] = [];
  const tableHeaders: Rectangle[] = [];
  for (const { type, target } of relationshipsOf(parts, sheetPart)) {
    const text = type.endsWith("/table") ? readText(parts, target) : undefined;
    if (text === undefined) continue;
    const { attributes } = parseXml(text, target);
    const area = parseAddress(attributes.get("ref") ?? "");
    if (area === undefined) continue;
    tables.push(area);
    if (attributes.get("headerRowCount") !== "0") tableHeaders.push({ ...area, bottom: area.top });
  }
  return { tables, tableHeaders };
}

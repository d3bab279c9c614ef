import { quoteSheetName, stringifyRows } from "../../core/address";
import type { AddSheet } from "../../core/edit";
import type { SheetLayout } from "../../core/sheet-layout";
import { HostError } from "../host-error";
import { CellStyles, emptyStyles } from "./cell-styles";
import { stylesByCell, writeNewSheet, type Styled } from "./laid-out-sheet";
import { withPart, type Parts } from "./package";
import { readText, setText } from "./part-texts";
import { relationshipsPart, type Layout } from "./read-workbook";
import { attributeOf, encodeEntities } from "./xml";

export { setText } from "./part-texts";

/** Takes out a part with its content type and the relationship that leads to it. */
export function dropPart(parts: Parts, owner: string, name: string): Parts {
  let next = withPart(parts, name, undefined);
  const types = readText(next, "[Content_Types].xml");
  if (types !== undefined) next = setText(next, "[Content_Types].xml", types.replace(/<(?:\w+:)?Override\s[^>]*>/g, (tag) => (attributeOf(tag, "PartName") === `/${name}` ? "" : tag)));
  const relationships = readText(next, relationshipsPart(owner));
  const target = name.slice(name.lastIndexOf("/") + 1);
  if (relationships === undefined) return next;
  return setText(next, relationshipsPart(owner), relationships.replace(/<(?:\w+:)?Relationship\s[^>]*>/g, (tag) => ((attributeOf(tag, "Target") ?? "").endsWith(target) && attributeOf(tag, "TargetMode") !== "External" ? "" : tag)));
}

/** The order of calculation names every formula cell; Excel makes it anew where it is missing. */
export function dropCalculationChain(parts: Parts, layout: Layout): Parts {
  const chain = layout.relationships.find(({ type }) => type.endsWith("/calcChain"))?.target;
  return chain === undefined ? parts : dropPart(parts, layout.workbookPart, chain);
}

/** Elements that stand before <calcPr>, the last first (ECMA-376 part 1, 18.2.27). */
const beforeCalculation = ["definedNames", "externalReferences", "functionGroups", "sheets"];

/** Asks whoever opens the workbook next to compute all formulas: their values are of before the edit. */
export function askForCalculation(parts: Parts, layout: Layout): Parts {
  const text = readText(parts, layout.workbookPart) ?? "";
  const tag = /<((?:\w+:)?)calcPr\b[^>]*>/.exec(text);
  if (tag !== null) {
    if (attributeOf(tag[0], "fullCalcOnLoad") === "1") return parts;
    const set = tag[0].replace(/\sfullCalcOnLoad\s*=\s*"[^"]*"/, "").replace(/^<(?:\w+:)?calcPr/, (open) => `${open} fullCalcOnLoad="1"`);
    return setText(parts, layout.workbookPart, text.replace(tag[0], set));
  }
  const asking = insertBehind(text, beforeCalculation, (prefix) => `<${prefix}calcPr fullCalcOnLoad="1"/>`);
  return asking === undefined ? parts : setText(parts, layout.workbookPart, asking);
}

/** Puts an element behind the first of these that is there; undefined where none is. */
export function insertBehind(text: string, names: readonly string[], element: (prefix: string) => string): string | undefined {
  for (const name of names) {
    const close = new RegExp(`</((?:\\w+:)?)${name}>`).exec(text) ?? new RegExp(`<((?:\\w+:)?)${name}\\s*/>`).exec(text);
    if (close === null) continue;
    const end = close.index + close[0].length;
    return `${text.slice(0, end)}${element(close[1] ?? "")}${text.slice(end)}`;
  }
  return undefined;
}

/** What Excel refuses as a sheet's name. */
export function refuseSheetName(name: string): void {
  if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'")) throw new HostError("invalid-sheet-name", name);
}

const transitional = { main: "http://schemas.openxmlformats.org/spreadsheetml/2006/main", relation: "http://schemas.openxmlformats.org/officeDocument/2006/relationships" };

/** The namespace of the workbook's elements: strict workbooks have one of their own. */
export function namespaceOf(workbook: string): string {
  return /\sxmlns(?::\w+)?="([^"]*spreadsheetml\/[^"]*main)"/.exec(workbook)?.[1] ?? transitional.main;
}

/** How the workbook's relationships begin. */
export function relationOf(layout: Layout): string {
  const like = layout.relationships.find(({ type }) => type.endsWith("/worksheet"))?.type;
  return like === undefined ? transitional.relation : like.slice(0, like.lastIndexOf("/"));
}

/** A new part below the workbook's folder, with its content type and the relationship that leads to it; gives that one's id. */
function addPart(parts: Parts, layout: Layout, kind: "worksheet" | "styles", target: string, text: string): { parts: Parts; id: string } {
  const part = `${folderOf(layout)}${target}`;
  let next = setText(parts, part, text);
  const types = readText(next, "[Content_Types].xml") ?? "";
  const type = `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;
  next = setText(next, "[Content_Types].xml", types.replace(/<\/((?:\w+:)?)Types>/, (close, prefix: string) => `<${prefix}Override PartName="/${part}" ContentType="${type}"/>${close}`));
  const relationships = readText(next, relationshipsPart(layout.workbookPart)) ?? "";
  let id = 1;
  while (relationships.includes(`"rId${id}"`)) id += 1;
  next = setText(next, relationshipsPart(layout.workbookPart), relationships.replace(/<\/((?:\w+:)?)Relationships>/, (close, prefix: string) => `<${prefix}Relationship Id="rId${id}" Type="${relationOf(layout)}/${kind}" Target="${target}"/>${close}`));
  return { parts: next, id: `rId${id}` };
}

function folderOf({ workbookPart }: Layout): string {
  return workbookPart.slice(0, workbookPart.lastIndexOf("/") + 1);
}

export function addStylesPart(parts: Parts, layout: Layout, text: string): Parts {
  return addPart(parts, layout, "styles", freeTarget(parts, layout, "styles"), text).parts;
}

/** A part's name that is free; what a deleted sheet had beside it must not become that of a new one. */
function freeTarget(parts: Parts, layout: Layout, name: string): string {
  for (let number = 1; ; number++) {
    const target = `${name}${name === "styles" && number === 1 ? "" : number}.xml`;
    const part = `${folderOf(layout)}${target}`;
    if (!parts.has(part) && !parts.has(relationshipsPart(part))) return target;
  }
}

/** A worksheet at the end, with the styles that its layout needs and the rows it repeats in print. */
export function addSheetPart(parts: Parts, layout: Layout, step: AddSheet): Parts {
  refuseSheetName(step.sheet);
  const namespace = namespaceOf(readText(parts, layout.workbookPart) ?? "");
  const { parts: withStyles, styled } = step.layout === undefined ? { parts } : addStyles(parts, layout, step.layout);
  const { parts: next, id } = addPart(withStyles, layout, "worksheet", freeTarget(parts, layout, "worksheets/sheet"), writeNewSheet(step, namespace, styled));

  const workbook = readText(next, layout.workbookPart) ?? "";
  const ids = [...workbook.matchAll(/\ssheetId="(\d+)"/g)].map((match) => Number(match[1]));
  const entry = `sheet name="${encodeEntities(step.sheet)}" sheetId="${Math.max(0, ...ids) + 1}" r:id="${id}" xmlns:r="${relationOf(layout)}"/>`;
  const listed = workbook.replace(/<\/((?:\w+:)?)sheets>/, (close, prefix: string) => `<${prefix}${entry}${close}`);
  const rows = step.layout?.print?.repeatRows;
  return setText(next, layout.workbookPart, rows === undefined ? listed : addLocalName(listed, "_xlnm.Print_Titles", `${quoteSheetName(step.sheet)}!${stringifyRows(rows)}`));
}

/** The looks and number formats of a layout in the workbook's styles. */
function addStyles(parts: Parts, layout: Layout, sheetLayout: SheetLayout): { parts: Parts; styled?: Styled } {
  const part = layout.relationships.find(({ type }) => type.endsWith("/styles"))?.target;
  const source = part === undefined ? undefined : readText(parts, part);
  const styles = new CellStyles(source ?? emptyStyles(namespaceOf(readText(parts, layout.workbookPart) ?? "")));
  const styled: Styled = { styles: stylesByCell(sheetLayout, (look, format) => styles.styleOf(look, format)), font: styles.font };
  const text = styles.finish();
  if (text === source) return { parts, styled };
  if (part !== undefined && source !== undefined) return { parts: setText(parts, part, text), styled };
  return { parts: addStylesPart(parts, layout, text), styled };
}

/** Elements that stand before <definedNames>, the last first (ECMA-376 part 1, 18.2.27). */
const beforeNames = ["externalReferences", "functionGroups", "sheets"];

/** A name that belongs to the last sheet of the workbook. */
function addLocalName(workbook: string, name: string, formula: string): string {
  const last = [...workbook.matchAll(/<(?:\w+:)?sheet\s/g)].length - 1;
  const element = (prefix: string): string => `<${prefix}definedName name="${name}" localSheetId="${last}">${encodeEntities(formula)}</${prefix}definedName>`;
  const close = /<\/((?:\w+:)?)definedNames>/.exec(workbook);
  if (close !== null) return `${workbook.slice(0, close.index)}${element(close[1] ?? "")}${workbook.slice(close.index)}`;
  const bare = workbook.replace(/<(?:\w+:)?definedNames\s*\/>/, "");
  return insertBehind(bare, beforeNames, (prefix) => `<${prefix}definedNames>${element(prefix)}</${prefix}definedNames>`) ?? bare;
}

/** Takes out a worksheet, its entry and the names that belong to it; other names keep their sheet. */
export function dropSheetPart(parts: Parts, layout: Layout, name: string): Parts {
  const entry = layout.sheets.find((sheet) => sheet.name === name);
  if (entry === undefined) return parts;
  let place = -1;
  let index = 0;
  const workbook = (readText(parts, layout.workbookPart) ?? "").replace(/<(?:\w+:)?sheet\s[^>]*\/>/g, (tag) => {
    const isIt = attributeOf(tag, "name") === name;
    if (isIt) place = index;
    index += 1;
    return isIt ? "" : tag;
  });
  const renamed = workbook.replace(/<((?:\w+:)?)definedName\s([^>]*)>[^<]*<\/(?:\w+:)?definedName>/g, (element, _prefix, tag: string) => {
    const local = attributeOf(` ${tag}`, "localSheetId");
    if (local === undefined || Number(local) < place) return element;
    return Number(local) === place ? "" : element.replace(/localSheetId="\d+"/, `localSheetId="${Number(local) - 1}"`);
  });
  const emptied = renamed.replace(/<(\w+:)?definedNames>\s*<\/(\w+:)?definedNames>/, "").replace(/\sactiveTab="(\d+)"/, (tab, active: string) => (Number(active) >= index - 1 ? ' activeTab="0"' : tab));
  return dropPart(setText(parts, layout.workbookPart, emptied), layout.workbookPart, entry.part);
}


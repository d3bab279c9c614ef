import { chartsInBoth, type OwnChart } from "../../core/chart";
import type { SetCharts } from "../../core/edit";
import type { DefinedName } from "../../core/workbook";
import { chartMarkOpening, chartName, readChartMarks } from "../chart-mark";
import { addFrame, chartFrames, emptyDrawing, withoutFrames } from "./chart-frames";
import { setChartNames } from "./chart-names";
import { drawingNamespaces, withoutControls, writeChart } from "./chart-xml";
import { readDefinedNames } from "./defined-names";
import type { Parts } from "./package";
import { relationOf, setText } from "./package-entries";
import { addRelated, dropRelated, freePart, relatedPart } from "./related-parts";
import { readOneSheet, readText, relationshipsOf, type Layout } from "./read-workbook";
import { sheetParts } from "./scan-sheet";
import { changeInTail, insertInTail } from "./sheet-tail";
import { attributeOf, childNamed, childrenNamed, parseXml } from "./xml";

const types = "application/vnd.openxmlformats-officedocument.";

/** The charts that names of a worksheet keep, as far as they are still there. */
export function readOwnCharts(parts: Parts, sheetPart: string, names: readonly DefinedName[]): OwnChart[] {
  const charts = readChartMarks(names);
  const drawing = charts.length === 0 ? undefined : relatedPart(parts, sheetPart, "drawing")?.target;
  const there = new Set(drawing === undefined ? [] : chartFrames(readText(parts, drawing) ?? "").map(({ name }) => name));
  return charts.filter((chart) => there.has(frameName(chart)));
}

/** As an attribute gives it back. */
function frameName(chart: OwnChart): string {
  return withoutControls(chartName(chart)).replace(/[\r\n\t]+/g, " ");
}

/** Ours go and come; a person's own stay to the letter, and so does their drawing once ours have gone. */
export function setOwnCharts(parts: Parts, layout: Layout, { sheet, after }: Pick<SetCharts, "sheet" | "after">): Parts {
  const sheetPart = layout.sheets.find(({ name }) => name === sheet)?.part;
  if (sheetPart === undefined) return parts;
  const staying = new Set(chartsInBoth(readChartsNow(parts, layout, sheet, sheetPart), after).map(frameName));
  const bare = withoutDrawing(withoutCharts(parts, sheetPart, staying), layout, sheetPart);
  const workbook = readText(bare, layout.workbookPart) ?? "";
  const named = setChartNames(workbook, sheet, after);
  const next = named === workbook ? bare : setText(bare, layout.workbookPart, named);
  const coming = after.filter((chart) => !staying.has(frameName(chart)));
  return coming.length === 0 ? next : addCharts(next, layout, sheet, sheetPart, coming);
}

/** With the names as they are by now: earlier steps may have moved them. */
function readChartsNow(parts: Parts, { workbookPart }: Layout, sheet: string, sheetPart: string): OwnChart[] {
  const text = readText(parts, workbookPart) ?? "";
  return text.includes(chartMarkOpening) ? readOwnCharts(parts, sheetPart, readDefinedNames(parseXml(text, workbookPart)).filter((name) => name.sheet === sheet)) : [];
}

function addCharts(parts: Parts, layout: Layout, sheet: string, sheetPart: string, charts: readonly OwnChart[]): Parts {
  const namespaces = drawingNamespaces(relationOf(layout));
  const worksheet = readOneSheet(parts, layout, sheet);
  const font = fontOf(parts, layout);
  const prepared = withDrawing(parts, layout, sheetPart);
  const drawing = relatedPart(prepared, sheetPart, "drawing")?.target;
  if (drawing === undefined || worksheet === undefined) return parts;
  return charts.reduce((next, chart) => {
    const name = freePart(next, `${folderOf(sheetPart)}charts/chart`, ".xml");
    const added = addRelated(next, drawing, { name, text: writeChart(chart, worksheet, font, namespaces), contentType: `${types}drawingml.chart+xml`, relation: `${relationOf(layout)}/chart` });
    return setText(added.parts, drawing, addFrame(readText(added.parts, drawing) ?? "", chart, added.id, namespaces));
  }, prepared);
}

function folderOf(sheetPart: string): string {
  return sheetPart.slice(0, sheetPart.lastIndexOf("/") + 1).replace(/worksheets\/$/, "");
}

function withDrawing(parts: Parts, layout: Layout, sheetPart: string): Parts {
  if (relatedPart(parts, sheetPart, "drawing") !== undefined) return parts;
  const relation = relationOf(layout);
  const added = addRelated(parts, sheetPart, { name: freePart(parts, `${folderOf(sheetPart)}drawings/drawing`, ".xml"), text: emptyDrawing(drawingNamespaces(relation)), contentType: `${types}drawing+xml`, relation: `${relation}/drawing` });
  const xml = readText(added.parts, sheetPart) ?? "";
  return setText(added.parts, sheetPart, insertInTail(xml, "drawing", `<${sheetParts(xml).prefix}drawing r:id="${added.id}" xmlns:r="${relation}"/>`));
}

/** A chart goes with what other programs have put beside it: its colours and its style. */
function withoutCharts(parts: Parts, sheetPart: string, staying: ReadonlySet<string>): Parts {
  const drawing = relatedPart(parts, sheetPart, "drawing")?.target;
  const xml = drawing === undefined ? undefined : readText(parts, drawing);
  if (drawing === undefined || xml === undefined) return parts;
  const frames = chartFrames(xml).filter(({ name }) => !staying.has(name));
  if (frames.length === 0) return parts;
  const targets = new Map(relationshipsOf(parts, drawing).map(({ id, target }) => [id, target]));
  const bare = frames.reduce((next, { relationship }) => {
    const target = targets.get(relationship);
    if (target === undefined) return next;
    return dropRelated(relationshipsOf(next, target).reduce((rest, beside) => dropRelated(rest, target, beside.target), next), drawing, target);
  }, parts);
  return setText(bare, drawing, withoutFrames(xml, frames));
}

function withoutDrawing(parts: Parts, layout: Layout, sheetPart: string): Parts {
  const related = relatedPart(parts, sheetPart, "drawing");
  if (related === undefined || readText(parts, related.target) !== emptyDrawing(drawingNamespaces(relationOf(layout)))) return parts;
  const xml = changeInTail(readText(parts, sheetPart) ?? "", "drawing", (element) => (attributeOf(element, "id") === related.id ? "" : element));
  return dropRelated(setText(parts, sheetPart, xml), sheetPart, related.target);
}

/** The name of the font that cells without a style are written in. */
function fontOf(parts: Parts, layout: Layout): string | undefined {
  const part = layout.relationships.find(({ type }) => type.endsWith("/styles"))?.target;
  const text = part === undefined ? undefined : readText(parts, part);
  if (text === undefined) return undefined;
  const root = parseXml(text, "styles");
  const number = Number(childrenNamed(childNamed(root, "cellXfs"), "xf")[0]?.attributes.get("fontId") ?? 0);
  const font = childrenNamed(childNamed(root, "fonts"), "font")[number];
  return font === undefined ? undefined : childNamed(font, "name")?.attributes.get("val");
}

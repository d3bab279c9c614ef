import type { OwnChart } from "../../core/chart";
import { chartName, isOwnChartName } from "../chart-mark";
import { withoutControls, type DrawingNamespaces } from "./chart-xml";
import { applySplices } from "./splices";
import { attributeOf, encodeEntities } from "./xml";

/** A frame of ours in a worksheet's drawing, anchor and all; `relationship` leads to its chart. */
export type ChartFrame = { readonly name: string; readonly relationship: string; readonly start: number; readonly end: number };

/** What a worksheet's drawing is before anything is drawn; by its very text it is known for ours. */
export function emptyDrawing({ sheetDrawing, main }: DrawingNamespaces): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="${sheetDrawing}" xmlns:a="${main}"></xdr:wsDr>`;
}

export function chartFrames(drawing: string): ChartFrame[] {
  const frames: ChartFrame[] = [];
  const open = /<((?:\w+:)?(?:twoCell|oneCell|absolute)Anchor)[\s>]/g;
  for (let match = open.exec(drawing); match !== null; match = open.exec(drawing)) {
    const close = `</${match[1] ?? ""}>`;
    const at = drawing.indexOf(close, match.index);
    if (at === -1) break;
    const end = at + close.length;
    open.lastIndex = end;
    const element = drawing.slice(match.index, end);
    const name = attributeOf(/<(?:\w+:)?cNvPr\s[^>]*>/.exec(element)?.[0] ?? "", "name") ?? "";
    const relationship = attributeOf(/<(?:\w+:)?chart\s[^>]*>/.exec(element)?.[0] ?? "", "id");
    if (isOwnChartName(name) && relationship !== undefined) frames.push({ name, relationship, start: match.index, end });
  }
  return frames;
}

export function withoutFrames(drawing: string, frames: readonly ChartFrame[]): string {
  return applySplices(drawing, frames.map(({ start, end }) => ({ start, end, text: "" })));
}

/** Puts a frame in front of all others. It names its languages itself: a person's drawing may have other prefixes. */
export function addFrame(drawing: string, chart: OwnChart, relationship: string, { sheetDrawing, main, chart: chartNamespace, relation }: DrawingNamespaces): string {
  const ids = [...drawing.matchAll(/<(?:\w+:)?cNvPr\s[^>]*>/g)].map(([tag]) => Number(attributeOf(tag, "id") ?? 0));
  const id = ids.reduce((most, one) => Math.max(most, one), 1) + 1;
  const { top, left, bottom, right } = chart.anchor;
  const corner = (name: string, row: number, column: number): string => `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  const attribute = (text: string): string => encodeEntities(withoutControls(text)).replace(/[\r\n\t]+/g, " ");
  const frame = `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id}" name="${attribute(chartName(chart))}" descr="${attribute(chart.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${chartNamespace}"><c:chart xmlns:c="${chartNamespace}" xmlns:r="${relation}" r:id="${relationship}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
  const anchor = `<xdr:twoCellAnchor xmlns:xdr="${sheetDrawing}" xmlns:a="${main}">${corner("from", top, left)}${corner("to", bottom + 1, right + 1)}${frame}<xdr:clientData/></xdr:twoCellAnchor>`;
  const opened = drawing.replace(/<((?:\w+:)?)wsDr(\s[^>]*)?\/>\s*$/, (_, prefix: string, attributes: string | undefined) => `<${prefix}wsDr${attributes ?? ""}></${prefix}wsDr>`);
  return opened.replace(/<\/(?:\w+:)?wsDr\s*>\s*$/, (close) => `${anchor}${close}`);
}

import type { Appearance, CellAppearance } from "../../core/appearance";
import { readColor, readTheme } from "./colors";
import type { Parts } from "./package";
import { readText, type Layout } from "./read-workbook";
import { scanSheet, sheetParts } from "./scan-sheet";
import { attributeOf, childNamed, childrenNamed, isTrue, parseXml, type XmlElement } from "./xml";

const pixelsAPoint = 96 / 72;

/** Column widths are given in digits of the default font, about seven pixels each, with five for the cell's edges. */
function columnPixels(width: number): number {
  return Math.round(width * 7 + 5);
}

/** How a worksheet looks, from its own XML, the styles and the theme. */
export function readAppearance(parts: Parts, layout: Layout, sheet: string): Appearance {
  const part = layout.sheets.find(({ name }) => name === sheet)?.part;
  const xml = part === undefined ? "" : (readText(parts, part) ?? "");
  const looks = readLooks(parts, layout);
  const scan = sheetParts(xml);
  const head = xml.slice(0, Math.max(scan.outerStart, 0));
  const format = /<(?:\w+:)?sheetFormatPr\b[^>]*>/.exec(head)?.[0] ?? "";
  const styles = new Map<number, Map<number, number>>();
  const rowHeights = new Map<number, number>();
  const rowStyles = new Map<number, number>();
  scanSheet(xml, scan, {
    onRow: ({ row, start, tagEnd }) => {
      const tag = xml.slice(start, tagEnd);
      const height = tag.includes("ht=") ? attributeOf(tag, "ht") : undefined;
      if (height !== undefined) rowHeights.set(row, Math.round(Number(height) * pixelsAPoint));
      if (tag.includes("customFormat") && isTrue(attributeOf(tag, "customFormat"))) rowStyles.set(row, Number(attributeOf(tag, "s") ?? 0));
      return true;
    },
    onCell: ({ row, column, style }) => {
      if (style === 0) return;
      let line = styles.get(row);
      if (line === undefined) styles.set(row, (line = new Map<number, number>()));
      line.set(column, style);
    },
  });
  const columns = [...head.matchAll(/<(?:\w+:)?col\s[^>]*>/g)].map(([tag]) => ({ first: Number(attributeOf(tag, "min")) - 1, last: Math.min(Number(attributeOf(tag, "max")) - 1, 1000), width: attributeOf(tag, "width"), style: Number(attributeOf(tag, "style") ?? 0) }));
  const columnWidths = new Map<number, number>();
  for (const { first, last, width } of columns) {
    if (width !== undefined) for (let column = first; column <= last; column++) columnWidths.set(column, columnPixels(Number(width)));
  }
  const pane = /<(?:\w+:)?pane\s[^>]*>/.exec(head)?.[0] ?? "";
  const isFrozen = (attributeOf(pane, "state") ?? "").startsWith("frozen");
  const tab = /<(?:\w+:)?tabColor\s[^>]*>/.exec(head)?.[0];
  const tabColor = tab === undefined ? undefined : readColor(parseXml(tab.replace(/<\w+:/, "<").replace(/\/?>$/, "/>"), "tabColor"), themeOf(parts, layout));
  return {
    sheet,
    defaultRowHeight: Math.round(Number(attributeOf(format, "defaultRowHeight") ?? 15) * pixelsAPoint),
    defaultColumnWidth: columnPixels(Number(attributeOf(format, "defaultColWidth") ?? 8.43)),
    rowHeights,
    columnWidths,
    frozenRows: isFrozen ? Math.floor(Number(attributeOf(pane, "ySplit") ?? 0)) : 0,
    frozenColumns: isFrozen ? Math.floor(Number(attributeOf(pane, "xSplit") ?? 0)) : 0,
    showsGridLines: !/<(?:\w+:)?sheetView\b[^>]*showGridLines="(?:0|false)"/.test(head),
    ...(tabColor === undefined ? {} : { tabColor }),
    lookAt: (row, column) => looks[styles.get(row)?.get(column) ?? rowStyles.get(row) ?? columns.find(({ first, last }) => column >= first && column <= last)?.style ?? 0] ?? plain,
  };
}

const plain: CellAppearance = {};

function themeOf(parts: Parts, layout: Layout): readonly string[] {
  const part = layout.relationships.find(({ type }) => type.endsWith("/theme"))?.target;
  const text = part === undefined ? undefined : readText(parts, part);
  return readTheme(text === undefined ? undefined : parseXml(text, "theme"));
}

/** Cell style index → look. */
function readLooks(parts: Parts, layout: Layout): CellAppearance[] {
  const part = layout.relationships.find(({ type }) => type.endsWith("/styles"))?.target;
  const text = part === undefined ? undefined : readText(parts, part);
  if (text === undefined) return [];
  const root = parseXml(text, "styles");
  const theme = themeOf(parts, layout);
  const fonts = childrenNamed(childNamed(root, "fonts"), "font").map((font) => readFont(font, theme));
  const fills = childrenNamed(childNamed(root, "fills"), "fill").map((fill) => readFill(fill, theme));
  const borders = childrenNamed(childNamed(root, "borders"), "border").map((border) => readBorder(border, theme));
  return childrenNamed(childNamed(root, "cellXfs"), "xf").map((xf) => {
    const at = (name: string): number => Number(xf.attributes.get(name) ?? 0);
    return { ...fonts[at("fontId")], ...fills[at("fillId")], ...borders[at("borderId")], ...readAlignment(childNamed(xf, "alignment")) };
  });
}

function readFont(font: XmlElement, theme: readonly string[]): CellAppearance {
  const has = (name: string): boolean => {
    const element = childNamed(font, name);
    return element !== undefined && element.attributes.get("val") !== "0" && element.attributes.get("val") !== "none";
  };
  const color = readColor(childNamed(font, "color"), theme);
  const size = Number(childNamed(font, "sz")?.attributes.get("val"));
  const name = childNamed(font, "name")?.attributes.get("val");
  return {
    ...(has("b") ? { bold: true } : {}),
    ...(has("i") ? { italic: true } : {}),
    ...(has("u") ? { underline: true } : {}),
    ...(color === undefined ? {} : { color }),
    ...(Number.isFinite(size) && size > 0 ? { fontSize: size } : {}),
    ...(name === undefined ? {} : { fontName: name }),
  };
}

function readFill(fill: XmlElement, theme: readonly string[]): CellAppearance {
  const pattern = childNamed(fill, "patternFill");
  if (pattern === undefined || (pattern.attributes.get("patternType") ?? "none") === "none") return {};
  const color = readColor(childNamed(pattern, "fgColor"), theme) ?? readColor(childNamed(pattern, "bgColor"), theme);
  return color === undefined ? {} : { fill: color };
}

function readBorder(border: XmlElement, theme: readonly string[]): CellAppearance {
  const sides: { top?: string; right?: string; bottom?: string; left?: string } = {};
  for (const side of ["top", "right", "bottom", "left"] as const) {
    const element = childNamed(border, side);
    const style = element?.attributes.get("style") ?? "none";
    if (style === "none") continue;
    const width = /thick|double/.test(style) ? 3 : /medium/.test(style) ? 2 : 1;
    const line = /dash/i.test(style) ? "dashed" : style === "dotted" || style === "hair" ? "dotted" : style === "double" ? "double" : "solid";
    sides[side] = `${width}px ${line} ${readColor(childNamed(element, "color"), theme) ?? "#000000"}`;
  }
  return Object.keys(sides).length === 0 ? {} : { border: sides };
}

function readAlignment(alignment: XmlElement | undefined): CellAppearance {
  const horizontal = alignment?.attributes.get("horizontal");
  const vertical = alignment?.attributes.get("vertical");
  return {
    ...(horizontal === "center" || horizontal === "left" || horizontal === "right" || horizontal === "justify" ? { horizontal } : horizontal === "centerContinuous" ? { horizontal: "center" as const } : {}),
    ...(vertical === "top" || vertical === "center" || vertical === "bottom" ? { vertical } : {}),
    ...(isTrue(alignment?.attributes.get("wrapText")) ? { wrap: true } : {}),
  };
}

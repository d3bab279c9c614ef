import type { CellLook } from "../../core/sheet-layout";
import { numberOfFormat } from "./number-formats";
import type { OwnFont } from "./row-heights";
import { childNamed, childrenNamed, encodeEntities, parseXml, type XmlElement } from "./xml";

/** The lists of a style sheet that a cell's style is put together from; each refers to those before it. */
const lists = { numFmts: "numFmt", fonts: "font", fills: "fill", borders: "border", cellXfs: "xf" } as const;
type List = keyof typeof lists;

/** In the order that the schema demands (ECMA-376 part 1, 18.8.39). */
const order = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"];

/** What every list begins with: Excel takes the first entries for its own. Formats of numbers it knows by itself. */
const usual: Readonly<Record<List, string>> = {
  numFmts: "",
  fonts: '<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>',
  fills: '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  borders: "<border><left/><right/><top/><bottom/><diagonal/></border>",
  cellXfs: '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
};

export const titleSize = 16;

const headerFill = '<fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/><bgColor indexed="64"/></patternFill></fill>';
const line = (side: string, style = "thin"): string => `<${side} style="${style}"><color auto="1"/></${side}>`;
const borderUnder = (top: string): string => `<border>${line("left")}${line("right")}${line("top", top)}${line("bottom")}<diagonal/></border>`;
const thinBorder = borderUnder("thin");
const totalBorder = borderUnder("medium");

export const linkColor = "0563C1";
export const noteColor = "595959";
export const noteSize = 9;

const alignments: Readonly<Record<CellLook, string>> = {
  // a title that is too long gets smaller: under a merged area no row grows
  title: '<alignment horizontal="center" vertical="center" shrinkToFit="1"/>',
  header: '<alignment horizontal="center" vertical="center" wrapText="1"/>',
  body: '<alignment vertical="center" wrapText="1"/>',
  "body-centred": '<alignment horizontal="center" vertical="center" wrapText="1"/>',
  number: '<alignment horizontal="right" vertical="center" wrapText="1"/>',
  total: '<alignment horizontal="center" vertical="center" wrapText="1"/>',
  link: '<alignment vertical="center" wrapText="1"/>',
  note: '<alignment vertical="center" wrapText="1"/>',
};

/** An entry of ours: single quotes, which no office program writes, tell it from others when it is of no more use. */
function marked(entry: string): string {
  return entry.replace(/="([^"']*)"/, "='$1'");
}

export function isMarked(entry: string): boolean {
  return /='[^"']*'/.test(entry);
}

/** A style sheet for workbooks that have none. */
export function emptyStyles(namespace: string): string {
  const [open, close] = [`<styleSheet xmlns="${namespace}">`, "</styleSheet>"];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${open}${listXml("", "fonts", usual.fonts, 1)}${listXml("", "fills", usual.fills, 2)}${listXml("", "borders", usual.borders, 1)}<cellStyleXfs count="1">${usual.cellXfs}</cellStyleXfs>${listXml("", "cellXfs", usual.cellXfs.replace("/>", ' xfId="0"/>'), 1)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>${close}`;
}

/** The styles of a workbook, to which looks are added; what stands there keeps its number, and what is equal is used again. */
export class CellStyles {
  private readonly root: XmlElement;
  private readonly prefix: string;
  private readonly known: Record<List, string[]>;
  private readonly added: Record<List, string[]> = { numFmts: [], fonts: [], fills: [], borders: [], cellXfs: [] };

  private readonly numbers = new Map<string, number>();

  constructor(private readonly source: string) {
    this.root = parseXml(source, "styles");
    this.prefix = /<((?:[A-Za-z_][\w.-]*:)?)styleSheet[\s>]/.exec(source)?.[1] ?? "";
    const knownIn = (list: List): string[] => childrenNamed(childNamed(this.root, list), lists[list]).map(canonical);
    this.known = { numFmts: knownIn("numFmts"), fonts: knownIn("fonts"), fills: knownIn("fills"), borders: knownIn("borders"), cellXfs: knownIn("cellXfs") };
    for (const list of Object.keys(lists) as List[]) if (this.known[list].length === 0 && usual[list] !== "") this.addUsual(list);
  }

  /** The number of the cell style with this look and number format; a cell may have either alone. */
  styleOf(look: CellLook | undefined, format = "General"): number {
    const key = `${look ?? ""} ${format}`;
    const number = this.numbers.get(key) ?? this.findStyle(look, format);
    this.numbers.set(key, number);
    return number;
  }

  /** The number of the cell style that is like another but for its number format. */
  styleWith(style: number, format: string): number {
    const base = this.known.cellXfs[style] ?? this.known.cellXfs[0] ?? usual.cellXfs;
    const id = this.formatId(format);
    if (base.includes(` numFmtId="${id}"`)) return style;
    const [, tag = "", rest = ""] = /^(<[^>]*?)(\/?>[\s\S]*)$/.exec(base) ?? [];
    const bare = tag.replace(/\s(?:numFmtId|applyNumberFormat)="[^"]*"/g, "");
    return this.idOf("cellXfs", `${bare} numFmtId="${id}" applyNumberFormat="1"${rest}`);
  }

  private findStyle(look: CellLook | undefined, format: string): number {
    const plainFont = this.plainFontId();
    const ownFont = look === undefined ? undefined : this.fontOf(look);
    const font = ownFont === undefined ? plainFont : this.idOf("fonts", ownFont);
    const fill = look === "header" ? this.idOf("fills", headerFill) : 0;
    const border = look === undefined || look === "title" || look === "note" ? 0 : this.idOf("borders", look === "total" ? totalBorder : thinBorder);
    const number = this.formatId(format);
    const base = childrenNamed(childNamed(this.root, "cellStyleXfs"), "xf").length > 0 ? ' xfId="0"' : "";
    const applied = [number === 0 ? "" : ' applyNumberFormat="1"', font === plainFont ? "" : ' applyFont="1"', fill === 0 ? "" : ' applyFill="1"', border === 0 ? "" : ' applyBorder="1"'].join("");
    const open = `<xf numFmtId="${number}" fontId="${font}" fillId="${fill}" borderId="${border}"${base}${applied}`;
    return this.idOf("cellXfs", look === undefined ? `${open}/>` : `${open} applyAlignment="1">${alignments[look]}</xf>`);
  }

  private formatId(format: string): number {
    const custom = this.known.numFmts.map((entry) => parseXml(entry, "styles"));
    const { id, isNew } = numberOfFormat(format, custom);
    if (isNew) this.idOf("numFmts", `<numFmt numFmtId="${id}" formatCode="${encodeEntities(format)}"/>`);
    return id;
  }

  /** What cells without a style are written in. */
  get font(): OwnFont {
    const valueOf = (name: string): string | undefined => childNamed(this.plainFont(), name)?.attributes.get("val");
    return { size: Number(valueOf("sz") ?? 11), isChinese: valueOf("charset") === "134" || /[\u4e00-\u9fff]/.test(valueOf("name") ?? "") };
  }

  /** The style sheet's XML with what was added, everything else to the letter as it was. */
  finish(): string {
    return (Object.keys(lists) as List[]).reduce((xml, list) => (this.added[list].length === 0 ? xml : this.append(xml, list)), this.source);
  }

  private idOf(list: List, entry: string): number {
    const wanted = canonical(parseXml(entry, "styles"));
    const known = this.known[list].indexOf(wanted);
    if (known !== -1) return known;
    this.added[list].push(marked(entry));
    return this.known[list].push(wanted) - 1;
  }

  private addUsual(list: List): void {
    for (const child of parseXml(`<x>${usual[list]}</x>`, "styles").children) this.known[list].push(canonical(child));
    this.added[list].push(usual[list]);
  }

  private plainFontId(): number {
    return Number(childrenNamed(childNamed(this.root, "cellXfs"), "xf")[0]?.attributes.get("fontId") ?? 0);
  }

  private plainFont(): XmlElement {
    return childrenNamed(childNamed(this.root, "fonts"), "font")[this.plainFontId()] ?? parseXml(usual.fonts, "styles");
  }

  /** How a look's font differs from the workbook's own; undefined where it does not. */
  private fontOf(look: CellLook): string | undefined {
    switch (look) {
      case "title":
        return this.ownFont({ before: "<b/>", size: titleSize });
      case "header":
      case "total":
        return this.ownFont({ before: "<b/>" });
      case "link":
        return this.ownFont({ before: "<u/>", color: linkColor });
      case "note":
        return this.ownFont({ size: noteSize, color: noteColor });
      default:
        return undefined;
    }
  }

  private ownFont({ before = "", size = this.font.size, color }: { readonly before?: string; readonly size?: number; readonly color?: string }): string {
    const own = this.plainFont();
    const colored = color === undefined ? childrenNamed(own, "color").map(canonical).join("") : `<color rgb="FF${color}"/>`;
    // in the order in which Excel writes them, which it expects though the schema does not
    const rest = ["name", "family", "charset", "scheme"].flatMap((name) => childNamed(own, name) ?? []).map(canonical);
    return `<font>${before}<sz val="${size}"/>${colored}${rest.join("")}</font>`;
  }

  private append(xml: string, list: List): string {
    const entries = this.added[list].join("").replace(/<(\/?)(?=[a-z])/gi, `<$1${this.prefix}`);
    const count = this.known[list].length;
    const open = new RegExp(`<${this.prefix}${list}(?:\\s[^>]*)?/?>`).exec(xml);
    if (open === null) return this.insertList(xml, list, listXml(this.prefix, list, entries, count).replace(/"(\d+)"/, "'$1'"));
    const tag = withCount(open[0].replace(/\s*\/>$/, ">"), count);
    const isEmpty = open[0].endsWith("/>");
    const inside = open.index + open[0].length;
    const close = isEmpty ? inside : xml.indexOf(`</${this.prefix}${list}`, inside);
    return `${xml.slice(0, open.index)}${tag}${xml.slice(inside, close)}${entries}${isEmpty ? `</${this.prefix}${list}>` : ""}${xml.slice(close)}`;
  }

  private insertList(xml: string, list: List, element: string): string {
    for (const later of order.slice(order.indexOf(list) + 1)) {
      const next = new RegExp(`<${this.prefix}${later}[\\s/>]`).exec(xml);
      if (next !== null) return `${xml.slice(0, next.index)}${element}${xml.slice(next.index)}`;
    }
    const end = xml.lastIndexOf(`</${this.prefix}styleSheet`);
    if (end !== -1) return `${xml.slice(0, end)}${element}${xml.slice(end)}`;
    return xml.replace(new RegExp(`(<${this.prefix}styleSheet(?:\\s[^>]*)?)/>\\s*$`), (_, open: string) => `${open}>${element}</${this.prefix}styleSheet>`);
  }
}

function listXml(prefix: string, list: List, entries: string, count: number): string {
  return `<${prefix}${list} count="${count}">${entries}</${prefix}${list}>`;
}

function withCount(tag: string, count: number): string {
  if (/\scount\s*=\s*["']\d+["']/.test(tag)) return tag.replace(/(\scount\s*=\s*["'])\d+/, `$1${count}`);
  return tag.replace(/>$/, ` count="${count}">`);
}

/** The same text for elements that say the same, whatever their prefixes and the order of their attributes. */
function canonical(element: XmlElement): string {
  const attributes = [...element.attributes].filter(([name]) => name !== "uid").sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => ` ${name}="${value.replace(/[&"<]/g, (letter) => (letter === "&" ? "&amp;" : letter === "<" ? "&lt;" : "&quot;"))}"`).join("");
  const children = element.children.map(canonical).join("");
  return children === "" ? `<${element.name}${attributes}/>` : `<${element.name}${attributes}>${children}</${element.name}>`;
}

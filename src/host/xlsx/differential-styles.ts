import type { OwnFormat } from "../../core/marks";
import { colorsOf, lightLooks, lightSchemes } from "../format-mark";
import { emptyStyles } from "./cell-styles";
import { setText, addStylesPart, namespaceOf } from "./package-entries";
import type { Parts } from "./package";
import { dropRelated } from "./related-parts";
import { readText, relationshipsOf, type Layout } from "./read-workbook";

const entry = /<((?:\w+:)?)dxf(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1dxf>)/g;

/** The looks of conditional formats in a workbook's styles: ours come in at the end, and go again where nothing uses them. */
export class DifferentialStyles {
  private readonly source: string;
  private readonly prefix: string;
  private readonly entries: string[];

  constructor(
    private readonly parts: Parts,
    private readonly layout: Layout,
  ) {
    const part = this.part();
    this.source = (part === undefined ? undefined : readText(parts, part)) ?? emptyStyles(namespaceOf(readText(parts, layout.workbookPart) ?? ""));
    this.prefix = /<((?:[A-Za-z_][\w.-]*:)?)styleSheet[\s>]/.exec(this.source)?.[1] ?? "";
    this.entries = [...(listIn(this.source)?.inside ?? "").matchAll(entry)].map(([text]) => text);
    this.dropUnused();
  }

  /** The number of the look of a format of ours. */
  numberOf(format: OwnFormat): number {
    const text = this.textOf(format);
    const known = this.entries.indexOf(text);
    return known === -1 ? this.entries.push(text) - 1 : known;
  }

  finish(): Parts {
    const text = this.written();
    const part = this.part();
    if (part === undefined) return this.entries.length === 0 ? this.parts : addStylesPart(this.parts, this.layout, text);
    // a style sheet that was made for ours goes with ours
    if (this.entries.length === 0 && text === emptyStyles(namespaceOf(readText(this.parts, this.layout.workbookPart) ?? ""))) return dropRelated(this.parts, this.layout.workbookPart, part);
    return text === readText(this.parts, part) ? this.parts : setText(this.parts, part, text);
  }

  private part(): string | undefined {
    return relationshipsOf(this.parts, this.layout.workbookPart).find(({ type }) => type.endsWith("/styles"))?.target;
  }

  private textOf(format: Pick<OwnFormat, "look" | "lights">): string {
    const { text, fill } = colorsOf(format);
    const p = this.prefix;
    return `<${p}dxf><${p}font><${p}color rgb="FF${text}"/></${p}font><${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${fill}"/><${p}bgColor rgb="FF${fill}"/></${p}patternFill></${p}fill></${p}dxf>`;
  }

  /** Numbers count from the first, so only the last may go. */
  private dropUnused(): void {
    const own = new Set(lightLooks.flatMap((look) => lightSchemes.map((lights) => this.textOf({ look, lights }))));
    if (!own.has(this.entries.at(-1) ?? "")) return;
    const used = this.usedNumbers();
    while (own.has(this.entries.at(-1) ?? "") && !used.has(this.entries.length - 1)) this.entries.pop();
  }

  private usedNumbers(): Set<number> {
    const used = new Set<number>();
    for (const [name, bytes] of this.parts) {
      if (!/\.xml$/i.test(name) || name.includes("sharedStrings") || bytes.length === 0) continue;
      const text = readText(this.parts, name) ?? "";
      if (text.includes("xfId")) for (const match of text.matchAll(/\s\w*[dD]xfId\s*=\s*"(\d+)"/g)) used.add(Number(match[1]));
    }
    return used;
  }

  private written(): string {
    const list = listIn(this.source);
    const inside = this.entries.join("");
    if (list === undefined) return this.entries.length === 0 ? this.source : this.inserted(inside);
    // in single quotes, by which a list that came in with ours is known
    if (this.entries.length === 0 && list.open.includes("count='")) return `${this.source.slice(0, list.start)}${this.source.slice(list.end)}`;
    if (inside === list.inside || this.entries.length === [...list.inside.matchAll(entry)].length) return this.source;
    const open = list.open.replace(/(\scount\s*=\s*["'])\d+/, `$1${this.entries.length}`);
    const tag = this.entries.length === 0 ? open.replace(/\/?>$/, "/>") : open.replace(/\/?>$/, ">");
    return `${this.source.slice(0, list.start)}${tag}${inside}${this.entries.length === 0 ? "" : `</${this.prefix}dxfs>`}${this.source.slice(list.end)}`;
  }

  private inserted(inside: string): string {
    const list = `<${this.prefix}dxfs count='${this.entries.length}'>${inside}</${this.prefix}dxfs>`;
    const next = new RegExp(`<${this.prefix}(?:tableStyles|colors|extLst)[\\s/>]|</${this.prefix}styleSheet`).exec(this.source);
    const at = next?.index ?? this.source.length;
    return `${this.source.slice(0, at)}${list}${this.source.slice(at)}`;
  }
}

type List = { readonly start: number; readonly end: number; readonly open: string; readonly inside: string };

function listIn(styles: string): List | undefined {
  const open = /<((?:\w+:)?)dxfs(?:\s[^>]*)?>/.exec(styles);
  if (open === null) return undefined;
  const from = open.index + open[0].length;
  if (open[0].endsWith("/>")) return { start: open.index, end: from, open: open[0], inside: "" };
  const close = styles.indexOf(`</${open[1] ?? ""}dxfs>`, from);
  return { start: open.index, end: close + `</${open[1] ?? ""}dxfs>`.length, open: open[0], inside: styles.slice(from, close) };
}

import { CellStyles, emptyStyles, isMarked } from "./cell-styles";
import type { Parts } from "./package";
import { addStylesPart, namespaceOf, setText } from "./package-entries";
import { dropRelated } from "./related-parts";
import { readText, type Layout } from "./read-workbook";

/** Cell styles that differ from others only by their number format; opened when the first is asked for. */
export class FormatStyles {
  private styles: CellStyles | undefined;
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly parts: Parts,
    private readonly layout: Layout,
  ) {}

  styleWith(style: number, format: string): number {
    const key = `${style} ${format}`;
    let number = this.numbers.get(key);
    if (number === undefined) this.numbers.set(key, (number = this.open().styleWith(style, format)));
    return number;
  }

  finish(parts: Parts): Parts {
    const text = this.styles?.finish();
    const part = stylesPart(this.layout);
    if (text === undefined || (part !== undefined && text === readText(parts, part))) return parts;
    return part === undefined ? addStylesPart(parts, this.layout, text) : setText(parts, part, text);
  }

  private open(): CellStyles {
    const part = stylesPart(this.layout);
    return (this.styles ??= new CellStyles((part === undefined ? undefined : readText(this.parts, part)) ?? emptyStyles(namespaceOf(readText(this.parts, this.layout.workbookPart) ?? ""))));
  }
}

function stylesPart({ relationships }: Layout): string | undefined {
  return relationships.find(({ type }) => type.endsWith("/styles"))?.target;
}

/** Takes out of the styles' end what came in with columns and sheets of ours and no cell uses any more. */
export function dropUnusedStyles(parts: Parts, layout: Layout): Parts {
  const part = stylesPart(layout);
  const source = part === undefined ? undefined : readText(parts, part);
  if (part === undefined || source === undefined || !isMarked(source)) return parts;
  const used = usedStyles(parts, layout);
  const bare = withoutLast(source, "cellXfs", "xf", (_, index) => !used.has(index));
  const parted = ([["borders", "border"], ["fills", "fill"], ["fonts", "font"]] as const).reduce((styles, [list, name]) => withoutLast(styles, list, name, (_, index, rest) => !rest.match(new RegExp(`\\s${name}Id=["']${index}["']`))), bare);
  const text = withoutLast(parted, "numFmts", "numFmt", (entry, _, rest) => !new RegExp(`\\snumFmtId=["']${/numFmtId='(\d+)'/.exec(entry)?.[1] ?? ""}["']`).test(rest));
  if (text === emptyStyles(namespaceOf(readText(parts, layout.workbookPart) ?? ""))) return dropRelated(parts, layout.workbookPart, part);
  return text === source ? parts : setText(parts, part, text);
}

function usedStyles(parts: Parts, { sheets }: Layout): Set<number> {
  const used = new Set<number>();
  for (const { part } of sheets) for (const match of (readText(parts, part) ?? "").matchAll(/\ss(?:tyle)?="(\d+)"/g)) used.add(Number(match[1]));
  return used;
}

/** A list without the last of its entries that are ours and of no use; the whole list goes if it came in with them. */
function withoutLast(styles: string, list: string, name: string, isUnused: (entry: string, index: number, rest: string) => boolean): string {
  const match = new RegExp(`<((?:\\w+:)?)${list}(?:\\s[^>]*)?>([\\s\\S]*?)</\\1${list}>`).exec(styles);
  if (match === null) return styles;
  const entries = [...(match[2] ?? "").matchAll(new RegExp(`<((?:\\w+:)?)${name}(?:\\s[^>]*?)?(?:/>|>[\\s\\S]*?</\\1${name}>)`, "g"))].map(([text]) => text);
  const all = entries.length;
  const before = styles.slice(0, match.index);
  const after = styles.slice(match.index + match[0].length);
  for (let last = entries.at(-1); last !== undefined && isMarked(last) && isUnused(last, entries.length - 1, before + entries.slice(0, -1).join("") + after); last = entries.at(-1)) entries.pop();
  if (entries.length === all) return styles;
  const open = /^<[^>]*>/.exec(match[0])?.[0] ?? "";
  if (entries.length === 0 && open.includes("count='")) return before + after;
  const tag = open.replace(/(\scount=["'])\d+/, `$1${entries.length}`);
  return entries.length === 0 ? `${before}${tag.replace(/>$/, "/>")}${after}` : `${before}${tag}${entries.join("")}</${match[1] ?? ""}${list}>${after}`;
}

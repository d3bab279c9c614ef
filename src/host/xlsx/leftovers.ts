import { withPart, type Parts } from "./package";
import { setText } from "./package-entries";
import { readText, relationshipsOf, relationshipsPart, type Layout } from "./read-workbook";
import { scanSheet, sheetParts } from "./scan-sheet";
import { attributeOf, decodeEntities } from "./xml";

/** What a workbook still carries of sheets and rows that have gone: parts nothing leads to, texts no cell shows, names of cells that are not there. */
export function withoutLeftovers(parts: Parts, layout: Layout): Parts {
  return withoutUnusedStrings(withoutLostNames(withoutUnreachable(parts), layout), layout);
}

function withoutUnreachable(parts: Parts): Parts {
  const reached = new Set<string>();
  const waiting = [""];
  for (let at = 0; at < waiting.length; at++) {
    for (const { target } of relationshipsOf(parts, waiting[at] ?? "")) {
      if (reached.has(target)) continue;
      reached.add(target);
      waiting.push(target);
    }
  }
  const stays = (name: string): boolean => name === contentTypes || name === "_rels/.rels" || reached.has(name) || [...reached].some((part) => relationshipsPart(part) === name);
  const lost = [...parts.keys()].filter((name) => !stays(name));
  if (lost.length === 0) return parts;
  const gone = new Set(lost.map((name) => `/${name}`));
  const next = lost.reduce((left, name) => withPart(left, name, undefined), parts);
  const types = readText(next, contentTypes) ?? "";
  return setText(next, contentTypes, types.replace(/<(?:\w+:)?Override\s[^>]*>/g, (tag) => (gone.has(attributeOf(tag, "PartName") ?? "") ? "" : tag)));
}

const contentTypes = "[Content_Types].xml";

/** A name that says a sheet which is not there makes Excel repair the file. */
function withoutLostNames(parts: Parts, layout: Layout): Parts {
  const source = readText(parts, layout.workbookPart) ?? "";
  const sheets = new Set([...source.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => (attributeOf(tag, "name") ?? "").toLowerCase()));
  const kept = source.replace(/<((?:\w+:)?)definedName\s[^>]*>([^<]*)<\/\1definedName>/g, (element, _prefix, formula: string) => {
    const named = [...decodeEntities(formula).matchAll(/(?:'((?:[^'[\]]|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!/gu)].map(([, quoted, plain]) => (quoted?.replace(/''/g, "'") ?? plain ?? "").toLowerCase());
    return named.some((sheet) => !sheets.has(sheet)) || formula.includes("#REF!") ? "" : element;
  });
  const bare = kept.replace(/<((?:\w+:)?)definedNames>\s*<\/\1definedNames>/, "");
  return bare === source ? parts : setText(parts, layout.workbookPart, bare);
}

/** Their places stay, so that no cell has to be told. */
function withoutUnusedStrings(parts: Parts, layout: Layout): Parts {
  const part = layout.relationships.find(({ type }) => type.endsWith("/sharedStrings"))?.target;
  const source = part === undefined ? undefined : readText(parts, part);
  if (part === undefined || source === undefined) return parts;
  const used = new Set<number>();
  for (const sheet of layout.sheets) {
    const xml = readText(parts, sheet.part);
    if (xml === undefined) continue;
    scanSheet(xml, sheetParts(xml), {
      onCell: ({ type, contentStart, contentEnd }) => {
        if (type !== "s") return;
        const open = xml.indexOf("v>", contentStart);
        if (open !== -1 && open < contentEnd) used.add(Number.parseInt(xml.slice(open + 2, contentEnd), 10));
      },
    });
  }
  let index = -1;
  const next = source.replace(/<((?:\w+:)?)si(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1si>)/g, (element, prefix: string) => {
    index += 1;
    return used.has(index) ? element : `<${prefix}si><${prefix}t/></${prefix}si>`;
  });
  return next === source ? parts : setText(parts, part, next);
}

import { parseAddress, stringifyAddress, stringifyReference } from "../../core/address";
import type { SetFilter } from "../../core/edit";
import type { Marks } from "../../core/marks";
import type { Rectangle } from "../../core/workbook";
import type { Parts } from "./package";
import { insertBehind, setText } from "./package-entries";
import { readText, type Layout } from "./read-workbook";
import { scanSheet, sheetParts } from "./scan-sheet";
import { changeInTail, insertInTail, tailElements } from "./sheet-tail";
import { applySplices } from "./splices";
import { attributeOf, childNamed, childrenNamed, encodeEntities } from "./xml";

export function readFilter(xml: string): Pick<Marks, "filter" | "isFiltered"> {
  if (!xml.includes("autoFilter", Math.max(sheetParts(xml).outerEnd, 0))) return {};
  const element = tailElements(xml).find(({ name }) => name === "autoFilter");
  const filter = element === undefined ? undefined : parseAddress(attributeOf(xml.slice(element.start, xml.indexOf(">", element.start) + 1), "ref") ?? "");
  if (element === undefined || filter === undefined) return {};
  return { filter, ...(hasCriteria(xml.slice(element.start, element.end)) && { isFiltered: true }) };
}

/** A column may also be named there only to have no button. */
function hasCriteria(element: string): boolean {
  return /<(?:\w+:)?filterColumn(?:\s[^<>]*)?(?<!\/)>/.test(element);
}

/** The filter in the sheet and the hidden name that Excel and others expect beside it. */
export function setFilter(parts: Parts, layout: Layout, { sheet, before, after }: SetFilter): Parts {
  const part = layout.sheets.find(({ name }) => name === sheet)?.part;
  if (part === undefined) return parts;
  const xml = readText(parts, part) ?? "";
  const bare = before === null ? xml : withoutFilter(xml, before);
  const { prefix } = sheetParts(xml);
  const filtered = after === null ? bare : insertInTail(bare, "autoFilter", `<${prefix}autoFilter ref="${stringifyAddress(after)}"/>`);
  const place = childrenNamed(childNamed(layout.root, "sheets"), "sheet").findIndex(({ attributes }) => attributes.get("name") === sheet);
  const workbook = readText(parts, layout.workbookPart) ?? "";
  const named = after === null ? withoutName(workbook, place) : withName(withoutName(workbook, place), place, stringifyReference({ sheet, ...after }));
  const next = setText(parts, part, filtered);
  return named === workbook ? next : setText(next, layout.workbookPart, named);
}

/** Rows that the filter has hidden are seen again, as when Excel takes it away. */
function withoutFilter(xml: string, area: Rectangle): string {
  let hides = false;
  const bare = changeInTail(xml, "autoFilter", (element) => {
    hides = hasCriteria(element);
    return "";
  });
  if (!hides) return bare;
  const splices: { start: number; end: number; text: string }[] = [];
  scanSheet(bare, sheetParts(bare), {
    onRow: ({ row, start, tagEnd }) => {
      if (row > area.top && row <= area.bottom) splices.push({ start, end: tagEnd, text: bare.slice(start, tagEnd).replace(/\shidden\s*=\s*"(?:1|true)"/, "") });
      return false;
    },
  });
  return applySplices(bare, splices);
}

/** In single quotes, by which it is known for ours. */
const ownName = "name='_xlnm._FilterDatabase'";

function withName(workbook: string, place: number, reference: string): string {
  const known = [...workbook.matchAll(/<(?:\w+:)?definedName\s[^>]*>/g)].some(([tag]) => attributeOf(tag, "name") === "_xlnm._FilterDatabase" && attributeOf(tag, "localSheetId") === String(place));
  if (known) return workbook;
  const element = (prefix: string): string => `<${prefix}definedName ${ownName} localSheetId="${place}" hidden="1">${encodeEntities(reference)}</${prefix}definedName>`;
  const close = /<\/((?:\w+:)?)definedNames>/.exec(workbook);
  if (close !== null) return `${workbook.slice(0, close.index)}${element(close[1] ?? "")}${workbook.slice(close.index)}`;
  return insertBehind(workbook.replace(/<(?:\w+:)?definedNames\s*\/>/, ""), ["externalReferences", "functionGroups", "sheets"], (prefix) => `<${prefix}definedNames>${element(prefix)}</${prefix}definedNames>`) ?? workbook;
}

function withoutName(workbook: string, place: number): string {
  if (!workbook.includes(ownName)) return workbook;
  return workbook
    .replace(/<((?:\w+:)?)definedName\s[^>]*>[^<]*<\/\1definedName>/g, (element) => (element.includes(ownName) && attributeOf(element, "localSheetId") === String(place) ? "" : element))
    .replace(/<((?:\w+:)?)definedNames>\s*<\/\1definedNames>/, "");
}

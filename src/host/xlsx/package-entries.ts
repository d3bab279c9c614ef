import { HostError } from "../host-error";
import { withPart, type Parts } from "./package";
import { readText, relationshipsPart, type Layout } from "./read-workbook";
import { attributeOf, encodeEntities, encodeXml } from "./xml";

export function setText(parts: Parts, name: string, text: string): Parts {
  return withPart(parts, name, encodeXml(text));
}

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
  for (const name of beforeCalculation) {
    const close = new RegExp(`</((?:\\w+:)?)${name}>`).exec(text) ?? new RegExp(`<((?:\\w+:)?)${name}\\s*/>`).exec(text);
    if (close === null) continue;
    const end = close.index + close[0].length;
    return setText(parts, layout.workbookPart, `${text.slice(0, end)}<${close[1] ?? ""}calcPr fullCalcOnLoad="1"/>${text.slice(end)}`);
  }
  return parts;
}

/** What Excel refuses as a sheet's name. */
export function refuseSheetName(name: string): void {
  if (name === "" || name.length > 31 || /[\\/?*[\]:]/.test(name) || name.startsWith("'") || name.endsWith("'")) throw new HostError("invalid-sheet-name", name);
}

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** An empty worksheet at the end; gives its part too. */
export function addSheetPart(parts: Parts, layout: Layout, name: string): { parts: Parts; part: string } {
  refuseSheetName(name);
  const folder = layout.workbookPart.slice(0, layout.workbookPart.lastIndexOf("/") + 1);
  let number = 1;
  while (parts.has(`${folder}worksheets/sheet${number}.xml`)) number += 1;
  const part = `${folder}worksheets/sheet${number}.xml`;
  const workbook = readText(parts, layout.workbookPart) ?? "";
  const namespace = /\sxmlns(?::\w+)?="([^"]*spreadsheetml\/[^"]*main)"/.exec(workbook)?.[1] ?? "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  let next = setText(parts, part, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}"><sheetData/></worksheet>`);

  const types = readText(next, "[Content_Types].xml") ?? "";
  next = setText(next, "[Content_Types].xml", types.replace(/<\/((?:\w+:)?)Types>/, (close, prefix: string) => `<${prefix}Override PartName="/${part}" ContentType="${sheetType}"/>${close}`));

  const relationships = readText(next, relationshipsPart(layout.workbookPart)) ?? "";
  const like = layout.relationships.find(({ type }) => type.endsWith("/worksheet"))?.type ?? "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet";
  let id = 1;
  while (relationships.includes(`"rId${id}"`)) id += 1;
  next = setText(next, relationshipsPart(layout.workbookPart), relationships.replace(/<\/((?:\w+:)?)Relationships>/, (close, prefix: string) => `<${prefix}Relationship Id="rId${id}" Type="${like}" Target="worksheets/sheet${number}.xml"/>${close}`));

  const ids = [...workbook.matchAll(/\ssheetId="(\d+)"/g)].map((match) => Number(match[1]));
  const relation = like.slice(0, like.lastIndexOf("/"));
  const entry = `sheet name="${encodeEntities(name)}" sheetId="${Math.max(0, ...ids) + 1}" r:id="rId${id}" xmlns:r="${relation}"/>`;
  next = setText(next, layout.workbookPart, workbook.replace(/<\/((?:\w+:)?)sheets>/, (close, prefix: string) => `<${prefix}${entry}${close}`));
  return { parts: next, part };
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


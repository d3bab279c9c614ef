import { parseAddress, stringifyAddress, stringifyReference } from "../../core/address";
import type { SetList } from "../../core/edit";
import { isSameArea, isSameSource } from "../../core/expectation";
import type { Validation } from "../../core/marks";
import type { Range, Rectangle } from "../../core/workbook";
import { sheetParts } from "./scan-sheet";
import { changeInTail, insertInTail, tailElements } from "./sheet-tail";
import { attributeOf, decodeEntities, encodeEntities } from "./xml";

/** Excel writes a list from another worksheet among the extensions; both kinds look alike but for their prefixes. */
const entry = /<((?:\w+:)?)dataValidation\s[^>]*?(?:\/>|>[\s\S]*?<\/\1dataValidation>)/g;

export function readValidations(xml: string, sheet: string): Validation[] {
  const from = Math.max(sheetParts(xml).outerEnd, 0);
  if (!xml.includes("dataValidation", from)) return [];
  return [...xml.slice(from).matchAll(entry)].flatMap(([element]) => {
    const source = sourceOf(element, sheet);
    return areasOf(element).map((range): Validation => ({ range, ...(source && { source }) }));
  });
}

export function setList(source: string, { range, before, after }: SetList): string {
  const bare = before === null ? source : withoutList(source, range, before);
  if (after === null) return bare;
  const { prefix } = sheetParts(bare);
  const element = `<${prefix}dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${stringifyAddress(range)}"><${prefix}formula1>${encodeEntities(stringifyReference(after))}</${prefix}formula1></${prefix}dataValidation>`;
  if (!tailElements(bare).some(({ name }) => name === "dataValidations")) return insertInTail(bare, "dataValidations", `<${prefix}dataValidations count="1">${element}</${prefix}dataValidations>`);
  return changeInTail(bare, "dataValidations", (list) => recounted(list.replace(/\s*\/>$|<\/(?:\w+:)?dataValidations>$/, (end) => `${end.endsWith("/>") ? ">" : ""}${element}</${prefix}dataValidations>`)));
}

function withoutList(xml: string, range: Range, source: Range): string {
  const drop = (text: string): string => text.replace(entry, (element) => (isSameSource(sourceOf(element, range.sheet), source) ? withoutArea(element, range) : element));
  return changeInTail(changeInTail(xml, "dataValidations", (list) => recounted(drop(list))), "extLst", (extensions) => withoutEmpty(drop(extensions).replace(/<((?:\w+:)?)dataValidations\s[^>]*>[\s\S]*?<\/\1dataValidations>/g, recounted)));
}

function withoutArea(element: string, range: Rectangle): string {
  const areas = areasOf(element);
  const rest = areas.filter((area) => !isSameArea(area, range));
  if (rest.length === areas.length) return element;
  const sqref = rest.map(stringifyAddress).join(" ");
  return rest.length === 0 ? "" : element.replace(/(\ssqref\s*=\s*")[^"]*(")/, `$1${sqref}$2`).replace(/(<(?:\w+:)?sqref>)[^<]*(<)/, `$1${sqref}$2`);
}

/** An empty list is not allowed; a wrong count makes Excel repair the file. */
function recounted(list: string): string {
  const count = list.match(/<(?:\w+:)?dataValidation\s/g)?.length ?? 0;
  return count === 0 ? "" : list.replace(/^(<[^>]*\scount\s*=\s*["'])\d+/, `$1${count}`);
}

function withoutEmpty(extensions: string): string {
  const bare = extensions.replace(/<((?:\w+:)?)ext\s[^>]*>\s*<\/\1ext>/g, "");
  return /^<((?:\w+:)?)extLst\s*>\s*<\/\1extLst>$/.test(bare) ? "" : bare;
}

function areasOf(element: string): Rectangle[] {
  const sqref = attributeOf(element.slice(0, element.indexOf(">") + 1), "sqref") ?? /<(?:\w+:)?sqref>([^<]*)</.exec(element)?.[1] ?? "";
  return sqref.split(/\s+/).flatMap((address) => (address === "" ? [] : (parseAddress(address) ?? [])));
}

/** The range that a list's values come from; a name, a formula or values in place are none. */
function sourceOf(element: string, sheet: string): Range | undefined {
  if (attributeOf(element.slice(0, element.indexOf(">") + 1), "type") !== "list") return undefined;
  const formula = /<(?:\w+:)?formula1>(?:<(?:\w+:)?f>)?([^<]*)</.exec(element)?.[1];
  const match = formula === undefined ? null : /^(?:(?:'((?:[^']|'')+)'|([^'!:]+))!)?(\$[A-Z]+\$\d+(?::\$[A-Z]+\$\d+)?)$/.exec(decodeEntities(formula));
  const area = parseAddress(match?.[3] ?? "");
  return area === undefined ? undefined : { sheet: match?.[1]?.replace(/''/g, "'") ?? match?.[2] ?? sheet, ...area };
}

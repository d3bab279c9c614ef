import { parseAddress, stringifyAddress } from "../../core/address";
import type { SetConditionalFormats } from "../../core/edit";
import type { OwnFormat } from "../../core/marks";
import { offsetFormula } from "../../formula/move-formula";
import { markedFormula, readMarked } from "../format-mark";
import { DifferentialStyles } from "./differential-styles";
import type { Parts } from "./package";
import { setText } from "./package-entries";
import { readText, type Layout } from "./read-workbook";
import { sheetParts } from "./scan-sheet";
import { insertInTail, changeInTail, tailElements } from "./sheet-tail";
import { attributeOf, decodeEntities, encodeEntities } from "./xml";

const rule = /<((?:\w+:)?)cfRule\s[^>]*?(?:\/>|>[\s\S]*?<\/\1cfRule>)/g;

export function readOwnFormats(xml: string): OwnFormat[] {
  if (!xml.includes("qingdan:", Math.max(sheetParts(xml).outerEnd, 0))) return [];
  return tailElements(xml).flatMap(({ name, start, end }) => (name === "conditionalFormatting" ? formatsIn(xml.slice(start, end)) : []));
}

function formatsIn(element: string): OwnFormat[] {
  const areas = (attributeOf(element.slice(0, element.indexOf(">") + 1), "sqref") ?? "").split(/\s+/).flatMap((address) => (address === "" ? [] : (parseAddress(address) ?? [])));
  const first = areas[0];
  return [...element.matchAll(rule)].flatMap(([text]) => {
    const marked = readMarked(formulaIn(text));
    if (marked === undefined || first === undefined) return [];
    return areas.map((range): OwnFormat => ({ ...marked, range, formula: offsetFormula(marked.formula, range.top - first.top, range.left - first.left) }));
  });
}

function formulaIn(cfRule: string): string {
  return decodeEntities(/<(?:\w+:)?formula>([^<]*)</.exec(cfRule)?.[1] ?? "");
}

/** Ours go and come; a person's own stay to the letter, and come first. */
export function setOwnFormats(parts: Parts, layout: Layout, { sheet, after }: Pick<SetConditionalFormats, "sheet" | "after">): Parts {
  const part = layout.sheets.find(({ name }) => name === sheet)?.part;
  if (part === undefined) return parts;
  const bare = withoutOwn(readText(parts, part) ?? "");
  const styles = new DifferentialStyles(setText(parts, part, bare), layout);
  const { prefix, outerEnd } = sheetParts(bare);
  const tail = bare.slice(Math.max(outerEnd, 0));
  let priority = [...tail.matchAll(/\spriority\s*=\s*"(\d+)"/g)].reduce((most, match) => Math.max(most, Number(match[1])), 0);
  const elements = after.map((format) => {
    priority += 1;
    const formula = `<${prefix}formula>${encodeEntities(markedFormula(format))}</${prefix}formula>`;
    return `<${prefix}conditionalFormatting sqref="${stringifyAddress(format.range)}"><${prefix}cfRule type="expression" dxfId="${styles.numberOf(format)}" priority="${priority}">${formula}</${prefix}cfRule></${prefix}conditionalFormatting>`;
  });
  return setText(styles.finish(), part, elements.length === 0 ? bare : insertInTail(bare, "conditionalFormatting", elements.join("")));
}

function withoutOwn(xml: string): string {
  if (!xml.includes("qingdan:", Math.max(sheetParts(xml).outerEnd, 0))) return xml;
  return changeInTail(xml, "conditionalFormatting", (element) => {
    const bare = element.replace(rule, (text) => (readMarked(formulaIn(text)) === undefined ? text : ""));
    return bare !== element && !/<(?:\w+:)?cfRule\s/.test(bare) ? "" : bare;
  });
}

import type { Edit } from "../../core/edit";
import { moveFormula } from "../../formula/move-formula";
import { moveSheetReferences } from "./move-references";
import { expandSharedFormulas, tearsSharedFormulas } from "./shared-formulas";
import { decodeEntities, encodeElementText } from "./xml";

/** Formulas of a sheet after lines moved on another one. */
export function moveFormulas(source: string, sheet: string, step: Edit): string {
  return moveEach(tearsSharedFormulas(source, sheet, step) ? expandSharedFormulas(source) : source, sheet, step);
}

function moveEach(xml: string, sheet: string, step: Edit): string {
  return xml.replace(/(<(?:\w+:)?(?:f|formula|formula1|formula2)(?:\s[^>]*)?>)([^<]+)(<\/)/g, (whole: string, open: string, text: string, close: string) => {
    const plain = decodeEntities(text);
    const next = moveFormula(plain, sheet, step);
    return next === plain ? whole : `${open}${encodeElementText(next)}${close}`;
  });
}

/** The same of one cell of the sheet on which they moved. */
export function moveFormulasIn(cell: string, sheet: string, step: Edit): string {
  return moveEach(cell.replace(/<(?:\w+:)?f\s[^>]*>/, (tag) => moveSheetReferences(tag, sheet, step)), sheet, step);
}

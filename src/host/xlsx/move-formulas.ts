import type { Edit } from "../../core/edit";
import { moveSheetReferences, moveThrough } from "./move-references";
import { expandSharedFormulas, tearsSharedFormulas } from "./shared-formulas";
import { decodeEntities, encodeElementText } from "./xml";

/** Many steps tear something for sure, and each would have to be tried. */
export function tearsShared(xml: string, sheet: string, steps: readonly Edit[]): boolean {
  return steps.length > 1 || steps.some((step) => tearsSharedFormulas(xml, sheet, step));
}

/** Formulas of a sheet after lines moved on another one. */
export function moveFormulas(source: string, sheet: string, steps: readonly Edit[]): string {
  return moveEach(tearsShared(source, sheet, steps) ? expandSharedFormulas(source) : source, sheet, steps);
}

function moveEach(xml: string, sheet: string, steps: readonly Edit[]): string {
  return xml.replace(/(<(?:\w+:)?(?:f|formula|formula1|formula2)(?:\s[^>]*)?>)([^<]+)(<\/)/g, (whole: string, open: string, text: string, close: string) => {
    const plain = decodeEntities(text);
    const next = moveThrough(plain, sheet, steps);
    return next === plain ? whole : `${open}${encodeElementText(next)}${close}`;
  });
}

/** The same of one cell of the sheet on which they moved. */
export function moveFormulasIn(cell: string, sheet: string, steps: readonly Edit[]): string {
  return moveEach(cell.replace(/<(?:\w+:)?f\s[^>]*>/, (tag) => moveSheetReferences(tag, sheet, steps)), sheet, steps);
}

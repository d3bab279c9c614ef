import { sheetParts } from "./scan-sheet";

/** An element of a worksheet behind its cells, from tag to tag. */
export type TailElement = { readonly name: string; readonly start: number; readonly end: number };

/** What may stand behind the cells, in the order that the schema demands (ECMA-376 part 1, 18.3.1.99). */
const order = "sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst".split(" ");

/** The worksheet's own elements behind its cells; what is inside them is passed over. */
export function tailElements(xml: string): TailElement[] {
  const { outerEnd } = sheetParts(xml);
  const elements: TailElement[] = [];
  const tag = /<!--[\s\S]*?-->|<(\/?)([\w.:-]+)[^>]*?(\/?)>/g;
  tag.lastIndex = Math.max(outerEnd, 0);
  let depth = 0;
  let start = 0;
  for (let match = tag.exec(xml); match !== null; match = tag.exec(xml)) {
    const [whole, slash, name, empty] = match;
    if (name === undefined) continue;
    if (slash === "/") {
      depth -= 1;
      if (depth < 0) break;
    } else if (depth === 0) start = match.index;
    if (slash !== "/" && empty !== "/") depth += 1;
    else if (depth === 0) elements.push({ name: name.slice(name.indexOf(":") + 1), start, end: match.index + whole.length });
  }
  return elements;
}

/** Puts an element behind the cells, behind others of its name. */
export function insertInTail(xml: string, name: string, element: string): string {
  const { prefix } = sheetParts(xml);
  const place = order.indexOf(name);
  const next = tailElements(xml).find((other) => order.indexOf(other.name) > place);
  const at = next?.start ?? xml.lastIndexOf(`</${prefix}worksheet`);
  return `${xml.slice(0, at)}${element}${xml.slice(at)}`;
}

/** Gives each element of a name another text; "" takes it out. */
export function changeInTail(xml: string, name: string, change: (element: string) => string): string {
  return tailElements(xml)
    .filter((element) => element.name === name)
    .reduceRight((text, { start, end }) => `${text.slice(0, start)}${change(text.slice(start, end))}${text.slice(end)}`, xml);
}

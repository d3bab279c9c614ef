import { maxColumns, maxRows, parseAddress, stringifyAddress } from "../../core/address";
import type { Edit } from "../../core/edit";
import { isSameArea } from "../../core/expectation";
import { movedArea, movedLines, movement, type Movement } from "../../core/movement";
import { moveFormula } from "../../formula/move-formula";
import { decodeEntities, encodeElementText } from "./xml";

function moveAddress(address: string, movings: readonly Movement[]): string | undefined {
  const area = parseAddress(address);
  if (area === undefined) return address;
  const moved = movings.reduce<typeof area | undefined>((at, moving) => (at === undefined ? undefined : movedArea(at, moving)), area);
  if (moved === undefined) return undefined;
  // an area that reaches the sheet's end still does
  const kept = { ...moved, bottom: area.bottom === maxRows - 1 ? area.bottom : Math.min(moved.bottom, maxRows - 1), right: area.right === maxColumns - 1 ? area.right : Math.min(moved.right, maxColumns - 1) };
  return isSameArea(kept, area) ? address : stringifyAddress(kept);
}

function moveAddresses(addresses: string, movings: readonly Movement[]): string {
  return addresses
    .split(/\s+/)
    .flatMap((address) => (address === "" ? [] : (moveAddress(address, movings) ?? [])))
    .join(" ");
}

/** A formula after these steps, one after the other. */
export function moveThrough(formula: string, sheet: string, steps: readonly Edit[]): string {
  let moved = formula;
  for (const step of steps) moved = moveFormula(moved, sheet, step);
  return moved;
}

/** Elements that go when the cells they are about go. */
const bound = /<((?:\w+:)?)(mergeCell|hyperlink|conditionalFormatting|dataValidation|protectedRange|ignoredError|sparkline|comment|threadedComment)(\s[^>]*)?(?:\/>|>[\s\S]*?<\/\1\2>)/g;

/** Everything in a sheet's XML outside its cells, and in the parts beside it, that names cells of this sheet. */
export function moveSheetReferences(xml: string, sheet: string, steps: readonly Edit[]): string {
  const movings = steps.flatMap((step) => movement(step) ?? []);
  const [moving] = movings;
  if (moving === undefined) return xml;
  const moveText = (text: string): string => {
    const plain = decodeEntities(text);
    const moved = moveThrough(plain, sheet, steps);
    return moved === plain ? text : encodeElementText(moved);
  };
  return xml
    .replace(bound, (element, _prefix, name: string) => {
      const refs = /\s(?:ref|sqref)\s*=\s*"([^"]*)"/.exec(element)?.[1] ?? /<(?:\w+:)?sqref>([^<]*)</.exec(element)?.[1];
      if (refs === undefined) return element;
      const moved = moveAddresses(refs, movings);
      if (moved === "") return "";
      // one cell is no merged area
      return name === "mergeCell" && !moved.includes(":") ? "" : element;
    })
    .replace(/\s(ref|sqref|activeCell|topLeftCell)\s*=\s*"([^"]*)"/g, (attribute, name: string, refs: string) => {
      const moved = moveAddresses(refs, movings);
      return moved === "" ? attribute : ` ${name}="${moved}"`;
    })
    .replace(/<((?:\w+:)?)(formula1|formula2|formula|f)>([^<]*)<\/\1\2>/g, (_, prefix: string, name: string, text: string) => `<${prefix}${name}>${moveText(text)}</${prefix}${name}>`)
    .replace(/<((?:\w+:)?)sqref>([^<]*)<\/\1sqref>/g, (_, prefix: string, refs: string) => `<${prefix}sqref>${moveAddresses(refs, movings)}</${prefix}sqref>`)
    .replace(/<(?:\w+:)?(rowBreaks|colBreaks)\b[\s\S]*?<\/(?:\w+:)?\1>/g, (element, name: string) => ((name === "rowBreaks") === (moving.axis === "row") ? movings.reduce(moveBreaks, element) : element))
    .replace(/<(?:\w+:)?(?:mergeCells|dataValidations|hyperlinks)\b[^>]*>\s*<\/(?:\w+:)?(?:mergeCells|dataValidations|hyperlinks)>/g, "")
    .replace(/(<((?:\w+:)?)(mergeCells|dataValidations)\b[^>]*?\scount=")\d+("[\s\S]*?<\/\2\3>)/g, (element, head: string, _prefix, name: string, tail: string) => {
      const each = name === "mergeCells" ? "mergeCell" : "dataValidation";
      return element.startsWith("<") ? `${head}${(tail.match(new RegExp(`<(?:\\w+:)?${each}[\\s>]`, "g")) ?? []).length}${tail}` : element;
    });
}

/** A page break before line `id` (1-based, so 0-based line `id`). */
function moveBreaks(element: string, { at, count }: Movement): string {
  return element.replace(/(<(?:\w+:)?brk\b[^>]*?\sid=")(\d+)(")/g, (_, head: string, id: string, tail: string) => {
    const line = movedLines(Number(id), Number(id), at, count)?.first ?? at;
    return `${head}${line}${tail}`;
  });
}

/** Formulas in any other text of the package, which name their sheet: charts, defined names. */
export function moveNamedReferences(xml: string, element: RegExp, steps: readonly Edit[]): string {
  return xml.replace(element, (whole: string, open: string, text: string, close: string) => {
    const moved = moveThrough(decodeEntities(text), "", steps);
    return moved === decodeEntities(text) ? whole : `${open}${encodeElementText(moved)}${close}`;
  });
}

/** Pictures and charts hang on the cells under their corners. */
export function moveAnchors(xml: string, step: Edit): string {
  const moving = movement(step);
  if (moving === undefined) return xml;
  const name = moving.axis === "row" ? "row" : "col";
  return xml.replace(new RegExp(`(<(?:\\w+:)?${name}>)(\\d+)(</(?:\\w+:)?${name}>)`, "g"), (_, open: string, index: string, close: string) => {
    const line = movedLines(Number(index), Number(index), moving.at, moving.count)?.first ?? moving.at;
    return `${open}${line}${close}`;
  });
}

/** Old-style comment boxes say their cell and corners in numbers. */
export function moveCommentBoxes(vml: string, step: Edit): string {
  const moving = movement(step);
  if (moving === undefined) return vml;
  const move = (index: number): number => movedLines(index, index, moving.at, moving.count)?.first ?? moving.at;
  const name = moving.axis === "row" ? "Row" : "Column";
  const cell = new RegExp(`<x:${name}>\\s*(\\d+)\\s*<`);
  return vml
    .replace(/<v:shape\s[^>]*>[\s\S]*?<\/v:shape>/g, (shape) => {
      const line = Number(cell.exec(shape)?.[1] ?? Number.NaN);
      // a note goes with its cell
      return /ObjectType\s*=\s*["']Note["']/.test(shape) && movedLines(line, line, moving.at, moving.count) === undefined ? "" : shape;
    })
    .replace(new RegExp(`(<x:${name}>\\s*)(\\d+)(\\s*</x:${name}>)`, "g"), (_, open: string, index: string, close: string) => `${open}${move(Number(index))}${close}`)
    .replace(/(<x:Anchor>)([^<]*)(<\/x:Anchor>)/g, (whole, open: string, text: string, close: string) => {
      const numbers = text.split(",");
      if (numbers.length !== 8 || numbers.some((number) => Number.isNaN(Number(number)))) return whole;
      const places = moving.axis === "row" ? [2, 6] : [0, 4];
      return `${open}${numbers.map((number, index) => (places.includes(index) ? number.replace(/\d+/, (digits) => String(move(Number(digits)))) : number)).join(",")}${close}`;
    });
}

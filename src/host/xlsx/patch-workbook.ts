import { sheetOf, type AddSheet, type Edit, type Merge, type SetCell, type SetNote, type Unmerge } from "../../core/edit";
import { stringifyAddress } from "../../core/address";
import type { CellContent, Rectangle } from "../../core/workbook";
import { dropUnusedStyles, FormatStyles } from "./format-styles";
import { keepText } from "./kept-texts";
import { moveFormulas } from "./move-formulas";
import { moveLines } from "./move-lines";
import { moveAnchors, moveCommentBoxes, moveNamedReferences, moveSheetReferences } from "./move-references";
import { setNotes, tidyNotes } from "./notes";
import { setOwnCharts } from "./own-charts";
import { setOwnFormats } from "./own-formats";
import type { Parts } from "./package";
import { addSheetPart, dropSheetPart, setText } from "./package-entries";
import { withTexts } from "./part-texts";
import { patchCells } from "./patch-cells";
import { readLayout, readText, relationshipsOf, type Layout } from "./read-workbook";
import { sheetParts } from "./scan-sheet";
import { setFilter } from "./sheet-filter";
import { setList } from "./validations";
import { attributeOf } from "./xml";

/** Carries out sequential steps on the parts of a workbook; parts that no step concerns are handed on as they are. */
export function patchWorkbook(parts: Parts, steps: readonly Edit[]): Parts {
  return withTexts(() => patchSteps(parts, steps));
}

function patchSteps(parts: Parts, steps: readonly Edit[]): Parts {
  let next = parts;
  let layout = readLayout(parts);
  for (let index = 0; index < steps.length; ) {
    const step = steps[index];
    if (step === undefined) break;
    if (step.kind === "set-cell") {
      // a run of cells goes in at one walk through each sheet
      let end = index;
      while (steps[end]?.kind === "set-cell") end += 1;
      next = setCells(next, layout, steps.slice(index, end) as readonly SetCell[]);
      index = end;
      continue;
    }
    if (step.kind === "set-note") {
      let end = index;
      while (steps[end]?.kind === "set-note" && sheetOf(steps[end] ?? step) === step.sheet) end += 1;
      next = setNotes(next, layout, step.sheet, steps.slice(index, end) as readonly SetNote[]);
      index = end;
      continue;
    }
    if (step.kind === "merge" || step.kind === "unmerge") {
      // long lists have thousands of merged areas
      let end = index;
      while (steps[end]?.kind === step.kind) end += 1;
      const areas = steps.slice(index, end).flatMap((each) => (each.kind === "merge" || each.kind === "unmerge" ? [each.range] : []));
      for (const sheet of new Set(areas.map((area) => area.sheet))) {
        const own = areas.filter((area) => area.sheet === sheet);
        next = changeSheet(next, layout, sheet, (xml) => (step.kind === "merge" ? addMerges(xml, own) : dropMerges(xml, own)));
      }
      index = end;
      continue;
    }
    if (step.kind === "delete-rows") {
      // many rows go out at one walk through each sheet
      let end = index;
      while (steps[end]?.kind === "delete-rows") end += 1;
      next = deleteRows(next, layout, steps.slice(index, end));
      index = end;
      continue;
    }
    next = patchStep(next, layout, step);
    if (step.kind === "add-sheet" || step.kind === "delete-sheet") layout = readLayout(next);
    index += 1;
    if (step.kind === "delete-sheet" && steps[index]?.kind !== "delete-sheet") next = dropUnusedStyles(next, layout);
  }
  return next;
}

function setCells(parts: Parts, layout: Layout, steps: readonly SetCell[]): Parts {
  const bySheet = new Map<string, Map<number, Map<number, CellContent>>>();
  for (const { sheet, row, column, after } of steps) {
    const rows = bySheet.get(sheet) ?? new Map<number, Map<number, CellContent>>();
    bySheet.set(sheet, rows);
    const line = rows.get(row) ?? new Map<number, CellContent>();
    rows.set(row, line.set(column, after));
  }
  let next = parts;
  for (const [sheet, writes] of bySheet) next = changeSheet(next, layout, sheet, (xml) => patchCells(xml, writes));
  return next;
}

function patchStep(parts: Parts, layout: Layout, step: Exclude<Edit, SetCell | SetNote | Merge | Unmerge>): Parts {
  switch (step.kind) {
    case "add-sheet":
      return addSheetWithCharts(parts, layout, step);
    case "delete-sheet":
      // a sheet's drawing and the looks of its formats would stay behind in the package
      return dropSheetPart(setOwnFormats(setOwnCharts(parts, layout, { sheet: step.sheet, after: [] }), layout, { sheet: step.sheet, after: [] }), layout, step.sheet);
    case "set-charts":
      return setOwnCharts(parts, layout, step);
    case "keep-text":
      return keepText(parts, layout, step.key, step.after);
    case "set-conditional-formats":
      return setOwnFormats(parts, layout, step);
    case "set-filter":
      return setFilter(parts, layout, step);
    case "set-list":
      return changeSheet(parts, layout, step.range.sheet, (xml) => setList(xml, step));
    default:
      return move(parts, layout, step.sheet, [step]);
  }
}

/** Steps from the end of each sheet; rows of one sheet do not shift those of another. */
function deleteRows(parts: Parts, layout: Layout, steps: readonly Edit[]): Parts {
  let next = parts;
  for (const sheet of new Set(steps.map(sheetOf))) {
    const runs: Edit[][] = [];
    for (const step of steps.filter((each) => sheetOf(each) === sheet)) {
      const before = runs.at(-1)?.at(-1);
      if (before?.kind === "delete-rows" && step.kind === "delete-rows" && step.at + step.before.length <= before.at) runs.at(-1)?.push(step);
      else runs.push([step]);
    }
    for (const run of runs) next = move(next, layout, sheet, run);
  }
  return next;
}

function addSheetWithCharts(parts: Parts, layout: Layout, step: AddSheet): Parts {
  const added = addSheetPart(parts, layout, step);
  const after = step.layout?.charts ?? [];
  return after.length === 0 ? added : setOwnCharts(added, readLayout(added), { sheet: step.sheet, after });
}

function changeSheet(parts: Parts, layout: Layout, sheet: string, change: (xml: string) => string): Parts {
  const part = layout.sheets.find(({ name }) => name === sheet)?.part;
  if (part === undefined) return parts;
  return setText(parts, part, change(readText(parts, part) ?? ""));
}

/** Rows or columns move on one sheet; whatever in the package names its cells moves with them. */
function move(parts: Parts, layout: Layout, own: string, steps: readonly Edit[]): Parts {
  let next = parts;
  const change = (name: string, edit: (text: string) => string): void => {
    const text = readText(next, name);
    if (text === undefined) return;
    const edited = edit(text);
    if (edited !== text) next = setText(next, name, edited);
  };
  const styles = new FormatStyles(parts, layout);
  for (const { name, part } of layout.sheets) change(part, (xml) => (name === own ? moveLines(xml, own, steps, (style, format) => styles.styleWith(style, format)) : moveFormulas(xml, name, steps)));
  change(layout.workbookPart, (xml) => moveNamedReferences(xml, /(<(?:\w+:)?definedName\s[^>]*>)([^<]*)(<\/)/g, steps));
  const sheetPart = layout.sheets.find(({ name }) => name === own)?.part;
  for (const { type, target } of sheetPart === undefined ? [] : relationshipsOf(next, sheetPart)) {
    if (type.endsWith("/table") || type.endsWith("/comments") || type.endsWith("/threadedComment")) change(target, (xml) => moveSheetReferences(xml, own, steps));
    else if (type.endsWith("/drawing")) change(target, (xml) => steps.reduce(moveAnchors, xml));
    else if (type.endsWith("/vmlDrawing")) change(target, (xml) => steps.reduce(moveCommentBoxes, xml));
  }
  for (const name of [...next.keys()]) {
    if (/\/charts\/chart[^/]*\.xml$/.test(name)) change(name, (xml) => moveNamedReferences(xml, /(<(?:\w+:)?f(?:\s[^>]*)?>)([^<]*)(<\/)/g, steps));
    else if (/\/pivotCache\/pivotCacheDefinition[^/]*\.xml$/.test(name)) {
      change(name, (xml) => xml.replace(/<(?:\w+:)?worksheetSource\s[^>]*>/g, (tag) => (attributeOf(tag, "sheet") === own ? moveSheetReferences(tag, own, steps) : tag)));
    }
  }
  if (steps.some(({ kind }) => kind === "delete-rows" || kind === "delete-columns")) return dropUnusedStyles(tidyNotes(next, layout, own), layout);
  return styles.finish(next);
}

/** Elements that may stand between the cells and the merged areas (ECMA-376 part 1, 18.3.1.99). */
const beforeMerges = ["sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews"];

function addMerges(xml: string, areas: readonly Rectangle[]): string {
  const { prefix, outerEnd } = sheetParts(xml);
  const entry = areas.map((area) => `<${prefix}mergeCell ref="${stringifyAddress(area)}"/>`).join("");
  const close = xml.indexOf(`</${prefix}mergeCells>`, outerEnd);
  if (close !== -1) return recount(`${xml.slice(0, close)}${entry}${xml.slice(close)}`);
  let at = outerEnd;
  for (const name of beforeMerges) {
    const match = new RegExp(`<${prefix}${name}\\b[^>]*?(?:/>|>[\\s\\S]*?</${prefix}${name}>)`).exec(xml.slice(outerEnd));
    if (match !== null) at = Math.max(at, outerEnd + match.index + match[0].length);
  }
  return `${xml.slice(0, at)}<${prefix}mergeCells count="${areas.length}">${entry}</${prefix}mergeCells>${xml.slice(at)}`;
}

function dropMerges(xml: string, areas: readonly Rectangle[]): string {
  const { outerEnd } = sheetParts(xml);
  const addresses = new Set(areas.map(stringifyAddress));
  const tail = xml.slice(outerEnd).replace(/<(?:\w+:)?mergeCell\s[^>]*?(?:\/>|><\/(?:\w+:)?mergeCell>)/g, (tag) => (addresses.has(attributeOf(tag, "ref")?.replace(/\$/g, "") ?? "") ? "" : tag));
  return recount(`${xml.slice(0, outerEnd)}${tail}`);
}

/** An empty list of merged areas is not allowed; a wrong count makes Excel repair the file. */
function recount(xml: string): string {
  return xml.replace(/<((?:\w+:)?)mergeCells\b[^>]*>([\s\S]*?)<\/\1mergeCells>/, (_, prefix: string, inside: string) => {
    const count = inside.match(/<(?:\w+:)?mergeCell\s/g)?.length ?? 0;
    return count === 0 ? "" : `<${prefix}mergeCells count="${count}">${inside}</${prefix}mergeCells>`;
  });
}

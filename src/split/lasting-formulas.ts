import { setCell, type Change, type SetCell } from "../core/edit";
import type { CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import { isInside, valueAt, type Workbook, type Worksheet } from "../core/workbook";
import { scanReferences, sheetOfPrefix } from "../formula/scan-references";

const title = (sheet: string): Change["title"] => ({ zh: `“${sheet}”里要用到别的行、别的表的公式改为数值`, en: `Write the values of formulas on “${sheet}” that look at other rows or sheets` });

/**
 * Formulas that would say something else, or #REF!, once rows and sheets are gone become what they show. On a sheet with
 * lists a formula stays that looks only at its own row, on another one that looks only at sheets which stay whole.
 */
export function settleFormulas({ workbook }: CheckContext, lists: readonly Table[], whole: ReadonlySet<string>): Change[] {
  const names = wordsOf(workbook);
  return workbook.worksheets.flatMap((worksheet): Change[] => {
    const hasLists = lists.some(({ sheet }) => sheet === worksheet.name);
    if (!hasLists && !whole.has(worksheet.name)) return [];
    const stays = (formula: string, row: number): boolean => (hasLists ? looksAtOwnRow(formula, worksheet.name, row, names) : looksAtWhole(formula, worksheet.name, whole, names));
    const edits = settled(worksheet, (formula, row, column) => stays(formula, row) || isTotalOfListObject(workbook, worksheet.name, row, column));
    return edits.length === 0 ? [] : [{ title: title(worksheet.name), edits }];
  });
}

function settled(worksheet: Worksheet, stays: (formula: string, row: number, column: number) => boolean): SetCell[] {
  return worksheet.columns.flatMap((column, index) =>
    [...(column?.formulas ?? [])].flatMap(([row, formula]) => (stays(formula, row, index) ? [] : [setCell(worksheet.name, row, index, { formula }, valueAt(worksheet, row, index))])),
  );
}

/** What it says follows from where it stands, or from a text that nobody can move. */
const placing = /(?:^|[^\p{L}\p{N}_.])(?:ROWS?|INDIRECT|OFFSET|CELL|ADDRESS|INDEX)\s*\(/iu;

function looksAtOwnRow(formula: string, sheet: string, row: number, names: RegExp | undefined): boolean {
  if (placing.test(formula) || names?.test(formula) === true || !bracketsSayThisRow(formula)) return false;
  return scanReferences(formula).every(({ prefix, from, to }) => (prefix === "" || sheetOfPrefix(prefix)?.toLowerCase() === sheet.toLowerCase()) && from.row === row && (to === undefined || to.row === row));
}

function looksAtWhole(formula: string, sheet: string, whole: ReadonlySet<string>, names: RegExp | undefined): boolean {
  if (/INDIRECT\s*\(/i.test(formula) || names?.test(formula) === true || formula.includes("[")) return false;
  return scanReferences(formula).every(({ prefix }) => prefix === "" || prefix === `${sheet}!` || whole.has(sheetOfPrefix(prefix) ?? ""));
}

/** 表1[[#This Row],[完成时限]] and [@完成时限] move with their row; 表1[完成时限] is the whole column. */
function bracketsSayThisRow(formula: string): boolean {
  let depth = 0;
  for (let at = 0; at < formula.length; at++) {
    const letter = formula[at];
    if (letter === "]") depth -= 1;
    if (letter !== "[") continue;
    if (depth === 0 && formula[at + 1] !== "@" && !formula.startsWith("[#This Row]", at + 1)) return false;
    depth += 1;
  }
  return true;
}

function wordsOf({ names = [] }: Workbook): RegExp | undefined {
  const words = names.filter(({ name }) => !name.startsWith("_xlnm.")).map(({ name }) => name.replace(/[.\\?*+^$|(){}[\]]/g, "\\$&"));
  return words.length === 0 ? undefined : new RegExp(`(?:^|[^\\p{L}\\p{N}_.])(?:${words.join("|")})(?![\\p{L}\\p{N}_.(])`, "iu");
}

/** It adds up what is left of its own table, and the table keeps it. */
export function isTotalOfListObject({ listObjects = [] }: Workbook, sheet: string, row: number, column: number): boolean {
  return listObjects.some(({ range, hasTotalRow }) => hasTotalRow && range.sheet === sheet && row === range.bottom && isInside(range, row, column));
}

import { findWorksheet, overlaps, type Column, type Range, type Workbook } from "../core/workbook";
import { rowPattern, type RowPattern } from "./relative-formula";
import { areaOf, scanReferences, sheetOfPrefix, type FormulaReference } from "./scan-references";

/** Cells of one column, one under the other, whose formulas are one formula moved down. */
type Run = {
  readonly first: number;
  last: number;
  readonly references: readonly FormulaReference[];
  /** It may look at cells that its text does not name. */
  readonly isOpen: boolean;
};

const runs = new WeakMap<Column["formulas"], readonly Run[]>();

/** More formulas than this, one after the other, are not followed. */
const mostRanges = 400;
const mostCells = 5_000;

/** Which formulas may compute something else after the cells of these ranges have changed; undefined where they are too many to follow. */
export function dependentsOf(workbook: Workbook, changed: readonly Range[]): Range[] | undefined {
  const done = new Map<Run, Range>();
  const sheets = workbook.worksheets.map(({ name, columns }) => ({ name, columns: columns.flatMap((column, index) => (column === undefined || column.formulas.size === 0 ? [] : [{ index, runs: runsOf(column.formulas) }])) })).filter(({ columns }) => columns.length > 0);
  let cells = 0;
  const waiting = [...changed];
  const add = (sheet: string, column: number, run: Run, top: number, bottom: number): void => {
    const known = done.get(run);
    if (known !== undefined && known.top <= top && known.bottom >= bottom) return;
    const range = { sheet, left: column, right: column, top: Math.min(top, known?.top ?? top), bottom: Math.max(bottom, known?.bottom ?? bottom) };
    done.set(run, range);
    cells += bottom - top + 1;
    waiting.push(range);
  };
  if (changed.length > 0) for (const { name, columns } of sheets) for (const { index, runs } of columns) for (const run of runs) if (run.isOpen) add(name, index, run, run.first, run.last);
  for (let at = 0; at < waiting.length; at++) {
    const range = waiting[at];
    if (range === undefined) break;
    if (waiting.length > mostRanges || cells > mostCells) return undefined;
    for (const { name, columns } of sheets) {
      for (const { index, runs } of columns) {
        for (const run of runs) {
          for (const reference of run.references) {
            const rows = rowsThatSee(run, reference, name, range);
            if (rows === undefined) continue;
            // what builds on the cell above goes on to the end
            const isOwn = range.sheet === name && index >= range.left && index <= range.right && range.bottom >= run.first && range.top <= run.last;
            add(name, index, run, isOwn ? run.first : rows.top, isOwn ? run.last : rows.bottom);
          }
        }
      }
    }
  }
  return waiting.length > mostRanges || cells > mostCells ? undefined : [...done.values()];
}

/** The rows of a run whose formula looks into the range through one of its references. */
function rowsThatSee({ first, last }: Run, reference: FormulaReference, sheet: string, range: Range): { readonly top: number; readonly bottom: number } | undefined {
  const target = reference.prefix === "" ? sheet : sheetOfPrefix(reference.prefix);
  if (target === undefined || target.toLowerCase() !== range.sheet.toLowerCase()) return undefined;
  const area = areaOf(reference);
  if (area.left > range.right || area.right < range.left) return undefined;
  const { from } = reference;
  const to = reference.to ?? from;
  const moves = (row: number | undefined, isFixed: boolean): boolean => row !== undefined && !isFixed;
  const [topMoves, bottomMoves] = [moves(from.row, from.isRowFixed), moves(to.row, to.isRowFixed)];
  // written from below upwards, one end of it held: seldom, and not worth the thought
  if (topMoves !== bottomMoves && (from.row ?? 0) > (to.row ?? 0)) return { top: first, bottom: last };
  const lowest = bottomMoves ? range.top - area.bottom : range.top <= area.bottom ? 0 : Infinity;
  const highest = topMoves ? range.bottom - area.top : range.bottom >= area.top ? Infinity : -Infinity;
  const [top, bottom] = [first + Math.max(lowest, 0), Math.min(first + highest, last)];
  return top <= bottom ? { top, bottom } : undefined;
}

function runsOf(formulas: Column["formulas"]): readonly Run[] {
  const known = runs.get(formulas);
  if (known !== undefined) return known;
  const made: Run[] = [];
  let continues: RowPattern | undefined;
  let last = -1;
  const rows = [...formulas.keys()];
  const isInOrder = rows.every((row) => row > last && (last = row) >= 0);
  for (const row of isInOrder ? rows : rows.sort((a, b) => a - b)) {
    const formula = formulas.get(row) ?? "";
    const open = made.at(-1);
    if (open !== undefined && row === open.last + 1 && continues?.(formula, row) === true) {
      open.last = row;
      continue;
    }
    const references = scanReferences(formula);
    made.push({ first: row, last: row, references, isOpen: looksFurther(formula, references) });
    continues = rowPattern(formula, row, references);
  }
  runs.set(formulas, made);
  return made;
}

/** TODAY is none of them: no edit changes the day. */
const looksAnywhere = /\b(?:INDIRECT|OFFSET|CELL|INFO|NOW|RAND|RANDBETWEEN)\s*\(/i;
/** A word, with the parenthesis that makes it a function. */
const word = /[\p{L}_\\][\p{L}\p{N}_.\\?]*\s*\(?/gu;

/** A name, a structured reference, several sheets at once, or a function that finds its cells by itself. */
function looksFurther(formula: string, references: readonly FormulaReference[]): boolean {
  let rest = "";
  let at = 0;
  for (const { start, end, prefix } of references) {
    if (prefix !== "" && sheetOfPrefix(prefix) === undefined && !prefix.includes("[")) return true;
    rest += `${formula.slice(at, start)} `;
    at = end;
  }
  rest = (rest + formula.slice(at)).replace(/"[^"]*"/g, " ").replace(/#[A-Z/0]+[!?]|#N\/A|\b(?:TRUE|FALSE)\b|\b\d+(?:\.\d+)?(?:E[+-]?\d+)?/gi, " ");
  return rest.includes("[") || looksAnywhere.test(rest) || (rest.match(word) ?? []).some((found) => !found.endsWith("("));
}

/** Whether any worksheet computes anything. */
export function hasFormulas({ worksheets }: Workbook): boolean {
  return worksheets.some(({ columns }) => columns.some((column) => (column?.formulas.size ?? 0) > 0));
}

/** The ranges and whatever depends on them, no cell twice; undefined where a range's worksheet is not there or they are too many. */
export function withDependents(workbook: Workbook, ranges: readonly Range[]): Range[] | undefined {
  if (ranges.some(({ sheet }) => findWorksheet(workbook, sheet) === undefined)) return undefined;
  const apart: Range[] = [];
  for (const range of ranges) {
    let joined = range;
    for (let at = apart.findIndex((one) => meet(one, joined)); at >= 0; at = apart.findIndex((one) => meet(one, joined))) {
      const [other] = apart.splice(at, 1);
      if (other !== undefined) joined = { sheet: range.sheet, top: Math.min(other.top, joined.top), left: Math.min(other.left, joined.left), bottom: Math.max(other.bottom, joined.bottom), right: Math.max(other.right, joined.right) };
    }
    apart.push(joined);
  }
  const dependents = hasFormulas(workbook) ? dependentsOf(workbook, apart) : [];
  return dependents && [...apart, ...dependents.flatMap((one) => outside(one, apart))];
}

function meet(a: Range, b: Range): boolean {
  return a.sheet === b.sheet && overlaps(a, b);
}

/** What of a range of one column lies in none of the others. */
function outside(range: Range, others: readonly Range[]): Range[] {
  const other = others.find((one) => meet(one, range));
  if (other === undefined) return [range];
  return [{ ...range, bottom: other.top - 1 }, { ...range, top: other.bottom + 1 }].filter(({ top, bottom }) => top <= bottom).flatMap((part) => outside(part, others));
}

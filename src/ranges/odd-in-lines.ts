import { offsetFormula } from "../formula/move-formula";
import { areaOf, scanReferences } from "../formula/scan-references";
import { isNumberAt, lengthOf, runAt, type FormulaGrid, type FormulaRun } from "./formula-grid";
import { linesOf, type LineKind, type Stretch } from "./lines";
import { oddFrom, type OddCell } from "./odd-cell";
import { directionOf } from "./pattern";

/** Cells that do something else than those before and after them, down the columns and along the rows. */
export function oddInLines(grid: FormulaGrid): OddCell[] {
  return linesOf(grid).flatMap(({ kind, stretches }) => (stretches.length < 2 ? [] : oddInLine(grid, kind, stretches)));
}

/** Two odd cells side by side may be copies; more are a part of the table of their own. */
const longestOdd = 2;
/** How far apart cells of a line may stand and still be read together, as in blocks with headings. */
const near = 10;
/** How far the others may stand on one side where typed-in numbers come between. */
const nearOthers = 3;
/** How many of a kind it takes to be a custom. */
const custom = 3;

function oddInLine(grid: FormulaGrid, line: LineKind, stretches: readonly Stretch[]): OddCell[] {
  const usage = tally(line, stretches);
  const odd: OddCell[] = [];
  for (const [index, { head, first, last }] of stretches.entries()) {
    // a row of totals is weighed as a whole
    const isTotal = line === "row" && head.sum !== undefined && directionOf(head) === "down";
    if (isTotal || last - first >= longestOdd || isSupported(grid, line, head)) continue;
    const model = sandwiching(grid, stretches, index, usage) ?? rival(stretches, index, usage);
    if (model === undefined) continue;
    for (let at = first; at <= last; at++) {
      const [row, column] = line === "column" ? [at, head.column] : [head.first, at];
      const cell = oddFrom(grid, row, column, { row: model.head.first, column: model.head.column }, usage.counts.get(model.head.key) ?? 0, line);
      if (cell !== undefined) odd.push(cell);
    }
  }
  return odd;
}

/** How many cells each pattern has in a line, and which is the commonest of each shape. */
type Tally = {
  readonly line: LineKind;
  readonly counts: ReadonlyMap<string, number>;
  readonly ofShape: ReadonlyMap<string, { readonly usual: Stretch; readonly all: number }>;
};

function tally(line: LineKind, stretches: readonly Stretch[]): Tally {
  const counts = new Map<string, number>();
  for (const { head, first, last } of stretches) counts.set(head.key, (counts.get(head.key) ?? 0) + last - first + 1);
  const ofShape = new Map<string, { usual: Stretch; all: number }>();
  for (const stretch of stretches) {
    const { head, first, last } = stretch;
    const shape = shapeOf(stretch);
    const before = ofShape.get(shape);
    const isMore = before === undefined || (counts.get(head.key) ?? 0) > (counts.get(before.usual.head.key) ?? 0);
    ofShape.set(shape, { usual: isMore ? stretch : before.usual, all: (before?.all ?? 0) + last - first + 1 });
  }
  return { line, counts, ofShape };
}

/** What is done, and whether along the line or across it: a column of sums of its rows ends in a sum of itself. */
function shapeOf({ head }: Stretch): string {
  return head.sum === undefined ? head.shape : `${head.shape} ${directionOf(head) ?? ""}`;
}

/** The cells before, where the same pattern goes on after and would have had something to compute here. */
function sandwiching(grid: FormulaGrid, stretches: readonly Stretch[], index: number, { line, counts }: Tally): Stretch | undefined {
  const [before, own, after] = [stretches[index - 1], stretches[index], stretches[index + 1]];
  if (before === undefined || own === undefined || after === undefined || before.head.key !== after.head.key) return undefined;
  if (own.first - before.last > nearOthers || after.first - own.last > nearOthers) return undefined;
  if (before.last + 1 !== own.first && own.last + 1 !== after.first) return undefined;
  const usual = counts.get(before.head.key) ?? 0;
  if (usual < custom || (counts.get(own.head.key) ?? 0) * 2 > usual) return undefined;
  return hasInputs(grid, line, before.head, own.head) ? before : undefined;
}

/** Whether the pattern of `model` would read here what it reads elsewhere: then this row (or column) is one like the others and no subtotal. */
function hasInputs(grid: FormulaGrid, line: LineKind, model: FormulaRun, own: FormulaRun): boolean {
  const references = scanReferences(offsetFormula(model.formula, own.first - model.first, own.column - model.column));
  // what reads other worksheets only, or columns by their names, tells nothing; a subtotal would read its own line
  if (references.every(({ prefix }) => prefix !== "")) return own.references.every(({ prefix }) => prefix !== "") || own.references.length === 0;
  const { rowCount, columnCount } = grid.worksheet;
  for (const reference of references) {
    const area = areaOf(reference);
    const isOwn = line === "column" ? area.top === own.first && area.bottom === own.first : area.left === own.column && area.right === own.column;
    if (reference.prefix !== "" || !isOwn) continue;
    for (let column = area.left; column <= Math.min(area.right, columnCount - 1); column++) {
      for (let row = area.top; row <= Math.min(area.bottom, rowCount - 1); row++) if (isOrdinary(grid, line, row, column)) return true;
    }
  }
  return false;
}

/** A typed-in number, or a formula that goes on as before. */
function isOrdinary(grid: FormulaGrid, line: LineKind, row: number, column: number): boolean {
  if (!isNumberAt(grid.worksheet, row, column)) return false;
  const run = runAt(grid, row, column);
  if (run === undefined) return true;
  return line === "column" ? lengthOf(run) > 1 : runAt(grid, row, column - 1)?.key === run.key || runAt(grid, row, column + 1)?.key === run.key;
}

/** The line's commonest pattern that does the same with other cells of its own row (or column), where it stands near by. */
function rival(stretches: readonly Stretch[], index: number, { line, counts, ofShape }: Tally): Stretch | undefined {
  const own = stretches[index];
  const group = own === undefined ? undefined : ofShape.get(shapeOf(own));
  if (own === undefined || group === undefined) return undefined;
  const wanted = line === "column" ? "across" : "down";
  if (group.usual.head.key === own.head.key) return atEdge(stretches, index, wanted);
  const usual = counts.get(group.usual.head.key) ?? 0;
  if (usual < custom || (group.all - usual) * 2 > usual) return undefined;
  if (directionOf(group.usual.head) !== wanted) return undefined;
  if (directionOf(own.head) !== wanted && !isSlip(own.head, group.usual.head)) return undefined;
  // another block has fixed cells of its own
  const reach = differInFixedOnly(own.head, group.usual.head) ? 1 : near;
  const before = nearest(stretches, index, -1, group.usual.head.key);
  if (before !== undefined && own.first - before.last <= reach) return before;
  const after = nearest(stretches, index, 1, group.usual.head.key);
  return after !== undefined && after.first - own.last <= reach ? after : undefined;
}

/** The neighbours on one side that read the very cells this one reads, and do something else with them. */
function atEdge(stretches: readonly Stretch[], index: number, wanted: "across" | "down"): Stretch | undefined {
  const own = stretches[index];
  if (own === undefined || own.first !== own.last || directionOf(own.head) !== wanted) return undefined;
  const [before, after] = [stretches[index - 1], stretches[index + 1]];
  const places = placesOf(own.head).join(" ");
  const isModel = (other: Stretch | undefined, distance: number): other is Stretch =>
    other !== undefined && distance === 1 && other.last - other.first + 1 >= custom && own.head.references.length > 1 && placesOf(other.head).join(" ") === places;
  if (isModel(before, own.first - (before?.last ?? 0))) return before;
  return isModel(after, (after?.first ?? 0) - own.last) ? after : undefined;
}

function nearest(stretches: readonly Stretch[], index: number, step: 1 | -1, key: string): Stretch | undefined {
  for (let other = index + step; Math.abs(other - index) <= near; other += step) {
    const stretch = stretches[other];
    if (stretch === undefined || stretch.head.key === key) return stretch;
  }
  return undefined;
}

/** Most of what it reads is what the others read. */
function isSlip(own: FormulaRun, usual: FormulaRun): boolean {
  const [places, others] = [placesOf(own), placesOf(usual)];
  const same = places.filter((place, index) => place === others[index]).length;
  return places.length === others.length && places.length >= 2 && same * 2 >= places.length;
}

/** Whether all that moves with the cell is the same. */
function differInFixedOnly(own: FormulaRun, usual: FormulaRun): boolean {
  const moving = (run: FormulaRun): string => placesOf(run).filter((_, index) => run.references[index]?.from.isRowFixed !== true && run.references[index]?.from.isColumnFixed !== true).join(" ");
  return moving(own) === moving(usual);
}

/** What a formula reads, as seen from its cell. */
function placesOf({ references, first, column }: FormulaRun): string[] {
  return references.map((reference) => {
    const { top, left, bottom, right } = areaOf(reference);
    return `${reference.prefix}${top - first},${left - column},${bottom - first},${right - column}`;
  });
}

/** Sums near one another in a line across make that a line of totals, even with other columns between. */
const nearTotals = 4;

/** A pattern that goes on across the line belongs to another part of the table. */
function isSupported(grid: FormulaGrid, line: LineKind, { key, first, column, sum }: FormulaRun): boolean {
  for (let distance = 1; distance <= (sum === undefined ? 1 : nearTotals); distance++) {
    const neighbours = line === "column" ? [runAt(grid, first, column - distance), runAt(grid, first, column + distance)] : [runAt(grid, first - distance, column), runAt(grid, first + distance, column)];
    if (neighbours.some((neighbour) => neighbour?.key === key)) return true;
  }
  return false;
}

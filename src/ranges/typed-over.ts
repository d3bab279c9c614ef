import { formulaAt, textOf, valueAt, type Rectangle, type Worksheet } from "../core/workbook";
import { isTotal } from "../language/total";
import { offsetFormula } from "../formula/move-formula";
import { compute } from "./compute";
import { lengthOf, type FormulaGrid, type FormulaRun } from "./formula-grid";
import { directionOf, soleSum } from "./pattern";

/** A number typed in where formulas stand on both sides, or in a row of sums, that is not what they would give. */
export type TypedOver = {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly expected: string;
  readonly computed: number;
  readonly isTotal: boolean;
};

/** How many formulas of one pattern it takes around a typed-in number. */
const custom = 4;

export function typedOver(grid: FormulaGrid): TypedOver[] {
  return [...grid.columns.flatMap((runs) => inColumn(grid, runs)), ...inRowsOfSums(grid)];
}

/** How many it takes on one side, where the number stands at the end of them. */
const customAtEnd = 3;

function inColumn({ worksheet }: FormulaGrid, runs: readonly FormulaRun[]): TypedOver[] {
  const found: TypedOver[] = [];
  const judge = (row: number, { column, formula, first }: FormulaRun): void => {
    const odd = mismatch(worksheet, row, column, offsetFormula(formula, row - first, 0));
    if (odd !== undefined) found.push({ ...odd, isTotal: false });
  };
  for (const [index, run] of runs.entries()) {
    const [above, below] = [runs[index - 1], runs[index + 1]];
    const joinsBelow = below !== undefined && below.key === run.key && below.first === run.last + 2;
    if (joinsBelow && lengthOf(run) + lengthOf(below) >= custom) judge(run.last + 1, run);
    if (lengthOf(run) < customAtEnd || directionOf(run) !== "across") continue;
    if (!joinsBelow && below?.first !== run.last + 1 && !isTotalRow(worksheet, run.last + 1, run.column)) judge(run.last + 1, run);
    const joinsAbove = above !== undefined && above.key === run.key && above.last === run.first - 2;
    if (!joinsAbove && above?.last !== run.first - 1 && run.first > 0 && !isTotalRow(worksheet, run.first - 1, run.column)) judge(run.first - 1, run);
  }
  return found;
}

function inRowsOfSums({ worksheet, columns }: FormulaGrid): TypedOver[] {
  const rows = new Map<number, FormulaRun[]>();
  for (const run of columns.flat()) {
    if (lengthOf(run) > 1 || run.sum === undefined || directionOf(run) !== "down") continue;
    const sums = rows.get(run.first);
    if (sums === undefined) rows.set(run.first, [run]);
    else sums.push(run);
  }
  return [...rows].flatMap(([row, sums]) => {
    const [first, last] = [sums[0], sums.at(-1)];
    if (first === undefined || last === undefined || sums.length < (isTotalRow(worksheet, row, first.column) ? 1 : 2) || sums.some(({ key }) => key !== first.key)) return [];
    const found: TypedOver[] = [];
    for (let column = Math.max(first.column - 1, 0); column <= last.column + 1; column++) {
      const odd = mismatch(worksheet, row, column, offsetFormula(first.formula, 0, column - first.column));
      if (odd !== undefined && mayBeSum(worksheet, odd)) found.push({ ...odd, isTotal: true });
    }
    return found;
  });
}

/** A price or a share in a row of totals is no larger than its largest part, or far from the sum. */
function mayBeSum(worksheet: Worksheet, { value, expected, computed }: Omit<TypedOver, "isTotal">): boolean {
  const largest = compute(expected.replace(/SUM/i, "MAX"), worksheet) ?? 0;
  return value > largest && value / computed > 0.5 && value / computed < 1.5;
}

/** Whether what is written before the sums calls the row a total. */
function isTotalRow(worksheet: Worksheet, row: number, before: number): boolean {
  for (let column = 0; column < before; column++) {
    const value = valueAt(worksheet, row, column);
    if (typeof value === "string" && isTotalLabel(textOf(value))) return true;
  }
  return false;
}

function isTotalLabel(text: string): boolean {
  return isTotal(text) || /^(?:grand[ -]?|sub[ -]?)?totals?\b/i.test(text);
}

function mismatch(worksheet: Worksheet, row: number, column: number, expected: string): Omit<TypedOver, "isTotal"> | undefined {
  const value = valueAt(worksheet, row, column);
  // a typed-in 0 says that there is none
  if (typeof value !== "number" || value === 0 || formulaAt(worksheet, row, column) !== undefined) return undefined;
  const computed = compute(expected, worksheet);
  if (computed === undefined || Math.abs(computed - value) <= tolerance(value, computed)) return undefined;
  if (isRounding(value, computed, soleSum(expected))) return undefined;
  return { row, column, value, expected, computed };
}

/** Half of the last digit that was typed in. */
function tolerance(value: number, computed: number): number {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return Math.max(0.5 * 10 ** -decimals, Math.abs(computed) * 1e-9) * (1 + 1e-9);
}

/** Parts that were rounded one by one need not add up to a rounded whole; a small count must. */
function isRounding(value: number, computed: number, area: Rectangle | undefined): boolean {
  if (area === undefined) return false;
  const difference = Math.abs(computed - value);
  return difference < Math.abs(value) / 1000 && difference <= (area.bottom - area.top + 1) * tolerance(value, 0);
}

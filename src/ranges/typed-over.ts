import { formulaAt, textOf, valueAt, type Rectangle, type Worksheet } from "../core/workbook";
import { isTotal } from "../language/total";
import { offsetFormula } from "../formula/move-formula";
import { compute } from "./compute";
import { lengthOf, type FormulaGrid, type FormulaRun } from "./formula-grid";
import { linesOf, type Line, type Stretch } from "./lines";
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

/** How many formulas of one pattern it takes before a typed-in number is out of line. */
const custom = 3;

export function typedOver(grid: FormulaGrid): TypedOver[] {
  const once = new Map<string, TypedOver>();
  for (const odd of [...inRowsOfSums(grid), ...linesOf(grid).flatMap((line) => inLine(grid.worksheet, line))]) {
    const place = `${odd.row} ${odd.column}`;
    if (!once.has(place)) once.set(place, odd);
  }
  return [...once.values()];
}

function inLine(worksheet: Worksheet, { kind, stretches }: Line): TypedOver[] {
  const found: TypedOver[] = [];
  const judge = (at: number, { head }: Stretch): void => {
    const [row, column] = kind === "column" ? [at, head.column] : [head.first, at];
    const odd = mismatch(worksheet, row, column, offsetFormula(head.formula, row - head.first, column - head.column));
    const isTotal = head.sum !== undefined;
    if (odd !== undefined && (!isTotal || mayBeSum(worksheet, odd))) found.push({ ...odd, isTotal });
  };
  const counts = new Map<string, number>();
  for (const { head, first, last } of stretches) counts.set(head.key, (counts.get(head.key) ?? 0) + last - first + 1);
  for (const [index, stretch] of stretches.entries()) {
    const { head, first, last } = stretch;
    if ((counts.get(head.key) ?? 0) < custom) continue;
    const [before, after] = [stretches[index - 1], stretches[index + 1]];
    const goesOn = after !== undefined && after.head.key === head.key && after.first === last + 2;
    if (goesOn) judge(last + 1, stretch);
    // the last column of a row is often another year's, kept as it was
    if (kind === "row" || last === first || directionOf(head) !== "across") continue;
    const wentOn = before !== undefined && before.head.key === head.key && before.last === first - 2;
    if (!goesOn && after?.first !== last + 1 && !isTotalRow(worksheet, last + 1, head.column)) judge(last + 1, stretch);
    if (!wentOn && before?.last !== first - 1 && first > 0 && !isTotalRow(worksheet, first - 1, head.column)) judge(first - 1, stretch);
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

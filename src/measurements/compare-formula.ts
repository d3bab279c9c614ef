import type { Table } from "../core/table";
import { findWorksheet, formulaAt, valueAt, type Range, type Workbook } from "../core/workbook";
import { atom, numberOf, product, substitute, type Expression } from "../formula/expression";
import { keyOfCell, type Operand } from "../formula/operand";
import { isSameQuotient, toQuotient, type Quotient } from "../formula/quotient";
import { readFormula, type ReadFormula } from "../formula/read-formula";
import { matchTerm } from "../indicators/match-term";
import type { IndicatorKey } from "../templates/indicator-kind";
import { compareByLabels, isNamedAnother } from "./compare-labels";
import { misplacedCell, shapeOf, type Difference } from "./difference";
import { labelsOf } from "./labels";
import { inputCell, type Input, type Series } from "./series";

export type Comparison =
  | {
      readonly kind: "same";
      readonly read: ReadFormula;
      /** Where the formula itself showed what its inputs are. */
      readonly inputs?: readonly Input[];
    }
  | { readonly kind: "unreadable" }
  | { readonly kind: "different"; readonly difference: Difference; readonly read: ReadFormula; readonly inputs?: readonly Input[] };

const unreadable: Comparison = { kind: "unreadable" };

/** Holds a measurement's formula against what its indicator's definition makes of the cells that its inputs stand in. */
export function compareFormula(series: Series, row: number, formula: string, workbook: Workbook): Comparison {
  const read = readFormula(formula, { sheet: series.table.sheet, row, column: series.column }, workbook);
  if ("unreadable" in read || read.operands.size === 0) return unreadable;
  const total = series.totals.has(row) || (series.rows.length > 1 && addsUp.test(formula)) ? totalOfRatios(series, row, read, formula) : undefined;
  if (total !== undefined) return { kind: "different", difference: total, read };
  if (series.expression === undefined) {
    const found = compareByLabels(series, row, read, workbook);
    return found === undefined ? unreadable : { ...found, read };
  }
  const answers = [series.expression, ...(series.alternatives ?? [])].map((definition) => compareByPlaces(series, row, definition, read, workbook));
  // one way of computing the indicator is enough
  const answer = answers.includes("same") ? "same" : answers[0];
  if (answer === undefined) return unreadable;
  return answer === "same" ? { kind: "same", read } : { kind: "different", difference: answer, read };
}

/** Whatever its row is called: 一季度. */
const addsUp = /^=(?:ROUND\()?(?:SUM|AVERAGE)\(/i;

/** Sums or averages cells of its own column, or where places stand side by side of its own row: no total of ratios. The mean of scores that nobody computes may be meant. */
function totalOfRatios({ column, table, indicator, shareScale }: Series, row: number, { operands }: ReadFormula, formula: string): Difference | undefined {
  const isMean = /AVERAGE/i.test(formula) || formula.includes("/");
  if (indicator.expression === undefined && (isMean || shareScale === "none")) return undefined;
  const areas = [...operands.values()].flatMap((operand) => ("range" in operand && operand.range.sheet === table.sheet ? [operand.range] : []));
  const isAcross = table.has("indicator");
  const isOwn = areas.length === operands.size && areas.every(({ top, bottom, left, right }) => (isAcross ? top === row && bottom === row : left === column && right === column));
  return isOwn ? { kind: "total-of-ratios", isMean } : undefined;
}

function compareByPlaces(series: Series, row: number, definition: Expression, read: ReadFormula, workbook: Workbook): "same" | Difference | undefined {
  const { inputs } = series;
  const expected = toQuotient(substitute(definition, (key) => scaled(key, inputs.get(key))));
  if (expected === undefined) return undefined;
  const places = new Map([...inputs].map(([key, input]) => [placeOf(inputCell(input, row)), key]));
  const naming = new Map([...read.operands].map(([key, operand]) => [key, (isCell(operand) ? places.get(placeOf(operand.range)) : undefined) ?? `?${key}`]));
  const actual = named(read, naming);
  if (actual === undefined) return undefined;
  if (isSameQuotient(actual, expected)) return "same";
  const foreign = foreignKeys(naming);
  if (foreign.length === 0) return shapeOf(actual, expected) ?? { kind: "other" };
  const followed = compareFollowed(series, row, definition, read, workbook);
  if (followed !== undefined) return followed;
  const renamed = byTheirLabels(series, row, read, foreign, naming, workbook);
  const again = named(read, renamed);
  if (again !== undefined && isSameQuotient(again, expected)) return "same";
  const strangers = foreignKeys(renamed);
  if (again !== undefined && strangers.length === 0) return shapeOf(again, expected) ?? { kind: "other" };
  return misplaced(series, row, expected, read, strangers, renamed) ?? strange(series, row, read, strangers, renamed, workbook);
}

function named({ expression }: ReadFormula, naming: ReadonlyMap<string, string>): Quotient | undefined {
  return toQuotient(substitute(expression, (key) => atom(naming.get(key) ?? `?${key}`)));
}

function foreignKeys(naming: ReadonlyMap<string, string>): string[] {
  return [...naming].filter(([, name]) => name.startsWith("?")).map(([key]) => key);
}

function scaled(key: string, input: Input | undefined): Expression {
  return input === undefined || input.scale === 1 ? atom(key) : product(numberOf(input.scale), atom(key));
}

function placeOf({ sheet, top, left }: Range): string {
  return keyOfCell(sheet, top, left);
}

function isCell(operand: Operand): operand is Operand & { readonly kind: "cell" } {
  return operand.kind === "cell";
}

/** Cells that compute themselves (=Sheet2!B3, a sum of parts) are read through, on both sides. */
function compareFollowed(series: Series, row: number, definition: Expression, read: ReadFormula, workbook: Workbook): "same" | Difference | undefined {
  const actual = toQuotient(substitute(read.expression, (key) => {
    const operand = read.operands.get(key);
    return operand !== undefined && isCell(operand) ? throughCell(operand.range, workbook) : atom(key);
  }));
  const expected = toQuotient(substitute(definition, (key) => {
    const input = series.inputs.get(key);
    if (input === undefined) return atom(key);
    const through = throughCell(inputCell(input, row), workbook);
    return input.scale === 1 ? through : product(numberOf(input.scale), through);
  }));
  if (actual === undefined || expected === undefined) return undefined;
  return isSameQuotient(actual, expected) ? "same" : shapeOf(actual, expected);
}

function throughCell(cell: Range, workbook: Workbook): Expression {
  const worksheet = findWorksheet(workbook, cell.sheet);
  const formula = worksheet === undefined ? undefined : formulaAt(worksheet, cell.top, cell.left);
  const read = formula === undefined ? undefined : readFormula(formula, { sheet: cell.sheet, row: cell.top, column: cell.left }, workbook, { follow: true });
  return read === undefined || "unreadable" in read ? atom(placeOf(cell)) : read.expression;
}

/** The same quantity taken from another table: its own labels say so. */
function byTheirLabels({ table, indicator: { terms }, inputs, place }: Series, row: number, read: ReadFormula, foreign: readonly string[], naming: ReadonlyMap<string, string>, workbook: Workbook): Map<string, string> {
  const renamed = new Map(naming);
  for (const key of foreign) {
    const operand = read.operands.get(key);
    if (operand === undefined || !("range" in operand)) continue;
    const { range } = operand;
    // below the table a cell has its header and no record
    const isBelow = range.top > table.bounds.bottom && range.left >= table.bounds.left && range.left <= table.bounds.right && rowLabelsAt(range, workbook).length === 0;
    const isHere = range.sheet === table.sheet && ((range.top >= table.bounds.top && range.top <= table.bounds.bottom) || isBelow);
    if (isHere || (isCell(operand) && (place === undefined ? isOfAnother(range, table, row, workbook) : isNamedAnother(labelsAt(range, workbook), place)))) continue;
    const term = labelsAt(range, workbook).map((label) => matchTerm(label, terms)).find((found) => found !== undefined);
    const input = term === undefined ? undefined : inputs.get(term.name);
    // the block above holds another year's
    const isOtherBlock = input !== undefined && isCell(operand) && range.sheet === table.sheet && input.sheet === table.sheet && holdOtherNumbers(range, inputCell(input, row), workbook);
    if (term !== undefined && input !== undefined && !isOtherBlock) renamed.set(key, term.name);
  }
  return renamed;
}

function rowLabelsAt({ sheet, top, left }: Range, workbook: Workbook): readonly string[] {
  const worksheet = findWorksheet(workbook, sheet);
  return worksheet === undefined ? [] : labelsOf(worksheet, top, left).row;
}

function holdOtherNumbers(one: Range, other: Range, workbook: Workbook): boolean {
  const [a, b] = [one, other].map(({ sheet, top, left }) => {
    const worksheet = findWorksheet(workbook, sheet);
    return worksheet === undefined ? null : valueAt(worksheet, top, left);
  });
  return typeof a === "number" && typeof b === "number" && Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(a));
}

function labelsAt({ sheet, top, left }: Range, workbook: Workbook): string[] {
  const worksheet = findWorksheet(workbook, sheet);
  if (worksheet === undefined) return [];
  const { row, column } = labelsOf(worksheet, top, left);
  return [...row.slice(0, 2), ...column];
}

/** Of a table of counties the row of another county than this one's. */
function isOfAnother(cell: Range, table: Table<IndicatorKey>, row: number, workbook: Workbook): boolean {
  const subject = table.text(row, "entity");
  const worksheet = findWorksheet(workbook, cell.sheet);
  if (subject === "" || worksheet === undefined) return false;
  const labels = labelsOf(worksheet, cell.top, cell.left).row;
  return !labels.includes(subject) && table.rows.some((other) => other !== row && labels.includes(table.text(other, "entity")));
}

/** One cell stands where another belongs: put there, everything agrees. Or all are of the row beside. */
function misplaced({ inputs }: Series, row: number, expected: Quotient, read: ReadFormula, foreign: readonly string[], naming: ReadonlyMap<string, string>): Difference | undefined {
  const missing = [...inputs.keys()].filter((key) => ![...naming.values()].includes(key));
  for (const key of foreign) {
    const operand = read.operands.get(key);
    if (operand === undefined || !isCell(operand)) continue;
    for (const candidate of missing.length === 0 ? inputs.keys() : missing) {
      const input = inputs.get(candidate);
      const put = named(read, new Map(naming).set(key, candidate));
      if (put === undefined || input === undefined || !(isSameQuotient(put, expected) || shapeOf(put, expected)?.kind === "factor")) continue;
      return misplacedCell(operand.range, inputCell(input, row), input.label);
    }
  }
  const byColumn = new Map([...inputs].map(([key, input]) => [input.column, key]));
  const moved = new Map(naming);
  for (const key of foreign) {
    const operand = read.operands.get(key);
    const name = operand !== undefined && isCell(operand) ? byColumn.get(operand.range.left) : undefined;
    if (name !== undefined) moved.set(key, name);
  }
  const put = named(read, moved);
  const first = read.operands.get(foreign[0] ?? "");
  const input = first !== undefined && isCell(first) ? inputs.get(byColumn.get(first.range.left) ?? "") : undefined;
  return put !== undefined && isSameQuotient(put, expected) && first !== undefined && isCell(first) && input !== undefined ? misplacedCell(first.range, inputCell(input, row), input.label) : undefined;
}

/** Cells that are something else by what stands around them: of the measurement's own table, or named otherwise. What nothing names may be anything. */
function strange({ table, inputs }: Series, row: number, read: ReadFormula, foreign: readonly string[], naming: ReadonlyMap<string, string>, workbook: Workbook): Difference | undefined {
  const areNamed = foreign.every((key) => {
    const operand = read.operands.get(key);
    if (operand === undefined || !("range" in operand)) return false;
    const { range } = operand;
    const isHere = range.sheet === table.sheet && range.top > table.headerBottom && range.bottom <= table.bounds.bottom && range.left >= table.bounds.left && range.left <= table.bounds.right;
    return isHere || (isCell(operand) && labelsAt(range, workbook).length > 0);
  });
  if (!areNamed) return undefined;
  const used = new Set(naming.values());
  const missing = [...inputs].find(([key]) => !used.has(key));
  const first = read.operands.get(foreign[0] ?? "");
  if (missing !== undefined && first !== undefined && isCell(first)) return misplacedCell(first.range, inputCell(missing[1], row), missing[1].label);
  return { kind: "other" };
}

import type { Table } from "../core/table";
import { findWorksheet, formulaAt, type Range, type Workbook } from "../core/workbook";
import { stringifyAddress } from "../core/address";
import { atom, keysOf, numberOf, product, substitute, type Expression } from "../formula/expression";
import { keyOfCell, type Operand } from "../formula/operand";
import { factorBetween, factorOfReciprocal, isSameQuotient, toQuotient, type Quotient } from "../formula/quotient";
import { readFormula, type ReadFormula } from "../formula/read-formula";
import { readHeader } from "../indicators/header";
import { matchTerm } from "../indicators/match-term";
import type { Computation } from "../indicators/indicator";
import type { IndicatorKey } from "../templates/indicator-kind";
import { labelsOf } from "./labels";
import { inputCell, type Input, type Series } from "./series";

/** How a cell's formula differs from its indicator's definition. */
export type Difference =
  | { readonly kind: "swapped" }
  /** `factor` times what it should be. */
  | { readonly kind: "factor"; readonly factor: number }
  /** It takes a cell where another one belongs: of another column, or of another row. */
  | { readonly kind: "column" | "row"; readonly taken: Range; readonly takenLabel: string; readonly expected: Range; readonly expectedLabel: string }
  /** A total of ratios made by adding up or averaging them. */
  | { readonly kind: "total-of-ratios"; readonly isMean: boolean }
  /** It computes something else of the same or other cells. */
  | { readonly kind: "other" };

export type Comparison = { readonly kind: "same"; readonly read: ReadFormula } | { readonly kind: "unreadable" } | { readonly kind: "different"; readonly difference: Difference; readonly read: ReadFormula };

const unreadable: Comparison = { kind: "unreadable" };
const mostHops = 3;

/** Holds a measurement's formula against what its indicator's definition makes of the cells that its inputs stand in. */
export function compareFormula(series: Series, row: number, formula: string, workbook: Workbook): Comparison {
  const read = readFormula(formula, { sheet: series.table.sheet, row, column: series.column }, workbook);
  if ("unreadable" in read || read.operands.size === 0) return unreadable;
  const total = series.totals.has(row) ? totalOfRatios(series, read, formula) : undefined;
  if (total !== undefined) return { kind: "different", difference: total, read };
  const comparing = series.expression === undefined ? byLabels(series, read, workbook) : byAnyDefinition(series, row, [series.expression, ...(series.alternatives ?? [])], read, workbook);
  if (comparing === undefined) return unreadable;
  return comparing === "same" ? { kind: "same", read } : { kind: "different", difference: comparing, read };
}

/** Sums or averages cells of its own column: no total of shares. */
function totalOfRatios({ column, table, indicator, shareScale }: Series, { operands }: ReadFormula, formula: string): Difference | undefined {
  if (shareScale === "none" && indicator.unit !== "%" && indicator.expression === undefined) return undefined;
  const isOwn = [...operands.values()].every((operand) => "range" in operand && operand.range.sheet === table.sheet && operand.range.left === column && operand.range.right === column);
  return isOwn ? { kind: "total-of-ratios", isMean: /AVERAGE/i.test(formula) || formula.includes("/") } : undefined;
}

/** One way of computing the indicator is enough; what differs from all of them is said against the first. */
function byAnyDefinition(series: Series, row: number, definitions: readonly Expression[], read: ReadFormula, workbook: Workbook): "same" | Difference | undefined {
  const answers = definitions.map((definition) => byPlaces(series, row, definition, read, workbook));
  return answers.includes("same") ? "same" : answers[0];
}

function byPlaces(series: Series, row: number, definition: Expression, read: ReadFormula, workbook: Workbook): "same" | Difference | undefined {
  const { inputs } = series;
  const expected = toQuotient(substitute(definition, (key) => scaled(key, inputs.get(key))));
  if (expected === undefined) return undefined;
  const places = new Map([...inputs].map(([key, input]) => [placeKey(inputCell(input, row)), key]));
  const naming = namesOf(read, places);
  const actual = toQuotient(substitute(read.expression, (key) => atom(naming.get(key) ?? `?${key}`)));
  if (actual === undefined) return undefined;
  if (isSameQuotient(actual, expected)) return "same";
  const foreign = [...naming].filter(([, name]) => name.startsWith("?")).map(([key]) => key);
  if (foreign.length > 0) {
    const followed = sameWhenFollowed(series, row, definition, read, workbook);
    if (followed !== undefined) return followed;
    const renamed = byTheirLabels(series, row, read, foreign, naming, workbook);
    if (renamed !== undefined) {
      const again = toQuotient(substitute(read.expression, (key) => atom(renamed.get(key) ?? `?${key}`)));
      if (again !== undefined && isSameQuotient(again, expected)) return "same";
      if (again !== undefined && ![...renamed.values()].some((name) => name.startsWith("?"))) return shapeOf(again, expected) ?? { kind: "other" };
    }
    return misplaced(series, row, expected, read, foreign, naming) ?? unknownOperands(series, read, foreign);
  }
  return shapeOf(actual, expected) ?? { kind: "other" };
}

function scaled(key: string, input: Input | undefined): Expression {
  return input === undefined || input.scale === 1 ? atom(key) : product(numberOf(input.scale), atom(key));
}

function placeKey({ sheet, top, left }: Range): string {
  return keyOfCell(sheet, top, left);
}

function isCell(operand: Operand): operand is Operand & { readonly kind: "cell" } {
  return operand.kind === "cell";
}

/** Operand → the input it is, or "?…" where it is none. */
function namesOf(read: ReadFormula, places: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...read.operands].map(([key, operand]) => [key, (isCell(operand) ? places.get(placeKey(operand.range)) : undefined) ?? `?${key}`]));
}

function shapeOf(actual: Quotient, expected: Quotient): Difference | undefined {
  const factor = factorBetween(actual, expected);
  if (factor !== undefined) return { kind: "factor", factor };
  return factorOfReciprocal(actual, expected) === undefined ? undefined : { kind: "swapped" };
}

/** Cells that compute themselves (=Sheet2!B3, a sum of parts) are read through, on both sides. */
function sameWhenFollowed(series: Series, row: number, definition: Expression, read: ReadFormula, workbook: Workbook): "same" | Difference | undefined {
  const actual = toQuotient(followed(read.expression, read.operands, workbook, mostHops));
  const expected = toQuotient(substitute(definition, (key) => followedCell(series.inputs.get(key), row, workbook)));
  if (actual === undefined || expected === undefined) return undefined;
  if (isSameQuotient(actual, expected)) return "same";
  return shapeOf(actual, expected);
}

function followed(expression: Expression, operands: ReadonlyMap<string, Operand>, workbook: Workbook, hops: number): Expression {
  return substitute(expression, (key) => {
    const operand = operands.get(key);
    if (operand === undefined || !isCell(operand)) return atom(key);
    return throughCell(operand.range, workbook, hops);
  });
}

function throughCell(cell: Range, workbook: Workbook, hops: number): Expression {
  const worksheet = findWorksheet(workbook, cell.sheet);
  const formula = worksheet === undefined || hops === 0 ? undefined : formulaAt(worksheet, cell.top, cell.left);
  if (formula === undefined) return atom(placeKey(cell));
  const read = readFormula(formula, { sheet: cell.sheet, row: cell.top, column: cell.left }, workbook);
  return "unreadable" in read ? atom(placeKey(cell)) : followed(read.expression, read.operands, workbook, hops - 1);
}

function followedCell(input: Input | undefined, row: number, workbook: Workbook): Expression {
  if (input === undefined) return atom("?");
  const through = throughCell(inputCell(input, row), workbook, mostHops);
  return input.scale === 1 ? through : product(numberOf(input.scale), through);
}

/** The same quantity taken from another table: its own labels say so. */
function byTheirLabels({ table, indicator: { terms }, inputs }: Series, row: number, read: ReadFormula, foreign: readonly string[], naming: ReadonlyMap<string, string>, workbook: Workbook): Map<string, string> | undefined {
  const renamed = new Map(naming);
  for (const key of foreign) {
    const operand = read.operands.get(key);
    if (operand === undefined || !("range" in operand)) return undefined;
    const isHere = operand.range.sheet === table.sheet && isCell(operand) && operand.range.top >= table.bounds.top && operand.range.top <= table.bounds.bottom;
    if (isHere) continue;
    const term = termOf(operand.range, terms, workbook);
    if (term === undefined || !inputs.has(term) || (isCell(operand) && isOfAnother(operand.range, table, row, workbook))) continue;
    renamed.set(key, term);
  }
  return renamed;
}

function termOf(range: Range, terms: Series["indicator"]["terms"], workbook: Workbook): string | undefined {
  const worksheet = findWorksheet(workbook, range.sheet);
  if (worksheet === undefined) return undefined;
  const { row, column } = labelsOf(worksheet, range.top, range.left);
  for (const label of [...row.slice(0, 2), ...column]) {
    const term = matchTerm(label, terms);
    if (term !== undefined) return term.name;
  }
  return undefined;
}

/** Of a table of counties the row of another county than this one's. */
function isOfAnother(cell: Range, table: Table<IndicatorKey>, row: number, workbook: Workbook): boolean {
  const subject = table.text(row, "entity");
  const worksheet = findWorksheet(workbook, cell.sheet);
  if (subject === "" || worksheet === undefined) return false;
  const labels = labelsOf(worksheet, cell.top, cell.left).row;
  return !labels.includes(subject) && table.rows.some((other) => other !== row && labels.includes(table.text(other, "entity")));
}

/** One cell stands where another belongs: put there, everything agrees. */
function misplaced({ inputs }: Series, row: number, expected: Quotient, read: ReadFormula, foreign: readonly string[], naming: ReadonlyMap<string, string>): Difference | undefined {
  const missing = [...inputs.keys()].filter((key) => ![...naming.values()].includes(key));
  const repeated = missing.length === 0 ? [...inputs.keys()] : missing;
  for (const key of foreign) {
    const operand = read.operands.get(key);
    if (operand === undefined || !isCell(operand)) continue;
    for (const candidate of repeated) {
      const put = toQuotient(substitute(read.expression, (name) => atom(name === key ? candidate : (naming.get(name) ?? `?${name}`))));
      if (put === undefined || !(isSameQuotient(put, expected) || shapeOf(put, expected)?.kind === "factor")) continue;
      const input = inputs.get(candidate);
      if (input === undefined) continue;
      return differenceAt(operand.range, inputCell(input, row), input);
    }
  }
  // both from the row beside
  const cells = foreign.flatMap((key) => read.operands.get(key) ?? []).filter(isCell);
  const [first] = cells;
  if (first !== undefined && cells.length === foreign.length && cells.every(({ range }) => range.top === first.range.top && range.sheet === first.range.sheet)) {
    const byColumn = new Map([...inputs].map(([key, input]) => [input.column, key]));
    const moved = new Map([...naming].map(([key, name]) => {
      const operand = read.operands.get(key);
      const column = operand !== undefined && isCell(operand) ? byColumn.get(operand.range.left) : undefined;
      return [key, column ?? name] as const;
    }));
    const put = toQuotient(substitute(read.expression, (name) => atom(moved.get(name) ?? `?${name}`)));
    const input = inputs.get(byColumn.get(first.range.left) ?? "");
    if (put !== undefined && input !== undefined && isSameQuotient(put, expected)) return differenceAt(first.range, inputCell(input, row), input);
  }
  return undefined;
}

function differenceAt(taken: Range, expected: Range, input: Input): Difference {
  const isRow = taken.sheet === expected.sheet && taken.left === expected.left;
  return { kind: isRow ? "row" : "column", taken, takenLabel: stringifyAddress(taken), expected, expectedLabel: input.label };
}

/** Cells of the measurement's own table that are no input of it: whatever is computed, it is not the indicator. Others may be anything. */
function unknownOperands({ table }: Series, read: ReadFormula, foreign: readonly string[]): Difference | undefined {
  const areHere = foreign.every((key) => {
    const operand = read.operands.get(key);
    return operand !== undefined && "range" in operand && operand.range.sheet === table.sheet && operand.range.top > table.headerBottom && operand.range.bottom <= table.bounds.bottom && operand.range.left >= table.bounds.left && operand.range.right <= table.bounds.right;
  });
  return areHere ? { kind: "other" } : undefined;
}

/** Where the inputs are not known beforehand the formula's own cells say by their labels what they are. */
function byLabels({ indicator }: Series, read: ReadFormula, workbook: Workbook): "same" | Difference | undefined {
  const { expression, terms, alternatives = [] } = indicator;
  if (expression === undefined) return undefined;
  const answers = [{ expression, terms }, ...alternatives].map((computation) => byLabelsOf(computation, read, workbook));
  return answers.includes("same") ? "same" : answers[0];
}

function byLabelsOf({ expression, terms }: Computation, read: ReadFormula, workbook: Workbook): "same" | Difference | undefined {
  const naming = new Map<string, { name: string; scale: number }>();
  for (const [key, operand] of read.operands) {
    if (!("range" in operand)) return undefined;
    const found = termWithScale(operand.range, terms, workbook);
    if (found === undefined) return undefined;
    naming.set(key, found);
  }
  const actual = toQuotient(substitute(read.expression, (key) => {
    const found = naming.get(key);
    return found === undefined ? atom(key) : found.scale === 1 ? atom(found.name) : product(numberOf(found.scale), atom(found.name));
  }));
  const expected = toQuotient(expression);
  if (actual === undefined || expected === undefined) return undefined;
  if (isSameQuotient(actual, expected)) return "same";
  const used = new Set([...naming.values()].map(({ name }) => name));
  return shapeOf(actual, expected) ?? (keysOf(expression).every((key) => used.has(key)) ? { kind: "other" } : undefined);
}

function termWithScale(range: Range, terms: Series["indicator"]["terms"], workbook: Workbook): { name: string; scale: number } | undefined {
  const worksheet = findWorksheet(workbook, range.sheet);
  const name = termOf(range, terms, workbook);
  if (worksheet === undefined || name === undefined) return undefined;
  const { row, column } = labelsOf(worksheet, range.top, range.left);
  const scale = [...row, ...column].map((label) => readHeader(label).scale).find((one) => one !== 1) ?? 1;
  return { name, scale };
}

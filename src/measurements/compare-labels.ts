import { cellRange, findWorksheet, isBlank, textOf, valueAt, type Range, type Workbook, type Worksheet } from "../core/workbook";
import { atom, keysOf, numberOf, product, substitute } from "../formula/expression";
import type { Operand } from "../formula/operand";
import { isSameQuotient, toQuotient } from "../formula/quotient";
import type { ReadFormula } from "../formula/read-formula";
import { readHeader } from "../indicators/header";
import type { Computation, Term } from "../indicators/indicator";
import { matchTerm } from "../indicators/match-term";
import { misplacedCell, shapeOf, type Difference } from "./difference";
import { labelsOf, type Labels } from "./labels";
import type { Input, Series } from "./series";
import { splitFactor } from "./share";

/** What a formula's own cells say by their labels: `same` with the inputs they are, or how it differs. */
export type ByLabels = { readonly kind: "same"; readonly inputs: readonly Input[] } | { readonly kind: "different"; readonly difference: Difference; readonly inputs?: readonly Input[] };

type Located = {
  readonly key: string;
  readonly operand: Operand & { readonly range: Range };
  readonly worksheet: Worksheet;
  readonly labels: Labels;
  readonly term: Term | undefined;
  readonly scale: number;
  /** Of another county than the measurement's. */
  readonly isOfAnother: boolean;
};

/** Where the inputs are not known beforehand the labels of a formula's cells say what they are. Undefined where they do not. */
export function compareByLabels(series: Series, row: number, read: ReadFormula, workbook: Workbook): ByLabels | undefined {
  const { expression, terms, alternatives = [] } = series.indicator;
  if (expression === undefined) return undefined;
  const answers = [{ expression, terms }, ...alternatives].map((computation) => compareComputation(series, row, computation, read, workbook));
  return answers.find((answer) => answer?.kind === "same") ?? answers[0];
}

function compareComputation(series: Series, row: number, { expression, terms }: Computation, read: ReadFormula, workbook: Workbook): ByLabels | undefined {
  const located: Located[] = [];
  for (const [key, operand] of read.operands) {
    const one = locate(key, operand, terms, series, row, workbook);
    if (one === undefined) return undefined;
    located.push(one);
  }
  const expected = toQuotient(expression);
  if (expected === undefined) return undefined;
  const strangers = located.filter(({ term }) => term === undefined);
  if (strangers.length > 0) return ofStrangers(strangers, located, terms, expression);
  const actual = toQuotient(substitute(read.expression, (key) => atomOf(located, key)));
  if (actual === undefined) return undefined;
  const shape = isSameQuotient(actual, expected) ? undefined : (shapeOf(actual, expected) ?? { kind: "other" as const });
  const another = located.find(({ isOfAnother }) => isOfAnother);
  if (another !== undefined && (shape === undefined || shape.kind === "factor")) {
    const right = rowOfSubject(another, series, row);
    return right === undefined ? undefined : { kind: "different", difference: misplacedCell(another.operand.range, right, another.term?.name ?? "") };
  }
  const inputs = inputsOf(located, expression, workbook);
  if (shape === undefined) return { kind: "same", inputs };
  if (shape.kind === "factor") return { kind: "different", difference: shape, inputs };
  // what two cells of the same quantity make of it (two years, two hospitals) nobody defined
  const isRepeated = new Set(located.map(({ term }) => term?.name)).size < located.length;
  return shape.kind === "other" && isRepeated ? undefined : { kind: "different", difference: shape };
}

function locate(key: string, operand: Operand, terms: readonly Term[], series: Series, row: number, workbook: Workbook): Located | undefined {
  if (!("range" in operand) || operand.kind === "count") return undefined;
  const { range } = operand;
  const worksheet = findWorksheet(workbook, range.sheet);
  if (worksheet === undefined) return undefined;
  const labels = labelsOf(worksheet, operand.kind === "cell" ? range.top : firstNumber(worksheet, range), range.left);
  const words = operand.kind === "cell" ? [...labels.row, ...labels.column] : labels.column;
  if (words.length === 0) return undefined;
  const term = words.map((word) => matchTerm(word, terms)).find((found) => found !== undefined);
  const scale = [...labels.row, ...labels.column].map((label) => readHeader(label).scale).find((one) => one !== 1) ?? 1;
  return { key, operand, worksheet, labels, term, scale, isOfAnother: isOfAnother(operand, labels, series, row, workbook) };
}

/** A whole column begins with its own header. */
function firstNumber(worksheet: Worksheet, { top, bottom, left }: Range): number {
  for (let row = top; row <= Math.min(bottom, top + 50, worksheet.rowCount - 1); row++) if (typeof valueAt(worksheet, row, left) === "number") return row;
  return top;
}

function isOfAnother(operand: Operand, labels: Labels, { table, rows, place }: Series, row: number, workbook: Workbook): boolean {
  if (place !== undefined && operand.kind === "cell") return isNamedAnother([...labels.row, ...labels.column], place);
  const subject = table.text(row, "entity");
  if (subject === "") return false;
  const said = operand.kind === "sum-where" ? operand.conditions.map(({ criterion }) => textOfCriterion(criterion, workbook)) : operand.kind === "cell" ? labels.row : [];
  return !said.includes(subject) && said.some((one) => rows.some((other) => other !== row && table.text(other, "entity") === one));
}

/** Named as one of the other columns' places, and nowhere as this one's. */
export function isNamedAnother(words: readonly string[], { name, others }: NonNullable<Series["place"]>): boolean {
  return !words.includes(name) && words.some((word) => others.has(word));
}

function textOfCriterion(criterion: string | Range, workbook: Workbook): string {
  if (typeof criterion === "string") return criterion.replace(/^=/, "");
  const worksheet = findWorksheet(workbook, criterion.sheet);
  return worksheet === undefined ? "" : textOf(valueAt(worksheet, criterion.top, criterion.left));
}

function atomOf(located: readonly Located[], key: string) {
  const one = located.find((candidate) => candidate.key === key);
  if (one?.term === undefined) return atom(key);
  return one.scale === 1 ? atom(one.term.name) : product(numberOf(one.scale), atom(one.term.name));
}

/** A cell that is none of the definition's terms: the right one stands beside it, or it does not belong here at all. */
function ofStrangers(strangers: readonly Located[], located: readonly Located[], terms: readonly Term[], expression: Computation["expression"]): ByLabels | undefined {
  const used = new Set(located.flatMap(({ term }) => term?.name ?? []));
  const missing = terms.filter(({ name }) => !used.has(name) && keysOf(expression).includes(name));
  for (const { operand, worksheet } of strangers) {
    for (const term of missing) {
      const right = beside(worksheet, operand.range, term, terms);
      if (right !== undefined) return { kind: "different", difference: misplacedCell(operand.range, right, term.name) };
    }
  }
  return missing.length === 0 ? { kind: "different", difference: { kind: "other" } } : undefined;
}

const reach = 200;

/** A cell of the same row under the term's header, else of the same column beside its name. */
function beside(worksheet: Worksheet, range: Range, term: Term, terms: readonly Term[]): Range | undefined {
  const { top, left, bottom } = range;
  const isNamed = (words: readonly string[]): boolean => words.some((word) => matchTerm(word, terms)?.name === term.name);
  const row = bottom > top ? firstNumber(worksheet, range) : top;
  for (let column = 0; column < Math.min(worksheet.columnCount, reach); column++) {
    if (column !== left && isNamed(labelsOf(worksheet, row, column).column.slice(0, 2)) && !isBlank(valueAt(worksheet, row, column))) return { sheet: worksheet.name, top, left: column, bottom, right: column };
  }
  for (let place = Math.max(0, top - reach); place <= Math.min(worksheet.rowCount - 1, top + reach); place++) {
    if (place !== top && isNamed(labelsOf(worksheet, place, left).row) && typeof valueAt(worksheet, place, left) === "number") return cellRange(worksheet.name, place, left);
  }
  return undefined;
}

/** The cell of the measurement's own county in the other table. */
function rowOfSubject({ worksheet, operand: { range }, labels }: Located, { table, place: own }: Series, row: number): Range | undefined {
  // in the other table the places stand side by side too
  if (own !== undefined && labels.column.some((word) => own.others.has(word))) {
    for (let column = 0; column < Math.min(worksheet.columnCount, reach); column++) if (labelsOf(worksheet, range.top, column).column.includes(own.name)) return cellRange(worksheet.name, range.top, column);
    return undefined;
  }
  const subject = own?.name ?? table.text(row, "entity");
  for (let place = 0; place < Math.min(worksheet.rowCount, 5000); place++) {
    for (let column = 0; column < range.left; column++) {
      const value = worksheet.columns[column]?.values[place];
      if (typeof value === "string" && textOf(value) === subject) return cellRange(worksheet.name, place, range.left);
    }
  }
  return undefined;
}

function inputsOf(located: readonly Located[], expression: Computation["expression"], workbook: Workbook): Input[] {
  const { over, under } = splitFactor(expression);
  const denominators = new Set(under === undefined ? [] : keysOf(under));
  return located.flatMap(({ operand, term, scale }) => {
    if (term === undefined) return [];
    const role = denominators.has(term.name) ? "denominator" : over?.kind === "atom" ? "numerator" : "term";
    return cellsOf(operand, workbook).map(({ sheet, top, left }): Input => ({ sheet, row: top, column: left, label: term.name, scale, role }));
  });
}

/** The cells that an operand adds up; of a long range none. */
function cellsOf(operand: Operand & { readonly range: Range }, workbook: Workbook): Range[] {
  if (operand.kind === "cell") return [operand.range];
  if (operand.kind !== "sum-where" || operand.range.left !== operand.range.right || operand.conditions.length !== 1) return [];
  const [condition] = operand.conditions;
  const worksheet = condition === undefined ? undefined : findWorksheet(workbook, condition.range.sheet);
  if (condition === undefined || worksheet === undefined) return [];
  const last = Math.min(condition.range.bottom, worksheet.rowCount - 1);
  if (last - condition.range.top > 5000) return [];
  const wanted = textOfCriterion(condition.criterion, workbook);
  const cells: Range[] = [];
  for (let place = condition.range.top; place <= last; place++) {
    if (textOf(valueAt(worksheet, place, condition.range.left)) === wanted) cells.push(cellRange(operand.range.sheet, operand.range.top + place - condition.range.top, operand.range.left));
  }
  return cells;
}

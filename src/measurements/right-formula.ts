import { stringifyAddress } from "../core/address";
import { formulaAt, type Range, type Workbook } from "../core/workbook";
import { atom, numberOf, product, substitute, type Expression } from "../formula/expression";
import { offsetFormula } from "../formula/move-formula";
import type { ReadFormula } from "../formula/read-formula";
import { formulaText } from "../formula/write-expression";
import { writeQuotientFormula } from "../formula/write-formula";
import { compareFormula, type Comparison } from "./compare-formula";
import { percentFormats } from "./percent-format";
import { inputCell, type Series } from "./series";
import { splitFactor } from "./share";

/** So many rows are asked for a right formula to go by. */
const mostModels = 50;

export type Wanted = { /** The wrong formula, whose rounding and guard are kept. */ readonly read?: ReadFormula; /** A share as 0.95, whatever its format. */ readonly asRatio?: boolean };

/** The formula that a measurement should have, in the style of the sheet: as a right one of its column has it, else written anew. Undefined where its inputs are not known. */
export function rightFormula(series: Series, row: number, workbook: Workbook, { read, asRatio = false }: Wanted = {}): string | undefined {
  const isRatio = series.indicator.unit === "%" && (asRatio || percentFormats(series.table.worksheet, series.column)(row));
  const isRight = (at: number, formula: string): boolean => isRatio === isHundredth(compareFormula(series, at, formula, workbook));
  const model = fromModel(series, row, isRight);
  if (model !== undefined) return model;
  // 万元 over 万元 needs no ×10000
  const plain = isOneScale(series) ? writtenAnew(series, row, isRatio, read, false) : undefined;
  return plain !== undefined && isRight(row, plain) ? plain : writtenAnew(series, row, isRatio, read, true);
}

function isOneScale({ inputs }: Series): boolean {
  return new Set([...inputs.values()].map(({ scale }) => scale)).size === 1;
}

function fromModel({ table, column, rows, totals, inputs }: Series, row: number, isRight: (at: number, formula: string) => boolean): string | undefined {
  if ([...inputs.values()].some((input) => input.row !== undefined)) return undefined;
  for (const model of rows.filter((one) => one !== row && !totals.has(one)).slice(0, mostModels)) {
    const formula = formulaAt(table.worksheet, model, column);
    if (formula === undefined || !isRight(model, formula)) continue;
    const moved = offsetFormula(formula, row - model, 0);
    return isRight(row, moved) ? moved : undefined;
  }
  return undefined;
}

/** Right but for ×100; undefined where it is not right at all. */
function isHundredth(comparison: Comparison): boolean | undefined {
  if (comparison.kind === "same") return false;
  return comparison.kind === "different" && comparison.difference.kind === "factor" && Math.abs(comparison.difference.factor - 0.01) < 1e-9 ? true : undefined;
}

function writtenAnew(series: Series, row: number, asRatio: boolean, read: ReadFormula | undefined, withScales: boolean): string | undefined {
  const { expression, inputs, table } = series;
  if (expression === undefined) return undefined;
  const { factor, over, under } = splitFactor(expression);
  if (over === undefined || under === undefined) return undefined;
  const scaled = (part: Expression): string => formulaText(substitute(part, (key) => {
    const scale = inputs.get(key)?.scale ?? 1;
    return scale === 1 || !withScales ? atom(key) : product(atom(key), numberOf(scale));
  }), (key) => {
    const input = inputs.get(key);
    return input === undefined ? key : addressFrom(table.sheet, inputCell(input, row));
  });
  return writeQuotientFormula({ over: scaled(over), under: scaled(under), factor: asRatio ? factor / 100 : factor, rounding: read?.rounding, guard: read?.guard === undefined ? undefined : read.guard === "if" ? "if" : "iferror" });
}

function addressFrom(sheet: string, cell: Range): string {
  if (cell.sheet === sheet) return stringifyAddress(cell);
  return `${/^[A-Za-z\u4e00-\u9fff_][\w\u4e00-\u9fff.]*$/.test(cell.sheet) && !/^[A-Za-z]{1,3}\d+$/.test(cell.sheet) ? cell.sheet : `'${cell.sheet.replace(/'/g, "''")}'`}!${stringifyAddress(cell)}`;
}

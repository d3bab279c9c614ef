import { formulaAt, isBlank, isError, valueAt, type Range, type Workbook, type Worksheet } from "../core/workbook";
import { atom, numberOf, type Expression } from "./expression";
import { worksheetCalled } from "./formula-place";
import { meets } from "./criterion";
import { keyOfCell, type Condition, type Operand } from "./operand";
import { readFormula, type ReadFormula } from "./read-formula";
import { sumOf } from "./reading";
import { isNumberCell, withinSheet } from "./used-part";

const maxCells = 20_000;

/**
 * An operand one step further in: a cell's own formula, a sum's cells on the snapshot, a count's number. Undefined where
 * there is no such step, where it cannot be told, or where it would be too long.
 */
export function expandOperand(operand: Operand, workbook: Workbook): ReadFormula | undefined {
  const worksheet = worksheetCalled(workbook, operand.kind === "count-where" ? (operand.conditions[0]?.range.sheet ?? "") : operand.range.sheet);
  if (worksheet === undefined) return undefined;
  switch (operand.kind) {
    case "cell": {
      const { sheet, top, left } = operand.range;
      const formula = formulaAt(worksheet, top, left);
      const read = formula === undefined ? undefined : readFormula(formula, { sheet, row: top, column: left }, workbook);
      return read === undefined || "unreadable" in read ? undefined : read;
    }
    case "sum":
      return sumOfCells(cellsOf(operand.range, workbook), worksheet);
    case "sum-where":
      return sumOfCells(cellsWhere(operand.range, operand.conditions, workbook), worksheet);
    case "count":
      return numberFrom(cellsOf(operand.range, workbook)?.filter(([row, column]) => isCounted(worksheet, row, column, operand.counts)).length);
    case "count-where": {
      const [first] = operand.conditions;
      return first && numberFrom(cellsWhere(first.range, operand.conditions, workbook)?.length);
    }
  }
}

type Cells = readonly (readonly [row: number, column: number])[];

function numberFrom(count: number | undefined): ReadFormula | undefined {
  return count === undefined ? undefined : { expression: numberOf(count), operands: new Map() };
}

function sumOfCells(cells: Cells | undefined, { name }: Worksheet): ReadFormula | undefined {
  if (cells === undefined) return undefined;
  const operands = new Map<string, Operand>();
  const parts: Expression[] = cells.map(([row, column]) => {
    const key = keyOfCell(name, row, column);
    operands.set(key, { kind: "cell", range: { sheet: name, top: row, left: column, bottom: row, right: column } });
    return atom(key);
  });
  return { expression: parts.length === 0 ? numberOf(0) : sumOf(parts), operands };
}

function cellsOf(range: Range, workbook: Workbook): Cells | undefined {
  const part = withinSheet(range, workbook);
  if (part === undefined || (part.bottom - part.top + 1) * (part.right - part.left + 1) > maxCells) return undefined;
  const cells: (readonly [number, number])[] = [];
  for (let row = part.top; row <= part.bottom; row++) for (let column = part.left; column <= part.right; column++) cells.push([row, column]);
  return cells;
}

/** The cells of a range whose counterparts meet all conditions; undefined where one cannot be told. */
function cellsWhere(range: Range, conditions: readonly Condition[], workbook: Workbook): Cells | undefined {
  const cells = cellsOf(range, workbook);
  const tests: ((row: number, column: number) => boolean | undefined)[] = [];
  for (const { range: tested, criterion } of conditions) {
    const worksheet = worksheetCalled(workbook, tested.sheet);
    const text = typeof criterion === "string" ? criterion : textOfCriterion(criterion, workbook);
    if (worksheet === undefined || text === undefined) return undefined;
    tests.push((row, column) => meets(valueAt(worksheet, tested.top + row - range.top, tested.left + column - range.left), text));
  }
  const chosen: (readonly [number, number])[] = [];
  for (const [row, column] of cells ?? []) {
    const answers = tests.map((test) => test(row, column));
    if (answers.includes(undefined)) return undefined;
    if (answers.every((answer) => answer === true)) chosen.push([row, column]);
  }
  return cells === undefined ? undefined : chosen;
}

function textOfCriterion(cell: Range, workbook: Workbook): string | undefined {
  const worksheet = worksheetCalled(workbook, cell.sheet);
  const value = worksheet && valueAt(worksheet, cell.top, cell.left);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

function isCounted(worksheet: Worksheet, row: number, column: number, counts: "numbers" | "filled" | "blank"): boolean {
  const value = valueAt(worksheet, row, column);
  if (counts === "numbers") return !isError(value) && isNumberCell(worksheet, row, column);
  const isFilled = value !== null || formulaAt(worksheet, row, column) !== undefined;
  return counts === "filled" ? isFilled : isBlank(value);
}

import { isError, valueAt, type Rectangle, type Worksheet } from "../core/workbook";
import { areaOf, scanReferences, sheetOfPrefix, type FormulaReference } from "../formula/scan-references";

/** A long range is not added up to judge one cell. */
const mostCells = 5000;

/** What plain arithmetic over cells gives (+ − × ÷, SUM, AVERAGE, MAX, MIN); undefined where anything else stands in the formula or a cell that it names is no number. */
export function compute(formula: string, worksheet: Worksheet): number | undefined {
  const references = scanReferences(formula);
  if (references.some(({ prefix }) => prefix !== "" && sheetOfPrefix(prefix) !== worksheet.name)) return undefined;
  const reader = new Reader(tokensOf(formula, references), references, worksheet);
  const value = reader.sum();
  return value !== undefined && reader.isAtEnd() && Number.isFinite(value) ? value : undefined;
}

/** Words, numbers and signs; a reference is @ and its place in the list. */
function tokensOf(formula: string, references: readonly FormulaReference[]): string[] {
  let text = "";
  let at = 1;
  for (const [index, { start, end }] of references.entries()) {
    text += `${formula.slice(at, start)} @${index} `;
    at = end;
  }
  return (text + formula.slice(at)).match(/@\d+|\d+(?:\.\d+)?|[A-Za-z]+|[^\s]/g) ?? [];
}

/** Recursive descent that gives up, and never throws, at what it does not know. */
class Reader {
  private at = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly string[],
    private readonly references: readonly FormulaReference[],
    private readonly worksheet: Worksheet,
  ) {}

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  sum(): number | undefined {
    let value = this.product();
    while (value !== undefined && (this.next === "+" || this.next === "-")) {
      const sign = this.take() === "+" ? 1 : -1;
      const part = this.product();
      value = part === undefined ? undefined : value + sign * part;
    }
    return value;
  }

  private get next(): string | undefined {
    return this.tokens[this.at];
  }

  private take(): string | undefined {
    return this.tokens[this.at++];
  }

  private product(): number | undefined {
    let value = this.factor();
    while (value !== undefined && (this.next === "*" || this.next === "/")) {
      const isTimes = this.take() === "*";
      const part = this.factor();
      value = part === undefined ? undefined : isTimes ? value * part : value / part;
    }
    return value;
  }

  private factor(): number | undefined {
    if (++this.depth > 200) return undefined;
    const value = this.signed();
    this.depth -= 1;
    return value === undefined || this.next === "^" || this.next === "%" ? undefined : value;
  }

  private signed(): number | undefined {
    const token = this.take();
    if (token === "-" || token === "+") {
      const value = this.factor();
      return value === undefined ? undefined : token === "-" ? -value : value;
    }
    if (token === "(") {
      const value = this.sum();
      return this.take() === ")" ? value : undefined;
    }
    if (token === undefined) return undefined;
    if (token.startsWith("@")) return this.cell(token);
    return /^\d/.test(token) ? Number(token) : this.call(token.toUpperCase());
  }

  private cell(token: string): number | undefined {
    const area = this.areaOf(token);
    if (area === undefined || area.top !== area.bottom || area.left !== area.right) return undefined;
    const value = valueAt(this.worksheet, area.top, area.left);
    return typeof value === "number" ? value : undefined;
  }

  private call(name: string): number | undefined {
    if (!["SUM", "AVERAGE", "MAX", "MIN"].includes(name) || this.take() !== "(") return undefined;
    const numbers: number[] = [];
    do {
      const isArea = this.next?.startsWith("@") === true && (this.tokens[this.at + 1] === "," || this.tokens[this.at + 1] === ")");
      const found = isArea ? this.numbersIn(this.areaOf(this.take() ?? "")) : [this.sum()];
      if (found === undefined) return undefined;
      for (const value of found) {
        if (value === undefined) return undefined;
        numbers.push(value);
      }
    } while (this.next === "," && this.take() !== undefined);
    if (this.take() !== ")" || (numbers.length === 0 && name !== "SUM")) return undefined;
    const total = numbers.reduce((sum, value) => sum + value, 0);
    if (name === "SUM") return total;
    if (name === "AVERAGE") return total / numbers.length;
    return name === "MAX" ? Math.max(...numbers) : Math.min(...numbers);
  }

  private areaOf(token: string): Rectangle | undefined {
    const reference = this.references[Number(token.slice(1))];
    return reference === undefined ? undefined : areaOf(reference);
  }

  private numbersIn(area: Rectangle | undefined): number[] | undefined {
    if (area === undefined) return undefined;
    const [bottom, right] = [Math.min(area.bottom, this.worksheet.rowCount - 1), Math.min(area.right, this.worksheet.columnCount - 1)];
    if ((bottom - area.top + 1) * (right - area.left + 1) > mostCells) return undefined;
    const numbers: number[] = [];
    for (let row = area.top; row <= bottom; row++) {
      for (let column = area.left; column <= right; column++) {
        const value = valueAt(this.worksheet, row, column);
        if (isError(value)) return undefined;
        if (typeof value === "number") numbers.push(value);
      }
    }
    return numbers;
  }
}

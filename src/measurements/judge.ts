import { cellRange, formulaAt, isBlank, isError, textOf, valueAt, type CellValue, type Workbook } from "../core/workbook";
import { evaluate } from "../formula/quotient";
import { rowPattern, type RowPattern } from "../formula/relative-formula";
import { compareFormula, type Comparison } from "./compare-formula";
import { glanceOf, type Glance } from "./glance";
import { faultOfScale, shownVerdicts } from "./judge-shown";
import { judgeInput, type InputState } from "./judge-inputs";
import { relatedVerdicts } from "./related";
import { percentFormats } from "./percent-format";
import { readNumberInText } from "./number-in-text";
import type { Input, Series } from "./series";
import { usualScale, type UsualScale } from "./usual-scale";
import type { Verdict, VerdictOf } from "./verdict";

/** What was found of the measurements of a workbook. */
export type Judgement = {
  readonly verdicts: readonly Verdict[];
  /** Whether a definition decides over the cell's formula, so that its neighbours have no say. */
  readonly isDecided: (sheet: string, row: number, column: number) => boolean;
  /** Whether the error a cell shows comes from an input that is reported itself. */
  readonly isExplained: (sheet: string, row: number, column: number) => boolean;
};

export type JudgeOptions = { /** As a share of the value before. */ readonly abruptChange: number };

export function judge(series: readonly Series[], workbook: Workbook, options: JudgeOptions): Judgement {
  const verdicts: Verdict[] = [];
  const decided = new Map<string, Uint8Array>();
  const explained = new Set<string>();
  const inputsSeen = new Set<string>();
  for (const one of series) {
    const key = `${one.table.sheet}\u0000${one.column}`;
    let rows = decided.get(key);
    if (rows === undefined) decided.set(key, (rows = new Uint8Array(one.table.worksheet.rowCount)));
    new SeriesJudge(one, workbook, options, verdicts, inputsSeen, explained, rows).run();
  }
  const own = withoutConsequences(verdicts);
  const said = new Set(own.map(({ range }) => placeKey(range.sheet, range.top, range.left)));
  return {
    verdicts: [...own, ...relatedVerdicts(series, (sheet, row, column) => said.has(placeKey(sheet, row, column)))],
    isDecided: (sheet, row, column) => decided.get(`${sheet}\u0000${column}`)?.[row] === 1,
    isExplained: (sheet, row, column) => explained.has(placeKey(sheet, row, column)),
  };
}

function placeKey(sheet: string, row: number, column: number): string {
  return `${sheet}\u0000${row}\u0000${column}`;
}

/** A move against a value that is itself reported says nothing more. */
function withoutConsequences(verdicts: readonly Verdict[]): Verdict[] {
  const reported = new Set(verdicts.flatMap(({ rule, range }) => (rule === "no-abrupt-change" || rule === "meet-target" ? [] : [placeKey(range.sheet, range.top, range.left)])));
  return verdicts.filter((verdict) => {
    const { series, row, rule } = verdict;
    const isMove = rule === "no-abrupt-change" && verdict.previous !== undefined && series.previous !== undefined;
    return !isMove || !reported.has(placeKey(series.table.sheet, row, series.previous?.column ?? -1));
  });
}

const longSeries = 3000;

class SeriesJudge {
  private readonly glance: Glance | undefined;
  private pattern: RowPattern | undefined;
  /** The formula of that pattern is right, and so is its scale. */
  private isPatternSound = false;
  private comparison: Comparison = { kind: "unreadable" };
  private readonly isPercentAt: (row: number) => boolean;
  private readonly inputs: readonly Input[];
  /** What one row's formula shows of its inputs is then taken to hold for all. */
  private readonly isLong: boolean;
  private readonly usual: UsualScale | undefined;

  constructor(
    private readonly series: Series,
    private readonly workbook: Workbook,
    private readonly options: JudgeOptions,
    private readonly verdicts: Verdict[],
    private readonly inputsSeen: Set<string>,
    private readonly explained: Set<string>,
    /** By row: 1 where a definition decides over the formula. */
    private readonly decided: Uint8Array,
  ) {
    this.isPercentAt = percentFormats(series.table.worksheet, series.column);
    this.inputs = [...series.inputs.values()];
    this.usual = series.shareScale === "hundred" ? "hundred" : usualScale(series);
    this.isLong = series.rows.length > longSeries;
    this.glance = series.rows.length < 20 || this.usual === "ratio" ? undefined : glanceOf(series, percentFormats(series.table.worksheet, series.column));
  }

  run(): void {
    const { rows, totals } = this.series;
    for (const row of rows) {
      if (this.glance !== undefined && this.pattern !== undefined && this.isPatternSound && !totals.has(row) && this.glance.isSound(row, this.pattern)) this.decided[row] = 1;
      else this.judgeRow(row);
    }
  }

  private judgeRow(row: number): void {
    const { series } = this;
    const { worksheet, sheet } = series.table;
    const value = valueAt(worksheet, row, series.column);
    const formula = formulaAt(worksheet, row, series.column);
    const isTotal = series.totals.has(row);
    const comparison = formula === undefined ? undefined : this.compare(row, formula);
    const shownInputs = comparison !== undefined && comparison.kind !== "unreadable" && series.expression === undefined && !this.isLong ? comparison.inputs : undefined;
    const states = this.readInputs(shownInputs ?? this.inputs, row, value, formula);
    const areInputsSound = states.every(({ kind }) => kind === "number");
    if (formula !== undefined && comparison !== undefined) {
      if (comparison.kind !== "unreadable") this.decided[row] = 1;
      if (isError(value) && states.some(({ isReported }) => isReported)) this.explained.add(placeKey(sheet, row, series.column));
      const isReported = this.judgeFormula(row, formula, comparison);
      if (!isTotal) this.isPatternSound = !isReported && comparison.kind !== "unreadable" && this.pattern?.(formula, row) === true;
      if (isReported) {
        if (isError(value)) this.explained.add(placeKey(sheet, row, series.column));
        return;
      }
    } else if (typeof value === "string") {
      this.judgeText(row, value);
      return;
    }
    if (typeof value !== "number" || !states.every(({ kind }) => kind === "number" || kind === "unknown")) return;
    if (formula === undefined && areInputsSound && this.judgeTyped(row, value, states, isTotal)) {
      this.decided[row] = 1;
      return;
    }
    // a total is what its rows make of it
    if (!isTotal && this.judgeParts(row, states)) return;
    this.judgeShown(row, value, formula !== undefined);
  }

  private at(row: number) {
    return { range: cellRange(this.series.table.sheet, row, this.series.column), series: this.series, row };
  }

  /** States of the inputs; those that are missing or no numbers are reported once, whatever is computed from them. */
  private readInputs(inputs: readonly Input[], row: number, value: CellValue, formula: string | undefined): InputState[] {
    const { series } = this;
    const states = inputs.map((input) => judgeInput(input, row, series, this.workbook));
    const areAllBlank = states.length > 0 && states.every(({ kind }) => kind === "blank");
    // a form that nobody has filled in yet, and the totals of nothing in it
    const isUnfilled = states.length > 0 && (isBlank(value) || value === "") && states.every(({ kind, isTotalOfNothing }) => kind === "blank" || isTotalOfNothing);
    const isOptional = areAllBlank && formula === undefined && series.indicator.source === "" && series.indicator.certainty === "workbook";
    for (const state of states) {
      if (state.kind === "number" && !state.isZeroDenominator) continue;
      // what only our own reading of a name asks for is no defect of the sheet
      if (!series.isCertain && series.indicator.certainty === "own") continue;
      if (state.kind === "unknown" || isUnfilled || isOptional || (series.expression === undefined && inputs === this.inputs)) continue;
      state.isReported = true;
      // nothing to add up yet: the rows above say what is missing
      if (state.kind === "number" && series.totals.has(row) && formulaAt(series.table.worksheet, state.range.top, state.range.left) !== undefined) continue;
      const key = placeKey(state.range.sheet, state.range.top, state.range.left);
      if (this.inputsSeen.has(key)) continue;
      this.inputsSeen.add(key);
      const place = { range: state.range, series, row };
      const number = state.kind === "text" ? readNumberInText(state.text) : undefined;
      if (number !== undefined) this.verdicts.push({ ...place, rule: "no-text-number", text: state.text, number, input: state.input });
      else this.verdicts.push({ ...place, rule: "require-indicator-input", input: state.input, fault: state.kind === "number" ? "zero" : state.kind === "text" ? "text" : "blank", text: state.text });
    }
    return states;
  }

  private compare(row: number, formula: string): Comparison {
    const mayDiffer = this.series.expression === undefined && !this.isLong;
    if (!mayDiffer && this.comparison.kind !== "different" && this.pattern?.(formula, row) === true && !this.series.totals.has(row)) return this.comparison;
    const comparison = compareFormula(this.series, row, formula, this.workbook);
    if (!this.series.totals.has(row)) {
      this.pattern = rowPattern(formula, row);
      this.comparison = comparison;
    }
    return comparison;
  }

  /** Whether the formula itself is reported. */
  private judgeFormula(row: number, formula: string, comparison: Comparison): boolean {
    const { series } = this;
    if (comparison.kind === "unreadable") return false;
    const isShare = series.indicator.unit === "%";
    const difference = comparison.kind === "different" ? comparison.difference : undefined;
    if (difference?.kind === "total-of-ratios") {
      this.verdicts.push({ ...this.at(row), rule: "consistent-total", formula, isMean: difference.isMean });
      return true;
    }
    const factor = difference === undefined ? 1 : difference.kind === "factor" ? difference.factor : undefined;
    if (isShare && factor !== undefined) {
      const isPercent = this.isPercentAt(row);
      const isHundred = isNear(factor, 1);
      const isRatio = isNear(factor, 0.01);
      if (isHundred || isRatio) {
        const fault = isPercent ? (isHundred ? "hundred-under-percent" : undefined) : this.faultOf(isHundred ? "hundred" : "ratio");
        if (fault === undefined) return false;
        this.verdicts.push({ ...this.at(row), rule: "valid-percent-scale", fault, formula, value: undefined });
        return true;
      }
    }
    if (comparison.kind === "same" || difference === undefined) return false;
    if (!series.isCertain) return false;
    this.verdicts.push({ ...this.at(row), rule: "valid-indicator-formula", formula, read: comparison.read, difference });
    return true;
  }

  private judgeText(row: number, value: string): void {
    const text = textOf(value);
    const number = readNumberInText(text);
    if (number !== undefined && this.series.indicator.unit !== "级") this.verdicts.push({ ...this.at(row), rule: "no-text-number", text, number });
  }

  /** Whether a typed-in value is reported: it should be a formula, or it is not what its inputs give. */
  private judgeTyped(row: number, value: number, states: readonly InputState[], isTotal: boolean): boolean {
    const { series } = this;
    if (series.expression === undefined || states.some(({ isZeroDenominator }) => isZeroDenominator)) return false;
    const values = new Map([...series.inputs].map(([key, input], index) => [key, (states[index]?.value ?? Number.NaN) * input.scale]));
    const computed = evaluate(series.expression, (key) => values.get(key));
    if (computed === undefined || !Number.isFinite(computed)) return false;
    const isShare = series.indicator.unit === "%";
    const isPercent = this.isPercentAt(row);
    const expected = isShare && isPercent ? computed / 100 : computed;
    const tolerance = roundingOf(value);
    if (Math.abs(value - expected) <= tolerance) {
      const fault = isShare && !isPercent && value !== 0 ? this.faultOf("hundred") : undefined;
      if (fault !== undefined) {
        this.verdicts.push({ ...this.at(row), rule: "valid-percent-scale", fault, value, formula: undefined });
        return true;
      }
      if (!isTotal || this.inputs.length > 0) this.verdicts.push({ ...this.at(row), rule: "require-indicator-formula", value, isRatio: isShare && isPercent });
      return true;
    }
    if (isShare && Math.abs(value - expected * 100) <= tolerance && isPercent) {
      this.verdicts.push({ ...this.at(row), rule: "valid-percent-scale", fault: "hundred-under-percent", value, formula: undefined });
      return true;
    }
    if (isShare && !isPercent && Math.abs(value - computed / 100) <= tolerance && value !== 0) {
      const fault = this.faultOf("ratio");
      if (fault !== undefined) this.verdicts.push({ ...this.at(row), rule: "valid-percent-scale", fault, value, formula: undefined });
      else this.verdicts.push({ ...this.at(row), rule: "require-indicator-formula", value, isRatio: true });
      return true;
    }
    if (!series.isCertain) return false;
    this.verdicts.push({ ...this.at(row), rule: "consistent-indicator-value", value, computed: isShare && isPercent ? computed / 100 : computed });
    return true;
  }

  private judgeParts(row: number, states: readonly InputState[]): boolean {
    const { indicator } = this.series;
    if (indicator.isShare !== true || indicator.certainty === "own") return false;
    const numerator = states.find(({ input }) => input.role === "numerator");
    const denominator = states.find(({ input }) => input.role === "denominator");
    if (numerator?.value === undefined || denominator?.value === undefined) return false;
    const [part, whole] = [numerator.value * numerator.input.scale, denominator.value * denominator.input.scale];
    if (part <= whole) return false;
    const key = `parts\u0000${placeKey(numerator.range.sheet, numerator.range.top, numerator.range.left)}`;
    if (!this.inputsSeen.has(key)) {
      this.inputsSeen.add(key);
      this.verdicts.push({ range: numerator.range, series: this.series, row, rule: "consistent-parts", numerator: numerator.value, denominator: denominator.value });
    }
    return true;
  }

  private judgeShown(row: number, written: number, isComputed: boolean): void {
    const isPercent = this.isPercentAt(row);
    this.verdicts.push(...shownVerdicts({ series: this.series, row, written, isComputed, isPercent, usual: this.usual }, this.options.abruptChange));
  }

  private faultOf(written: UsualScale): VerdictOf<"valid-percent-scale">["fault"] | undefined {
    return faultOfScale(this.series, this.usual, written);
  }
}

function isNear(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= 1e-9 * Math.abs(expected);
}

/** Half a unit of the last written digit. */
function roundingOf(value: number): number {
  const text = String(value);
  const written = text.includes("e") ? 12 : (text.split(".")[1]?.length ?? 0);
  return 0.5 * 10 ** -written * 1.0001 + 1e-12;
}

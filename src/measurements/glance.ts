import type { CellValue } from "../core/workbook";
import type { RowPattern } from "../formula/relative-formula";
import type { Limits } from "../indicators/indicator";
import type { Series } from "./series";

/** What a look at a row needs: most rows of a long list are sound, and are passed over without making anything of them. */
export type Glance = {
  /** Whether nothing can be said of the row, its formula being one of this pattern. */
  isSound(row: number, pattern: RowPattern): boolean;
};

type Line = { readonly values: readonly (CellValue | undefined)[]; readonly isDenominator: boolean };

/** Undefined where a row cannot be judged by the cells of its own row alone. */
export function glanceOf(series: Series, isPercentAt: (row: number) => boolean): Glance | undefined {
  const { table, column, indicator, inputs, previous, target } = series;
  const { worksheet } = table;
  const own = worksheet.columns[column];
  if (own === undefined || series.expression === undefined || previous !== undefined || target !== undefined) return undefined;
  const lines: Line[] = [];
  let part: Line | undefined;
  let whole: Line | undefined;
  let partScale = 1;
  let wholeScale = 1;
  for (const input of inputs.values()) {
    if (input.sheet !== table.sheet || input.row !== undefined) return undefined;
    const line = { values: worksheet.columns[input.column]?.values ?? [], isDenominator: input.role === "denominator" };
    lines.push(line);
    if (input.role === "numerator") [part, partScale] = [line, input.scale];
    if (input.role === "denominator") [whole, wholeScale] = [line, input.scale];
  }
  const isShare = indicator.unit === "%";
  const isPart = indicator.isShare === true && indicator.certainty !== "own" && part !== undefined && whole !== undefined;
  const { min, max } = narrowest(indicator.certainty === "own" ? undefined : indicator.hard, indicator.soft);
  return {
    isSound: (row, pattern) => {
      const value = own.values[row];
      const formula = own.formulas.get(row);
      if (typeof value !== "number" || formula === undefined) return false;
      for (const { values, isDenominator } of lines) {
        const input = values[row];
        if (typeof input !== "number" || (isDenominator && input === 0)) return false;
      }
      const isPercent = isPercentAt(row);
      const shown = isShare && isPercent ? value * 100 : value;
      if (shown < min || shown > max || (isShare && !isPercent && series.shareScale === "open" && Math.abs(value) <= 1)) return false;
      if (isPart && Number(part?.values[row]) * partScale > Number(whole?.values[row]) * wholeScale) return false;
      return pattern(formula, row);
    },
  };
}

function narrowest(...limits: readonly (Limits | undefined)[]): { readonly min: number; readonly max: number } {
  return { min: Math.max(...limits.map((one) => one?.min ?? -Infinity)), max: Math.min(...limits.map((one) => one?.max ?? Infinity)) };
}

import type { Indicator } from "../indicators/indicator";

/** The name with its unit, as a column is headed: 就诊率(%). */
export function headingOf({ name, unit }: Indicator): string {
  return unit === "" || unit === "1:X" || name.endsWith(`(${unit})`) || name.endsWith(`（${unit}）`) ? name : `${name}(${unit})`;
}

/** The definition as 计算公式 cells have it: 就诊率(%)=A/B×100%; what is not computed is only described. */
export function definitionOf(indicator: Indicator): string {
  return indicator.expression === undefined || indicator.formula.includes("=") ? indicator.formula : `${headingOf(indicator)}=${indicator.formula}`;
}

/** How sure the definition is, and where it stands. */
export function remarkOf({ certainty, source }: Indicator): string {
  return certainty === "own" ? "口径待确认" : source === "" ? "" : `口径依据：${source}`;
}

export function valueFormatOf({ unit, expression }: Indicator): string {
  // a level or a score stays as it is typed
  return expression === undefined ? "General" : unit === "1:X" ? '"1:"0.00' : unit === "元" ? "#,##0.00" : "0.00";
}

import { percentFormats } from "./percent-format";
import type { Series } from "./series";

/** How a column writes its shares: 95, or 0.95; undefined where neither prevails. */
export type UsualScale = "hundred" | "ratio";

/** A share above it is surely in hundredths. */
const surely = 1.5;

/** What a column whose header says nothing does itself, by its cells without a percent format: at least two and twice as many as the others. */
export function usualScale({ table: { worksheet }, column, rows, indicator, shareScale }: Series): UsualScale | undefined {
  if (shareScale !== "open" || indicator.unit !== "%" || rows.length < 3) return undefined;
  const isPercentAt = percentFormats(worksheet, column);
  const values = worksheet.columns[column]?.values ?? [];
  let hundreds = 0;
  let ratios = 0;
  for (const row of rows) {
    const value = values[row];
    if (typeof value !== "number" || value === 0 || isPercentAt(row)) continue;
    if (Math.abs(value) > surely) hundreds += 1;
    else if (Math.abs(value) < 1) ratios += 1;
  }
  if (hundreds >= 2 && hundreds >= 2 * ratios) return "hundred";
  return ratios >= 2 && ratios >= 2 * hundreds ? "ratio" : undefined;
}

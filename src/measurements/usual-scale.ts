import { valueAt, type CellValue } from "../core/workbook";
import { headingsOf } from "./headings";
import { percentFormats } from "./percent-format";
import type { Series } from "./series";

/** How a column writes its shares: 95, or 0.95; undefined where neither prevails. */
export type UsualScale = "hundred" | "ratio";

/** A share above it is surely in hundredths. */
const surely = 1.5;

/** What a column whose header says nothing, or a row of places side by side, does itself, by its cells without a percent format: at least two and twice as many as the others. */
export function usualScale({ table, column, rows, indicator, shareScale }: Series): UsualScale | undefined {
  if (shareScale !== "open" || indicator.unit !== "%") return undefined;
  const { worksheet } = table;
  const [only] = rows;
  if (table.has("indicator") && rows.length === 1 && only !== undefined) {
    const places = headingsOf(table).flatMap((heading) => (heading.key === "value" ? [heading.column] : []));
    return places.length < 3 ? undefined : prevailing(places.map((place) => (percentFormats(worksheet, place)(only) ? null : valueAt(worksheet, only, place))));
  }
  if (rows.length < 3) return undefined;
  const isPercentAt = percentFormats(worksheet, column);
  const values = worksheet.columns[column]?.values ?? [];
  return prevailing(rows.map((row) => (isPercentAt(row) ? null : values[row])));
}

function prevailing(values: readonly (CellValue | undefined)[]): UsualScale | undefined {
  let hundreds = 0;
  let ratios = 0;
  for (const value of values) {
    if (typeof value !== "number" || value === 0) continue;
    if (Math.abs(value) > surely) hundreds += 1;
    else if (Math.abs(value) < 1) ratios += 1;
  }
  if (hundreds >= 2 && hundreds >= 2 * ratios) return "hundred";
  return ratios >= 2 && ratios >= 2 * hundreds ? "ratio" : undefined;
}

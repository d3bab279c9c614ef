/** More characters a text inside a formula may not have. */
export const longestText = 255;

/** A text as a formula writes it. */
export function quoteText(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** A row of texts as a formula writes it, such as {"已完成","已办结"}. */
export function quoteTexts(texts: readonly string[]): string {
  return `{${texts.map(quoteText).join(",")}}`;
}

/** A day, such as 2026-03-01, as a formula writes it; right in workbooks of either date system. */
export function dateFormula(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `DATE(${year ?? 0},${month ?? 0},${date ?? 0})`;
}

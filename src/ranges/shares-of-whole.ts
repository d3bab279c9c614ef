import { mergeOver } from "../core/merged-areas";
import { isError, numberFormatAt, textOf, valueAt, type Worksheet } from "../core/workbook";
import { isTotal } from "../language/total";

/** A column of 构成比 whose parts do not make up the whole; in hundredths. */
export type ShortWhole = { readonly row: number; readonly column: number; readonly sum: number; readonly parts: number };

const headerReach = 12;
const mostParts = 500;
/** 占总支出的比重 may be a share of each row's own whole. */
const heading = /^.{0,14}构成比?(?:[（(][%％][)）])?$/;

/** Shares of one whole with a total below them. A part of a part (小计, 其中) counts twice, so such columns are passed over. */
export function shortWholes(worksheet: Worksheet): ShortWhole[] {
  const found: ShortWhole[] = [];
  for (let column = 1; column < worksheet.columnCount; column++) {
    for (let row = 0; row < Math.min(headerReach, worksheet.rowCount); row++) {
      const value = worksheet.columns[column]?.values[row];
      if (typeof value !== "string" || value.length > 30 || !heading.test(textOf(value))) continue;
      const whole = wholeBelow(worksheet, row, column);
      if (whole !== undefined) found.push(whole);
      break;
    }
  }
  return found;
}

function wholeBelow(worksheet: Worksheet, header: number, column: number): ShortWhole | undefined {
  let sum = 0;
  let parts = 0;
  for (let row = header + 1; row < Math.min(worksheet.rowCount, header + mostParts); row++) {
    const labels = labelsLeftOf(worksheet, row, column);
    if (labels.some((label) => /小计|其中/.test(label))) return undefined;
    const value = valueAt(worksheet, row, column);
    if (labels.some((label) => isTotal(label))) return parts >= 3 && isShort(sum, parts) ? { row, column, sum: Number(sum.toPrecision(6)), parts } : undefined;
    if (value === null || value === "") continue;
    if (typeof value !== "number" || isError(value)) return undefined;
    sum += numberFormatAt(worksheet, row, column).includes("%") ? value * 100 : value;
    parts += 1;
  }
  return undefined;
}

/** Beyond what rounding each part may leave. */
function isShort(sum: number, parts: number): boolean {
  return Math.abs(sum - 100) > Math.max(0.5, 0.06 * parts) && Math.abs(sum - 1) > 0.02;
}

function labelsLeftOf(worksheet: Worksheet, row: number, column: number): string[] {
  const labels: string[] = [];
  for (let left = 0; left < column; left++) {
    const merge = mergeOver(worksheet, row, left);
    const value = valueAt(worksheet, merge?.top ?? row, merge?.left ?? left);
    if (typeof value === "string" && value.length <= 30) labels.push(textOf(value));
  }
  return labels;
}

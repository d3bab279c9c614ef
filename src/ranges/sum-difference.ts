import { overlaps, type Rectangle, type Worksheet } from "../core/workbook";
import { isNumberAt } from "./formula-grid";
import { soleSum } from "./pattern";

/** What a sum leaves out and takes in against the one it should be; both of one line of cells. */
export type SumDifference = { readonly leavesOut: readonly Rectangle[]; readonly takesIn: readonly Rectangle[]; readonly hasNumbers: boolean };

/** Undefined where one of the two is no sum of one range. */
export function sumDifference(worksheet: Worksheet, formula: string, expected: string): SumDifference | undefined {
  const [own, other] = [soleSum(formula), soleSum(expected)];
  if (own === undefined || other === undefined) return undefined;
  const [leavesOut, takesIn] = [without(other, own), without(own, other)];
  return { leavesOut, takesIn, hasNumbers: [...leavesOut, ...takesIn].some((area) => holdsNumber(worksheet, area)) };
}

/** What of an area lies outside another; two areas that differ in both directions are not taken apart. */
function without(area: Rectangle, other: Rectangle): Rectangle[] {
  if (!overlaps(area, other)) return [area];
  const parts: Rectangle[] = [];
  if (area.top < other.top) parts.push({ ...area, bottom: other.top - 1 });
  if (area.bottom > other.bottom) parts.push({ ...area, top: other.bottom + 1 });
  if (area.left < other.left) parts.push({ ...area, right: other.left - 1 });
  if (area.right > other.right) parts.push({ ...area, left: other.right + 1 });
  return parts;
}

function holdsNumber(worksheet: Worksheet, area: Rectangle): boolean {
  for (let column = area.left; column <= Math.min(area.right, worksheet.columnCount - 1); column++) {
    for (let row = area.top; row <= Math.min(area.bottom, worksheet.rowCount - 1); row++) if (isNumberAt(worksheet, row, column)) return true;
  }
  return false;
}


import { spanAt, type Span } from "../../core/workbook";

/** Rows or columns in view: which are shown, and where each begins. */
export type Axis = {
  /** Shown lines in order: index on the screen → index in the worksheet. */
  readonly shown: readonly number[];
  /** Where each shown line begins, in pixels; one more entry than lines: the whole length. */
  readonly starts: Float64Array;
};

/** A cell of the worksheet. */
export type Place = { readonly row: number; readonly column: number };

/** How wide the row numbers are, and how high the column letters. */
export const headingWidth = 44;
export const headingHeight = 24;

export function makeAxis(count: number, hidden: readonly Span[], sizeOf: (line: number) => number): Axis {
  const shown: number[] = [];
  for (let line = 0; line < count; line++) if (spanAt(hidden, line) === undefined) shown.push(line);
  const starts = new Float64Array(shown.length + 1);
  for (const [index, line] of shown.entries()) starts[index + 1] = (starts[index] ?? 0) + sizeOf(line);
  return { shown, starts };
}

/** The first shown line that is not before `line`; the number of lines where there is none. */
export function indexOfLine({ shown }: Axis, line: number): number {
  let low = 0;
  let high = shown.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shown[middle] ?? Infinity) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where lines first…last stand on the screen; no size where all of them are hidden. */
export function extentOf(axis: Axis, first: number, last: number): { start: number; size: number } {
  const from = axis.starts[indexOfLine(axis, first)] ?? 0;
  const to = axis.starts[indexOfLine(axis, last + 1)] ?? from;
  return { start: from, size: to - from };
}

/** The lines between two pixels, by index on the screen, both inside. */
export function visibleLines({ starts }: Axis, from: number, to: number): Span {
  const last = starts.length - 2;
  let low = 0;
  let high = Math.max(last, 0);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= from) low = middle;
    else high = middle - 1;
  }
  let end = low;
  while (end < last && (starts[end + 1] ?? 0) < to) end += 1;
  return { first: low, last: Math.min(end, last) };
}

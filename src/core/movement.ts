import { sheetOf, type Edit } from "./edit";
import type { Rectangle, Span } from "./workbook";

/** Lines of a sheet that come in before `at` or, where `count` is negative, go out from `at` on. */
export type Movement = { readonly sheet: string; readonly axis: "row" | "column"; readonly at: number; readonly count: number };

/** How a step moves lines of its sheet; undefined for a step that moves none. */
export function movement(step: Edit): Movement | undefined {
  const sheet = sheetOf(step);
  switch (step.kind) {
    case "insert-rows":
      return { sheet, axis: "row", at: step.at, count: step.cells.length };
    case "delete-rows":
      return { sheet, axis: "row", at: step.at, count: -step.before.length };
    case "insert-columns":
      return { sheet, axis: "column", at: step.at, count: step.cells.length };
    case "delete-columns":
      return { sheet, axis: "column", at: step.at, count: -step.before.length };
    default:
      return undefined;
  }
}

/** Lines first…last after the movement; undefined where all are gone. */
export function movedLines(first: number, last: number, at: number, count: number): Span | undefined {
  if (count >= 0) return { first: first >= at ? first + count : first, last: last >= at ? last + count : last };
  const end = at - count;
  const from = first >= end ? first + count : Math.min(first, at);
  const to = last >= end ? last + count : Math.min(last, at - 1);
  return to < from ? undefined : { first: from, last: to };
}

/** An area after the movement; undefined where nothing of it is left. */
export function movedArea<A extends Rectangle>(area: A, { axis, at, count }: Pick<Movement, "axis" | "at" | "count">): A | undefined {
  const [first, last] = axis === "row" ? (["top", "bottom"] as const) : (["left", "right"] as const);
  const span = movedLines(area[first], area[last], at, count);
  return span === undefined ? undefined : { ...area, [first]: span.first, [last]: span.last };
}

/** Where a line was before a step; undefined for one that the step brings in. */
export function lineBefore(index: number, axis: Movement["axis"], step: Edit): number | undefined {
  const moving = movement(step);
  if (moving === undefined || moving.axis !== axis || index < moving.at) return index;
  return index < moving.at + moving.count ? undefined : index - moving.count;
}

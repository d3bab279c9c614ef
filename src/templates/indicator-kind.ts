import { defineKind } from "../core/table";

/** Every sheet of indicators, whatever its form: one indicator a row, or one a column beside whom it is of. */
export const indicatorKind = defineKind({
  id: "indicators",
  keys: ["category", "number", "indicator", "entity", "unit", "numerator", "denominator", "value", "target", "previous", "definition", "source", "note"],
  looksAround: true,
});

export type IndicatorKey = (typeof indicatorKind.keys)[number];

import { cellRange, valueAt } from "../core/workbook";
import { relations, type Relation } from "../indicators/relations";
import { percentFormats } from "./percent-format";
import { inOwnUnit, type Series } from "./series";
import type { Verdict, VerdictOf } from "./verdict";

type Held = Extract<Relation, { readonly kind: "at-most" | "sum" }>;

/** Where values of one body and period contradict one another: a part above its whole, shares that do not make up the whole. To be confirmed, not an error: both may be counted otherwise. */
export function relatedVerdicts(series: readonly Series[], isReported: (sheet: string, row: number, column: number) => boolean): Verdict[] {
  const byName = new Map<string, Series[]>();
  for (const one of series) {
    const known = byName.get(one.indicator.name);
    if (known === undefined) byName.set(one.indicator.name, [one]);
    else known.push(one);
  }
  return relations.flatMap((relation) => {
    // what is only usual is too often otherwise to be worth a word
    if ((relation.kind !== "at-most" && relation.kind !== "sum") || ("isUsual" in relation && relation.isUsual)) return [];
    const [first, second] = relation.kind === "at-most" ? [relation.lesser, relation.greater] : relation.parts;
    const ones = byName.get(first ?? "") ?? [];
    const others = byName.get(second ?? "") ?? [];
    return ones.flatMap((one) => others.filter((other) => areBeside(one, other)).flatMap((other) => held(relation, one, other, isReported)));
  });
}

/** Of one table, one period and one place; laid out alike. */
function areBeside(one: Series, other: Series): boolean {
  if (one.table !== other.table || one.period !== other.period || one.place?.name !== other.place?.name) return false;
  return one.table.has("indicator") ? one.column === other.column : one.column !== other.column;
}

function held(relation: Held, one: Series, other: Series, isReported: (sheet: string, row: number, column: number) => boolean): VerdictOf<"no-abrupt-change">[] {
  const [ownPercent, otherPercent] = [percentFormats(one.table.worksheet, one.column), percentFormats(other.table.worksheet, other.column)];
  const found: VerdictOf<"no-abrupt-change">[] = [];
  for (const [index, row] of one.rows.entries()) {
    const otherRow = one.table.has("indicator") ? other.rows[index] : row;
    if (otherRow === undefined || isReported(one.table.sheet, row, one.column) || isReported(other.table.sheet, otherRow, other.column)) continue;
    const [written, beside] = [valueAt(one.table.worksheet, row, one.column), valueAt(other.table.worksheet, otherRow, other.column)];
    if (typeof written !== "number" || typeof beside !== "number") continue;
    const value = inOwnUnit(one, written, ownPercent(row));
    const against = inOwnUnit(other, beside, otherPercent(otherRow));
    if (relation.kind === "at-most" ? value <= against + 1e-9 : Math.abs(value + against - relation.total) <= relation.tolerance) continue;
    const total = relation.kind === "sum" ? { total: relation.total } : {};
    found.push({ rule: "no-abrupt-change", range: cellRange(one.table.sheet, row, one.column), series: one, row, value, against: { name: other.name, value: against, ...total } });
  }
  return found;
}

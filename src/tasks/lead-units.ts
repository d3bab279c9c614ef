import type { CheckContext } from "../core/rule";
import type { Table } from "../core/table";
import { declaresFirstUnitLeads } from "../language/declaration";
import type { Unit } from "../language/unit";
import type { TaskKey } from "../templates/task-list-kind";
import { documentLines } from "./document-lines";
import type { UnitContent, UnitKey } from "./unit-cells";

/** Whether of several units in the column the first one leads: the settings, the header or the document says so. */
export function firstUnitLeads(table: Table<TaskKey>, key: UnitKey, context: CheckContext): boolean {
  if (context.settings.leadFirst || declaresFirstUnitLeads(table.header(key))) return true;
  const { titles, lines } = documentLines(table, context);
  return titles.some(declaresFirstUnitLeads) || lines.some(declaresFirstUnitLeads);
}

/** The units of one cell, those that lead apart from those that take part. */
export type PartedUnits = { readonly leads: readonly Unit[]; readonly others: readonly Unit[] };

/**
 * Who leads by one cell. In a column of lead units all do, but those said to take part; in a table without one those said
 * to lead, the first where that is declared, or the only one.
 */
export function partUnits({ reading: { units, declaresFirstLeads } }: UnitContent, key: UnitKey, { hasLeadColumn, isFirstLead }: { readonly hasLeadColumn: boolean; readonly isFirstLead: boolean }): PartedUnits {
  const said = units.filter(({ role }) => role === "lead");
  if (said.length > 0) return parted(units, said);
  if (key === "leadUnit") return parted(units, units.filter(({ role }) => role !== "support"));
  const isOnlyColumn = !hasLeadColumn && key === "responsibleUnit";
  return parted(units, isOnlyColumn && (units.length === 1 || isFirstLead || declaresFirstLeads) ? units.slice(0, 1) : []);
}

function parted(units: readonly Unit[], leads: readonly Unit[]): PartedUnits {
  return { leads, others: units.filter((unit) => !leads.includes(unit)) };
}
